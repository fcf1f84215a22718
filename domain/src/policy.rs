//! Eligibility: what a worker may qualify for, and every reason with its source.
//!
//! The rules are files in `policy/`, checked and turned into tables when the crate is built; see
//! `policy/README.md`. Logic has three values: what nobody answered stays unknown and never turns
//! into a no.
//!
//! ```
//! # use domain::policy::{Answers, Programme, Verdict};
//! # use chrono::NaiveDate;
//! let (answers, problems) = Answers::parse("membership=member&achievements=certificate_2");
//! assert!(problems.is_empty());
//! let on = NaiveDate::from_ymd_opt(2018, 9, 1).unwrap();
//! let assessment = Programme::SKILL_CERTIFICATE.assess(on, &answers);
//! assert_eq!(assessment.verdict, Verdict::Nearly);
//! assert_eq!(assessment.nearly[0].fact.id(), "membership");
//! ```
//!
//! It does not say what the sources leave open: no programme with an unstated condition is ever
//! `Eligible`.

mod answers;
mod assess;
mod fact;
mod programme;
mod questions;
mod rules;
mod service;
mod tables;
#[cfg(test)]
mod tests;

pub use answers::Answers;
pub use assess::{Assessment, Explained, Given, Missing, Standing, Verdict, assess};
pub use fact::{Fact, FactSet, Kind, Value};
pub use programme::Programme;
pub use questions::{next_question, path, questions, relevant};
pub use rules::{Amount, Condition, Source, State, Sum, Test, Unstated, Version};
pub use service::Service;

/// The same words in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Text {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}
