//! Installs what is missing, each thing only where it is needed, and nothing twice.

mod apt;
mod browser;
mod cargo_tool;
mod node;
pub(crate) mod wasm;

pub(crate) use cargo_tool::{WASM_BINDGEN, WORKER_BUILD};

use std::process::Command;

use crate::sh::{Outcome, announce};
use wasm::Wasm;

/// All of it, for a machine that will build, test and run.
pub(crate) fn everything() -> Outcome {
    let wasm = for_building()?;
    for_linting(wasm)?;
    for_browsing()?;
    announce("Everything is here. Next: cargo xtask dev");
    Ok(())
}

/// What `build` and `dev` need; the answer says how to compile for wasm32.
pub(crate) fn for_building() -> Outcome<Wasm> {
    node::check()?;
    node::packages("xtask")?;
    let wasm = wasm::ensure()?;
    WASM_BINDGEN.ensure()?;
    WORKER_BUILD.ensure()?;
    Ok(wasm)
}

/// What the first phases of `test` need.
pub(crate) fn for_linting(wasm: Wasm) -> Outcome {
    wasm::ensure_lints(wasm)
}

/// What drives the journeys.
pub(crate) fn for_browsing() -> Outcome {
    node::check()?;
    node::packages("e2e")?;
    browser::ensure()
}

/// What the figures stand beside, besides a browser.
pub(crate) fn for_measuring() -> Outcome {
    for_browsing()?;
    node::packages("bench")
}

/// A Node that knows which browser to drive.
pub(crate) fn browsing_node() -> Command {
    let mut node = Command::new("node");
    if let Some(chromium) = browser::chromium() {
        node.env("CHROMIUM", chromium);
    }
    node
}
