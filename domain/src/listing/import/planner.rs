//! Looks at a table row by row, as many at a time as one likes.

use super::super::entry::{Aspect, AspectSet, Cells, Entry};
use super::super::problem::{Failure, Problem, Reason};
use super::super::row;
use super::super::table::Table;
use super::super::{Column, Head, Where, vocabulary};
use super::alarm::Watch;
use super::matching::{Held, name_in};
use super::{Planned, Row, Whole};
use crate::geo::Datum;
use crate::staff::{Action, Staff, may};
use crate::union::Desk;
use std::collections::{BTreeSet, HashMap};

/// An import that is being planned.
pub struct Planner<E: Entry> {
    table: Table,
    head: Head,
    datum: Option<Datum>,
    staff: Staff,
    held: Held<E>,
    next_number: u32,
    next_row: usize,
    /// The rows that are about something held, by its number.
    taken: HashMap<u32, Where>,
    /// Those about something new, by name, desk and address.
    new: HashMap<(String, Desk, String), Where>,
    /// The marks of the listing's own that were seen.
    references: HashMap<String, Where>,
    covered: BTreeSet<String>,
    watch: Watch,
}

impl<E: Entry> Planner<E> {
    /// Begins. What is new gets numbers from `next_number` on, which no entry ever had.
    ///
    /// # Errors
    ///
    /// [`Failure::NoDatum`] where coordinates have none.
    pub fn new(
        table: Table,
        datum: Option<Datum>,
        staff: Staff,
        held: Vec<E>,
        next_number: u32,
    ) -> Result<Self, Failure> {
        let head = table.head();
        let names_datum = datum.is_some() || head.columns.contains(&Column::Datum);
        let has_coordinates = |row: &row::Row<'_>| {
            let coordinates = [Column::Lat, Column::Lng, Column::Position];
            coordinates.iter().any(|column| row.has(*column))
        };
        if !names_datum && table.rows().any(|row| has_coordinates(&row)) {
            return Err(Failure::NoDatum);
        }
        Ok(Self {
            table,
            head,
            datum,
            staff,
            held: Held::new(held),
            next_number,
            next_row: 0,
            taken: HashMap::new(),
            new: HashMap::new(),
            references: HashMap::new(),
            covered: BTreeSet::new(),
            watch: Watch::default(),
        })
    }

    /// The table.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// How many rows were looked at.
    pub fn looked_at(&self) -> usize {
        self.next_row
    }

    /// Looks at the next rows, at most so many; none are left when it gives none.
    pub fn step(&mut self, most: usize) -> Vec<Planned<E>> {
        let (from, to) = (self.next_row, (self.next_row + most).min(self.table.len()));
        self.next_row = to;
        (from..to).filter_map(|place| self.look_at(place)).collect()
    }

    /// What is left to say after the last row.
    pub fn finish(self) -> Whole<E> {
        let covers = common(self.covered.iter().filter_map(|code| Desk::from_code(code)));
        let is_covered = |desk: Desk| covers.is_some_and(|top| top == desk || top.is_above(desk));
        let here = self.held.entries().iter().filter(|entry| {
            is_covered(entry.desk())
                && may(self.staff, Action::Import, entry.desk())
                && entry.cell(Column::Status) != "closed"
        });
        let (known, gone): (Vec<&E>, Vec<&E>) =
            here.partition(|entry| self.taken.contains_key(&entry.number()));
        let held = known.len() + gone.len();
        Whole {
            covers,
            alarms: self.watch.alarms(gone.len(), held),
            gone: gone.into_iter().cloned().collect(),
            ignored_columns: self.head.ignored,
        }
    }

    fn look_at(&mut self, place: usize) -> Option<Planned<E>> {
        let (at, read, mut problems) = {
            let row = self.table.row(place)?;
            let is_listed = |number| self.held.get(number).is_some();
            // The number is settled below; until then a successor may be any but nothing.
            let item = |reader: &row::Reader<'_>| E::from_row(reader, 0, &is_listed);
            let (draft, problems) = row::read(&row, self.datum, item);
            (row.at, draft, problems)
        };
        let row = match read {
            None => Err(None),
            Some(draft) => self.settle(at, draft),
        };
        let row = row.unwrap_or_else(|reason| {
            problems.extend(reason.map(|reason| bare(at, reason)));
            Row::Wrong
        });
        if !matches!(row, Row::NotYours(_)) {
            self.watch.see(&row, &problems);
        }
        Some(Planned {
            place,
            at,
            row,
            problems,
        })
    }

    /// What a row that could be read comes to, or why to nothing.
    fn settle(&mut self, at: Where, draft: row::Draft<E>) -> Result<Row<E>, Option<Reason>> {
        if let Some(reference) = draft.reference {
            let first = *self.references.entry(reference).or_insert(at);
            if first != at {
                return Err(Some(Reason::Repeated { first }));
            }
        }
        let read = draft.item;
        let held = self.held.find(draft.id, &read).map_err(Some)?;
        let Some(before) = held else {
            return self.settle_new(at, read);
        };
        let (number, before_desk) = (before.number(), before.desk());
        let after = self.changed(before, &read);
        let before = before.clone();
        let after = after.read::<E>(number, &|other| self.held.get(other).is_some());
        // Problems of the texts were told of the row already.
        let after = after.0.ok_or(None)?;
        for desk in [before_desk, after.desk()] {
            if !may(self.staff, Action::Import, desk) {
                return Ok(Row::NotYours(desk));
            }
        }
        if let Some(first) = self.taken.get(&number) {
            return Err(Some(Reason::Repeated { first: *first }));
        }
        self.taken.insert(number, at);
        self.covered.insert(before_desk.code());
        let what = AspectSet::between(&Cells::of(&before), &Cells::of(&after));
        if what.is_empty() {
            return Ok(Row::Unchanged(number));
        }
        let sensitive = E::sensitive(&before, &after);
        Ok(Row::Changed {
            before,
            after,
            what,
            sensitive,
        })
    }

    fn settle_new(&mut self, at: Where, read: E) -> Result<Row<E>, Option<Reason>> {
        let desk = read.desk();
        if !may(self.staff, Action::Import, desk) {
            return Ok(Row::NotYours(desk));
        }
        let address = vocabulary::key(&read.cell(Column::Address));
        let key = (name_in(&read).0, desk, address);
        if let Some(first) = self.new.get(&key) {
            return Err(Some(Reason::Repeated { first: *first }));
        }
        let number = self.next_number;
        let (entry, _) =
            Cells::of(&read).read::<E>(number, &|other| self.held.get(other).is_some());
        let entry = entry.ok_or(None)?;
        self.next_number += 1;
        self.new.insert(key, at);
        self.covered.insert(desk.code());
        Ok(Row::New(entry))
    }

    /// What is held with what the row says otherwise, each aspect whole. What the file has no column
    /// for stays; where what it has says the same, so does the rest of the aspect.
    fn changed(&self, before: &E, read: &E) -> Cells {
        let (held, row) = (Cells::of(before), Cells::of(read));
        let mut after = held.clone();
        let stays_there = row.get(Column::Street).is_empty()
            && row.get(Column::District) == held.get(Column::District);
        for aspect in Aspect::of(E::SUBJECT) {
            // Without a street it is not said which, and no entry leaves its own for that.
            if aspect == Aspect::Place && stays_there {
                continue;
            }
            let told = || {
                aspect
                    .columns()
                    .iter()
                    .filter(|column| self.tells(**column))
            };
            if told().any(|column| held.get(*column) != row.get(*column)) {
                for column in aspect.columns() {
                    after.set(*column, row.get(*column));
                }
            }
        }
        after
    }

    /// Whether the file tells what stands in that column, in whatever form.
    fn tells(&self, column: Column) -> bool {
        use Column::{
            Amenities, AmenitiesAbsent, Datum, FirstDay, LastDay, Lat, Lng, Position, Sessions,
        };
        let has = |column| self.head.columns.contains(&column);
        match column {
            Lat | Lng | Datum => has(Lat) || has(Lng) || has(Position),
            Amenities | AmenitiesAbsent => has(column) || self.head.names_amenities,
            Sessions => has(Sessions) || has(FirstDay) || has(LastDay),
            column => has(column),
        }
    }
}

/// The lowest desk that is above all of them, or the only one.
fn common(desks: impl Iterator<Item = Desk>) -> Option<Desk> {
    desks.reduce(|one, other| {
        let mut top = one;
        while top != other && !top.is_above(other) {
            top = top.up().unwrap_or(Desk::City);
        }
        top
    })
}

fn bare(at: Where, reason: Reason) -> Problem {
    Problem {
        at,
        column: String::new(),
        value: String::new(),
        reason,
    }
}
