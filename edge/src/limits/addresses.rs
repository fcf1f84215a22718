//! How often an address did something lately, in this isolate's memory.
//!
//! On one machine there is one isolate. Where there are many, an address meets few of them, and
//! what a desk takes is counted in its one object. A restart forgets everything, which gives an
//! address its burst again and no more. An address is neither kept nor logged: it is hashed with a
//! key that is drawn here and dies with the isolate.

use super::Limit;
use crate::seal::random;
use crate::visit::Visit;
use domain::throttle::{Crowd, Rate, TooMany};
use domain::time::BeijingTime;
use sha2::{Digest, Sha256};
use std::cell::RefCell;
use std::net::IpAddr;

/// How many addresses are remembered: some 200 kB.
const MOST_ADDRESSES: usize = 4096;

/// What an address does.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Doing {
    /// It files a request.
    Filing,
    /// It opens a request by its secret.
    Opening,
    /// It reports something of a station.
    Reporting,
    /// It tries to sign in, or to set an account up.
    SigningIn,
}

struct Seen {
    key: [u8; 32],
    crowd: Crowd<[u8; 16]>,
}

thread_local! {
    static SEEN: RefCell<Option<Seen>> = const { RefCell::new(None) };
    /// Apart, so that what is remembered for a day crowds out nothing that is remembered for minutes.
    static SAID: RefCell<Option<Seen>> = const { RefCell::new(None) };
}

impl Seen {
    fn nobody() -> Self {
        Self {
            key: random(),
            crowd: Crowd::new(MOST_ADDRESSES),
        }
    }

    /// Counts that whoever the header tells of does `what`.
    fn take(
        &mut self,
        header: &str,
        what: &[u8],
        rate: Rate,
        now: BeijingTime,
    ) -> Result<(), TooMany> {
        let whose = Sha256::new()
            .chain_update(self.key)
            .chain_update([u8::try_from(what.len()).unwrap_or(u8::MAX)])
            .chain_update(what)
            .chain_update(network(header))
            .finalize();
        let (whose, _) = whose.split_first_chunk().expect("16 of 32 bytes");
        self.crowd.take(*whose, rate, now)
    }
}

/// Counts that the sender does it. Where no header is known to tell the sender's address, nobody
/// can be told from another, and nothing is counted.
pub(crate) fn take(visit: &Visit, doing: Doing) -> Result<(), TooMany> {
    let Some(header) = &visit.config.client_address_header else {
        return Ok(());
    };
    let rate = visit.config.limits.of(match doing {
        Doing::Filing => Limit::AddressFiling,
        Doing::Opening => Limit::AddressOpening,
        Doing::Reporting => Limit::AddressReporting,
        Doing::SigningIn => Limit::AddressSignIn,
    });
    SEEN.with_borrow_mut(|seen| {
        let seen = seen.get_or_insert_with(Seen::nobody);
        seen.take(visit.text(header), &[doing as u8], rate, visit.now)
    })
}

/// What a sender says once in a while, and then not again.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Once {
    /// That something is wrong with a station: once a day of each thing.
    Report,
    /// How full a station is: every five minutes.
    Crowding,
}

impl Once {
    /// How long that while is.
    pub(crate) const fn seconds(self) -> u32 {
        match self {
            Self::Report => Rate::MOST_SECONDS,
            Self::Crowding => 5 * 60,
        }
    }
}

/// Whether the sender says `what` for the first time in that while, as far as that can be told: whose
/// address is not known is always the first.
pub(crate) fn is_first(visit: &Visit, once: Once, what: &str) -> bool {
    let Some(header) = &visit.config.client_address_header else {
        return true;
    };
    let rate = Rate::new(1, once.seconds()).expect("once in at most a day");
    let what = [&[once as u8], what.as_bytes()].concat();
    SAID.with_borrow_mut(|said| {
        let said = said.get_or_insert_with(Seen::nobody);
        said.take(visit.text(header), &what, rate, visit.now)
            .is_ok()
    })
}

/// What counts as one address: all of IPv4, the network half of IPv6, whose other half everybody
/// chooses freely. The proxy in front writes last, so the last of a list is believed. Whatever is no
/// address came past the proxy, and counts as one sender.
fn network(header: &str) -> Vec<u8> {
    let last = header.rsplit(',').next().unwrap_or_default();
    match last
        .trim()
        .parse::<IpAddr>()
        .map(|address| address.to_canonical())
    {
        Ok(IpAddr::V4(address)) => address.octets().to_vec(),
        Ok(IpAddr::V6(address)) => address.octets()[..8].to_vec(),
        Err(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::network;

    #[test]
    fn one_sender_is_one_network() {
        #[track_caller]
        fn same(a: &str, b: &str, expected: bool) {
            assert_eq!(network(a) == network(b), expected, "{a} {b}");
        }
        same("192.0.2.1", "192.0.2.1", true);
        same("192.0.2.1", "192.0.2.2", false);
        same("::ffff:192.0.2.1", "192.0.2.1", true);
        same("2001:db8::1", "2001:db8::ffff:1", true);
        same("2001:db8::1", "2001:db8:0:1::1", false);
        same("198.51.100.7, 192.0.2.1", "192.0.2.1", true);
        same("192.0.2.1, 198.51.100.7", "192.0.2.1", false);
        same("", "unknown", true);
        same("", "192.0.2.1", false);
    }
}
