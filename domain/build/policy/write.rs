//! Writes facts and programmes as Rust. What decides and what is only read stand in tables of
//! their own, so that a program that shows no words links none.

use super::model::{
    Amount, Choice, Condition, Fact, Kind, Programme, Source, Sum, Test, Text, Version,
};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// The whole file, to be included where the types of `domain::policy` are in scope.
pub(super) fn rust(facts: &[Fact], programmes: &[Programme]) -> String {
    let mut words = Words::default();
    let rules: Vec<_> = programmes
        .iter()
        .map(|each| words.programme(each))
        .collect();
    let rows = |rows: Vec<String>| rows.iter().map(|row| format!("    {row},\n")).collect();
    let table = |name: &str, of: &str, list: Vec<String>| {
        let (count, rows): (_, String) = (list.len(), rows(list));
        format!("pub(super) static {name}: [{of}; {count}] = [\n{rows}];\n")
    };
    [
        names("Fact", facts.iter().map(|fact| fact.id.as_str())),
        names("Programme", programmes.iter().map(|each| each.id.as_str())),
        table(
            "FACTS",
            "FactRule",
            facts
                .iter()
                .enumerate()
                .map(|(place, fact)| fact_rule(place, fact, programmes))
                .collect(),
        ),
        table(
            "FACT_TEXTS",
            "FactTexts",
            facts.iter().map(fact_texts).collect(),
        ),
        table("PROGRAMMES", "Rules", rules),
        table(
            "PROGRAMME_TEXTS",
            "ProgrammeTexts",
            programmes.iter().map(texts).collect(),
        ),
        table(
            "SOURCES",
            "SourceRow",
            words.sources.iter().map(source_row).collect(),
        ),
        table(
            "UNSTATED",
            "Text",
            words.unstated.iter().map(text).collect(),
        ),
        table("GIVES", "Text", words.gives.iter().map(text).collect()),
        table("WHATS", "Text", words.whats.iter().map(text).collect()),
    ]
    .join("\n")
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

fn fact_rule(place: usize, fact: &Fact, programmes: &[Programme]) -> String {
    let (kind, from, to) = match &fact.kind {
        Kind::YesNo(_) => ("YesNo", 0, 0),
        Kind::Choice(_) => ("Choice", 0, 0),
        Kind::Set(_) => ("Set", 0, 0),
        Kind::Number(from, to) => ("Number", *from, *to),
        Kind::Date => ("Date", i32::MIN, i32::MAX),
    };
    let (ids, changeable) = match &fact.kind {
        Kind::YesNo(change) => (vec!["no", "yes"], u32::from(change.is_some()) << 1),
        Kind::Choice(options) | Kind::Set(options) => {
            let bits = options.iter().enumerate();
            let bits = bits.map(|(place, option)| u32::from(option.change.is_some()) << place);
            (
                options.iter().map(|option| option.id.as_str()).collect(),
                bits.sum(),
            )
        }
        Kind::Number(..) | Kind::Date => (Vec::new(), 0),
    };
    let samples = match fact.kind {
        Kind::Number(..) | Kind::Date => samples(place, from..=to, programmes),
        _ => Vec::new(),
    };
    let id = &fact.id;
    format!(
        "FactRule {{ id: {id:?}, kind: Kind::{kind}, options: &{ids:?}, changeable: {changeable}, from: {from}, to: {to}, samples: &{samples:?} }}"
    )
}

/// A value on each side of every bound that a rule sets.
fn samples(
    fact: usize,
    range: std::ops::RangeInclusive<i32>,
    programmes: &[Programme],
) -> Vec<i32> {
    let mut bounds = BTreeSet::new();
    for version in programmes.iter().flat_map(|each| &each.versions) {
        for condition in conditions(version) {
            bounds_of(fact, condition, &mut bounds);
        }
    }
    bounds.retain(|value| range.contains(value));
    bounds.into_iter().collect()
}

fn bounds_of(asked: usize, condition: &Condition, bounds: &mut BTreeSet<i32>) {
    match &condition.test {
        Test::All(parts) | Test::Any(parts) => {
            parts.iter().for_each(|part| bounds_of(asked, part, bounds));
        }
        Test::Not(part) => bounds_of(asked, part, bounds),
        Test::Within { fact, from, to } if *fact == asked => {
            bounds.extend([from.saturating_sub(1), *from, *to, to.saturating_add(1)]);
        }
        _ => {}
    }
}

fn fact_texts(fact: &Fact) -> String {
    let (options, changes) = match &fact.kind {
        Kind::YesNo(change) => (Vec::new(), vec![None, change.as_ref()]),
        Kind::Choice(options) | Kind::Set(options) => (
            options.iter().map(|option| text(&option.name)).collect(),
            options
                .iter()
                .map(|Choice { change, .. }| change.as_ref())
                .collect(),
        ),
        Kind::Number(..) | Kind::Date => (Vec::new(), Vec::new()),
    };
    let changes: Vec<_> = changes.into_iter().map(optional_text).collect();
    format!(
        "FactTexts {{ name: {}, question: {}, help: {}, options: &[{}], changes: &[{}] }}",
        text(&fact.name),
        text(&fact.question),
        text(&fact.help),
        options.join(", "),
        changes.join(", ")
    )
}

fn texts(programme: &Programme) -> String {
    let list = |list: &[Text]| list.iter().map(text).collect::<Vec<_>>().join(", ");
    format!(
        "ProgrammeTexts {{ name: {}, summary: {}, body: {}, next: {}, documents: &[{}], not_stated: &[{}], ended: {} }}",
        text(&programme.name),
        text(&programme.summary),
        text(&programme.body),
        text(&programme.next),
        list(&programme.documents),
        list(&programme.not_stated),
        optional_text(programme.ended.as_ref())
    )
}

/// Texts and sources of rules, numbered as they are met.
#[derive(Default)]
struct Words {
    sources: Vec<Source>,
    unstated: Vec<Text>,
    gives: Vec<Text>,
    whats: Vec<Text>,
}

impl Words {
    fn programme(&mut self, programme: &Programme) -> String {
        let versions: Vec<_> = programme
            .versions
            .iter()
            .map(|version| self.version(version))
            .collect();
        let stations: String = programme
            .stations
            .iter()
            .map(|code| format!(".with(station::Kind::{})", camel(code)))
            .collect();
        format!(
            "Rules {{ id: {:?}, request: {:?}, stations: KindSet::EMPTY{stations}, class_finder: {}, versions: &[{}] }}",
            programme.id,
            programme.request,
            programme.class_finder,
            versions.join(", ")
        )
    }

    fn version(&mut self, version: &Version) -> String {
        let facts = conditions(version).fold(0_u32, |mask, condition| mask | facts(condition));
        let conditions: Vec<_> = version
            .conditions
            .iter()
            .map(|condition| self.condition(condition))
            .collect();
        let amounts: Vec<_> = version
            .amounts
            .iter()
            .map(|amount| self.amount(amount))
            .collect();
        let end = NaiveDate::from_ymd_opt(version.stated_as_of, 12, 31);
        format!(
            "Version {{ from: {}, to: {}, stated_until: {}, source: {}, conditions: &[{}], amounts: &[{}], facts: FactSet({facts}), gives: {} }}",
            optional_date(version.from),
            optional_date(version.to),
            date(end.expect("the check found the year within the period")),
            self.source(&version.source),
            conditions.join(", "),
            amounts.join(", "),
            place(&mut self.gives, &version.gives),
        )
    }

    fn condition(&mut self, condition: &Condition) -> String {
        let mut list = |parts: &[Condition]| {
            let parts: Vec<_> = parts.iter().map(|part| self.condition(part)).collect();
            format!("&[{}]", parts.join(", "))
        };
        let test = match &condition.test {
            Test::All(parts) => format!("All({})", list(parts)),
            Test::Any(parts) => format!("Any({})", list(parts)),
            Test::Not(part) => format!("Not(&{})", self.condition(part)),
            Test::Options { fact, mask } => {
                format!("Options {{ fact: Fact({fact}), mask: {mask} }}")
            }
            Test::Within { fact, from, to } => {
                format!("Within {{ fact: Fact({fact}), from: {from}, to: {to} }}")
            }
            Test::Everyone => "Everyone".to_owned(),
            Test::Unstated(words) => {
                format!("Unstated(Unstated({}))", place(&mut self.unstated, words))
            }
        };
        let source = self.source(&condition.source);
        format!("Condition {{ test: Test::{test}, source: {source} }}")
    }

    fn amount(&mut self, amount: &Amount) -> String {
        let sum = match &amount.sum {
            Sum::Fixed(yuan) => format!("Fixed({yuan})"),
            Sum::OneOf(sums) => format!("OneOf(&{sums:?})"),
            Sum::AtMost(yuan) => format!("AtMost({yuan})"),
            Sum::Range(from, to) => format!("Range({from}, {to})"),
            Sum::NotStated => "NotStated".to_owned(),
        };
        let when = match &amount.when {
            Some(condition) => format!("Some({})", self.condition(condition)),
            None => "None".to_owned(),
        };
        format!(
            "Amount {{ sum: Sum::{sum}, when: {when}, source: {}, what: {} }}",
            self.source(&amount.source),
            place(&mut self.whats, &amount.what),
        )
    }

    fn source(&mut self, source: &Source) -> String {
        format!("Source({})", place(&mut self.sources, source))
    }
}

/// The place of `item` in `list`, where it is put if it is new.
fn place<T: Clone + PartialEq>(list: &mut Vec<T>, item: &T) -> usize {
    list.iter()
        .position(|known| known == item)
        .unwrap_or_else(|| {
            list.push(item.clone());
            list.len() - 1
        })
}

/// Its conditions and those on which amounts depend.
fn conditions(version: &Version) -> impl Iterator<Item = &Condition> {
    let when = version
        .amounts
        .iter()
        .filter_map(|amount| amount.when.as_ref());
    version.conditions.iter().chain(when)
}

/// One bit for each fact that a condition asks.
fn facts(condition: &Condition) -> u32 {
    match &condition.test {
        Test::All(parts) | Test::Any(parts) => {
            parts.iter().fold(0, |mask, part| mask | facts(part))
        }
        Test::Not(part) => facts(part),
        Test::Options { fact, .. } | Test::Within { fact, .. } => 1 << fact,
        Test::Everyone | Test::Unstated(_) => 0,
    }
}

fn source_row(source: &Source) -> String {
    let Source {
        document,
        year,
        place,
    } = source;
    format!("SourceRow {{ document: {document:?}, year: {year}, place: {place:?} }}")
}

fn text(text: &Text) -> String {
    format!("Text {{ zh: {:?}, en: {:?} }}", text.zh, text.en)
}

fn optional_text(words: Option<&Text>) -> String {
    words.map_or("None".to_owned(), |words| format!("Some({})", text(words)))
}

fn optional_date(day: Option<NaiveDate>) -> String {
    day.map_or("None".to_owned(), |day| format!("Some({})", date(day)))
}

fn date(day: NaiveDate) -> String {
    format!("day({}, {}, {})", day.year(), day.month(), day.day())
}

/// `caring_station` as `CaringStation`.
fn camel(code: &str) -> String {
    let words = code
        .split('_')
        .map(|word| word[..1].to_uppercase() + &word[1..]);
    words.collect()
}
