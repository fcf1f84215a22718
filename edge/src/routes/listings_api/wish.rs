//! What staff send as JSON about a listing: cells, a version to restore, a decision.

use super::super::fields::{Fields, Members};
use super::super::params::problem;
use crate::problem::FieldProblem;
use crate::registry::Decision;
use domain::listing::entry::{Aspect, Cells};
use domain::listing::{Column, Subject};
use serde_json::Value as Json;

/// An edit of an entry.
#[derive(Debug, PartialEq)]
pub(super) struct Edit {
    /// The version that it was made from.
    pub(super) base: u32,
    pub(super) content: Content,
    pub(super) why: String,
}

/// What the entry is to become.
#[derive(Debug, PartialEq)]
pub(super) enum Content {
    Cells(Cells),
    /// What it was in that version.
    Version(u32),
}

/// The cells of a new entry, and why it is made.
pub(super) fn create(
    subject: Subject,
    members: &Members,
) -> Result<(Cells, String), Vec<FieldProblem>> {
    let mut fields = Fields::of(members, &["cells", "why"]);
    let why = fields.text("why").unwrap_or_default();
    let content = cells(subject, &mut fields);
    if content.is_none() && !members.contains_key("cells") {
        fields.wrong("cells", "missing", "an object: texts by column");
    }
    fields.sound((content.unwrap_or_default(), why))
}

/// An edit, or everything that is wrong with it.
pub(super) fn edit(subject: Subject, members: &Members) -> Result<Edit, Vec<FieldProblem>> {
    let mut fields = Fields::of(members, &["version", "cells", "restores", "why"]);
    let base = fields.needed("version", "the number of a version", version);
    let why = fields.text("why").unwrap_or_default();
    let restores = fields.read("restores", "the number of a version", version);
    let content = match (cells(subject, &mut fields), restores) {
        (Some(cells), None) => Some(Content::Cells(cells)),
        (None, Some(version)) => Some(Content::Version(version)),
        _ if fields.errors.is_empty() => {
            fields.wrong("cells", "missing", "either cells or restores");
            None
        }
        _ => None,
    };
    match (base, content) {
        (Some(base), Some(content)) if fields.errors.is_empty() => Ok(Edit { base, content, why }),
        _ => Err(fields.errors),
    }
}

/// Why something is done, where that is all.
pub(super) fn why(members: &Members) -> Result<String, Vec<FieldProblem>> {
    let mut fields = Fields::of(members, &["why"]);
    let why = fields.text("why").unwrap_or_default();
    fields.sound(why)
}

/// A decision, and a word with it: whoever declines says why.
pub(super) fn decision(members: &Members) -> Result<(Decision, String), Vec<FieldProblem>> {
    let mut fields = Fields::of(members, &["decision", "note"]);
    let wanted = "one of approve, decline, withdraw";
    let decision = fields.needed("decision", wanted, |value| {
        Decision::from_code(value.as_str()?)
    });
    let note = fields.text("note").unwrap_or_default();
    if decision == Some(Decision::Decline) && note.trim().is_empty() {
        fields.wrong("note", "missing", "whoever proposed it will read it");
    }
    match decision {
        Some(decision) if fields.errors.is_empty() => Ok((decision, note)),
        _ => Err(fields.errors),
    }
}

fn version(value: &Json) -> Option<u32> {
    u32::try_from(value.as_u64()?).ok()
}

/// Texts by the code of their column; null is as good as none.
fn cells(subject: Subject, fields: &mut Fields<'_>) -> Option<Cells> {
    let sent = fields.read("cells", "an object: texts by column", |value| {
        value.as_object().cloned()
    })?;
    let mut cells = Cells::default();
    for (code, text) in &sent {
        let field = format!("cells.{code}");
        let column = Column::from_code(code).filter(|column| is_of(subject, *column));
        match (column, text) {
            (Some(column), Json::String(text)) => cells.set(column, text.as_str()),
            (Some(_), Json::Null) => {}
            (Some(_), _) => fields.wrong(&field, "unknown_value", "a string"),
            (None, _) => {
                let unknown = problem(&field, "unknown_name", "no column has this name");
                fields.errors.push(unknown);
            }
        }
    }
    Some(cells)
}

/// Whether entries of that listing are told by that column.
fn is_of(subject: Subject, column: Column) -> bool {
    Aspect::of(subject).any(|aspect| aspect.columns().contains(&column))
}

#[cfg(test)]
mod tests;
