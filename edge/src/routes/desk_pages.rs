//! The pages on which staff work a desk. The objects decide who may see and do what; what is typed
//! and shown here goes into no address and no cache.

mod list;
mod opened;

pub(super) use list::{list, look};
pub(super) use opened::{act, open};

use super::pages;
use crate::reply::Reply;
use crate::visit::Visit;
use app::document::Page;
use domain::request::MoveKind;
use http::StatusCode;

/// A page of this session alone.
fn private(visit: &Visit, status: StatusCode, page: Page) -> Reply {
    pages::unkept(visit, status, page).with("x-robots-tag", "noindex")
}

/// On to a page that says what was done.
fn done(address: &str, kind: MoveKind) -> Reply {
    Reply::see_other(&format!("{address}?done={}", kind.code())).with("cache-control", "no-store")
}
