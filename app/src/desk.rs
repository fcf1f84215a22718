//! Working a desk: what its staff see of requests, and what they send.
//!
//! - `GET /staff/requests` is the [`List`], narrowed by [`Narrowing::read`]; `POST` looks for what
//!   is personal and stands in no address: [`Looked::read`].
//! - `GET /staff/requests/{reference}` is a request [`Opened`].
//! - `POST /staff/requests/several` is [`SentTogether::read`]: one wish with what is ticked in the
//!   list; [`Together`] says what came of it.
//! - `POST /staff/requests/{reference}` is [`Sent::read`]: a move, or a text to build on.

mod list;
mod opened;
mod sent;
mod several;
mod texts;

pub(crate) use list::names as list_names;
pub use list::{List, Looked, Narrowing, Row, Shown, done};
pub use opened::Opened;
pub(crate) use sent::names;
pub use sent::{Hitch, Sent, Typed, Unsent, Wish};
pub(crate) use several::{ADDRESS as SEVERAL, several_names};
pub use several::{Obstacle, Outcome, SentTogether, Tick, Ticked, Together, Undone};
pub(crate) use texts::Text;

#[cfg(test)]
mod tests;
