//! Words that signal danger to life: whoever writes them is shown the help line at once.
//!
//! The words are in `danger/words.tsv`. Sayings (想死你了, a price that jumps off a building) and
//! denials (没想过自杀, not suicidal) are told apart as far as words can; when in doubt it is a
//! signal. 累死了, 笑死 and 热死 never were one.

use super::typed::half_width;

const WORDS: &str = include_str!("danger/words.tsv");
const SIGNAL: &str = "signal";
const HARMLESS: &str = "harmless";
const DENIED: &str = "denied";

/// Stands where something harmless was taken out.
const TAKEN_OUT: &str = " \u{fffc} ";

/// Whether `text` has words that signal danger to life, so that the 24-hour help line is shown
/// before anything is sent. Nothing about it is kept.
///
/// ```
/// # use domain::request::signals_danger;
/// assert!(signals_danger("工资再不发，我就不想活了"));
/// assert!(!signals_danger("连着上了三天班，累死了"));
/// ```
pub fn signals_danger(text: &str) -> bool {
    let signals: Vec<_> = words(SIGNAL).collect();
    let sayings: Vec<_> = words(HARMLESS).collect();
    clauses(text).into_iter().any(|mut clause| {
        for saying in &sayings {
            if clause.contains(saying) {
                clause = clause.replace(saying, TAKEN_OUT);
            }
        }
        signals.iter().any(|signal| {
            let mut places = clause.match_indices(signal);
            places.any(|(place, _)| !is_denied(&clause[..place]))
        })
    })
}

/// Whether what stands before a signal takes it back. A question does not: of 会不会, 要不要 and
/// 是不是 nothing is denied.
fn is_denied(before: &str) -> bool {
    words(DENIED).any(|denial| {
        let rest = before.strip_suffix(denial.trim_end());
        rest.is_some_and(|rest| {
            let asks = rest.chars().next_back();
            asks.is_none_or(|asks| asks == ' ' || !denial.ends_with(asks))
        })
    })
}

/// The words of a kind. English ones have a space on both sides, as in a clause.
fn words(kind: &'static str) -> impl Iterator<Item = String> {
    let rows = WORDS.lines().filter_map(|row| row.split_once('\t'));
    rows.filter(move |(of, _)| *of == kind).map(|(_, words)| {
        if words.is_ascii() {
            format!(" {words} ")
        } else {
            words.to_owned()
        }
    })
}

/// The text as it is compared, clause by clause: lower case, half width, without apostrophes;
/// English words with one space on both sides, Chinese without any.
fn clauses(text: &str) -> Vec<String> {
    let mut clauses = vec![String::from(" ")];
    for typed in text.chars().map(half_width) {
        let clause = clauses.last_mut().expect("it began with one");
        match typed {
            '\'' | '’' | '‘' => {}
            '-' | '\u{2010}' | '\u{2011}' => space(clause),
            _ if typed.is_ascii_alphanumeric() => {
                if !clause.ends_with(|before: char| before == ' ' || before.is_ascii()) {
                    clause.push(' ');
                }
                clause.push(typed.to_ascii_lowercase());
            }
            _ if typed.is_alphanumeric() => {
                // Spaces between Chinese characters are no more than a way of typing.
                if clause.ends_with(' ') && !ends_with_word(clause) {
                    clause.pop();
                } else if ends_with_word(clause) {
                    space(clause);
                }
                clause.push(typed);
            }
            _ if typed == '\n' || !typed.is_whitespace() => {
                space(clause);
                clauses.push(String::from(" "));
            }
            _ => space(clause),
        }
    }
    if let Some(last) = clauses.last_mut() {
        space(last);
    }
    clauses
}

fn space(clause: &mut String) {
    if !clause.ends_with(' ') {
        clause.push(' ');
    }
}

/// Whether the last thing but spaces is an English word.
fn ends_with_word(clause: &str) -> bool {
    clause
        .trim_end()
        .ends_with(|last: char| last.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests;
