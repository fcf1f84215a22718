//! What one may get: grouped by verdict, the strongest help first.

use super::already::already;
use super::result::result;
use super::{answered, dropped};
use crate::check::Check;
use crate::live::signs::window;
use crate::markup::Markup;
use crate::row::Light;
use crate::wording::Lang;
use domain::policy::{Assessment, Sum, Verdict};
use std::cmp::Reverse;

messages! {
    check_everything: "查我能享受什么" / "Check what I may get";
    results_title: "初步判断" / "A first assessment";
    union_decides: "这只是初步判断，最后由工会说了算。" / "This is a first assessment; the union decides.";
    go_on_answering: "接着回答" / "Go on answering";
    no_is_kind: "条件变了，再来查。别的难处，照样可以打 12351。" / "Come back when things change. For anything else, 12351 is there for you.";
    back_to_today: "按今天看" / "As of today";
    call_12351: "拨打 12351" / "Call 12351";
    more_help: "有人帮你" / "Somebody helps";
    more_help_text: "看不明白、不知道怎么办，打 12351，工会的人帮你弄。" / "If anything is unclear, call 12351 and the union helps you.";
}

/// The page of results.
pub(super) fn results(lang: Lang, check: &Check) -> Markup {
    let programmes = check.programmes().into_iter();
    let mut all: Vec<_> = programmes
        .map(|programme| programme.assess(check.on, &check.answers))
        .collect();
    all.sort_by_key(|assessment| Reverse(strength(assessment)));
    let groups: Markup = Group::ALL
        .into_iter()
        .filter_map(|group| {
            let members = all
                .iter()
                .filter(|one| Group::of(lang, check, one) == group);
            self::group(lang, check, group, &members.collect::<Vec<_>>())
        })
        .collect();
    let title = match check.programme {
        Some(programme) => lang.text(programme.name()),
        None => lang.results_title(),
    };
    let open = check.next().map(|_| {
        html!(
            r#"<p><a class="act" href=""# {check.onward().address()} r#"">"# {lang.go_on_answering()}
            r#"</a> <span class="soft">"# {lang.at_most(check.most_left())} "</span></p>"
        )
    });
    let others = check.programme.map(|_| {
        let all = Check {
            programme: None,
            ..check.onward()
        };
        html!(
            r#"<nav class="back"><a href=""# {all.address()} r#"">"# {lang.check_everything()}
            "</a></nav>"
        )
    });
    html!(
        {others} "<h1>" {title} "</h1><p>" {lang.union_decides()} "</p>" {dropped(lang, check)} {day(lang, check)}
        {open} {groups}
        {answered(lang, check)}
        "<section><h2>" {lang.more_help()} "</h2><p>" {lang.more_help_text()}
        r#"</p><p><a class="chip" href="tel:12351">"# {lang.call_12351()} "</a></p></section>"
    )
}

/// For which day, if it is not today.
fn day(lang: Lang, check: &Check) -> Option<Markup> {
    check.on_was_given.then(|| {
        let mut today = check.clone();
        today.on_was_given = false;
        html!(
            r#"<p class="dropped">"# {lang.as_of_day(&lang.full_day(check.on))}
            r#" <a href=""# {today.address()} r#"">"# {lang.back_to_today()} "</a></p>"
        )
    })
}

/// What stands together under one heading.
#[derive(Clone, Copy, PartialEq)]
enum Group {
    Verdict(Verdict),
    /// Nothing is left to apply for.
    Already,
}

impl Group {
    /// In the order in which they are shown.
    const ALL: [Self; 6] = [
        Self::Verdict(Verdict::Eligible),
        Self::Verdict(Verdict::Nearly),
        Self::Verdict(Verdict::Undetermined),
        Self::Already,
        Self::Verdict(Verdict::NotEligible),
        Self::Verdict(Verdict::Ended),
    ];

    fn of(lang: Lang, check: &Check, assessment: &Assessment) -> Self {
        match already(lang, check, assessment) {
            Some(_) => Self::Already,
            None => Self::Verdict(assessment.verdict),
        }
    }

    fn heading(self, lang: Lang) -> (Light, &'static str) {
        let Self::Verdict(verdict) = self else {
            return (Light::Lit, lang.has_already());
        };
        let light = match verdict {
            Verdict::Eligible => Light::Lit,
            Verdict::Nearly => Light::Half,
            Verdict::Undetermined => Light::Unknown,
            Verdict::NotEligible | Verdict::Ended => Light::Off,
        };
        (light, lang.verdict(verdict))
    }
}

fn group(lang: Lang, check: &Check, group: Group, members: &[&Assessment]) -> Option<Markup> {
    let (light, heading) = group.heading(lang);
    let count = u32::try_from(members.len()).unwrap_or_default();
    let kind = (group == Group::Verdict(Verdict::NotEligible))
        .then(|| html!(r#"<p class="soft">"# {lang.no_is_kind()} "</p>"));
    let items: Markup = members
        .iter()
        .map(|assessment| html!("<li>" {result(lang, check, assessment)} "</li>"))
        .collect();
    (!members.is_empty()).then(|| {
        html!(
            r#"<section class="verdicts"><h2>"# {window(light)} {heading}
            " <small>" {count} "</small></h2>" {kind} r#"<ol>"# {items} "</ol></section>"
        )
    })
}

/// The most yuan that it may give.
fn strength(assessment: &Assessment) -> u32 {
    let sums = assessment
        .amounts
        .iter()
        .map(|given| match given.amount.sum {
            Sum::Fixed(yuan) | Sum::AtMost(yuan) | Sum::Range(_, yuan) => yuan,
            Sum::OneOf(sums) => sums.iter().copied().max().unwrap_or_default(),
            Sum::NotStated => 1,
        });
    sums.max().unwrap_or_default()
}

impl Lang {
    fn at_most(self, questions: usize) -> String {
        match self {
            Self::Zh => format!("最多还有 {questions} 题"),
            Self::En => format!("at most {questions} more"),
        }
    }

    fn as_of_day(self, day: &str) -> String {
        match self {
            Self::Zh => format!("按 {day} 的规定看。"),
            Self::En => format!("By the rules of {day}."),
        }
    }
}
