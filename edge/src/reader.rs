//! How somebody wants to read the site: from the cookie, else from the browser's wish.

use app::preferences::Preferences;
use app::wording::Lang;
use http::{HeaderMap, header};

/// The preferences that come with a request.
pub(crate) fn preferences(headers: &HeaderMap) -> Preferences {
    let text = |name| {
        headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or("")
    };
    cookie_value(text(header::COOKIE), Preferences::COOKIE)
        .and_then(Preferences::from_cookie)
        .unwrap_or_else(|| Preferences {
            lang: Lang::from_accept_language(text(header::ACCEPT_LANGUAGE)),
            ..Preferences::default()
        })
}

/// The value of that cookie.
pub(crate) fn cookie_value<'a>(cookies: &'a str, name: &str) -> Option<&'a str> {
    cookies.split(';').find_map(|pair| {
        let (key, value) = pair.split_once('=')?;
        (key.trim() == name).then_some(value.trim())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cookie: &str, accept_language: &str, expected: &str) {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, cookie.parse().unwrap());
        headers.insert(header::ACCEPT_LANGUAGE, accept_language.parse().unwrap());
        assert_eq!(preferences(&headers).to_cookie(), expected);
    }

    #[test]
    fn the_cookie_wins_over_the_browser_and_chinese_is_the_default() {
        check("", "", "zh");
        check("", "en-US,en;q=0.9,zh;q=0.8", "en");
        check("", "fr, zh-CN", "zh");
        check("prefs=zh.large", "en", "zh.large");
        check("a=b; prefs=en", "zh", "en");
        check("prefs=xx.huge", "en", "en");
    }
}
