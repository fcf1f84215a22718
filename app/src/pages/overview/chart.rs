//! A chart: bars with their labels and numbers, and a table that says the same.
//!
//! Widths are shares of the drawing and heights are lines of text, so that it grows with the print.

use super::PAGE;
use crate::markup::Markup;
use crate::overview::{Bar, OverviewPage, Subject};
use crate::wording::Lang;
use domain::overview::Shown;
use domain::union::Desk;

/// The height of a bar with its label, in lines.
const ROW_EM: f64 = 2.9;

/// The longest bar, in hundredths of the width: its number stands behind it.
const LONGEST: u64 = 78;

messages! {
    numbers_as_table: "数字表" / "The numbers as a table";
    kept_number: "不单列" / "kept";
}

/// A chart with its heading.
pub(super) fn chart(lang: Lang, model: &OverviewPage, subject: Subject, bars: &[Bar]) -> Markup {
    let id = subject.id();
    let most = bars.iter().filter_map(|bar| bar.count.exact()).max();
    let rows: Markup = bars
        .iter()
        .enumerate()
        .map(|(at, each)| bar(lang, at, each, most.unwrap_or_default()))
        .collect();
    let height = em(bars.len() as f64 * ROW_EM);
    html!(
        r#"<section class="figure"><h2>"# {lang.charted(subject)} r#"</h2><svg class="chart" role="img" aria-labelledby="t-"#
        {id} " d-" {id} r#"" width="100%" height=""# {height} r#""><title id="t-"# {id} r#"">"# {lang.charted(subject)}
        r#"</title><desc id="d-"# {id} r#"">"# {spoken(lang, bars)} "</desc>" {rows} "</svg><details><summary>"
        {lang.numbers_as_table()} r#"</summary><table><caption class="unseen">"# {lang.charted(subject)}
        r#"</caption><thead><tr><th scope="col">"# {lang.csv_value()} r#"</th><th scope="col">"# {lang.csv_count()}
        "</th></tr></thead><tbody>" {table(lang, model, bars)} "</tbody></table></details></section>"
    )
}

/// One bar. What is kept has no length that would tell it, only a dashed outline.
fn bar(lang: Lang, at: usize, bar: &Bar, most: u32) -> Markup {
    let top = at as f64 * ROW_EM;
    let (class, width, words) = match bar.count {
        Shown::Hidden => ("kept", 4, lang.kept_number().to_owned()),
        Shown::Exact(count) => {
            let share = (u64::from(count) * LONGEST).checked_div(most.into());
            ("bar", share.unwrap_or_default(), count.to_string())
        }
    };
    let lang_of = language(bar);
    html!(
        "<text" {lang_of} r#" y=""# {em(top + 1.0)} r#"">"# {&*bar.label} r#"</text><rect class=""# {class} r#"" x="1" y=""#
        {em(top + 1.3)} r#"" width=""# {percent(width)} r#"" height=".8em"/><text class="count" x=""#
        {percent(width + 2)} r#"" y=""# {em(top + 2.05)} r#"">"# {words} "</text>"
    )
}

fn table(lang: Lang, model: &OverviewPage, bars: &[Bar]) -> Markup {
    let row = |bar: &Bar| {
        let lang_of = language(bar);
        let label = match bar.place {
            Some(place) => html!(
                r#"<a href=""# {model.address(PAGE, place)} r#"">"# {&*bar.label} "</a>"
            ),
            None => html!({ &*bar.label }),
        };
        html!(r#"<tr><th scope="row""# {lang_of} ">" {label} "</th><td>" {number(lang, bar)} "</td></tr>")
    };
    bars.iter().map(row).collect()
}

/// Streets have Chinese names alone.
fn language(bar: &Bar) -> Option<Markup> {
    let is_street = matches!(bar.place, Some(Desk::Street(_)));
    is_street.then(|| html!(r#" lang="zh-CN""#))
}

/// The chart in a sentence, for those who do not see it.
fn spoken(lang: Lang, bars: &[Bar]) -> String {
    let colon = lang.pick("：", ": ");
    let each: Vec<_> = bars
        .iter()
        .map(|bar| [&*bar.label, &number(lang, bar)].join(colon))
        .collect();
    each.join(lang.pick("；", "; "))
}

fn number(lang: Lang, bar: &Bar) -> String {
    match bar.count {
        Shown::Exact(count) => count.to_string(),
        Shown::Hidden => lang.kept_number().to_owned(),
    }
}

fn percent(hundredths: u64) -> String {
    format!("{hundredths}%")
}

fn em(number: f64) -> String {
    format!("{}em", (number * 100.0).round() / 100.0)
}

impl Subject {
    /// Its id in the page.
    const fn id(self) -> &'static str {
        match self {
            Self::Requests(dimension) => dimension.code(),
            Self::Places => "places",
            Self::Stations => "stations",
            Self::Reports => "reports",
        }
    }
}
