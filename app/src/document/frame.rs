//! The frame of every page: head, header with the help line, footer with the preferences.

use super::sprite::sprite;
use super::{Client, Meta, Shell};
use crate::parts::signs::{sign, window};
use crate::row::Light;
use crate::wording::Lang;
use leptos::prelude::*;

/// The union's help line, in the same corner of every page.
pub(crate) const HELP_LINE: &str = "tel:12351";

messages! {
    site_name: "暖驿" / "Nuanyi";
    site_description: "在北京找一处亮着灯的歇脚地：能坐、能喝水、能热饭，几点关门写得明白。" / "Find a place in Beijing with its lights on: a seat, water, a warm meal, and plainly until when.";
    skip_to_content: "跳到正文" / "Skip to the content";
    demonstration_notice: "示例数据，不是真实站点。" / "Demonstration data, not real places.";
    main_navigation: "主导航" / "Main";
    nav_stations: "站点" / "Stations";
    nav_check: "待遇" / "Benefits";
    nav_services: "服务" / "Services";
    nav_about: "关于" / "About";
    nav_privacy: "隐私" / "Privacy";
    nav_offline: "没网也能用" / "Without a network";
    help_line: "拨打 12351 工会热线" / "Call the union’s help line, 12351";
    kept_notice: "连不上网。这是手机里存着的，存于" / "No answer from the network. This is what your phone kept, from";
    preferences: "阅读方式" / "How you read";
    read_in_other_language: "English" / "中文";
    large_print: "大字版" / "Large print";
    normal_print: "标准字号" / "Normal print";
    made_for: "给在北京干活的人。" / "For everyone who works in Beijing.";
}

/// The document around `content`.
pub(crate) fn frame(shell: Shell, meta: Meta, content: AnyView) -> impl IntoView {
    let Shell {
        lang,
        large_print,
        address,
        assets,
        snapshot,
        demonstration,
        now,
        kept_at,
    } = shell;
    let client = meta.client.map(|client| match client {
        Client::Places => assets.places,
        Client::Checker => assets.checker,
        Client::Requests => assets.requests,
        Client::Map => assets.map,
        Client::Pin => assets.pin,
    });
    let has_map = matches!(meta.client, Some(Client::Map | Client::Pin));
    let city_map = has_map.then_some(assets.city_map);
    view! {
        <html lang=lang.tag() data-print=large_print.then_some("large")>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>{meta.title}</title>
                <meta name="description" content=meta.description/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f7f4ee"/>
                <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#14171c"/>
                <meta name="format-detection" content="telephone=no"/>
                <link rel="stylesheet" href=assets.css/>
                <link rel="icon" type="image/svg+xml" href=ICON/>
                <link rel="apple-touch-icon" href=TOUCH_ICON/>
                <link rel="manifest" href=manifest(lang)/>
                {assets.offline.map(|offline| view! { <script type="module" src=offline></script> })}
                {client.map(|client| view! {
                    <script
                        type="module"
                        id="islands"
                        src=assets.islands
                        data-client=client.js
                        data-wasm=client.wasm
                    ></script>
                })}
                {city_map.map(|module| view! { <script type="module" src=module></script> })}
            </head>
            <body
                data-snapshot=snapshot
                data-now=now.unix_seconds().to_string()
                data-district=meta.district.map(|district| district.code().to_string())
            >
                {sprite()}
                <a class="skip" href="#main">{lang.skip_to_content()}</a>
                {demonstration.then(|| view! { <aside class="demonstration">{lang.demonstration_notice()}</aside> })}
                {kept_at.map(|moment| view! {
                    <aside class="from-phone" aria-label=lang.nav_offline()>{lang.kept_notice()} " " {lang.past_moment(moment, now)}</aside>
                })}
                {header(lang, path(&address))}
                <main id="main" tabindex="-1">{content}</main>
                {footer(lang, large_print, address)}
            </body>
        </html>
    }
}

fn header(lang: Lang, path: String) -> AnyView {
    let link = |href: &'static str, words: &'static str| {
        let current = if path == href { Some("page") } else { None };
        view! { <a href=href aria-current=current>{words}</a> }
    };
    view! {
        <header class="top">
            <a class="wordmark" href="/">
                {window(Light::Lit)}
                {lang.site_name()}
            </a>
            <nav aria-label=lang.main_navigation()>
                {link("/stations", lang.nav_stations())}
                {link("/check", lang.nav_check())}
                {link("/services", lang.nav_services())}
                {link("/about", lang.nav_about())}
            </nav>
            <a class="help" href=HELP_LINE aria-label=lang.help_line()>
                {sign("phone")}
                "12351"
            </a>
        </header>
    }
    .into_any()
}

fn footer(lang: Lang, large_print: bool, address: String) -> AnyView {
    let (other, other_tag) = match lang {
        Lang::Zh => (Lang::En, Lang::En.tag()),
        Lang::En => (Lang::Zh, Lang::Zh.tag()),
    };
    let (print, print_words) = match large_print {
        true => ("normal", lang.normal_print()),
        false => ("large", lang.large_print()),
    };
    view! {
        <footer class="bottom">
            <form method="post" action="/preferences" aria-label=lang.preferences()>
                <input type="hidden" name="back" value=address/>
                <button class="quiet" name="lang" value=other.code() lang=other_tag>
                    {lang.read_in_other_language()}
                </button>
                <button class="quiet" name="print" value=print>{print_words}</button>
            </form>
            <p>
                {lang.made_for()}
                " "
                <a href="/check">{lang.nav_check()}</a>
                " · "
                <a href="/services">{lang.nav_services()}</a>
                " · "
                <a href="/about">{lang.nav_about()}</a>
                " · "
                <a href="/privacy">{lang.nav_privacy()}</a>
                " · "
                <a href="/offline">{lang.nav_offline()}</a>
            </p>
        </footer>
    }
    .into_any()
}

/// What an installed site is called and looks like, in the reader's language.
const fn manifest(lang: Lang) -> &'static str {
    lang.pick("/site.webmanifest", "/site.en.webmanifest")
}

/// Its address stays the same over all builds: browsers ask for it by themselves, too.
const ICON: &str = "/icon.svg";

/// For phones that take no drawing as an icon.
const TOUCH_ICON: &str = "/icon-180.png";

/// The path of an address without its query.
fn path(address: &str) -> String {
    address.split('?').next().unwrap_or_default().to_owned()
}
