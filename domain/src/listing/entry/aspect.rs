//! What changes together: a group of columns.

use super::super::{Column, Subject};
use super::Cells;
use crate::coded::coded;

coded! {
    /// Something about an entry that is changed, compared and merged as one.
    Aspect,
    /// Several of them.
    AspectSet,
    Name = "name" / "名称",
    Host = "host" / "主办",
    Kinds = "kinds" / "类型",
    Mode = "mode" / "模式",
    Place = "place" / "区和街道",
    Address = "address" / "地址",
    Position = "position" / "坐标",
    Hours = "hours" / "开放时间",
    Amenities = "amenities" / "设施",
    Access = "access" / "开放对象",
    ShowAtDoor = "show_at_door" / "进门凭证",
    Phone = "phone" / "电话",
    Life = "life" / "是否开放",
    Grades = "grades" / "年级",
    Sessions = "sessions" / "班期",
    DailyHours = "daily_hours" / "每日时间",
    Enrolment = "enrolment" / "报名",
    Places = "places" / "名额",
    Fee = "fee" / "费用",
    Contact = "contact" / "联系方式",
    Verified = "verified" / "核实",
}

impl Aspect {
    /// Its columns, as the open data has them.
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Name => &[Column::Name],
            Self::Host => &[Column::Host],
            Self::Kinds => &[Column::Kinds],
            Self::Mode => &[Column::Mode],
            Self::Place => &[Column::District, Column::Street],
            Self::Address => &[Column::Address],
            Self::Position => &[Column::Lat, Column::Lng, Column::Datum],
            Self::Hours => &[Column::Hours],
            Self::Amenities => &[Column::Amenities, Column::AmenitiesAbsent],
            Self::Access => &[Column::Access],
            Self::ShowAtDoor => &[Column::ShowAtDoor],
            Self::Phone => &[Column::Phone],
            Self::Life => &[
                Column::Status,
                Column::ClosedFrom,
                Column::ClosedUntil,
                Column::Successor,
            ],
            Self::Grades => &[Column::Grades],
            Self::Sessions => &[Column::Sessions],
            Self::DailyHours => &[Column::DailyHours],
            Self::Enrolment => &[Column::EnrolmentOpens, Column::EnrolmentCloses],
            Self::Places => &[Column::Places],
            Self::Fee => &[Column::Fee],
            Self::Contact => &[Column::Contact],
            Self::Verified => &[Column::VerifiedOn, Column::VerifiedBy],
        }
    }

    /// Those of a subject, in the order in which they are shown.
    pub fn of(subject: Subject) -> impl Iterator<Item = Self> {
        let has = move |aspect: &Self| subject.columns().contains(&aspect.columns()[0]);
        Self::ALL.iter().copied().filter(has)
    }
}

impl AspectSet {
    /// What differs between two entries.
    pub fn between(one: &Cells, other: &Cells) -> Self {
        let differs = |aspect: &Aspect| {
            let mut columns = aspect.columns().iter();
            columns.any(|column| one.get(*column) != other.get(*column))
        };
        Aspect::ALL.iter().copied().filter(differs).collect()
    }
}
