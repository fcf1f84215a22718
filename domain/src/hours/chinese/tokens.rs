//! Splits text into words, numbers and stops.

use super::words::{WORDS, Word};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Word(Word),
    Number {
        value: u16,
        digits: usize,
    },
    /// Between the two numbers of a time.
    Colon,
    /// Between the numbers of a date.
    Point,
    Comma,
    Semicolon,
    Open,
    Close,
}

/// `None` if there is a word that is not known.
pub(super) fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut rest = text;
    let mut tokens = Vec::new();
    while let Some(first) = rest.chars().next() {
        let length = if let Some((word, length)) = longest_word(rest) {
            tokens.push(Token::Word(word));
            length
        } else if first.is_ascii_digit() {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let value = rest[..digits].parse().ok()?;
            tokens.push(Token::Number { value, digits });
            digits
        } else {
            match first {
                ' ' => {}
                ':' => tokens.push(Token::Colon),
                '.' => tokens.push(Token::Point),
                ',' => tokens.push(Token::Comma),
                ';' => tokens.push(Token::Semicolon),
                '(' => tokens.push(Token::Open),
                ')' => tokens.push(Token::Close),
                _ => return None,
            }
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    Some(tokens)
}

/// The word that `text` begins with, and its length in bytes.
fn longest_word(text: &str) -> Option<(Word, usize)> {
    WORDS
        .iter()
        .flat_map(|(spellings, word)| spellings.iter().map(|spelling| (*word, *spelling)))
        .filter(|(_, spelling)| text.starts_with(spelling))
        .map(|(word, spelling)| (word, spelling.len()))
        .max_by_key(|(_, length)| *length)
}

/// A place in the tokens. Copied to try one way and keep the other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a>(pub(super) &'a [Token]);

impl Cursor<'_> {
    pub(super) fn peek(&self) -> Option<Token> {
        self.0.first().copied()
    }

    pub(super) fn next(&mut self) -> Option<Token> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    pub(super) fn eat(&mut self, token: Token) -> bool {
        let found = self.peek() == Some(token);
        if found {
            self.next();
        }
        found
    }

    pub(super) fn word(&mut self, word: Word) -> bool {
        self.eat(Token::Word(word))
    }

    pub(super) fn number(&mut self) -> Option<u16> {
        match self.next()? {
            Token::Number { value, .. } => Some(value),
            _ => None,
        }
    }

    /// What `read` makes of the tokens ahead; without success it stays where it is.
    pub(super) fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let mut ahead = *self;
        let found = read(&mut ahead)?;
        *self = ahead;
        Some(found)
    }
}
