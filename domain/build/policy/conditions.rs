//! Reads conditions, each against the facts it asks.

use super::model::{Condition, Fact, Kind, Source, Test};
use super::reader::{Item, Table};

const FORMS: [&str; 6] = ["fact", "all", "any", "not", "everyone", "unstated"];
const COMPARISONS: [&str; 4] = ["is", "in", "at_least", "at_most"];

/// One condition; `around` is the source of the group around it.
pub(super) fn condition(item: Item, around: Option<&Source>, facts: &[Fact]) -> Option<Condition> {
    let table = item
        .table()?
        .only(&[&FORMS[..], &COMPARISONS, &["source"]].concat());
    let own = match table.get("source") {
        Some(source) => Some(source.source()?),
        None => around.cloned(),
    };
    let (form, value) = table.one_of(&FORMS)?;
    if form != "fact" {
        for key in COMPARISONS {
            if let Some(item) = table.get(key) {
                item.complain(format!("`{key}` compares a `fact`"));
            }
        }
    }
    let parts = |value: Item| {
        let list = value.list()?;
        if list.len() < 2 {
            value.complain("a group has at least two conditions");
        }
        list.into_iter()
            .map(|part| condition(part, own.as_ref(), facts))
            .collect::<Option<Vec<_>>>()
    };
    let test = match form {
        "all" => Test::All(parts(value)?),
        "any" => Test::Any(parts(value)?),
        "not" => Test::Not(Box::new(condition(value, own.as_ref(), facts)?)),
        "everyone" => value.stands().map(|()| Test::Everyone)?,
        "unstated" => Test::Unstated(value.text()?),
        _ => comparison(table, value, facts)?,
    };
    // A group whose parts all have sources needs none of its own.
    let source = own.or_else(|| parts_source(&test));
    if source.is_none() {
        item.complain("this condition has no source");
    }
    Some(Condition {
        line: item.line(),
        source: source?,
        test,
    })
}

fn parts_source(test: &Test) -> Option<Source> {
    match test {
        Test::All(parts) | Test::Any(parts) => parts.first().map(|part| part.source.clone()),
        Test::Not(part) => Some(part.source.clone()),
        _ => None,
    }
}

fn comparison(table: Table, name: Item, facts: &[Fact]) -> Option<Test> {
    let id = name.string()?;
    let Some(fact) = facts.iter().position(|fact| fact.id == id) else {
        name.complain(format!("there is no fact `{id}`"));
        return None;
    };
    let wanted: &[&str] = match &facts[fact].kind {
        Kind::YesNo(_) => &["is"],
        Kind::Choice(_) | Kind::Set(_) => &["in"],
        Kind::Number(..) => &["at_least", "at_most"],
    };
    let other = |key: &&&str| !wanted.contains(key) && table.get(key).is_some();
    if let Some(item) = COMPARISONS
        .iter()
        .find(other)
        .and_then(|key| table.get(key))
    {
        item.complain(format!(
            "`{id}` is compared with `{}`",
            wanted.join("` or `")
        ));
        return None;
    }
    if wanted.iter().all(|key| table.get(key).is_none()) {
        name.complain(format!(
            "`{id}` must be compared with `{}`",
            wanted.join("` or `")
        ));
        return None;
    }
    let mask = |mask| Test::Options { fact, mask };
    let test = match &facts[fact].kind {
        Kind::YesNo(_) => mask(1 << u32::from(table.get("is")?.bool()?)),
        Kind::Choice(options) | Kind::Set(options) => {
            let ids: Vec<_> = options.iter().map(|option| option.id.as_str()).collect();
            mask(membership(table.get("in")?, &ids)?)
        }
        Kind::Number(first, last) => {
            let bound = |key, open| table.get(key).map_or(Some(open), Item::number);
            let (from, to) = (bound("at_least", *first)?, bound("at_most", *last)?);
            Test::Within { fact, from, to }
        }
    };
    Some(test)
}

/// The bits of the options in a list.
fn membership(item: Item, options: &[&str]) -> Option<u32> {
    let list = item.list()?;
    if list.is_empty() {
        item.complain("at least one option must be named");
    }
    list.into_iter().try_fold(0, |mask, item| {
        let id = item.string()?;
        let Some(place) = options.iter().position(|option| *option == id) else {
            item.complain(format!("there is no option `{id}`"));
            return None;
        };
        Some(mask | 1 << place)
    })
}
