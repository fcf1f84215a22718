//! The form beside the list: a plain GET form, so that its state is the address. The questions and
//! answers are those of the rule.

use crate::markup::Markup;
use crate::wording::Lang;
use chrono::NaiveDate;
use domain::class::{ClassSearch, Mode, PROGRAMME};
use domain::places::District;
use domain::policy::{Fact, Kind, Value};

messages! {
    class_mode_label: "哪种班" / "Kind of class";
    any_mode: "都看看" / "Any";
    join_label: "不符合、已结束的不要列" / "Leave out what is over or not for us";
    your_family: "填上你家的情况，看能上哪些班" / "Tell about your family to see what fits";
    not_answered: "没填" / "Not answered";
    answers_of_classes: "填的内容写在网址里，只用来排这一页，本站不存。" / "What you fill in stands in the address of this page, only to sort it; the site keeps none.";
    show_classes: "按这些条件找" / "Search with these";
}

/// The form, filled with what was looked for.
pub(super) fn filters(lang: Lang, search: &ClassSearch, today: NaiveDate) -> Markup {
    let asked = PROGRAMME.version_on(today).0.facts();
    let questions: Markup = asked
        .iter()
        .map(|fact| question(lang, search, fact))
        .collect();
    let possible = checked(search.possible);
    let family = if search.answers.asked().is_empty() {
        ""
    } else {
        " open"
    };
    html!(
        r#"<form class="filters" action="/classes" role="search"><div class="areas">"#
        {district(lang, search)} {mode(lang, search)} r#"</div><details class="more""# {family}
        "><summary>" {lang.your_family()} "</summary>" {questions} r#"<p class="soft">"#
        {lang.answers_of_classes()} "</p></details>"
        r#"<label class="tick"><input type="checkbox" name="join" value="possible""# {possible} "> "
        {lang.join_label()} r#"</label><button class="act">"# {lang.show_classes()} "</button></form>"
    )
}

fn district(lang: Lang, search: &ClassSearch) -> Markup {
    let options: Markup = District::all()
        .iter()
        .map(|district| {
            let chosen = search.district == Some(*district);
            option(
                &district.code().to_string(),
                lang.district(*district),
                chosen,
            )
        })
        .collect();
    html!(
        r#"<select name="district" aria-label=""# {lang.district_label()} r#"">"#
        {option("", lang.whole_city(), search.district.is_none())} {options} "</select>"
    )
}

fn mode(lang: Lang, search: &ClassSearch) -> Markup {
    let options: Markup = Mode::ALL
        .iter()
        .map(|mode| {
            option(
                mode.code(),
                lang.class_mode(*mode),
                search.mode == Some(*mode),
            )
        })
        .collect();
    html!(
        r#"<select name="mode" aria-label=""# {lang.class_mode_label()} r#"">"#
        {option("", lang.any_mode(), search.mode.is_none())} {options} "</select>"
    )
}

/// A question of the rule: boxes to tick where several answers may hold, else a list.
fn question(lang: Lang, search: &ClassSearch, fact: Fact) -> Markup {
    let answer = search.answers.get(fact);
    let name = lang.text(fact.question());
    if fact.kind() == Kind::Set {
        let boxes: Markup = fact
            .options()
            .iter()
            .enumerate()
            .map(|(place, id)| {
                let ticked = matches!(answer, Some(Value::Options(mask)) if mask & 1 << place != 0);
                html!(
                    r#"<label class="tick"><input type="checkbox" name=""# {fact.id()} r#"" value=""#
                    {*id} r#"""# {checked(ticked)} "> " {lang.option(fact, place)} "</label>"
                )
            })
            .collect();
        return html!("<fieldset><legend>" {name} "</legend>" {boxes} "</fieldset>");
    }
    let options: Markup = match fact.kind() {
        Kind::Number => {
            let (from, to) = fact.bounds();
            (from..=to)
                .map(|number| {
                    let text = number.to_string();
                    option(&text, &text, answer == Some(Value::Number(number)))
                })
                .collect()
        }
        _ => fact
            .options()
            .iter()
            .enumerate()
            .map(|(place, id)| {
                let chosen = answer == Some(Value::Options(1 << place));
                option(id, lang.option(fact, place), chosen)
            })
            .collect(),
    };
    html!(
        r#"<label class="asked">"# {name} r#"<select name=""# {fact.id()} r#"">"#
        {option("", lang.not_answered(), answer.is_none())} {options} "</select></label>"
    )
}

fn option(value: &str, words: &str, chosen: bool) -> Markup {
    let selected = if chosen { " selected" } else { "" };
    html!(r#"<option value=""# {value} r#"""# {selected} ">" {words} "</option>")
}

fn checked(is: bool) -> &'static str {
    if is { " checked" } else { "" }
}

impl Lang {
    /// Who runs a class for whom.
    pub(crate) fn class_mode(self, mode: Mode) -> &'static str {
        match mode {
            Mode::Employer => self.pick(
                "单位办的，收本单位职工的孩子",
                "By an employer, for its own workers",
            ),
            Mode::Area => self.pick(
                "街道、社区、楼宇办的，收附近双职工的孩子",
                "By a street, community or building, for its area",
            ),
            Mode::Joint => self.pick("几家合办的", "By several together"),
        }
    }
}
