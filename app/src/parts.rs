//! Parts of pages that the server and the islands share.

#[cfg(feature = "ssr")]
pub(crate) mod district;
pub(crate) mod results;
pub(crate) mod row;
pub(crate) mod signs;
pub(crate) mod status;
