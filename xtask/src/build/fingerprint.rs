//! Skips a step whose inputs are the ones it last ran with.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

use crate::place;
use crate::sh::{Outcome, announce, problem};

/// A step of the build that depends on nothing but its inputs.
pub(crate) struct Step<'a> {
    /// What it makes, for the person waiting.
    pub(crate) name: &'a str,
    /// Files and folders, from the root. One that does not exist is an input too: it may appear.
    pub(crate) inputs: &'a [&'a Path],
    /// Whatever else it depends on: options, the compiler.
    pub(crate) settings: &'a str,
    /// What must exist for the step to count as done.
    pub(crate) outputs: &'a [&'a Path],
}

impl Step<'_> {
    /// Runs `work` unless it was done with the same inputs.
    pub(crate) fn run(&self, work: impl FnOnce() -> Outcome) -> Outcome {
        let note = place::workshop().join(self.name).with_extension("done");
        let print = self.print().map_err(|why| {
            problem(format!(
                "The sources of the {} cannot be read: {why}.",
                self.name
            ))
        })?;
        let done = fs::read_to_string(&note).is_ok_and(|seen| seen == print);
        if done && self.outputs.iter().all(|output| output.exists()) {
            return Ok(());
        }
        announce(&format!("Building the {}", self.name));
        // A step that fails half-way must not pass for done.
        let _ = fs::remove_file(&note);
        work()?;
        fs::create_dir_all(place::workshop())
            .and_then(|()| fs::write(&note, print))
            .map_err(|why| problem(format!("{}: {why}.", note.display())))
    }

    fn print(&self) -> io::Result<String> {
        let mut hasher = DefaultHasher::new();
        self.settings.hash(&mut hasher);
        for input in self.inputs {
            let path = place::root().join(input);
            if path.exists() {
                for file in files(&path)? {
                    file.hash(&mut hasher);
                    fs::read(&file)?.hash(&mut hasher);
                }
            }
        }
        Ok(format!("{:016x}", hasher.finish()))
    }
}

/// The file itself, or all files below a folder, in a fixed order.
pub(crate) fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let mut entries = fs::read_dir(path)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    let nested = entries.iter().map(|entry| files(entry));
    Ok(nested.collect::<io::Result<Vec<_>>>()?.concat())
}
