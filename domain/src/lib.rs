//! What is true: stations, hours, the calendar, search, eligibility.
//!
//! Pure and synchronous. Nothing here reads a clock, draws a random number or does IO:
//! time and ids are arguments. The same code decides on the phone, at the edge and in tests.

pub mod calendar;
pub mod chain;
pub mod city;
pub mod class;
mod coded;
pub mod crowding;
pub mod demonstration;
pub mod duplicates;
pub mod freshness;
pub mod geo;
pub mod hours;
pub mod listing;
pub mod map;
pub mod overview;
pub mod params;
pub mod photo;
pub mod pinyin;
pub mod places;
pub mod policy;
pub mod report;
pub mod request;
pub mod search;
pub mod snapshot;
pub mod spreadsheet;
pub mod staff;
pub mod station;
pub mod status;
pub mod throttle;
pub mod time;
pub mod union;
