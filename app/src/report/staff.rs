//! What staff see of reports and of what is due.

use super::names;
use crate::staff::{Who, value};
use crate::wording::Lang;
use domain::listing::{Column, Problem};
use domain::report::{MOST_WORD_CHARS, NoteTooLong, ReportKind, Verdict, note};
use domain::station::{AmenitySet, Station, StationId};
use domain::time::BeijingTime;
use domain::union::Desk;

/// The values of the input that names a wish.
pub(crate) mod wishes {
    /// To change the listing so.
    pub(crate) const CHANGE: &str = "change";
    /// To say that it is right by now.
    pub(crate) const CORRECTED: &str = "corrected";
    /// To decline.
    pub(crate) const DECLINED: &str = "declined";
}

const DO: &str = crate::staff::names::WISH;
const WORD: &str = "word";
const BASE: &str = "base";

/// `/staff/reports`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Groups {
    /// Who looks.
    pub who: Who,
    /// The open ones, most counted first.
    pub groups: Vec<GroupRow>,
    /// How many there are.
    pub total: usize,
}

impl Groups {
    /// How many a page shows.
    pub const MOST: usize = 100;
}

/// Reports of one thing at one station.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRow {
    /// Its number.
    pub id: u32,
    /// Where.
    pub station: StationId,
    /// What that is called.
    pub name: String,
    /// Whose it is.
    pub desk: Desk,
    /// What was found.
    pub kind: ReportKind,
    /// How many said so.
    pub people: u32,
    /// The first of them.
    pub first_at: BeijingTime,
    /// The last.
    pub last_at: BeijingTime,
}

/// `/staff/reports/{id}`.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Who looks.
    pub who: Who,
    /// The group.
    pub row: GroupRow,
    /// Its reports, the latest first.
    pub reports: Vec<ReportRow>,
    /// What became of it, the word and who decided; `None` is open.
    pub decided: Option<(Verdict, String, String)>,
    /// Whether they may decide.
    pub may_decide: bool,
    /// The version from which the listing would be changed.
    pub base: u32,
    /// What would be changed, as proposed or as typed.
    pub fields: Vec<(Column, String)>,
    /// What those columns hold now.
    pub now: Vec<(Column, String)>,
    /// The word as typed.
    pub word: String,
    /// Why nothing was decided.
    pub problem: Option<DecisionProblem>,
    /// Where whoever stands there says how full it is.
    pub door: Option<String>,
}

/// One report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportRow {
    /// Its reference.
    pub reference: String,
    /// When it came.
    pub at: BeijingTime,
    /// What was added.
    pub note: String,
    /// Whether a photo came with it.
    pub has_photo: bool,
}

/// Why nothing was decided.
#[derive(Clone, Debug, PartialEq)]
pub enum DecisionProblem {
    /// A refusal says why.
    WordMissing,
    /// The word is too long.
    TooLong(NoteTooLong),
    /// What was typed cannot be read.
    Cells(Vec<Problem>),
    /// Nothing would be another.
    Nothing,
    /// Somebody changed the same meanwhile; the page shows what it is now.
    Conflict,
    /// Somebody decided about it meanwhile.
    Decided,
}

/// What is sent to `/staff/reports/{id}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// To change the listing, or only to say what became of it.
    pub verdict: Option<Verdict>,
    /// The version from which it is changed.
    pub base: u32,
    /// What the columns are to hold.
    pub fields: Vec<(Column, String)>,
    /// The word to those who reported.
    pub word: String,
}

impl Decision {
    /// Reads a body of bounded length; `None` if it wishes for nothing.
    pub fn read(kind: ReportKind, sent: &[u8]) -> Option<Self> {
        let verdict = match &*value(sent, DO) {
            wishes::CHANGE => None,
            wishes::CORRECTED => Some(Verdict::Corrected),
            wishes::DECLINED => Some(Verdict::Declined),
            _ => return None,
        };
        let columns = kind.columns().iter();
        Some(Self {
            verdict,
            base: value(sent, BASE).parse().unwrap_or_default(),
            fields: columns
                .map(|column| (*column, value(sent, column.help().code).trim().to_owned()))
                .collect(),
            word: value(sent, WORD),
        })
    }

    /// The word as it is kept, or what is wrong with it.
    pub fn word(&self) -> Result<String, DecisionProblem> {
        let word = note(&self.word, MOST_WORD_CHARS).map_err(DecisionProblem::TooLong)?;
        match self.verdict {
            Some(verdict) if verdict.needs_word() && word.is_empty() => {
                Err(DecisionProblem::WordMissing)
            }
            _ => Ok(word),
        }
    }
}

/// `/staff/freshness`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unconfirmed {
    /// Who looks.
    pub who: Who,
    /// Each desk with how many are due there, and of how many; only where some are.
    pub desks: Vec<(Desk, usize, usize)>,
}

/// `/staff/freshness?desk=…`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueList {
    /// Who looks.
    pub who: Who,
    /// Whose list.
    pub desk: Desk,
    /// What is due.
    pub due: Vec<DueRow>,
    /// The link for a message.
    pub link: String,
    /// How many were confirmed just now.
    pub confirmed: Option<u32>,
}

impl DueList {
    /// How many a page shows; the others come when these are confirmed.
    pub const MOST: usize = 200;
}

/// The desk of a query.
pub fn place_of(query: &str) -> Option<Desk> {
    Desk::from_code(&value(query.as_bytes(), "desk"))
}

/// A station that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueRow {
    /// Which.
    pub station: StationId,
    /// The version that is seen.
    pub version: u32,
    /// Its name.
    pub name: String,
    /// Its address.
    pub address: String,
    /// Its hours, a line each.
    pub hours: Vec<String>,
    /// What it has.
    pub amenities: AmenitySet,
    /// Since when nobody confirmed it.
    pub verified_on: Option<chrono::NaiveDate>,
    /// The link for this one alone; nothing where there is none to give away.
    pub link: Option<String>,
}

impl DueRow {
    /// The row of a station.
    pub fn new(lang: Lang, station: &Station, version: u32, link: Option<String>) -> Self {
        Self {
            station: station.id,
            version,
            name: station.text.name.clone(),
            address: station.text.address.clone(),
            hours: lang.hours_in_words(&station.hours),
            amenities: station.amenities.present(),
            verified_on: station.verified_on,
            link,
        }
    }
}

/// What was seen and is to be confirmed, the one whose button was pressed or all that is ticked:
/// numbers and versions, of a body of bounded length.
pub fn seen(sent: &[u8]) -> Vec<(u32, u32)> {
    let pair = |text: &str| {
        let (number, version) = text.split_once('.')?;
        Some((number.parse().ok()?, version.parse().ok()?))
    };
    let named = |wanted: &'static str| {
        let pairs = form_urlencoded::parse(sent).filter(move |(name, _)| name == wanted);
        pairs.filter_map(|(_, value)| pair(&value))
    };
    match named(names::ONE).next() {
        Some(one) => vec![one],
        None => named(names::SEEN).take(DueList::MOST).collect(),
    }
}

/// `/staff/stations/{id}/poster`.
#[derive(Clone, Debug, PartialEq)]
pub struct Poster {
    /// Whose door.
    pub station: Station,
    /// The whole address of its page.
    pub page: String,
    /// The whole address for whoever stands at the door.
    pub door: String,
}
