//! Destroys personal data at the end of its time, after it was told whose.

use std::fmt::Write;

use serde::Deserialize;
use serde_json::json;

use super::Site;
use crate::sh::Outcome;

const PATH: &str = "/api/v1/upkeep/retention";

#[derive(Deserialize)]
struct Destruction {
    plan: String,
    applied: bool,
    is_all: bool,
    total: usize,
    desks: Vec<OfDesk>,
}

#[derive(Deserialize)]
struct OfDesk {
    desk: String,
    count: usize,
    oldest: Option<String>,
}

/// Tells what is due; with `apply`, then destroys exactly that.
pub(crate) fn retention(site: &Site, apply: bool) -> Outcome {
    let planned: Destruction = site.ask(PATH, &json!({ "apply": false }))?;
    print!("{}", told(&planned));
    if apply && planned.total > 0 {
        let question = json!({ "apply": true, "plan": planned.plan });
        print!("{}", told(&site.ask(PATH, &question)?));
    }
    Ok(())
}

fn told(destruction: &Destruction) -> String {
    let mut told = String::new();
    let mut line = |text: String| writeln!(told, "{text}").expect("a string takes every line");
    if !destruction.applied {
        for OfDesk {
            desk,
            count,
            oldest,
        } in &destruction.desks
        {
            let since = oldest.as_deref().unwrap_or("?");
            line(format!(
                "{desk:<10}{count:>6}  the oldest at rest since {since}"
            ));
        }
    }
    let total = destruction.total;
    line(match (destruction.applied, total) {
        (_, 0) => "Nothing is at the end of its time.".into(),
        (false, _) => {
            format!("{total} at the end of their time; --apply destroys their personal data.")
        }
        (true, _) => format!("The personal data of {total} was destroyed."),
    });
    if !destruction.is_all {
        line("There are more: run it again.".into());
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(answer: &str, expected: &str) {
        assert_eq!(told(&serde_json::from_str(answer).unwrap()), expected);
    }

    #[test]
    fn what_is_due_is_told_desk_by_desk() {
        check(
            r#"{"plan":"x","applied":false,"is_all":true,"total":0,"desks":[]}"#,
            "Nothing is at the end of its time.\n",
        );
        check(
            r#"{"plan":"x","applied":false,"is_all":false,"total":3,"desks":[
                {"desk":"110101","count":2,"oldest":"2026-01-01T00:00:00+08:00"},
                {"desk":"city","count":1,"oldest":"2026-02-01T00:00:00+08:00"}]}"#,
            "110101         2  the oldest at rest since 2026-01-01T00:00:00+08:00\n\
             city           1  the oldest at rest since 2026-02-01T00:00:00+08:00\n\
             3 at the end of their time; --apply destroys their personal data.\n\
             There are more: run it again.\n",
        );
        check(
            r#"{"plan":"x","applied":true,"is_all":true,"total":3,"desks":[]}"#,
            "The personal data of 3 was destroyed.\n",
        );
    }
}
