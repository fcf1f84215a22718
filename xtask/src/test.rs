//! Everything that must hold before a change lands, in named and timed phases.

mod count;
mod tidy;

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::str::FromStr;
use std::time::Instant;

use crate::order::Kills;
use crate::setup::wasm::{TARGET, Wasm};
use crate::sh::{Outcome, Problem, announce, problem, run};
use crate::{build, crash, place, setup};
use count::Count;

/// One kind of check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    /// The formatting.
    Fmt,
    /// The lints: host, edge, client.
    Clippy,
    /// The rules of the house.
    Tidy,
    /// Unit and property tests.
    Unit,
    /// `dist/` and its budgets.
    Build,
    /// The built Worker in a real workerd.
    Api,
    /// The same, killed again and again.
    Crash,
    /// The built site in a real browser.
    Journeys,
}

impl Phase {
    const ALL: [(&'static str, Self); 8] = [
        ("fmt", Self::Fmt),
        ("clippy", Self::Clippy),
        ("tidy", Self::Tidy),
        ("unit", Self::Unit),
        ("build", Self::Build),
        ("api", Self::Api),
        ("crash", Self::Crash),
        ("journeys", Self::Journeys),
    ];
}

impl FromStr for Phase {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        match Self::ALL.iter().find(|(known, _)| *known == name) {
            Some((_, phase)) => Ok(*phase),
            None => Err(format!("there is no phase “{name}”")),
        }
    }
}

/// Runs all phases, or one; goes on after a failure, and ends with the counts on a line of their own.
pub(crate) fn all(only: Option<Phase>) -> Outcome {
    let wasm = setup::for_building()?;
    setup::for_linting(wasm)?;
    setup::for_browsing()?;
    let mut total = Count::default();
    let mut summary = String::new();
    for (name, phase) in Phase::ALL {
        if only.is_some_and(|only| only != phase) {
            continue;
        }
        announce(&format!("Testing: {name}"));
        let start = Instant::now();
        let count = phase.run(wasm);
        let seconds = start.elapsed().as_secs_f32();
        summary += &format!(
            "{name:<10}{:>6} passed{:>5} failed{seconds:>9.1} s\n",
            count.passed, count.failed
        );
        total += count;
    }
    println!(
        "\n{summary}\n{} passed, {} failed",
        total.passed, total.failed
    );
    match total.failed {
        0 => Ok(()),
        _ => Err(problem("The failures are above.")),
    }
}

impl Phase {
    fn run(self, wasm: Wasm) -> Count {
        match self {
            Self::Fmt => Count::of(&run(cargo().args(["fmt", "--all", "--check"]))),
            Self::Clippy => clippy(wasm),
            Self::Tidy => tidy::check(place::root()),
            Self::Unit => count::cargo_test(cargo().args([
                "test",
                "--workspace",
                "--exclude",
                "client",
                "--no-fail-fast",
            ])),
            Self::Build => Count::of(&build::within_budget()),
            Self::Api => judged(build::verdicts::for_workerd(wasm), "api"),
            Self::Crash => Count::of(&crash::built_site(Kills::default())),
            Self::Journeys => judged(build::verdicts::for_browser(wasm), "journeys"),
        }
    }
}

/// The host's crates together, the wasm32 ones each with their own features of `app`.
fn clippy(wasm: Wasm) -> Count {
    const STRICT: [&str; 3] = ["--", "-D", "warnings"];
    let host = run(cargo()
        .args([
            "clippy",
            "--workspace",
            "--exclude",
            "client",
            "--all-targets",
        ])
        .args(STRICT));
    let for_wasm = |package: &[&str]| {
        run(wasm
            .cargo()
            .current_dir(place::root())
            .args(["clippy", "--target", TARGET, "--package"])
            .args(package)
            .args(STRICT))
    };
    build::client::CLIENTS
        .iter()
        .map(|client| for_wasm(&["client", "--features", client]))
        .chain([for_wasm(&["edge"])])
        .fold(Count::of(&host), |count, outcome| {
            count + Count::of(&outcome)
        })
}

/// The tests of a folder, if the verdicts that they compare could be built.
fn judged(verdicts: Outcome, folder: &str) -> Count {
    match verdicts {
        Ok(()) => node_test(folder),
        Err(why) => Count::of(&Err::<(), _>(why)),
    }
}

fn node_test(folder: &str) -> Count {
    let files = match test_files(folder) {
        Ok(files) => files,
        Err(why) => return Count::of(&Err::<(), _>(why)),
    };
    let mut node = setup::browsing_node();
    count::node_test(
        node.args(["--test", "--test-reporter=spec"])
            .args(files)
            .env("VERDICTS", build::verdicts::folder())
            .current_dir(place::root()),
    )
}

fn test_files(folder: &str) -> Result<Vec<PathBuf>, Problem> {
    let folder = place::root().join("e2e").join(folder);
    let entries =
        fs::read_dir(&folder).map_err(|why| problem(format!("{}: {why}.", folder.display())))?;
    let mut files: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    match files.is_empty() {
        true => Err(problem(format!("{} holds no tests.", folder.display()))),
        false => Ok(files),
    }
}

fn cargo() -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(place::root());
    // Colours survive the pipe through which the counts are read.
    if env::var_os("NO_COLOR").is_none() {
        cargo.env("CARGO_TERM_COLOR", "always");
    }
    cargo
}
