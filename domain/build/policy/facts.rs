//! Reads what a rule may ask.

use super::model::{Choice, Fact, Kind, Text};
use super::reader::{Doc, Item, Table};
use super::shared::identifier;
use std::collections::BTreeSet;

/// As many as fit the bits of an answer.
const MOST_OPTIONS: usize = 30;

/// What an address and the API say for themselves: no set can have an option of this name.
const RESERVED: [&str; 2] = ["unknown", "none"];

/// All facts of the file, or as many of them as can be read.
pub(super) fn facts(doc: &Doc, root: Table) -> Option<Vec<Fact>> {
    let list = root.only(&["fact"]).need("fact")?.list()?;
    let mut seen = BTreeSet::new();
    let mut facts = Vec::new();
    for item in list {
        if let Some(fact) = fact(item) {
            if !seen.insert(fact.id.clone()) {
                doc.complain(item.line(), format!("fact `{}` is there twice", fact.id));
            }
            facts.push(fact);
        }
    }
    Some(facts)
}

fn fact(item: Item) -> Option<Fact> {
    let table = item.table()?.only(&[
        "id", "kind", "name", "question", "help", "options", "from", "to", "change",
    ]);
    let (name, question, help) = (
        table.need("name").and_then(Item::text),
        table.need("question").and_then(Item::text),
        table.need("help").and_then(Item::text),
    );
    let kind = kind(table);
    Some(Fact {
        id: identifier(table.need("id")?, '_')?,
        kind: kind?,
        name: name?,
        question: question?,
        help: help?,
    })
}

fn kind(table: Table) -> Option<Kind> {
    let kind = table.need("kind")?;
    let extra: &[&str] = match kind.string()? {
        "yes_no" => &["change"],
        "choice" | "set" => &["options"],
        "number" => &["from", "to"],
        _ => &[],
    };
    for key in ["change", "options", "from", "to"] {
        if let Some(item) = table.get(key).filter(|_| !extra.contains(&key)) {
            item.complain(format!("`{key}` means nothing for this kind"));
        }
    }
    match kind.string()? {
        "yes_no" => Some(Kind::YesNo(change(table)?)),
        "choice" => Some(Kind::Choice(options(
            table,
            &["id", "name", "change"],
            &RESERVED[..1],
        )?)),
        // What somebody has of several things is not chosen by a step.
        "set" => Some(Kind::Set(options(table, &["id", "name"], &RESERVED)?)),
        "number" => {
            let (from, to) = (table.need("from")?, table.need("to")?);
            let (first, last) = (from.number()?, to.number()?);
            if first >= last {
                to.complain("the last number must be above the first");
            }
            Some(Kind::Number(first, last))
        }
        _ => {
            kind.complain("a fact is a `yes_no`, `choice`, `set` or `number`");
            None
        }
    }
}

fn options(table: Table, keys: &[&'static str], reserved: &[&str]) -> Option<Vec<Choice>> {
    let item = table.need("options")?;
    let list = item.list()?;
    if !(2..=MOST_OPTIONS).contains(&list.len()) {
        item.complain(format!("there must be 2 to {MOST_OPTIONS} options"));
    }
    let mut seen = BTreeSet::new();
    list.into_iter()
        .map(|item| {
            let table = item.table()?.only(keys);
            let id = identifier(table.need("id")?, '_')?;
            if reserved.contains(&&*id) || !seen.insert(id.clone()) {
                item.complain(format!("`{id}` is taken"));
            }
            Some(Choice {
                id,
                name: table.need("name")?.text()?,
                change: change(table)?,
            })
        })
        .collect()
}

/// `Some(None)` if nothing is said, `None` if it cannot be read.
fn change(table: Table) -> Option<Option<Text>> {
    match table.get("change") {
        None => Some(None),
        Some(item) => item.text().map(Some),
    }
}
