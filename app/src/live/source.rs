//! Where something is written: the text, and the passage in it.

use crate::markup::Markup;
use crate::wording::Lang;
use domain::policy::Source;

messages! {
    written_in: "写在" / "Written in ";
}

/// The text and the first words of the passage, which are Chinese as the texts are.
pub(crate) fn source(lang: Lang, source: Source) -> Markup {
    html!(
        r#"<small class="source">"# {lang.written_in()} {lang.document(source)}
        {lang.pick("：", ": ")} r#"<span lang="zh-CN">"# {source.place()} "</span></small>"
    )
}
