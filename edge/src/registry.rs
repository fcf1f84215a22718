//! The Durable Object that holds the listing of the city.

mod client;
mod migrations;
mod object;
mod record;
mod store;

pub(crate) use client::Client;
