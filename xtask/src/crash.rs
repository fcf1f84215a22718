//! `cargo xtask crash`: workerd killed again and again while requests are filed. Nothing that was
//! answered is lost, nothing is kept twice, every file is whole and its audit chain sound.
//!
//! A killed process leaves what it wrote to the system: this shows what is written before an answer
//! and in which order, not that a disk keeps it when the power fails.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

use crate::audit;
use crate::object_file::ObjectFile;
use crate::order::Kills;
use crate::sh::{Outcome, problem, run};
use crate::{build, place};

/// What `e2e/crash.mjs` did.
#[derive(Deserialize)]
struct Figures {
    seed: u32,
    kills: u32,
    attempts: u32,
    cut_off: u32,
    /// Of every submission.
    references: Vec<String>,
}

/// What the files of the desks hold.
#[derive(Default)]
struct Found {
    files: u32,
    entries: usize,
    references: Vec<String>,
}

/// Builds the site and kills it.
pub(crate) fn again_and_again(kills: Kills) -> Outcome {
    build::site()?;
    built_site(kills)
}

/// Kills the site in `dist/`. What it left behind stays for whoever looks into a failure.
pub(crate) fn built_site(kills: Kills) -> Outcome {
    let folder = place::workshop().join("crash");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|why| lost(&folder, &why))?;
    }
    fs::create_dir_all(&folder).map_err(|why| lost(&folder, &why))?;
    run(Command::new("node")
        .arg(place::root().join("e2e/crash.mjs"))
        .arg(kills.count.to_string())
        .arg(&folder)
        .args(kills.seed.map(|seed| seed.to_string())))?;
    let done = figures(&folder.join("figures.json"))?;
    let mut found = Found::default();
    for file in desk_files(&folder.join("state/nuanyi-desk"))? {
        found.files += 1;
        found.entries += audit::sound(&file)?.entries;
        found
            .references
            .extend(ObjectFile::open(&file)?.references()?);
    }
    each_once(&done.references, &found.references)?;
    println!(
        "seed {}: {} kills, {} submissions in {} attempts, {} cut off: none lost, none twice; {} files whole, {} audit entries sound",
        done.seed,
        done.kills,
        done.references.len(),
        done.attempts,
        done.cut_off,
        found.files,
        found.entries
    );
    fs::remove_dir_all(&folder).map_err(|why| lost(&folder, &why))
}

/// Whether the requests that are kept are those that were submitted, and no others.
fn each_once(submitted: &[String], kept: &[String]) -> Outcome {
    let of = |all: &[String]| all.iter().cloned().collect::<BTreeSet<_>>();
    let (receipts, rows) = (of(submitted), of(kept));
    let fewer = submitted.len() - receipts.len();
    let missing = receipts.difference(&rows).count();
    let extra = rows.difference(&receipts).count();
    if (fewer, missing, extra, kept.len()) == (0, 0, 0, rows.len()) {
        return Ok(());
    }
    Err(problem(format!(
        "{missing} of {} submissions are not kept, {fewer} share a reference, and {extra} of {} requests are nobody’s receipt.",
        submitted.len(),
        kept.len()
    )))
}

fn figures(file: &Path) -> Outcome<Figures> {
    let text = fs::read_to_string(file).map_err(|why| lost(file, &why))?;
    serde_json::from_str(&text).map_err(|why| problem(format!("{}: {why}.", file.display())))
}

/// The files of the desks; beside them lies the runtime's own, of alarms.
fn desk_files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|why| lost(folder, &why))?;
    let is_desk = |path: &PathBuf| {
        path.extension().is_some_and(|ending| ending == "sqlite")
            && !path.ends_with("metadata.sqlite")
    };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    Ok(paths.filter(is_desk).collect())
}

fn lost(path: &Path, why: &std::io::Error) -> crate::sh::Problem {
    problem(format!("{}: {why}.", path.display()))
}

#[cfg(test)]
mod tests {
    use super::each_once;

    #[track_caller]
    fn check(submitted: &str, kept: &str, expected: bool) {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let outcome = each_once(&words(submitted), &words(kept));
        assert_eq!(outcome.is_ok(), expected, "{outcome:?}");
    }

    #[test]
    fn each_once_is_neither_lost_nor_twice_nor_somebody_elses() {
        check("a b c", "c b a", true);
        check("a b c", "a b", false);
        check("a b", "a b c", false);
        check("a b", "a b b", false);
        check("a a", "a", false);
    }
}
