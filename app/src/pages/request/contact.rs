//! How to get back to the worker, and who may see name and number.

use super::fields::Fields;
use crate::markup::Markup;
use domain::request::Field;
use domain::union::Level;

messages! {
    contact_legend: "怎么给你回话？" / "How do we get back to you?";
    by_phone: "打电话" / "By phone";
    by_phone_more: "也可以凭编号和密码在网页上看。" / "You can also look here with the reference and the secret.";
    by_reference: "不打电话，我凭编号和密码来看" / "No calls: I look here with the reference and the secret";
    anonymous: "匿名，也不留名字" / "Anonymous, without a name";
    your_phone: "电话号码" / "Phone number";
    your_name: "怎么称呼你（可以不写）" / "Your name (you may leave it out)";
    phone_seen_by: "谁能看到号码" / "Who may see the number";
    name_seen_by: "谁能看到名字" / "Who may see the name";
    seen_by_more: "看之前要写理由，谁看过、什么时候看的，你都查得到。" / "Whoever looks must give a reason, and you can see who looked and when.";
}

/// The fields that this shows.
pub(super) const FIELDS: [Field; 5] = [
    Field::Contact,
    Field::Phone,
    Field::PhoneSeenBy,
    Field::Name,
    Field::NameSeenBy,
];

/// The choices, and what each needs.
pub(super) fn contact(fields: Fields<'_>) -> Markup {
    let lang = fields.lang;
    let phone = html!(
        {lang.by_phone()} r#" <span class="soft">"# {lang.by_phone_more()} "</span>"
    );
    html!(
        r#"<fieldset class="field contact"><legend>"# {lang.contact_legend()} "</legend>"
        {fields.problem(Field::Contact)} {fields.radio(Field::Contact, "phone", phone, true)}
        r#"<div class="under by-phone">"#
        {fields.line(Field::Phone, lang.your_phone(), r#" type="tel" autocomplete="tel""#)}
        {levels(fields, Field::PhoneSeenBy, lang.phone_seen_by())} "</div>"
        {fields.radio(Field::Contact, "reference", html!({lang.by_reference()}), false)}
        {fields.radio(Field::Contact, "anonymous", html!({lang.anonymous()}), false)}
        r#"<div class="named">"#
        {fields.line(Field::Name, lang.your_name(), r#" autocomplete="name""#)}
        {levels(fields, Field::NameSeenBy, lang.name_seen_by())} "</div>"
        r#"<p class="soft">"# {lang.seen_by_more()} "</p></fieldset>"
    )
}

fn levels(fields: Fields<'_>, field: Field, legend: &str) -> Markup {
    let lang = fields.lang;
    let each: Markup = Level::ALL
        .iter()
        .enumerate()
        .map(|(place, level)| {
            let label = html!({ lang.level(*level) });
            fields.tick(field, level.code(), label, place == 0)
        })
        .collect();
    html!(
        r#"<fieldset class="levels"><legend>"# {legend} "</legend>" {fields.problem(field)} {each} "</fieldset>"
    )
}
