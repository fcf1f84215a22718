//! The pages, one file each.

pub mod classes;
pub mod lost;
pub mod map;
pub mod offline;
pub mod service;
pub mod station;
pub mod stations;

pub(crate) mod about;
pub(crate) mod check;
pub(crate) mod desk;
pub(crate) mod home;
pub(crate) mod import;
pub(crate) mod listings;
pub(crate) mod overview;
pub(crate) mod privacy;
pub(crate) mod report;
pub(crate) mod request;
pub(crate) mod rules;
pub(crate) mod services;
pub(crate) mod staff;
