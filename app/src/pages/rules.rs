//! `/check/{programme}/rules`: the rule as a table, for whoever has to read and correct it.

use crate::live::amounts::amounts;
use crate::live::conditions::Tree;
use crate::live::source::source;
use crate::markup::Markup;
use crate::wording::Lang;
use domain::policy::{Programme, Version};
use leptos::prelude::*;

messages! {
    rules_title: "条件和依据" / "The rule and its sources";
    rules_back: "这一项是什么" / "About this benefit";
    rules_lead: "查条件时，就按这张表判断。" / "When you check, this table decides.";
    rules_period: "什么时候" / "When";
    rules_gives: "给什么" / "What one gets";
    rules_conditions: "条件（都要满足）" / "Conditions (all of them)";
    rules_amounts: "金额" / "Amounts";
    rules_no_amount: "是服务，不发钱" / "A service, no money";
    rules_written: "这一段时间写在哪里" / "Where the period is written";
    rules_changed: "和前一版不同" / "Differs from the version before";
    rules_documents: "要带的材料" / "Documents";
    rules_not_stated: "来源没有写的" / "What the sources do not say";
    rules_next: "怎么办" / "What to do";
    rules_correct: "哪一条写错了？打 12351，说这一项的名字：" / "Something wrong? Call 12351 and give this name: ";
    rules_check: "回答几个问题，看符不符合" / "Answer a few questions to see whether you qualify";
    only_if: "前提：" / "Only if";
    programme_ended: "这一项已经结束：" / "This has ended: ";
}

/// The page.
pub(crate) fn rules(lang: Lang, programme: Programme) -> impl IntoView {
    let check = format!("/check/{}", programme.id());
    let back = format!("/services/{}", programme.id());
    let is_open = programme.ended().is_none();
    let ended = programme.ended().map(|text| {
        view! { <p class="over">{lang.programme_ended()}{lang.text(text)}</p> }
    });
    let texts = |texts: &'static [_]| -> Vec<_> {
        texts
            .iter()
            .map(|text| view! { <li>{lang.text(*text)}</li> })
            .collect()
    };
    let documents = match programme.documents() {
        [] => view! { <p>{lang.documents_not_stated()}</p> }.into_any(),
        documents => view! { <ul class="points">{texts(documents)}</ul> }.into_any(),
    };
    let not_stated = programme.not_stated();
    view! {
        <nav class="back"><a href=back>{lang.rules_back()}</a></nav>
        <article class="rules">
            <h1>{lang.text(programme.name())}<small>{lang.rules_title()}</small></h1>
            <p>{lang.text(programme.summary())}</p>
            {ended}
            <p class="soft">{lang.rules_lead()}</p>
            <table class="rule" inner_html=table(lang, programme).into_html()></table>
            <section>
                <h2>{lang.rules_documents()}</h2>
                {documents}
            </section>
            {(!not_stated.is_empty()).then(|| view! {
                <section>
                    <h2>{lang.rules_not_stated()}</h2>
                    <ul class="points">{texts(not_stated)}</ul>
                </section>
            })}
            <section>
                <h2>{lang.rules_next()}</h2>
                <p>{lang.text(programme.next())}</p>
                <p>{lang.whoever_decides()}{lang.text(programme.body())}</p>
                {is_open.then(|| view! { <p><a class="act" href=check>{lang.rules_check()}</a></p> })}
            </section>
            <p class="soft">{lang.rules_correct()}{lang.text(programme.name())}</p>
        </article>
    }
}

/// A part of a rule: a heading and a row of the table.
#[derive(Clone, Copy)]
enum Part {
    Period,
    Gives,
    Conditions,
    Amounts,
    Written,
}

impl Part {
    const ALL: [Self; 5] = [
        Self::Period,
        Self::Gives,
        Self::Conditions,
        Self::Amounts,
        Self::Written,
    ];

    fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Period => lang.rules_period(),
            Self::Gives => lang.rules_gives(),
            Self::Conditions => lang.rules_conditions(),
            Self::Amounts => lang.rules_amounts(),
            Self::Written => lang.rules_written(),
        }
    }

    fn cell(self, lang: Lang, version: &'static Version, sources: bool) -> Markup {
        match self {
            Self::Period => html!(
                "<b>" {lang.period(version)} r#"</b><small class="source">"#
                {lang.stated_until(version)} "</small>"
            ),
            Self::Gives => html!({ lang.text(version.gives()) }),
            Self::Conditions => {
                let answers = None;
                let tree = Tree {
                    lang,
                    answers,
                    sources,
                };
                tree.list(version.conditions)
            }
            Self::Amounts => rule_amounts(lang, version, sources)
                .unwrap_or_else(|| html!({ lang.rules_no_amount() })),
            Self::Written => source(lang, version.source),
        }
    }

    /// Whether a version says something else than the one before. That it is another time and
    /// another source goes without saying.
    fn changes(self, lang: Lang, versions: &'static [Version]) -> bool {
        let says = |version| self.cell(lang, version, false);
        !matches!(self, Self::Period | Self::Written)
            && versions
                .windows(2)
                .any(|two| says(&two[0]) != says(&two[1]))
    }
}

/// A column a version; each part of the rule under its heading.
fn table(lang: Lang, programme: Programme) -> Markup {
    let versions = programme.versions();
    let columns = u32::try_from(versions.len()).unwrap_or(1);
    let rows = Part::ALL.into_iter().map(|part| {
        let mark = part.changes(lang, versions).then(|| {
            html!(r#" <small class="changed">"# {lang.rules_changed()} "</small>")
        });
        let cells: Markup = versions
            .iter()
            .map(|version| {
                let cell = part.cell(lang, version, true);
                match part {
                    Part::Period => html!(r#"<th scope="col">"# {cell} "</th>"),
                    _ => html!("<td>" {cell} "</td>"),
                }
            })
            .collect();
        html!(
            r#"<tbody><tr><th scope="rowgroup" colspan=""# {columns} r#"">"# {part.name(lang)} {mark}
            "</th></tr><tr>" {cells} "</tr></tbody>"
        )
    });
    rows.collect()
}

fn rule_amounts(lang: Lang, version: &Version, sources: bool) -> Option<Markup> {
    let each = version.amounts.iter();
    let each = each.map(|amount| (amount, amount.when.as_ref().map(|_| lang.only_if())));
    amounts(lang, each, |written| sources.then(|| source(lang, written)))
}
