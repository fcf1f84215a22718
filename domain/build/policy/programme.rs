//! Reads a programme.

use super::conditions::condition;
use super::model::{Amount, Fact, Programme, Source, Sum, Text, Version};
use super::reader::{Doc, Item, Table};
use super::shared::{REQUESTS, STATIONS, each, identifier, known, optional};
use chrono::NaiveDate;

const KEYS: [&str; 12] = [
    "id",
    "name",
    "summary",
    "body",
    "next",
    "request",
    "stations",
    "documents",
    "class_finder",
    "not_stated",
    "ended",
    "version",
];

/// The programme in a file called `stem`.
pub(super) fn programme(doc: &Doc, root: Table, stem: &str, facts: &[Fact]) -> Option<Programme> {
    let root = root.only(&KEYS);
    let text = |key| root.need(key).and_then(Item::text);
    let (name, summary, body, next) = (text("name"), text("summary"), text("body"), text("next"));
    let id = root.need("id").and_then(|item| identifier(item, '-'));
    if id.as_ref().is_some_and(|id| id != stem) {
        doc.complain(1, format!("the file is called {stem}: so must be its id"));
    }
    let request = root.need("request").and_then(|item| known(item, &REQUESTS));
    let stations = each(root.need("stations"), |item| known(item, &STATIONS));
    let documents = each(root.need("documents"), Item::text);
    let not_stated = each(root.need("not_stated"), Item::text);
    let class_finder = root.get("class_finder").map_or(Some(false), Item::bool);
    let ended = optional(root.get("ended"), Item::text);
    let versions = each(root.need("version"), |item| version(item, facts));
    Some(Programme {
        id: id?,
        name: name?,
        summary: summary?,
        body: body?,
        next: next?,
        request: request?,
        stations: stations?,
        documents: documents?,
        class_finder: class_finder?,
        not_stated: not_stated?,
        ended: ended?,
        versions: versions?,
    })
}

fn version(item: Item, facts: &[Fact]) -> Option<Version> {
    let table = item.table()?.only(&[
        "from",
        "to",
        "stated_as_of",
        "source",
        "gives",
        "condition",
        "amount",
    ]);
    let from = optional(table.get("from"), |item| day(item, 1, 1));
    let to = optional(table.get("to"), |item| day(item, 12, 31));
    let stated_as_of = table.need("stated_as_of").and_then(Item::number);
    let source = table.need("source").and_then(Item::source);
    let gives = table.need("gives").and_then(Item::text);
    let conditions = each(table.need("condition"), |item| condition(item, None, facts));
    let amounts = match table.get("amount") {
        None => Some(Vec::new()),
        amounts => each(amounts, |item| amount(item, facts)),
    };
    Some(Version {
        line: item.line(),
        from: from?,
        to: to?,
        stated_as_of: stated_as_of?,
        source: source?,
        gives: gives?,
        conditions: conditions?,
        amounts: amounts?,
    })
}

fn amount(item: Item, facts: &[Fact]) -> Option<Amount> {
    let table = item.table()?.only(&[
        "yuan", "one_of", "at_most", "from", "to", "unstated", "for", "when", "source",
    ]);
    let source: Option<Source> = match table.get("source") {
        Some(source) => source.source(),
        None => {
            item.complain("this figure has no source");
            None
        }
    };
    let what: Option<Text> = table.need("for").and_then(Item::text);
    let when = optional(table.get("when"), |when| {
        condition(when, Some(source.as_ref()?), facts)
    });
    let sum = sum(table);
    Some(Amount {
        sum: sum?,
        what: what?,
        when: when?,
        source: source?,
    })
}

fn sum(table: Table) -> Option<Sum> {
    let (form, value) = table.one_of(&["yuan", "one_of", "at_most", "from", "unstated"])?;
    if let Some(to) = table.get("to").filter(|_| form != "from") {
        to.complain("`to` goes with `from`");
    }
    Some(match form {
        "yuan" => Sum::Fixed(value.yuan()?),
        "one_of" => {
            let sums = each(Some(value), Item::yuan)?;
            if sums.len() < 2 {
                value.complain("one sum is `yuan`");
            }
            Sum::OneOf(sums)
        }
        "at_most" => Sum::AtMost(value.yuan()?),
        "from" => {
            let (from, to) = (value.yuan()?, table.need("to")?);
            if to.yuan()? <= from {
                to.complain("the range must rise");
            }
            Sum::Range(from, to.yuan()?)
        }
        _ => value.stands().map(|()| Sum::NotStated)?,
    })
}

/// A date, or that day of a year.
fn day(item: Item, month: u32, day: u32) -> Option<NaiveDate> {
    if !item.is_number() {
        return item.date();
    }
    let date = NaiveDate::from_ymd_opt(item.number()?, month, day);
    if date.is_none() {
        item.complain("there is no such year");
    }
    date
}
