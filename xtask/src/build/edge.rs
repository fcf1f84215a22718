//! The Worker: compiled for speed by `worker-build`, with the tools that the set-up installed.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::fingerprint::Step;
use crate::place;
use crate::setup::wasm::Wasm;
use crate::setup::{WASM_BINDGEN, WORKER_BUILD};
use crate::sh::{Outcome, problem, run};

const INPUTS: [&str; 5] = ["Cargo.lock", "Cargo.toml", "domain", "app", "edge"];
const MODULES: [&str; 2] = ["index.js", "index_bg.wasm"];

/// Builds `dist/worker/`.
pub(crate) fn build(wasm: Wasm) -> Outcome {
    let made = place::workshop().join("edge");
    let worker = place::dist().join("worker");
    let modules = MODULES.map(|module| worker.join(module));
    Step {
        name: "edge",
        inputs: &INPUTS.map(Path::new),
        settings: &wasm.compiler(),
        outputs: &modules.each_ref().map(|module| module.as_path()),
    }
    .run(|| {
        let mut command = Command::new(WORKER_BUILD.program()?);
        wasm.equip(&mut command);
        run(command
            // Without wasm-opt: it took half a minute, and pages a second were the same.
            .args(["--no-opt", "--profile", "edge", "--out-dir"])
            .arg(&made)
            .current_dir(place::root().join("edge"))
            // Without these it would download its own.
            .env("WASM_BINDGEN_BIN", WASM_BINDGEN.program()?)
            .env("ESBUILD_BIN", place::npm_tool("xtask", ".bin/esbuild")))?;
        fs::create_dir_all(&worker)
            .and_then(|()| {
                MODULES.iter().try_for_each(|module| {
                    fs::copy(made.join(module), worker.join(module)).map(drop)
                })
            })
            .map_err(|why| problem(format!("dist/worker: {why}.")))
    })
}
