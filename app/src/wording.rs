//! Every sentence people read, in Chinese and in English.
//!
//! A message is a method of [`Lang`], declared with both of its texts side by side: one without
//! its other language does not compile, and one that a page no longer says is a warning. Methods
//! rather than a table, so that the phone downloads only the messages its islands use.

/// The language of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Chinese, as written in Beijing.
    #[default]
    Zh,
    /// English.
    En,
}

/// Declares messages: `name: "中文" / "English";`.
macro_rules! messages {
    ($($name:ident: $zh:literal / $en:literal;)+) => {
        impl $crate::wording::Lang {
            $(
                #[doc = $zh]
                pub(crate) const fn $name(self) -> &'static str {
                    self.pick($zh, $en)
                }
            )+
        }
    };
}

pub mod dates;
#[cfg(feature = "ssr")]
pub mod desks;
#[cfg(feature = "ssr")]
pub mod hours;
#[cfg(any(feature = "ssr", feature = "map"))]
mod lights;
pub mod names;
pub mod policy;
#[cfg(feature = "ssr")]
pub mod report;
#[cfg(feature = "requests")]
pub mod request;
pub mod sentence;
#[cfg(any(feature = "ssr", feature = "map"))]
pub(crate) mod tally;

impl Lang {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The code in the cookie and in forms.
    pub const fn code(self) -> &'static str {
        self.pick("zh", "en")
    }

    /// The language with that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The tag for `<html lang>`.
    pub const fn tag(self) -> &'static str {
        self.pick("zh-CN", "en")
    }

    /// The first of our languages in an `Accept-Language` header, which browsers write in order
    /// of preference; Chinese if it names neither.
    pub fn from_accept_language(header: &str) -> Self {
        header
            .split(',')
            .filter_map(|range| range.trim().get(..2))
            .find_map(|primary| Self::from_code(&primary.to_ascii_lowercase()))
            .unwrap_or_default()
    }

    /// The text in this language.
    pub(crate) const fn pick(self, zh: &'static str, en: &'static str) -> &'static str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}
