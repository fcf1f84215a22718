//! The parameters that only the API has: `at` or `on`, and `limit`.

use crate::problem::{FieldProblem, Problem};
use crate::visit::Visit;
use chrono::NaiveDate;
use domain::class::ClassSearch;
use domain::params::{ParamProblem, ParamProblemKind};
use domain::search::Search;
use domain::time::{BeijingTime, date};

/// Stations a page, unless `limit` says otherwise.
const USUAL_LIMIT: usize = 20;

/// The most that `limit` may ask for.
const MOST_LIMIT: usize = 200;

/// A query of nothing but errors says the first of them.
const MOST_PROBLEMS: usize = 20;

/// A search of the API.
pub(super) struct ListParams {
    pub(super) search: Search,
    pub(super) at: BeijingTime,
    pub(super) limit: usize,
}

impl ListParams {
    /// Reads the query whole; what is not understood is a problem, each named.
    pub(super) fn read(visit: &Visit) -> Result<Self, Problem> {
        let (search, problems) = Search::parse_with(visit.query(), &["at", "limit"]);
        let mut errors: Vec<_> = problems.iter().map(field_problem).collect();
        let at = at(visit, &mut errors);
        let limit = limit(visit, &mut errors);
        if errors.is_empty() {
            Ok(Self { search, at, limit })
        } else {
            Err(Problem::Invalid(errors))
        }
    }
}

/// A search for holiday classes.
pub(super) struct ClassParams {
    pub(super) search: ClassSearch,
    pub(super) on: NaiveDate,
    pub(super) limit: usize,
}

impl ClassParams {
    /// Reads the query whole; what is not understood is a problem, each named.
    pub(super) fn read(visit: &Visit) -> Result<Self, Problem> {
        let (search, problems) = ClassSearch::parse_with(visit.query(), &["on", "limit"]);
        let mut errors: Vec<_> = problems.iter().map(field_problem).collect();
        let on = match value(visit, "on", &mut errors).map(|text| date(&text)) {
            None => visit.now.date(),
            Some(Some(date)) => date,
            Some(None) => {
                errors.push(problem("on", "unknown_value", "a date like 2026-11-20"));
                visit.now.date()
            }
        };
        let limit = limit(visit, &mut errors);
        if errors.is_empty() {
            Ok(Self { search, on, limit })
        } else {
            Err(Problem::Invalid(errors))
        }
    }
}

/// How much is wanted of a list.
pub(super) fn limit(visit: &Visit, errors: &mut Vec<FieldProblem>) -> usize {
    match value(visit, "limit", errors).map(|text| text.parse()) {
        None => USUAL_LIMIT,
        Some(Ok(limit)) if (1..=MOST_LIMIT).contains(&limit) => limit,
        Some(_) => {
            errors.push(problem(
                "limit",
                "out_of_range",
                "a whole number from 1 to 200",
            ));
            USUAL_LIMIT
        }
    }
}

/// The moment that is asked about, where `at` is the only parameter.
pub(super) fn moment(visit: &Visit) -> Result<BeijingTime, Problem> {
    let mut errors = unknown(visit, &["at"]);
    let at = at(visit, &mut errors);
    if errors.is_empty() {
        Ok(at)
    } else {
        Err(Problem::Invalid(errors))
    }
}

fn at(visit: &Visit, errors: &mut Vec<FieldProblem>) -> BeijingTime {
    let Some(text) = value(visit, "at", errors) else {
        return visit.now;
    };
    BeijingTime::from_rfc3339(&text).unwrap_or_else(|| {
        errors.push(problem(
            "at",
            "unknown_value",
            "an RFC 3339 date and time, with + written as %2B",
        ));
        visit.now
    })
}

/// A problem for every parameter that none of `names` is, up to a bound.
pub(super) fn unknown(visit: &Visit, names: &[&str]) -> Vec<FieldProblem> {
    form_urlencoded::parse(visit.query().as_bytes())
        .filter(|(name, _)| !names.contains(&&**name))
        .take(MOST_PROBLEMS)
        .map(|(name, _)| problem(&name, "unknown_name", "no parameter has this name"))
        .collect()
}

/// The value of a parameter, which may stand only once.
pub(super) fn value(visit: &Visit, name: &str, errors: &mut Vec<FieldProblem>) -> Option<String> {
    let mut values = form_urlencoded::parse(visit.query().as_bytes())
        .filter_map(|(key, value)| (key == name).then_some(value));
    let value = values.next()?.into_owned();
    if values.next().is_some() {
        errors.push(problem(name, "repeated", "it may stand only once"));
    }
    Some(value)
}

/// A number in a path, written as we write it: an address has one spelling.
pub(super) fn number(text: &str) -> Option<u32> {
    let number: u32 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}

/// What is said of a parameter that was not understood.
pub(super) fn field_problem(param: &ParamProblem) -> FieldProblem {
    let (code, detail) = match param.problem {
        ParamProblemKind::UnknownName => ("unknown_name", "no parameter has this name"),
        ParamProblemKind::Repeated => ("repeated", "it may stand only once"),
        ParamProblemKind::UnknownValue => ("unknown_value", "none of the values it may have"),
        ParamProblemKind::OutOfRange => ("out_of_range", "beyond its bounds"),
        ParamProblemKind::TooLong => ("too_long", "longer than it may be"),
    };
    problem(&param.name, code, detail)
}

/// A problem with a field, whose name may be anything and is not repeated whole.
pub(super) fn problem(field: &str, code: &'static str, detail: &str) -> FieldProblem {
    let field = field.chars().take(40).collect();
    FieldProblem {
        field,
        code,
        detail: detail.to_owned(),
    }
}

/// A query, and what is wrong with it so far.
pub(super) struct Query<'v> {
    visit: &'v Visit,
    pub(super) errors: Vec<FieldProblem>,
}

impl<'v> Query<'v> {
    /// That of an address which takes these names, and no others.
    pub(super) fn of(visit: &'v Visit, names: &[&str]) -> Self {
        let errors = unknown(visit, names);
        Self { visit, errors }
    }

    /// What `read` makes of a parameter; one that it makes nothing of is a problem.
    pub(super) fn read<T>(&mut self, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = value(self.visit, name, &mut self.errors)?;
        let read = read(&text);
        if read.is_none() {
            let detail = "none of the values it may have";
            self.errors.push(problem(name, "unknown_value", detail));
        }
        read
    }

    /// How much is wanted of a list.
    pub(super) fn limit(&mut self) -> u32 {
        let limit = limit(self.visit, &mut self.errors);
        u32::try_from(limit).expect("a limit has its bound")
    }

    /// `wanted`, or everything that is wrong.
    pub(super) fn sound<T>(self, wanted: T) -> Result<T, Problem> {
        match self.errors.is_empty() {
            true => Ok(wanted),
            false => Err(Problem::Invalid(self.errors)),
        }
    }
}
