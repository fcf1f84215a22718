//! The WebAssembly entry for the browser.
