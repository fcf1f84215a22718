//! `/staff/{listing}/{number}/history`

use super::super::entries::At;
use super::super::staff::who_page;
use super::{parameter, show};
use crate::problem::Problem;
use crate::registry::Console;
use crate::reply::Reply;
use crate::staff::SignedIn;
use crate::visit::Visit;
use app::listings::{History, Page};
use axum::extract::Path;
use domain::staff::{Action, may};
use http::StatusCode;

/// `GET /staff/{listing}/{number}/history?from=…&to=…`
#[worker::send]
pub(in crate::routes) async fn history(
    visit: Visit,
    signed: SignedIn,
    Path((listing, number)): Path<(String, String)>,
) -> Result<Reply, Problem> {
    let At { subject, number } = At::read(&listing, &number)?;
    let console = Console::new(&visit, &signed);
    let versions = console.history(subject, number).await?;
    let asked = |name| {
        let number: u32 = parameter(&visit, name)?.parse().ok()?;
        let mut known = versions.iter().map(|version| version.number);
        known.find(|known| *known == number)
    };
    let history = History {
        who: who_page(&signed),
        subject,
        number,
        compared: asked("from").zip(asked("to")),
        versions,
        may_edit: may(signed.staff, Action::EditListing, signed.staff.desk),
    };
    Ok(show(&visit, StatusCode::OK, Page::History(history)))
}
