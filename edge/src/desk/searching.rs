//! Searching: by a phone number that the worker tells, and by words.
//!
//! A search shows nothing of the personal data, but that it found a request says that the number or
//! the words are in it. So whatever is found is on record, each request by itself.

use super::listing;
use super::questions::{Answer, Denied, Done};
use super::store::{self, Notes};
use super::trouble::Trouble;
use super::{shelf, vault, working};
use crate::keys::Keys;
use crate::narrow::Condition;
use crate::sql::{Row, Sql, Value};
use domain::request::{Contact, Deed, Phone, Queue, Reference, Seen, Submission};
use domain::staff::{Action, Staff, may};
use domain::time::BeijingTime;

/// How many requests one search finds.
const MOST_FOUND: usize = 50;

/// How many requests are opened to look for words in them, the latest first.
const MOST_OPENED: usize = 500;

/// The requests that came with that number, whatever became of them; not those whose worker keeps
/// it from this level.
pub(super) fn find_phone(
    sql: &Sql,
    keys: &Keys,
    staff: Staff,
    phone: &str,
    now: BeijingTime,
) -> Result<Answer, Trouble> {
    let phone = Phone::parse(phone).ok_or(Trouble::Record("a phone number"))?;
    let hashes: Vec<_> = keys
        .all()
        .map(|key| Value::Bytes(vault::phone_hash(key, &phone).to_vec()))
        .collect();
    // The index knows their first two bytes.
    let starts = vec!["substr(?, 1, 2)"; hashes.len()].join(", ");
    let wholes = vec!["?"; hashes.len()].join(", ");
    let statement = format!(
        "SELECT reference FROM sealed JOIN request USING (reference)
         WHERE substr(phone, 1, 2) IN ({starts}) AND phone IN ({wholes})
         ORDER BY filed_at DESC LIMIT {}",
        MOST_FOUND + 1
    );
    let candidates = sql.rows(&statement, [hashes.clone(), hashes].concat())?;
    let level = staff.desk.level();
    let is_told = |submission: &Submission| matches!(&submission.contact, Contact::Phone { seen_by, .. } if seen_by.contains(level));
    let search = Search {
        sql,
        keys,
        staff,
        now,
    };
    search.among(&candidates, MOST_FOUND, is_told)
}

/// The open requests at the desk and below whose text, as it is shown there, has all of `words`.
pub(super) fn find_words(
    sql: &Sql,
    keys: &Keys,
    staff: Staff,
    words: &[String],
    now: BeijingTime,
) -> Result<Answer, Trouble> {
    let here = Condition::at(staff.desk);
    let statement = format!(
        "SELECT reference FROM request WHERE queue < {} AND {} ORDER BY filed_at DESC LIMIT {}",
        shelf::place(Queue::Ended),
        here.text,
        MOST_OPENED + 1
    );
    let candidates = sql.rows(&statement, here.values)?;
    let words: Vec<_> = words.iter().map(|word| word.to_lowercase()).collect();
    let level = staff.desk.level();
    let has_words = |submission: &Submission| {
        let text = readable(&submission.masked_for(level));
        words.iter().all(|word| text.contains(word))
    };
    let search = Search {
        sql,
        keys,
        staff,
        now,
    };
    search.among(&candidates, MOST_OPENED, has_words)
}

/// What a search goes by.
struct Search<'s> {
    sql: &'s Sql,
    keys: &'s Keys,
    staff: Staff,
    now: BeijingTime,
}

impl Search<'_> {
    /// Those of the first `most` candidates that fit. There may be more if there were more
    /// candidates than that, or more fit than a search finds.
    fn among(
        &self,
        candidates: &[Row],
        most: usize,
        fits: impl Fn(&Submission) -> bool,
    ) -> Result<Answer, Trouble> {
        if !may(self.staff, Action::SeeRequest, self.staff.desk) {
            return Ok(Err(Denied::NotAllowed));
        }
        let mut rows = Vec::new();
        let mut bounded = candidates.len() > most;
        for row in candidates.iter().take(most) {
            let text = row.text(0)?;
            let of = Reference::parse(&text).map_err(|_| Trouble::Record("a reference"))?;
            let Some(submission) = store::submission(self.sql, of, self.keys)? else {
                continue;
            };
            if !fits(&submission) {
                continue;
            }
            let kept = store::load(self.sql, of, Notes::Sealed)?;
            let kept = kept.filter(|kept| may(self.staff, Action::SeeRequest, kept.request.desk()));
            let Some(kept) = kept else { continue };
            if rows.len() == MOST_FOUND {
                bounded = true;
                break;
            }
            working::note_in_chain(self.sql, self.staff, &kept, Deed::Found, self.now)?;
            rows.push(listing::row(self.sql, of)?);
        }
        Ok(Ok(Done::Found { rows, bounded }))
    }
}

/// Everything that can be read of a submission, in lower case.
fn readable(seen: &Seen) -> String {
    let details = &seen.details;
    let lines = [
        &details.employer,
        &details.since,
        &details.people,
        &details.child,
    ];
    let lines = lines.into_iter().flatten().map(String::as_str);
    let all: Vec<_> = std::iter::once(seen.text.as_str()).chain(lines).collect();
    all.join("\n").to_lowercase()
}
