//! How often an address did something lately, in this isolate's memory.
//!
//! On one machine there is one isolate. Where there are many, an address meets few of them, and
//! what a desk takes is counted in its one object. A restart forgets everything, which gives an
//! address its burst again and no more. An address is neither kept nor logged: it is hashed with a
//! key that is drawn here and dies with the isolate.

use super::Limit;
use crate::seal::random;
use crate::visit::Visit;
use domain::throttle::{Crowd, TooMany};
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
    /// It tries to sign in, or to set an account up.
    SigningIn,
}

struct Seen {
    key: [u8; 32],
    crowd: Crowd<[u8; 16]>,
}

thread_local! {
    static SEEN: RefCell<Option<Seen>> = const { RefCell::new(None) };
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
        Doing::SigningIn => Limit::AddressSignIn,
    });
    let network = network(visit.text(header));
    SEEN.with_borrow_mut(|seen| {
        let seen = seen.get_or_insert_with(|| Seen {
            key: random(),
            crowd: Crowd::new(MOST_ADDRESSES),
        });
        let whose = Sha256::new()
            .chain_update(seen.key)
            .chain_update([doing as u8])
            .chain_update(network)
            .finalize();
        let (whose, _) = whose.split_first_chunk().expect("16 of 32 bytes");
        seen.crowd.take(*whose, rate, visit.now)
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
