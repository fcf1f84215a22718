//! The Durable Object that keeps the accounts of staff: who signs in, for how long, and what became
//! of each account. `domain::staff` decides; it stores, hashes and seals.

mod accounts;
mod auditing;
mod base32;
mod bucket;
mod client;
mod codes;
mod hashing;
mod migrations;
mod object;
mod questions;
mod sessions;
mod signed_in;
mod signing_in;
mod store;
mod token;
mod totp;
mod trouble;

pub(crate) use client::{Client, Maker};
pub(crate) use questions::{
    Account, AccountChange, Codes, Credentials, Denied, Entrance, Invited, NewAccount, Session,
};
pub(crate) use signed_in::{
    DEVICE_COOKIE, OwnAccount, SESSION_COOKIE, SIGN_IN, SignedIn, TurnedAway,
};
pub(crate) use token::Token;
