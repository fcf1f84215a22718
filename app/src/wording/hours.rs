//! Opening hours in words, as one would write them on a door.

use crate::wording::Lang;
use crate::wording::dates::{clock, month_en};
use chrono::{NaiveDate, Weekday};
use domain::hours::{Day, HolidayRule, Hours, MonthDay, Schedule, Season, Span};

const WEEK: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];

impl Lang {
    /// A line for each part of the week, each season and what happens on days off; none if nobody knows.
    pub(crate) fn hours_in_words(self, hours: &Hours) -> Vec<String> {
        match hours {
            Hours::Unstated => Vec::new(),
            Hours::Unread(text) => vec![text.clone()],
            Hours::Known(schedule) => self.schedule(schedule),
        }
    }

    fn schedule(self, schedule: &Schedule) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for season in schedule.seasons() {
            lines.extend(self.season(season));
        }
        let days_off = self.pick("法定节假日", "Public holidays");
        match schedule.holidays() {
            HolidayRule::AsUsual | HolidayRule::NotStated => {}
            HolidayRule::Closed => lines.push(format!("{days_off} {}", self.no_hours())),
            HolidayRule::Own(day) => lines.push(format!("{days_off} {}", self.hours_of(day))),
        }
        lines
    }

    fn season(self, season: &Season) -> Vec<String> {
        let prefix = match season.span == Span::YEAR {
            true => String::new(),
            false => {
                let (from, to) = (season.span.from(), season.span.to());
                format!("{}–{} ", self.month_day(from), self.month_day(to))
            }
        };
        let mut lines = Vec::new();
        let mut first = 0;
        while first < WEEK.len() {
            let day = &season.week[first];
            let same = season.week[first..]
                .iter()
                .take_while(|other| *other == day);
            let last = first + same.count() - 1;
            let days = match (first, last) {
                (0, 6) => self.pick("每天", "Every day").to_owned(),
                _ if first == last => self.weekday(WEEK[first]).to_owned(),
                _ => {
                    let to = self.pick("至", "–");
                    [self.weekday(WEEK[first]), to, self.weekday(WEEK[last])].concat()
                }
            };
            lines.push(format!("{prefix}{days} {}", self.hours_of(day)));
            first = last + 1;
        }
        lines
    }

    fn hours_of(self, day: &Day) -> String {
        if day.is_closed() {
            return self.no_hours().to_owned();
        }
        if day.is_around_the_clock() {
            return self.pick("24 小时", "24 hours").to_owned();
        }
        let intervals = day.intervals().iter();
        let intervals = intervals.map(|one| [clock(one.opens), clock(one.closes)].join("–"));
        intervals.collect::<Vec<_>>().join(self.pick("、", ", "))
    }

    const fn no_hours(self) -> &'static str {
        self.pick("不开", "closed")
    }

    fn month_day(self, day: MonthDay) -> String {
        // A leap year has every day that a season may begin or end on.
        let date = NaiveDate::from_ymd_opt(2028, day.month().into(), day.day().into());
        match self {
            Self::Zh => format!("{} 月 {} 日", day.month(), day.day()),
            Self::En => format!("{} {}", day.day(), date.map_or("", month_en)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(hours: &str, zh: &[&str], en: &[&str]) {
        let hours = Hours::read(hours);
        assert_eq!(Lang::Zh.hours_in_words(&hours), zh);
        assert_eq!(Lang::En.hours_in_words(&hours), en);
    }

    #[test]
    fn hours_are_said_as_on_a_door() {
        check("", &[], &[]);
        check("24小时", &["每天 24 小时"], &["Every day 24 hours"]);
        check(
            "周一至周五 8:30-12:00、13:00-21:00；周六 10:00-16:00；节假日休息",
            &[
                "周一至周五 8:30–12:00、13:00–21:00",
                "周六 10:00–16:00",
                "周日 不开",
                "法定节假日 不开",
            ],
            &[
                "Mon–Fri 8:30–12:00, 13:00–21:00",
                "Sat 10:00–16:00",
                "Sun closed",
                "Public holidays closed",
            ],
        );
        check("看门口通知", &["看门口通知"], &["看门口通知"]);
    }

    #[test]
    fn seasons_are_named() {
        let words = Lang::Zh.hours_in_words(&Hours::read("Apr 01-Oct 31: 08:00-20:00"));
        let expected = [
            "4 月 1 日–10 月 31 日 每天 8:00–20:00",
            "11 月 1 日–3 月 31 日 每天 不开",
        ];
        assert_eq!(words, expected);
    }
}
