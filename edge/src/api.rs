//! The shapes of the public API, described by `openapi.json`.

pub(crate) mod stations;
