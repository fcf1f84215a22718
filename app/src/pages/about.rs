//! `/about`: what this is, where its data comes from, and how anyone can have it.

use crate::parts::signs::window;
use crate::row::Light;
use crate::wording::Lang;
use leptos::prelude::*;

messages! {
    about_title: "关于暖驿" / "About Nuanyi";
    about_what: "暖驿帮在北京干活的人找一处亮着灯的地方：能坐下，能喝口热水，能热一热饭。列表按“你到的时候还开不开”来排，不按热闹来排。" / "Nuanyi helps everyone who works in Beijing to find a place with its lights on: to sit, drink something warm, heat a meal. The list is sorted by what is open when you arrive.";
    about_windows: "四扇窗" / "Four windows";
    about_windows_more: "一处地方开不开，看它的窗就知道。" / "A window tells whether a place is open.";
    about_unknown: "不知道就说不知道" / "What is unknown stays unknown";
    about_unknown_more: "没人写过的时间、没公布的放假安排、读不准的原话，我们都写明“说不准”，从不替它猜。很久没人核实的站点会排得靠后，并写在旁边。" / "Hours that nobody has stated, holidays that are not yet announced, words we cannot read safely: all are shown as unknown, never guessed. Places that nobody has confirmed for long rank lower, and say so.";
    about_data: "数据从哪来" / "Where the data comes from";
    about_data_more: "站点由工会登记和核实。放假和调休按国务院每年的通知；区和街道的名称来自国家统计局 2023 年的区划表。" / "Stations are listed and confirmed by the union. Holidays and make-up working days follow the State Council’s yearly notices; districts and street areas the statistics bureau’s table of 2023.";
    about_benefits: "待遇和服务写自五篇介绍北京工会工作的报道：2016 年一篇、2018 年两篇、2020 年一篇、2025 年前后一篇，年份按内容推定。报道没写的，我们写“来源没有写”。要作准，打 12351。" / "Benefits and services are taken from five newspaper reports on the work of the Beijing unions: one of 2016, two of 2018, one of 2020 and one of about 2025, dated by what they say. What they do not say, we call “not stated”. For certainty call 12351.";
    about_demonstration: "页面顶上写着“示例数据”时，看到的站点都是造出来演示的：不存在，别按它走。" / "While the top of the page says “demonstration data”, the places are made up to show how the site works: they do not exist, do not go there.";
    about_open: "数据人人可用" / "The data is open";
    about_open_more: "全部站点都能下载，也能按接口查：" / "Every station can be downloaded, or asked for by API:";
    about_api: "接口说明" / "API description";
}

/// The page.
pub(crate) fn about(lang: Lang) -> impl IntoView {
    let windows: Vec<_> = Light::ALL
        .into_iter()
        .map(|light| view! { <li>{window(light)}{lang.window_means(light)}</li> })
        .collect();
    view! {
        <article class="prose">
            <h1>{lang.about_title()}</h1>
            <p>{lang.about_what()}</p>
            <h2>{lang.about_windows()}</h2>
            <p>{lang.about_windows_more()}</p>
            <ul class="legend">{windows}</ul>
            <h2>{lang.about_unknown()}</h2>
            <p>{lang.about_unknown_more()}</p>
            <h2>{lang.about_data()}</h2>
            <p>{lang.about_data_more()}</p>
            <p>{lang.about_benefits()}</p>
            <p>{lang.about_demonstration()}</p>
            <h2>{lang.about_open()}</h2>
            <p>{lang.about_open_more()}</p>
            <ul class="chips">
                <li><a class="chip" href="/api/v1/stations.csv">"CSV"</a></li>
                <li><a class="chip" href="/api/v1/stations.xlsx">"XLSX"</a></li>
                <li><a class="chip" href="/api/v1/stations.geojson">"GeoJSON"</a></li>
                <li><a class="chip" href="/api/v1/openapi.json">{lang.about_api()}</a></li>
            </ul>
        </article>
    }
}
