//! The intervals of one day.

/// Minutes of a day.
pub(crate) const DAY_MINUTES: u16 = 1440;

/// From one minute to another, the end excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    /// Minutes after the day's midnight, 0 to 1439.
    pub opens: u16,
    /// Minutes after the same midnight, later than `opens`; above 1440 it ends on the next day.
    pub closes: u16,
}

/// The intervals of a day, in order and with a gap between each two; none is closed.
///
/// An interval that runs past midnight belongs to the day on which it opened.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct Day(Vec<Interval>);

impl Day {
    /// Closed all day.
    pub const CLOSED: Self = Self(Vec::new());

    /// Open from midnight to midnight.
    pub fn around_the_clock() -> Self {
        Self(vec![Interval {
            opens: 0,
            closes: DAY_MINUTES,
        }])
    }

    /// Intervals that touch become one. `None` if one ends before it begins or opens after the
    /// day's end, if they overlap or are out of order, or if they span more than 24 hours.
    ///
    /// ```
    /// # use domain::hours::{Day, Interval};
    /// let span = |opens: u16, closes: u16| Interval { opens: opens * 60, closes: closes * 60 };
    /// let day = Day::new([span(8, 12), span(12, 14), span(20, 26)]).unwrap();
    /// assert_eq!(day.intervals(), [span(8, 14), span(20, 26)]);
    /// assert_eq!(Day::new([span(8, 12), span(11, 14)]), None);
    /// ```
    pub fn new(intervals: impl IntoIterator<Item = Interval>) -> Option<Self> {
        let mut day: Vec<Interval> = Vec::new();
        for interval in intervals {
            if interval.opens >= DAY_MINUTES || interval.closes <= interval.opens {
                return None;
            }
            match day.last_mut() {
                Some(last) if interval.opens < last.closes => return None,
                Some(last) if interval.opens == last.closes => last.closes = interval.closes,
                _ => day.push(interval),
            }
        }
        if let (Some(first), Some(last)) = (day.first(), day.last())
            && last.closes - first.opens > DAY_MINUTES
        {
            return None;
        }
        Some(Self(day))
    }

    /// In order, with a gap between each two.
    pub fn intervals(&self) -> &[Interval] {
        &self.0
    }

    /// Whether it does not open at all.
    pub fn is_closed(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it is open from midnight to midnight.
    pub fn is_around_the_clock(&self) -> bool {
        matches!(
            self.0[..],
            [Interval {
                opens: 0,
                closes: DAY_MINUTES
            }]
        )
    }

    /// How many minutes of the next day the last interval reaches into.
    pub(crate) fn minutes_past_midnight(&self) -> u16 {
        self.0
            .last()
            .map_or(0, |last| last.closes.saturating_sub(DAY_MINUTES))
    }
}
