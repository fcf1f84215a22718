//! Who does something, as it is stored and as it goes to a desk: JSON, in words.

use super::trouble::{Trouble, known};
use domain::request::Actor;
use domain::staff::{Role, Staff, StaffId};
use domain::union::Desk;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum StoredActor {
    Worker,
    Clock,
    Staff(StoredStaff),
}

/// A member of staff in words.
#[derive(Serialize, Deserialize)]
pub(super) struct StoredStaff {
    id: u32,
    role: String,
    desk: String,
}

impl StoredStaff {
    pub(super) fn new(staff: Staff) -> Self {
        Self {
            id: staff.id.0,
            role: staff.role.code().to_owned(),
            desk: staff.desk.code(),
        }
    }

    pub(super) fn read(&self) -> Result<Staff, Trouble> {
        Ok(Staff {
            id: StaffId(self.id),
            role: known("role", &self.role, Role::from_code)?,
            desk: known("desk", &self.desk, Desk::from_code)?,
        })
    }
}

impl StoredActor {
    pub(super) fn new(actor: Actor) -> Self {
        match actor {
            Actor::Worker => Self::Worker,
            Actor::Clock => Self::Clock,
            Actor::Staff(staff) => Self::Staff(StoredStaff::new(staff)),
        }
    }

    pub(super) fn read(&self) -> Result<Actor, Trouble> {
        Ok(match self {
            Self::Worker => Actor::Worker,
            Self::Clock => Actor::Clock,
            Self::Staff(staff) => Actor::Staff(staff.read()?),
        })
    }
}

/// Puts an actor into words.
pub(super) fn write(actor: Actor) -> String {
    serde_json::to_string(&StoredActor::new(actor)).expect("plain data serialises")
}

/// The actor of those words.
pub(super) fn read(record: &str) -> Result<Actor, Trouble> {
    let stored: StoredActor =
        serde_json::from_str(record).map_err(|_| Trouble::Record("an actor"))?;
    stored.read()
}
