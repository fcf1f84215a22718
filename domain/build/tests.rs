//! What the checker of policy files refuses, and in which line. Compiled from the modules of the
//! build itself; see `[[test]]` in the manifest.

mod policy;
#[path = "tests/services.rs"]
mod services;

use policy::File;

const FACTS: &str = r#"[[fact]]
id = "member"
kind = "yes_no"
name = { zh = "会员", en = "Member" }
question = { zh = "是会员吗？", en = "Are you a member?" }
help = { zh = "不清楚没关系。", en = "Not sure is fine." }

[[fact]]
id = "level"
kind = "choice"
name = { zh = "等级", en = "Level" }
question = { zh = "哪一级？", en = "Which level?" }
help = { zh = "看证书。", en = "See the certificate." }
options = [
  { id = "one", name = { zh = "一级", en = "One" } },
  { id = "two", name = { zh = "二级", en = "Two" } },
]

[[fact]]
id = "grade"
kind = "number"
from = 0
to = 12
name = { zh = "年级", en = "Grade" }
question = { zh = "几年级？", en = "Which grade?" }
help = { zh = "小学1至6。", en = "Primary school is 1–6." }
"#;

const PROGRAMME: &str = r#"id = "grant"
name = { zh = "资助", en = "Grant" }
summary = { zh = "一笔资助。", en = "A grant." }
body = { zh = "工会", en = "The union" }
next = { zh = "去问。", en = "Ask." }
request = "programme"
stations = ["service_station"]
documents = []
not_stated = []

[[version]]
from = 2013
stated_as_of = 2018
source = { document = "000", year = 2018, where = "一" }
gives = { zh = "一笔钱。", en = "A sum." }

[[version.condition]]
fact = "member"
is = true
source = { document = "000", year = 2018, where = "二" }

[[version.condition]]
fact = "grade"
at_least = 1
at_most = 6
source = { document = "000", year = 2018, where = "三" }

[[version.amount]]
yuan = 800
for = { zh = "每人", en = "A person" }
when = { fact = "level", in = ["one"] }
source = { document = "000", year = 2018, where = "四" }
"#;

const SERVICES: &str = r#"[[service]]
id = "grants"
name = { zh = "资助", en = "Grants" }
summary = { zh = "各种资助。", en = "Grants of all kinds." }
as_of = 2020
source = { document = "000", year = 2018, where = "一" }
also = [{ document = "001", year = 2020, where = "一" }]
request = "programme"
stations = ["service_station"]
programmes = ["grant"]
"#;

/// A second version, to be put after the first.
const LATER: &str = r#"
[[version]]
from = 2020
stated_as_of = 2020
source = { document = "001", year = 2020, where = "一" }
gives = { zh = "一笔钱。", en = "A sum." }

[[version.condition]]
everyone = true
source = { document = "001", year = 2020, where = "二" }
"#;

/// What is wrong with facts and a programme, a line each.
fn problems(facts: &str, programme: &str) -> Vec<String> {
    problems_of(&[
        ("facts", facts),
        ("services", SERVICES),
        ("grant", programme),
    ])
}

/// What is wrong with files, each named without folder and ending.
fn problems_of(files: &[(&str, &str)]) -> Vec<String> {
    let files = files.iter().map(|(name, text)| File {
        name: format!("policy/{name}.toml"),
        text: (*text).to_owned(),
    });
    let compiled = policy::compile(&files.collect::<Vec<_>>());
    let problems = compiled.err().unwrap_or_default();
    problems.iter().map(ToString::to_string).collect()
}

fn replaced(text: &str, old: &str, new: &str) -> String {
    assert_eq!(
        text.matches(old).count(),
        1,
        "{old:?} must stand there once"
    );
    text.replace(old, new)
}

/// With `old` replaced by `new` in the programme, this and nothing else is wrong.
#[track_caller]
fn check(old: &str, new: &str, problem: &str) {
    let found = problems(FACTS, &replaced(PROGRAMME, old, new));
    let expected = format!("policy/grant.toml:{problem}");
    assert!(
        found.len() == 1 && found[0].starts_with(&expected),
        "{expected}\n{found:#?}"
    );
}

#[test]
fn what_is_right_passes() {
    assert_eq!(problems(FACTS, PROGRAMME), [""; 0]);
}

#[test]
fn names_that_nobody_knows() {
    check("\"member\"", "\"colour\"", "18: there is no fact `colour`");
    check("[\"one\"]", "[\"three\"]", "31: there is no option `three`");
    check("is = true", "", "18: `member` must be compared with `is`");
    check(
        "not_stated = []",
        "not_stated = []\ncolour = 1",
        "10: `colour` means nothing here",
    );
    check("documents = []", "", "1: `documents` is missing");
    check(
        "\"000\", year = 2018, where = \"一\"",
        "\"009\", year = 2018, where = \"一\"",
        "14: there is no such document",
    );
    check("\"programme\"", "\"cinema\"", "6: `cinema` is none of");
    check("service_station", "cinema", "7: `cinema` is none of");
}

#[test]
fn comparisons_of_another_kind() {
    check(
        "is = true",
        "in = [\"one\"]",
        "19: `member` is compared with `is`",
    );
    check(
        "at_most = 6",
        "at_most = \"six\"",
        "25: a whole number is wanted here",
    );
    check(
        "is = true",
        "is = \"yes\"",
        "19: true or false is wanted here",
    );
}

#[test]
fn sources_that_are_missing_or_speak_of_the_future() {
    check(
        "source = { document = \"000\", year = 2018, where = \"二\" }",
        "",
        "17: this condition has no source",
    );
    check(
        "source = { document = \"000\", year = 2018, where = \"四\" }",
        "",
        "28: this figure has no source",
    );
    for (year, spoken) in [(1999, false), (2000, true), (2018, true), (2019, false)] {
        let with = format!("year = {year}, where = \"三\"");
        let programme = replaced(PROGRAMME, "year = 2018, where = \"三\"", &with);
        let both = "policy/grant.toml:26: document 000 speaks of years from 2000 to 2018";
        let expected = if spoken { &[][..] } else { &[both][..] };
        assert_eq!(problems(FACTS, &programme), expected, "{year}");
    }
}

#[test]
fn figures_that_cannot_be() {
    check("yuan = 800", "yuan = 0", "29: a sum of yuan is above zero");
    check(
        "yuan = 800",
        "from = 800\nto = 200",
        "30: the range must rise",
    );
    check(
        "yuan = 800",
        "yuan = 800\nat_most = 900",
        "28: there must be one of `yuan`, `one_of`, `at_most`, `from`, `unstated`",
    );
    check("yuan = 800", "one_of = [800]", "29: one sum is `yuan`");
}

#[test]
fn periods_that_overlap_or_leave_days_out() {
    let with_end =
        |to: &str| replaced(PROGRAMME, "from = 2013", &format!("from = 2013\nto = {to}")) + LATER;
    let check = |to: &str, expected: &[&str]| {
        assert_eq!(problems(FACTS, &with_end(to)), expected, "{to}");
    };
    check("2019", &[]);
    check("2019-12-31", &[]);
    check(
        "2020",
        &["policy/grant.toml:35: this period overlaps the one before"],
    );
    check(
        "2019-12-30",
        &["policy/grant.toml:35: days are missing between this period and the one before"],
    );
    check(
        "2012",
        &[
            "policy/grant.toml:11: `stated_as_of` lies outside the period",
            "policy/grant.toml:11: this period ends before it begins",
            "policy/grant.toml:35: days are missing between this period and the one before",
        ],
    );
    assert_eq!(
        problems(FACTS, &(PROGRAMME.to_owned() + LATER)),
        [
            "policy/grant.toml:34: between two versions stand the end of one and the beginning of the other"
        ]
    );
}

#[test]
fn a_year_that_no_source_of_the_version_speaks_of() {
    let unspoken = |year| format!("11: no source of this version speaks of {year}");
    for year in ["2017", "2030", "300000"] {
        let stated = format!("stated_as_of = {year}");
        check("stated_as_of = 2018", &stated, &unspoken(year));
    }
    let outside = "11: `stated_as_of` lies outside the period";
    check("from = 2013", "from = 2019", outside);
    // Where nobody says when it began, the period's own source begins it.
    let with = |place: &str| {
        let source = format!("year = 2018, where = \"{place}\"");
        let programme = replaced(PROGRAMME, &source, &source.replace("2018", "2016"));
        replaced(
            &programme,
            "from = 2013\nstated_as_of = 2018",
            "stated_as_of = 2016",
        )
    };
    assert_eq!(problems(FACTS, &with("一")), [""; 0]);
    for place in ["二", "四"] {
        let expected = format!("policy/grant.toml:{outside}");
        assert_eq!(problems(FACTS, &with(place)), [expected]);
    }
    check("from = 2013", "from = 300000", "12: there is no such year");
}

#[test]
fn an_end_that_is_not_told() {
    let text = "11: `ended` is said where the last version has an end, and only there";
    check("from = 2013", "from = 2013\nto = 2020", text);
    check(
        "request =",
        "ended = { zh = \"完了\", en = \"Over\" }\nrequest =",
        &text.replace("11", "12"),
    );
}

#[test]
fn conditions_that_nobody_or_everybody_meets() {
    check("at_least = 1", "at_least = 7", "22: this can never be met");
    check(
        "at_least = 1\nat_most = 6",
        "at_least = 0",
        "22: this is always met",
    );
    check(
        "in = [\"one\"]",
        "in = [\"one\", \"two\"]",
        "31: this is always met",
    );
}

#[test]
fn what_is_unstated_makes_nothing_certain() {
    let either = r#"any = [
  { fact = "member", is = true },
  { unstated = { zh = "别的人行不行", en = "Whether others may" } },
]"#;
    let programme = replaced(PROGRAMME, "fact = \"member\"\nis = true", either);
    assert_eq!(problems(FACTS, &programme), [""; 0]);
}

#[test]
fn two_conditions_that_contradict() {
    let third = "[[version.condition]]\nfact = \"grade\"\nat_least = 7\nsource = { document = \"000\", year = 2018, where = \"五\" }\n\n[[version.amount]]";
    check(
        "[[version.amount]]",
        third,
        "28: this contradicts the condition in line 22",
    );
}

#[test]
fn three_conditions_that_leave_nobody() {
    let either = "[[version.condition]]\nany = [{ fact = \"member\", is = false }, { fact = \"grade\", at_least = 9 }]\nsource = { document = \"000\", year = 2018, where = \"五\" }\n\n[[version.amount]]";
    check(
        "[[version.amount]]",
        either,
        "11: nobody can meet all conditions together",
    );
}

#[test]
fn outcomes_that_cannot_be_reached() {
    let either = "[[version.condition]]\nany = [{ fact = \"level\", in = [\"one\"] }, { fact = \"grade\", at_least = 9 }]\nsource = { document = \"000\", year = 2018, where = \"五\" }\n\n[[version.amount]]";
    check(
        "[[version.amount]]",
        either,
        "29: this alternative can never be taken",
    );
    check(
        "{ fact = \"level\", in = [\"one\"] }",
        "{ fact = \"grade\", at_least = 8 }",
        "31: this amount can never be given",
    );
}

#[test]
fn facts_are_checked_as_well() {
    let check = |old: &str, new: &str, problem: &str| {
        let found = problems(&replaced(FACTS, old, new), PROGRAMME);
        assert_eq!(
            found.first().map(String::as_str),
            Some(&*format!("policy/facts.toml:{problem}"))
        );
    };
    check(
        "id = \"grade\"",
        "id = \"member\"",
        "19: fact `member` is there twice",
    );
    check(
        "to = 12",
        "to = 0",
        "23: the last number must be above the first",
    );
    check("id = \"two\"", "id = \"one\"", "16: `one` is taken");
    let id = "an id is of small letters, digits and `_`, a letter first";
    for bad in ["2018_grade", "grade-now", "Grade", "_grade"] {
        let bad = format!("id = \"{bad}\"");
        check("id = \"grade\"", &bad, &format!("20: {id}"));
    }
    check(
        "kind = \"number\"",
        "kind = \"date\"",
        "21: a fact is a `yes_no`, `choice`, `set` or `number`",
    );
    check(
        "to = 12",
        "to = 12\nchange = 0",
        "24: `change` means nothing for this kind",
    );
}

#[test]
fn what_is_no_toml_names_its_line() {
    let found = problems(FACTS, &replaced(PROGRAMME, "is = true", "is = "));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("policy/grant.toml:19: "), "{found:?}");
}

#[test]
fn all_problems_are_told_at_once() {
    let twice = replaced(PROGRAMME, "request = \"programme\"", "request = \"cinema\"");
    let twice = replaced(&twice, "is = true", "is = 1");
    assert_eq!(problems(FACTS, &twice).len(), 2);
}
