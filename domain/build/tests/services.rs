//! Services, the files themselves, and how much is checked.

use super::{FACTS, PROGRAMME, SERVICES, problems, problems_of, replaced};

#[track_caller]
fn check(services: &str, expected: &[&str]) {
    let found = problems_of(&[
        ("facts", FACTS),
        ("services", services),
        ("grant", PROGRAMME),
    ]);
    assert_eq!(found, expected);
}

#[test]
fn a_service_is_there_once() {
    let twice = SERVICES.to_owned() + SERVICES;
    let problem = "policy/services.toml:11: service `grants` is there twice";
    check(&twice, &[problem]);
    check(
        &(SERVICES.to_owned() + &replaced(SERVICES, "grants", "more")),
        &[],
    );
}

#[test]
fn a_service_is_as_of_a_year_that_a_source_speaks_of() {
    let as_of = |year| replaced(SERVICES, "as_of = 2020", &format!("as_of = {year}"));
    let problem = "policy/services.toml:1: no source speaks of the year in `as_of`";
    check(&as_of(2018), &[]);
    check(&as_of(2020), &[]);
    check(&as_of(2019), &[problem]);
}

#[test]
fn ids_can_stand_in_an_address_and_name_a_constant() {
    let problem = "an id is of small letters, digits and `-`, a letter first";
    for bad in ["a/b", "2020-aid", "Aid", "-aid", "a_b", "帮扶"] {
        let id = format!("id = \"{bad}\"");
        let services = replaced(SERVICES, "id = \"grants\"", &id);
        check(&services, &[&format!("policy/services.toml:2: {problem}")]);
        let programme = replaced(PROGRAMME, "id = \"grant\"", &id);
        let found = problems_of(&[
            ("facts", FACTS),
            ("services", &replaced(SERVICES, "[\"grant\"]", "[]")),
            // Of a path, the last part is the name.
            (bad, &programme),
        ]);
        let expected = format!("policy/{bad}.toml:1: {problem}");
        assert!(found.contains(&expected), "{found:#?}");
    }
    for good in ["a", "aid-2020", "a1"] {
        check(
            &replaced(SERVICES, "\"grants\"", &format!("\"{good}\"")),
            &[],
        );
    }
}

#[test]
fn a_file_that_is_missing_is_named() {
    let files = [
        ("facts", FACTS),
        ("services", SERVICES),
        ("grant", PROGRAMME),
    ];
    for missing in ["facts", "services"] {
        let others: Vec<_> = files
            .into_iter()
            .filter(|(name, _)| *name != missing)
            .collect();
        let expected = format!("policy/{missing}.toml:1: this file is missing");
        assert_eq!(problems_of(&others), [expected]);
    }
}

#[test]
fn a_service_leads_to_a_programme_that_has_a_file() {
    let nowhere = replaced(SERVICES, "[\"grant\"]", "[\"grunt\"]");
    check(
        &nowhere,
        &["policy/services.toml:10: `grunt` is none of `grant`"],
    );
    // What is wrong with a programme is no fault of the service that leads to it.
    let found = problems(FACTS, &replaced(PROGRAMME, "is = true", "is = "));
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].starts_with("policy/grant.toml:"), "{found:#?}");
}

#[test]
fn too_many_cases_are_not_checked() {
    let text = "{ zh = \"项\", en = \"One\" }";
    // Of a set, every combination of the options that a rule names is a case.
    let asking = |options: usize| {
        let ids = (0..options).map(|place| format!("\"o{place}\""));
        let ids = ids.collect::<Vec<_>>();
        let each = ids
            .iter()
            .map(|id| format!("{{ id = {id}, name = {text} }}"));
        let each = each.collect::<Vec<_>>().join(", ");
        let fact = format!(
            "[[fact]]\nid = \"many\"\nkind = \"set\"\nname = {text}\nquestion = {text}\nhelp = {text}\noptions = [{each}]\n"
        );
        let (head, _) = PROGRAMME
            .split_once("[[version.condition]]")
            .expect("it has conditions");
        let condition = format!(
            "[[version.condition]]\nfact = \"many\"\nin = [{}]\nsource = {{ document = \"000\", year = 2018, where = \"二\" }}\n",
            ids.join(", ")
        );
        problems(&fact, &(head.to_owned() + &condition))
    };
    assert_eq!(asking(20), [""; 0]);
    let problem = "there are too many cases to check: ask fewer facts in one version";
    let at = |line: usize| format!("policy/grant.toml:{line}: {problem}");
    assert_eq!(asking(21), [at(11), at(17)]);
}
