//! Photos that come along with a form.

use super::*;
use domain::photo::Unusable;
use domain::request::PhotoName;

fn photo(byte: u8) -> String {
    PhotoName::new([byte; 32]).to_string()
}

#[test]
fn photos_come_along_and_are_left_out_where_the_category_has_no_use_for_them() {
    let two = [("photos", &*photo(1)), ("photos", &photo(2))];
    let filed = |category| {
        let changes = [two.as_slice(), &[("category", category), ("step", "send")]].concat();
        match next(&changes) {
            Next::File(model) => *model,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(filed("pay").submission.photos.len(), 2);
    let joining = filed("joining");
    assert_eq!(joining.submission.photos, []);
    assert_eq!(
        joining.form.photos().count(),
        2,
        "there again if that changes"
    );
}

#[test]
fn a_photo_that_is_not_taken_is_a_problem_and_the_others_stay() {
    let mut form = Form::read(&body(&typed(&[("photos", &photo(1))])), KEY);
    form.add_photo(PhotoName::new([1; 32]));
    form.add_photo(PhotoName::new([2; 32]));
    form.refuse_photo(Problem::NotAPhoto(Unusable::Moving));
    form.refuse_photo(Problem::NotKept);
    let model = ask(after_form(form));
    let found: Vec<_> = model
        .problems
        .iter()
        .map(|found| (found.field, found.problem))
        .collect();
    assert_eq!(
        found,
        [(Field::Photos, Problem::NotAPhoto(Unusable::Moving))]
    );
    assert_eq!(model.form.photos().count(), 2);
}

#[test]
fn photos_that_are_not_kept_any_more_are_asked_for_again() {
    let form = Form::read(
        &body(&typed(&[("photos", &photo(1)), ("step", "send")])),
        KEY,
    );
    let model = form.photos_gone(station);
    assert_eq!(model.problems[0].problem, Problem::Gone);
    assert_eq!(model.form.photos().count(), 0);
    assert_eq!(model.form.draft.get(Field::Text), COMPLETE[2].1);
}
