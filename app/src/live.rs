//! Parts that are made twice: by the server, and by the phone when something changed. Both make the
//! same text.

#[cfg(feature = "checker")]
pub(crate) mod amounts;
#[cfg(feature = "checker")]
pub(crate) mod check;
#[cfg(feature = "checker")]
pub(crate) mod class_finder;
#[cfg(feature = "checker")]
pub(crate) mod conditions;
#[cfg(feature = "checker")]
pub(crate) mod handled_at;
#[cfg(feature = "pin")]
pub(crate) mod pin;
#[cfg(feature = "requests")]
pub(crate) mod request;
#[cfg(feature = "places")]
pub(crate) mod results;
#[cfg(any(feature = "places", feature = "map"))]
pub(crate) mod row;
#[cfg(any(feature = "places", feature = "map", feature = "checker"))]
pub(crate) mod signs;
#[cfg(feature = "checker")]
pub(crate) mod source;
#[cfg(feature = "places")]
pub(crate) mod status;
