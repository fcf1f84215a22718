//! `/staff/stations` and `/staff/classes`: the entries that somebody looks for.

use super::super::entries;
use super::super::staff::who_page;
use super::{parameter, show};
use crate::problem::Problem;
use crate::reply::Reply;
use crate::staff::SignedIn;
use crate::visit::Visit;
use crate::{cities, classes};
use app::listings::{Find, Page, Row};
use axum::extract::Path;
use domain::city::{City, Place};
use domain::class::HolidayClass;
use domain::listing::Subject;
use domain::listing::entry::Entry;
use domain::search;
use domain::staff::{Action, Staff, may};
use domain::station::{Life, StationId};
use domain::union::Desk;
use http::StatusCode;

/// Entries on a page.
const MOST_ROWS: usize = 50;

/// Words are no longer than on the public pages.
const MOST_CHARS: usize = 40;

/// `GET /staff/{listing}`
#[worker::send]
pub(in crate::routes) async fn find(
    visit: Visit,
    signed: SignedIn,
    Path(listing): Path<String>,
) -> Result<Reply, Problem> {
    let subject = entries::subject(&listing)?;
    if !may(signed.staff, Action::SeeHistory, signed.staff.desk) {
        return Err(Problem::NotAllowed);
    }
    let words = parameter(&visit, "q").unwrap_or_default();
    let words: String = words.trim().chars().take(MOST_CHARS).collect();
    let everywhere = parameter(&visit, "all").is_some();
    let mut rows = match subject {
        Subject::Stations => {
            let loaded = cities::current(&visit.env).await?;
            stations(&loaded.city, &words, signed.staff)
        }
        Subject::Classes => {
            let held = classes::current(&visit.env).await?;
            held.registered()
                .filter(|class| is_named(class, &words))
                .map(|class| class_row(class, signed.staff))
                .collect()
        }
    };
    rows.retain(|row| everywhere || row.is_own);
    let total = rows.len();
    rows.truncate(MOST_ROWS);
    let page = Find {
        who: who_page(&signed),
        subject,
        words,
        everywhere,
        rows,
        total,
    };
    Ok(show(&visit, StatusCode::OK, Page::Find(page)))
}

/// Those that words or a number name.
pub(super) fn stations(city: &City, words: &str, staff: Staff) -> Vec<Row> {
    let by_number = words.parse().ok().and_then(|id| city.place(StationId(id)));
    let by_words = search::named(city, words).into_iter();
    let by_words = by_words.filter(|place| by_number.is_none_or(|found| found.id != place.id));
    let places = by_number.into_iter().chain(by_words);
    places.filter_map(|place| row(city, place, staff)).collect()
}

/// A station as it stands in a list.
pub(super) fn row(city: &City, place: &Place, staff: Staff) -> Option<Row> {
    let text = city.text(place)?;
    let district = Desk::District(place.district);
    let desk = place.street.map_or(district, Desk::Street);
    Some(Row {
        number: place.id.0,
        name: text.name.clone(),
        desk,
        address: text.address.clone(),
        is_closed: matches!(place.life, Life::Closed { .. }),
        is_own: may(staff, Action::SeeHistory, desk),
    })
}

fn is_named(class: &HolidayClass, words: &str) -> bool {
    let number = class.id.0.to_string();
    let street = class.street.map_or("", |street| street.name_zh());
    let texts = [
        &number,
        &class.host,
        &class.address,
        class.district.name_zh(),
        street,
    ];
    let mut words = words.split_whitespace();
    words.all(|word| texts.iter().any(|text| text.contains(word)))
}

fn class_row(class: &HolidayClass, staff: Staff) -> Row {
    let desk = class.desk();
    Row {
        number: class.id.0,
        name: class.host.clone(),
        desk,
        address: class.address.clone(),
        is_closed: false,
        is_own: may(staff, Action::SeeHistory, desk),
    }
}
