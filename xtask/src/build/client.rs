//! The browser's WebAssembly: compiled for size, given its JavaScript, trimmed.

use std::path::Path;
use std::process::Command;

use super::fingerprint::Step;
use crate::place;
use crate::setup::WASM_BINDGEN;
use crate::setup::wasm::{TARGET, Wasm};
use crate::sh::{Outcome, run};

const INPUTS: [&str; 5] = [
    "Cargo.lock",
    "Cargo.toml",
    "domain",
    "app",
    "xtask/trim.mjs",
];

/// Builds `client.js` and `client_bg.wasm` in the workshop.
pub(crate) fn build(wasm: Wasm) -> Outcome {
    let folder = place::workshop().join("client");
    let module = folder.join("client_bg.wasm");
    Step {
        name: "client",
        inputs: &INPUTS.map(Path::new),
        settings: &wasm.compiler(),
        outputs: &[&module],
    }
    .run(|| {
        run(wasm
            .smallest_cargo()
            .args(["build", "--target", TARGET, "--profile", "client"])
            .args(["--package", "client"])
            .current_dir(place::root()))?;
        let compiled = place::target().join(TARGET).join("client/client.wasm");
        run(Command::new(WASM_BINDGEN.program()?)
            .args([
                "--target",
                "web",
                "--no-typescript",
                "--remove-name-section",
            ])
            // The page names the module's address, which carries its hash.
            .arg("--omit-default-module-path")
            .arg("--out-dir")
            .arg(&folder)
            .arg(compiled))?;
        run(Command::new("node")
            .arg("xtask/trim.mjs")
            .arg(&folder)
            .current_dir(place::root()))
    })
}
