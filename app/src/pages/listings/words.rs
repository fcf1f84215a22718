//! Columns, aspects and what was done, in words.

use crate::wording::Lang;
use domain::class::Mode;
use domain::geo::Datum;
use domain::listing::entry::{Aspect, Cause};
use domain::listing::history::{Batch, By};
use domain::listing::{Column, Subject};
use domain::station::{Access, Amenity, Kind};
use domain::time::BeijingTime;

messages! {
    by_operator: "系统管理方" / "whoever runs the site";
    before_history: "有记录以前" / "before records began";
    status_active: "正常开放" / "Open as usual";
    status_for_a_time: "暂时关闭" / "Closed for a time";
    status_for_good: "永久关闭" / "Closed for good";
    says_nothing: "没有写" / "nothing";
}

/// The column that names an entry.
pub(super) const fn naming(subject: Subject) -> Column {
    match subject {
        Subject::Stations => Column::Name,
        Subject::Classes => Column::Host,
    }
}

impl Lang {
    /// What an aspect is called.
    pub(in crate::pages) fn aspect(self, aspect: Aspect) -> &'static str {
        let en = match aspect {
            Aspect::Name => "Name",
            Aspect::Host => "Run by",
            Aspect::Kinds => "Kinds",
            Aspect::Mode => "Mode",
            Aspect::Place => "District and street",
            Aspect::Address => "Address",
            Aspect::Position => "Position",
            Aspect::Hours => "Hours",
            Aspect::Amenities => "Amenities",
            Aspect::Access => "Who may come in",
            Aspect::ShowAtDoor => "To show at the door",
            Aspect::Phone => "Telephone",
            Aspect::Life => "Open or closed",
            Aspect::Grades => "Grades",
            Aspect::Sessions => "Sessions",
            Aspect::DailyHours => "Hours of a day",
            Aspect::Enrolment => "Enrolment",
            Aspect::Places => "Places",
            Aspect::Fee => "Fee in yuan",
            Aspect::Contact => "Whom to ask",
            Aspect::Verified => "Confirmed",
        };
        self.pick(aspect.name_zh(), en)
    }

    /// What was done.
    pub(super) fn cause(self, cause: Cause) -> &'static str {
        self.pick(cause.name_zh(), cause.name_en())
    }

    /// Who did it.
    pub(super) fn by(self, by: &By) -> &str {
        match by.name.as_str() {
            "" => self.by_operator(),
            name => name,
        }
    }

    /// When it was done, by whom, and who was the second.
    pub(super) fn when_and_who(self, batch: &Batch, now: BeijingTime) -> String {
        let at = batch.at.map_or_else(
            || self.before_history().to_owned(),
            |at| self.day_and_time(at, now),
        );
        let second = batch.second.as_ref();
        let second = second.map(|second| [" + ", self.by(second)].concat());
        [
            &at,
            " · ",
            self.by(&batch.by),
            second.as_deref().unwrap_or_default(),
        ]
        .concat()
    }

    /// What stands in a column, as people say it.
    pub(in crate::pages) fn cell(self, column: Column, text: &str) -> String {
        let each = |one: fn(Self, &str) -> Option<&'static str>| {
            let words = text.split(';').map(|code| one(self, code).unwrap_or(code));
            words.collect::<Vec<_>>().join(self.pick("、", ", "))
        };
        match column {
            Column::Kinds => each(|lang, code| Some(lang.kind(Kind::from_code(code)?))),
            Column::Amenities => each(|lang, code| Some(lang.amenity(Amenity::from_code(code)?))),
            Column::AmenitiesAbsent => {
                let without = each(|lang, code| Some(lang.amenity(Amenity::from_code(code)?)));
                [self.pick("没有：", "without: "), &without].concat()
            }
            Column::Access => each(|lang, code| Some(lang.access(Access::from_code(code)?))),
            Column::Mode => each(|lang, code| Some(lang.class_mode(Mode::from_code(code)?))),
            Column::Status => self.status(text).to_owned(),
            Column::ClosedFrom => [self.pick("从 ", "from "), text].concat(),
            Column::ClosedUntil => [self.pick("到 ", "until "), text].concat(),
            Column::Successor => {
                let (before, after) = (
                    self.pick("由 № ", "taken over by № "),
                    self.pick(" 接替", ""),
                );
                [before, text, after].concat()
            }
            _ => text.to_owned(),
        }
    }

    /// Whether something is open, by the code of its status.
    pub(super) fn status(self, code: &str) -> &'static str {
        match code {
            "closed" => self.status_for_good(),
            "temporarily_closed" => self.status_for_a_time(),
            _ => self.status_active(),
        }
    }

    /// A datum, with whose maps have it.
    pub(super) const fn datum(self, datum: Datum) -> &'static str {
        match datum {
            Datum::Wgs84 => self.pick("WGS-84（手机定位、天地图）", "WGS-84 (phones, Tianditu)"),
            Datum::Gcj02 => self.pick("GCJ-02（高德、腾讯）", "GCJ-02 (AMap, Tencent)"),
            Datum::Bd09 => self.pick("BD-09（百度）", "BD-09 (Baidu)"),
        }
    }
}
