//! What the page does on the phone, on top of what the server has already shown.
//!
//! Islands take no properties: what they need stands in the page as `data-` attributes, which
//! spares the phone a JSON reader. Whatever fails here leaves the page as it is.

mod browser;
pub mod copy_address;
pub mod finder;
mod form;
pub mod near_me;
pub mod nearest;
mod snapshot;
pub mod status_line;
