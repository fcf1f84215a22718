//! What somebody adds in their own words.

use crate::request::mask;

/// A note has at most so many characters: a few sentences, no story.
pub const MOST_NOTE_CHARS: usize = 300;

/// What staff answer has at most so many.
pub const MOST_WORD_CHARS: usize = 300;

/// A text that is too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoteTooLong {
    /// How many characters it has.
    pub found: usize,
    /// How many it may have.
    pub most: usize,
}

/// The note as it is kept: without what surrounds it, and with identity, card and phone numbers masked,
/// for nobody needs them to look at a door.
///
/// ```
/// # use domain::report::note;
/// assert_eq!(note(" 门口写着 138 0013 8000 ", 300).unwrap(), "门口写着 138 **** 8000");
/// assert_eq!(note("长长长", 2).unwrap_err().found, 3);
/// ```
pub fn note(text: &str, most: usize) -> Result<String, NoteTooLong> {
    let text = text.trim().replace("\r\n", "\n");
    match text.chars().count() {
        found if found > most => Err(NoteTooLong { found, most }),
        _ => Ok(mask(&text)),
    }
}
