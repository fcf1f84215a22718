//! The Durable Objects that keep requests: one a district and one for the city. `domain::request`
//! decides; they store what happened, seal what is personal, and ring the alarm.

mod alike;
mod auditing;
mod batch;
mod chain;
mod claiming;
mod client;
mod counting;
mod event;
mod filed;
mod filing;
mod following;
mod listing;
mod migrations;
mod object;
mod outline;
mod photos;
mod questions;
mod refusal;
mod retention;
mod rewrapping;
mod ringing;
mod room;
mod searching;
mod seen;
mod shelf;
mod store;
mod submission;
mod trouble;
pub(crate) mod upkeep;
mod vault;
mod working;

pub(crate) use client::{
    Client, Found, KeptPhoto, Listed, ListedRequest, Opened, Place, Receipt, StaffsMove, Standing,
    WaitingPhoto, Wanted, WorkersMove, Workplace,
};
