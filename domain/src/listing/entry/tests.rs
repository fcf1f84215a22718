//! Entries as texts, and what two people make of them.

use super::super::problem::Reason;
use super::super::tests::classes::class;
use super::super::tests::properties::station;
use super::*;
use crate::class::ClassId;
use crate::geo::Wgs84;
use crate::station::{Life, StationId};
use proptest::prelude::*;

#[test]
fn every_column_that_is_written_belongs_to_one_aspect() {
    for subject in [Subject::Stations, Subject::Classes] {
        let mut columns: Vec<_> = Aspect::of(subject)
            .flat_map(Aspect::columns)
            .copied()
            .collect();
        columns.push(Column::Id);
        columns.sort();
        let mut written: Vec<_> = subject.columns().to_vec();
        written.retain(|column| super::super::columns::is_written(*column));
        written.sort();
        assert_eq!(columns, written);
    }
}

#[test]
fn a_successor_is_something_listed_and_something_else() {
    let mut cells: Cells = [
        (Column::Name, "示例驿站"),
        (Column::Kinds, "caring_station"),
        (Column::District, "东城区"),
        (Column::Status, "closed"),
        (Column::Successor, "8"),
    ]
    .map(|(column, text)| (column, text.to_owned()))
    .into_iter()
    .collect();
    let read = |cells: &Cells| cells.read::<Station>(7, &|other| other < 9);
    let life = |cells: &Cells| read(cells).0.map(|station| station.life);
    let to = |successor| {
        Some(Life::Closed {
            from: None,
            successor,
        })
    };
    assert_eq!(life(&cells), to(Some(StationId(8))));
    for nobody in ["7", "9", "隔壁"] {
        cells.set(Column::Successor, nobody);
        assert_eq!(life(&cells), to(None), "{nobody}");
        assert_eq!(read(&cells).1[0].reason, Reason::UnknownSuccessor);
        assert_eq!(read(&cells).1[0].column, "successor");
    }
}

#[test]
fn a_pin_may_move_five_hundred_metres_and_no_farther() {
    let at = |lat| Wgs84::new(lat, 116.4);
    let mut before = crate::demonstration::stations().remove(0);
    before.position = at(39.9);
    let moved = |lat| {
        sensitive(
            &before,
            &Station {
                position: at(lat),
                ..before.clone()
            },
        )
    };
    assert_eq!(moved(39.904_49), []);
    assert!(matches!(moved(39.904_51)[..], [Sensitive::MovesPin { metres }] if metres > 500.0));
    let closed = Station {
        life: Life::Closed {
            from: None,
            successor: None,
        },
        ..before.clone()
    };
    assert_eq!(sensitive(&before, &closed), [Sensitive::ClosesForGood]);
    assert_eq!(sensitive(&closed, &closed), []);
    assert_eq!(sensitive(&closed, &before), []);
}

#[test]
fn a_pin_alone_is_reviewed_as_with_its_station() {
    let mut before = crate::demonstration::stations().remove(0);
    before.position = Wgs84::new(39.93, 116.41);
    let offsets = [0.0, 0.0014, 0.006, 0.1];
    let places = offsets.into_iter().flat_map(|north| {
        offsets.map(|east| Wgs84::new(39.93 + north, 116.41 + east).unwrap().rounded(5))
    });
    for (stood, after) in places.flat_map(|place| [(None, place), (before.position, place)]) {
        let before = Station {
            position: stood,
            ..before.clone()
        };
        let now = Station {
            position: Some(after),
            ..before.clone()
        };
        let whole = review(
            Subject::Stations,
            before.id.0,
            Some(&Cells::of(&before)),
            Some(&Cells::of(&now)),
        );
        let alone = |subject| review_pin(subject, stood, after, now.district);
        assert_eq!(alone(Subject::Stations), whole, "{stood:?} {after:?}");
        assert_eq!(alone(Subject::Classes), Review::default());
        assert_eq!(Cells::of(&now).pin(), Some(after));
    }
}

proptest! {
    #[test]
    fn a_station_is_what_its_texts_tell(station in station()) {
        let station = Station { id: StationId(7), ..station };
        let (read, _) = Cells::of(&station).read::<Station>(7, &|other| other == 1);
        prop_assert_eq!(read, Some(station));
    }

    #[test]
    fn a_class_is_what_its_texts_tell(class in class()) {
        let class = HolidayClass { id: ClassId(7), ..class };
        let (read, _) = Cells::of(&class).read::<HolidayClass>(7, &|_| false);
        prop_assert_eq!(read, Some(class));
    }

    #[test]
    fn what_two_people_changed_is_there_or_told(before in station(), theirs in station(), yours in station()) {
        let [before, now, yours] = [&before, &theirs, &yours].map(Cells::of);
        let merged = merge(&before, &now, &yours);
        let from = |one: &Cells| AspectSet::between(one, &merged.cells);
        for aspect in Aspect::of(Subject::Stations) {
            let [they, you] = [&now, &yours].map(|one| AspectSet::between(&before, one).contains(aspect));
            let alike = !AspectSet::between(&now, &yours).contains(aspect);
            prop_assert_eq!(merged.conflicts.contains(aspect), they && you && !alike);
            let expected = if you && !they { &yours } else { &now };
            prop_assert!(!from(expected).contains(aspect));
        }
    }

    #[test]
    fn what_nobody_touched_since_is_as_it_was(before in station(), after in station()) {
        prop_assume!(before != after);
        let undone = undo(Some(&before), Some(&after), Some(&after), &|_| true);
        prop_assert_eq!(undone, Undone::Can { entry: Some(before.clone()), prevented: AspectSet::EMPTY });
        prop_assert_eq!(undo(Some(&before), Some(&after), Some(&before), &|_| true), Undone::Already);
        prop_assert_eq!(undo(Some(&before), None, Some(&after), &|_| true), Undone::Prevented);
        let relisted = Undone::Can { entry: Some(before.clone()), prevented: AspectSet::EMPTY };
        prop_assert_eq!(undo(Some(&before), None, None, &|_| true), relisted);
    }

    #[test]
    fn what_was_changed_since_stays(before in station(), after in station(), now in station()) {
        let [cells_before, cells_after, cells_now] = [&before, &after, &now].map(Cells::of);
        let since = AspectSet::between(&cells_after, &cells_now);
        let done = AspectSet::between(&cells_before, &cells_after);
        if let Undone::Can { entry: Some(entry), prevented } = undo(Some(&before), Some(&after), Some(&now), &|id| id == 1) {
            let (changed, undone) = (AspectSet::between(&cells_now, &Cells::of(&entry)), AspectSet::between(&cells_before, &Cells::of(&entry)));
            for aspect in Aspect::of(Subject::Stations) {
                prop_assert!(!(since.contains(aspect) && changed.contains(aspect)), "{aspect:?} was changed since");
                prop_assert!(!done.contains(aspect) || since.contains(aspect) || !undone.contains(aspect), "{aspect:?} was not undone");
                prop_assert!(!prevented.contains(aspect) || since.contains(aspect));
            }
        }
    }

    #[test]
    fn a_change_to_what_stands_is_taken_whole(before in station(), yours in station()) {
        let [before, yours] = [&before, &yours].map(Cells::of);
        let merged = merge(&before, &before, &yours);
        prop_assert_eq!(merged.cells, yours);
        prop_assert!(merged.conflicts.is_empty());
    }
}
