//! A Chromium for the journeys, with Chinese letters for its screenshots.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use super::apt;
use crate::sh::{Outcome, ask, problem};

const NAMES: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// Finds a browser, or installs Debian's.
pub(crate) fn ensure() -> Outcome {
    let remedy = || problem("No Chromium here: install one, or name it in the variable CHROMIUM.");
    match chromium() {
        Some(_) => Ok(()),
        None if apt::is_here() => {
            apt::install(&["chromium", "fonts-noto-cjk"])
                .map_err(|why| problem(format!("{why} {}", remedy())))?;
            chromium().map(drop).ok_or_else(remedy)
        }
        None => Err(remedy()),
    }
}

/// The browser to drive: the one named in `CHROMIUM`, else the first of the usual names that runs.
pub(crate) fn chromium() -> Option<PathBuf> {
    let named = env::var("CHROMIUM").ok();
    let runs = |name: &&str| ask(Command::new(name).arg("--version")).is_some();
    match &named {
        Some(named) => Some(named.as_str()).filter(runs).map(PathBuf::from),
        None => NAMES.iter().copied().find(runs).map(PathBuf::from),
    }
}
