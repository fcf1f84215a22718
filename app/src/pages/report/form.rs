//! `/stations/{id}/report`: what is wrong there; the second of two taps.

use super::photo::photo;
use crate::markup::Markup;
use crate::pages::request::fields::text_area;
use crate::pages::request::hidden;
use crate::report::{ReportForm, ReportProblem, names};
use crate::wording::Lang;
use domain::report::ReportKind;
use leptos::prelude::*;

messages! {
    report_what: "怎么了" / "What is it?";
    report_note: "想说就再说一句（可以不写）" / "Anything to add (you need not)";
    report_note_hint: "别写姓名、电话。身份证号、银行卡号、电话号码会自动遮住。" / "No names or numbers, please. Identity, card and phone numbers are masked.";
    report_send: "就这样，告诉工会" / "Tell the union";
    report_kept: "不用登录，不留你的名字。工作人员核实了才会改。" / "No account, and your name is not kept. Nothing is changed until staff have looked.";
    report_trap: "这一栏请空着" / "Leave this empty";
    report_kind_missing: "选一样。" / "Choose one.";
    report_again: "再点一次就发出去。" / "Press once more to send it.";
    report_back: "回到这个站点" / "Back to the station";
}

/// The form.
pub(crate) fn form(lang: Lang, model: ReportForm) -> impl IntoView {
    let address = format!("/stations/{}", model.station.0);
    let kinds: Markup = ReportKind::ALL
        .iter()
        .map(|kind| choice(lang, *kind, model.kind == Some(*kind)))
        .collect();
    // What is wrong with the photo is said beside it.
    let problem = model
        .problem
        .filter(|problem| *problem != ReportProblem::Photo);
    let problem = problem.map(|problem| {
        html!(
            r#"<p class="problem" id="p-report" role="alert">"# {lang.report_problem(problem)} "</p>"
        )
    });
    let is_kind = model.problem == Some(ReportProblem::KindMissing);
    let is_note = matches!(model.problem, Some(ReportProblem::Note(_)));
    let wrong = |is_wrong: bool| is_wrong.then(|| html!(r#" aria-invalid="true""#));
    let described = match is_note {
        true => html!(r#" aria-describedby="p-report h-note""#),
        false => html!(r#" aria-describedby="h-note""#),
    };
    // Files come in no other way.
    let encoding = model
        .takes_photos
        .then(|| html!(r#" enctype="multipart/form-data""#));
    let note = html!(r#" id="f-note" name="note""# {wrong(is_note)} {described});
    let html = html!(
        "<h1>" {lang.report_title()} r#"</h1><p><b lang="zh-CN">"# {&*model.name} "</b></p>"
        {problem} r#"<form method="post""# {encoding} r#" action=""# {&*address} r#"/report">"#
        {hidden(names::KEY, &model.key)}
        r#"<fieldset class="field""# {is_kind.then(|| html!(r#" aria-describedby="p-report""#))}
        "><legend>" {lang.report_what()} "</legend>" {kinds}
        r#"</fieldset><div class="field"><label for="f-note">"# {lang.report_note()}
        r#"</label><p class="soft" id="h-note">"# {lang.report_note_hint()} "</p>"
        {text_area(note, 3, &model.note)} "</div>" {photo(lang, &model)} r#"<p class="trap" hidden><label>"# {lang.report_trap()}
        r#" <input name="website" tabindex="-1" autocomplete="off"></label></p>"#
        r#"<p><button class="act">"# {lang.report_send()} r#"</button></p></form><p class="soft">"#
        {lang.report_kept()} r#"</p><p><a class="chip" href=""# {&*address} r#"">"#
        {lang.report_back()} "</a></p>"
    );
    view! { <article class="request" inner_html=html.into_html()></article> }
}

fn choice(lang: Lang, kind: ReportKind, is_chosen: bool) -> Markup {
    let checked = is_chosen.then(|| html!(" checked"));
    html!(
        r#"<label class="tick"><input type="radio" name="kind" required value=""# {kind.code()} "\"" {checked}
        "> <span>" {lang.report_kind(kind)} "</span></label>"
    )
}

impl Lang {
    fn report_problem(self, problem: ReportProblem) -> String {
        match problem {
            ReportProblem::Photo => self.photo_not_kept().to_owned(),
            ReportProblem::KindMissing => self.report_kind_missing().to_owned(),
            ReportProblem::Note(wrong) => self.too_long(wrong.found, wrong.most),
            ReportProblem::Again => self.report_again().to_owned(),
            ReportProblem::TooMany { seconds } => {
                let minutes = seconds.div_ceil(60);
                match self {
                    Self::Zh => format!("一下子来得太多了，过 {minutes} 分钟再发。写的都还在。"),
                    Self::En => {
                        format!(
                            "Too much came at once. Send it again in {minutes} min; nothing is lost."
                        )
                    }
                }
            }
        }
    }
}
