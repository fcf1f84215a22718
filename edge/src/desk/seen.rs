//! A submission as it goes from a desk to the edge for somebody's eyes: masked, unless it was revealed.

use super::submission::StoredWhere;
use super::trouble::{Trouble, known};
use domain::policy::Programme;
use domain::request::{Category, Details, Personal, Seen, SeenContact};
use serde::{Deserialize, Serialize};

/// What is seen, in words.
#[derive(Serialize, Deserialize)]
pub(super) struct StoredSeen {
    category: String,
    text: String,
    place: StoredWhere,
    employer: Option<String>,
    since: Option<String>,
    people: Option<String>,
    child: Option<String>,
    programme: Option<String>,
    contact: StoredContact,
    photos: usize,
}

#[derive(Serialize, Deserialize)]
enum StoredContact {
    Phone {
        phone: StoredPersonal,
        name: Option<StoredPersonal>,
    },
    Reference {
        name: Option<StoredPersonal>,
    },
    Anonymous,
}

#[derive(Serialize, Deserialize)]
enum StoredPersonal {
    Told(String),
    Withheld,
}

impl StoredSeen {
    /// Puts it into words.
    pub(super) fn new(seen: Seen) -> Self {
        let Details {
            employer,
            since,
            people,
            child,
            programme,
        } = seen.details;
        Self {
            category: seen.category.code().to_owned(),
            text: seen.text,
            place: StoredWhere::new(seen.place),
            employer,
            since,
            people,
            child,
            programme: programme.map(|programme| programme.id().to_owned()),
            contact: match seen.contact {
                SeenContact::Phone { phone, name } => StoredContact::Phone {
                    phone: phone.into(),
                    name: name.map(StoredPersonal::from),
                },
                SeenContact::Reference { name } => StoredContact::Reference {
                    name: name.map(StoredPersonal::from),
                },
                SeenContact::Anonymous => StoredContact::Anonymous,
            },
            photos: seen.photos,
        }
    }

    /// What is seen.
    pub(super) fn read(self) -> Result<Seen, Trouble> {
        let programme = |id: String| known("programme", &id, Programme::from_id);
        Ok(Seen {
            category: known("category", &self.category, Category::from_code)?,
            text: self.text,
            place: self.place.read()?,
            details: Details {
                employer: self.employer,
                since: self.since,
                people: self.people,
                child: self.child,
                programme: self.programme.map(programme).transpose()?,
            },
            contact: match self.contact {
                StoredContact::Phone { phone, name } => SeenContact::Phone {
                    phone: phone.into(),
                    name: name.map(Personal::from),
                },
                StoredContact::Reference { name } => SeenContact::Reference {
                    name: name.map(Personal::from),
                },
                StoredContact::Anonymous => SeenContact::Anonymous,
            },
            photos: self.photos,
        })
    }
}

impl From<Personal> for StoredPersonal {
    fn from(personal: Personal) -> Self {
        match personal {
            Personal::Told(text) => Self::Told(text),
            Personal::Withheld => Self::Withheld,
        }
    }
}

impl From<StoredPersonal> for Personal {
    fn from(stored: StoredPersonal) -> Self {
        match stored {
            StoredPersonal::Told(text) => Self::Told(text),
            StoredPersonal::Withheld => Self::Withheld,
        }
    }
}

#[cfg(test)]
mod tests;
