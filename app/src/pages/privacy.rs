//! `/privacy`: what stays on the phone, what does not, in plain words.

use crate::wording::Lang;
use leptos::prelude::*;

messages! {
    privacy_title: "隐私" / "Privacy";
    privacy_in_short: "不用注册，不跟踪，不打广告。位置留在你的手机里。" / "No account, no tracking, no advertising. Your position stays on your phone.";
    privacy_position: "位置" / "Your position";
    privacy_position_more: "只有你点了“离我最近”，手机才会问你给不给位置。给了以后，站点数据下到手机上，由手机自己算远近，位置不发给我们。地址栏里的位置只留三位小数（大约一百米），写在 # 号后面，浏览器不会把这一段发出去。" / "Only when you tap “near me” does the phone ask for your position. The list of stations is then downloaded and your phone works out the distances by itself; your position is not sent to us. In the address it is rounded to three decimals, about a hundred metres, and stands behind the # sign, a part that browsers never send.";
    privacy_no_script: "如果一个地址里问号后面带着 near=，那是有人特意写的位置，它会随地址发给我们；我们不留它。" / "If an address has near= behind its question mark, somebody wrote a position there on purpose; it is sent with the address, and we do not keep it.";
    privacy_answers: "查待遇时的回答" / "Your answers in the checker";
    privacy_answers_more: "手机跑得动本页的程序时，回答只留在手机里，由手机自己判断，不发给我们。点“清空我的回答”就删掉；别人的手机，可以选关掉页面就不留。" / "Where the phone can run the page’s program, your answers stay on it: the phone judges by itself and sends us nothing. “Clear my answers” deletes them; on a shared phone you can have them gone when the page is closed.";
    privacy_answers_in_address: "跑不动时，回答写在那一页的网址里，随网址发给我们，算出结果就忘掉，不存也不记。浏览器的历史里会留着那个网址：别人的手机上用完，再清一下历史。" / "Where it cannot, your answers stand in the address of the page. It is sent to us to work out the result, and forgotten: nothing is kept or recorded. The browser’s history keeps the address: on a shared phone, clear the history afterwards.";
    privacy_requests: "写给工会的话" / "What you write to the union";
    privacy_requests_more: "名字、电话、写的话和照片都加密存着，一件一把钥匙。经办的人看到的名字和电话是遮住的；真要看，得写下为什么，谁、什么时候看的，你的页面上都有。密码我们只留一个对得上、倒不回去的印子。" / "Names, numbers, words and photos are kept encrypted, a key for each request. Those who deal with it see name and number masked; to see them they must write down why, and your page then says who looked and when. Of the secret we keep only a print that fits it and cannot be turned back.";
    privacy_requests_end: "办结后过 6 到 36 个月（看是什么事；来源没有写，是本站定的），那把钥匙销毁，谁也打不开了，只留下不带个人信息的统计。" / "From 6 to 36 months after its end, by what it was about (no source says; it is this site’s own rule), that key is destroyed and nobody can open it any more. Only statistics without anything personal stay.";
    privacy_reports: "反映站点的事" / "What you report of a station";
    privacy_reports_more: "只留是哪个站点、什么事、什么时候、你多写的那句话；身份证号、银行卡号、电话号码先遮住再存。不留你是谁，不留网址（IP）。照片加密存着，只有管那里的工作人员看得到，处理完 30 天删。为了同一个人说两遍不算两个人，地址和一把随机钥匙揉成的印子在服务器内存里最多放一天，从不写到盘上。一年后整条删掉。" / "Which station, what, when, and what you added; identity, card and phone numbers are masked before it is kept. Not who you are, not your address on the network. A photo is kept encrypted, seen by the staff in charge alone, and deleted 30 days after they have decided. So that one person saying it twice is not two people, a print made of your address and a random key stays in the server’s memory for a day at most and is never written down. After a year the whole report is deleted.";
    privacy_reports_open: "凭编号谁都能看结果，不用密码：那一页只有站点、事情和处理结果，没有你的任何信息，连你多写的那句话也不显示。" / "Anybody with the reference can see what became of it, without a secret: that page has the station, what was wrong and the outcome, and nothing of you, not even what you added.";
    privacy_crowding: "说里面人多不多，只留站点、多少人、几点，一小时后就不显示，一天内删掉。" / "Of how full it is we keep the station, the answer and the time; it is shown for an hour and deleted within about a day.";
    privacy_draft: "手机跑得动本页的程序时，写到哪儿存到哪儿，没有网也先存着，一有网自己交出去。这些只存在这部手机里，加了密，密钥出不了这部手机；收据也存着，到你说“记下了”为止。一周没动就自己删掉，也可以随时删；别人的手机，点“别人的手机，别存”。提示危险的话和号码，是手机自己认的，不发给我们，也不记。" / "Where the phone can run the page’s program, what you write is kept on it as you write, and without a network until it can be sent. It stays on this phone alone, encrypted with a key that cannot leave it, and so does the receipt until you say you have noted it. After a week without a change it is gone, and you can delete it at any time; on a shared phone, tap “Not my phone: keep nothing”. Words of danger and numbers are recognised by the phone itself; nothing about that is sent to us or kept.";
    privacy_kept: "手机里存的站点" / "What is kept for a time without a network";
    privacy_kept_more: "为了没网也能用，手机里存着本站的程序、全市的站点、看过的区的名字和地址，还有你读的语言和字号。看过的网页、查过什么、写过什么，都不在里面。手机设了省流量，就先不存。" / "So that it works without a network, your phone keeps the site’s program, all places, the names and addresses of districts you have looked at, and your language and print. No page you saw is in there, nothing you looked for, nothing you wrote. A phone that saves data keeps nothing unless you ask.";
    privacy_kept_where: "看存了什么，全删掉" / "See what is kept, or delete it all";
    privacy_cookie: "一块小饼干" / "One cookie";
    privacy_cookie_more: "换语言或用大字版时，浏览器里存一个名为 prefs 的 Cookie，里面只有语言和字号，例如 en.large。没换过就没有。" / "When you change the language or choose large print, the browser keeps one cookie named prefs, with nothing but language and print, such as en.large. If you never change them there is none.";
    privacy_logs: "服务器记什么" / "What the server records";
    privacy_logs_more: "出错时记下错误本身，不记是谁、在哪、找过什么。" / "When something breaks, the error itself; not who you are, where you are, or what you looked for.";
    privacy_maps: "打开别家地图" / "Opening another map";
    privacy_maps_more: "点了高德、腾讯、百度或苹果地图，站点的名字、地址和位置会交给那家地图，之后按那家的规矩来。" / "When you open AMap, Tencent, Baidu or Apple Maps, the station’s name, address and position are handed to that map, and its own rules apply from there.";
}

/// The page.
pub(crate) fn privacy(lang: Lang) -> impl IntoView {
    view! {
        <article class="prose">
            <h1>{lang.privacy_title()}</h1>
            <p>{lang.privacy_in_short()}</p>
            <h2>{lang.privacy_position()}</h2>
            <p>{lang.privacy_position_more()}</p>
            <p>{lang.privacy_no_script()}</p>
            <h2>{lang.privacy_answers()}</h2>
            <p>{lang.privacy_answers_more()}</p>
            <p>{lang.privacy_answers_in_address()}</p>
            <h2>{lang.privacy_requests()}</h2>
            <p>{lang.privacy_requests_more()}</p>
            <p>{lang.privacy_requests_end()}</p>
            <p>{lang.privacy_draft()}</p>
            <h2>{lang.privacy_reports()}</h2>
            <p>{lang.privacy_reports_more()}</p>
            <p>{lang.privacy_reports_open()}</p>
            <p>{lang.privacy_crowding()}</p>
            <h2>{lang.privacy_kept()}</h2>
            <p>{lang.privacy_kept_more()}</p>
            <p><a class="chip" href="/offline">{lang.privacy_kept_where()}</a></p>
            <h2>{lang.privacy_cookie()}</h2>
            <p>{lang.privacy_cookie_more()}</p>
            <h2>{lang.privacy_logs()}</h2>
            <p>{lang.privacy_logs_more()}</p>
            <h2>{lang.privacy_maps()}</h2>
            <p>{lang.privacy_maps_more()}</p>
        </article>
    }
}
