//! `GET /api/v1/stations` and one of them.

use super::params::{self, ListParams};
use crate::api::reports::Lately;
use crate::api::stations::{Station, StationList};
use crate::cities;
use crate::lately;
use crate::problem::Problem;
use crate::reply::Reply;
use crate::visit::Visit;
use axum::extract::Path;
use domain::search;
use domain::station::StationId;

/// The list, best first.
#[worker::send]
pub(super) async fn list(visit: Visit) -> Result<Reply, Problem> {
    let ListParams { search, at, limit } = ListParams::read(&visit)?;
    let loaded = cities::current(&visit.env).await?;
    let answer = search::search(&loaded.city, &search, at, limit);
    Ok(Reply::json(&StationList::new(&loaded.city, &answer)).for_everyone())
}

/// One station; one that is closed for good keeps its address.
#[worker::send]
pub(super) async fn one(Path(id): Path<String>, visit: Visit) -> Result<Reply, Problem> {
    let at = params::moment(&visit)?;
    let id = params::number(&id)
        .map(StationId)
        .ok_or(Problem::NotFound)?;
    let loaded = cities::current(&visit.env).await?;
    let place = loaded.city.place(id).ok_or(Problem::NotFound)?;
    let status = loaded.city.status(place, at);
    let station = Station::new(&loaded.city, place, status).ok_or(Problem::NotFound)?;
    // What somebody just said is no answer to a question about another moment.
    let station = match visit.query().is_empty() {
        true => {
            let lately = lately::current(&visit.env).await;
            let crowding = lately.crowding(id, visit.now);
            station.with(Lately::new(crowding, lately.closed(id, visit.now)))
        }
        false => station,
    };
    Ok(Reply::json(&station).for_everyone())
}
