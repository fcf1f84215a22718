//! The tables made from `policy/` when the crate was built.

use super::Text;
use super::fact::{Fact, FactRule, FactSet, FactTexts, Kind};
use super::programme::{Programme, ProgrammeTexts, Rules};
use super::rules::{Amount, Condition, Source, SourceRow, Sum, Test, Unstated, Version};
use super::service::Service;
use crate::station::{self, KindSet};
use chrono::NaiveDate;

// What decides, and apart from it what is only read: a program that shows no words links none.
include!(concat!(env!("OUT_DIR"), "/policy.rs"));

const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("the build read it as a date")
}
