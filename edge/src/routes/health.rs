//! Whether the Worker runs, and whether it can answer.

use crate::cities;
use crate::problem::Problem;
use crate::registry;
use crate::reply::Reply;
use crate::visit::Visit;
use http::StatusCode;
use serde::Serialize;

/// The Worker runs.
pub(super) async fn healthz() -> Reply {
    Reply::new(
        StatusCode::OK,
        "text/plain; charset=utf-8",
        b"ok\n".to_vec(),
    )
    .with("cache-control", "no-store")
}

#[derive(Serialize)]
struct Ready<'a> {
    status: &'static str,
    version: &'a str,
    stations: usize,
    demonstration: bool,
}

/// There is a key to keep requests with, the registry answers and its listing is loaded.
#[worker::send]
pub(super) async fn readyz(visit: Visit) -> Result<Reply, Problem> {
    if visit.config.data_keys.is_none() {
        return Err(Problem::NotConfigured);
    }
    // The copy at hand would also answer while the registry does not.
    registry::Client::new(&visit.env)?.version().await?;
    let loaded = cities::current(&visit.env).await?;
    let ready = Ready {
        status: "ready",
        version: loaded.city.version(),
        stations: loaded.city.places().len(),
        demonstration: loaded.city.demonstration(),
    };
    Ok(Reply::json(&ready).with("cache-control", "no-store"))
}
