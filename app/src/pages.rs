//! The pages, one file each.

pub mod lost;
pub mod station;
pub mod stations;

pub mod about;
pub mod home;
pub mod privacy;
