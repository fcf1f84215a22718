//! The pages about what the union offers: services, questions and rules.

use super::pages::show;
use crate::problem::Problem;
use crate::reply::Reply;
use crate::visit::Visit;
use app::check::Check;
use app::document::Page;
use app::pages::service::Offer;
use axum::extract::Path;
use domain::policy::Programme;

/// `/services`
#[worker::send]
pub(super) async fn services(visit: Visit) -> Result<Reply, Problem> {
    show(&visit, Page::Services).await
}

/// `/services/{id}`
#[worker::send]
pub(super) async fn service(Path(id): Path<String>, visit: Visit) -> Result<Reply, Problem> {
    let offer = Offer::from_id(&id).ok_or(Problem::NotFound)?;
    show(&visit, Page::Service(offer)).await
}

/// `/check`
#[worker::send]
pub(super) async fn everything(visit: Visit) -> Result<Reply, Problem> {
    step(&visit, None).await
}

/// `/check/{programme}`
#[worker::send]
pub(super) async fn one(Path(id): Path<String>, visit: Visit) -> Result<Reply, Problem> {
    let programme = Programme::from_id(&id).ok_or(Problem::NotFound)?;
    step(&visit, Some(programme)).await
}

/// `/check/{programme}/rules`
#[worker::send]
pub(super) async fn rules(Path(id): Path<String>, visit: Visit) -> Result<Reply, Problem> {
    let programme = Programme::from_id(&id).ok_or(Problem::NotFound)?;
    show(&visit, Page::Rules(programme)).await
}

/// A step has one address: what a browser makes of a form goes on to that.
async fn step(visit: &Visit, programme: Option<Programme>) -> Result<Reply, Problem> {
    let check = Check::read(programme, visit.query(), visit.now.date());
    let address = check.address();
    if address != visit.address() {
        return Ok(Reply::see_other(&address).with("cache-control", "no-store"));
    }
    show(visit, Page::Check(Box::new(check))).await
}
