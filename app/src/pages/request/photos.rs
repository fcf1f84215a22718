//! Photos: the input of the form, with those that were sent already, and the way to see them later.

use super::carried::hidden;
use super::fields::Fields;
use crate::markup::Markup;
use crate::request::{Form, Standing, following, names};
use crate::wording::Lang;
use domain::photo;
use domain::request::{Field, bounds};

messages! {
    photos_legend: "照片（可以不加）" / "Photos (you may leave them out)";
    choose_photos: "选照片" / "Choose photos";
    keep_photo: "要带上；去掉就点掉这个勾" / "goes with it; untick to leave it out";
    photos_removed: "照片里记着的拍摄地点、时间、手机型号，我们收到就去掉，只留画面。" / "We take out where and when a photo was taken and with which phone. Only the picture is kept.";
    photos_heading: "你交的照片" / "Your photos";
    photo_opens: "在新页面打开。" / "It opens on a page of its own.";
}

/// The names of the kinds that are taken, as browsers ask for them.
pub(in crate::pages) const ACCEPT: &str = "image/jpeg,image/png,image/webp";

/// The input, behind those that were sent before.
pub(super) fn photos(fields: Fields<'_>, form: &Form) -> Markup {
    let (lang, field) = (fields.lang, Field::Photos);
    let kept: Markup = (1..)
        .zip(form.photos())
        .map(|(number, name)| {
            let label = html!(
                {lang.photo(number)} r#" <span class="soft">"# {lang.keep_photo()} "</span>"
            );
            fields.tick(field, &name.to_string(), label, false)
        })
        .collect();
    html!(
        r#"<fieldset class="field"><legend>"# {lang.photos_legend()} r#"</legend><p class="soft" id="h-photos">"#
        {lang.photos_hint()} " " {lang.photos_removed()} "</p>" {fields.problem(field)} {kept}
        r#"<label for="f-photos">"# {lang.choose_photos()} r#"</label><input type="file" id="f-photos" name=""#
        {names::PHOTO} r#"" accept=""# {ACCEPT} r#"" multiple"# {fields.described(field, true)} "></fieldset>"
    )
}

/// The photos of a request, each behind a button: the secret stands in no address.
pub(super) fn shown(lang: Lang, model: &Standing) -> Option<Markup> {
    let reference = model.request.reference().to_string();
    let secret = model.secret.0.text();
    let each: Markup = (1..=model.photos)
        .map(|number| {
            html!(
                r#"<form method="post" target="_blank" action="/requests/"# {&*reference} "/photos/" {number}
                r#"">"# {hidden(following::names::SECRET, &secret)} r#"<button>"# {lang.photo(number)}
                "</button></form>"
            )
        })
        .collect();
    (model.photos > 0).then(|| {
        html!(
            "<section><h2>" {lang.photos_heading()} r#"</h2><p class="soft">"# {lang.photo_opens()}
            r#"</p><div class="ways">"# {each} "</div></section>"
        )
    })
}

impl Lang {
    /// A photo by its number.
    pub(in crate::pages) fn photo(self, number: u32) -> String {
        match self {
            Self::Zh => format!("照片 {number}"),
            Self::En => format!("Photo {number}"),
        }
    }

    /// How many photos, of which kinds and how large.
    fn photos_hint(self) -> String {
        let (most, size) = (bounds::PHOTOS, photo::bounds::BYTES >> 20);
        match self {
            Self::Zh => format!("至多 {most} 张，JPEG、PNG 或 WebP，每张不超过 {size} MB。"),
            Self::En => format!("At most {most}: JPEG, PNG or WebP, each up to {size} MB."),
        }
    }
}
