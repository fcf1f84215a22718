//! The address, the telephone, and the way into one's own map.

use crate::handoff::MapApp;
use crate::parts::signs::sign;
use crate::wording::Lang;
use domain::station::Station;
use leptos::prelude::*;

messages! {
    address_heading: "怎么去" / "Getting there";
    no_address: "没有登记地址。" / "No address is on record.";
    no_position: "没有登记位置，只能按地址找。" / "Its position is not on record; look for the address.";
    open_in_map: "用地图打开" / "Open in a map";
    copy_address: "抄下地址" / "Copy the address";
    copied: "抄好了" / "Copied";
    not_copied: "没抄成，长按地址可以复制" / "It did not work; press and hold the address";
    call_station: "打电话" / "Call";
}

/// The section.
pub(crate) fn go_there(lang: Lang, station: Station) -> AnyView {
    let text = station.text;
    let maps = station.position.map(|position| {
        let links: Vec<_> = MapApp::ALL
            .into_iter()
            .enumerate()
            .map(|(index, app)| {
                let class = if index == 0 { "act" } else { "chip" };
                let href = app.link(position, &text.name, &text.address);
                view! { <li><a class=class href=href rel="external noreferrer">{lang.map_app(app)}</a></li> }
            })
            .collect();
        view! { <ul class="chips maps" aria-label=lang.open_in_map()>{links}</ul> }
    });
    let no_position = maps.is_none();
    let address = text.address;
    let area = station.street.map_or("", |street| street.name_zh());
    let phone = text.phone;
    view! {
        <section class="go-there">
            <h2>{lang.address_heading()}</h2>
            {maps}
            {no_position.then(|| view! { <p>{lang.no_position()}</p> })}
            <p class="address" itemprop="address" lang=Lang::Zh.tag()>
                {lang.district(station.district)}
                " "
                {area}
                " "
                <span id="address">{address.clone()}</span>
            </p>
            {if address.is_empty() {
                view! { <p>{lang.no_address()}</p> }.into_any()
            } else {
                copy_button(lang)
            }}
            {(!phone.is_empty()).then(|| view! {
                <p>
                    <a class="chip" href=format!("tel:{}", dialled(&phone))>
                        {sign("phone")}
                        {lang.call_station()}
                        " "
                        <span itemprop="telephone">{phone.clone()}</span>
                    </a>
                </p>
            })}
        </section>
    }
    .into_any()
}

/// The button that copies the address; hidden until the page is awake.
fn copy_button(lang: Lang) -> AnyView {
    view! {
        <div class="copy" hidden>
            <button type="button" class="chip">{sign("copy")}{lang.copy_address()}</button>
            <span role="status">
                <span class="done" hidden>{lang.copied()}</span>
                <span class="failed" hidden>{lang.not_copied()}</span>
            </span>
        </div>
    }
    .into_any()
}

/// What a telephone can dial of a number as written.
fn dialled(phone: &str) -> String {
    phone
        .chars()
        .filter(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | ','))
        .collect()
}

impl Lang {
    /// A map, by the name on its icon.
    fn map_app(self, app: MapApp) -> &'static str {
        match app {
            MapApp::Amap => self.pick("高德地图", "AMap"),
            MapApp::Tencent => self.pick("腾讯地图", "Tencent Maps"),
            MapApp::Baidu => self.pick("百度地图", "Baidu Maps"),
            MapApp::Apple => self.pick("苹果地图", "Apple Maps"),
        }
    }
}
