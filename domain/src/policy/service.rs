//! Services: everything the union names, also where there is nothing to check.

use super::tables::SERVICES;
use super::{Programme, Source, Text};
use crate::station::KindSet;

/// Something the union offers.
#[derive(Debug, PartialEq, Eq)]
pub struct Service {
    /// Its id, as in `/services/{id}`.
    pub id: &'static str,
    /// Its name.
    pub name: Text,
    /// What it is.
    pub summary: Text,
    /// The last year of which a source speaks of it.
    pub as_of: u16,
    /// Where it is written; at least one, the one to name first.
    pub sources: &'static [Source],
    /// The category of a request about it.
    pub request: &'static str,
    /// Where it is found; may be empty.
    pub stations: KindSet,
    /// What one may check.
    pub programmes: &'static [Programme],
}

impl Service {
    /// Every service, in the order in which they are shown.
    pub fn all() -> &'static [Self] {
        &SERVICES
    }

    /// The service with that id.
    pub fn from_id(id: &str) -> Option<&'static Self> {
        Self::all().iter().find(|service| service.id == id)
    }
}
