//! `/staff/duplicates` and `/staff/duplicates/{one}/{other}`: stations that are probably listed
//! twice, and making one of two.

use super::super::params::number;
use super::super::staff::who_page;
use super::{find, on_to, show};
use crate::body::Sent;
use crate::cities;
use crate::problem::Problem;
use crate::registry::{Changed, Console, NotChanged, Wished, WishedEntry};
use crate::reply::Reply;
use crate::staff::SignedIn;
use crate::visit::Visit;
use app::listings::{Draft, Duplicates, MergeDraft, Merging, Page};
use axum::extract::Path;
use domain::duplicates::duplicates;
use domain::listing::Subject;
use domain::listing::entry::{Aspect, AspectSet, Cause, Cells, superseded, taking};
use domain::staff::{Action, may};
use domain::union::Desk;
use http::StatusCode;

/// Pairs on the page.
const MOST_PAIRS: usize = 50;

/// `GET /staff/duplicates`
#[worker::send]
pub(in crate::routes) async fn list(visit: Visit, signed: SignedIn) -> Result<Reply, Problem> {
    if !may(signed.staff, Action::EditListing, signed.staff.desk) {
        return Err(Problem::NotAllowed);
    }
    let loaded = cities::current(&visit.env).await?;
    let city = &loaded.city;
    let found = duplicates(city, |place| {
        let district = Desk::District(place.district);
        let desk = place.street.map_or(district, Desk::Street);
        may(signed.staff, Action::EditListing, desk)
    });
    let pairs = found.iter().take(MOST_PAIRS).filter_map(|pair| {
        let row = |id| find::row(city, city.place(id)?, signed.staff);
        Some((row(pair.one)?, row(pair.other)?, pair.metres))
    });
    let page = Duplicates {
        who: who_page(&signed),
        pairs: pairs.collect(),
        total: found.len(),
    };
    Ok(show(&visit, StatusCode::OK, Page::Duplicates(page)))
}

/// `GET /staff/duplicates/{one}/{other}`
#[worker::send]
pub(in crate::routes) async fn ask(
    visit: Visit,
    signed: SignedIn,
    Path(numbers): Path<(String, String)>,
) -> Result<Reply, Problem> {
    let page = merging(&visit, &signed, &numbers).await?;
    Ok(show(&visit, StatusCode::OK, Page::Merging(page)))
}

/// `POST /staff/duplicates/{one}/{other}`: proposes it.
#[worker::send]
pub(in crate::routes) async fn merge(
    visit: Visit,
    signed: SignedIn,
    Path(numbers): Path<(String, String)>,
    Sent(body): Sent<{ Draft::MOST_BYTES }>,
) -> Result<Reply, Problem> {
    let draft = MergeDraft::read(&body);
    signed.is_ours(&visit, &draft.token)?;
    let page = merging(&visit, &signed, &numbers).await?;
    let is_stale = draft.bases != [page.one.1, page.other.1];
    let page = Merging {
        draft,
        is_stale,
        ..page
    };
    let chosen = [page.one.0, page.other.0].contains(&page.draft.stays);
    if is_stale || !chosen {
        return Ok(show(&visit, StatusCode::CONFLICT, Page::Merging(page)));
    }
    let console = Console::new(&visit, &signed);
    match console.change(&wished(&visit, &page)).await {
        Ok(Changed::Proposed(id)) => Ok(on_to(&format!("/staff/proposals/{id}"))),
        Ok(Changed::Made { batch, .. }) => Ok(on_to(&format!("/staff/changes/{batch}"))),
        Err(NotChanged::Problem(problem)) => Err(problem),
        Err(NotChanged::Conflict(_) | NotChanged::Nothing) => {
            let page = Merging {
                is_stale: true,
                ..page
            };
            Ok(show(&visit, StatusCode::CONFLICT, Page::Merging(page)))
        }
    }
}

/// The one that stays with what was chosen, and the other closed with it as successor.
fn wished(visit: &Visit, page: &Merging) -> Wished {
    let (one, other) = (&page.one, &page.other);
    let (stays, goes) = match page.draft.stays == one.0 {
        true => (one, other),
        false => (other, one),
    };
    let aspects = Aspect::of(Subject::Stations).filter(|aspect| *aspect != Aspect::Life);
    let taken = aspects.filter(|aspect| {
        let from_other = page.draft.from_other.contains(*aspect);
        from_other == (goes.0 == other.0)
    });
    let taken: AspectSet = taken.collect();
    let entry = |of: &(u32, u32, Cells), cells| WishedEntry {
        number: Some(of.0),
        base: of.1,
        cells,
    };
    let closed = superseded(&goes.2, stays.0, visit.now.date());
    Wished {
        subject: Subject::Stations,
        cause: Cause::Merge,
        why: page.draft.why.clone(),
        entries: vec![
            entry(stays, taking(&stays.2, &goes.2, taken)),
            entry(goes, closed),
        ],
    }
}

/// Two stations as they are now.
async fn merging(
    visit: &Visit,
    signed: &SignedIn,
    (one, other): &(String, String),
) -> Result<Merging, Problem> {
    if !may(signed.staff, Action::EditListing, signed.staff.desk) {
        return Err(Problem::NotAllowed);
    }
    let console = Console::new(visit, signed);
    let of = async |text: &str| {
        let number = number(text).ok_or(Problem::NotFound)?;
        let (now, _) = console.entry(Subject::Stations, number, None).await?;
        let cells = now.cells.ok_or(Problem::NotFound)?;
        Ok::<_, Problem>((number, now.number, cells))
    };
    let (one, other) = (of(one).await?, of(other).await?);
    if one.0 == other.0 {
        return Err(Problem::NotFound);
    }
    Ok(Merging {
        who: who_page(signed),
        one,
        other,
        draft: MergeDraft::default(),
        is_stale: false,
    })
}
