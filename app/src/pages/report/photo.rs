//! The photo of a report: its input, with the one that was sent already.

use crate::markup::Markup;
use crate::pages::request::photos::ACCEPT;
use crate::report::{ReportForm, names};
use crate::wording::Lang;
use domain::photo;
use domain::report::PHOTO_DAYS;
use domain::request::Field;

messages! {
    report_photo: "照片（可以不加）" / "A photo (you may leave it out)";
    report_choose_photo: "选一张照片" / "Choose a photo";
    report_photo_cleaned: "照片原样传过来，拍摄地点、时间、手机型号一收到就去掉，只留画面。尽量别拍到人。" / "The photo is sent as it is; where, when and with which phone it was taken is taken out on arrival. Try to leave people out of it.";
    report_no_photos: "这里现在收不了照片，别的照样可以说。" / "No photos are taken here at present. You can tell everything else.";
}

/// The input.
pub(super) fn photo(lang: Lang, model: &ReportForm) -> Markup {
    if !model.takes_photos {
        return html!(r#"<p class="soft">"# {lang.report_no_photos()} "</p>");
    }
    let problem = model.refused.map(|problem| {
        let words = lang.field_problem(Field::Photos, problem);
        html!(r#"<p class="problem" id="p-photo" role="alert">"# {words} "</p>")
    });
    let described = match problem {
        Some(_) => html!(r#" aria-invalid="true" aria-describedby="p-photo h-photo""#),
        None => html!(r#" aria-describedby="h-photo""#),
    };
    let kept = model.photo.map(|name| {
        html!(
            r#"<label class="tick"><input type="checkbox" name=""# {names::KEPT_PHOTO} r#"" value=""#
            {name.to_string()} r#"" checked> <span>"# {lang.photo(1)} r#" <span class="soft">"#
            {lang.keep_photo()} "</span></span></label>"
        )
    });
    html!(
        r#"<fieldset class="field"><legend>"# {lang.report_photo()} r#"</legend><p class="soft" id="h-photo">"#
        {lang.report_photo_hint()} " " {lang.report_photo_cleaned()} " " {lang.report_photo_kept()} "</p>"
        {problem} {kept} r#"<label for="f-photo">"# {lang.report_choose_photo()}
        r#"</label><input type="file" id="f-photo" name=""# {names::PHOTO} r#"" accept=""# {ACCEPT} "\""
        {described} "></fieldset>"
    )
}

impl Lang {
    /// Of which kinds it may be, and how large.
    fn report_photo_hint(self) -> String {
        let size = photo::bounds::BYTES >> 20;
        match self {
            Self::Zh => format!("一张，JPEG、PNG 或 WebP，不超过 {size} MB。"),
            Self::En => format!("One: JPEG, PNG or WebP, up to {size} MB."),
        }
    }

    /// Who sees it, and how long.
    fn report_photo_kept(self) -> String {
        match self {
            Self::Zh => format!(
                "只有管这个站点的工作人员看得到，处理完再过 {PHOTO_DAYS} 天就删，最多留一年。"
            ),
            Self::En => format!(
                "Only staff in charge of this station see it. It is deleted {PHOTO_DAYS} days after they have decided, and after a year at the latest."
            ),
        }
    }
}
