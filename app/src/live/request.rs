//! Parts of the form of a request: the server sends them, and the phone shows them while one types.

pub(crate) mod danger;
pub(crate) mod numbers;
pub(crate) mod problems;
pub(crate) mod street;
