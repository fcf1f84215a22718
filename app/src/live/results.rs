//! The answer to a search: how many places fit, the best of them, and what to do when none does.

use crate::live::row::{rows, station_row};
use crate::markup::Markup;
use crate::results::{Results, address, with_fragment};
use crate::wording::Lang;
use domain::search::{Filter, Search};
use domain::time::BeijingTime;

messages! {
    nothing_fits: "没有完全合适的地方" / "Nothing fits all of that";
    just_missed: "下面这几处只差一样。去掉那一样，就能看到更多。" / "These miss one thing. Let go of it, and there are more.";
    nothing_near: "换几个字，或者少选几样，再找一次。" / "Try other words, or ask for fewer things.";
    words_before: "没有找到名字或地址里有“" / "No station has “";
    words_after: "”的站点" / "” in its name or address";
    other_words: "换个说法，或按区找。" / "Try other words, or look by district.";
    start_over: "全部重来" / "Start over";
    previous_page: "上一页" / "Previous";
    next_page: "下一页" / "Next";
    pages: "翻页" / "Pages";
    page_before: "第 " / "Page ";
    page_between: " 页，共 " / " of ";
    page_after: " 页" / "";
}

/// The list with its count and its pages.
pub(crate) fn result_list(lang: Lang, now: BeijingTime, results: &Results) -> Markup {
    if results.total == 0 {
        return nothing_fits(lang, now, results);
    }
    html!(
        r#"<p class="count" role="status">"# {lang.found(results.total)} "</p>"
        {rows(lang, now, &results.rows)}
        {pagination(lang, results)}
    )
}

/// Never a dead end: what almost fits, and how to ask for less.
fn nothing_fits(lang: Lang, now: BeijingTime, results: &Results) -> Markup {
    let near_misses = &results.near_misses;
    let search = &results.search;
    let unheard = near_misses.is_empty() && !search.words.is_empty();
    // Nothing else was asked for, so it is not for the filters that nothing was found.
    let words_alone = unheard && !search.to_query().contains('&');
    let (before, words, after, advice) = match near_misses[..] {
        [] if words_alone => (
            lang.words_before(),
            &*search.words,
            lang.words_after(),
            lang.other_words(),
        ),
        [] => (lang.nothing_fits(), "", "", lang.nothing_near()),
        _ => (lang.nothing_fits(), "", "", lang.just_missed()),
    };
    let rows: Markup = near_misses
        .iter()
        .map(|(row, filter)| station_row(lang, now, row, Some(*filter)))
        .collect();
    let missed = |filter: &Filter| match filter {
        Filter::Words => unheard && !words_alone,
        _ => near_misses.iter().any(|(_, missed)| missed == filter),
    };
    let loosened: Markup = Filter::ALL
        .into_iter()
        .filter(missed)
        .map(|filter| {
            let wider = without(search, filter);
            html!("<li>" {chip(results, &wider, lang.without(filter))} "</li>")
        })
        .collect();
    html!(
        r#"<section class="nothing"><div role="status"><h2>"# {before} {words} {after} "</h2></div><p>" {advice} "</p>"
        r#"<ol class="rows">"# {rows} r#"</ol><ul class="chips">"# {loosened}
        "<li>" {chip(results, &Search::default(), lang.start_over())} "</li></ul></section>"
    )
}

/// Links to the pages before and after this one.
fn pagination(lang: Lang, results: &Results) -> Option<Markup> {
    let pages = results.pages();
    let page = results.search.page.clamp(1, pages);
    let link = |page: u32, words: &str| {
        (1..=pages).contains(&page).then(|| {
            let target = Search {
                page,
                ..results.search.clone()
            };
            chip(results, &target, words)
        })
    };
    (pages > 1).then(|| {
        html!(
            r#"<nav class="pages" aria-label=""# {lang.pages()} r#"">"#
            {link(page - 1, lang.previous_page())}
            "<span>" {lang.page_before()} {page} {lang.page_between()} {pages} {lang.page_after()} "</span>"
            {link(page + 1, lang.next_page())}
            "</nav>"
        )
    })
}

/// A link to another list.
fn chip(results: &Results, search: &Search, words: &str) -> Markup {
    let address = with_fragment(&address(search), &results.fragment);
    html!(r#"<a class="chip" href=""# {address} r#"">"# {words} "</a>")
}

impl Lang {
    /// How many places fit.
    fn found(self, total: usize) -> String {
        match (self, total) {
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

/// The same search from its first page, asking for one thing less.
fn without(search: &Search, filter: Filter) -> Search {
    let search = Search {
        page: 1,
        ..search.clone()
    };
    match filter {
        Filter::Words => Search {
            words: String::new(),
            ..search
        },
        Filter::District => Search {
            district: None,
            street: None,
            ..search
        },
        Filter::Street => Search {
            street: None,
            ..search
        },
        Filter::Kinds => Search {
            kinds: Default::default(),
            ..search
        },
        Filter::Amenities => Search {
            amenities: Default::default(),
            ..search
        },
        Filter::Access => Search {
            access: Default::default(),
            ..search
        },
        Filter::Open => Search {
            open: None,
            ..search
        },
    }
}
