//! A submission as it is sealed and as it goes to its desk: JSON, in words.

use super::trouble::{Trouble, known};
use domain::places::{District, Street};
use domain::policy::Programme;
use domain::request::{Category, Contact, Details, Named, Phone, PhotoName, Place, Submission};
use domain::station::StationId;
use domain::union::{Level, LevelSet};
use serde::{Deserialize, Serialize};

/// A submission in words.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Stored {
    category: String,
    text: String,
    place: StoredWhere,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    employer: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    since: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    people: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    child: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    programme: Option<String>,
    contact: StoredContact,
    /// Their names.
    photos: Vec<String>,
}

/// A place in words.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum StoredWhere {
    Station {
        id: u32,
        district: u32,
        street: Option<u32>,
    },
    Street(u32),
    District(u32),
    NotSure,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredContact {
    Phone {
        phone: String,
        seen_by: Vec<String>,
        name: Option<StoredName>,
    },
    Reference {
        name: Option<StoredName>,
    },
    Anonymous,
}

#[derive(Clone, Serialize, Deserialize)]
struct StoredName {
    name: String,
    seen_by: Vec<String>,
}

impl Stored {
    /// Puts a submission into words.
    pub(super) fn new(submission: &Submission) -> Self {
        let Submission {
            category,
            text,
            place,
            details,
            contact,
            photos,
        } = submission.clone();
        Self {
            category: category.code().to_owned(),
            text,
            place: StoredWhere::new(place),
            employer: details.employer,
            since: details.since,
            people: details.people,
            child: details.child,
            programme: details.programme.map(|programme| programme.id().to_owned()),
            contact: match contact {
                Contact::Phone {
                    phone,
                    seen_by,
                    name,
                } => StoredContact::Phone {
                    phone: phone.digits().to_owned(),
                    seen_by: codes(seen_by),
                    name: name.map(StoredName::new),
                },
                Contact::Reference { name } => StoredContact::Reference {
                    name: name.map(StoredName::new),
                },
                Contact::Anonymous => StoredContact::Anonymous,
            },
            photos: photos.iter().map(PhotoName::to_string).collect(),
        }
    }

    /// The submission.
    pub(super) fn read(self) -> Result<Submission, Trouble> {
        let programme = |id: String| known("programme", &id, Programme::from_id);
        Ok(Submission {
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
                StoredContact::Phone {
                    phone,
                    seen_by,
                    name,
                } => Contact::Phone {
                    phone: Phone::parse(&phone).ok_or(Trouble::Record("a phone number"))?,
                    seen_by: levels(&seen_by)?,
                    name: name.map(StoredName::read).transpose()?,
                },
                StoredContact::Reference { name } => Contact::Reference {
                    name: name.map(StoredName::read).transpose()?,
                },
                StoredContact::Anonymous => Contact::Anonymous,
            },
            photos: self
                .photos
                .iter()
                .map(|name| photo(name))
                .collect::<Result<_, _>>()?,
        })
    }
}

impl StoredWhere {
    pub(super) fn new(place: Place) -> Self {
        match place {
            Place::Station {
                id,
                district,
                street,
            } => Self::Station {
                id: id.0,
                district: district.code(),
                street: street.map(Street::code),
            },
            Place::Street(street) => Self::Street(street.code()),
            Place::District(district) => Self::District(district.code()),
            Place::NotSure => Self::NotSure,
        }
    }

    pub(super) fn read(self) -> Result<Place, Trouble> {
        Ok(match self {
            Self::Station {
                id,
                district: code,
                street: inside,
            } => Place::Station {
                id: StationId(id),
                district: district(code)?,
                street: inside.map(street).transpose()?,
            },
            Self::Street(code) => Place::Street(street(code)?),
            Self::District(code) => Place::District(district(code)?),
            Self::NotSure => Place::NotSure,
        })
    }
}

impl StoredName {
    fn new(named: Named) -> Self {
        Self {
            name: named.name,
            seen_by: codes(named.seen_by),
        }
    }

    fn read(self) -> Result<Named, Trouble> {
        Ok(Named {
            name: self.name,
            seen_by: levels(&self.seen_by)?,
        })
    }
}

fn codes(levels: LevelSet) -> Vec<String> {
    levels.iter().map(|level| level.code().to_owned()).collect()
}

fn levels(codes: &[String]) -> Result<LevelSet, Trouble> {
    let read = |code: &String| known("level", code, Level::from_code);
    codes.iter().map(read).collect()
}

fn photo(name: &str) -> Result<PhotoName, Trouble> {
    PhotoName::parse(name).ok_or(Trouble::Record("the name of a photo"))
}

fn district(code: u32) -> Result<District, Trouble> {
    known("district", &code.to_string(), |_| District::from_code(code))
}

fn street(code: u32) -> Result<Street, Trouble> {
    known("street", &code.to_string(), |_| Street::from_code(code))
}

#[cfg(test)]
mod tests;
