//! The rules of the house that a machine can check.

mod rules;

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::process::Command;

use super::count::Count;
use crate::sh::{Outcome, ask, problem};
use rules::RULES;

/// Checks every file that git knows or would add; each rule counts as one.
pub(crate) fn check(root: &Path) -> Count {
    let files = match files(root) {
        Ok(files) => files,
        Err(why) => return Count::of(&Err::<(), _>(why)),
    };
    RULES.iter().fold(Count::default(), |count, rule| {
        let breaches: String = files
            .iter()
            .flat_map(|(path, text)| rule.breaches(path, text))
            .map(|breach| format!("{breach}\n"))
            .collect();
        let kept = match breaches.is_empty() {
            true => Ok(()),
            false => Err(problem(format!("{breaches}  {}\n", rule.because))),
        };
        count + Count::of(&kept)
    })
}

/// Holds every word that the rules forbid.
const THE_RULES: &str = "xtask/src/test/tidy/";

/// Path from the root, and text. Files that are not text (pictures, archives) have no rules.
fn files(root: &Path) -> Outcome<Vec<(String, String)>> {
    let list = ask(Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root));
    let list = list.ok_or_else(|| problem("`git ls-files` failed: tidy reads what git knows."))?;
    let ruled = list.lines().filter(|path| !path.starts_with(THE_RULES));
    let mut files = Vec::new();
    for path in ruled {
        match fs::read(root.join(path)) {
            Ok(bytes) => files.extend(String::from_utf8(bytes).map(|text| (path.to_owned(), text))),
            // Removed, and git not yet told.
            Err(why) if why.kind() == ErrorKind::NotFound => {}
            Err(why) => return Err(problem(format!("{path}: {why}."))),
        }
    }
    Ok(files)
}
