//! The pages, one file each.

pub mod lost;
pub mod station;
pub mod stations;

pub(crate) mod about;
pub(crate) mod home;
pub(crate) mod privacy;
