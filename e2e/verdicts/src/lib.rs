//! The verdicts on a million people, who are the same everywhere: the host, workerd and the
//! browser each judge them with their own build of the rules, and must write the same bytes.
//!
//! Nothing of this is part of the site. `cargo xtask test` builds it once with the profile of the
//! edge and once with that of the client.

use chrono::NaiveDate;
use domain::policy::{Answers, Fact, Kind, Programme, Value, Verdict, assess};
use wasm_bindgen::prelude::wasm_bindgen;

/// One byte for each verdict on the people from number `from` up to but without `to`: its place
/// in the order in which verdicts are shown. Programmes are in the order of their ids.
#[wasm_bindgen]
pub fn verdicts(from: u32, to: u32) -> Vec<u8> {
    let mut bytes = Vec::with_capacity((to - from) as usize * Programme::COUNT);
    for number in from..to {
        let (on, answers) = person(number);
        let assessments = assess(on, &answers).into_iter();
        bytes.extend(assessments.map(|assessment| code(assessment.verdict)));
    }
    bytes
}

fn code(verdict: Verdict) -> u8 {
    let earlier = Verdict::ALL
        .into_iter()
        .take_while(|other| *other != verdict);
    earlier.map(|_| 1).sum()
}

/// What the person with that number answers, and the day: any from 2012 to 2027, about two thirds
/// of the facts.
fn person(number: u32) -> (NaiveDate, Answers) {
    let mut dice = Dice(u64::from(number));
    let day = NaiveDate::from_ymd_opt(2012, 1, 1).expect("a date");
    let on = day + chrono::Days::new(u64::from(dice.below(16 * 365)));
    let mut answers = Answers::default();
    for fact in Fact::all() {
        if dice.below(3) > 0 {
            let value = value(fact, &mut dice);
            assert!(answers.set(fact, value), "{}", fact.id());
        }
    }
    (on, answers)
}

fn value(fact: Fact, dice: &mut Dice) -> Value {
    let options = fact.options().len() as u32;
    let option = |dice: &mut Dice| 1 << dice.below(options);
    match fact.kind() {
        Kind::YesNo | Kind::Choice => Value::Options(option(dice)),
        // Some of the options, as with most people: none, one or two.
        Kind::Set => {
            let some = u32::from(dice.below(4) > 0);
            Value::Options((option(dice) | option(dice)) * some)
        }
        Kind::Number => {
            let (from, to) = fact.bounds();
            Value::Number(from + dice.below(to.abs_diff(from) + 1) as i32)
        }
    }
}

/// SplitMix64: a number for everything that is left open, always the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        (((mixed >> 32) * u64::from(bound)) >> 32) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};
    use std::thread;

    const PEOPLE: u32 = 1_000_000;

    /// The same line is read by the tests in workerd and in the browser.
    const EXPECTED: &str = include_str!("../expected.sha256");

    #[test]
    fn a_million_people_get_the_expected_verdicts() {
        let quarters = [0, 1, 2, 3].map(|quarter| {
            let (from, to) = (PEOPLE / 4 * quarter, PEOPLE / 4 * (quarter + 1));
            thread::spawn(move || verdicts(from, to))
        });
        let bytes = quarters.map(|quarter| quarter.join().expect("every person is judged"));
        let bytes = bytes.concat();
        for verdict in Verdict::ALL {
            let share = bytes.iter().filter(|byte| **byte == code(verdict)).count();
            assert!(share > 100_000, "{verdict:?} is rare: {share}");
        }
        let digest = Sha256::digest(&bytes);
        let found: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(
            found,
            EXPECTED.trim(),
            "if rules were meant to change, this is the new line of expected.sha256"
        );
    }
}
