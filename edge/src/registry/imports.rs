//! Imports: files that came, what each would do, and the doing of it.

pub(super) mod alarms;
pub(super) mod applying;
pub(super) mod plans;
pub(super) mod questions;
pub(super) mod rows;
pub(super) mod slices;
