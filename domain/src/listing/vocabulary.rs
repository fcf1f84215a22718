//! The words that stand in cells, and the forms people write them in.

use crate::geo::Datum;
use crate::places::{District, Street};
use crate::station::{Access, Amenity, Kind};
use chrono::{Datelike, NaiveDate};

/// A closed value and the other words it is known by.
pub(super) type Words<T> = &'static [(T, &'static [&'static str])];

const KINDS: Words<Kind> = &[
    (
        Kind::CaringStation,
        &["驿站", "工会暖心驿站", "户外劳动者暖心驿站"],
    ),
    (Kind::ServiceStation, &["服务站", "街乡工会服务站"]),
    (Kind::WorkersHome, &["职工之家"]),
    (Kind::ServiceCentre, &["服务中心", "工会职工服务中心"]),
    (Kind::PsychologicalStation, &["心灵驿站"]),
    (Kind::NursingRoom, &["母婴室", "母婴关爱室(母婴室)"]),
    (Kind::DriversHome, &["货车司机之家"]),
    (Kind::Library, &["书屋"]),
    (Kind::TrainingSite, &["培训示范点", "教育培训示范点"]),
];

const AMENITIES: Words<Amenity> = &[
    (
        Amenity::HotMeal,
        &["微波炉", "加热饭菜", "热饭设备", "热餐"],
    ),
    (
        Amenity::DrinkingWater,
        &["饮水机", "饮用水", "热水", "开水", "喝水"],
    ),
    (
        Amenity::Charging,
        &["手机充电", "充电插座", "充电设备", "充电宝"],
    ),
    (Amenity::AirConditioning, &["冷暖空调", "暖气", "制冷取暖"]),
    (
        Amenity::FirstAid,
        &["医药箱", "急救箱", "急救药箱", "应急药箱", "急救药品"],
    ),
    (
        Amenity::Network,
        &["wifi", "wi-fi", "无线网", "无线网络", "免费wifi"],
    ),
    (
        Amenity::Books,
        &["书报", "书籍", "报刊", "图书报刊", "书刊"],
    ),
    (Amenity::Toilet, &["厕所", "洗手间"]),
    (
        Amenity::Rest,
        &["桌椅", "座椅", "休息座椅", "休息区", "歇脚"],
    ),
    (Amenity::RainGear, &["雨伞", "雨衣"]),
    (Amenity::NursingSpace, &["母婴室", "哺乳室", "母婴设施"]),
    (Amenity::TruckParking, &["货车停车位", "货车车位"]),
    (Amenity::StepFree, &["无障碍设施", "无障碍通道", "轮椅通道"]),
];

const ACCESS: Words<Access> = &[
    (
        Access::Public,
        &[
            "公开",
            "公众",
            "社会公众",
            "所有人",
            "户外劳动者",
            "全体职工",
        ],
    ),
    (Access::Members, &["会员", "工会会员", "仅工会会员"]),
    (
        Access::UnitOnly,
        &["本单位", "本单位职工", "仅本单位职工", "内部", "不对外开放"],
    ),
    (Access::Unknown, &["不详", "不清楚"]),
];

const DATUMS: Words<Datum> = &[
    (
        Datum::Wgs84,
        &[
            "wgs84",
            "gps",
            "cgcs2000",
            "国家2000",
            "天地图",
            "epsg:4326",
        ],
    ),
    (
        Datum::Gcj02,
        &[
            "gcj02",
            "火星坐标",
            "火星坐标系",
            "国测局",
            "高德",
            "腾讯",
            "amap",
        ],
    ),
    (
        Datum::Bd09,
        &["bd09", "bd09ll", "百度", "百度坐标", "baidu"],
    ),
];

/// Whether a place is in use, before its dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum InUse {
    Active,
    TemporarilyClosed,
    Closed,
}

const STATUSES: Words<InUse> = &[
    (
        InUse::Active,
        &[
            "active",
            "正常",
            "正常开放",
            "开放",
            "在用",
            "运行中",
            "open",
        ],
    ),
    (
        InUse::TemporarilyClosed,
        &[
            "temporarily_closed",
            "暂停",
            "暂停开放",
            "暂停服务",
            "临时关闭",
        ],
    ),
    (
        InUse::Closed,
        &[
            "closed",
            "已关闭",
            "关闭",
            "永久关闭",
            "已撤销",
            "撤销",
            "停用",
            "已停用",
        ],
    ),
];

const ANSWERS: Words<Option<bool>> = &[
    (
        Some(true),
        &[
            "有", "是", "√", "✓", "✔", "1", "y", "yes", "true", "present",
        ],
    ),
    (
        Some(false),
        &[
            "无", "没有", "否", "×", "✗", "✘", "x", "0", "n", "no", "false", "absent",
        ],
    ),
    (None, &["", "未知", "不详", "unknown", "-", "—", "?"]),
];

const DEVELOPMENT_AREA: &[&str] = &[
    "经济技术开发区",
    "经开区",
    "北京经开区",
    "亦庄经开区",
    "开发区",
];

pub(super) fn kind(word: &str) -> Option<Kind> {
    coded(Kind::ALL, Kind::code, Kind::name_zh, word).or_else(|| find(KINDS, word))
}

pub(super) fn amenity(word: &str) -> Option<Amenity> {
    coded(Amenity::ALL, Amenity::code, Amenity::name_zh, word).or_else(|| find(AMENITIES, word))
}

pub(super) fn access(word: &str) -> Option<Access> {
    coded(Access::ALL, Access::code, Access::name_zh, word).or_else(|| find(ACCESS, word))
}

/// The datum that people mean by `word`, such as GCJ-02, gcj02 or 高德.
pub fn datum(word: &str) -> Option<Datum> {
    find(DATUMS, word)
}

pub(super) fn status(word: &str) -> Option<InUse> {
    find(STATUSES, word)
}

/// `Some(None)` is an answer too: it is not known.
pub(super) fn answer(word: &str) -> Option<Option<bool>> {
    find(ANSWERS, word)
}

/// By name, with or without 区, in Chinese or English, or by code.
pub(super) fn district(word: &str) -> Option<District> {
    let wanted = key(word);
    let wanted = wanted.strip_prefix("北京市").unwrap_or(&wanted);
    if let Ok(code) = wanted.parse() {
        return District::from_code(code);
    }
    if DEVELOPMENT_AREA.contains(&wanted) {
        return Some(District::DEVELOPMENT_AREA);
    }
    District::all().iter().copied().find(|district| {
        let zh = district.name_zh();
        zh == wanted
            || zh.strip_suffix('区') == Some(wanted)
            || same(
                district.name_en(),
                wanted.strip_suffix("district").unwrap_or(wanted),
            )
    })
}

/// Every street that may be meant, in `district` or in all: by code, by whole name, or by the
/// name without 街道, 地区, 镇 or 乡, as people shorten it.
pub(super) fn streets(word: &str, district: Option<District>) -> Vec<Street> {
    let wanted = key(word);
    let wanted = wanted.strip_suffix("办事处").unwrap_or(&wanted);
    if let Ok(code) = wanted.parse() {
        return Street::from_code(code).into_iter().collect();
    }
    let among = || {
        let districts = District::all().iter().copied();
        districts
            .filter(|candidate| district.is_none_or(|stated| stated == *candidate))
            .flat_map(|candidate| candidate.streets().iter().copied())
    };
    let whole: Vec<_> = among()
        .filter(|street| street.name_zh() == wanted)
        .collect();
    if whole.is_empty() {
        among()
            .filter(|street| stem(street.name_zh()) == stem(wanted))
            .collect()
    } else {
        whole
    }
}

fn stem(name: &str) -> &str {
    ["街道", "地区", "镇", "乡"]
        .iter()
        .find_map(|suffix| name.strip_suffix(suffix))
        .unwrap_or(name)
}

/// 2026-11-03, 2026/11/3, 2026.11.3, 2026年11月3日 or 20261103; a time of day after it is dropped.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    let text = narrow(text);
    let day = text.trim().split([' ', 'T']).next()?;
    let parts: Vec<&str> = day
        .trim_end_matches('日')
        .split(['-', '/', '.', '年', '月'])
        .collect();
    let (year, month, day) = match parts[..] {
        [year, month, day] => (year, month, day),
        [digits] if digits.len() == 8 && digits.is_ascii() => {
            (&digits[..4], &digits[4..6], &digits[6..])
        }
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        .filter(|date| (1949..2200).contains(&date.year()))
}

/// A list as people write it.
pub(super) fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(['、', '，', ',', '；', ';', '/', '／', '|', '｜', '\n'])
        .map(str::trim)
        .filter(|word| !word.is_empty())
}

/// Full-width letters, digits and signs as their ASCII forms.
pub(super) fn narrow(text: &str) -> String {
    text.chars().map(narrow_char).collect()
}

fn narrow_char(c: char) -> char {
    const SHIFT: u32 = '！' as u32 - '!' as u32;
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - SHIFT).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}

/// The form in which words are compared.
pub(super) fn key(word: &str) -> String {
    plain(word).collect()
}

/// Whether two words are the same but for width, case, spaces and the signs around them.
pub(super) fn same(a: &str, b: &str) -> bool {
    plain(a).eq(plain(b))
}

fn plain(word: &str) -> impl Iterator<Item = char> {
    word.chars()
        .map(|c| narrow_char(c).to_ascii_lowercase())
        .filter(|c| !c.is_whitespace() && !matches!(c, '_' | '-' | '*' | ':' | '\''))
}

pub(super) fn coded<T: Copy>(
    all: &[T],
    code: impl Fn(T) -> &'static str,
    name_zh: impl Fn(T) -> &'static str,
    word: &str,
) -> Option<T> {
    let named = |value: &&T| same(code(**value), word) || same(name_zh(**value), word);
    all.iter().find(named).copied()
}

pub(super) fn find<T: Copy>(words: Words<T>, word: &str) -> Option<T> {
    let known = |(_, forms): &&(T, &[&str])| forms.iter().any(|form| same(form, word));
    words.iter().find(known).map(|(value, _)| *value)
}
