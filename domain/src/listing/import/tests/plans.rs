//! What becomes of which row, and whose it is.

use super::*;
use crate::listing::entry::Aspect;
use crate::listing::tests::properties::station;
use crate::station::StationId;
use proptest::prelude::*;

fn file(rows: &str) -> Table {
    table(format!("id,名称,类型,区,街道,地址,电话\n{rows}").as_bytes())
}

fn outcomes(rows: &[Planned<Station>]) -> Vec<Outcome> {
    rows.iter().map(|row| row.row.outcome()).collect()
}

#[test]
fn what_the_file_has_no_column_for_stays() {
    let rows = file("3,甲3,暖心驿站,东城区,安定门街道,三号院,13800130003\n");
    let (rows, _) = plan(rows, editor("city"), held()).unwrap();
    let Row::Changed {
        before,
        after,
        what,
        ..
    } = &rows[0].row
    else {
        panic!("{rows:?}")
    };
    assert_eq!(*what, AspectSet::EMPTY.with(Aspect::Address));
    assert!(after.position.is_some());
    assert_eq!(after.position, before.position);
}

#[test]
fn without_an_id_it_is_the_only_one_of_its_name_there() {
    let rows = ",甲3,暖心驿站,东城区,安定门街道,3号,13900000000\n\
                ,甲3,暖心驿站,东城区,东华门街道,3号,\n\
                ,甲11,暖心驿站,东城区,,11号,13800130011\n";
    let (rows, _) = plan(file(rows), editor("city"), held()).unwrap();
    use Outcome::{Changed, New, Unchanged};
    assert_eq!(outcomes(&rows), [Changed, New, Unchanged]);
    let Row::New(new) = &rows[1].row else {
        panic!()
    };
    assert_eq!(new.id, StationId(100));
}

#[test]
fn of_several_of_one_name_the_address_tells_or_nothing_does() {
    let mut held = held();
    held[3].text.name = "甲3".to_owned();
    let rows = ",甲3,暖心驿站,东城区,安定门街道,4号,\n,甲3,暖心驿站,东城区,安定门街道,9号,\n";
    let (rows, _) = plan(file(rows), editor("city"), held).unwrap();
    assert!(matches!(&rows[0].row, Row::Changed { before, .. } if before.id == StationId(4)));
    assert_eq!(rows[1].row, Row::Wrong);
    assert_eq!(rows[1].problems[0].reason, listing::Reason::SeveralSuch);
}

#[test]
fn an_editor_imports_only_what_is_theirs() {
    let all = || {
        file(
            "3,甲3,暖心驿站,东城区,安定门街道,三号院,\n\
             11,甲11,暖心驿站,东城区,东华门街道,新,\n\
             4,甲4,暖心驿站,东城区,东华门街道,4号,\n\
             ,新的,暖心驿站,西城区,,1号,\n",
        )
    };
    use Outcome::{Changed, New, NotYours};
    let of = |desk: &str| outcomes(&plan(all(), editor(desk), held()).unwrap().0);
    assert_eq!(of("city"), [Changed, Changed, Changed, New]);
    assert_eq!(of("110101"), [Changed, Changed, Changed, NotYours]);
    let street = held()[0].street.unwrap().code().to_string();
    assert_eq!(of(&street), [Changed, NotYours, NotYours, NotYours]);
    let handler = Staff {
        role: Role::RequestHandler,
        ..editor("city")
    };
    let (rows, whole) = plan(all(), handler, held()).unwrap();
    assert_eq!(outcomes(&rows), [NotYours; 4]);
    assert_eq!((whole.covers, whole.gone.len()), (None, 0));
}

#[test]
fn what_is_gone_is_looked_for_where_the_file_is_about() {
    let rows = file("3,甲3,暖心驿站,东城区,安定门街道,3号,13800130003\n");
    let (_, whole) = plan(rows, editor("city"), held()).unwrap();
    assert_eq!(whole.covers, held()[0].street.map(Desk::Street));
    assert_eq!(whole.gone.len(), 9);
    assert_eq!(whole.alarms, [Alarm::Disappear { gone: 9, of: 10 }]);
    assert!(!whole.alarms[0].is_of_rows());
}

#[test]
fn a_column_that_was_sorted_by_itself_is_noticed() {
    let row = |n: u32| format!("{n},甲{},暖心驿站,东城区,安定门街道,{n}号,\n", 11 - n);
    let rows: String = (1..=10).map(row).collect();
    let (_, whole) = plan(file(&rows), editor("city"), held()).unwrap();
    let names = Alarm::MostChange {
        what: Aspect::Name,
        rows: 10,
        of: 10,
        sorted: true,
    };
    assert!(whole.alarms.contains(&names), "{:?}", whole.alarms);
}

/// The held stations as a file says them whose positions are written as that datum.
fn positions_in(written: impl Fn(Wgs84) -> (f64, f64)) -> Whole<Station> {
    let rows: String = held()
        .iter()
        .map(|held| {
            let (lat, lng) = written(held.position.unwrap());
            format!(
                "{},{},暖心驿站,东城区,{lat},{lng},WGS-84\n",
                held.id.0, held.text.name
            )
        })
        .collect();
    let rows = format!("id,名称,类型,区,纬度,经度,坐标系\n{rows}");
    plan(table(rows.as_bytes()), editor("city"), held())
        .unwrap()
        .1
}

/// The point that reads as `from` in that datum, to a metre.
fn shifted(from: Wgs84, datum: Datum) -> (f64, f64) {
    let (mut lat, mut lng) = (from.lat(), from.lng());
    for _ in 0..20 {
        let read = datum.to_wgs84(lat, lng).unwrap();
        lat += from.lat() - read.lat();
        lng += from.lng() - read.lng();
    }
    (lat, lng)
}

#[test]
fn positions_in_another_datum_than_stated_are_noticed() {
    for datum in [Datum::Gcj02, Datum::Bd09] {
        let whole = positions_in(|at| shifted(at, datum));
        let [
            Alarm::MoveTogether {
                rows: 12,
                of: 12,
                metres,
                looks_like,
            },
        ] = whole.alarms[..]
        else {
            panic!("{:?}", whole.alarms)
        };
        assert_eq!(looks_like, Some(datum));
        assert!((300..2000).contains(&metres), "{metres}");
    }
    let whole = positions_in(|at| (at.lat() + 0.002, at.lng()));
    assert!(matches!(
        whole.alarms[..],
        [Alarm::MoveTogether {
            metres: 222,
            looks_like: None,
            ..
        }]
    ));
    assert_eq!(positions_in(|at| (at.lat() + 0.0004, at.lng())).alarms, []);
}

#[test]
fn the_wrong_rows_come_back_with_the_reason() {
    let table = table("备注,名称,类型,区\n=1+1,甲,桑拿,东城\n".as_bytes());
    let cells: Vec<&str> = table.cells(0).collect();
    let file = write_wrong_csv(
        table.names(),
        "原因",
        [(cells, "不对".to_owned())].into_iter(),
    );
    assert_eq!(
        file,
        "\u{FEFF}备注,名称,类型,区,原因\n'=1+1,甲,桑拿,东城,不对\n"
    );
}

#[test]
fn a_seal_is_of_everything_that_would_be_written() {
    let station = held().remove(0);
    let seal = |entry: &Station, version| {
        let mut seal = Seal::new();
        seal.writes(entry, version);
        seal.digits()
    };
    let other = Station {
        text: crate::station::Text {
            phone: "1".to_owned(),
            ..station.text.clone()
        },
        ..station.clone()
    };
    let mut gone = Seal::new();
    gone.takes_away(1, 1);
    let all = [
        seal(&station, None),
        seal(&station, Some(0)),
        seal(&station, Some(1)),
        seal(&other, Some(1)),
        gone.digits(),
        Seal::new().digits(),
    ];
    assert!(all.iter().all(|digits| digits.len() == 64));
    let different: std::collections::BTreeSet<_> = all.iter().collect();
    assert_eq!(different.len(), all.len());
    assert_eq!(seal(&station, Some(1)), seal(&station, Some(1)));
}

proptest! {
    #[test]
    fn what_is_exported_changes_nothing(stations in proptest::collection::vec(station(), 1..6)) {
        let numbered = stations.into_iter().zip(1..);
        let stations: Vec<_> = numbered
            .map(|(station, id)| Station { id: StationId(id), ..station })
            .collect();
        // Nobody succeeds itself, nor somebody who is not there.
        let sound = |station: &Station| station.id != StationId(1)
            || !matches!(station.life, crate::station::Life::Closed { successor: Some(_), .. });
        prop_assume!(stations.iter().all(sound));
        for file in [write_csv(&stations).into_bytes(), write_xlsx(&stations)] {
            let (rows, whole) = plan(table(&file), editor("city"), stations.clone()).unwrap();
            prop_assert_eq!(rows.len(), stations.len());
            for row in &rows {
                prop_assert!(matches!(row.row, Row::Unchanged(_)), "{:?}", row);
            }
            prop_assert_eq!((whole.gone, whole.alarms), (vec![], vec![]));
        }
    }
}
