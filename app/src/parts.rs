//! Parts that several pages share.

pub(crate) mod district;
pub(crate) mod filters;
pub(crate) mod near;
pub(crate) mod signs;
