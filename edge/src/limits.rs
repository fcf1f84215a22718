//! Limits before work: how much one address, one desk and the whole city take in a while.
//!
//! The defaults are this site's own. They stop programs, not people: a worker files a handful of
//! requests in a year.

mod addresses;

pub(crate) use addresses::{Doing, Once, is_first, take};

use domain::throttle::Rate;

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Limit {
    /// Requests that one address files, and photos that it sends ahead. A factory floor stands
    /// behind one address: a shift of three hundred files at once, and 1,800 in an hour.
    AddressFiling,
    /// Requests that one address opens by their secrets, moves included. A secret of 160 bits is
    /// not guessed; this bounds the work that trying makes.
    AddressOpening,
    /// Sign-ins and set-ups of staff that one address tries: an office stands behind one address, and
    /// begins at nine. What is tried for one name is bounded where the accounts are kept.
    AddressSignIn,
    /// Reports about stations that one address sends, their photos, and what it tells of how full they are.
    AddressReporting,
    /// New requests that one desk's object keeps. It guards the disk: some 10 kB each, so that a
    /// flood fills 240 MB a day at most.
    DeskFiling,
    /// Moves that workers make at one desk's object. It guards the disk as well, and a flood of
    /// messages does not keep anybody from filing.
    DeskMoves,
    /// New requests in the whole city, whose desk remembers the key of each.
    CityFiling,
    /// New reports about stations in the whole city: some 500 bytes each, 24 MB a day at most. What their
    /// photos take is bounded where they are kept.
    CityReports,
}

/// Every limit with its name in `LIMITS` and its default: so many in so many seconds.
const DEFAULTS: [(Limit, &str, u32, u32); 8] = [
    (Limit::AddressFiling, "address.filing", 300, 600),
    (Limit::AddressOpening, "address.opening", 600, 600),
    (Limit::AddressSignIn, "address.sign-in", 100, 600),
    (Limit::AddressReporting, "address.reporting", 100, 600),
    (Limit::DeskFiling, "desk.filing", 1000, 3600),
    (Limit::DeskMoves, "desk.moves", 2000, 3600),
    (Limit::CityFiling, "city.filing", 5000, 3600),
    (Limit::CityReports, "city.reports", 2000, 3600),
];

/// The rate of every limit.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Limits([Rate; DEFAULTS.len()]);

impl Limits {
    /// Reads `LIMITS`: `name=COUNT/SECONDS`, commas between; what is not named is as by default.
    /// Gives the entry that cannot be read.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let default = |(_, _, count, seconds)| {
            Rate::new(count, seconds).expect("the default limits are rates")
        };
        let mut rates = DEFAULTS.map(default);
        for entry in text
            .split(',')
            .map(str::trim)
            .filter(|entry| !entry.is_empty())
        {
            let read = entry.split_once('=').and_then(|(name, rate)| {
                let place = DEFAULTS.iter().position(|(_, of, ..)| *of == name)?;
                Some((place, Rate::parse(rate)?))
            });
            let (place, rate) = read.ok_or_else(|| entry.to_owned())?;
            rates[place] = rate;
        }
        Ok(Self(rates))
    }

    /// How much that is.
    pub(crate) const fn of(&self, limit: Limit) -> Rate {
        self.0[limit as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_named_is_as_by_default() {
        let limits = Limits::parse(" desk.moves=1/2, city.filing=3/4 ").unwrap();
        assert_eq!(Some(limits.of(Limit::DeskMoves)), Rate::new(1, 2));
        assert_eq!(Some(limits.of(Limit::CityFiling)), Rate::new(3, 4));
        for (limit, _, count, seconds) in DEFAULTS.into_iter().take(4) {
            assert_eq!(
                Some(limits.of(limit)),
                Rate::new(count, seconds),
                "{limit:?}"
            );
        }
        assert_eq!(Limits::parse(""), Limits::parse(","));
    }

    #[test]
    fn an_entry_that_is_no_limit_is_named() {
        for entry in [
            "desk.moves",
            "desk.moves=",
            "desk.moves=0/1",
            "desk=1/1",
            "=1/1",
        ] {
            let text = format!("city.filing=1/1,{entry}");
            assert_eq!(Limits::parse(&text), Err(entry.to_owned()));
        }
    }
}
