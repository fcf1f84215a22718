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
pub(crate) const CLIENTS: [&str; 5] = ["places", "map", "pin", "checker", "requests"];

const INPUTS: [&str; 5] = [
    "Cargo.lock",
    "Cargo.toml",
    "domain",
    "app",
    "xtask/trim.mjs",
];

/// Builds the clients, each in the folder of its name: `client.js` and `client_bg.wasm`.
pub(crate) fn build(wasm: Wasm) -> Outcome {
    CLIENTS.iter().try_for_each(|client| {
        let folder = place::workshop().join("clients").join(client);
        let package = ["client", "--features", client];
        one(
            wasm,
            &format!("client of the {client}"),
            &package,
            &folder,
            None,
        )
    })
}

/// Builds what draws the pages of a phone without a network, for the service worker.
pub(crate) fn pocket(wasm: Wasm) -> Outcome {
    let folder = place::workshop().join("pocket");
    one(wasm, "pocket", &["pocket"], &folder, Some("Pocket"))
}

/// `package` begins with the name of the crate, which its module bears; `entry` is the only class of it
/// that is used.
fn one(wasm: Wasm, name: &str, package: &[&str], folder: &Path, entry: Option<&str>) -> Outcome {
    let module = folder.join("client_bg.wasm");
    Step {
        name,
        inputs: &INPUTS.map(Path::new),
        settings: &wasm.compiler(),
        outputs: &[&module],
    }
    .run(|| {
        run(wasm
            .smallest_cargo()
            .args(["build", "--target", TARGET, "--profile", "client"])
            .arg("--package")
            .args(package)
            .current_dir(place::root()))?;
        let compiled = place::target().join(TARGET).join("client");
        let compiled = compiled.join(package[0]).with_extension("wasm");
        run(Command::new(WASM_BINDGEN.program()?)
            .args(["--target", "web", "--no-typescript"])
            // What an entry does not need is known by the names of functions; they go with it.
            .arg(match entry {
                Some(_) => "--no-demangle",
                None => "--remove-name-section",
            })
            // The page names the module's address, which carries its hash.
            .arg("--omit-default-module-path")
            .args(["--out-name", "client", "--out-dir"])
            .arg(folder)
            .arg(compiled))?;
        run(Command::new("node")
            .arg("xtask/trim.mjs")
            .arg(folder)
            .args(entry)
            .current_dir(place::root()))
    })
}
