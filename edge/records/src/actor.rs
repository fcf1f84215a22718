//! An actor as it is stored: JSON, in words.

use crate::{Unreadable, known};
use domain::request::Actor;
use domain::staff::{Role, Staff, StaffId};
use domain::union::Desk;
use serde::{Deserialize, Serialize};

/// [`Actor`] in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StoredActor {
    /// The worker.
    Worker,
    /// The alarm.
    Clock,
    /// Whoever runs the site.
    Operator,
    /// A member of staff.
    Staff(StoredStaff),
}

/// A member of staff in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredStaff {
    /// The number of the account.
    id: u32,
    /// The code of what they do.
    role: String,
    /// The code of where.
    desk: String,
}

impl StoredStaff {
    /// Puts a member of staff into words.
    pub fn new(staff: Staff) -> Self {
        Self {
            id: staff.id.0,
            role: staff.role.code().to_owned(),
            desk: staff.desk.code(),
        }
    }

    /// The member of staff.
    pub fn read(&self) -> Result<Staff, Unreadable> {
        Ok(Staff {
            id: StaffId(self.id),
            role: known("role", &self.role, Role::from_code)?,
            desk: known("desk", &self.desk, Desk::from_code)?,
        })
    }
}

impl StoredActor {
    /// Puts an actor into words.
    pub fn new(actor: Actor) -> Self {
        match actor {
            Actor::Worker => Self::Worker,
            Actor::Clock => Self::Clock,
            Actor::Operator => Self::Operator,
            Actor::Staff(staff) => Self::Staff(StoredStaff::new(staff)),
        }
    }

    /// The actor.
    pub fn read(self) -> Result<Actor, Unreadable> {
        Ok(match self {
            Self::Worker => Actor::Worker,
            Self::Clock => Actor::Clock,
            Self::Operator => Actor::Operator,
            Self::Staff(staff) => Actor::Staff(staff.read()?),
        })
    }

    pub(crate) fn to_json(&self) -> String {
        serde_json::to_string(self).expect("plain data serialises")
    }

    pub(crate) fn from_json(json: &str) -> Result<Self, Unreadable> {
        serde_json::from_str(json).map_err(|_| Unreadable::Record("an actor"))
    }
}
