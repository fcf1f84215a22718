//! Opening hours as people write them in Chinese.
//!
//! [`tokens`] knows the words, [`items`] how they combine into days, times and dates,
//! [`statements`] which times are said of which days, and [`meaning`] what that makes of a year. Anything left over at any step, and anything that can be
//! read in two ways, is refused.

mod clock;
mod dates;
mod items;
mod meaning;
mod statements;
mod tokens;
mod words;

use crate::hours::schedule::Schedule;

/// `text` is plain: half-width, lower case, one kind of dash.
pub(super) fn read(text: &str) -> Option<Schedule> {
    let tokens = tokens::tokens(text)?;
    let items = items::items(&tokens)?;
    meaning::schedule(&statements::statements(&items)?)
}
