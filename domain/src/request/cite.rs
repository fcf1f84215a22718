//! The rule that an answer rests on.

use crate::policy::{Condition, Programme, Version};

/// A programme's rules, or one condition of them, as an answer cites it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cite {
    programme: Programme,
    /// The places of its version and of the condition in it.
    condition: Option<(u8, u8)>,
}

impl Cite {
    /// The rules of a programme as a whole.
    pub const fn programme_only(programme: Programme) -> Self {
        Self {
            programme,
            condition: None,
        }
    }

    /// One condition of a programme by its id: the number of its version and its place in it, as in
    /// `GET /api/v1/programmes`. `None` if there is no such condition; those inside a group are not
    /// cited alone.
    ///
    /// ```
    /// # use domain::policy::Programme;
    /// # use domain::request::Cite;
    /// let cite = Cite::condition_of(Programme::SKILL_CERTIFICATE, "1.1").unwrap();
    /// assert_eq!(cite.condition_id().as_deref(), Some("1.1"));
    /// assert_eq!(Cite::condition_of(Programme::SKILL_CERTIFICATE, "0.1"), None);
    /// ```
    pub fn condition_of(programme: Programme, id: &str) -> Option<Self> {
        let (version, place) = id.split_once('.')?;
        let (version, place) = (version.parse().ok()?, place.parse().ok()?);
        let cite = Self {
            programme,
            condition: Some((version, place)),
        };
        (cite.condition_id().as_deref() == Some(id) && cite.found().is_some()).then_some(cite)
    }

    /// The programme.
    pub const fn programme(self) -> Programme {
        self.programme
    }

    /// The id of the condition; `None` if the rules are cited as a whole.
    pub fn condition_id(self) -> Option<String> {
        let (version, place) = self.condition?;
        Some(format!("{version}.{place}"))
    }

    /// The condition and the version it stands in.
    pub fn found(self) -> Option<(&'static Version, &'static Condition)> {
        let (version, place) = self.condition?;
        let version = self
            .programme
            .versions()
            .get(usize::from(version).checked_sub(1)?)?;
        let condition = version.conditions.get(usize::from(place).checked_sub(1)?)?;
        Some((version, condition))
    }
}

#[cfg(test)]
mod tests;
