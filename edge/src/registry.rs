//! The Durable Object that holds the listings of the city: stations and holiday classes.

mod classes;
mod client;
mod migrations;
mod object;
mod record;
mod refusal;
mod store;

pub(crate) use client::{Client, NO_CLASSES};
