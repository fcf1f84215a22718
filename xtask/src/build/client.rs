//! The browser's WebAssembly: compiled for size, given its JavaScript, trimmed. Once for each kind
//! of page, with the islands of those pages alone.

use std::path::Path;
use std::process::Command;

use super::fingerprint::Step;
use crate::place;
use crate::setup::WASM_BINDGEN;
use crate::setup::wasm::{TARGET, Wasm};
use crate::sh::{Outcome, run};

/// The features of `app/client`.
pub(crate) const CLIENTS: [&str; 4] = ["places", "map", "checker", "requests"];

const INPUTS: [&str; 5] = [
    "Cargo.lock",
    "Cargo.toml",
    "domain",
    "app",
    "xtask/trim.mjs",
];

/// Builds the clients, each in the folder of its name: `client.js` and `client_bg.wasm`.
pub(crate) fn build(wasm: Wasm) -> Outcome {
    CLIENTS.iter().try_for_each(|client| one(wasm, client))
}

fn one(wasm: Wasm, client: &str) -> Outcome {
    let folder = place::workshop().join("clients").join(client);
    let module = folder.join("client_bg.wasm");
    Step {
        name: &format!("client of the {client}"),
        inputs: &INPUTS.map(Path::new),
        settings: &wasm.compiler(),
        outputs: &[&module],
    }
    .run(|| {
        run(wasm
            .smallest_cargo()
            .args(["build", "--target", TARGET, "--profile", "client"])
            .args(["--package", "client", "--features", client])
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
