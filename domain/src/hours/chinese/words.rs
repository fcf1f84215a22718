//! The vocabulary.

use super::clock::Half;

/// A word with a meaning of its own. Several spellings share one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// 周 before the name of a day.
    Week,
    Weekend,
    /// Working days of the calendar.
    Workdays,
    /// Every day, statutory days off included.
    EveryDay,
    Holidays,
    /// Statutory days off are as usual.
    HolidaysToo,
    /// From midnight to midnight.
    AroundTheClock,
    /// Every day and around the clock.
    Always,
    Half(Half),
    /// On the day after.
    NextDay,
    /// In the year after.
    NextYear,
    /// The name of a part of the year; the dates say which.
    Season,
    Closed,
    /// A pause, between the times beside it.
    Pause,
    /// No pause at noon.
    NoPause,
    AsUsual,
    /// To be announced.
    Later,
    /// The 除 of 除…外.
    Besides,
    /// 除外, and the 外 of 除…外.
    Except,
    Year,
    Month,
    /// 日 of a date and of 周日.
    Day,
    Hour,
    HalfHour,
    QuarterHour,
    Minute,
    /// Joins what it stands between.
    And,
    /// 至: a dash.
    To,
    /// 一 to 十.
    Numeral(u16),
    /// Says nothing that would change the hours.
    Filler,
}

/// Spellings and meanings; where several fit, the longest is meant.
#[rustfmt::skip]
pub(super) const WORDS: &[(&[&str], Word)] = &[
    (&["周", "每周", "星期", "每星期", "礼拜", "每礼拜", "逢周"], Word::Week),
    (&["周末", "双休日", "双休"], Word::Weekend),
    (&["工作日", "上班日"], Word::Workdays),
    (&["每天", "每日", "天天", "全年", "全年无休", "全年不休", "全年开放", "365天", "全年365天", "常年"], Word::EveryDay),
    (&["节假日", "法定节假日", "法定假日", "法定假期", "法定节日", "国家法定节假日", "国家法定假日", "节日", "假日"], Word::Holidays),
    (&["含节假日", "含法定节假日", "包括节假日", "包含节假日"], Word::HolidaysToo),
    (&["24小时", "24h", "24小时制", "全天", "全天候", "全日", "二十四小时", "24个小时", "24小时不打烊", "昼夜"], Word::AroundTheClock),
    (&["7x24小时", "7x24", "24x7", "24小时x7天", "7天24小时", "7x24h"], Word::Always),
    (&["凌晨"], Word::Half(Half::Dawn)),
    (&["早", "早上", "早晨", "清晨", "上午", "早间"], Word::Half(Half::Morning)),
    (&["中午", "正午"], Word::Half(Half::Noon)),
    (&["下午", "午后"], Word::Half(Half::Afternoon)),
    (&["晚", "晚上", "夜间", "夜晚", "傍晚", "晚间"], Word::Half(Half::Evening)),
    (&["次日", "第二天", "翌日", "隔天", "隔日", "第二日"], Word::NextDay),
    (&["次年", "翌年", "来年", "第二年"], Word::NextYear),
    (&["春季", "夏季", "秋季", "冬季", "夏令时", "冬令时", "夏时制", "冬时制", "春夏季", "秋冬季", "夏秋季", "冬春季", "旺季", "淡季", "供暖季", "采暖季", "非供暖季", "夏天", "冬天"], Word::Season),
    (&["休息", "休", "闭馆", "休馆", "关闭", "关门", "闭店", "停业", "歇业", "放假", "不开放", "不营业", "不服务", "不对外开放", "停止开放", "停止服务", "暂停开放", "暂停服务", "暂停营业", "暂不开放", "暂停对外开放", "全天休息", "全天闭馆", "全天不开放"], Word::Closed),
    (&["午休", "午间休息", "中午休息", "午休时间"], Word::Pause),
    (&["中午不休", "中午不休息", "午间不休", "午间不休息", "不午休", "无午休"], Word::NoPause),
    (&["照常", "正常", "如常", "不休", "不休息", "无休", "照常开放", "正常开放", "照常营业", "正常营业"], Word::AsUsual),
    (&["另行通知", "另行公告", "另行安排", "时间另行通知", "以通知为准", "以公告为准"], Word::Later),
    (&["除", "除了"], Word::Besides),
    (&["除外", "外", "以外", "之外"], Word::Except),
    (&["年"], Word::Year),
    (&["月"], Word::Month),
    (&["日", "号", "天"], Word::Day),
    (&["点", "点钟", "时"], Word::Hour),
    (&["半"], Word::HalfHour),
    (&["一刻", "1刻"], Word::QuarterHour),
    (&["分"], Word::Minute),
    (&["、", "和", "及", "与", "以及", "/"], Word::And),
    (&["至", "到", "-", "--"], Word::To),
    (&["一"], Word::Numeral(1)), (&["二", "两"], Word::Numeral(2)), (&["三"], Word::Numeral(3)),
    (&["四"], Word::Numeral(4)), (&["五"], Word::Numeral(5)), (&["六"], Word::Numeral(6)),
    (&["七"], Word::Numeral(7)), (&["八"], Word::Numeral(8)), (&["九"], Word::Numeral(9)),
    (&["十"], Word::Numeral(10)),
    (&["开放", "对外开放", "营业", "服务", "时间", "时段", "开放时间", "营业时间", "服务时间", "对外开放时间", "从", "自", "均", "都", "为", "的", "期间"], Word::Filler),
];
