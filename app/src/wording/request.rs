//! The names of what requests are made of, as the screen says them.

use crate::wording::Lang;
use crate::wording::dates::clock;
use chrono::Datelike;
use domain::photo::Unusable;
use domain::request::{Ask, Category, Field, Problem, Sensitive, StageKind};
use domain::time::BeijingTime;
use domain::union::{Level, LevelSet};

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
    photo_too_large: "有一张照片太大，没有收下。每张不超过 8 MB，换一张小的。" / "A photo was too large and has not been taken. Each may have 8 MB; choose a smaller one.";
    photo_unknown_kind: "有一个文件不是 JPEG、PNG 或 WebP 照片，没有收下。换一张，或者把它截个屏再传。" / "A file was no JPEG, PNG or WebP photo and has not been taken. Choose another, or take a screenshot of it and send that.";
    photo_damaged: "有一张照片读不出来，没有收下。换一张，或者截个屏再传。" / "A photo cannot be read and has not been taken. Choose another, or take a screenshot of it and send that.";
    photo_moving: "动图收不了，没有收下。换一张不动的照片。" / "A moving picture has not been taken. Choose a photo that stands still.";
    photo_too_many_pixels: "有一张照片尺寸太大，没有收下。换一张小的，或者截个屏再传。" / "A photo has too many pixels and has not been taken. Choose a smaller one, or take a screenshot of it and send that.";
    photo_gone: "照片放得太久，已经删掉了。重新选一次，写的都还在。" / "The photos waited too long and are deleted. Choose them again; everything you wrote is still here.";
    photo_not_kept: "照片这会儿没收下。过几分钟再选一次，也可以先不带照片。" / "A photo could not be taken just now. Choose it again in a few minutes, or go on without it.";
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

    /// A stage, in a word.
    pub fn stage_name(self, stage: StageKind) -> &'static str {
        self.pick(stage.name_zh(), stage.name_en())
    }

    /// Several levels: 街道乡镇总工会、区总工会.
    pub fn levels(self, levels: LevelSet) -> String {
        let names: Vec<_> = levels.iter().map(|level| self.level(level)).collect();
        names.join(self.pick("、", ", "))
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
            (_, Problem::TooMany { most, .. }) => {
                return match self {
                    Self::Zh => format!("至多 {most} 张照片，多的没有收下。要换，先把不要的点掉。"),
                    Self::En => format!(
                        "At most {most} photos; the others have not been taken. To swap one, untick another first."
                    ),
                };
            }
            (_, Problem::NotAPhoto(unusable)) => self.unusable(unusable),
            (_, Problem::NotKept) => self.photo_not_kept(),
            (_, Problem::Gone) | (Field::Photos, _) => self.photo_gone(),
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

    /// Why a file is no photo that is taken.
    const fn unusable(self, unusable: Unusable) -> &'static str {
        match unusable {
            Unusable::UnknownKind => self.photo_unknown_kind(),
            Unusable::Damaged => self.photo_damaged(),
            Unusable::Moving => self.photo_moving(),
            Unusable::TooLarge => self.photo_too_large(),
            Unusable::TooManyPixels => self.photo_too_many_pixels(),
        }
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
