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
    let facts = named(files, "facts", &mut problems);
    let services = named(files, "services", &mut problems);
    let (Some(facts), Some(services)) = (facts, services) else {
        return Err(problems);
    };
    let facts = reader::read(facts, &mut problems, facts::facts).unwrap_or_default();
    let others = files
        .iter()
        .filter(|file| !matches!(stem(file), "facts" | "services"));
    let programmes: Vec<_> = others
        .clone()
        .filter_map(|file| {
            reader::read(file, &mut problems, |doc, root| {
                let programme = programme::programme(doc, root, stem(file), &facts)?;
                check::check(doc, &programme, &facts);
                Some(programme)
            })
        })
        .collect();
    // A programme is known by its file, also when something else is wrong with it.
    let stems: Vec<_> = others.map(stem).collect();
    let services = reader::read(services, &mut problems, |doc, root| {
        service::services(doc, root, &stems)
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

/// The file of that name, or the complaint that it is missing.
fn named<'f>(files: &'f [File], name: &str, problems: &mut Vec<Problem>) -> Option<&'f File> {
    let file = files.iter().find(|file| stem(file) == name);
    if file.is_none() {
        problems.push(Problem {
            file: format!("policy/{name}.toml"),
            line: 1,
            text: "this file is missing".to_owned(),
        });
    }
    file
}

/// A file's name without folder and ending.
fn stem(file: &File) -> &str {
    let name = file.name.rsplit('/').next().unwrap_or(&file.name);
    name.strip_suffix(".toml").unwrap_or(name)
}
