//! Reads the policy files, checks them, and writes them as Rust: what can be wrong with a rule is
//! wrong here, and the program that runs has no parser and no failure.

mod check;
mod conditions;
mod facts;
mod logic;
mod model;
mod programme;
mod reader;
mod service;
mod shared;
mod write;

use std::fmt;

/// A policy file.
pub(crate) struct File {
    /// Its path, as problems name it.
    pub(crate) name: String,
    /// What is in it.
    pub(crate) text: String,
}

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Problem {
    file: String,
    line: usize,
    text: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}", self.file, self.line, self.text)
    }
}

/// The Rust source of all rules, or everything that is wrong with them. `facts.toml` holds the
/// facts, `services.toml` the services, every other file a programme.
pub(crate) fn compile(files: &[File]) -> Result<String, Vec<Problem>> {
    let mut problems = Vec::new();
    let named = |name: &'static str| files.iter().find(move |file| stem(file) == name);
    let facts = named("facts").and_then(|file| reader::read(file, &mut problems, facts::facts));
    let facts = facts.unwrap_or_default();
    let programmes: Vec<_> = files
        .iter()
        .filter(|file| !matches!(stem(file), "facts" | "services"))
        .filter_map(|file| {
            reader::read(file, &mut problems, |doc, root| {
                let programme = programme::programme(doc, root, stem(file), &facts)?;
                check::check(doc, &programme, &facts);
                Some(programme)
            })
        })
        .collect();
    let services = named("services").and_then(|file| {
        reader::read(file, &mut problems, |doc, root| {
            service::services(doc, root, &programmes)
        })
    });
    problems.sort();
    match problems.is_empty() {
        true => Ok(write::rust(
            &facts,
            &programmes,
            &services.unwrap_or_default(),
        )),
        false => Err(problems),
    }
}

/// A file's name without folder and ending.
fn stem(file: &File) -> &str {
    let name = file.name.rsplit('/').next().unwrap_or(&file.name);
    name.strip_suffix(".toml").unwrap_or(name)
}
