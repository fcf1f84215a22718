//! Addresses that open the form with what is known already.

use super::form::{Form, Step, seen_by_every_level};
use crate::wording::Lang;
use domain::policy::Programme;
use domain::request::{Category, Draft, Field};
use domain::station::{Amenity, StationId};

/// What is wrong at a station, as far as a page can tell before somebody writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Its door was shut when it should have been open.
    Shut,
    /// Something that it should have is missing or does not work.
    Amenity(Amenity),
}

const SHUT: &str = "shut";

impl Fault {
    /// Its code in an address: `shut`, or that of the amenity.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Shut => SHUT,
            Self::Amenity(amenity) => amenity.code(),
        }
    }

    /// The fault with that code.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            SHUT => Some(Self::Shut),
            _ => Amenity::from_code(code).map(Self::Amenity),
        }
    }
}

/// Where one writes about a station.
///
/// ```
/// # use app::request::{Fault, from_station};
/// # use domain::station::StationId;
/// let address = from_station(StationId(4), Some(Fault::Shut));
/// assert_eq!(address, "/requests/new?category=station&station=4&fault=shut");
/// ```
pub fn from_station(id: StationId, fault: Option<Fault>) -> String {
    let fault = fault.map_or(String::new(), |fault| format!("&fault={}", fault.code()));
    let category = Category::Station.code();
    format!("/requests/new?category={category}&station={}{fault}", id.0)
}

/// Where one writes about what a programme is for, or about its result.
pub fn from_programme(programme: Programme) -> String {
    let address = from_service(programme.request());
    format!("{address}&programme={}", programme.id())
}

/// Where one writes about a service whose requests have that category.
pub fn from_service(category: &str) -> String {
    format!("/requests/new?category={category}")
}

/// A longer query fills nothing in.
const MOST_QUERY_BYTES: usize = 2048;

impl Form {
    /// The form of `GET /requests/new`, filled in from its query: `category`, `station`,
    /// `programme` and `fault`. What is not understood is dropped. `key` is a fresh one.
    pub fn open(lang: Lang, query: &str, key: &str) -> Self {
        let mut draft = Draft::default();
        seen_by_every_level(&mut draft);
        let query = if query.len() > MOST_QUERY_BYTES {
            ""
        } else {
            query
        };
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match &*name {
                "category" if Category::from_code(&value).is_some() => {
                    draft.set(Field::Category, &value);
                }
                "station" if value.parse::<u32>().is_ok() => {
                    draft.set(Field::Station, &value);
                    draft.set(Field::Place, "station");
                }
                "programme" => draft.set(Field::Programme, &value),
                "fault" => {
                    if let Some(fault) = Fault::from_code(&value) {
                        draft.set(Field::Text, &lang.fault(fault));
                    }
                }
                _ => {}
            }
        }
        Self {
            draft,
            key: key.to_owned(),
            step: Step::Edit,
            danger_shown: false,
            numbers_kept: false,
            trapped: false,
            refused: None,
        }
    }
}

impl Lang {
    /// How a text about a fault may begin.
    pub(super) fn fault(self, fault: Fault) -> String {
        match (self, fault) {
            (Self::Zh, Fault::Shut) => "写着这时候开门，到了却关着。".to_owned(),
            (Self::En, Fault::Shut) => {
                "It should have been open, but the door was shut.".to_owned()
            }
            (Self::Zh, Fault::Amenity(amenity)) => {
                format!("“{}”没有，或者用不了。", self.amenity(amenity))
            }
            (Self::En, Fault::Amenity(amenity)) => {
                format!("“{}” is missing or does not work.", self.amenity(amenity))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::request::alike;

    #[test]
    fn a_fault_is_like_itself_with_more_said_and_like_no_other() {
        let amenities = Amenity::ALL.iter().copied().map(Fault::Amenity);
        let faults: Vec<_> = [Fault::Shut].into_iter().chain(amenities).collect();
        for lang in [Lang::Zh, Lang::En] {
            for (place, fault) in faults.iter().enumerate() {
                let one = lang.fault(*fault);
                for (other_place, other) in faults.iter().enumerate() {
                    let other = lang.fault(*other);
                    let one = [&one, "中午去的，等了半天。Waited for half an hour."].concat();
                    let other = [&other, "第二次了，白跑一趟！Second time."].concat();
                    assert_eq!(alike(&one, &other), place == other_place, "{one} {other}");
                }
            }
        }
    }
}
