//! Whether two submissions tell the same fault of the same station, so that one may join the other.
//!
//! Of each clause the words are dropped that tell no fault from another (没有, 坏了, 请尽快处理);
//! what is left is taken as its pairs of neighbouring characters, where one stands alone with what
//! is not there. Two texts tell the same if a
//! clause of one shares three fifths of its pairs with a clause of the other (Sørensen and Dice).
//! When in doubt they do not: whoever is asked to join sees nothing of the other text.

mod empty_words;

use super::form::{Place, Submission};
use super::typed::half_width;
use crate::station::StationId;
use empty_words::EMPTY_WORDS;
use std::collections::BTreeSet;

/// More clauses than somebody needs to say what is wrong; the rest is not compared.
const MOST_CLAUSES: usize = 24;

/// The pairs of neighbouring characters of a clause.
type Pairs = BTreeSet<(char, char)>;

impl Submission {
    /// The station at which there may be another like it: none for what is nobody else's business.
    pub fn shared_at(&self) -> Option<StationId> {
        match self.place {
            Place::Station { id, .. } if !self.category.profile().private => Some(id),
            _ => None,
        }
    }

    /// Whether it tells the same fault of the same station as `other`.
    pub fn is_like(&self, other: &Self) -> bool {
        self.shared_at().is_some()
            && self.shared_at() == other.shared_at()
            && self.category == other.category
            && alike(&self.text, &other.text)
    }
}

/// Whether two texts tell the same fault.
pub fn alike(a: &str, b: &str) -> bool {
    let (a, b) = (clauses(a), clauses(b));
    a.iter().any(|a| b.iter().any(|b| is_same(a, b)))
}

fn is_same(a: &Pairs, b: &Pairs) -> bool {
    let shared = a.intersection(b).count();
    2 * shared * 5 >= 3 * (a.len() + b.len())
}

/// The clauses that say something.
fn clauses(text: &str) -> Vec<Pairs> {
    let ends = |typed: char| typed == '\n' || ".,!?;。、…".contains(typed);
    let text: String = text.chars().map(half_width).collect();
    let clauses = text.split(ends).map(pairs);
    clauses
        .filter(|pairs| !pairs.is_empty())
        .take(MOST_CLAUSES)
        .collect()
}

fn pairs(clause: &str) -> Pairs {
    let kept = clause.chars().filter(|typed| !"'’".contains(*typed));
    let plain = kept.map(|typed| match typed.is_alphanumeric() {
        true => typed.to_ascii_lowercase(),
        false => ' ',
    });
    // English words have a space on both sides, Chinese ones stand anywhere.
    let mut clause = format!(" {} ", plain.collect::<String>());
    for word in EMPTY_WORDS {
        clause = match word.is_ascii() {
            true => clause.replace(&format!(" {word} "), " "),
            false => clause.replace(word, " "),
        };
    }
    clause.split_whitespace().flat_map(run).collect()
}

/// The pairs of what stands together.
fn run(run: &str) -> Vec<(char, char)> {
    let characters: Vec<_> = run.chars().collect();
    match characters[..] {
        [only] => vec![(only, ' ')],
        _ => characters
            .windows(2)
            .map(|pair| (pair[0], pair[1]))
            .collect(),
    }
}

#[cfg(test)]
mod tests;
