//! Which passwords are taken, after NIST SP 800-63B: long enough, not among the worst, and no rules
//! about what they are made of.

use super::AccountName;
use super::bounds::PASSWORD_CHARS;
use crate::coded::coded;

/// Passwords that are tried first wherever passwords are tried: those of at least twelve characters,
/// in small letters.
const WORST: &str = include_str!("password/worst.txt");

coded! {
    /// Why a password is not taken.
    PasswordProblem,
    /// Several of these.
    PasswordProblems,
    TooShort = "too_short" / "太短",
    TooLong = "too_long" / "太长",
    Guessable = "guessable" / "太好猜",
}

/// Whether somebody may choose that password.
pub fn check_password(password: &str, name: &AccountName) -> Result<(), PasswordProblem> {
    let found = password.chars().count();
    match () {
        () if found < *PASSWORD_CHARS.start() => Err(PasswordProblem::TooShort),
        () if found > *PASSWORD_CHARS.end() => Err(PasswordProblem::TooLong),
        () if is_guessable(&password.to_lowercase(), name.as_str()) => {
            Err(PasswordProblem::Guessable)
        }
        () => Ok(()),
    }
}

/// Whether it is one of the worst, a piece repeated, or the name of the account with a little
/// around it.
fn is_guessable(password: &str, name: &str) -> bool {
    let is_worst = WORST.lines().any(|worst| worst == password);
    // Four characters beside the name are what a year or `123!` takes.
    let around = password
        .chars()
        .count()
        .saturating_sub(name.chars().count());
    is_worst || is_repeated(password) || (password.contains(name) && around <= 4)
}

/// Whether it is one piece of at most a third of it, again and again.
fn is_repeated(password: &str) -> bool {
    let characters: Vec<_> = password.chars().collect();
    let pieces = 1..=characters.len() / 3;
    let repeats = |length: usize| {
        let shifted = &characters[length..];
        shifted.iter().eq(&characters[..shifted.len()])
    };
    pieces.into_iter().any(repeats)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(password: &str, expected: Result<(), PasswordProblem>) {
        let name = AccountName::parse("wang.fangfang").unwrap();
        assert_eq!(check_password(password, &name), expected, "{password}");
    }

    #[test]
    fn length_is_all_that_is_asked_of_a_password() {
        for good in [
            "窗前明月光疑是地上霜",
            "correct horse battery",
            "aB3 aB3 xyz!",
        ] {
            let long = format!("{good}，灯火");
            check(&long, Ok(()));
        }
        check("elevenchars", Err(PasswordProblem::TooShort));
        check("twelve chars", Ok(()));
        let long: String = ('a'..='z').cycle().take(129).collect();
        check(&long, Err(PasswordProblem::TooLong));
        let odd: String = (0..128)
            .map(|place: u8| char::from(33 + place % 90))
            .collect();
        check(&odd, Ok(()));
    }

    #[test]
    fn what_anybody_would_try_first_is_refused() {
        for bad in [
            "password1234",
            "Password1234",
            "123456789012",
            "qwertyuiop123",
            "aaaaaaaaaaaa",
            "abcabcabcabc",
            "wang.fangfang",
            "Wang.FangFang2026",
        ] {
            check(bad, Err(PasswordProblem::Guessable));
        }
        check("wang.fangfang at the stove", Ok(()));
    }

    #[test]
    fn the_worst_are_listed_as_they_are_compared() {
        for worst in WORST.lines() {
            assert!(worst.chars().count() >= *PASSWORD_CHARS.start(), "{worst}");
            assert_eq!(worst, worst.to_lowercase());
        }
    }
}
