//! The figures of the README: benches of the crates, then those that need a running site.

use std::fs;
use std::process::Command;

use crate::sh::{Outcome, announce, problem, run};
use crate::{build, place, setup};

/// Runs `cargo bench`, then each `bench/*.mjs` with Node. A script starts the built site itself,
/// with `e2e/support/site.mjs`.
pub(crate) fn all() -> Outcome {
    build::site()?;
    build::verdicts::for_browser(setup::for_building()?)?;
    setup::for_measuring()?;
    announce("Measuring: cargo bench");
    run(Command::new("cargo")
        .args(["bench", "--package", "bench"])
        .current_dir(place::root()))?;
    let folder = place::root().join("bench");
    let entries =
        fs::read_dir(&folder).map_err(|why| problem(format!("{}: {why}.", folder.display())))?;
    let mut scripts: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "mjs"))
        .collect();
    scripts.sort();
    scripts.iter().try_for_each(|script| {
        announce(&format!("Measuring: {}", script.display()));
        run(setup::browsing_node()
            .arg(script)
            .env("VERDICTS", build::verdicts::folder())
            .current_dir(place::root()))
    })
}
