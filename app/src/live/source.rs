//! Where something is written: the text with its year, the section, and its first words.

use crate::markup::Markup;
use crate::wording::Lang;
use domain::policy::Source;

messages! {
    written_in: "出自" / "From ";
}

/// What stands under a picture, in no section.
const CAPTION: &str = "图注";

/// The text, the section and the first words of the passage, which are Chinese as the texts are.
pub(crate) fn source(lang: Lang, source: Source) -> Markup {
    let (section, words) = source.place().split_once('：').unwrap_or_default();
    let (section, kind) = match section {
        CAPTION => (section.to_owned(), ""),
        quoted if quoted.starts_with('“') => (quoted.to_owned(), lang.pick("一节", "")),
        _ => (format!("“{section}”"), lang.pick("一节", "")),
    };
    // Quotes within quotes.
    let words = words.replace('“', "‘").replace('”', "’");
    html!(
        r#"<small class="source">"# {lang.written_in()} {lang.document(source)} {lang.written_year(source)}
        r#"<span lang="zh-CN">"# {section} "</span>" {kind} {lang.pick("：", ": ")}
        r#"<span lang="zh-CN">“"# {words} "……”</span></small>"
    )
}

impl Lang {
    fn written_year(self, source: Source) -> String {
        match self {
            Self::Zh => format!("（{} 年），", source.year()),
            Self::En => format!(" ({}, in Chinese), ", source.year()),
        }
    }
}
