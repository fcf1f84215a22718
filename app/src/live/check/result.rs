//! One programme with its verdict, every reason, and what to do now.

use super::already::already;
use super::open::{to_ask, unknown};
use super::still_possible::still_possible;
use crate::check::Check;
use crate::live::amounts::given;
use crate::live::class_finder::class_finder;
use crate::live::conditions::Tree;
use crate::live::handled_at::open_places;
use crate::markup::Markup;
use crate::wording::Lang;
use chrono::Datelike;
use domain::policy::{Assessment, Missing, Standing, Verdict, Version};

messages! {
    documents_not_stated: "来源没有写要带什么。" / "The sources do not say what to bring.";
    one_thing: "还差这一样：" / "This one thing is missing: ";
    or_else: "，或者" / ", or ";
    reasons: "每一条理由" / "Every reason";
    what_and_why: "怎么办，为什么" / "What to do, and why";
    what_to_do: "现在怎么办" / "What to do now";
    bring: "带上：" / "Bring: ";
    whole_rule: "条件原文和依据" / "The whole rule and its sources";
    not_begun: "那一天还没有这一项。" / "It had not begun on that day.";
}

/// A programme in the list of results. Among others, what to do and why is folded away.
pub(super) fn result(lang: Lang, check: &Check, assessment: &Assessment) -> Markup {
    let programme = assessment.programme;
    let only = check.programme.is_some();
    let name = (!only).then(|| {
        let link = check.about(programme).showing().address();
        html!(r#"<h3><a href=""# {link} r#"">"# {lang.text(programme.name())} "</a></h3>")
    });
    let gives = matches!(
        assessment.verdict,
        Verdict::Eligible | Verdict::Nearly | Verdict::Undetermined
    )
    .then(|| html!("<p>" {lang.text(assessment.version.gives())} "</p>"));
    let rules = html!(
        r#"<p><a class="quiet-link" href="/check/"# {programme.id()} r#"/rules">"# {lang.whole_rule()} "</a></p>"
    );
    if let Some(words) = already(lang, check, assessment) {
        let places = open_places(lang, programme.stations());
        return html!({name} "<p>" {words} "</p><p>" {places} "</p>" {rules});
    }
    let (to_do, reasons) = (
        to_do(lang, check, assessment),
        reasons(lang, check, assessment),
    );
    let more = match only {
        true => {
            let reasons = reasons.map(|tree| fold(lang.reasons(), true, tree));
            html!({to_do} {reasons} {rules})
        }
        false => fold(lang.what_and_why(), false, html!({to_do} {reasons} {rules})),
    };
    html!(
        {name} {gives} {missing(lang, &assessment.nearly)} {given(lang, &assessment.amounts)}
        {unknown(lang, check, assessment)} {standing(lang, assessment)}
        {still_possible(lang, check, assessment)} {more}
    )
}

fn fold(words: &str, open: bool, more: Markup) -> Markup {
    let open = if open { " open" } else { "" };
    html!("<details" {open} "><summary>" {words} "</summary>" {more} "</details>")
}

fn missing(lang: Lang, nearly: &[Missing]) -> Option<Markup> {
    let changes = nearly.iter().map(|missing| {
        let change = missing.fact.how_to_change(missing.option);
        change.map_or_else(
            || lang.option(missing.fact, missing.option),
            |text| lang.text(text),
        )
    });
    let changes: Vec<_> = changes.collect();
    (!changes.is_empty()).then(
        || html!(r#"<p class="missing">"# {lang.one_thing()} {changes.join(lang.or_else())} "</p>"),
    )
}

/// How the day stands to what the sources say.
fn standing(lang: Lang, assessment: &Assessment) -> Option<Markup> {
    let ended = assessment.programme.ended();
    let words = match assessment.standing {
        Standing::BeforeStated => lang.before_stated(assessment.version),
        Standing::Stated => return None,
        Standing::BeyondStated => lang.beyond_stated(assessment.version),
        Standing::NotBegun => lang.not_begun().to_owned(),
        Standing::Ended => ended.map(|text| lang.text(text).to_owned())?,
    };
    Some(html!(r#"<p class="soft">"# {words} "</p>"))
}

fn reasons(lang: Lang, check: &Check, assessment: &Assessment) -> Option<Markup> {
    let tree = Tree {
        lang,
        answers: Some(&check.answers),
        sources: true,
    };
    (assessment.verdict != Verdict::Ended).then(|| tree.list(assessment.version.conditions))
}

/// The next step, what to bring, and where it is handled.
fn to_do(lang: Lang, check: &Check, assessment: &Assessment) -> Option<Markup> {
    let programme = assessment.programme;
    let possible = !matches!(assessment.verdict, Verdict::NotEligible | Verdict::Ended);
    possible.then(|| {
        let documents = programme.documents().iter().map(|text| lang.text(*text));
        let documents: Vec<_> = documents.collect();
        let documents = match documents[..] {
            [] => html!("<p>" {lang.documents_not_stated()} "</p>"),
            _ => html!("<p>" {lang.bring()} {documents.join(lang.pick("；", "; "))} "</p>"),
        };
        html!(
            r#"<h4>"# {lang.what_to_do()} "</h4><p>" {lang.text(programme.next())} "</p>"
            {to_ask(lang, check, assessment)} {documents}
            r#"<p>"# {open_places(lang, programme.stations())} " "
            {class_finder(lang, programme, check)} "</p>"
        )
    })
}

impl Lang {
    fn before_stated(self, version: &Version) -> String {
        let year = version.stated_since.year();
        match self {
            Self::Zh => format!("条件是 {year} 年的说法，那以前是不是这样，来源没有写。"),
            Self::En => {
                format!("The rules are those of {year}; whether they held before is not stated.")
            }
        }
    }

    fn beyond_stated(self, version: &Version) -> String {
        let year = version.stated_until.year();
        match self {
            Self::Zh => format!("条件是 {year} 年的说法，后来变没变，来源没有写。"),
            Self::En => {
                format!("The rules are those of {year}; whether they changed since is not stated.")
            }
        }
    }
}
