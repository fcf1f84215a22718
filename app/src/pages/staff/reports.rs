//! `/staff/reports` and `/staff/reports/{id}`: what workers reported, and deciding about it.

use super::frame::{frame, post};
use super::inputs::hidden;
use crate::markup::Markup;
use crate::pages::request::fields::text_area;
use crate::report::{DecisionProblem, Group, GroupRow, Groups, ReportRow, wishes};
use crate::staff::names;
use crate::wording::Lang;
use domain::listing::Column;
use domain::station::{Access, Amenity};
use domain::time::BeijingTime;
use leptos::prelude::*;

messages! {
    groups_title: "职工反映" / "Reports";
    groups_none: "没有等着核实的反映。" / "No report waits to be looked into.";
    groups_lead: "说同一处同一件事的算在一起，说的人多的在前。" / "Reports of one thing at one station stand together, most people first.";
    group_reports: "都说了什么" / "What was said";
    group_no_note: "没多写" / "nothing added";
    group_photo: "看照片" / "See the photo";
    group_now: "现在登记的" / "As it is listed";
    group_blank: "（空）" / "(blank)";
    group_station: "看公开页" / "The public page";
    group_poster: "门口海报" / "The poster";
    group_door: "说一下里面人多不多" / "Say how full it is";
    group_change: "改成这样" / "Change it to this";
    group_change_lead: "核实了就改。不动就是照反映的改；动了算更正。" / "Once you have looked: leave it as proposed, or correct it.";
    group_form: "还要改别的：打开站点表单" / "More is to be changed: open the station's form";
    group_act: "改好，告诉反映的人" / "Change it, and tell them";
    group_word: "给反映的人一句话" / "A word to those who reported";
    group_without: "不在这里改" / "Without a change here";
    group_corrected: "已经在别处改好了" / "It is right by now";
    group_decline: "核实过，不改" / "Looked into: no change";
    group_decided: "已处理：" / "Decided: ";
    group_word_missing: "不改就写一句为什么，反映的人看得到。" / "Say why nothing is changed: those who reported see it.";
    group_nothing: "和登记的一样，没有可改的。" / "It is listed so already.";
    group_conflict: "别人刚改了这里，下面是现在的样子，再看一眼。" / "Somebody has just changed this. Here it is as it is now; look again.";
    group_was_decided: "别人刚处理了这一件。" / "Somebody has just decided about this.";
}

/// The list.
pub(crate) fn groups(lang: Lang, now: BeijingTime, model: Groups) -> impl IntoView {
    let rows: Markup = model.groups.iter().map(|row| one(lang, now, row)).collect();
    let list = match model.groups.is_empty() {
        true => html!("<p>" {lang.groups_none()} "</p>"),
        false => html!("<p>" {lang.groups_lead()} "</p><ul>" {rows} "</ul>"),
    };
    let more = (model.total > model.groups.len())
        .then(|| html!("<p>" {lang.first_of(model.groups.len(), model.total)} "</p>"));
    frame(lang, &model.who, lang.groups_title(), html!({list} {more}))
}

fn one(lang: Lang, now: BeijingTime, row: &GroupRow) -> Markup {
    html!(
        r#"<li><a href="/staff/reports/"# {row.id} r#""><span>"# {lang.report_kind(row.kind)}
        r#" · <span lang="zh-CN">"# {&*row.name} "</span></span></a> <span><b>" {lang.people(row.people)} "</b> · "
        {lang.ago(row.last_at, now)} " · " {lang.desk_first(row.desk)} "</span></li>"
    )
}

/// One group.
pub(crate) fn group(lang: Lang, now: BeijingTime, model: Group) -> impl IntoView {
    let row = &model.row;
    let reports: Markup = model
        .reports
        .iter()
        .map(|one| report(lang, now, row.id, one))
        .collect();
    let decided = model.decided.as_ref().map(|(verdict, word, by)| {
        html!(
            r#"<p class="done" role="status">"# {lang.group_decided()} "<b>" {lang.report_verdict(*verdict)}
            "</b> · " {&**by} " <q>" {&**word} "</q></p>"
        )
    });
    let form = (model.may_decide && model.decided.is_none()).then(|| decide(lang, &model));
    let id = row.station.0;
    let door = model.door.as_ref().map(
        |door| html!(r#" <a class="chip" href=""# {&**door} r#"">"# {lang.group_door()} "</a>"),
    );
    let content = html!(
        r#"<p><b lang="zh-CN">"# {&*row.name} "</b> · " {lang.desk_first(row.desk)} "</p><p><b>"
        {lang.people(row.people)} "</b> · " {lang.since(row.first_at, row.last_at, now)}
        r#"</p><p class="chips"><a class="chip" href="/stations/"# {id} r#"">"# {lang.group_station()}
        r#"</a> <a class="chip" href="/staff/stations/"# {id} r#"/poster">"# {lang.group_poster()} "</a>"
        {door} "</p>" {decided} "<section><h2>" {lang.group_reports()} "</h2><ul>" {reports}
        "</ul></section>" {form}
    );
    frame(lang, &model.who, lang.report_kind(row.kind), content)
}

fn report(lang: Lang, now: BeijingTime, group: u32, one: &ReportRow) -> Markup {
    let note = match one.note.is_empty() {
        true => html!(r#"<span class="soft">"# {lang.group_no_note()} "</span>"),
        false => html!("<q>" {&*one.note} "</q>"),
    };
    let photo = one.has_photo.then(|| {
        html!(
            r#" <a class="chip" href="/staff/reports/"# {group} "/photos/" {&*one.reference}
            r#"" target="_blank">"# {lang.group_photo()} "</a>"
        )
    });
    html!(
        "<li>" {note} " <small>" {lang.ago(one.at, now)} " · " {&*one.reference} "</small>" {photo}
        "</li>"
    )
}

fn decide(lang: Lang, model: &Group) -> Markup {
    let address = format!("/staff/reports/{}", model.row.id);
    let token = &*model.who.form_token;
    let problem = model.problem.as_ref().map(|problem| {
        html!(r#"<div class="problems" role="alert">"# {lang.decision_problem(problem)} "</div>")
    });
    let fields: Markup = model
        .fields
        .iter()
        .map(|(column, value)| field(lang, model, *column, value))
        .collect();
    let base = hidden("base", &model.base.to_string());
    let change = html!(
        {hidden(names::WISH, wishes::CHANGE)} {base} {fields} {word(lang, model, wishes::CHANGE)}
        r#"<p><button class="act">"# {lang.group_act()} "</button></p>"
    );
    let without = html!(
        {word(lang, model, wishes::DECLINED)}
        r#"<p class="ways"><button name="do" value="declined">"# {lang.group_decline()}
        r#"</button> <button class="quiet" name="do" value="corrected">"# {lang.group_corrected()}
        "</button></p>"
    );
    html!(
        {problem} "<section><h2>" {lang.group_change()} "</h2><p>" {lang.group_change_lead()} "</p>"
        {post(&address, token, change)} r#"<p><a class="chip" href="/staff/stations/"# {model.row.station.0} "?report="
        {model.row.id} r#"">"# {lang.group_form()} "</a></p></section><section><h2>" {lang.group_without()} "</h2>"
        {post(&address, token, without)} "</section>"
    )
}

/// A column with what it holds now, and what it would.
fn field(lang: Lang, model: &Group, column: Column, value: &str) -> Markup {
    let code = column.help().code;
    let now = model.now.iter().find(|(other, _)| *other == column);
    let now = now.map_or("", |(_, now)| &**now);
    let now = match now {
        "" => lang.group_blank().to_owned(),
        now => lang.typed(column, now),
    };
    let value = lang.typed(column, value);
    html!(
        r#"<div class="field"><label for="f-"# {code} r#"">"# {lang.column(column)}
        r#"</label><p class="soft" id="h-"# {code} r#"">"# {lang.group_now()} r#" <span lang="zh-CN">"#
        {now} r#"</span></p><input id="f-"# {code} r#"" name=""# {code} r#"" value=""# {value}
        r#"" aria-describedby="h-"# {code} "\"></div>"
    )
}

fn word(lang: Lang, model: &Group, form: &'static str) -> Markup {
    let attributes = html!(r#" id="f-word-"# {form} r#"" name="word""#);
    html!(
        r#"<div class="field"><label for="f-word-"# {form} r#"">"# {lang.group_word()} "</label>"
        {text_area(attributes, 2, &model.word)} "</div>"
    )
}

fn status_zh(code: &str) -> Option<&'static str> {
    match code {
        "active" => Some("正常"),
        "temporarily_closed" => Some("暂停开放"),
        "closed" => Some("已关闭"),
        _ => None,
    }
}

impl Lang {
    /// What a column is called.
    fn column(self, column: Column) -> &'static str {
        let help = column.help();
        let en = match column {
            Column::Status => "Open or closed",
            Column::ClosedFrom => "Closed from",
            Column::ClosedUntil => "Closed until",
            Column::Address => "Address",
            Column::Hours => "Hours",
            Column::Amenities => "What it has",
            Column::AmenitiesAbsent => "What it does not have",
            Column::Access => "Who may come in",
            Column::ShowAtDoor => "What to show at the door",
            _ => help.code,
        };
        self.pick(help.aliases.first().copied().unwrap_or(help.code), en)
    }

    /// What stands in a column, as one types it: in Chinese in the words that a listing has, in English its codes.
    fn typed(self, column: Column, text: &str) -> String {
        let word = |code: &str| match (self, column) {
            (Self::Zh, Column::Status) => status_zh(code),
            (Self::Zh, Column::Access) => Access::from_code(code).map(Access::name_zh),
            (Self::Zh, Column::Amenities | Column::AmenitiesAbsent) => {
                Amenity::from_code(code).map(Amenity::name_zh)
            }
            _ => None,
        };
        let codes = text.split(';').map(|code| word(code).unwrap_or(code));
        let between = match column {
            Column::Amenities | Column::AmenitiesAbsent => self.pick("、", ";"),
            _ => ";",
        };
        codes.collect::<Vec<_>>().join(between)
    }

    fn decision_problem(self, problem: &DecisionProblem) -> Markup {
        let plain = |words: &str| html!("<p>" {words} "</p>");
        match problem {
            DecisionProblem::WordMissing => plain(self.group_word_missing()),
            DecisionProblem::TooLong(wrong) => plain(&self.too_long(wrong.found, wrong.most)),
            DecisionProblem::Nothing => plain(self.group_nothing()),
            DecisionProblem::Conflict => plain(self.group_conflict()),
            DecisionProblem::Decided => plain(self.group_was_decided()),
            DecisionProblem::Cells(problems) => problems
                .iter()
                .map(|problem| {
                    let why = problem.reason.sentence();
                    let why = match self {
                        Self::Zh => why.zh,
                        Self::En => why.en,
                    };
                    html!("<p>" {&*problem.column} ": " {why} "</p>")
                })
                .collect(),
        }
    }

    /// That there are more than are shown.
    fn first_of(self, shown: usize, total: usize) -> String {
        match self {
            Self::Zh => format!("共 {total} 件，这里是前 {shown} 件。"),
            Self::En => format!("The first {shown} of {total}."),
        }
    }
}
