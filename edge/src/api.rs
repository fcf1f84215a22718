//! The shapes of the public API, described by `openapi.json`.

pub(crate) mod assessments;
pub(crate) mod classes;
pub(crate) mod desk;
pub(crate) mod imports;
pub(crate) mod listings;
pub(crate) mod policy;
pub(crate) mod programmes;
pub(crate) mod reports;
pub(crate) mod requests;
pub(crate) mod staff;
pub(crate) mod stations;
pub(crate) mod upkeep;
