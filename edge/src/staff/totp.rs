//! One-time codes after RFC 6238, as authenticator apps have them: SHA-1, 30 seconds, six digits.

use super::base32;
use crate::seal::random;
use domain::time::BeijingTime;
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;

/// For so long a code is shown.
const STEP_SECONDS: i64 = 30;

/// Clocks differ: the step before and the one after are taken, too.
const STEPS_AROUND: i64 = 1;

const DIGITS: usize = 6;

/// What the app and this site share: as many bits as the hash has.
#[derive(Clone, Copy)]
pub(super) struct Secret([u8; 20]);

impl Secret {
    /// A fresh one.
    pub(super) fn new() -> Self {
        Self(random())
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// As somebody types it into an app.
    pub(super) fn text(&self) -> String {
        base32::encode(&self.0)
    }

    /// What a QR code tells an app. `name` is that of an account: letters and digits that stand in
    /// an address as they are.
    pub(super) fn uri(&self, name: &str) -> String {
        let secret = self.text();
        format!("otpauth://totp/Nuanyi:{name}?secret={secret}&issuer=Nuanyi")
    }

    /// The step whose code was typed, if that is one of now and is later than `used`, the last that
    /// was: no code counts twice.
    pub(super) fn step(&self, typed: &str, now: BeijingTime, used: u32) -> Option<u32> {
        let digits: String = typed
            .chars()
            .filter(|typed| !typed.is_whitespace())
            .collect();
        if digits.len() != DIGITS || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        let typed: u32 = digits.parse().ok()?;
        let step = now.unix_seconds().div_euclid(STEP_SECONDS);
        let around = step - STEPS_AROUND..=step + STEPS_AROUND;
        let steps = around.filter_map(|step| u32::try_from(step).ok());
        let mut fitting = steps.filter(|step| *step > used && self.code(*step) == typed);
        fitting.next()
    }

    /// The code of a step, as a number.
    fn code(&self, step: u32) -> u32 {
        let mut mac =
            Hmac::<Sha1>::new_from_slice(&self.0).expect("HMAC takes a key of any length");
        mac.update(&u64::from(step).to_be_bytes());
        let hash = mac.finalize().into_bytes();
        let start = usize::from(hash[19] & 15);
        let mut four = [0; 4];
        four.copy_from_slice(&hash[start..start + 4]);
        (u32::from_be_bytes(four) & 0x7fff_ffff) % 1_000_000
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret() -> Secret {
        Secret(*b"12345678901234567890")
    }

    fn at(seconds: i64) -> BeijingTime {
        BeijingTime::from_unix_seconds(seconds).unwrap()
    }

    /// Appendix B of the RFC has eight digits, of which an app shows the last six.
    #[test]
    fn codes_are_those_of_the_rfc() {
        let examples = [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ];
        for (seconds, code) in examples {
            let step = u32::try_from(seconds / 30).unwrap();
            assert_eq!(secret().step(code, at(seconds), 0), Some(step), "{code}");
        }
    }

    #[test]
    fn a_code_counts_one_step_early_and_one_late() {
        let step = 1_111_111_109 / 30;
        let begins = i64::from(step) * 30;
        for (seconds, expected) in [
            (begins - 31, None),
            (begins - 30, Some(step)),
            (begins, Some(step)),
            (begins + 59, Some(step)),
            (begins + 60, None),
        ] {
            assert_eq!(
                secret().step("081804", at(seconds), 0),
                expected,
                "{seconds}"
            );
        }
    }

    #[test]
    fn no_code_counts_twice_and_none_before_it_does() {
        let step = 1_111_111_109 / 30;
        let now = at(1_111_111_109);
        assert_eq!(secret().step("081804", now, step - 1), Some(step));
        assert_eq!(secret().step("081804", now, step), None);
        assert_eq!(secret().step("081804", now, step + 1), None);
    }

    #[test]
    fn only_six_digits_are_a_code() {
        let now = at(59);
        assert_eq!(secret().step(" 287 082\n", now, 0), Some(1));
        for typed in ["", "28708", "2870822", "+28708", "２８７０８２", "28708x"] {
            assert_eq!(secret().step(typed, now, 0), None, "{typed}");
        }
    }

    #[test]
    fn an_app_is_told_what_it_needs() {
        let uri = "otpauth://totp/Nuanyi:wang.fang\
            ?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Nuanyi";
        assert_eq!(secret().uri("wang.fang"), uri);
    }
}
