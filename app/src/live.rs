//! Parts that are made twice: by the server, and by the phone when something changed. Both make the
//! same text.

pub(crate) mod results;
pub(crate) mod row;
pub(crate) mod signs;
pub(crate) mod status;
