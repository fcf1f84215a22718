//! `/staff/import`: a file to begin with, and the plans that there are.

use super::super::staff::frame::frame;
use super::super::staff::inputs::{Line, form_token};
use crate::import::{FileProblem, Imports, Plan, State, names, subject_code};
use crate::live::request::street::option;
use crate::markup::Markup;
use crate::wording::Lang;
use domain::geo::Datum;
use domain::listing::Subject;
use domain::listing::import::MOST_BYTES;
use domain::time::BeijingTime;
use leptos::prelude::*;

messages! {
    import_lead: "先给您看会改什么，点头了才真的改；改错了也能整批撤销。" / "You see what would change before anything does, and the whole of it can be taken back.";
    import_exports: "现有的清单，可以下载来改，改好再传上来：" / "The listings as they are, to change and hand in:";
    import_file: "文件：Excel（.xlsx）或 CSV" / "The file: Excel (.xlsx) or CSV";
    import_missing: "先选一个文件。" / "Choose a file first.";
    import_subject: "这是什么清单" / "What it lists";
    import_datum: "坐标系（文件里写了就不用选）" / "Datum of the coordinates, unless the file says it";
    import_datum_in_file: "文件里写了，或没有坐标" / "The file says it, or has no coordinates";
    import_why: "为什么导入（写进历史）" / "Why you import it, for the history";
    import_begin: "看看会改什么" / "See what would change";
    import_plans: "最近的导入" / "The latest imports";
    state_reading: "正在读文件" / "being read";
    state_planning: "正在比对" / "being planned";
    state_choosing: "等您选" / "asks you something";
    state_failed: "读不了" / "cannot be read";
    state_ready: "等您看" / "waits for you to look";
    state_proposed: "等第二个人看" / "waits for a second person";
    state_applied: "已导入" / "imported";
    state_declined: "不导入了" / "given up";
}

/// The page.
pub(crate) fn imports(lang: Lang, now: BeijingTime, model: Imports) -> impl IntoView {
    let form = model.may_import.then(|| upload(lang, &model));
    let plans: Markup = model
        .plans
        .iter()
        .map(|plan| row(lang, now, plan))
        .collect();
    let plans = (!model.plans.is_empty()).then(
        || html!("<section><h2>" {lang.import_plans()} "</h2><ul>" {plans} "</ul></section>"),
    );
    frame(lang, &model.who, lang.import_title(), html!({form} {plans}))
}

fn upload(lang: Lang, model: &Imports) -> Markup {
    let problem = model.problem.map(|problem| match problem {
        FileProblem::Missing => lang.import_missing().to_owned(),
        FileProblem::TooLarge => lang.import_too_large(),
    });
    let described = problem
        .as_ref()
        .map(|_| html!(r#" aria-invalid="true" aria-describedby="p-file""#));
    let said = problem.map(|words| html!(r#"<p class="problem" id="p-file">"# {words} "</p>"));
    let subjects: Markup = [Subject::Stations, Subject::Classes]
        .into_iter()
        .map(|subject| {
            let code = subject_code(subject);
            option(code, lang.subject(subject), model.draft.subject == code)
        })
        .collect();
    let why = Line {
        name: names::WHY,
        label: lang.import_why(),
        hint: None,
        problem: None,
        value: &model.draft.why,
        attributes: r#" maxlength="200" autocomplete="off""#,
    };
    html!(
        "<p>" {lang.import_lead()} "</p>" {exports(lang)}
        r#"<form method="post" action="/staff/import" enctype="multipart/form-data">"#
        {form_token(&model.who.form_token)}
        r#"<div class="field"><label for="f-file">"# {lang.import_file()} "</label>" {said}
        r#"<input id="f-file" type="file" name=""# {names::FILE} r#"" required accept=".xlsx,.csv""#
        {described} r#"></div><div class="field"><label for="f-subject">"# {lang.import_subject()}
        r#"</label><select id="f-subject" name=""# {names::SUBJECT} r#"">"# {subjects}
        "</select></div>" {datum(lang, &model.draft.datum, false)} {why.field()}
        r#"<p><button class="act">"# {lang.import_begin()} "</button></p></form>"
    )
}

/// The listings as they are, to change and hand in.
fn exports(lang: Lang) -> Markup {
    let link = |subject: Subject, code: &'static str, ending: &'static str| {
        html!(
            r#"<a class="chip" href="/api/v1/"# {code} "." {ending} r#"">"# {lang.subject(subject)} " "
            {ending.to_uppercase()} "</a> "
        )
    };
    let both = |subject: Subject| {
        let code = subject.code();
        html!({link(subject, code, "xlsx")} {link(subject, code, "csv")})
    };
    html!(
        "<p>" {lang.import_exports()} r#"</p><p class="chips">"# {both(Subject::Stations)}
        {both(Subject::Classes)} "</p>"
    )
}

/// The choice of a datum; `is_asked` if nothing else tells it.
pub(super) fn datum(lang: Lang, chosen: &str, is_asked: bool) -> Markup {
    let options: Markup = Datum::ALL
        .iter()
        .map(|datum| {
            option(
                datum.name(),
                lang.datum_words(*datum),
                chosen == datum.name(),
            )
        })
        .collect();
    let none = (!is_asked).then(|| option("", lang.import_datum_in_file(), chosen.is_empty()));
    html!(
        r#"<div class="field"><label for="f-datum">"# {lang.import_datum()}
        r#"</label><select id="f-datum" name=""# {names::DATUM} r#"">"# {none} {options}
        "</select></div>"
    )
}

fn row(lang: Lang, now: BeijingTime, plan: &Plan) -> Markup {
    let why = (!plan.why.is_empty()).then(|| html!(" · " {&*plan.why}));
    html!(
        r#"<li><a href="/staff/import/"# {plan.id} r#"">"# {lang.subject(plan.subject)} " "
        {lang.day_and_time(plan.at, now)} "</a> <span>" {&*plan.by} {why} " · <b>"
        {lang.plan_state(&plan.state)} "</b></span></li>"
    )
}

impl Lang {
    /// How far a plan is.
    pub(super) const fn plan_state(self, state: &State) -> &'static str {
        match state {
            State::Reading => self.state_reading(),
            State::Planning => self.state_planning(),
            State::ChooseSheet(_) | State::ChooseDatum => self.state_choosing(),
            State::Failed { .. } => self.state_failed(),
            State::Ready => self.state_ready(),
            State::Proposed => self.state_proposed(),
            State::Applied { .. } => self.state_applied(),
            State::Declined { .. } => self.state_declined(),
        }
    }

    const fn datum_words(self, datum: Datum) -> &'static str {
        match datum {
            Datum::Wgs84 => self.pick("WGS-84（GPS、天地图）", "WGS-84 (GPS, Tianditu)"),
            Datum::Gcj02 => self.pick("GCJ-02（高德、腾讯）", "GCJ-02 (AMap, Tencent)"),
            Datum::Bd09 => self.pick("BD-09（百度）", "BD-09 (Baidu)"),
        }
    }

    fn import_too_large(self) -> String {
        let most = MOST_BYTES >> 20;
        match self {
            Self::Zh => format!("文件超过 {most} MB。请分成几个文件。"),
            Self::En => format!("The file has more than {most} MB. Split it."),
        }
    }
}
