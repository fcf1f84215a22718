//! Requests: what a worker files at the hotline, and what becomes of it.
//!
//! Randomness, time, limits and what a station is are arguments; encryption, hashing of secrets
//! and storage are the edge's. A request that was received is the fold of its events, see
//! [`Request`].

mod alike;
mod audit;
mod category;
mod cite;
mod danger;
mod deadline;
mod form;
mod life;
mod queue;
pub(crate) mod reference;
mod retention;
mod rights;
mod secret;
mod seen;
mod sensitive;
mod several;
mod typed;

pub use alike::alike;
pub use audit::{Deed, Entry, Record};
pub use category::{Ask, AskSet, Basis, Category, CategorySet, Profile};
pub use cite::Cite;
pub use danger::signals_danger;
pub use deadline::{Class, ClassSet, Countdown, Due, Limit, LimitProblem, Limits, Rhythm};
pub use form::{
    Contact, Details, Draft, Field, FieldProblem, Named, Phone, PhotoName, Place, Problem,
    Submission, bounds,
};
pub use life::{
    Arrival, Event, Filed, MOST_RETURNS, Move, MoveKind, MoveKindSet, Note, Outline, Refusal,
    Request, Stage, StageKind, StageKindSet, Survey,
};
pub use queue::{Queue, QueueSet};
pub use reference::{Reference, ReferenceProblem};
pub use retention::Retention;
pub use rights::{Actor, may};
pub use secret::{Secret, SecretProblem};
pub use seen::{Personal, Seen, SeenContact};
pub use sensitive::{Finding, Sensitive, find, mask};
pub use several::{MOST_AT_ONCE, fits_together};
