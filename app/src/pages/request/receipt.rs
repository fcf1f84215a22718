//! The receipt: the reference, the secret that is shown once, by when, and which desk.

use super::check::deadline;
use super::join::joined_receipt;
use super::qr::qr;
use crate::islands::requests::Requests;
use crate::request::Receipt;
use crate::wording::Lang;
use domain::request::Request;
use domain::time::BeijingTime;
use leptos::prelude::*;

messages! {
    your_reference: "编号（打电话时念这个）" / "Reference (read it out on the phone)";
    your_secret: "密码（只在这一页出现这一次）" / "Secret (shown on this page only, this once)";
    take_a_picture: "现在就给这一页拍张照，或者截个屏。密码我们没有留底，丢了找不回来。" / "Take a picture of this page now. We keep no copy of the secret; once lost it cannot be found again.";
    never_tell_secret: "编号可以念给工会的人听，密码别告诉任何人。" / "You may read the reference to the union. Tell nobody the secret.";
    your_link: "查办到哪一步，打开这个链接：" / "To see how it stands, open this link:";
    scan_it: "也可以用手机扫：" / "Or scan it:";
    qr_says: "二维码，内容就是上面的链接" / "QR code of the link above";
    who_has_it: "现在在这里：" / "It is now with: ";
}

/// The page.
pub(crate) fn receipt(lang: Lang, now: BeijingTime, model: Receipt) -> impl IntoView {
    let request = Request::file(model.filed);
    let link = model.link();
    let code = qr(lang.qr_says(), &link);
    let code = code.map(|code| html!("<p>" {lang.scan_it()} "</p>" {code}));
    let due = match model.joined {
        true => Some(joined_receipt(lang)),
        false => request
            .due()
            .map(|due| deadline(lang, now, request.desk(), due)),
    };
    let content = html!(
        "<h1>" {lang.receipt_title()} r#"</h1><section class="receipt"><p>"# {lang.your_reference()}
        r#"</p><p class="reference">"# {request.reference().to_string()} "</p><p>" {lang.your_secret()}
        r#"</p><p class="secret">"# {model.secret.0.grouped()} "</p><p><b>" {lang.take_a_picture()}
        "</b></p><p>" {lang.never_tell_secret()} "</p></section><section><p>" {lang.who_has_it()} "<b>"
        {lang.desk(request.desk())} "</b></p>" {due} "</section><section><p>" {lang.your_link()}
        r#"</p><p class="link"><a href=""# {model.address()} r#"">"# {link} "</a></p>" {code} "</section>"
    );
    view! {
        <article class="request" inner_html=content.into_html()></article>
        <Requests/>
    }
}
