//! Throttles of signing in, kept with the accounts: an object is put away when nobody asks it
//! anything, and a guesser who waited for that would begin anew.
//!
//! Guesses come from anywhere, so what a stranger may try is counted for each name, whether there
//! is such an account or not, and for all strangers together. Whoever signs in where they signed in
//! before is counted apart: however many guess, the owner of an account gets in.

use super::trouble::Trouble;
use crate::sql::{Sql, Value};
use domain::throttle::{Bucket, Rate, TooMany};
use domain::time::BeijingTime;
use sha2::{Digest, Sha256};

/// Whose tries are counted together.
#[derive(Clone, Copy)]
pub(super) enum Whose<'a> {
    /// Those of a browser in which the account was signed in before, by the hash of its token.
    Device(&'a [u8]),
    /// Those of strangers for one name.
    Name(&'a str),
    /// Those of all strangers.
    Strangers,
    /// Those of somebody who is signed in, for another password or a code, by account: what would
    /// be tried on a phone that lies about unlocked.
    Member(u32),
}

impl Whose<'_> {
    /// How many in how many seconds.
    fn rate(self) -> Rate {
        let rate = match self {
            // Somebody who mistypes; a stolen device gets no more than 60 guesses an hour.
            Self::Device(_) | Self::Member(_) => Rate::new(10, 600),
            // 10 at once, then 10 an hour: fewer than ninety thousand in a year.
            Self::Name(_) => Rate::new(10, 3600),
            // A hash takes 19 MiB and some 35 ms in which nothing else is answered.
            Self::Strangers => Rate::new(60, 60),
        };
        rate.expect("neither is 0")
    }

    fn key(self) -> [u8; 32] {
        let (kind, whose): (&[u8], Vec<u8>) = match self {
            Self::Device(token) => (b"device ", token.to_vec()),
            Self::Name(name) => (b"name ", name.as_bytes().to_vec()),
            Self::Strangers => (b"strangers", Vec::new()),
            Self::Member(account) => (b"member ", account.to_be_bytes().to_vec()),
        };
        Sha256::new()
            .chain_update(kind)
            .chain_update(whose)
            .finalize()
            .into()
    }
}

/// Takes one out of the bucket of each, or none at all. Called within a transaction.
pub(super) fn take(
    sql: &Sql,
    all: &[Whose<'_>],
    now: BeijingTime,
) -> Result<Result<(), TooMany>, Trouble> {
    let mut taken = Vec::new();
    for whose in all {
        let mut bucket = read(sql, *whose)?;
        if let Err(too_many) = bucket.take(whose.rate(), now) {
            return Ok(Err(too_many));
        }
        taken.push((whose.key(), bucket));
    }
    // One that is full again is as good as none, so the table holds what was tried of late.
    let now = seconds(now.unix_seconds());
    sql.run(
        "DELETE FROM bucket WHERE full_again <= ?",
        vec![Value::Integer(now)],
    )?;
    for (key, bucket) in taken {
        sql.run(
            "INSERT OR REPLACE INTO bucket (whose, full_again) VALUES (?, ?)",
            vec![
                Value::Bytes(key.to_vec()),
                Value::Integer(seconds(bucket.full_again())),
            ],
        )?;
    }
    Ok(Ok(()))
}

fn read(sql: &Sql, whose: Whose<'_>) -> Result<Bucket, Trouble> {
    let rows = sql.rows(
        "SELECT full_again FROM bucket WHERE whose = ?",
        vec![Value::Bytes(whose.key().to_vec())],
    )?;
    let full_again = rows.first().map(|row| row.integer(0)).transpose()?;
    Ok(full_again.map_or(Bucket::FULL, |seconds| Bucket::until(seconds.into())))
}

fn seconds(unix_seconds: i64) -> u32 {
    u32::try_from(unix_seconds.max(0)).unwrap_or(u32::MAX)
}
