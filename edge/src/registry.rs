//! The Durable Object that holds the listings of the city: stations and holiday classes.

mod answering;
mod changing;
mod classes;
mod client;
mod commit;
mod entries;
mod history;
mod migrations;
mod object;
mod proposals;
mod questions;
mod record;
mod refusal;
mod store;
mod undoing;

pub(crate) use client::{
    Changed, Client, Conflict, Console, Decision, NO_CLASSES, NotChanged, Proposal, Proposed,
    Wished, WishedEntry,
};
pub(crate) use questions::StoredCells;
