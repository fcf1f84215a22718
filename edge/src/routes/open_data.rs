//! The whole listing as open data, and the description of the API.

use crate::cities;
use crate::problem::Problem;
use crate::reply::Reply;
use crate::visit::Visit;
use domain::listing;
use domain::station::Station;
use http::StatusCode;

/// The type of a workbook.
pub(super) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const OPENAPI: &str = include_str!("../api/openapi.json");

/// The description of the API.
pub(super) async fn openapi() -> Reply {
    Reply::new(
        StatusCode::OK,
        "application/json",
        OPENAPI.as_bytes().to_vec(),
    )
    .for_everyone()
    .with("cache-control", "public, max-age=300")
}

/// Every station as RFC 7946 GeoJSON; those without a position have a null geometry.
#[worker::send]
pub(super) async fn geojson(visit: Visit) -> Result<Reply, Problem> {
    export(&visit, "geojson", "application/geo+json", |stations| {
        listing::write_geojson(stations).into_bytes()
    })
    .await
}

/// Every station as CSV, in the columns that a listing may have.
#[worker::send]
pub(super) async fn csv(visit: Visit) -> Result<Reply, Problem> {
    let write = |stations: &[Station]| listing::write_csv(stations).into_bytes();
    export(&visit, "csv", "text/csv; charset=utf-8", write).await
}

/// The same as a workbook.
#[worker::send]
pub(super) async fn xlsx(visit: Visit) -> Result<Reply, Problem> {
    export(&visit, "xlsx", XLSX, listing::write_xlsx).await
}

async fn export(
    visit: &Visit,
    ending: &str,
    content_type: &str,
    write: impl Fn(&[Station]) -> Vec<u8>,
) -> Result<Reply, Problem> {
    let loaded = cities::current(&visit.env).await?;
    let tag = format!("{}-{ending}", loaded.city.version());
    if visit.holds(&tag) {
        return Ok(Reply::empty(StatusCode::NOT_MODIFIED).revalidated(&tag));
    }
    let body = write(&loaded.city.stations().collect::<Vec<_>>());
    Ok(Reply::new(StatusCode::OK, content_type, body)
        .with(
            "content-disposition",
            &format!("attachment; filename=\"stations.{ending}\""),
        )
        .for_everyone()
        .revalidated(&tag))
}
