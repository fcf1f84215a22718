//! The answer to a search: how many places fit, the best of them, and what to do when none does.

use crate::parts::row::station_row;
use crate::results::{Results, address, without};
use crate::row::StationRow;
use crate::wording::Lang;
use domain::search::{Filter, Search};
use domain::time::BeijingTime;
use leptos::prelude::*;

messages! {
    nothing_fits: "没有完全合适的地方" / "Nothing fits all of that";
    just_missed: "下面这几处只差一样。去掉那一样，就能看到更多。" / "These miss just one thing. Let go of that, and there are more.";
    nothing_near: "换几个字，或者少选几样，再找一次。" / "Try other words, or ask for fewer things.";
    start_over: "全部重来" / "Start over";
    previous_page: "上一页" / "Previous";
    next_page: "下一页" / "Next";
    pages: "翻页" / "Pages";
}

/// The list with its count and its pages.
pub(crate) fn result_list(lang: Lang, now: BeijingTime, results: Results) -> AnyView {
    let pages = results.pages();
    let Results {
        search,
        total,
        rows,
        near_misses,
    } = results;
    let rows: Vec<_> = rows
        .into_iter()
        .map(|row| station_row(lang, now, row, None))
        .collect();
    view! {
        <p class="count" role="status">{lang.found(total)}</p>
        <ol class="rows">{rows}</ol>
        {(total == 0).then(|| nothing_fits(lang, now, search.clone(), near_misses))}
        {(pages > 1).then(|| pagination(lang, search, pages))}
    }
    .into_any()
}

/// Never a dead end: what almost fits, and how to ask for less.
fn nothing_fits(
    lang: Lang,
    now: BeijingTime,
    search: Search,
    near_misses: Vec<(StationRow, Filter)>,
) -> AnyView {
    let advice = if near_misses.is_empty() {
        lang.nothing_near()
    } else {
        lang.just_missed()
    };
    let missed = |filter: &Filter| near_misses.iter().any(|(_, missed)| missed == filter);
    let loosened: Vec<_> = Filter::ALL
        .into_iter()
        .filter(missed)
        .map(|filter| view! {
            <li><a class="chip" href=address(&without(&search, filter))>{lang.without(filter)}</a></li>
        })
        .collect();
    let rows: Vec<_> = near_misses
        .into_iter()
        .map(|(row, filter)| station_row(lang, now, row, Some(filter)))
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
    .into_any()
}

/// Links to the pages before and after this one.
fn pagination(lang: Lang, search: Search, pages: u32) -> AnyView {
    let page = search.page.clamp(1, pages);
    let link = |page: u32, rel: &'static str, words: &'static str| {
        (1..=pages).contains(&page).then(|| {
            let target = Search {
                page,
                ..search.clone()
            };
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
    .into_any()
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
