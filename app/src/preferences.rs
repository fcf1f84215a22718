//! Language and large print: the one cookie of the site.

use crate::wording::Lang;

/// How somebody wants to read the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Preferences {
    /// The language of the pages.
    pub lang: Lang,
    /// The view with larger print and targets.
    pub large_print: bool,
}

impl Preferences {
    /// The cookie's name.
    pub const COOKIE: &str = "prefs";

    /// Reads the cookie's value; `None` if it is none of ours.
    ///
    /// ```
    /// # use app::{preferences::Preferences, wording::Lang};
    /// let read = Preferences::from_cookie("en.large").unwrap();
    /// assert_eq!(read, Preferences { lang: Lang::En, large_print: true });
    /// assert_eq!(read.to_cookie(), "en.large");
    /// ```
    pub fn from_cookie(value: &str) -> Option<Self> {
        let (lang, large_print) = match value.strip_suffix(".large") {
            Some(lang) => (lang, true),
            None => (value, false),
        };
        Some(Self {
            lang: Lang::from_code(lang)?,
            large_print,
        })
    }

    /// Writes the cookie's value: `zh`, `en`, `zh.large` or `en.large`.
    pub fn to_cookie(self) -> String {
        format!(
            "{}{}",
            self.lang.code(),
            if self.large_print { ".large" } else { "" }
        )
    }

    /// With one field of the preferences form applied: `lang` is `zh` or `en`, `print` is `large`
    /// or `normal`. Anything else changes nothing.
    pub fn with(self, field: &str, value: &str) -> Self {
        match (field, value) {
            ("lang", code) => Self {
                lang: Lang::from_code(code).unwrap_or(self.lang),
                ..self
            },
            ("print", "large") => Self {
                large_print: true,
                ..self
            },
            ("print", "normal") => Self {
                large_print: false,
                ..self
            },
            _ => self,
        }
    }
}
