//! The reference of a request: nine characters to be read over the phone, the last a check.
//!
//! `7KM-2PX-40C`. The first character names the desk whose file keeps it, seven are random, the
//! last catches every single wrong character and every swap of two. It is no secret: who follows a
//! request also needs its [`Secret`](super::Secret).

use super::typed::characters;
use crate::places::District;
use crate::union::Desk;
use core::fmt;

/// 23 characters, a prime number, so that one check character is enough. Left out is what looks or
/// sounds like another: B D G I J L N O Q S U V Z.
const ALPHABET: [char; 23] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'C', 'E', 'F', 'H', 'K', 'M', 'P', 'R',
    'T', 'W', 'X', 'Y',
];
/// What is read as a character that it looks like.
const LOOK_ALIKES: [(char, char); 9] = [
    ('O', '0'),
    ('Q', '0'),
    ('D', '0'),
    ('I', '1'),
    ('L', '1'),
    ('Z', '2'),
    ('S', '5'),
    ('G', '6'),
    ('B', '8'),
];
const BASE: u8 = 23;
const RANDOM: usize = 7;
pub(crate) const LENGTH: usize = 1 + RANDOM + 1;
const GROUP: usize = 3;
/// Stands after the last district for the city's desk.
const CITY: usize = 17;

/// A reference that is well formed; whether there is such a request is another matter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference([u8; LENGTH]);

/// Why something typed is no reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceProblem {
    /// It has so many characters instead of nine, not counting spaces and hyphens.
    Length(usize),
    /// It has a character that no reference has.
    Character(char),
    /// The check character does not fit the others: something was misread or mistyped.
    Check,
}

impl Reference {
    /// Of a request that the object of `desk` keeps (a street's is kept by its district), from
    /// eight random bytes. Two may come out the same: whoever stores it asks for another.
    pub fn new(desk: Desk, random: [u8; 8]) -> Self {
        Self(complete(keeper(desk), random))
    }

    /// Reads it as people type it: any case, any spaces and hyphens, full width, and letters that
    /// are in no reference as the digits they look like.
    ///
    /// ```
    /// # use domain::request::Reference;
    /// # use domain::union::Desk;
    /// let reference = Reference::new(Desk::City, [0, 0, 0, 0, 0, 0, 1, 5]);
    /// assert_eq!(reference.to_string(), "P8C-000-008");
    /// assert_eq!(Reference::parse("ｐ8c ooo—oOB"), Ok(reference));
    /// ```
    pub fn parse(text: &str) -> Result<Self, ReferenceProblem> {
        let values = read(text)?;
        match usize::from(values[0]) <= CITY {
            true => Ok(Self(values)),
            false => Err(ReferenceProblem::Check),
        }
    }

    /// The desk whose object keeps the request: a district's or the city's. Where the request is
    /// being dealt with changes; this does not.
    pub fn keeper(self) -> Desk {
        match District::all().get(usize::from(self.0[0])) {
            Some(district) => Desk::District(*district),
            None => Desk::City,
        }
    }
}

fn keeper(desk: Desk) -> u8 {
    let index = match desk {
        Desk::Street(street) => street.district().index(),
        Desk::District(district) => district.index(),
        Desk::City => CITY,
    };
    u8::try_from(index).expect("there are 17 districts")
}

/// `first`, seven characters of eight random bytes, and the check.
pub(crate) fn complete(first: u8, random: [u8; 8]) -> [u8; LENGTH] {
    let mut values = [0; LENGTH];
    values[0] = first;
    let mut rest = u64::from_be_bytes(random);
    for value in &mut values[1..=RANDOM] {
        *value = u8::try_from(rest % u64::from(BASE)).expect("a remainder is below 23");
        rest /= u64::from(BASE);
    }
    let check = (0..BASE).find(|check| {
        values[LENGTH - 1] = *check;
        is_sound(&values)
    });
    values[LENGTH - 1] = check.expect("23 is prime, so one of 23 makes the sum right");
    values
}

/// The values of nine characters whose check fits.
pub(crate) fn read(text: &str) -> Result<[u8; LENGTH], ReferenceProblem> {
    let mut values = [0; LENGTH];
    let mut length = 0;
    for typed in characters(text) {
        let value = value(typed).ok_or(ReferenceProblem::Character(typed))?;
        if let Some(place) = values.get_mut(length) {
            *place = value;
        }
        length += 1;
    }
    match length {
        LENGTH if is_sound(&values) => Ok(values),
        LENGTH => Err(ReferenceProblem::Check),
        _ => Err(ReferenceProblem::Length(length)),
    }
}

/// Writes them in groups of three.
pub(crate) fn write(values: &[u8; LENGTH], out: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (index, value) in values.iter().enumerate() {
        if index > 0 && index % GROUP == 0 {
            out.write_str("-")?;
        }
        write!(out, "{}", ALPHABET[usize::from(*value)])?;
    }
    Ok(())
}

/// Whether the values, weighted by their place, add up to a multiple of 23. Weights 1 to 9 differ
/// and none is a multiple of 23: one other value, or two that changed places, spoil the sum.
fn is_sound(values: &[u8; LENGTH]) -> bool {
    let weighted = (1_u32..).zip(values);
    let sum: u32 = weighted
        .map(|(weight, value)| weight * u32::from(*value))
        .sum();
    sum.is_multiple_of(u32::from(BASE))
}

fn value(typed: char) -> Option<u8> {
    let like = LOOK_ALIKES.iter().find(|(look, _)| *look == typed);
    let meant = like.map_or(typed, |(_, meant)| *meant);
    (0..)
        .zip(ALPHABET)
        .find_map(|(value, character)| (character == meant).then_some(value))
}

impl fmt::Display for Reference {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(&self.0, out)
    }
}

impl fmt::Debug for Reference {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

#[cfg(test)]
mod tests;
