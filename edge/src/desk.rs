//! The Durable Objects that keep requests: one a district and one for the city. `domain::request`
//! decides; they store what happened, seal what is personal, and ring the alarm.

mod alike;
mod batch;
mod chain;
mod claiming;
mod client;
mod event;
mod filed;
mod filing;
mod following;
mod migrations;
mod object;
mod outline;
mod questions;
mod refusal;
mod ringing;
mod room;
mod store;
mod submission;
mod time;
mod trouble;
mod vault;

pub(crate) use client::{Client, Receipt, Standing, WorkersMove};
