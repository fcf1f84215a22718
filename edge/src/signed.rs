//! What this site signs and reads again: the code at a station's door, and the links that confirm.
//! Neither is kept anywhere; whoever has the key can tell that they are ours.

use crate::keys::Keys;
use crate::purpose::Purpose;
use crate::registry::{Link, Place};
use crate::same::same;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use domain::freshness::Month;
use domain::station::StationId;
use domain::union::Desk;

/// Nobody tries 2^96 codes.
const DOOR_BYTES: usize = 12;

/// What a link says: whose list, which month, who made it.
const SAID_BYTES: usize = 11;
/// The bytes of the signature beside it.
const SIGNATURE_BYTES: usize = 16;

const DESK: u8 = 0;
const STATION: u8 = 1;

/// The code at a station's door.
pub(crate) fn door_code(keys: &Keys, station: StationId) -> String {
    let hash = keys
        .first()
        .hash(Purpose::Door, &[&station.0.to_be_bytes()]);
    BASE64.encode(&hash[..DOOR_BYTES])
}

/// Whether that is the code at the door, by any of our keys: posters hang longer than keys last.
pub(crate) fn is_door_code(keys: &Keys, station: StationId, code: &str) -> bool {
    keys.all().any(|key| {
        let hash = key.hash(Purpose::Door, &[&station.0.to_be_bytes()]);
        same(
            BASE64.encode(&hash[..DOOR_BYTES]).as_bytes(),
            code.as_bytes(),
        )
    })
}

/// The token of a link that is good for a month.
pub(crate) fn write_link(keys: &Keys, link: Link, month: Month) -> String {
    let (kind, number) = match link.place {
        Place::Desk(Desk::City) => (DESK, 0),
        Place::Desk(Desk::District(district)) => (DESK, district.code()),
        Place::Desk(Desk::Street(street)) => (DESK, street.code()),
        Place::Station(id) => (STATION, id.0),
    };
    let said = [
        [kind].as_slice(),
        &number.to_be_bytes(),
        &month.number().to_be_bytes(),
        &link.issuer.to_be_bytes(),
    ]
    .concat();
    let signature = keys.first().hash(Purpose::Confirm, &[&said]);
    BASE64.encode([&said, &signature[..SIGNATURE_BYTES]].concat())
}

/// What a token opens in `month`; `None` if it is not ours, or was for another month.
pub(crate) fn read_link(keys: &Keys, token: &str, month: Month) -> Option<Link> {
    let bytes = BASE64.decode(token).ok()?;
    let (said, signature) = bytes.split_at_checked(SAID_BYTES)?;
    let is_ours = keys.all().any(|key| {
        let hash = key.hash(Purpose::Confirm, &[said]);
        same(&hash[..SIGNATURE_BYTES], signature)
    });
    let number = |from: usize| Some(u32::from_be_bytes(*said.get(from..)?.first_chunk()?));
    let of = u16::from_be_bytes([said[5], said[6]]);
    let place = match (said[0], number(1)?) {
        (DESK, 0) => Place::Desk(Desk::City),
        (DESK, code) => Place::Desk(Desk::from_code(&code.to_string())?),
        (STATION, id) => Place::Station(StationId(id)),
        _ => return None,
    };
    let issuer = number(7)?;
    (is_ours && of == month.number()).then_some(Link { place, issuer })
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::engine::general_purpose::STANDARD;
    use domain::places::District;

    fn keys(ids: &[u8]) -> Keys {
        let key = |id: &u8| format!("k{id}:{}", STANDARD.encode([*id; 32]));
        Keys::parse(&ids.iter().map(key).collect::<Vec<_>>().join(",")).unwrap()
    }

    fn month(day: &str) -> Month {
        Month::of(day.parse().unwrap())
    }

    #[test]
    fn a_door_code_opens_its_own_door_after_a_new_key_too() {
        let code = door_code(&keys(&[1]), StationId(4));
        assert!(is_door_code(&keys(&[2, 1]), StationId(4), &code));
        assert!(!is_door_code(&keys(&[2, 1]), StationId(5), &code));
        assert!(!is_door_code(&keys(&[2]), StationId(4), &code));
        assert!(!is_door_code(&keys(&[1]), StationId(4), ""));
    }

    #[test]
    fn a_link_is_read_as_it_was_written_in_its_month_alone() {
        let november = month("2026-11-30");
        let district = District::all()[0];
        for place in [
            Place::Desk(Desk::City),
            Place::Desk(Desk::District(district)),
            Place::Desk(Desk::Street(district.streets()[0])),
            Place::Station(StationId(4)),
        ] {
            let link = Link { place, issuer: 7 };
            let token = write_link(&keys(&[1]), link, november);
            assert_eq!(read_link(&keys(&[2, 1]), &token, november), Some(link));
            assert_eq!(read_link(&keys(&[2]), &token, november), None);
            assert_eq!(read_link(&keys(&[1]), &token, month("2026-12-01")), None);
            assert_eq!(read_link(&keys(&[1]), &token, month("2026-10-31")), None);
        }
    }

    #[test]
    fn no_other_bytes_are_a_link() {
        let november = month("2026-11-30");
        let place = Place::Station(StationId(4));
        let token = write_link(&keys(&[1]), Link { place, issuer: 7 }, november);
        let bytes = BASE64.decode(&token).unwrap();
        for at in 0..bytes.len() {
            let mut other = bytes.clone();
            other[at] ^= 1;
            assert_eq!(
                read_link(&keys(&[1]), &BASE64.encode(&other), november),
                None
            );
            assert_eq!(
                read_link(&keys(&[1]), &BASE64.encode(&bytes[..at]), november),
                None
            );
        }
    }
}
