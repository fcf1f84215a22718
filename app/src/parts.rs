//! Parts of pages that the server and the islands share.

#[cfg(feature = "ssr")]
pub mod district;
pub mod results;
pub mod row;
pub mod signs;
