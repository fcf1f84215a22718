//! `/staff/freshness`: what is due to be confirmed this month, and the links that confirm it.

use super::{show, who_page};
use crate::body::Sent;
use crate::cities;
use crate::problem::Problem;
use crate::registry::{Console, Link, NotChanged, Place};
use crate::reply::Reply;
use crate::routes::confirm::{MOST_FORM_BYTES, rows};
use crate::routes::requests::origin;
use crate::signed;
use crate::staff::SignedIn;
use crate::visit::Visit;
use app::document::Page;
use app::report::{self, DueList, Unconfirmed};
use app::staff::form_token;
use domain::city::City;
use domain::freshness::{Month, is_due};
use domain::staff::{Action, may};
use domain::union::Desk;
use http::StatusCode;
use std::collections::BTreeMap;

/// `GET /staff/freshness`
#[worker::send]
pub(in crate::routes) async fn page(visit: Visit, who: SignedIn) -> Result<Reply, Problem> {
    match (report::place_of(visit.query()), who.staff.desk) {
        (Some(desk), _) | (None, desk @ Desk::Street(_)) => list(&visit, &who, desk, None).await,
        (None, desk) if may(who.staff, Action::EditListing, desk) => overview(&visit, &who).await,
        _ => Err(Problem::NotAllowed),
    }
}

/// `POST /staff/freshness?desk=…`: confirms what was seen and ticked.
#[worker::send]
pub(in crate::routes) async fn confirm(
    visit: Visit,
    who: SignedIn,
    Sent(body): Sent<MOST_FORM_BYTES>,
) -> Result<Reply, Problem> {
    who.is_ours(&visit, &form_token(&body))?;
    let desk = report::place_of(visit.query()).ok_or(Problem::NotFound)?;
    let console = Console::new(&visit, &who);
    let confirmed = console.confirm(Place::Desk(desk), report::seen(&body));
    let confirmed = confirmed.await.map_err(|not| match not {
        NotChanged::Problem(problem) => problem,
        NotChanged::Conflict(_) | NotChanged::Nothing => {
            Problem::refused("station", "changed", "somebody changed it meanwhile")
        }
    })?;
    list(&visit, &who, desk, Some(confirmed)).await
}

/// The token of a link of this member of staff's, for the month it is.
pub(in crate::routes) fn link(
    visit: &Visit,
    who: &SignedIn,
    place: Place,
) -> Result<String, Problem> {
    let keys = visit.config.data_keys.as_ref();
    let keys = keys.ok_or(Problem::NotConfigured)?;
    let issuer = who.staff.id.0;
    let month = Month::of(visit.now.date());
    let token = signed::write_link(keys, Link { place, issuer }, month);
    Ok(format!("{}/confirm/{token}", origin(visit)))
}

async fn overview(visit: &Visit, who: &SignedIn) -> Result<Reply, Problem> {
    let loaded = cities::current(&visit.env).await?;
    let page = Unconfirmed {
        desks: counts(&loaded.city, visit, who),
        who: who_page(who),
    };
    Ok(show(
        visit,
        StatusCode::OK,
        Page::Unconfirmed(Box::new(page)),
    ))
}

/// Each desk of theirs where something is due: how many, of how many.
fn counts(city: &City, visit: &Visit, who: &SignedIn) -> Vec<(Desk, usize, usize)> {
    let month = Month::of(visit.now.date());
    let mut counts: BTreeMap<String, (Desk, usize, usize)> = BTreeMap::new();
    for place in city.places() {
        let street = place.street.map(Desk::Street);
        let desk = street.unwrap_or(Desk::District(place.district));
        let (_, due, all) = counts.entry(desk.code()).or_insert((desk, 0, 0));
        *all += 1;
        *due += usize::from(is_due(place.life, place.verified_on, month));
    }
    let mine = |(desk, due, _): &(Desk, usize, usize)| {
        *due > 0 && may(who.staff, Action::EditListing, *desk)
    };
    counts.into_values().filter(mine).collect()
}

async fn list(
    visit: &Visit,
    who: &SignedIn,
    desk: Desk,
    confirmed: Option<u32>,
) -> Result<Reply, Problem> {
    let due = Console::new(visit, who).due(Place::Desk(desk)).await?;
    let page = DueList {
        due: rows(visit, due, |station| {
            link(visit, who, Place::Station(station.id)).ok()
        }),
        link: link(visit, who, Place::Desk(desk))?,
        who: who_page(who),
        desk,
        confirmed,
    };
    Ok(show(visit, StatusCode::OK, Page::DueList(Box::new(page))))
}
