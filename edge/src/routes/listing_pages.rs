//! The pages of those who keep the stations and classes. The registry decides who may see and do
//! what; nothing of it goes into a cache.

mod changes;
mod duplicates;
mod entry;
mod find;
mod history;
mod proposals;
mod reported;

pub(super) use changes::{list as changes, one as change, undo};
pub(super) use duplicates::{ask as ask_merge, list as duplicates, merge};
pub(super) use entry::{make, new, open, send};
pub(super) use find::find;
pub(super) use history::history;
pub(super) use proposals::{decide, list as proposals, one as proposal};

use super::staff;
use crate::reply::Reply;
use crate::visit::Visit;
use app::document;
use app::listings::Page;
use http::StatusCode;

fn show(visit: &Visit, status: StatusCode, page: Page) -> Reply {
    staff::show(visit, status, document::Page::Listings(Box::new(page)))
}

/// On to another page of staff's.
fn on_to(address: &str) -> Reply {
    Reply::see_other(address).with("cache-control", "no-store")
}

/// The value of a parameter of the query.
fn parameter(visit: &Visit, name: &str) -> Option<String> {
    let mut pairs = form_urlencoded::parse(visit.query().as_bytes());
    let (_, value) = pairs.find(|(found, _)| found == name)?;
    Some(value.into_owned())
}
