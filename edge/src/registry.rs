//! The Durable Object that holds the listings of the city: stations and holiday classes.

mod changing;
mod classes;
mod client;
mod commit;
mod crowding;
mod entries;
mod freshness;
mod history;
mod migrations;
mod object;
mod proposals;
mod questions;
mod record;
mod refusal;
mod reports;
mod store;
mod undoing;
mod visitors;

#[expect(unused_imports, reason = "the console's addresses come next")]
pub(crate) use client::{
    Batch, By, Changed, Client, Conflict, Console, Decision, NO_CLASSES, NotChanged, Proposal,
    Proposed, Step, UndoCounts, Version, Wished, WishedEntry,
};
pub(crate) use client::{Due, Group, Link, Outcome, Place, Report};
pub(crate) use crowding::StoredLately;
