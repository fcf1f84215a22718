//! Eligibility against a second reading of the same files.
//!
//! `naive` reads the policy files again, keeps every name as a string, and tries out what the
//! rules mean in the plainest way. Nothing of it is shared with the crate or its build.

#[cfg(test)]
mod agreement;
#[cfg(test)]
mod document;
#[cfg(test)]
mod naive;
#[cfg(test)]
mod people;
#[cfg(test)]
mod questions;
#[cfg(test)]
mod stories;
#[cfg(test)]
mod wording;

use chrono::NaiveDate;
use domain::policy::{Answers, Fact, Programme, assess};

/// The table of programmes that the sources name; none may be forgotten.
const PROGRAMMES: [&str; 20] = [
    "card-discount",
    "dues-refund",
    "epidemic-accident-cover",
    "free-registration",
    "hardship-aid",
    "holiday-class",
    "joining",
    "master-craftsman",
    "medical-mutual-aid",
    "migrant-check-up",
    "model-worker-services",
    "occupational-screening",
    "other-mutual-cover",
    "school-aid",
    "service-invention-patent",
    "skill-certificate",
    "skill-contest",
    "social-worker-certificate",
    "startup-loan",
    "studio-project",
];

const ENDED: [&str; 3] = ["card-discount", "dues-refund", "epidemic-accident-cover"];

#[test]
fn every_programme_of_the_sources_is_there() {
    let ids: Vec<_> = Programme::ALL
        .iter()
        .map(|programme| programme.id())
        .collect();
    assert_eq!(ids, PROGRAMMES);
}

#[test]
fn every_programme_is_assessed() {
    let all = assess(NaiveDate::default(), &Answers::default());
    let all = all.iter().map(|assessment| assessment.programme);
    assert!(all.eq(Programme::ALL));
}

#[test]
fn the_ended_ones_say_so() {
    for programme in Programme::ALL {
        let ended = ENDED.contains(&programme.id());
        assert_eq!(programme.ended().is_some(), ended, "{}", programme.id());
    }
}

#[test]
fn every_fact_decides_something() {
    for fact in Fact::all() {
        let asks = |programme: &&Programme| {
            let versions = programme.versions().iter();
            versions
                .into_iter()
                .any(|version| version.facts().contains(fact))
        };
        assert!(
            Programme::ALL.iter().any(|each| asks(&each)),
            "{}",
            fact.id()
        );
    }
}
