//! What the forms of the listings send.

use domain::listing::entry::{Aspect, AspectSet, Cells};
use domain::listing::{Column, Subject};
use domain::places::Street;
use domain::report::{MOST_WORD_CHARS, NoteTooLong, note};
use domain::union::Desk;

/// What somebody wants an entry to become.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Draft {
    /// What shows that the form is of this session.
    pub token: String,
    /// What is to be done with it.
    pub wish: Wish,
    /// The version that it was made from; 0 for a new entry.
    pub base: u32,
    /// As typed, or as this site writes them.
    pub cells: Cells,
    /// In their own words.
    pub why: String,
    /// Whether everything was confirmed today.
    pub confirmed: bool,
    /// The version that it is to become again, if that is all.
    pub restores: Option<u32>,
    /// The group of workers' reports that it answers.
    pub report: Option<u32>,
}

/// What is to be done with a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Wish {
    /// To show what it would change.
    #[default]
    Look,
    /// To make it.
    Make,
    /// To go on with it.
    Edit,
}

/// The names of the inputs. A column's own is its code.
pub(crate) mod names {
    /// What shows that the form is of this session.
    pub(crate) const TOKEN: &str = "form_token";
    /// What is to be done.
    pub(crate) const WISH: &str = "do";
    /// The version that the change was made from.
    pub(crate) const BASE: &str = "base";
    /// Why.
    pub(crate) const WHY: &str = "why";
    /// Everything was confirmed today.
    pub(crate) const CONFIRMED: &str = "confirmed";
    /// The version that the entry is to become again.
    pub(crate) const RESTORES: &str = "restores";
    /// The group of reports that is answered.
    pub(crate) const REPORT: &str = "report";
    /// The code of a desk.
    pub(crate) const PLACE: &str = "place";
    /// Before the code of an amenity.
    pub(crate) const AMENITY: &str = "amenity.";
    /// Before the code of an aspect: whose change to it is taken.
    pub(crate) const TAKE: &str = "take.";
    /// Before the code of a column: what it was to become.
    pub(crate) const YOURS: &str = "yours.";
    /// Yours, of two changes.
    pub(crate) const MINE: &str = "mine";
    /// Theirs.
    pub(crate) const THEIRS: &str = "theirs";
    /// It is there.
    pub(crate) const YES: &str = "yes";
    /// It is not.
    pub(crate) const NO: &str = "no";
    /// A word with a decision.
    pub(crate) const NOTE: &str = "note";
    /// The number of the station that stays, of two.
    pub(crate) const STAYS: &str = "stays";
    /// The version of the other.
    pub(crate) const OTHER_BASE: &str = "other_base";
    /// Words to find by.
    pub(crate) const WORDS: &str = "q";
    /// Elsewhere too.
    pub(crate) const EVERYWHERE: &str = "all";
    /// One of two versions.
    pub(crate) const FROM: &str = "from";
    /// The other.
    pub(crate) const TO: &str = "to";
}

/// A form has fewer inputs than this.
const MOST_INPUTS: usize = 200;

impl Wish {
    /// What a button sends.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Look => "look",
            Self::Make => "make",
            Self::Edit => "edit",
        }
    }
}

impl Draft {
    /// The longest body of a form.
    pub const MOST_BYTES: usize = 64 << 10;

    /// Of an entry as it stands.
    pub fn of(base: u32, cells: Cells) -> Self {
        Self {
            base,
            cells,
            ..Self::default()
        }
    }

    /// The word to those whose reports it answers, as it is kept; empty if it answers none.
    ///
    /// # Errors
    ///
    /// It is too long.
    pub fn word(&self) -> Result<String, NoteTooLong> {
        match self.report {
            Some(_) => note(&self.why, MOST_WORD_CHARS),
            None => Ok(String::new()),
        }
    }

    /// Reads a body of at most [`Self::MOST_BYTES`]; what no input sends is dropped.
    pub fn read(subject: Subject, body: &[u8]) -> Self {
        let mut draft = Self::default();
        let (mut yours, mut taken) = (Cells::default(), Vec::new());
        for (name, value) in form_urlencoded::parse(body).take(MOST_INPUTS) {
            let value = value.trim();
            match &*name {
                names::TOKEN => draft.token = value.to_owned(),
                names::WISH => draft.wish = wish(value),
                names::BASE => draft.base = value.parse().unwrap_or_default(),
                names::WHY => draft.why = value.to_owned(),
                names::CONFIRMED => draft.confirmed = value == names::YES,
                names::RESTORES => draft.restores = value.parse().ok(),
                names::REPORT => draft.report = value.parse().ok(),
                names::PLACE => set_place(&mut draft.cells, value),
                name => {
                    if let Some(code) = name.strip_prefix(names::AMENITY) {
                        match value {
                            names::YES => add(&mut draft.cells, Column::Amenities, code),
                            names::NO => add(&mut draft.cells, Column::AmenitiesAbsent, code),
                            _ => {}
                        }
                    } else if let Some(code) = name.strip_prefix(names::TAKE) {
                        let aspect = Aspect::from_code(code);
                        taken.extend(aspect.filter(|_| value == names::MINE));
                    } else if let Some(code) = name.strip_prefix(names::YOURS) {
                        if let Some(column) = column(subject, code) {
                            yours.set(column, value);
                        }
                    } else if let Some(column) = column(subject, name) {
                        add(&mut draft.cells, column, value);
                    }
                }
            }
        }
        for column in taken.into_iter().flat_map(Aspect::columns) {
            draft.cells.set(*column, yours.get(*column));
        }
        draft
    }
}

fn wish(code: &str) -> Wish {
    let wishes = [Wish::Make, Wish::Edit];
    let wish = wishes.into_iter().find(|wish| wish.code() == code);
    wish.unwrap_or_default()
}

fn column(subject: Subject, code: &str) -> Option<Column> {
    let column = Column::from_code(code)?;
    let mut aspects = Aspect::of(subject);
    let is_ours = aspects.any(|aspect| aspect.columns().contains(&column));
    is_ours.then_some(column)
}

/// Adds one of several texts of a column.
fn add(cells: &mut Cells, column: Column, text: &str) {
    let text = match (cells.get(column), text) {
        ("", text) => text.to_owned(),
        (before, "") => before.to_owned(),
        (before, text) => [before, ";", text].concat(),
    };
    cells.set(column, text);
}

/// Writes where an entry belongs.
fn set_place(cells: &mut Cells, code: &str) {
    match Desk::from_code(code) {
        Some(Desk::Street(street)) => {
            cells.set(Column::District, street.district().name_zh());
            cells.set(Column::Street, Street::name_zh(street));
        }
        Some(Desk::District(district)) => {
            cells.set(Column::District, district.name_zh());
            cells.set(Column::Street, "");
        }
        Some(Desk::City) | None => {}
    }
}

/// How two stations become one.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct MergeDraft {
    /// What shows that the form is of this session.
    pub token: String,
    /// The number of the one that stays; 0 is none chosen.
    pub stays: u32,
    /// The versions that it was made from, of the one and of the other.
    pub bases: [u32; 2],
    /// What is taken from the other; all else is as the one has it.
    pub from_other: AspectSet,
    /// In their own words.
    pub why: String,
}

impl MergeDraft {
    /// Reads a body of at most [`Draft::MOST_BYTES`].
    pub fn read(body: &[u8]) -> Self {
        let number = |name| value(body, name).parse().unwrap_or_default();
        let inputs = form_urlencoded::parse(body).take(MOST_INPUTS);
        let taken = inputs.filter(|(_, whose)| whose == names::THEIRS);
        let taken =
            taken.filter_map(|(name, _)| Aspect::from_code(name.strip_prefix(names::TAKE)?));
        Self {
            token: value(body, names::TOKEN),
            stays: number(names::STAYS),
            bases: [number(names::BASE), number(names::OTHER_BASE)],
            from_other: taken.collect(),
            why: value(body, names::WHY),
        }
    }
}

/// Why a batch is taken back.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Undoing {
    /// What shows that the form is of this session.
    pub token: String,
    /// In their own words.
    pub why: String,
}

impl Undoing {
    /// Reads a body of at most [`Draft::MOST_BYTES`].
    pub fn read(body: &[u8]) -> Self {
        Self {
            token: value(body, names::TOKEN),
            why: value(body, names::WHY),
        }
    }
}

/// What becomes of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// By a second person.
    Approve,
    /// By a second person.
    Decline,
    /// By whoever proposed it.
    Withdraw,
}

impl Verdict {
    const ALL: [Self; 3] = [Self::Approve, Self::Decline, Self::Withdraw];

    /// What a button sends.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Approve => "approve",
            Self::Decline => "decline",
            Self::Withdraw => "withdraw",
        }
    }
}

/// A decision about a proposal.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Deciding {
    /// What shows that the form is of this session.
    pub token: String,
    /// How; `None` is nothing that a button sends.
    pub verdict: Option<Verdict>,
    /// A word with it.
    pub note: String,
}

impl Deciding {
    /// Reads a body of at most [`Draft::MOST_BYTES`].
    pub fn read(body: &[u8]) -> Self {
        let code = value(body, names::WISH);
        Self {
            token: value(body, names::TOKEN),
            verdict: Verdict::ALL
                .into_iter()
                .find(|verdict| verdict.code() == code),
            note: value(body, names::NOTE),
        }
    }
}

fn value(body: &[u8], name: &str) -> String {
    let mut inputs = form_urlencoded::parse(body).take(MOST_INPUTS);
    let found = inputs.find(|(input, _)| input == name);
    found.map_or_else(String::new, |(_, value)| value.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(body: &str) -> Draft {
        Draft::read(Subject::Stations, body.as_bytes())
    }

    #[test]
    fn inputs_become_cells() {
        let draft = read(
            "name=A&kinds=library&kinds=caring_station&place=110101001&amenity.hot_meal=yes&amenity.toilet=no&amenity.rest=&fee=1&x=y&base=7&do=make&confirmed=yes",
        );
        let cells: Vec<_> = draft.cells.iter().collect();
        assert_eq!(
            cells,
            [
                (Column::Name, "A"),
                (Column::Kinds, "library;caring_station"),
                (Column::District, "东城区"),
                (Column::Street, "东华门街道"),
                (Column::Amenities, "hot_meal"),
                (Column::AmenitiesAbsent, "toilet"),
            ]
        );
        assert_eq!(
            (draft.base, draft.wish, draft.confirmed),
            (7, Wish::Make, true)
        );
    }

    #[test]
    fn of_two_changes_the_one_is_taken_that_was_chosen() {
        let sent =
            "phone=1&address=B&yours.phone=2&yours.address=C&take.phone=mine&take.address=theirs";
        let draft = read(sent);
        assert_eq!(draft.cells.get(Column::Phone), "2");
        assert_eq!(draft.cells.get(Column::Address), "B");
    }
}
