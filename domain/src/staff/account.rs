//! What an account is called, and whose it is.

/// How much each may hold.
pub mod bounds {
    use core::ops::RangeInclusive;

    /// Characters of the name with which somebody signs in.
    pub const NAME_CHARS: RangeInclusive<usize> = 2..=32;
    /// Characters of a person's own name.
    pub const PERSON_CHARS: RangeInclusive<usize> = 1..=40;
    /// Characters of a password. The upper bound is this site's: it bounds the work of hashing.
    pub const PASSWORD_CHARS: RangeInclusive<usize> = 12..=128;
}

/// The name with which somebody signs in: `wang.fang`. Kept in small letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountName(String);

/// A person's own name, as colleagues see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName(String);

/// Why something cannot be a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameProblem {
    /// There is nothing.
    Missing,
    /// It is shorter or longer than it may be.
    Length,
    /// A character that it may not have.
    Character,
}

impl AccountName {
    /// Reads what was typed: Latin letters and digits, with `.`, `-` and `_` between them.
    pub fn parse(typed: &str) -> Result<Self, NameProblem> {
        let name = typed.trim().to_ascii_lowercase();
        let is_letter = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let bytes = name.as_bytes();
        match (bytes.first(), bytes.last()) {
            (None, _) | (_, None) => Err(NameProblem::Missing),
            _ if !bounds::NAME_CHARS.contains(&name.chars().count()) => Err(NameProblem::Length),
            (Some(first), Some(last))
                if is_letter(first)
                    && is_letter(last)
                    && bytes
                        .iter()
                        .all(|byte| is_letter(byte) || b".-_".contains(byte)) =>
            {
                Ok(Self(name))
            }
            _ => Err(NameProblem::Character),
        }
    }

    /// As it is kept.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl PersonName {
    /// Reads what was typed.
    pub fn parse(typed: &str) -> Result<Self, NameProblem> {
        let name = typed.trim();
        match name.chars().count() {
            0 => Err(NameProblem::Missing),
            count if !bounds::PERSON_CHARS.contains(&count) => Err(NameProblem::Length),
            _ if name.chars().any(char::is_control) => Err(NameProblem::Character),
            _ => Ok(Self(name.to_owned())),
        }
    }

    /// As it is kept.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_kept_in_small_letters() {
        #[track_caller]
        fn check(typed: &str, expected: Result<&str, NameProblem>) {
            let found = AccountName::parse(typed);
            let found = found
                .as_ref()
                .map(AccountName::as_str)
                .map_err(|found| *found);
            assert_eq!(found, expected, "{typed}");
        }
        check(" Wang.Fang ", Ok("wang.fang"));
        check("a1", Ok("a1"));
        check(&"a".repeat(32), Ok(&"a".repeat(32)));
        check("", Err(NameProblem::Missing));
        check("a", Err(NameProblem::Length));
        check(&"a".repeat(33), Err(NameProblem::Length));
        for typed in [".wang", "wang-", "王芳", "wang fang", "wang@fang", "a\nb"] {
            check(typed, Err(NameProblem::Character));
        }
    }

    #[test]
    fn a_persons_name_is_what_people_are_called() {
        for (typed, kept) in [(" 王芳 ", "王芳"), ("O’Neill, A.", "O’Neill, A.")] {
            assert_eq!(PersonName::parse(typed).unwrap().as_str(), kept);
        }
        assert_eq!(PersonName::parse("  "), Err(NameProblem::Missing));
        assert_eq!(
            PersonName::parse(&"王".repeat(41)),
            Err(NameProblem::Length)
        );
        assert_eq!(PersonName::parse("王\u{7}芳"), Err(NameProblem::Character));
        assert!(PersonName::parse(&"王".repeat(40)).is_ok());
    }
}
