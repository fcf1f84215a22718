//! Programmes: what a worker may qualify for.

use super::tables::{PROGRAMME_TEXTS, PROGRAMMES};
use super::{Text, Version};
use crate::station::KindSet;

/// Something a worker may qualify for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Programme(pub(super) u8);

/// What the build says of a programme.
pub(super) struct Rules {
    pub(super) id: &'static str,
    pub(super) request: &'static str,
    pub(super) stations: KindSet,
    pub(super) class_finder: bool,
    pub(super) versions: &'static [Version],
}

pub(super) struct ProgrammeTexts {
    pub(super) name: Text,
    pub(super) summary: Text,
    pub(super) body: Text,
    pub(super) next: Text,
    pub(super) documents: &'static [Text],
    pub(super) not_stated: &'static [Text],
    pub(super) ended: Option<Text>,
}

impl Programme {
    /// How many there are.
    pub const COUNT: usize = PROGRAMMES.len();

    /// Every programme, in the order of their ids.
    pub const ALL: [Self; Self::COUNT] = {
        let mut all = [Self(0); Self::COUNT];
        let mut place = 0;
        while place < Self::COUNT {
            all[place] = Self(place as u8);
            place += 1;
        }
        all
    };

    /// The programme with that id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|programme| programme.id() == id)
    }

    /// Its id, as in `/check/{id}`.
    pub fn id(self) -> &'static str {
        self.rules().id
    }

    /// Its rules by period, the oldest first; periods follow each other without a gap.
    pub fn versions(self) -> &'static [Version] {
        self.rules().versions
    }

    /// The category of a request about it.
    pub fn request(self) -> &'static str {
        self.rules().request
    }

    /// Where it is handled; may be empty.
    pub fn stations(self) -> KindSet {
        self.rules().stations
    }

    /// Whether the list of holiday classes helps.
    pub fn has_class_finder(self) -> bool {
        self.rules().class_finder
    }

    /// Its name.
    pub fn name(self) -> Text {
        self.texts().name
    }

    /// What it is, in a sentence.
    pub fn summary(self) -> Text {
        self.texts().summary
    }

    /// Who decides.
    pub fn body(self) -> Text {
        self.texts().body
    }

    /// What to do now.
    pub fn next(self) -> Text {
        self.texts().next
    }

    /// What to bring.
    pub fn documents(self) -> &'static [Text] {
        self.texts().documents
    }

    /// What the sources leave open.
    pub fn not_stated(self) -> &'static [Text] {
        self.texts().not_stated
    }

    /// For one that has an end: how it ended.
    pub fn ended(self) -> Option<Text> {
        self.texts().ended
    }

    fn rules(self) -> &'static Rules {
        &PROGRAMMES[usize::from(self.0)]
    }

    fn texts(self) -> &'static ProgrammeTexts {
        &PROGRAMME_TEXTS[usize::from(self.0)]
    }
}
