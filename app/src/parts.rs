//! Parts that several pages share.

pub(crate) mod amounts;
pub(crate) mod conditions;
pub(crate) mod district;
pub(crate) mod finder;
pub(crate) mod near;
pub(crate) mod places;
pub(crate) mod signs;
pub(crate) mod source;
