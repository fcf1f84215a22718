//! What was answered, row by row, each with the field where it is changed.

use super::details::field_of;
use crate::markup::Markup;
use crate::request::CheckAnswers;
use crate::wording::Lang;
use domain::places::District;
use domain::request::{Ask, Contact, Details, Field, Named, Phone, Place};
use domain::union::LevelSet;

messages! {
    answer_category: "哪方面" / "About";
    answer_text: "出了什么事" / "What is wrong";
    answer_place: "在哪儿" / "Where";
    answer_contact: "怎么回话" / "How we answer";
    not_sure_place: "说不准" / "Not sure";
    contact_reference: "凭编号和密码在网页上看" / "Here, with the reference and the secret";
    contact_anonymous: "匿名，凭编号和密码在网页上看" / "Anonymously, here with the reference and the secret";
    answer_name: "怎么称呼你" / "Your name";
    answer_photos: "照片" / "Photos";
    seen_by: "谁能看到：" / "Seen by: ";
}

/// A row: what was asked, what was answered, and where it is changed.
pub(in crate::pages) struct Row {
    pub(in crate::pages) name: &'static str,
    pub(in crate::pages) answer: Markup,
    pub(super) field: Field,
}

/// Every row that has an answer, in the order of the form.
pub(super) fn rows(lang: Lang, model: &CheckAnswers) -> Vec<Row> {
    let row = |name, answer, field| Row {
        name,
        answer,
        field,
    };
    let submission = &model.submission;
    let category = html!({ lang.category(submission.category) });
    let text = html!(r#"<span class="typed">"# {&*submission.text} "</span>");
    let place = place(lang, submission.place, model.station.as_deref());
    let mut rows = vec![
        row(lang.answer_category(), category, Field::Category),
        row(lang.answer_text(), text, Field::Text),
    ];
    rows.extend(details(lang, &submission.details));
    rows.push(row(lang.answer_place(), place, Field::Place));
    let (how, name) = contact(lang, &submission.contact);
    rows.push(row(lang.answer_contact(), how, Field::Contact));
    rows.extend(name.map(|name| row(lang.answer_name(), named(lang, name), Field::Name)));
    let photos = submission.photos.len();
    let count = html!({ lang.photo_count(photos) });
    rows.extend((photos > 0).then(|| row(lang.answer_photos(), count, Field::Photos)));
    rows
}

/// What the category asked, where it was answered.
pub(in crate::pages) fn details(lang: Lang, details: &Details) -> impl Iterator<Item = Row> {
    let programme = details.programme.map(|one| lang.text(one.name()));
    let answered = [
        (Ask::Employer, details.employer.as_deref()),
        (Ask::Since, details.since.as_deref()),
        (Ask::People, details.people.as_deref()),
        (Ask::Child, details.child.as_deref()),
        (Ask::Programme, programme),
    ];
    answered.into_iter().filter_map(move |(ask, answer)| {
        Some(Row {
            name: lang.ask(ask),
            answer: html!({ answer? }),
            field: field_of(ask),
        })
    })
}

/// Where it is.
pub(in crate::pages) fn place(lang: Lang, place: Place, station: Option<&str>) -> Markup {
    let district = |district: District| html!({ lang.district(district) });
    match place {
        Place::Station { .. } => html!({ station.unwrap_or_default() }),
        Place::Street(street) => {
            html!({district(street.district())} " " {lang.street(street)})
        }
        Place::District(one) => district(one),
        Place::NotSure => html!({ lang.not_sure_place() }),
    }
}

fn contact(lang: Lang, contact: &Contact) -> (Markup, Option<&Named>) {
    match contact {
        Contact::Anonymous => (html!({ lang.contact_anonymous() }), None),
        Contact::Reference { name } => (html!({ lang.contact_reference() }), name.as_ref()),
        Contact::Phone {
            phone,
            seen_by,
            name,
        } => {
            let number = html!({grouped(phone)} {levels(lang, *seen_by)});
            (number, name.as_ref())
        }
    }
}

fn named(lang: Lang, named: &Named) -> Markup {
    html!({&*named.name} {levels(lang, named.seen_by)})
}

fn levels(lang: Lang, levels: LevelSet) -> Markup {
    html!(
        r#" <span class="soft">"# {lang.seen_by()} {lang.levels(levels)} "</span>"
    )
}

impl Lang {
    fn photo_count(self, count: usize) -> String {
        match (self, count) {
            (Self::Zh, _) => format!("{count} 张"),
            (Self::En, 1) => "1 photo".to_owned(),
            (Self::En, _) => format!("{count} photos"),
        }
    }
}

/// A mobile number in the groups in which it is read, any other as it is.
fn grouped(phone: &Phone) -> String {
    let digits = phone.digits();
    match (digits.starts_with('1'), digits.len()) {
        (true, 11) => [&digits[..3], &digits[3..7], &digits[7..]].join(" "),
        _ => digits.to_owned(),
    }
}
