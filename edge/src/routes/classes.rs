//! The holiday classes: the page, the API and the open data.

use super::open_data::XLSX;
use super::pages::show_version;
use super::params;
use crate::api::classes::ClassList;
use crate::classes;
use crate::problem::Problem;
use crate::reply::Reply;
use crate::visit::Visit;
use app::document::Page;
use app::pages::classes::ClassesPage;
use domain::class::{ClassSearch, HolidayClass};
use domain::listing::classes::{write_csv, write_xlsx};
use http::StatusCode;

/// `/classes`: parameters that are not understood are dropped.
#[worker::send]
pub(super) async fn page(visit: Visit) -> Result<Reply, Problem> {
    let classes = classes::current(&visit.env).await?;
    let model = || {
        let (search, _dropped) = ClassSearch::parse(visit.query());
        Page::Classes(Box::new(ClassesPage {
            search,
            classes: classes.on(visit.now.date()).into_owned(),
            demonstration: classes.demonstration(),
        }))
    };
    show_version(&visit, classes.version(), model).await
}

/// `GET /api/v1/classes`
#[worker::send]
pub(super) async fn list(visit: Visit) -> Result<Reply, Problem> {
    let params::ClassParams { search, on, limit } = params::ClassParams::read(&visit)?;
    let held = classes::current(&visit.env).await?;
    let all = held.on(on);
    let found = search.find(&all, on, limit);
    let list = ClassList::new(on, &found, held.version(), held.demonstration());
    Ok(Reply::json(&list).for_everyone())
}

/// `GET /api/v1/classes.csv`: every class, in the columns that a listing may have.
#[worker::send]
pub(super) async fn csv(visit: Visit) -> Result<Reply, Problem> {
    let write = |classes: &[HolidayClass]| write_csv(classes).into_bytes();
    export(&visit, "csv", "text/csv; charset=utf-8", write).await
}

/// `GET /api/v1/classes.xlsx`: the same as a workbook.
#[worker::send]
pub(super) async fn xlsx(visit: Visit) -> Result<Reply, Problem> {
    export(&visit, "xlsx", XLSX, write_xlsx).await
}

async fn export(
    visit: &Visit,
    ending: &str,
    content_type: &'static str,
    write: impl Fn(&[HolidayClass]) -> Vec<u8>,
) -> Result<Reply, Problem> {
    let held = classes::current(&visit.env).await?;
    let body = write(&held.on(visit.now.date()));
    let disposition = format!("attachment; filename=\"classes.{ending}\"");
    Ok(Reply::new(StatusCode::OK, content_type, body)
        .with("content-disposition", &disposition)
        .with("cache-control", "no-cache")
        .for_everyone())
}
