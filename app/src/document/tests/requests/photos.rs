//! Photos on the pages of a request.

use super::*;

#[test]
fn photos_have_an_input_where_they_are_of_use() {
    let input = r#"type="file" id="f-photos" name="photo""#;
    let form = |category| page(next(&[("category", category), ("step", "edit")]));
    says(
        Lang::En,
        form("pay"),
        &[
            input,
            r#"enctype="multipart/form-data""#,
            "up to 8 MB",
            "where and when a photo was taken",
        ],
    );
    let html = html(Lang::Zh, form("joining"));
    assert!(!html.contains(input) && !html.contains("enctype"));
}

#[test]
fn photos_that_were_sent_stay_until_they_are_unticked() {
    let [first, second] = ["ab", "cd"].map(|byte| byte.repeat(32));
    let sent = [("photos", &*first), ("photos", &second)];
    let asked = page(next(&[sent.as_slice(), &[("step", "edit")]].concat()));
    let form = sent_again(asked, ("step", "check"));
    assert_eq!(form.draft.get(Field::Photos), format!("{first},{second}"));
    says(
        Lang::En,
        page(next(&sent)),
        &["2 photos", r##"formaction="/requests/new#f-photos""##],
    );
    let lost = page(next(&[("photos", "lost")]));
    says(
        Lang::Zh,
        lost,
        &[r#"id="p-photos">照片放得太久"#, r##"href="#f-photos""##],
    );
}

#[test]
fn the_photos_of_a_request_are_buttons_that_show_the_secret_and_no_address_has_it() {
    let html = says(
        Lang::En,
        Page::Standing(Box::new(after(&ASKED))),
        &[
            "Your photos",
            "Photo 1",
            "Photo 2",
            "/photos/2\"><input type=\"hidden\"",
        ],
    );
    assert_eq!(html.matches("/photos/").count(), 2);
    let mut without = after(&ASKED);
    without.photos = 0;
    let html = super::html(Lang::En, Page::Standing(Box::new(without)));
    assert!(!html.contains("/photos/") && !html.contains("Your photos"));
}
