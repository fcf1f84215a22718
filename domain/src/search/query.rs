//! A search as the query of an address, both ways.

#[cfg(test)]
mod tests;

use super::{OpenFilter, Search, Travel};
use crate::geo::{Wgs84, decimal};
use crate::params::{ParamProblem, ParamProblemKind, QUERY_BYTES, pairs};
use crate::places::{District, Street};
use crate::station::{Access, Amenity, Kind};
use core::ops::RangeInclusive;

const WORDS_CHARS: usize = 40;
const LAST_PAGE: u32 = 10_000;

/// Beijing reaches from 39.44° to 41.06° north and from 115.42° to 117.51° east; half a degree
/// around it are places from which people ride in.
const LAT_DEGREES: RangeInclusive<f64> = 39.0..=41.5;
const LNG_DEGREES: RangeInclusive<f64> = 115.0..=118.0;

impl Search {
    /// Reads a query string. What is not understood is left out of the search and reported:
    /// pages go on without it, the API refuses. Words that are too long are cut.
    ///
    /// ```
    /// # use domain::search::Search;
    /// let (search, problems) = Search::parse("q=nxyz&kind=caring_station,library&colour=red");
    /// assert_eq!(search.to_query(), "q=nxyz&kind=caring_station&kind=library");
    /// assert_eq!(problems[0].name, "colour");
    /// ```
    pub fn parse(query: &str) -> (Self, Vec<ParamProblem>) {
        Self::parse_with(query, &[])
    }

    /// The same, passing over parameters that the caller reads by itself.
    pub fn parse_with(query: &str, others: &[&str]) -> (Self, Vec<ParamProblem>) {
        let mut reading = Reading::default();
        if query.len() > QUERY_BYTES {
            reading.report("", ParamProblemKind::TooLong);
            return (reading.search, reading.problems);
        }
        for (name, value) in pairs(query) {
            // An empty field of a form says nothing.
            if !others.contains(&&*name) && !value.trim().is_empty() {
                reading.take(&name, value.trim());
            }
        }
        reading.settle_street();
        (reading.search, reading.problems)
    }

    /// Whether a journey can start there: in Beijing, or near enough around it to ride in.
    pub fn can_start_from(position: Wgs84) -> bool {
        LAT_DEGREES.contains(&position.lat()) && LNG_DEGREES.contains(&position.lng())
    }

    /// Writes the canonical query string, without `?`; what does not filter is left out. It is
    /// what a browser writes for a plain form with these fields in this order, and the position
    /// has three decimals (about 100 m), so that an address tells nobody's door.
    pub fn to_query(&self) -> String {
        let mut query = String::new();
        let mut put = |name: &str, value: &str| {
            if !query.is_empty() {
                query.push('&');
            }
            query.push_str(name);
            query.push('=');
            put_encoded(&mut query, value);
        };
        if !self.words.is_empty() {
            put("q", &self.words);
        }
        if let Some(district) = self.district {
            put("district", &district.code().to_string());
        }
        if let Some(street) = self.street {
            put("street", &street.code().to_string());
        }
        self.kinds.iter().for_each(|kind| put("kind", kind.code()));
        for amenity in self.amenities.iter() {
            put("amenity", amenity.code());
        }
        for access in self.access.iter() {
            put("access", access.code());
        }
        if let Some(open) = self.open {
            put("open", open.code());
        }
        if let Some(near) = self.near {
            put(
                "near",
                &(decimal::<3>(near.lat()) + "," + &decimal::<3>(near.lng())),
            );
        }
        if self.travel != Travel::default() {
            put("by", self.travel.code());
        }
        if self.page > 1 {
            put("page", &self.page.to_string());
        }
        query
    }
}

/// A search while its query is read.
#[derive(Default)]
struct Reading {
    search: Search,
    problems: Vec<ParamProblem>,
    /// Of those parameters that may stand only once.
    seen: Vec<&'static str>,
}

impl Reading {
    fn report(&mut self, name: &str, problem: ParamProblemKind) {
        self.problems.push(ParamProblem::new(name, problem));
    }

    fn take(&mut self, name: &str, value: &str) {
        let read = match name {
            "q" => self.once("q").and_then(|()| self.words(value)),
            "district" => self.once("district").and_then(|()| {
                self.search.district = Some(known(number(value).and_then(District::from_code))?);
                Ok(())
            }),
            "street" => self.once("street").and_then(|()| {
                self.search.street = Some(known(number(value).and_then(Street::from_code))?);
                Ok(())
            }),
            "kind" => each(value, |code| {
                self.search.kinds = self.search.kinds.with(Kind::from_code(code)?);
                Some(())
            }),
            "amenity" => each(value, |code| {
                self.search.amenities = self.search.amenities.with(Amenity::from_code(code)?);
                Some(())
            }),
            "access" => each(value, |code| {
                self.search.access = self.search.access.with(Access::from_code(code)?);
                Some(())
            }),
            "open" => self.once("open").and_then(|()| {
                self.search.open = Some(known(OpenFilter::from_code(value))?);
                Ok(())
            }),
            "near" => self.once("near").and_then(|()| {
                self.search.near = Some(position(value)?);
                Ok(())
            }),
            "by" => self.once("by").and_then(|()| {
                self.search.travel = known(Travel::from_code(value))?;
                Ok(())
            }),
            "page" => self.once("page").and_then(|()| {
                self.search.page = page(value)?;
                Ok(())
            }),
            _ => Err(ParamProblemKind::UnknownName),
        };
        if let Err(problem) = read {
            self.report(name, problem);
        }
    }

    fn once(&mut self, name: &'static str) -> Result<(), ParamProblemKind> {
        if self.seen.contains(&name) {
            return Err(ParamProblemKind::Repeated);
        }
        self.seen.push(name);
        Ok(())
    }

    fn words(&mut self, value: &str) -> Result<(), ParamProblemKind> {
        let words: Vec<&str> = value.split_whitespace().collect();
        let words = words.join(" ");
        let cut: String = words.chars().take(WORDS_CHARS).collect();
        self.search.words = cut.trim_end().to_owned();
        if words.len() > cut.len() {
            return Err(ParamProblemKind::TooLong);
        }
        Ok(())
    }

    /// A street brings its district; one of another district, left over in a form where the
    /// district was changed, goes.
    fn settle_street(&mut self) {
        let Some(street) = self.search.street else {
            return;
        };
        match self.search.district {
            None => self.search.district = Some(street.district()),
            Some(district) if district == street.district() => {}
            Some(_) => {
                self.search.street = None;
                self.report("street", ParamProblemKind::UnknownValue);
            }
        }
    }
}

fn known<T>(value: Option<T>) -> Result<T, ParamProblemKind> {
    value.ok_or(ParamProblemKind::UnknownValue)
}

/// Every code of a list; those that are not known are one problem, the others count.
fn each(list: &str, mut add: impl FnMut(&str) -> Option<()>) -> Result<(), ParamProblemKind> {
    let mut all_known = Some(());
    for code in list.split(',') {
        all_known = add(code.trim()).and(all_known);
    }
    known(all_known)
}

fn number(value: &str) -> Option<u32> {
    let digits = value.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| value.parse().ok()).flatten()
}

fn page(value: &str) -> Result<u32, ParamProblemKind> {
    if !value.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(ParamProblemKind::UnknownValue);
    }
    number(value)
        .filter(|page| (1..=LAST_PAGE).contains(page))
        .ok_or(ParamProblemKind::OutOfRange)
}

fn position(value: &str) -> Result<Wgs84, ParamProblemKind> {
    let (lat, lng) = known(value.split_once(','))?;
    let lat = known(microdegrees(lat.trim()))?;
    let lng = known(microdegrees(lng.trim()))?;
    Wgs84::new(lat as f64 / 1e6, lng as f64 / 1e6)
        .filter(|position| Search::can_start_from(*position))
        .ok_or(ParamProblemKind::OutOfRange)
}

/// Reads a plain decimal number; digits after the sixth decimal (0.1 m) are dropped. By hand,
/// because the library's reading of floats would cost the client several kilobytes of tables.
fn microdegrees(value: &str) -> Option<i64> {
    let (sign, value) = match value.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, value),
    };
    let (whole, decimals) = value.split_once('.').unwrap_or((value, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(decimals) || whole.len() > 3 {
        return None;
    }
    let all = whole
        .bytes()
        .chain(decimals.bytes().chain([b'0'; 6]).take(6));
    Some(sign * all.fold(0, |value, digit| value * 10 + i64::from(digit - b'0')))
}

/// As application/x-www-form-urlencoded.
fn put_encoded(out: &mut String, text: &str) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        match byte {
            b' ' => out.push('+'),
            b'*' | b'-' | b'.' | b'_' => out.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => out.push(char::from(byte)),
            _ => {
                out.push('%');
                out.push(char::from(DIGITS[usize::from(byte >> 4)]));
                out.push(char::from(DIGITS[usize::from(byte & 15)]));
            }
        }
    }
}
