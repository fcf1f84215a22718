//! `cargo xtask audit FILE`: is the audit chain of a desk, or of the staff's accounts, as it was
//! written?
//!
//! Entries cut off at the end break nothing: whoever keeps the last hash elsewhere compares it with
//! the one that is printed.

use std::path::Path;

use domain::chain::{Broken, Entry, FirstBroken, Hash, Record, verify};
use domain::time::BeijingTime;
use records::{AccountRow, AuditRow, ChainRow};

use crate::object_file::{ObjectFile, ReadRecord};
use crate::sh::{Outcome, problem};

/// A chain that holds.
pub(crate) struct Sound {
    /// How many entries it has.
    pub(crate) entries: usize,
    /// The time of the first and of the last.
    span: Option<(BeijingTime, BeijingTime)>,
    last: Hash,
}

/// Verifies a file and prints what it holds; where it is broken is the problem.
pub(crate) fn verify_file(file: &Path) -> Outcome {
    let sound = sound(file)?;
    let span = sound.span.map_or(String::new(), |(first, last)| {
        format!(", {} to {}", first.to_rfc3339(), last.to_rfc3339())
    });
    println!(
        "{}: sound; {} entries{span}; last hash {}",
        file.display(),
        sound.entries,
        sound.last
    );
    Ok(())
}

/// The chain of a file that is whole and whose chain holds.
pub(crate) fn sound(file: &Path) -> Outcome<Sound> {
    let object = ObjectFile::open(file)?;
    let name = file.display();
    if let Some(damage) = object.damage()?.first() {
        return Err(problem(format!("{name}: the file is damaged: {damage}.")));
    }
    let checked = match object.is_of_accounts()? {
        true => check::<AccountRow>(object.chain::<AccountRow>()?),
        false => check::<AuditRow>(object.chain::<AuditRow>()?),
    };
    checked.map_err(|broken| problem(format!("{name}: broken at {broken}.")))
}

/// The chain, or the first entry that breaks it and how.
fn check<R: ChainRow>(rows: Vec<ReadRecord<R>>) -> Result<Sound, String> {
    let mut records: Vec<Record<R::Entry>> = Vec::with_capacity(rows.len());
    let mut unreadable = None;
    for row in rows {
        match row {
            Ok(record) => records.push(record),
            Err(why) => {
                unreadable = Some(format!("entry {}: {why}", records.len()));
                break;
            }
        }
    }
    let last = verify(&records).map_err(|FirstBroken { place, broken }| match broken {
        Broken::Number { found } => format!("entry {place}: number {found} stands there"),
        Broken::Hash => {
            format!("entry {place}: its hash does not fit it and those before it")
        }
    })?;
    if let Some(unreadable) = unreadable {
        return Err(unreadable);
    }
    let span = records.first().zip(records.last());
    Ok(Sound {
        entries: records.len(),
        span: span.map(|(first, last)| (first.entry.at(), last.entry.at())),
        last,
    })
}

#[cfg(test)]
mod tests;
