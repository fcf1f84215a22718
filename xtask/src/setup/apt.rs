//! Debian's packages, for a machine where they are the way.

use std::path::Path;
use std::process::Command;

use crate::sh::{Outcome, announce, ask, problem, run};

/// Whether this machine installs software with apt.
pub(crate) fn is_here() -> bool {
    Path::new("/usr/bin/apt-get").exists()
}

/// Installs packages, asking for root rights if this person has none.
pub(crate) fn install(packages: &[&str]) -> Outcome {
    announce(&format!("Installing {}", packages.join(", ")));
    let install = || {
        let mut words = vec!["apt-get", "install", "-y", "--no-install-recommends"];
        words.extend(packages);
        as_root(&words)
    };
    // A fresh machine has no package lists yet; one that has them is not made to wait for new ones.
    install().or_else(|_| {
        as_root(&["apt-get", "update"])?;
        install()
    })
}

/// Runs a command as root.
pub(crate) fn as_root(words: &[&str]) -> Outcome {
    let is_root = ask(Command::new("id").arg("-u")).as_deref() == Some("0");
    let has_sudo = || ask(Command::new("sudo").arg("--version")).is_some();
    let words = match is_root {
        true => words.to_vec(),
        false if has_sudo() => [&["sudo"], words].concat(),
        false => {
            let line = words.join(" ");
            return Err(problem(format!("Run `{line}` as root, then come back.")));
        }
    };
    let mut command = Command::new(words[0]);
    run(command
        .args(&words[1..])
        .env("DEBIAN_FRONTEND", "noninteractive"))
}
