//! `/classes`: holiday classes, those that this family may join and can enrol in first.

mod filters;
mod reasons;
mod row;

use crate::check::Check;
use crate::markup::Markup;
use crate::wording::Lang;
use chrono::NaiveDate;
use domain::class::{ClassSearch, Found, HolidayClass, PROGRAMME};
use domain::time::BeijingTime;
use filters::filters;
use leptos::prelude::*;
use row::row;

/// Classes on one page of the list.
pub const PAGE_SIZE: usize = 12;

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassesPage {
    /// What was looked for.
    pub search: ClassSearch,
    /// Every class that there is.
    pub classes: Vec<HolidayClass>,
    /// Whether they were made up to show the site.
    pub demonstration: bool,
}

messages! {
    classes_title: "托管班" / "Holiday classes";
    classes_description: "哪里有假期托管班、收几年级、哪天报名，你家孩子能不能上，为什么。" / "Which holiday classes there are, for which grades, when one enrols, and whether your child may join, with the reason.";
    classes_lead: "能报名、你家可能符合的排在前面。这只是初步判断，收不收由开班的工会定。" / "Those you can enrol in and may qualify for come first. It is a first assessment; the union that runs the class decides.";
    classes_demonstration: "下面的托管班都是示例，不是真实的班，别按它去报名。" / "The classes below are made up to show the site. Do not try to enrol.";
    check_classes: "查一查条件" / "Check whether you qualify";
    rule_of_classes: "看条件原文和依据" / "Read the rule and its sources";
    no_class_listed: "还没有人登记过托管班。打 12351 问问今年办不办。" / "No holiday class is listed yet. Ask on 12351 whether there are any this year.";
    no_class_fits: "按这些条件，没有合适的班。" / "No class fits all of this.";
    loosen_district: "全市都看" / "Look in the whole city";
    loosen_mode: "哪种都行" / "Any kind of class";
    loosen_join: "不符合的也列出来" / "Also those you may not join";
    loosen_page: "回第一页" / "Back to the first page";
    no_class_near: "附近没有，可以打 12351 提诉求，请街道工会开班。" / "If there is none near you, ask for one on 12351.";
}

/// The page.
pub(crate) fn classes(lang: Lang, now: BeijingTime, model: ClassesPage) -> impl IntoView {
    let today = now.date();
    let ClassesPage {
        search,
        classes,
        demonstration,
    } = model;
    let found = search.find(&classes, today, PAGE_SIZE);
    let notice = demonstration
        .then(|| html!(r#"<p class="over" role="note">"# {lang.classes_demonstration()} "</p>"));
    let list = match found.rows.is_empty() {
        true => nothing(lang, &search, &found),
        false => list(lang, today, &search, &found),
    };
    let page = html!(
        "<h1>" {lang.classes_title()} "</h1><p>" {lang.classes_lead()} "</p>" {notice}
        {ways(lang, &search, today)}
        r#"<div class="find">"# {filters(lang, &search, today)}
        r#"<section class="results" aria-label=""# {lang.classes_title()} r#"">"# {list} "</section></div>"
    );
    view! { <article class="classes" inner_html=page.into_html()></article> }
}

/// The questions behind the verdicts, with what was answered, and the rule.
fn ways(lang: Lang, search: &ClassSearch, today: NaiveDate) -> Markup {
    let check = Check::read(Some(PROGRAMME), &search.answers.to_query(), today);
    html!(
        r#"<p class="ways"><a class="chip" href=""# {check.address()} r#"">"# {lang.check_classes()}
        r#"</a><a class="chip" href="/check/"# {PROGRAMME.id()} r#"/rules">"# {lang.rule_of_classes()}
        "</a></p>"
    )
}

fn list(lang: Lang, today: NaiveDate, search: &ClassSearch, found: &Found<'_>) -> Markup {
    let rows: Markup = found
        .rows
        .iter()
        .map(|each| row(lang, today, each))
        .collect();
    let pages = found.total.div_ceil(PAGE_SIZE);
    let page = usize::try_from(search.page).unwrap_or(usize::MAX);
    let at = |page: u32, words: &str| {
        let there = ClassSearch {
            page,
            ..search.clone()
        };
        html!(r#"<a class="chip" href=""# {address(&there)} r#"">"# {words} "</a>")
    };
    let earlier = (page > 1).then(|| at(search.page - 1, lang.previous_page()));
    let later = (page < pages).then(|| at(search.page + 1, lang.next_page()));
    let turn = (pages > 1).then(|| {
        html!(
            r#"<nav class="pages" aria-label=""# {lang.pages()} r#"">"# {earlier}
            "<span>" {lang.page_before()} {search.page} {lang.page_between()} {number(pages)}
            {lang.page_after()} "</span>" {later} "</nav>"
        )
    });
    html!(
        r#"<p class="count">"# {lang.classes_found(number(found.total))} "</p>"
        r#"<ol class="class-rows">"# {rows} "</ol>" {turn}
    )
}

/// What helps where nothing is shown: one wish less, or somebody to ask.
fn nothing(lang: Lang, search: &ClassSearch, found: &Found<'_>) -> Markup {
    let looser = [
        (found.total > 0).then(|| (lang.loosen_page(), search.clone())),
        search.district.map(|_| {
            let mut wish = search.clone();
            wish.district = None;
            (lang.loosen_district(), wish)
        }),
        search.mode.map(|_| {
            let mut wish = search.clone();
            wish.mode = None;
            (lang.loosen_mode(), wish)
        }),
        search.possible.then(|| {
            let mut wish = search.clone();
            wish.possible = false;
            (lang.loosen_join(), wish)
        }),
    ];
    let links: Markup = looser
        .into_iter()
        .flatten()
        .map(|(words, mut wish)| {
            wish.page = 1;
            html!(r#"<a class="chip" href=""# {address(&wish)} r#"">"# {words} "</a>")
        })
        .collect();
    let words = match found.all {
        0 => lang.no_class_listed(),
        _ => lang.no_class_fits(),
    };
    html!(
        r#"<div class="nothing"><p>"# {words} r#"</p><p class="ways">"# {links} "</p><p>"
        {lang.no_class_near()} r#" <a href="tel:12351">"# {lang.call_12351()} "</a></p></div>"
    )
}

/// The address of the list that answers `search`.
fn address(search: &ClassSearch) -> String {
    match search.to_query() {
        query if query.is_empty() => "/classes".to_owned(),
        query => ["/classes?", &query].concat(),
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

impl Lang {
    fn classes_found(self, count: u32) -> String {
        match (self, count) {
            (Self::Zh, _) => format!("找到 {count} 个班"),
            (Self::En, 1) => "1 class".to_owned(),
            (Self::En, _) => format!("{count} classes"),
        }
    }
}
