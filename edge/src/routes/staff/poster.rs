//! `/staff/stations/{id}/poster`: the sheet for a station's door.

use super::show;
use crate::problem::Problem;
use crate::reply::Reply;
use crate::routes::reports::find;
use crate::routes::requests::origin;
use crate::signed;
use crate::staff::SignedIn;
use crate::visit::Visit;
use app::document::Page;
use app::report::Poster;
use axum::extract::Path;
use domain::listing::entry::Entry;
use domain::staff::{Action, may};
use http::StatusCode;

/// `GET /staff/stations/{id}/poster`
#[worker::send]
pub(in crate::routes) async fn page(
    visit: Visit,
    who: SignedIn,
    Path(id): Path<String>,
) -> Result<Reply, Problem> {
    let station = find(&visit, &id).await?;
    // Its code is for whoever keeps the place, and then for everybody at its door.
    if !may(who.staff, Action::EditListing, station.desk()) {
        return Err(Problem::NotAllowed);
    }
    let keys = visit.config.data_keys.as_ref();
    let keys = keys.ok_or(Problem::NotConfigured)?;
    let (origin, number) = (origin(&visit), station.id.0);
    let code = signed::door_code(keys, station.id);
    let page = Poster {
        page: format!("{origin}/stations/{number}"),
        door: format!("{origin}/at/{number}?k={code}"),
        station,
    };
    Ok(show(&visit, StatusCode::OK, Page::Poster(Box::new(page))))
}
