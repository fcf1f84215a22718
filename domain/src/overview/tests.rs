//! Overviews of places, and the quarters they are of.

use super::*;
use crate::places::District;
use crate::time::BeijingTime;
use crate::union::Desk;

fn quarter() -> Quarter {
    Quarter::from_code("2026-4").unwrap()
}

/// Requests of one desk, with these timelinesses.
fn at(desk: Desk, timeliness: [u32; 4]) -> Vec<Counted> {
    let counted = |(place, count)| Counted {
        desk,
        dimension: Dimension::Timeliness,
        place,
        count,
    };
    timeliness.into_iter().enumerate().map(counted).collect()
}

fn cells(overview: &Overview, dimension: Dimension) -> Option<Vec<Option<u32>>> {
    let mut tables = overview.tables.iter();
    let table = tables.find(|table| table.dimension == dimension).unwrap();
    let cells = table.cells.as_ref()?;
    Some(cells.iter().map(|shown| shown.exact()).collect())
}

fn place(overview: &Overview, desk: Desk) -> Option<u32> {
    let mut places = overview.places.iter();
    places.find(|(of, _)| *of == desk).unwrap().1.exact()
}

#[test]
fn what_came_below_is_part_of_the_whole() {
    let [one, two] = [District::all()[0], District::all()[1]];
    let street = Desk::Street(one.streets()[0]);
    let [first, second] = [Desk::District(one), Desk::District(two)];
    let counted = [
        at(street, [10, 5, 0, 0]),
        at(first, [20, 0, 0, 0]),
        at(second, [9, 6, 5, 0]),
        at(Desk::City, [7, 0, 0, 0]),
    ]
    .concat();
    let of = |own, place| Overview::new(&counted, quarter(), own, place);
    let city = of(Desk::City, Desk::City);
    assert_eq!(city.sum, Shown::Exact(62));
    let late = [Some(46), Some(11), Some(5), Some(0)];
    assert_eq!(cells(&city, Dimension::Timeliness).unwrap(), late);
    let expected = [(Desk::City, 7), (first, 35), (second, 20)];
    for (desk, count) in expected {
        assert_eq!(place(&city, desk), Some(count));
    }
    let seen = of(Desk::City, first);
    assert_eq!(seen.sum, Shown::Exact(35));
    assert_eq!(
        (place(&seen, first), place(&seen, street)),
        (Some(20), Some(15))
    );
    assert_eq!(
        of(first, first),
        seen,
        "nothing is small, so all see the same"
    );
    assert_eq!(of(street, street).places, []);
    assert_eq!(of(street, street).sum, Shown::Exact(15));
}

#[test]
fn what_a_place_keeps_cannot_be_computed_from_its_neighbours() {
    let [one, two, three] = [0, 1, 2].map(|at| Desk::District(District::all()[at]));
    let counted = [
        at(one, [20, 2, 0, 0]),
        at(two, [10, 9, 0, 0]),
        at(three, [50, 30, 0, 0]),
    ]
    .concat();
    let of = |own, place| Overview::new(&counted, quarter(), own, place);
    assert_eq!(
        cells(&of(Desk::City, Desk::City), Dimension::Timeliness).unwrap(),
        [Some(80), Some(41), Some(0), Some(0)]
    );
    assert_eq!(cells(&of(Desk::City, one), Dimension::Timeliness), None);
    assert_eq!(cells(&of(Desk::City, two), Dimension::Timeliness), None);
    assert!(cells(&of(Desk::City, three), Dimension::Timeliness).is_some());
    let own = cells(&of(one, one), Dimension::Timeliness).unwrap();
    assert_eq!(
        own,
        [None, None, Some(0), Some(0)],
        "it has no neighbours to subtract"
    );
    let below = Desk::Street(District::all()[0].streets()[0]);
    assert_eq!(cells(&of(Desk::City, below), Dimension::Timeliness), None);
}

#[test]
fn of_a_place_with_few_nothing_is_said() {
    let [one, two] = [0, 1].map(|at| Desk::District(District::all()[at]));
    let counted = [at(one, [3, 0, 0, 0]), at(two, [30, 0, 0, 0])].concat();
    let city = Overview::new(&counted, quarter(), Desk::City, Desk::City);
    assert_eq!(city.sum, Shown::Exact(33));
    assert_eq!((place(&city, one), place(&city, two)), (None, None));
    for district in [one, two] {
        let seen = Overview::new(&counted, quarter(), Desk::City, district);
        assert_eq!(seen.sum, Shown::Hidden);
        assert!(seen.tables.iter().all(|table| table.cells.is_none()));
        assert!(seen.places.iter().all(|(_, shown)| *shown == Shown::Hidden));
    }
    let own = Overview::new(&counted, quarter(), one, one);
    assert_eq!(own.sum, Shown::Hidden);
    let late = cells(&own, Dimension::Timeliness).unwrap();
    assert_eq!(
        late, [None; 4],
        "that all were in time would be said of each"
    );
}

#[test]
fn quarters_follow_one_another_and_end_with_their_days() {
    let moment = |text| BeijingTime::from_rfc3339(text).unwrap();
    let quarter = Quarter::of(moment("2026-01-01T00:00:00+08:00"));
    let codes: Vec<_> = quarter
        .and_before()
        .take(3)
        .map(|each| each.to_string())
        .collect();
    assert_eq!(codes, ["2026-1", "2025-4", "2025-3"]);
    assert_eq!(quarter.from(), moment("2026-01-01T00:00:00+08:00"));
    assert_eq!(quarter.until(), moment("2026-04-01T00:00:00+08:00"));
    assert_eq!(
        Quarter::of(moment("2025-12-31T23:59:59+08:00")).to_string(),
        "2025-4"
    );
    for wrong in [
        "2026-0", "2026-5", "2026-04", "2026", "x-1", "1900-1", "+2026-1",
    ] {
        assert_eq!(Quarter::from_code(wrong), None, "{wrong}");
    }
}

#[test]
fn weeks_begin_on_mondays_and_are_cut_off_with_the_quarter() {
    let quarter = quarter();
    let weeks: Vec<_> = quarter.weeks().iter().map(ToString::to_string).collect();
    assert_eq!(weeks.len(), 14);
    assert_eq!(weeks[..2], ["2026-10-01", "2026-10-05"]);
    assert_eq!(weeks[13], "2026-12-28");
    let ends: Vec<_> = quarter
        .weeks()
        .iter()
        .map(|first| quarter.week_end(*first).to_string())
        .collect();
    assert_eq!(ends[..2], ["2026-10-04", "2026-10-11"]);
    assert_eq!(ends[13], "2026-12-31");
}

#[test]
fn stations_are_told_apart_by_when_they_were_confirmed() {
    use crate::city::City;
    use crate::demonstration;
    let now = BeijingTime::from_rfc3339("2026-11-20T12:00:00+08:00").unwrap();
    let city = City::from_stations(&demonstration::stations(), true);
    let whole = ages(city.places(), Desk::City, now);
    let districts = District::all()
        .iter()
        .map(|district| ages(city.places(), Desk::District(*district), now));
    let sums = districts.fold(vec![0; Age::ALL.len()], |sums, counts| {
        sums.iter()
            .zip(counts)
            .map(|(sum, count)| sum + count)
            .collect()
    });
    assert_eq!(whole, sums);
    assert!(whole.iter().sum::<u32>() > 8000);
}
