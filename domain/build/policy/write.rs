//! Writes facts, programmes and services as Rust. What decides and what is only read stand in
//! tables of their own, so that a program that shows no words links none.

mod facts;
mod literals;
mod rules;

use super::model::{Fact, Programme, Service};
use literals::{kinds, list, optional_text, source_row, text};
use rules::Words;

/// The whole file, to be included where the types of `domain::policy` are in scope.
pub(super) fn rust(facts: &[Fact], programmes: &[Programme], services: &[Service]) -> String {
    let mut words = Words::default();
    let rules: Vec<_> = programmes
        .iter()
        .map(|each| words.programme(each))
        .collect();
    let services = services
        .iter()
        .map(|each| service(each, &mut words, programmes))
        .collect();
    let rule = |(place, fact)| facts::fact_rule(place, fact, programmes);
    let texts = |list: &[_]| list.iter().map(text).collect();
    [
        names("Fact", facts.iter().map(|fact| fact.id.as_str())),
        names("Programme", programmes.iter().map(|each| each.id.as_str())),
        table(
            "FACTS",
            "FactRule",
            facts.iter().enumerate().map(rule).collect(),
        ),
        table(
            "FACT_TEXTS",
            "FactTexts",
            facts.iter().map(facts::fact_texts).collect(),
        ),
        table("PROGRAMMES", "Rules", rules),
        table(
            "PROGRAMME_TEXTS",
            "ProgrammeTexts",
            programmes.iter().map(programme_texts).collect(),
        ),
        table("SERVICES", "Service", services),
        table(
            "SOURCES",
            "SourceRow",
            words.sources.iter().map(source_row).collect(),
        ),
        table("UNSTATED", "Text", texts(&words.unstated)),
        table("GIVES", "Text", texts(&words.gives)),
        table("WHATS", "Text", texts(&words.whats)),
    ]
    .join("\n")
}

fn table(name: &str, of: &str, rows: Vec<String>) -> String {
    let count = rows.len();
    let rows: String = rows.iter().map(|row| format!("    {row},\n")).collect();
    format!("pub(super) static {name}: [{of}; {count}] = [\n{rows}];\n")
}

/// One constant for each id, numbered as the tables are.
fn names<'a>(of: &str, ids: impl Iterator<Item = &'a str>) -> String {
    let constants: String = ids
        .enumerate()
        .map(|(place, id)| {
            let name = id.to_uppercase().replace('-', "_");
            format!("    /// `{id}`\n    pub const {name}: Self = Self({place});\n")
        })
        .collect();
    format!("impl {of} {{\n{constants}}}\n")
}

fn programme_texts(programme: &Programme) -> String {
    format!(
        "ProgrammeTexts {{ name: {}, summary: {}, body: {}, next: {}, documents: {}, not_stated: {}, ended: {} }}",
        text(&programme.name),
        text(&programme.summary),
        text(&programme.body),
        text(&programme.next),
        list(&programme.documents, text),
        list(&programme.not_stated, text),
        optional_text(programme.ended.as_ref())
    )
}

fn service(service: &Service, words: &mut Words, programmes: &[Programme]) -> String {
    let sources: Vec<_> = service
        .sources
        .iter()
        .map(|source| words.source(source))
        .collect();
    let leads_to = programmes.iter().enumerate();
    let leads_to: Vec<_> = leads_to
        .filter(|(_, programme)| service.programmes.contains(&programme.id))
        .map(|(place, _)| format!("Programme({place})"))
        .collect();
    format!(
        "Service {{ id: {:?}, name: {}, summary: {}, as_of: {}, sources: &[{}], request: {:?}, stations: {}, programmes: &[{}] }}",
        service.id,
        text(&service.name),
        text(&service.summary),
        service.as_of,
        sources.join(", "),
        service.request,
        kinds(&service.stations),
        leads_to.join(", ")
    )
}
