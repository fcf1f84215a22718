//! Any valid schedule, for property tests.

use super::*;
use chrono::NaiveDate;
use proptest::collection::{btree_map, btree_set, vec};
use proptest::prelude::*;

pub(crate) fn schedules() -> impl Strategy<Value = Schedule> {
    let holidays = prop_oneof![
        Just(HolidayRule::AsUsual),
        Just(HolidayRule::Closed),
        Just(HolidayRule::NotStated),
        days().prop_map(HolidayRule::Own),
    ];
    let exceptions = btree_map(dates(), days(), 0..4);
    (seasons(), holidays, exceptions)
        .prop_filter_map("contradicts itself", |(seasons, holidays, exceptions)| {
            Schedule::new(seasons, holidays, exceptions).ok()
        })
        .prop_filter("longer than what is read", |schedule| {
            osm::write(schedule).len() <= text::MAX_CHARS
        })
}

/// Days around which something changes: holidays, make-up days, the end of the table.
pub(crate) fn dates() -> impl Strategy<Value = NaiveDate> {
    let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
    let near = prop_oneof![
        Just(day("2026-02-14")),
        Just(day("2026-09-25")),
        Just(day("2026-12-29")),
        Just(day("2025-01-25")),
        Just(day("2026-11-20")),
    ];
    (near, 0_u64..12).prop_map(|(day, later)| day + chrono::Days::new(later))
}

fn seasons() -> impl Strategy<Value = Vec<Season>> {
    let part = prop_oneof![3 => weeks().prop_map(Some), 1 => Just(None)];
    let cut =
        (1_u8..=12, 1_u8..=28).prop_map(|(month, day)| MonthDay::new(month, day).expect("exists"));
    let parts = (btree_set(cut, 2..4), vec(part, 4)).prop_map(|(cuts, weeks)| {
        let cuts: Vec<_> = cuts.into_iter().collect();
        let ends = cuts.iter().cycle().skip(1).map(|cut| cut.previous());
        let spans = cuts.iter().zip(ends).map(|(from, to)| Span::new(*from, to));
        let seasons = spans
            .zip(weeks)
            .filter_map(|(span, week)| Some(Season { span, week: week? }));
        seasons.collect()
    });
    prop_oneof![2 => weeks().prop_map(|week| vec![Season::all_year(week)]), 1 => parts]
}

fn weeks() -> impl Strategy<Value = Week> {
    let alike = (days(), days()).prop_map(|(weekday, weekend)| {
        std::array::from_fn(|day| {
            if day < 5 {
                weekday.clone()
            } else {
                weekend.clone()
            }
        })
    });
    prop_oneof![
        alike,
        vec(days(), 7).prop_map(|days| days.try_into().expect("seven"))
    ]
}

fn days() -> impl Strategy<Value = Day> {
    let some =
        (vec(0_u16..96, 0..6), 0_u16..32).prop_filter_map("not a day", |(mut quarters, late)| {
            quarters.sort_unstable();
            if let Some(last) = quarters.last_mut() {
                *last += late;
            }
            let pairs = quarters.chunks_exact(2);
            Day::new(pairs.map(|pair| Interval {
                opens: pair[0] * 15,
                closes: pair[1] * 15,
            }))
        });
    prop_oneof![
        4 => some,
        1 => Just(Day::CLOSED),
        1 => Just(Day::around_the_clock()),
        1 => Just(Day::new([Interval { opens: 1320, closes: 1800 }]).expect("a night")),
    ]
}
