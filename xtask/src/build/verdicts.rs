//! The verdicts that the tests compare: the rules, compiled as the edge and as the client are.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::fingerprint::Step;
use crate::place;
use crate::setup::WASM_BINDGEN;
use crate::setup::wasm::{TARGET, Wasm};
use crate::sh::{Outcome, run};

const INPUTS: [&str; 4] = ["Cargo.lock", "Cargo.toml", "domain", "e2e/verdicts"];

/// Where the tests find them: `edge/` and `client/`, each a `verdicts.js` and its module.
pub(crate) fn folder() -> PathBuf {
    place::workshop().join("verdicts")
}

/// Compiled for speed, as the edge is.
pub(crate) fn for_workerd(wasm: Wasm) -> Outcome {
    build(wasm, "edge", wasm.cargo())
}

/// Compiled for size, as the client is.
pub(crate) fn for_browser(wasm: Wasm) -> Outcome {
    build(wasm, "client", wasm.smallest_cargo())
}

fn build(wasm: Wasm, profile: &str, mut cargo: Command) -> Outcome {
    let folder = folder().join(profile);
    let module = folder.join("verdicts_bg.wasm");
    Step {
        name: &format!("verdicts of the {profile}"),
        inputs: &INPUTS.map(Path::new),
        settings: &wasm.compiler(),
        outputs: &[&module],
    }
    .run(|| {
        run(cargo
            .args(["build", "--target", TARGET, "--profile", profile])
            .args(["--package", "verdicts"])
            .current_dir(place::root()))?;
        let compiled = place::target()
            .join(TARGET)
            .join(profile)
            .join("verdicts.wasm");
        run(Command::new(WASM_BINDGEN.program()?)
            .args(["--target", "web", "--no-typescript"])
            .arg("--omit-default-module-path")
            .arg("--out-dir")
            .arg(&folder)
            .arg(compiled))
    })
}
