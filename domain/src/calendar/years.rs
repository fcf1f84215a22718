//! The tables, a year each.
//!
//! Source: the State Council's yearly notices on the arrangement of holidays
//! (国务院办公厅关于部分节假日安排的通知), by way of `chinese-days` 1.5.7 (MIT).

use super::Festival::{
    self, DragonBoat, Labour, MidAutumn, National, NewYear, Spring, TombSweeping,
};

/// Month and day.
pub(super) type DayOfYear = (u32, u32);

/// What is special in a year.
pub(super) struct Year {
    pub(super) number: i32,
    /// First and last day of each stretch off, in order.
    pub(super) days_off: &'static [(DayOfYear, DayOfYear, Festival)],
    /// Weekend days that are worked, in order, and for which festival.
    pub(super) make_up: &'static [(DayOfYear, Festival)],
}

pub(super) const YEARS: &[Year] = &[
    Year {
        number: 2025,
        days_off: &[
            ((1, 1), (1, 1), NewYear),
            ((1, 28), (2, 4), Spring),
            ((4, 4), (4, 6), TombSweeping),
            ((5, 1), (5, 5), Labour),
            ((5, 31), (6, 2), DragonBoat),
            ((10, 1), (10, 5), National),
            ((10, 6), (10, 6), MidAutumn),
            ((10, 7), (10, 8), National),
        ],
        make_up: &[
            ((1, 26), Spring),
            ((2, 8), Spring),
            ((4, 27), Labour),
            ((9, 28), National),
            ((10, 11), National),
        ],
    },
    Year {
        number: 2026,
        days_off: &[
            ((1, 1), (1, 3), NewYear),
            ((2, 15), (2, 23), Spring),
            ((4, 4), (4, 6), TombSweeping),
            ((5, 1), (5, 5), Labour),
            ((6, 19), (6, 21), DragonBoat),
            ((9, 25), (9, 27), MidAutumn),
            ((10, 1), (10, 7), National),
        ],
        make_up: &[
            ((1, 4), NewYear),
            ((2, 14), Spring),
            ((2, 28), Spring),
            ((5, 9), Labour),
            ((9, 20), National),
            ((10, 10), National),
        ],
    },
];
