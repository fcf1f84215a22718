//! Splits `opening_hours` into tokens and walks along them.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Letters, in lower case.
    Word(&'a str),
    /// Digits.
    Number { value: u16, digits: usize },
    /// One of `: ; , - /`.
    Sign(u8),
}

/// `None` if a character belongs to no token.
pub(super) fn tokens(text: &str) -> Option<Vec<Token<'_>>> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = bytes.get(at) {
        let run = |is: fn(&u8) -> bool| bytes[at..].iter().take_while(|byte| is(byte)).count();
        let length = match first {
            b' ' => 1,
            b':' | b';' | b',' | b'-' | b'/' => {
                tokens.push(Token::Sign(*first));
                1
            }
            b'a'..=b'z' => {
                let length = run(u8::is_ascii_lowercase);
                tokens.push(Token::Word(&text[at..at + length]));
                length
            }
            b'0'..=b'9' => {
                let digits = run(u8::is_ascii_digit);
                let value = text[at..at + digits].parse().ok()?;
                tokens.push(Token::Number { value, digits });
                digits
            }
            _ => return None,
        };
        at += length;
    }
    Some(tokens)
}

/// A place in the tokens. Copied to try one way and keep the other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a>(pub(super) &'a [Token<'a>]);

impl<'a> Cursor<'a> {
    pub(super) fn peek(&self) -> Option<Token<'a>> {
        self.0.first().copied()
    }

    pub(super) fn next(&mut self) -> Option<Token<'a>> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    pub(super) fn eat(&mut self, token: Token<'_>) -> bool {
        let found = self.peek() == Some(token);
        if found {
            self.next();
        }
        found
    }

    pub(super) fn sign(&mut self, sign: u8) -> bool {
        self.eat(Token::Sign(sign))
    }

    pub(super) fn number(&mut self) -> Option<(u16, usize)> {
        match self.next()? {
            Token::Number { value, digits } => Some((value, digits)),
            _ => None,
        }
    }

    /// The place of the next word in `words`, whatever its case.
    pub(super) fn one_of(&mut self, words: &[&str]) -> Option<usize> {
        let Some(Token::Word(word)) = self.peek() else {
            return None;
        };
        let index = words
            .iter()
            .position(|known| known.eq_ignore_ascii_case(word))?;
        self.next();
        Some(index)
    }

    /// What `read` makes of the tokens ahead; without success it stays where it is.
    pub(super) fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let mut ahead = *self;
        let found = read(&mut ahead)?;
        *self = ahead;
        Some(found)
    }
}
