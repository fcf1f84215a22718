//! Tools that Cargo compiles once for all clones, into the person's cache folder.

use std::path::PathBuf;
use std::process::Command;

use crate::place;
use crate::sh::{Outcome, announce, ask, problem, run};

/// A program from a crate, pinned.
pub(crate) struct CargoTool {
    name: &'static str,
    version: &'static str,
    program: &'static str,
    minutes: u8,
}

/// Must be the very version of the `wasm-bindgen` crate in the lock file.
pub(crate) const WASM_BINDGEN: CargoTool = CargoTool {
    name: "wasm-bindgen-cli",
    version: "0.2.130",
    program: "wasm-bindgen",
    minutes: 3,
};

/// Turns the edge crate into a Worker's modules; goes with the `worker` crate's version.
pub(crate) const WORKER_BUILD: CargoTool = CargoTool {
    name: "worker-build",
    version: "0.8.7",
    program: "worker-build",
    minutes: 4,
};

impl CargoTool {
    /// The program's path, present after [`Self::ensure`].
    pub(crate) fn program(&self) -> Outcome<PathBuf> {
        let folder = place::cache(self.name, self.version)?;
        Ok(folder.join("bin").join(self.program))
    }

    /// Compiles it unless it is there and says the right version.
    pub(crate) fn ensure(&self) -> Outcome {
        let said = ask(Command::new(self.program()?).arg("--version"));
        if said.is_some_and(|said| said.ends_with(self.version)) {
            return Ok(());
        }
        let Self {
            name,
            version,
            minutes,
            ..
        } = self;
        announce(&format!(
            "Compiling {name} {version}, about {minutes} minutes, once"
        ));
        // Without `--locked`: the lock file of wasm-bindgen-cli names a withdrawn crate.
        let install = run(Command::new("cargo")
            .args(["install", "--force", "--version", version, name, "--root"])
            .arg(place::cache(name, version)?));
        install.map_err(|why| problem(format!("{why} Cargo must reach its registry for this.")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn agrees(tool: &CargoTool, krate: &str) {
        let lock = std::fs::read_to_string(place::root().join("Cargo.lock")).unwrap();
        let locked = lock
            .split_once(&format!("name = \"{krate}\"\nversion = \""))
            .and_then(|(_, rest)| rest.split('"').next());
        assert_eq!(locked, Some(tool.version), "{krate} in Cargo.lock");
    }

    #[test]
    fn tools_go_with_the_locked_crates() {
        agrees(&WASM_BINDGEN, "wasm-bindgen");
        agrees(&WORKER_BUILD, "worker");
    }
}
