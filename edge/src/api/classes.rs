//! Holiday classes as the API gives them.

use super::policy::{Needs, Source};
use chrono::NaiveDate;
use domain::class::{Found, HolidayClass, Reason, Row};
use domain::policy::Condition;
use serde::Serialize;

/// The answer to a search.
#[derive(Serialize)]
pub(crate) struct ClassList<'a> {
    on: NaiveDate,
    classes: Vec<Class<'a>>,
    total: usize,
    version: &'a str,
    demonstration: bool,
}

/// A class, how far it is, and whether the family that asks may join.
#[derive(Serialize)]
struct Class<'a> {
    id: u32,
    host: &'a str,
    mode: &'static str,
    district: u32,
    street: Option<u32>,
    address: &'a str,
    lat: Option<f64>,
    lng: Option<f64>,
    grades: Option<Span<u8>>,
    sessions: Vec<Span<NaiveDate>>,
    daily_hours: Option<Span<String>>,
    enrolment: Enrolment,
    places: Option<u32>,
    fee_yuan: Option<u32>,
    contact: &'a str,
    verified_at: Option<NaiveDate>,
    verified_by: &'a str,
    status: Status,
    joining: Joining,
}

/// Both ends included.
#[derive(Serialize)]
struct Span<T> {
    from: T,
    to: T,
}

#[derive(Serialize)]
struct Enrolment {
    opens: Option<NaiveDate>,
    closes: Option<NaiveDate>,
}

#[derive(Serialize)]
struct Status {
    state: &'static str,
    date: Option<NaiveDate>,
}

#[derive(Serialize)]
struct Joining {
    verdict: &'static str,
    standing: &'static str,
    conditions: Vec<Known>,
}

/// A condition with what is known of it.
#[derive(Serialize)]
struct Known {
    state: &'static str,
    needs: Need,
    /// Null for the grades of the class, which the listing states.
    source: Option<Source>,
}

/// What a condition asks, written as in the policy files.
#[derive(Serialize)]
#[serde(untagged)]
enum Need {
    Rule(Box<Needs<Need>>),
    Grades {
        fact: &'static str,
        at_least: u8,
        at_most: u8,
    },
}

impl<'a> ClassList<'a> {
    /// A page of classes in the shape of the API.
    pub(crate) fn new(
        on: NaiveDate,
        found: &Found<'a>,
        version: &'a str,
        demonstration: bool,
    ) -> Self {
        Self {
            on,
            classes: found.rows.iter().map(Class::new).collect(),
            total: found.total,
            version,
            demonstration,
        }
    }
}

impl<'a> Class<'a> {
    fn new(row: &Row<'a>) -> Self {
        let class: &'a HolidayClass = row.class;
        let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
        let sessions = class.sessions.iter();
        Self {
            id: class.id.0,
            host: &class.host,
            mode: class.mode.code(),
            district: class.district.code(),
            street: class.street.map(|street| street.code()),
            address: &class.address,
            lat: class.position.map(|at| at.lat()),
            lng: class.position.map(|at| at.lng()),
            grades: class.grades.map(|grades| Span {
                from: grades.first(),
                to: grades.last(),
            }),
            sessions: sessions
                .map(|session| Span {
                    from: session.first(),
                    to: session.last(),
                })
                .collect(),
            daily_hours: class.daily.map(|daily| Span {
                from: clock(daily.from()),
                to: clock(daily.until()),
            }),
            enrolment: Enrolment {
                opens: class.enrolment.opens(),
                closes: class.enrolment.closes(),
            },
            places: class.places,
            fee_yuan: class.fee_yuan,
            contact: &class.contact,
            verified_at: class.verified_on,
            verified_by: &class.verified_by,
            status: Status {
                state: row.state.code(),
                date: row.state.date(),
            },
            joining: Joining {
                verdict: row.joining.verdict.code(),
                standing: row.joining.standing.code(),
                conditions: row.joining.reasons.iter().map(Known::new).collect(),
            },
        }
    }
}

impl Known {
    fn new(reason: &Reason) -> Self {
        let state = reason.state().code();
        match reason {
            Reason::Rule { condition, .. } => Self {
                state,
                needs: Need::of(condition),
                source: Some(condition.source.into()),
            },
            Reason::Grades { grades, .. } => Self {
                state,
                needs: Need::Grades {
                    fact: domain::policy::Fact::CHILD_GRADE.id(),
                    at_least: grades.first(),
                    at_most: grades.last(),
                },
                source: None,
            },
        }
    }
}

impl Need {
    fn of(condition: &'static Condition) -> Self {
        let part = |place: usize| Self::of(&condition.parts()[place]);
        Self::Rule(Box::new(Needs::of(condition, part)))
    }
}
