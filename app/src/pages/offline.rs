//! `/offline`: what the phone keeps for a time without a network, and how to keep more or nothing.

use crate::wording::Lang;
use domain::places::District;
use leptos::prelude::*;

messages! {
    offline_title: "没网也能用" / "Without a network";
    offline_in_short: "地铁里、地下车库里，信号断了，站点照样能找。" / "In a tunnel or a basement, without a signal, you still find a place.";
    offline_what: "没网时能做什么" / "What works without a network";
    offline_works: "找站点、看地图、看一个站点、查待遇、看服务；诉求先写好存着，一有网自己交出去。几点关门由手机自己算，页面顶上写着数据是什么时候存的。" / "Finding places, the map, the page of a place, the checker and the services. What you write to the union is kept and sent by itself later. The phone works out by itself what is open, and the top of the page says how old the data is.";
    offline_by_itself: "打开过一次网站，手机就把程序和全市站点的位置、时间存下来；看过哪个区，那个区的名字和地址也存下来。" / "Once you have opened the site, your phone keeps the program and the positions and hours of all places; of each district that you have looked at, names and addresses too.";
    offline_saving: "手机开着省流量，就什么都不先存：点了下面的按钮才存。" / "While your phone saves data, nothing is kept ahead: only when you tap the button below.";
    offline_install: "添加到桌面" / "On your home screen";
    offline_install_more: "在浏览器的菜单里点“添加到主屏幕”或“安装”，桌面上就有一扇亮着的窗。" / "Choose “Add to home screen” or “Install” in your browser’s menu, and a lit window stands among your apps.";
    offline_not_here: "这个浏览器存不了，别的都照常用。想存，换手机自带的浏览器或 Chrome 打开；微信里点右上角，选“在浏览器打开”。" / "This browser cannot keep anything; all else works as usual. To keep it, use your phone’s own browser or Chrome; in WeChat, tap the top right corner and choose to open it in the browser.";
    offline_pack: "全市的名字和地址" / "Names and addresses of the whole city";
    offline_keep_all: "全市都存下来" / "Keep the whole city";
    offline_forget: "从这部手机里全删掉" / "Delete it all from this phone";
    offline_progress: "存了多少" / "How much is kept";
    offline_keeping: "正在存……" / "Keeping it…";
    offline_done: "存好了，没网也能搜全市。" / "Kept. You can search the whole city without a network.";
    offline_failed: "没存完，多半是断了网。存下的都在，有网再点一次。" / "Not all of it, probably because the network went. What is kept stays; tap again when it is back.";
    offline_forgotten: "删掉了，以后也不再存。想存，再点上面的按钮。" / "Deleted, and nothing is kept from now on. To keep it again, tap the button above.";
    offline_kept: "已存" / "kept";
}

/// The words of a district, and what they weigh on the way to a phone; unknown without a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pack {
    /// Whose words.
    pub district: District,
    /// Compressed, as most browsers ask for it.
    pub bytes: Option<usize>,
}

/// The page.
pub(crate) fn offline(lang: Lang, packs: Vec<Pack>) -> impl IntoView {
    let total: usize = packs.iter().filter_map(|pack| pack.bytes).sum();
    let size = (total > 0).then(|| format!(" ({})", kilobytes(total)));
    let rows: Vec<_> = packs.into_iter().map(|pack| row(lang, pack)).collect();
    view! {
        <article class="prose">
            <h1>{lang.offline_title()}</h1>
            <p>{lang.offline_in_short()}</p>
            <h2>{lang.offline_what()}</h2>
            <p>{lang.offline_works()}</p>
            <p>{lang.offline_by_itself()}</p>
            <p>{lang.offline_saving()}</p>
            <section class="pack" hidden>
                <h2>{lang.offline_pack()}</h2>
                <p class="ways">
                    <button class="act keep">{lang.offline_keep_all()}{size}</button>
                    <button class="quiet forget" hidden>{lang.offline_forget()}</button>
                </p>
                <progress hidden aria-label=lang.offline_progress() max=total.to_string() value="0"></progress>
                <div class="said" role="status">
                    <p class="keeping" hidden>{lang.offline_keeping()}</p>
                    <p class="done" hidden>{lang.offline_done()}</p>
                    <p class="failed" hidden>{lang.offline_failed()}</p>
                    <p class="forgotten" hidden>{lang.offline_forgotten()}</p>
                </div>
                <ul class="packs" aria-label=lang.offline_pack()>{rows}</ul>
            </section>
            <p class="without-worker">{lang.offline_not_here()}</p>
            <h2>{lang.offline_install()}</h2>
            <p>{lang.offline_install_more()}</p>
        </article>
    }
}

fn row(lang: Lang, pack: Pack) -> impl IntoView {
    view! {
        <li
            data-code=pack.district.code().to_string()
            data-bytes=pack.bytes.unwrap_or_default().to_string()
        >
            {lang.district(pack.district)}
            " "
            {pack.bytes.map(kilobytes)}
            " "
            <b hidden>{lang.offline_kept()}</b>
        </li>
    }
}

/// Whole kilobytes, of 1000 bytes.
fn kilobytes(bytes: usize) -> String {
    format!("{} kB", bytes.div_ceil(1000))
}
