//! The answer to a search: how many places fit, the best of them, and what to do when none does.

use crate::parts::row::Row;
use crate::row::StationRow;
use crate::wording::Lang;
use domain::city::City;
use domain::search::{Answer, Filter, Search};
use domain::time::BeijingTime;
use leptos::prelude::*;

/// Places on one page of the list.
pub const PAGE_SIZE: usize = 20;

messages! {
    nothing_fits: "没有完全合适的地方" / "Nothing fits all of that";
    just_missed: "下面这几处只差一样。去掉那一样，就能看到更多。" / "These miss just one thing. Let go of that, and there are more.";
    nothing_near: "换几个字，或者少选几样，再找一次。" / "Try other words, or ask for fewer things.";
    start_over: "全部重来" / "Start over";
    previous_page: "上一页" / "Previous";
    next_page: "下一页" / "Next";
    pages: "翻页" / "Pages";
}

/// What the list of a search says.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// What was searched for.
    pub search: Search,
    /// How many places fit.
    pub total: usize,
    /// One page of them, best first.
    pub rows: Vec<StationRow>,
    /// When nothing fits: places that miss exactly one filter, and which.
    pub near_misses: Vec<(StationRow, Filter)>,
}

impl Results {
    /// The list that shows `answer`.
    pub fn new(city: &City, search: Search, answer: &Answer, now: BeijingTime) -> Self {
        let row = |found| StationRow::new(city, found, &search, now);
        Self {
            total: answer.total,
            rows: answer.found.iter().filter_map(row).collect(),
            near_misses: answer
                .near_misses
                .iter()
                .filter_map(|(found, filter)| Some((row(found)?, *filter)))
                .collect(),
            search,
        }
    }

    fn pages(&self) -> u32 {
        u32::try_from(self.total.div_ceil(PAGE_SIZE)).unwrap_or(u32::MAX).max(1)
    }
}

/// The list with its count and its pages.
#[component]
pub(crate) fn ResultList(lang: Lang, now: BeijingTime, results: Results) -> impl IntoView {
    let pages = results.pages();
    let Results { search, total, rows, near_misses } = results;
    let rows: Vec<_> = rows.into_iter().map(|row| view! { <Row lang now row/> }).collect();
    view! {
        <p class="count" role="status">{lang.found(total)}</p>
        <ol class="rows">{rows}</ol>
        {(total == 0).then(|| view! { <NothingFits lang now search=search.clone() near_misses/> })}
        {(pages > 1).then(|| view! { <Pages lang search pages/> })}
    }
}

/// Never a dead end: what almost fits, and how to ask for less.
#[component]
fn NothingFits(
    lang: Lang,
    now: BeijingTime,
    search: Search,
    near_misses: Vec<(StationRow, Filter)>,
) -> impl IntoView {
    let advice = if near_misses.is_empty() { lang.nothing_near() } else { lang.just_missed() };
    let mut missed: Vec<Filter> = near_misses.iter().map(|(_, filter)| *filter).collect();
    missed.dedup();
    let loosened: Vec<_> = missed
        .into_iter()
        .map(|filter| view! {
            <li><a class="chip" href=address(&without(&search, filter))>{lang.without(filter)}</a></li>
        })
        .collect();
    let rows: Vec<_> = near_misses
        .into_iter()
        .map(|(row, filter)| view! { <Row lang now row missed=Some(filter)/> })
        .collect();
    view! {
        <section class="nothing">
            <h2>{lang.nothing_fits()}</h2>
            <p>{advice}</p>
            <ol class="rows">{rows}</ol>
            <ul class="chips">
                {loosened}
                <li><a class="chip" href="/stations">{lang.start_over()}</a></li>
            </ul>
        </section>
    }
}

/// Links to the pages before and after this one.
#[component]
fn Pages(lang: Lang, search: Search, pages: u32) -> impl IntoView {
    let page = search.page.clamp(1, pages);
    let link = |page: u32, rel: &'static str, words: &'static str| {
        (1..=pages).contains(&page).then(|| {
            let target = Search { page, ..search.clone() };
            view! { <a class="chip" rel=rel href=address(&target)>{words}</a> }
        })
    };
    view! {
        <nav class="pages" aria-label=lang.pages()>
            {link(page - 1, "prev", lang.previous_page())}
            <span>{format!("{page} / {pages}")}</span>
            {link(page + 1, "next", lang.next_page())}
        </nav>
    }
}

/// The address of the list that answers `search`.
pub(crate) fn address(search: &Search) -> String {
    match search.to_query() {
        query if query.is_empty() => "/stations".to_owned(),
        query => format!("/stations?{query}"),
    }
}

/// The same search from its first page, asking for one thing less.
fn without(search: &Search, filter: Filter) -> Search {
    let search = Search { page: 1, ..search.clone() };
    match filter {
        Filter::Words => Search { words: String::new(), ..search },
        Filter::District => Search { district: None, street: None, ..search },
        Filter::Street => Search { street: None, ..search },
        Filter::Kinds => Search { kinds: Default::default(), ..search },
        Filter::Amenities => Search { amenities: Default::default(), ..search },
        Filter::Access => Search { access: Default::default(), ..search },
        Filter::Open => Search { open: None, ..search },
    }
}

impl Lang {
    /// How many places fit.
    fn found(self, total: usize) -> String {
        match (self, total) {
            (_, 0) => String::new(),
            (Self::Zh, _) => format!("找到 {total} 处"),
            (Self::En, 1) => "1 place".to_owned(),
            (Self::En, _) => format!("{total} places"),
        }
    }

    /// An offer to ask for one thing less.
    fn without(self, filter: Filter) -> &'static str {
        match filter {
            Filter::Words => self.pick("不按字找", "Without the words"),
            Filter::District => self.pick("全市都行", "Anywhere in the city"),
            Filter::Street => self.pick("全区都行", "Anywhere in the district"),
            Filter::Kinds => self.pick("哪类都行", "Any kind"),
            Filter::Amenities => self.pick("不要求设施", "Whatever it has"),
            Filter::Access => self.pick("不限谁能进", "Any door policy"),
            Filter::Open => self.pick("什么时间都行", "Any hours"),
        }
    }
}
