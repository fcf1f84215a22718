//! What staff see of a submission: masked, or revealed for a reason that is on record.
//!
//! Name and number are shown to the levels that the worker chose, and to no other, masked or not.
//! Every text stays readable with the numbers in it masked: without it nobody could help.

use super::category::Category;
use super::form::{Contact, Details, Named, Phone, Place, Submission};
use super::sensitive::mask;
use crate::union::Level;

/// A submission as somebody at a level sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// What it is about.
    pub category: Category,
    /// The worker's own words.
    pub text: String,
    /// Where.
    pub place: Place,
    /// What the category asks.
    pub details: Details,
    /// How to get back to the worker.
    pub contact: SeenContact,
    /// How many photos come with it.
    pub photos: usize,
}

/// How to get back to the worker, as somebody at a level sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SeenContact {
    /// By phone, and on the page of the request.
    Phone {
        /// The number.
        phone: Personal,
        /// A name, if the worker gave one.
        name: Option<Personal>,
    },
    /// On the page of the request alone.
    Reference {
        /// A name, if the worker gave one.
        name: Option<Personal>,
    },
    /// On the page of the request alone, and nobody knows who asks.
    Anonymous,
}

/// A name or a number.
#[derive(Clone, PartialEq, Eq)]
pub enum Personal {
    /// As it may be seen: masked, or whole where it was revealed.
    Told(String),
    /// The worker keeps it from this level.
    Withheld,
}

impl Submission {
    /// What `level` sees before anybody asks for more.
    pub fn masked_for(&self, level: Level) -> Seen {
        self.seen(level, mask, masked_name)
    }

    /// What `level` sees once the personal data was revealed to it.
    pub fn revealed_to(&self, level: Level) -> Seen {
        self.seen(level, str::to_owned, str::to_owned)
    }

    fn seen(
        &self,
        level: Level,
        shown: impl Fn(&str) -> String,
        shown_name: impl Fn(&str) -> String,
    ) -> Seen {
        let line = |line: &Option<String>| line.as_deref().map(&shown);
        let told = |allowed: bool, text: String| match allowed {
            true => Personal::Told(text),
            false => Personal::Withheld,
        };
        let phone_of = |phone: &Phone| shown(phone.digits());
        let name = |named: &Option<Named>| {
            let named = named.as_ref()?;
            let allowed = named.seen_by.contains(level);
            Some(told(allowed, shown_name(&named.name)))
        };
        Seen {
            category: self.category,
            text: shown(&self.text),
            place: self.place,
            details: Details {
                employer: line(&self.details.employer),
                since: line(&self.details.since),
                people: line(&self.details.people),
                child: line(&self.details.child),
                programme: self.details.programme,
            },
            contact: match &self.contact {
                Contact::Phone {
                    phone,
                    seen_by,
                    name: named,
                } => SeenContact::Phone {
                    phone: told(seen_by.contains(level), phone_of(phone)),
                    name: name(named),
                },
                Contact::Reference { name: named } => SeenContact::Reference { name: name(named) },
                Contact::Anonymous => SeenContact::Anonymous,
            },
            photos: self.photos.len(),
        }
    }
}

/// The surname of most people stays, and how long the rest is does not show.
fn masked_name(name: &str) -> String {
    let mut characters = name.trim().chars();
    match (characters.next(), characters.next()) {
        (Some(first), Some(_)) => format!("{first}**"),
        _ => "**".to_owned(),
    }
}

impl core::fmt::Debug for Personal {
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        out.write_str(match self {
            Self::Told(_) => "Told(…)",
            Self::Withheld => "Withheld",
        })
    }
}

#[cfg(test)]
mod tests;
