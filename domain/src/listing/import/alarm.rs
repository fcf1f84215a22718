//! What about a file as a whole is strange, with the figures that show it.

use super::super::Column;
use super::super::entry::{Aspect, AspectSet, Cells, Entry};
use super::super::problem::{Problem, Reason};
use super::Row;
use crate::geo::{Datum, Wgs84};
use std::collections::{BTreeMap, HashMap};

/// Below this many rows nothing about a file is strange: a person can look at each.
const FEWEST: usize = 5;

/// Who moves less has only been measured again, in metres.
const MOVED_METRES: f64 = 50.0;

/// How far apart moves may be that are one and the same, in metres.
const ALIKE_METRES: f64 = 60.0;

/// What is written in such a column belongs to one entry alone.
const OWN: [Aspect; 5] = [
    Aspect::Name,
    Aspect::Host,
    Aspect::Address,
    Aspect::Phone,
    Aspect::Contact,
];

/// Something strange about a file. A second person looks at it.
#[derive(Clone, Debug, PartialEq)]
pub enum Alarm {
    /// Half of what is known, or more, would change in something that seldom does.
    MostChange {
        /// In what.
        what: Aspect,
        /// So many.
        rows: usize,
        /// Of so many that are held.
        of: usize,
        /// Whether the texts are those of other rows: a column was sorted by itself.
        sorted: bool,
    },
    /// Half of what is known, or more, would move by the same way.
    MoveTogether {
        /// So many.
        rows: usize,
        /// Of so many that have a position, here and there.
        of: usize,
        /// So far.
        metres: u32,
        /// The datum that the numbers are in, by the looks of it.
        looks_like: Option<Datum>,
    },
    /// In half the rows or more, several columns hold what belongs elsewhere.
    Shifted {
        /// Their headers.
        columns: Vec<String>,
        /// In so many rows.
        rows: usize,
        /// Of so many.
        of: usize,
    },
    /// In half the rows or more, latitude and longitude are swapped.
    Swapped {
        /// In so many.
        rows: usize,
        /// Of so many.
        of: usize,
    },
    /// Half of what is held where the file is about, or more, is not in it.
    Disappear {
        /// So many.
        gone: usize,
        /// Of so many.
        of: usize,
    },
}

impl Alarm {
    /// Whether it matters for what is in the file, and not only for what is not.
    pub const fn is_of_rows(&self) -> bool {
        !matches!(self, Self::Disappear { .. })
    }
}

/// What is strange about changes as a whole, as if a file had just these rows.
pub fn alarms<'a, E: Entry + 'a>(changes: impl Iterator<Item = (&'a E, &'a E)>) -> Vec<Alarm> {
    let mut watch = Watch::default();
    for (before, after) in changes {
        watch.rows += 1;
        let what = AspectSet::between(&Cells::of(before), &Cells::of(after));
        watch.see_changed(before, after, what);
    }
    watch.alarms(0, 0)
}

/// Watches the rows go by.
#[derive(Default)]
pub(super) struct Watch {
    rows: usize,
    known: usize,
    changed: BTreeMap<Aspect, Change>,
    positions: usize,
    moves: Vec<Move>,
    misplaced: BTreeMap<String, usize>,
    swapped: usize,
}

/// Texts before and after, by how often.
#[derive(Default)]
struct Change {
    rows: usize,
    before: HashMap<String, usize>,
    after: HashMap<String, usize>,
}

struct Move {
    north_m: f64,
    east_m: f64,
    before: Wgs84,
    after: Wgs84,
}

impl Watch {
    pub(super) fn see<E: Entry>(&mut self, row: &Row<E>, problems: &[Problem]) {
        self.rows += 1;
        self.swapped += usize::from(problems.iter().any(|p| p.reason == Reason::Swapped));
        let mut columns: Vec<&str> = problems
            .iter()
            .filter(|problem| is_misplaced(&problem.reason))
            .map(|problem| problem.column.as_str())
            .collect();
        columns.sort_unstable();
        columns.dedup();
        for column in columns {
            *self.misplaced.entry(column.to_owned()).or_default() += 1;
        }
        match row {
            Row::Changed {
                before,
                after,
                what,
                ..
            } => self.see_changed(before, after, *what),
            Row::Unchanged(_) => {
                self.known += 1;
                self.positions += 1;
            }
            Row::New(_) | Row::Wrong | Row::NotYours(_) => {}
        }
    }

    fn see_changed<E: Entry>(&mut self, before: &E, after: &E, what: AspectSet) {
        self.known += 1;
        for aspect in OWN.into_iter().filter(|aspect| what.contains(*aspect)) {
            let column = aspect.columns()[0];
            let (before, after) = (before.cell(column), after.cell(column));
            // What was not known before is no change of it.
            if before.is_empty() {
                continue;
            }
            let change = self.changed.entry(aspect).or_default();
            change.rows += 1;
            *change.before.entry(before).or_default() += 1;
            *change.after.entry(after).or_default() += 1;
        }
        let (Some(from), Some(to)) = (position(before), position(after)) else {
            return;
        };
        self.positions += 1;
        if from.distance_m(to) > MOVED_METRES {
            let sign = |one: f64, other: f64| if one < other { -1.0 } else { 1.0 };
            let across = Wgs84::new(from.lat(), to.lng()).unwrap_or(from);
            let along = Wgs84::new(to.lat(), from.lng()).unwrap_or(from);
            self.moves.push(Move {
                north_m: from.distance_m(along) * sign(to.lat(), from.lat()),
                east_m: from.distance_m(across) * sign(to.lng(), from.lng()),
                before: from,
                after: to,
            });
        }
    }

    pub(super) fn alarms(self, gone: usize, held: usize) -> Vec<Alarm> {
        let known = self.known;
        let changes = self
            .changed
            .into_iter()
            .filter(|(_, change)| most(change.rows, known));
        let mut alarms: Vec<Alarm> = changes
            .map(|(what, change)| Alarm::MostChange {
                what,
                rows: change.rows,
                of: known,
                sorted: change.before == change.after,
            })
            .collect();
        alarms.extend(together(&self.moves, self.positions));
        if most(self.swapped, self.rows) {
            alarms.push(Alarm::Swapped {
                rows: self.swapped,
                of: self.rows,
            });
        }
        let misplaced = self.misplaced.into_iter();
        let misplaced: Vec<_> = misplaced
            .filter(|(_, rows)| most(*rows, self.rows))
            .collect();
        if misplaced.len() >= 2 {
            alarms.push(Alarm::Shifted {
                rows: misplaced.iter().map(|(_, rows)| *rows).min().unwrap_or(0),
                columns: misplaced.into_iter().map(|(column, _)| column).collect(),
                of: self.rows,
            });
        }
        if most(gone, held) {
            alarms.push(Alarm::Disappear { gone, of: held });
        }
        alarms
    }
}

fn most(rows: usize, of: usize) -> bool {
    rows >= FEWEST && rows * 2 >= of
}

fn together(moves: &[Move], of: usize) -> Option<Alarm> {
    if !most(moves.len(), of) {
        return None;
    }
    let middle = |of: fn(&Move) -> f64| {
        let mut all: Vec<f64> = moves.iter().map(of).collect();
        all.sort_by(f64::total_cmp);
        all[all.len() / 2]
    };
    let (north, east) = (middle(|m| m.north_m), middle(|m| m.east_m));
    let alike = |m: &&Move| (m.north_m - north).hypot(m.east_m - east) <= ALIKE_METRES;
    let rows = moves.iter().filter(alike).count();
    let looks_like = [Datum::Gcj02, Datum::Bd09].into_iter().find(|datum| {
        let fits = |m: &&Move| {
            let read = datum.to_wgs84(m.after.lat(), m.after.lng());
            read.is_some_and(|read| read.distance_m(m.before) <= ALIKE_METRES)
        };
        most(moves.iter().filter(fits).count(), of)
    });
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "less than the width of a city"
    )]
    let metres = north.hypot(east).round() as u32;
    (most(rows, of) || looks_like.is_some()).then_some(Alarm::MoveTogether {
        rows: moves.len(),
        of,
        metres,
        looks_like,
    })
}

fn position<E: Entry>(entry: &E) -> Option<Wgs84> {
    let number = |column| entry.cell(column).parse().ok();
    Wgs84::new(number(Column::Lat)?, number(Column::Lng)?)
}

/// What is said of a cell in which something else was expected.
const fn is_misplaced(reason: &Reason) -> bool {
    matches!(
        reason,
        Reason::NotAnId
            | Reason::NoKnownKind
            | Reason::UnknownKind
            | Reason::UnknownDistrict
            | Reason::UnknownStreet
            | Reason::NotDegrees
            | Reason::UnknownDatum
            | Reason::UnknownStatus
            | Reason::NotADate
            | Reason::VerifiedWhen
            | Reason::UnknownMode
            | Reason::NotGrades
            | Reason::NotASession
            | Reason::NotANumber
            | Reason::HoursUnread
            | Reason::UnknownAmenity
            | Reason::UnknownAccess
            | Reason::NeitherYesNorNo
            | Reason::DailyUnread
            | Reason::FeeUnread
    )
}
