//! Digits in a text, as they are grouped.

use crate::request::typed::{half_width, is_filler};
use core::ops::Range;

/// A digit, or the X at the end of an identity number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Digit {
    /// 0 to 9, or X.
    pub(super) plain: char,
    /// Where it stands, in bytes of the text.
    pub(super) span: Range<usize>,
}

/// Digits with nothing between.
pub(super) type Group = Vec<Digit>;

/// Groups with so many separators between them still belong together.
const MOST_SEPARATORS: usize = 3;
/// An X is a digit only as the eighteenth.
const BEFORE_X: usize = 17;

/// Every row of groups that may belong together. A line break ends a row.
pub(super) fn runs(text: &str) -> Vec<Vec<Group>> {
    let mut runs: Vec<Vec<Group>> = Vec::new();
    let mut separators = usize::MAX;
    for (at, typed) in text.char_indices() {
        let plain = half_width(typed).to_ascii_uppercase();
        let span = at..at + typed.len_utf8();
        let continues = separators <= MOST_SEPARATORS;
        match (plain, runs.last_mut().filter(|_| continues)) {
            ('0'..='9', None) => {
                runs.push(vec![vec![Digit { plain, span }]]);
                separators = 0;
            }
            ('0'..='9', Some(run)) => {
                add(run, Digit { plain, span }, separators);
                separators = 0;
            }
            ('X', Some(run)) if ends_with_seventeen(run) && !word_follows(text, span.end) => {
                add(run, Digit { plain, span }, separators);
                separators = usize::MAX;
            }
            (_, Some(_)) if is_separator(plain) => separators += 1,
            _ => separators = usize::MAX,
        }
    }
    runs
}

fn add(run: &mut Vec<Group>, digit: Digit, separators: usize) {
    match run.last_mut() {
        Some(group) if separators == 0 => group.push(digit),
        _ => run.push(vec![digit]),
    }
}

fn is_separator(plain: char) -> bool {
    plain != '\n' && plain != '\r' && (is_filler(plain) || matches!(plain, '(' | ')' | '+'))
}

/// Whether the groups at the end of the row have 17 digits together.
fn ends_with_seventeen(run: &[Group]) -> bool {
    let lengths = run.iter().rev().scan(0, |sum, group| {
        *sum += group.len();
        (*sum <= BEFORE_X).then_some(*sum)
    });
    lengths.last() == Some(BEFORE_X)
}

fn word_follows(text: &str, at: usize) -> bool {
    let next = text[at..].chars().next().map(half_width);
    next.is_some_and(|next| next.is_ascii_alphanumeric())
}
