//! The holiday classes as rendered.

use super::examples::*;
use super::*;

#[test]
fn a_class_says_whether_one_may_join_and_why() {
    says(
        Lang::Zh,
        classes(FAMILY, true),
        &[
            "找到 150 个班",
            "正在报名，",
            "你家要是在它的范围里，孩子可以报",
            "孩子的年级：1 到 6",
            "双职工：是",
            r#"<b class="met">符合</b>"#,
            r#"href="/check/holiday-class/rules""#,
            "/check/holiday-class?both_parents_work=yes&amp;child_grade=3&amp;class_near=area",
            "没有写",
        ],
    );
    says(
        Lang::En,
        classes("child_grade=9", true),
        &[
            "Not for your child as things stand",
            "<details open",
            "Not met",
        ],
    );
}

#[test]
fn the_first_row_is_one_to_enrol_in() {
    for query in ["", FAMILY] {
        let html = render(&shell(Lang::En), classes(query, true));
        let (_, rows) = html.split_once("class-rows").unwrap();
        let first = rows.split("</li>").next().unwrap();
        assert!(first.contains("Enrolment is open"), "{first}");
    }
}

#[test]
fn what_was_asked_for_stands_in_the_form_and_in_every_link() {
    says(
        Lang::Zh,
        classes(
            &format!("{FAMILY}&district=110108&join=possible&mode=area"),
            true,
        ),
        &[
            r#"<option value="110108" selected>海淀区"#,
            r#"<option value="area" selected>"#,
            r#"<option value="3" selected>3"#,
            r#"name="class_near" value="area" checked>"#,
            r#"name="join" value="possible" checked>"#,
        ],
    );
    let all = "/classes?both_parents_work=yes&amp;child_grade=3&amp;class_near=area";
    says(
        Lang::Zh,
        classes(FAMILY, true),
        &[&format!("{all}&amp;page=2")],
    );
}

#[test]
fn where_nothing_is_shown_there_is_a_way_on() {
    says(
        Lang::Zh,
        classes("district=110101&page=99", true),
        &[
            "按这些条件，没有合适的班",
            "回第一页",
            "全市都看",
            "tel:12351",
        ],
    );
    says(Lang::En, no_classes(), &["No holiday class is listed yet"]);
}

#[test]
fn made_up_classes_say_so_and_real_ones_do_not() {
    for lang in Lang::ALL {
        says(lang, classes("", true), &[lang.classes_demonstration()]);
        let real = render(&shell(lang), classes("", false));
        assert!(!real.contains(lang.classes_demonstration()));
    }
}

#[test]
fn the_programme_leads_to_the_classes_with_the_answers_that_matter_there() {
    let answered = "/classes?both_parents_work=yes&amp;child_grade=3&amp;class_near=area";
    says(Lang::Zh, step(None, EVERYTHING), &[answered]);
    says(Lang::En, offer("holiday-class"), &[r#"href="/classes""#]);
    let other = render(&shell(Lang::En), offer("contests"));
    assert!(!other.contains("/classes"));
}

#[test]
fn words_of_a_listing_are_text_and_never_markup() {
    let Page::Classes(mut model) = classes("", false) else {
        panic!()
    };
    for class in &mut model.classes {
        class.host = "<script>alert(1)</script>".to_owned();
        class.address = "\"><b>".to_owned();
    }
    let html = render(&shell(Lang::Zh), Page::Classes(model));
    assert!(!html.contains("<script>alert") && !html.contains("\"><b>"));
}
