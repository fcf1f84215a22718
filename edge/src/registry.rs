//! The Durable Object that holds the listings of the city: stations and holiday classes.

mod answering;
mod changing;
mod classes;
mod client;
mod commit;
mod crowding;
mod entries;
mod freshness;
mod history;
mod imports;
mod migrations;
mod object;
mod proposals;
mod questions;
mod record;
mod refusal;
mod reports;
mod store;
mod undoing;
mod vault;
mod visitors;

pub(crate) use client::{Applied, Imports};
pub(crate) use client::{
    Changed, Client, Conflict, Console, Decision, NO_CLASSES, NotChanged, Proposal, Proposed,
    UndoProposed, Wished, WishedEntry,
};
pub(crate) use client::{Due, Found, Group, Link, Outcome, Place, Report};
pub(crate) use crowding::StoredLately;
pub(crate) use imports::alarms::StoredAlarm;
pub(crate) use imports::questions::{
    Begin, SeenPlan, SeenRow, Sentence, State, StoredPlan, Wanted,
};
pub(crate) use imports::rows::writes as can_be_ticked;
pub(crate) use questions::StoredCells;
