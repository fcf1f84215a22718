//! Each rule against a snippet that breaks it and one that keeps it.

use super::RULES;

/// The reasons given for what this file breaks, shortened to their first words.
#[track_caller]
fn check(path: &str, text: &str, expected: &[&str]) {
    let broken: Vec<_> = RULES
        .iter()
        .filter(|rule| !rule.breaches(path, text).is_empty())
        .map(|rule| rule.because)
        .collect();
    let agree = broken.len() == expected.len()
        && broken
            .iter()
            .zip(expected)
            .all(|(because, start)| because.starts_with(start));
    assert!(agree, "{path}: {broken:?} instead of {expected:?}");
}

#[test]
fn manifests() {
    check(
        "domain/Cargo.toml",
        "[dependencies]\nserde.workspace = true\n",
        &[],
    );
    check(
        "domain/Cargo.toml",
        "leptos = \"0.8\"\n",
        &["The domain knows"],
    );
    check(
        "domain/Cargo.toml",
        "rand_core.workspace = true\n",
        &["The domain knows"],
    );
    check("domain/Cargo.toml", "random-names = \"1\"\n", &[]);
    check(
        "domain/Cargo.toml",
        "worker.workspace = true\n",
        &["The domain knows", "`worker`"],
    );
    check(
        "app/Cargo.toml",
        "worker = \"0.8\"\n",
        &["`worker` is named"],
    );
    check("edge/Cargo.toml", "worker = \"0.8\"\n", &[]);
    check(
        "domain/Cargo.toml",
        "app.workspace = true\n",
        &["domain ← app"],
    );
    check(
        "app/client/Cargo.toml",
        "edge.workspace = true\n",
        &["domain ← app"],
    );
    check("edge/Cargo.toml", "app.workspace = true\n", &[]);
}

#[test]
fn the_domain_is_pure() {
    check(
        "domain/src/status.rs",
        "//! Status.\nfn at(now: BeijingTime) {}\n",
        &[],
    );
    check(
        "domain/src/status.rs",
        "//! Status.\nlet now = Utc::now();\n",
        &["The domain reads"],
    );
    check(
        "edge/src/door.rs",
        "//! Door.\nlet start = Instant::now();\n",
        &[],
    );
    let reads = "//! Rules.\nuse std::fs;\n";
    check("domain/src/policy.rs", reads, &["The domain does no IO"]);
    check("domain/build/policy.rs", reads, &[]);
    let stores = "//! Store.\nlet sql = state.storage().sql();\n";
    check(
        "edge/src/registry/store.rs",
        stores,
        &["`edge/src/sql.rs` alone"],
    );
    check("edge/src/sql.rs", stores, &[]);
}

#[test]
fn directions() {
    check("edge/src/lib.rs", "//! Edge.\nuse worker::Env;\n", &[]);
    check(
        "app/src/lib.rs",
        "//! App.\nuse worker::Env;\n",
        &["`worker` is named"],
    );
    check(
        "app/src/a.rs",
        "//! A.\n#[cfg(target_arch = \"wasm32\")]\n",
        &["wasm32 never"],
    );
    check(
        "app/src/a.rs",
        "//! A.\n#[server]\nasync fn hidden() {}\n",
        &["There is one API"],
    );
    check(
        "app/src/a.rs",
        "//! A.\nuse leptos_router::*;\n",
        &["There is one API"],
    );
}

#[test]
fn markup() {
    check(
        "app/src/a.rs",
        "//! A.\nview! { <p class=\"row\">…</p> }\n",
        &[],
    );
    let styled = "//! A.\nview! { <p style=\"color:red\">…</p> }\n";
    check("app/src/a.rs", styled, &["The content"]);
    check("app/src/a/tests.rs", styled, &[]);
    let raw = "//! A.\nview! { <p inner_html=text/> }\n";
    check("app/src/a.rs", raw, &["Only `Markup`"]);
    let escaped = "//! A.\nview! { <p inner_html=rows.into_html()/> }\n";
    check("app/src/a.rs", escaped, &[]);
    check("app/src/document/sprite.rs", raw, &[]);
}

#[test]
fn files() {
    let long = "//! Long.\n".to_owned() + &"\n".repeat(399);
    check("app/src/a.rs", &long, &[]);
    check("app/src/a.rs", &(long + "\n"), &["A file holds"]);
    check(
        "app/src/a.rs",
        "use leptos::prelude::*;\n",
        &["A file's first line"],
    );
    check("app/src/pages/mod.rs", "//! Pages.\n", &["A module is"]);
    check("style/a.css", "/* TODO */\n", &["What is not done"]);
    check("app/src/a.rs", "//! A.\ndbg!(x);\n", &["What is not done"]);
    check(
        "app/src/a.rs",
        "//! A.\n#[allow(dead_code)]\n",
        &["A lint is met"],
    );
}

#[test]
fn nothing_of_one_machine() {
    check(
        "e2e/package-lock.json",
        "{\"integrity\": \"sha512-x\"}\n",
        &[],
    );
    check(
        "e2e/package-lock.json",
        "\"resolved\": \"https://r.example/a.tgz\"\n",
        &["A lock file"],
    );
    check("README.md", "cd /home/anna/nuanyi\n", &["No path"]);
    check("README.md", "The address /home/ is the first page.\n", &[]);
    check("README.md", "https://example.org/home/news\n", &[]);
}

#[test]
fn the_house_itself_reads() {
    let count = super::super::check(crate::place::root());
    assert!(count.passed + count.failed > 1);
}
