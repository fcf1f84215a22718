//! What answers: the Worker, its Durable Objects, storage formats, security.
//!
//! `request → door → router → parse into domain types → domain decides → view model → view`

mod api;
mod bindings;
mod body;
mod chain;
mod cities;
mod classes;
mod coding;
mod config;
mod deadlines;
mod desk;
mod door;
mod held;
mod keys;
mod lately;
mod limits;
mod multipart;
mod narrow;
mod objects;
mod parcel;
mod photo_key;
mod problem;
mod purpose;
mod reader;
mod registry;
mod reply;
mod routes;
mod same;
mod seal;
mod security;
mod signed;
mod sql;
mod staff;
mod tiles;
mod visit;

use worker::{Context, Env, event};

#[event(fetch)]
async fn fetch(
    request: web_sys::Request,
    env: Env,
    _context: Context,
) -> worker::Result<web_sys::Response> {
    door::answer(request, env).await
}
