//! The columns of a listing: their names in files, and what stands in them.

use super::vocabulary::{self, same};
use crate::station::Amenity;

/// What a listing lists, and so which columns it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// Stations; each amenity may have a column of its own.
    Stations,
    /// Holiday classes.
    Classes,
}

/// A column of a listing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(
    missing_docs,
    reason = "the table below says what each one holds, and the README shows it"
)]
pub enum Column {
    Id,
    Reference,
    Name,
    Kinds,
    District,
    Street,
    Address,
    Lat,
    Lng,
    Position,
    Datum,
    Hours,
    Amenities,
    AmenitiesAbsent,
    Access,
    ShowAtDoor,
    Phone,
    VerifiedOn,
    VerifiedBy,
    Status,
    ClosedFrom,
    ClosedUntil,
    Successor,
    Host,
    Mode,
    Grades,
    Sessions,
    FirstDay,
    LastDay,
    DailyHours,
    EnrolmentOpens,
    EnrolmentCloses,
    Places,
    Fee,
    Contact,
}

/// How a column is called and what it holds.
#[derive(Clone, Copy, Debug)]
pub struct ColumnHelp {
    /// Which.
    pub column: Column,
    /// Its name in the files that this site writes.
    pub code: &'static str,
    /// Other names by which it is known, the usual one first. Case, spaces, hyphens and
    /// anything in brackets do not matter.
    pub aliases: &'static [&'static str],
    /// What stands in it.
    pub holds: &'static str,
}

impl Column {
    /// Every column.
    #[rustfmt::skip]
    pub const ALL: &[ColumnHelp] = &[
        column(Self::Id, "id", &["站点id", "班级id"], "The number by which this site knows it, if it already has one"),
        column(Self::Reference, "ref", &["编号", "站点编号", "班级编号", "序列号", "reference"], "The listing's own mark of it; unique"),
        column(Self::Name, "name", &["名称", "站点名称", "驿站名称", "服务点名称", "站点"], "**Needed.** The name"),
        column(Self::Kinds, "kinds", &["类型", "种类", "站点类型", "服务类型", "kind", "type"], "**Needed.** One or more kinds, such as 暖心驿站、职工书屋"),
        column(Self::District, "district", &["区", "所属区", "区县", "所在区", "行政区"], "**Needed**, unless the street tells. Name or six-digit code"),
        column(Self::Street, "street", &["街道", "乡镇", "街道乡镇", "所属街道", "所属街乡", "所在街道"], "Street or township: name or nine-digit code"),
        column(Self::Address, "address", &["地址", "详细地址", "站点地址", "开班地址", "addr"], "The address"),
        column(Self::Lat, "lat", &["纬度", "latitude", "y"], "Degrees north"),
        column(Self::Lng, "lng", &["经度", "longitude", "lon", "x"], "Degrees east"),
        column(Self::Position, "position", &["坐标", "经纬度", "经度,纬度", "location", "coordinates"], "Instead of the two: longitude, a comma, latitude"),
        column(Self::Datum, "datum", &["坐标系", "坐标系统", "坐标类型", "crs"], "WGS-84, GCJ-02 (AMap, Tencent) or BD-09 (Baidu); or name it once for the whole file"),
        column(Self::Hours, "hours", &["开放时间", "营业时间", "服务时间", "开门时间", "opening_hours"], "When it is open, as people write it or as OpenStreetMap `opening_hours`"),
        column(Self::Amenities, "amenities", &["设施", "服务内容", "配套设施", "服务设施", "服务项目"], "What it has: 热饭、饮水、充电… Or one column for each, with 有 or 无"),
        column(Self::AmenitiesAbsent, "amenities_absent", &["没有的设施", "缺少设施", "无此设施"], "What it is known not to have"),
        column(Self::Access, "access", &["开放对象", "服务对象", "开放范围"], "对外开放, 仅会员 or 仅本单位"),
        column(Self::ShowAtDoor, "show_at_door", &["凭证", "出示凭证", "进门凭证", "入站凭证"], "What to show at the door"),
        column(Self::Phone, "phone", &["电话", "联系电话", "咨询电话", "tel", "telephone"], "Telephone"),
        column(Self::VerifiedOn, "verified_on", &["核实日期", "核实时间", "核验日期", "更新日期"], "When somebody last confirmed all this: 2026-11-03, 2026/11/3, 2026年11月3日…"),
        column(Self::VerifiedBy, "verified_by", &["核实人", "核验人", "核实单位"], "Who did"),
        column(Self::Status, "status", &["状态", "站点状态", "运行状态"], "正常, 暂停开放 or 已关闭; blank is 正常"),
        column(Self::ClosedFrom, "closed_from", &["关闭日期", "暂停起", "暂停开始", "停用日期"], "The first day of the closure"),
        column(Self::ClosedUntil, "closed_until", &["暂停止", "暂停结束", "暂停截止"], "The last day of a temporary closure"),
        column(Self::Successor, "successor", &["接替", "接替站点", "替代站点"], "The `ref` or `id` of the place that took over from a closed one"),
        column(Self::Host, "host", &["主办", "主办单位", "开班单位", "名称", "name"], "**Needed.** The union or employer that runs it"),
        column(Self::Mode, "mode", &["模式", "开办模式", "开班模式", "类型"], "**Needed.** `employer` 单位办, `area` 街道社区办 or `joint` 合办"),
        column(Self::Grades, "grades", &["年级", "招收年级", "招生年级", "grade"], "Which grades it takes: 1-4, 三至六年级… Blank is those of the rule"),
        column(Self::Sessions, "sessions", &["班期", "期次", "开班时间", "session"], "When it runs: 2027-07-12至2027-08-06, several with 、 between them"),
        column(Self::FirstDay, "first_day", &["开班日期", "开始日期"], "Instead: the first day of its only session"),
        column(Self::LastDay, "last_day", &["结束日期", "结班日期"], "and the last"),
        column(Self::DailyHours, "daily_hours", &["每日时间", "每天时间", "托管时间"], "From when to when on a day: 8:30-17:30"),
        column(Self::EnrolmentOpens, "enrolment_opens", &["报名开始", "报名开始日期"], "The first day on which one may enrol"),
        column(Self::EnrolmentCloses, "enrolment_closes", &["报名截止", "报名截止日期", "报名结束"], "The last"),
        column(Self::Places, "places", &["名额", "招收人数", "人数"], "How many children it takes"),
        column(Self::Fee, "fee", &["费用", "收费", "收费标准"], "Yuan for a session; 0 or 免费 is free, blank is not stated"),
        column(Self::Contact, "contact", &["联系方式", "联系人", "电话", "联系电话", "咨询电话", "phone", "tel"], "Whom to ask"),
    ];

    /// The column whose name in the files of this site is `code`.
    pub fn from_code(code: &str) -> Option<Self> {
        let help = Self::ALL.iter().find(|help| help.code == code);
        help.map(|help| help.column)
    }

    /// Its name and what it holds.
    pub fn help(self) -> &'static ColumnHelp {
        &Self::ALL[self as usize]
    }
}

const fn column(
    column: Column,
    code: &'static str,
    aliases: &'static [&'static str],
    holds: &'static str,
) -> ColumnHelp {
    ColumnHelp {
        column,
        code,
        aliases,
        holds,
    }
}

impl Subject {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Stations, Self::Classes];

    /// What it is called in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Stations => "stations",
            Self::Classes => "classes",
        }
    }

    /// The listing that is called so.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|subject| subject.code() == code)
    }

    /// Its columns, in the order in which this site writes them.
    #[rustfmt::skip]
    pub const fn columns(self) -> &'static [Column] {
        use Column::*;
        match self {
            Self::Stations => &[
                Id, Reference, Name, Kinds, District, Street, Address, Lat, Lng, Position, Datum,
                Hours, Amenities, AmenitiesAbsent, Access, ShowAtDoor, Phone, VerifiedOn,
                VerifiedBy, Status, ClosedFrom, ClosedUntil, Successor,
            ],
            Self::Classes => &[
                Id, Reference, Host, Mode, District, Street, Address, Lat, Lng, Position, Datum,
                Grades, Sessions, FirstDay, LastDay, DailyHours, EnrolmentOpens, EnrolmentCloses,
                Places, Fee, Contact, VerifiedOn, VerifiedBy,
            ],
        }
    }

    /// Those that a file cannot be without, beside the place.
    pub(super) const fn needed(self) -> &'static [Column] {
        match self {
            Self::Stations => &[Column::Name, Column::Kinds],
            Self::Classes => &[Column::Host, Column::Mode],
        }
    }

    /// The columns as a Markdown table, for the README.
    pub fn columns_markdown(self) -> String {
        let rows = self.columns().iter().map(|column| {
            let ColumnHelp {
                code,
                aliases,
                holds,
                ..
            } = column.help();
            format!("| `{code}` | {} | {holds} |\n", aliases.join(" · "))
        });
        let head = "| column | also called | what it holds |\n|---|---|---|\n".to_owned();
        std::iter::once(head).chain(rows).collect()
    }

    /// What `header` stands for; `None` if it is not known.
    pub(super) fn field(self, header: &str) -> Option<Field> {
        let wanted = without_brackets(header);
        let column = self.columns().iter().find(|column| {
            let help = column.help();
            let mut names = std::iter::once(&help.code).chain(help.aliases);
            names.any(|name| same(name, wanted))
        });
        match (column, self) {
            (Some(column), _) => Some(Field::Column(*column)),
            (None, Self::Stations) => vocabulary::amenity(wanted).map(Field::Amenity),
            (None, Self::Classes) => None,
        }
    }
}

/// Whether this site writes that column: what can be said in two ways it says in one, and the
/// listing's own mark is not kept.
pub(super) fn is_written(column: Column) -> bool {
    use Column::{FirstDay, LastDay, Position, Reference};
    !matches!(column, Reference | Position | FirstDay | LastDay)
}

/// What a header stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// A column of its own.
    Column(Column),
    /// Yes or no for one amenity.
    Amenity(Amenity),
    /// No header: the row has more cells than the header.
    Beyond,
}

/// 名称（必填） is 名称.
fn without_brackets(header: &str) -> &str {
    let end = header.find(['(', '（', '[', '【']).filter(|end| *end > 0);
    &header[..end.unwrap_or(header.len())]
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn the_table_is_in_the_order_of_the_columns() {
        for (index, help) in Column::ALL.iter().enumerate() {
            assert_eq!(help.column as usize, index, "{}", help.code);
        }
    }

    #[test]
    fn no_name_stands_for_two_columns() {
        for subject in [Subject::Stations, Subject::Classes] {
            no_name_stands_for_two(subject);
        }
    }

    fn no_name_stands_for_two(subject: Subject) {
        let mut seen = BTreeMap::new();
        for help in subject.columns().iter().map(|column| column.help()) {
            for name in std::iter::once(&help.code).chain(help.aliases) {
                assert_eq!(
                    seen.insert(vocabulary::key(name), help.code),
                    None,
                    "{name}"
                );
                assert_eq!(vocabulary::amenity(name), None, "{name}");
            }
        }
    }

    #[track_caller]
    fn check(header: &str, expected: Option<Field>) {
        assert_eq!(Subject::Stations.field(header), expected);
    }

    #[test]
    fn headers_are_known_however_they_are_written() {
        check("站点名称", Some(Field::Column(Column::Name)));
        check(" 名称（必填）", Some(Field::Column(Column::Name)));
        check("Opening Hours", Some(Field::Column(Column::Hours)));
        check("ＬＡＴ", Some(Field::Column(Column::Lat)));
        check("经度，纬度", Some(Field::Column(Column::Position)));
        check("微波炉", Some(Field::Amenity(Amenity::HotMeal)));
        check("备注", None);
        check("（）", None);
        check("", None);
    }
}
