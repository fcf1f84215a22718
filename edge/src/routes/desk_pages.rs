//! The pages on which staff work a desk. The objects decide who may see and do what; what is typed
//! and shown here goes into no address and no cache.

mod list;
mod opened;
mod several;

pub(super) use list::{list, look};
pub(super) use opened::{act, open, show_photo};
pub(super) use several::act as act_together;

use crate::reply::Reply;
use domain::request::MoveKind;

/// On to a page that says what was done.
fn done(address: &str, kind: MoveKind) -> Reply {
    Reply::see_other(&format!("{address}?done={}", kind.code())).with("cache-control", "no-store")
}
