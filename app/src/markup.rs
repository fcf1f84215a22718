//! HTML as text, for the few parts that the server and the phone both make.
//!
//! A Leptos view of these parts would bring to the phone the code that wakes each of their
//! elements, though nothing in them is ever awake: a list in here weighs a fifth.
//!
//! Only literals are taken as they stand; everything else is escaped by its type.

/// HTML that was written by [`html!`].
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Markup(String);

/// Writes literals as they stand and the values in braces as text: `html!("<b>" {name} "</b>")`.
macro_rules! html {
    (@piece $markup:ident { $value:expr }) => { $markup.put($value) };
    (@piece $markup:ident $literal:literal) => { $markup.put_literal($literal) };
    ($($piece:tt)*) => {{
        let mut markup = $crate::markup::Markup::default();
        $( html!(@piece markup $piece); )*
        markup
    }};
}

impl Markup {
    /// Adds a literal of our own.
    pub(crate) fn put_literal(&mut self, html: &'static str) {
        self.0.push_str(html);
    }

    /// Adds a value.
    pub(crate) fn put(&mut self, value: impl Piece) {
        value.write(&mut self.0);
    }

    /// What Leptos writes of a view, which escapes its values.
    #[cfg(feature = "ssr")]
    pub(crate) fn of_view(view: impl leptos::prelude::RenderHtml) -> Self {
        Self(view.to_html())
    }

    /// The HTML, to compare.
    #[cfg(feature = "requests")]
    pub(crate) fn as_text(&self) -> &str {
        &self.0
    }

    /// The HTML, as what an element contains.
    pub(crate) fn into_html(self) -> String {
        self.0
    }
}

impl FromIterator<Self> for Markup {
    fn from_iter<I: IntoIterator<Item = Self>>(pieces: I) -> Self {
        Self(pieces.into_iter().map(Self::into_html).collect())
    }
}

/// Something that may stand in a text or in a quoted attribute.
pub(crate) trait Piece {
    /// Appends itself, escaped.
    fn write(self, html: &mut String);
}

impl Piece for &str {
    fn write(self, html: &mut String) {
        for character in self.chars() {
            match character {
                '&' => html.push_str("&amp;"),
                '<' => html.push_str("&lt;"),
                '>' => html.push_str("&gt;"),
                '"' => html.push_str("&quot;"),
                _ => html.push(character),
            }
        }
    }
}

impl Piece for String {
    fn write(self, html: &mut String) {
        self.as_str().write(html);
    }
}

impl Piece for u32 {
    fn write(self, html: &mut String) {
        html.push_str(&self.to_string());
    }
}

impl Piece for Markup {
    fn write(self, html: &mut String) {
        html.push_str(&self.0);
    }
}

impl<P: Piece> Piece for Option<P> {
    fn write(self, html: &mut String) {
        if let Some(piece) = self {
            piece.write(html);
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn values_are_text_and_never_markup() {
        let name = r#"<script>"&"#;
        let inner = html!("<i>" {7} "</i>");
        let markup = html!("<b title=\"" {name} "\">" {name} {Some(inner)} {None::<&str>} "</b>");
        let escaped = "&lt;script&gt;&quot;&amp;";
        let expected = format!("<b title=\"{escaped}\">{escaped}<i>7</i></b>");
        assert_eq!(markup.into_html(), expected);
    }
}
