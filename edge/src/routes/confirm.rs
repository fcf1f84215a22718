//! `/confirm/{token}`: what is due of a link, and confirming it without an account. Looking at it
//! changes nothing: messengers open links to show what is behind them.

use super::pages;
use crate::body::Sent;
use crate::limits::{self, Doing};
use crate::problem::Problem;
use crate::registry::{Client, Due, Link, Place};
use crate::reply::Reply;
use crate::signed;
use crate::visit::Visit;
use app::document::Page;
use app::report::{self, Confirm, DueList, DueRow};
use axum::extract::Path;
use domain::freshness::Month;
use domain::station::Station;
use http::StatusCode;

/// The stations of a page, each a few bytes.
pub(super) const MOST_FORM_BYTES: usize = 16 << 10;

/// `GET /confirm/{token}`
#[worker::send]
pub(super) async fn look(visit: Visit, Path(token): Path<String>) -> Result<Reply, Problem> {
    let link = open(&visit, &token)?;
    show(&visit, link, token, None).await
}

/// `POST /confirm/{token}`
#[worker::send]
pub(super) async fn confirm(
    visit: Visit,
    Path(token): Path<String>,
    Sent(body): Sent<MOST_FORM_BYTES>,
) -> Result<Reply, Problem> {
    let link = open(&visit, &token)?;
    if visit.is_from_another_site() {
        return show(&visit, link, token, None).await;
    }
    let confirmed = Client::confirm(&visit, link, report::seen(&body)).await?;
    show(&visit, link, token, Some(confirmed)).await
}

/// What a token opens this month.
pub(super) fn open(visit: &Visit, token: &str) -> Result<Link, Problem> {
    limits::take(visit, Doing::Reporting)?;
    let keys = visit.config.data_keys.as_ref();
    let keys = keys.ok_or(Problem::NotConfigured)?;
    let link = signed::read_link(keys, token, Month::of(visit.now.date()));
    link.ok_or(Problem::NotFound)
}

async fn show(
    visit: &Visit,
    link: Link,
    token: String,
    confirmed: Option<u32>,
) -> Result<Reply, Problem> {
    let due = Client::due(visit, link).await?;
    let due = rows(visit, due, |_| None);
    let place = match link.place {
        Place::Desk(desk) => desk.name_zh(),
        Place::Station(_) => due.first().map_or_else(String::new, |row| row.name.clone()),
    };
    let page = Page::Confirm(Box::new(Confirm {
        token,
        place,
        due,
        confirmed,
    }));
    let reply = pages::unkept(visit, StatusCode::OK, page);
    Ok(reply.with("x-robots-tag", "noindex"))
}

/// What is due as rows of a page, as many as it shows, each with the link that `link` gives it.
pub(super) fn rows(
    visit: &Visit,
    due: Vec<Due>,
    link: impl Fn(&Station) -> Option<String>,
) -> Vec<DueRow> {
    let lang = visit.preferences.lang;
    let row = |due: Due| {
        let (station, _) = due.cells.read::<Station>(due.number, &|_| true);
        let station = station?;
        Some(DueRow::new(lang, &station, due.version, link(&station)))
    };
    due.into_iter()
        .filter_map(row)
        .take(DueList::MOST)
        .collect()
}
