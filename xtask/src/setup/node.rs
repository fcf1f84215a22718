//! Node and the packages of three folders: `xtask` (to build), `e2e` (to test), `bench` (to measure).

use std::fs;
use std::process::Command;

use crate::place;
use crate::sh::{Outcome, announce, ask, problem, run};

const OLDEST: u32 = 20;

/// Is there a Node that is new enough?
pub(crate) fn check() -> Outcome {
    let version = ask(Command::new("node").arg("--version"));
    let major = version.as_deref().and_then(major);
    if major.is_none_or(|major| major < OLDEST) {
        let found = version.unwrap_or_else(|| "none".into());
        return Err(problem(format!(
            "Node {OLDEST} or newer is needed (found: {found}). Install it from nodejs.org or your system's packages."
        )));
    }
    match ask(Command::new("npm").arg("--version")) {
        Some(_) => Ok(()),
        None => Err(problem(
            "npm is missing. Debian has it in the package `npm`.",
        )),
    }
}

fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// Installs a folder's packages exactly as its lock file names them.
pub(crate) fn packages(folder: &str) -> Outcome {
    let folder = place::root().join(folder);
    let lock = fs::read(folder.join("package-lock.json"))
        .map_err(|why| problem(format!("{}/package-lock.json: {why}.", folder.display())))?;
    // Written last: with it, the packages of this very lock file are all there.
    let installed = folder.join("node_modules/.installed-lock");
    if fs::read(&installed).is_ok_and(|seen| seen == lock) {
        return Ok(());
    }
    announce(&format!("Installing npm packages in {}", folder.display()));
    // Not `npm ci`: it refuses a lock file that leaves out another system's optional binaries, as
    // npm writes it where the registry lacks them. `--no-save` leaves the lock file alone too.
    run(Command::new("npm")
        .args(["install", "--no-save"])
        .current_dir(&folder))
    .map_err(|why| problem(format!("{why} Can npm reach its registry?")))?;
    fs::write(&installed, lock).map_err(|why| problem(format!("{}: {why}.", installed.display())))
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn node_versions() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("v8.0.0"), Some(8));
        assert_eq!(major("20"), None);
        assert_eq!(major(""), None);
    }
}
