//! The sentences about a listing, in both languages.
//!
//! The only sentences outside `app`: `xtask` prints them on a terminal, without `app`.

use super::problem::{Failure, Problem, Reason, Report, Unopened, Where};
use super::{Column, MAX_BYTES, MAX_CELL_CHARS, MAX_COLUMNS, MAX_LINE_BYTES, MAX_ROWS};

/// A value of a file is shown up to this length.
pub const MAX_SHOWN_CHARS: usize = 60;

/// The same sentence twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bilingual {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl Problem {
    /// Where it is and what is wrong.
    pub fn sentence(&self) -> Bilingual {
        let (at, why) = (place(self.at), self.reason.sentence());
        let quote = |open: &str, close: &str| match (self.column.as_str(), self.value.as_str()) {
            ("", "") => String::new(),
            ("", value) => format!(" {open}{value}{close}"),
            (column, "") => format!(" {column}"),
            (column, value) => format!(" {column} {open}{value}{close}"),
        };
        Bilingual {
            zh: format!("{}{}：{}", at.zh, quote("“", "”"), why.zh),
            en: format!("{}{}: {}", at.en, quote("\"", "\""), why.en),
        }
    }
}

impl Report {
    /// The counts.
    pub fn sentence(&self) -> Bilingual {
        let Self {
            rows,
            loaded,
            with_warnings,
            rejected,
            ..
        } = self;
        say(
            format!(
                "共 {rows} 行，载入 {loaded} 行（其中 {with_warnings} 行有提醒），未载入 {rejected} 行。"
            ),
            format!(
                "{rows} rows: {loaded} loaded ({with_warnings} of them with warnings), {rejected} left out."
            ),
        )
    }
}

impl Reason {
    /// What is wrong and, where it is not plain, what helps.
    pub fn sentence(&self) -> Bilingual {
        let (zh, en) = match self {
            Self::Missing(column) => return missing(&[*column]),
            Self::Repeated { first } => {
                let first = place(*first);
                return say(
                    format!("与{}重复", first.zh),
                    format!("the same as on {}", first.en),
                );
            }
            Self::StreetElsewhere(district) => {
                return say(
                    format!("这个街道属于{}", district.name_zh()),
                    format!("that street is in {}", district.name_en()),
                );
            }
            Self::PointElsewhere(Some(district)) => {
                return say(
                    format!("按示意边界，这个点在{}，请核对", district.name_zh()),
                    format!(
                        "by the rough outlines this point is in {}: please check",
                        district.name_en()
                    ),
                );
            }
            Self::CellTooLong => {
                return say(
                    format!("超过 {MAX_CELL_CHARS} 个字，可能少了一个引号"),
                    format!(
                        "longer than {MAX_CELL_CHARS} characters; perhaps a quotation mark is missing"
                    ),
                );
            }
            Self::PointElsewhere(None) => (
                "按示意边界，这个点不在北京，请核对",
                "by the rough outlines this point is outside Beijing: please check",
            ),
            Self::ExtraCell => (
                "这一行比表头多出一格；格子里有逗号时要加引号",
                "more cells than headers; a cell with a comma in it needs quotation marks",
            ),
            Self::FormulaWithoutValue => (
                "是公式，保存时没有带上结果；请改成结果再导入",
                "a formula saved without its value: put the value there",
            ),
            Self::ErrorValue => (
                "表格里的公式出错了，没有值",
                "a formula failed there: it has no value",
            ),
            Self::Formula => (
                "是公式，现按保存时的结果取值，请核对",
                "a formula; the value saved with it is taken: please check",
            ),
            Self::NotAFeature => ("不是 GeoJSON 要素", "not a GeoJSON feature"),
            Self::NotAPoint => (
                "位置要用一个点（Point）表示",
                "the geometry must be a Point",
            ),
            Self::NotAnId => (
                "编号 id 应是 1 到 999999999 的整数",
                "an id is a whole number from 1 to 999999999",
            ),
            Self::NoSuchId => (
                "没有这个 id；新增的请把 id 留空",
                "nothing has that id: leave it blank for a new one",
            ),
            Self::SeveralSuch => (
                "同名的不止一个，分不清是哪一个；请写上 id",
                "several have that name: give the id of the one you mean",
            ),
            Self::NoKnownKind => ("没有认得的站点类型", "no known kind of station"),
            Self::UnknownDistrict => ("没有这个区", "no district is called that"),
            Self::AmbiguousStreet => (
                "不止一个区有这个街道，请写明区",
                "more than one district has that street: name the district",
            ),
            Self::NotDegrees => ("不是经纬度数字", "not a number of degrees"),
            Self::HalfAPosition => (
                "经度和纬度要么都填，要么都空",
                "give both latitude and longitude, or neither",
            ),
            Self::Swapped => ("经度和纬度填反了", "latitude and longitude are swapped"),
            Self::OutsideBeijing => ("不在北京范围内", "not in Beijing"),
            Self::DatumMissing => ("有坐标，但没有写坐标系", "coordinates without their datum"),
            Self::UnknownDatum => (
                "坐标系应是 WGS-84、GCJ-02 或 BD-09",
                "the datum is WGS-84, GCJ-02 or BD-09",
            ),
            Self::UnknownStatus => (
                "状态应是正常、暂停开放或已关闭",
                "the status is active, temporarily_closed or closed",
            ),
            Self::NotADate => (
                "不是日期，请写成 2026-11-03",
                "not a date: write 2026-11-03",
            ),
            Self::UnknownMode => (
                "模式应是单位办、街道社区办或合办",
                "the mode is employer, area or joint",
            ),
            Self::NotGrades => (
                "年级应是 1 到 16，例如 1-4 或三至六年级",
                "grades are from 1 to 16, such as 1-4",
            ),
            Self::NotASession => (
                "班期要写起止日期，例如 2027-07-12至2027-08-06",
                "a session has a first and a last day: 2027-07-12至2027-08-06",
            ),
            Self::HalfASession => (
                "开班日期和结束日期要么都填，要么都空",
                "give both the first and the last day, or neither",
            ),
            Self::NotANumber => ("名额应是大于 0 的整数", "not a whole number above 0"),
            Self::DailyUnread => (
                "读不懂的每日时间，已留空；请写成 8:30-17:30",
                "not a time from and to, left blank: write 8:30-17:30",
            ),
            Self::FeeUnread => (
                "费用应是整数（元）或免费，现按未说明处理",
                "neither whole yuan nor free; taken as not stated",
            ),
            Self::EndsBeforeItBegins => ("结束早于开始", "it ends before it begins"),
            Self::UnknownStreet => (
                "该区没有这个街道或乡镇，已留空",
                "no street of that district is called that; left blank",
            ),
            Self::UnknownKind => ("不认得这个类型，已略过", "not a known kind; left out"),
            Self::UnknownAmenity => ("不认得这项设施，已略过", "not a known amenity; left out"),
            Self::NeitherYesNorNo => (
                "请填“有”或“无”，现按未知处理",
                "neither yes nor no; taken as unknown",
            ),
            Self::UnknownAccess => (
                "开放对象应是对外开放、仅会员或仅本单位，现按未知处理",
                "access is public, members or unit_only; taken as unknown",
            ),
            Self::VerifiedWhen => (
                "不是日期，现按从未核实处理；请写成 2026-11-03",
                "not a date, taken as never verified: write 2026-11-03",
            ),
            Self::HoursUnread => (
                "读不懂的开放时间，按原文显示，开放状态为未知",
                "hours that could not be read; shown as written, open or not is unknown",
            ),
            Self::UnknownSuccessor => (
                "没有找到接替的站点，已留空",
                "no other row has that ref or id; left blank",
            ),
            Self::NotClosed => ("与状态不符，已略过", "does not fit the status; left out"),
            Self::SaidTwice => (
                "同一内容在另一列有不同写法，以前面一列为准",
                "another column says the same thing differently; the first one counts",
            ),
        };
        say(zh, en)
    }
}

impl Failure {
    /// What is wrong with the file, and the remedy.
    pub fn sentence(&self) -> Bilingual {
        match self {
            Self::TooLarge { bytes } => say(
                format!(
                    "文件有 {} MB，超过上限 {} MB。请分成几个文件。",
                    bytes >> 20,
                    MAX_BYTES >> 20
                ),
                format!(
                    "The file has {} MB, more than {} MB. Split it.",
                    bytes >> 20,
                    MAX_BYTES >> 20
                ),
            ),
            Self::Undecodable => say(
                "无法识别文件的文字编码。请另存为“CSV UTF-8”。",
                "The file is in no known text encoding. Save it as \"CSV UTF-8\".",
            ),
            Self::Workbook(why) => why.sentence(),
            Self::TooLong { at, bytes } => {
                let (at, kb, most) = (place(*at), bytes >> 10, MAX_LINE_BYTES >> 10);
                say(
                    format!(
                        "{}长达 {kb} kB，超过上限 {most} kB。这不像一份清单，请检查文件。",
                        at.zh
                    ),
                    format!(
                        "{} is {kb} kB long, more than {most} kB. That is hardly a listing: check the file.",
                        capitalised(&at.en)
                    ),
                )
            }
            Self::NoHeader => say(
                "前 20 行里没有找到表头。表头要写各列的名称，例如区、地址。",
                "No header in the first 20 rows. It names the columns: district, address…",
            ),
            Self::TooManyColumns { columns } => say(
                format!("共有 {columns} 列，超过上限 {MAX_COLUMNS} 列。请删去不需要的列。"),
                format!(
                    "There are {columns} columns, more than {MAX_COLUMNS}. Remove those that are not needed."
                ),
            ),
            Self::TooManyRows => say(
                format!("超过 {MAX_ROWS} 行。请分成几个文件。"),
                format!("There are more than {MAX_ROWS} rows. Split the file."),
            ),
            Self::MissingColumns(columns) => {
                let missing = missing(columns);
                say(
                    format!("{}。请在表头加上。", missing.zh),
                    format!("{}. Add to the header.", capitalised(&missing.en)),
                )
            }
            Self::NoDatum => say(
                "有坐标，但没有写明坐标系。请加一列“坐标系”，或在载入时指定 WGS-84、GCJ-02（高德、腾讯）或 BD-09（百度）。",
                "There are coordinates, but nothing says in which datum. Add a column `datum`, or name WGS-84, GCJ-02 (AMap, Tencent) or BD-09 (Baidu) when loading the file.",
            ),
            Self::NotJson { line, column } => say(
                format!("以“{{”开头，却不是完整的 JSON：第 {line} 行第 {column} 个字符处有错。"),
                format!("It begins like JSON but is not: see line {line}, character {column}."),
            ),
            Self::NotAFeatureCollection => say(
                "不是 GeoJSON 的 FeatureCollection。请导出为点要素的集合。",
                "It is not a GeoJSON FeatureCollection. Export a collection of point features.",
            ),
            Self::NothingLoaded(report) if report.rows == 0 => {
                say("表头下面什么都没有。", "There is nothing below the header.")
            }
            Self::NothingLoaded(report) => say(
                format!("{} 行全部有错，什么都没有载入。", report.rows),
                format!("All {} rows have errors; nothing was loaded.", report.rows),
            ),
        }
    }
}

impl Unopened {
    fn sentence(self) -> Bilingual {
        let (zh, en) = match self {
            Self::OldFormat => (
                "这是旧版 Excel 的 .xls 文件。请打开它，另存为 .xlsx。",
                "This is an .xls file of an older Excel. Open it and save it as .xlsx.",
            ),
            Self::Locked => (
                "这个文件有密码。请去掉密码再导入。",
                "This file has a password. Save it without one.",
            ),
            Self::Broken => (
                "这个文件不是完整的 .xlsx 表格。请重新另存为 .xlsx 或 CSV。",
                "This is no sound .xlsx file. Save it again as .xlsx or CSV.",
            ),
            Self::TooMuch => (
                "这个文件解压后太大。请只留要导入的表和行，再存一次。",
                "Unpacked, this file is too large. Keep only the sheet and rows to import.",
            ),
            Self::Definitions => (
                "这个文件里有自己的 XML 定义（DTD），不能导入。请用 Excel 或 WPS 重新另存。",
                "This file brings XML definitions of its own (a DTD) and is refused. Save it again with Excel or WPS.",
            ),
            Self::NoSuchSheet => (
                "文件里没有这个工作表，请重新选。",
                "The file has no sheet of that name. Choose again.",
            ),
        };
        say(zh, en)
    }
}

/// At most [`MAX_SHOWN_CHARS`] characters, on one line.
pub(super) fn cut(text: &str) -> String {
    let plain = |c: char| if c.is_control() { ' ' } else { c };
    let mut shown: String = text
        .trim()
        .chars()
        .take(MAX_SHOWN_CHARS)
        .map(plain)
        .collect();
    if text.trim().chars().nth(MAX_SHOWN_CHARS).is_some() {
        shown.push('…');
    }
    shown
}

fn place(at: Where) -> Bilingual {
    match at {
        Where::Line(line) => say(format!("第 {line} 行"), format!("line {line}")),
        Where::Row(row) => say(format!("第 {row} 行"), format!("row {row}")),
        Where::Feature(number) => say(format!("第 {number} 个要素"), format!("feature {number}")),
    }
}

fn missing(columns: &[Column]) -> Bilingual {
    let zh: Vec<_> = columns
        .iter()
        .map(|column| column.help().aliases[0])
        .collect();
    let en: Vec<_> = columns.iter().map(|column| column.help().code).collect();
    say(
        format!("缺少{}", zh.join("、")),
        format!("missing: {}", en.join(", ")),
    )
}

fn capitalised(sentence: &str) -> String {
    let mut rest = sentence.chars();
    let first = rest.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(rest).collect()
}

fn say(zh: impl Into<String>, en: impl Into<String>) -> Bilingual {
    Bilingual {
        zh: zh.into(),
        en: en.into(),
    }
}
