//! `POST /preferences`: language and print size, in the one cookie of the site.

use crate::body::Sent;
use crate::problem::Problem;
use crate::reply::Reply;
use crate::visit::Visit;
use app::preferences::Preferences;

/// A year.
const KEPT_SECONDS: u32 = 365 * 24 * 3600;

/// The whole form is three short fields.
const MOST_FORM_BYTES: usize = 4 << 10;

/// Sets the cookie and goes back to the page that asked. A field that is missing or not
/// understood leaves that preference as it was.
pub(super) async fn save(
    visit: Visit,
    Sent(form): Sent<MOST_FORM_BYTES>,
) -> Result<Reply, Problem> {
    if visit.is_from_another_site() {
        // Another site may not change anything; its visitor just arrives here.
        return Ok(Reply::see_other("/").with("cache-control", "no-store"));
    }
    let mut preferences = visit.preferences;
    let mut back = "/".to_owned();
    for (name, value) in form_urlencoded::parse(&form) {
        match &*name {
            "back" if is_own_address(&value) => back = value.into_owned(),
            field => preferences = preferences.with(field, &value),
        }
    }
    let secure = if visit.tls { "; Secure" } else { "" };
    let cookie = format!(
        "{}={}; Path=/; Max-Age={KEPT_SECONDS}; SameSite=Lax; HttpOnly{secure}",
        Preferences::COOKIE,
        preferences.to_cookie(),
    );
    Ok(Reply::see_other(&back)
        .with("set-cookie", &cookie)
        .with("cache-control", "no-store"))
}

/// An address of this site: never another host, and nothing that could break out of a header.
pub(super) fn is_own_address(address: &str) -> bool {
    address.starts_with('/')
        && !address.starts_with("//")
        && address
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && byte != b'\\')
}

#[cfg(test)]
mod tests {
    use super::is_own_address;

    #[test]
    fn only_addresses_of_this_site_are_gone_back_to() {
        for own in ["/", "/stations?q=%E6%9A%96&page=2"] {
            assert!(is_own_address(own), "{own}");
        }
        for foreign in [
            "",
            "https://a.example/",
            "//a.example",
            "/\\a.example",
            "/a\r\nset-cookie: b",
        ] {
            assert!(!is_own_address(foreign), "{foreign}");
        }
    }
}
