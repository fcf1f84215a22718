//! The names of what requests are made of, as the screen says them.

use crate::markup::Markup;
use crate::wording::Lang;
use crate::wording::dates::clock;
use chrono::Datelike;
use domain::places::Street;
use domain::request::{Ask, Category, Field, Problem, Sensitive};
use domain::time::BeijingTime;
use domain::union::{Desk, Level, LevelSet};

messages! {
    choose_one_of_these: "选一个再往下走。" / "Choose one of these.";
    which_category: "选一下是哪方面的事。" / "Choose what it is about.";
    text_missing: "写一写出了什么事。" / "Write what is wrong.";
    place_missing: "选一下在哪儿；说不准，就选“说不准”。" / "Choose where it is. If you are not sure, say so.";
    district_missing: "选一个区。" / "Choose a district.";
    no_such_place: "没有这个地方，重选一次。" / "There is no such place; choose again.";
    street_elsewhere: "这个街道不在选的区里，重选一次；说不准就空着。" / "That street is not in this district. Choose again, or leave it open.";
    contact_missing: "选一下怎么给你回话。" / "Choose how we get back to you.";
    phone_missing: "写上电话号码；不想留，就选别的办法。" / "Give a phone number, or choose another way.";
    not_a_phone: "这不像国内的电话号码，对一下。座机要带区号。" / "This is no mainland phone number. A landline needs its area code.";
    number_seen_by_nobody: "至少选一级，不然没人能给你打电话。" / "Choose at least one level, or nobody can call you.";
    name_seen_by_nobody: "写了名字，就选一下谁能看；不想让人看，把名字删掉就行。" / "Choose who sees your name, or delete it.";
}

impl Lang {
    /// What a request is about.
    pub fn category(self, category: Category) -> &'static str {
        self.pick(category.name_zh(), category.name_en())
    }

    /// What a category asks.
    pub fn ask(self, ask: Ask) -> &'static str {
        self.pick(ask.name_zh(), ask.name_en())
    }

    /// A level.
    pub fn level(self, level: Level) -> &'static str {
        self.pick(level.name_zh(), level.name_en())
    }

    /// Several levels: 街道乡镇总工会、区总工会.
    pub fn levels(self, levels: LevelSet) -> String {
        let names: Vec<_> = levels.iter().map(|level| self.level(level)).collect();
        names.join(self.pick("、", ", "))
    }

    /// A desk: 东华门街道总工会, the Dongcheng district union.
    pub(crate) fn desk(self, desk: Desk) -> Markup {
        self.desk_after("the ", desk)
    }

    /// The same where a sentence begins with it.
    pub(crate) fn desk_first(self, desk: Desk) -> Markup {
        self.desk_after("The ", desk)
    }

    fn desk_after(self, article: &str, desk: Desk) -> Markup {
        match (self, desk) {
            (Self::Zh, Desk::City) => html!("北京市总工会"),
            (Self::Zh, Desk::District(district)) => html!({ district.name_zh() } "总工会"),
            (Self::Zh, Desk::Street(street)) => html!({ street.name_zh() } "总工会"),
            (Self::En, Desk::City) => html!({article} "city union"),
            (Self::En, Desk::District(district)) => {
                html!({article} {district.name_en()} " district union")
            }
            (Self::En, Desk::Street(street)) => {
                html!({article} "street union of " {self.street(street)})
            }
        }
    }

    /// A street, which has a Chinese name alone.
    pub(crate) fn street(self, street: Street) -> Markup {
        match self {
            Self::Zh => html!({ street.name_zh() }),
            Self::En => html!(r#"<span lang="zh-CN">"# { street.name_zh() } "</span>"),
        }
    }

    /// A moment by day and time: 11 月 27 日（周五）15:00; with its year if that is not `now`'s.
    pub fn day_and_time(self, at: BeijingTime, now: BeijingTime) -> String {
        let date = at.date();
        let day = match date.year() == now.date().year() {
            true => self.day(date),
            false => self.full_day(date),
        };
        let (weekday, clock) = (self.weekday(at.weekday()), clock(at.minute_of_day()));
        match self {
            Self::Zh => format!("{day}（{weekday}）{clock}"),
            Self::En => format!("{weekday} {day}, {clock}"),
        }
    }

    /// A kind of number that is nobody else's business.
    pub fn sensitive(self, kind: Sensitive) -> &'static str {
        match kind {
            Sensitive::Identity => self.pick("身份证号", "Identity number"),
            Sensitive::Card => self.pick("银行卡号", "Bank card"),
            Sensitive::Mobile => self.pick("手机号", "Mobile number"),
            Sensitive::Landline => self.pick("座机号", "Landline"),
        }
    }

    /// What is wrong with a field, and what to do about it.
    pub fn field_problem(self, field: Field, problem: Problem) -> String {
        let words = match (field, problem) {
            (_, Problem::TooLong { found, most }) => return self.too_long(found, most),
            (_, Problem::TooMany { found, most }) => {
                return match self {
                    Self::Zh => format!("有 {found} 张，至多 {most} 张。"),
                    Self::En => format!("There are {found}; at most {most} may be sent."),
                };
            }
            (Field::Category, _) => self.which_category(),
            (Field::Text, _) => self.text_missing(),
            (Field::Place, _) => self.place_missing(),
            (Field::District, Problem::Missing) => self.district_missing(),
            (Field::Street, Problem::NoSuchPlace) => self.street_elsewhere(),
            (Field::Contact, _) => self.contact_missing(),
            (Field::Phone, Problem::Missing) => self.phone_missing(),
            (_, Problem::NotAPhone) => self.not_a_phone(),
            (Field::NameSeenBy, _) => self.name_seen_by_nobody(),
            (Field::PhoneSeenBy, _) | (_, Problem::SeenByNobody) => self.number_seen_by_nobody(),
            (_, Problem::NoSuchPlace) => self.no_such_place(),
            (_, Problem::Missing | Problem::NotAChoice) => self.choose_one_of_these(),
        };
        words.to_owned()
    }

    /// By how much something is too long.
    pub fn too_long(self, found: usize, most: usize) -> String {
        let over = found.saturating_sub(most);
        match self {
            Self::Zh => format!("写了 {found} 字，至多 {most} 字，再删 {over} 字。"),
            Self::En => format!("{found} characters, {over} more than the {most} it may have."),
        }
    }
}
