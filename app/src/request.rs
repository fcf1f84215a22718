//! Filing and following a request: what was typed, what comes next, and what each page shows.
//!
//! The form has one address, and every step of it is a form that works everywhere:
//!
//! - `GET /requests/new` is [`Form::open`] and [`Form::ask`].
//! - `POST /requests/new` is [`Form::read`] and [`Form::next`], which says what to show, or that
//!   the request is to be kept.
//! - `GET /requests/{reference}` asks for the secret: [`Follow`].
//! - `POST /requests/{reference}` is [`Followed::read`]: the secret, and perhaps a move.
//!
//! What a phone keeps of all that until it is sent is [`kept`].

#[cfg(feature = "ssr")]
pub(crate) mod following;
mod form;
pub(crate) mod kept;
mod next;
#[cfg(feature = "ssr")]
mod prefill;
#[cfg(feature = "ssr")]
mod secrecy;

#[cfg(feature = "ssr")]
pub(crate) use following::is_message;
#[cfg(feature = "ssr")]
pub use following::{Follow, Followed, Held, NoteProblem, Standing, Unsent, Wish};
pub use form::{Form, Step};
pub(crate) use form::{is_key, names};
pub use next::{Asking, CheckAnswers, NewRequest, Next, Setback, StationAt};
#[cfg(feature = "ssr")]
pub use prefill::{Fault, from_programme, from_service, from_station};
#[cfg(feature = "ssr")]
pub use secrecy::{Receipt, Shown};

#[cfg(test)]
mod tests;
