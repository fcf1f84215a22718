//! The reference of a report: nine characters with a check, as a request's, and never one of those.

use crate::request::ReferenceProblem;
use crate::request::reference::{LENGTH, complete, read, write};
use core::fmt;

/// The first character of every report: `Y`, which stands for no desk.
const FIRST: u8 = 22;

/// A reference that is well formed; whether there is such a report is another matter. It is no secret:
/// what it leads to says nothing of whoever reported.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReportReference([u8; LENGTH]);

impl ReportReference {
    /// From eight random bytes. Two may come out the same: whoever stores it asks for another.
    pub fn new(random: [u8; 8]) -> Self {
        Self(complete(FIRST, random))
    }

    /// Reads it as people type it.
    ///
    /// ```
    /// # use domain::report::ReportReference;
    /// let reference = ReportReference::new([0, 0, 0, 0, 0, 0, 1, 5]);
    /// assert_eq!(reference.to_string(), "Y8C-000-00A");
    /// assert_eq!(ReportReference::parse("ｙ8c ooo—ooa"), Ok(reference));
    /// ```
    pub fn parse(text: &str) -> Result<Self, ReferenceProblem> {
        let values = read(text)?;
        match values[0] {
            FIRST => Ok(Self(values)),
            _ => Err(ReferenceProblem::Check),
        }
    }
}

impl fmt::Display for ReportReference {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(&self.0, out)
    }
}

impl fmt::Debug for ReportReference {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(&self.0, out)
    }
}
