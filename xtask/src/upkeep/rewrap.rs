//! Wraps every record's key with the first of `DATA_KEYS`, and tells which others are left over.

use std::collections::BTreeMap;

use domain::places::District;
use domain::union::Desk;
use serde::Deserialize;
use serde_json::json;

use super::Site;
use crate::sh::{Outcome, problem};

const PATH: &str = "/api/v1/upkeep/rewrap";

/// Who keeps the photos of reports.
const REPORTS: &str = "reports";

#[derive(Deserialize)]
struct Rewrapped {
    rewrapped: u32,
    unopened: BTreeMap<String, u32>,
    next: Option<u32>,
    keys: Vec<String>,
}

/// What was done at all desks.
#[derive(Default)]
struct Done {
    rewrapped: u32,
    unopened: BTreeMap<String, u32>,
    keys: Vec<String>,
}

impl Done {
    fn add(&mut self, step: Rewrapped) {
        self.rewrapped += step.rewrapped;
        for (key, count) in step.unopened {
            *self.unopened.entry(key).or_default() += count;
        }
        self.keys = step.keys;
    }
}

/// Goes through every desk and the photos of reports, a few records at a time. Interrupted, it is run again.
pub(crate) fn rewrap(site: &Site) -> Outcome {
    let districts = District::all().iter().copied().map(Desk::District);
    let desks = districts.chain([Desk::City]).map(|desk| desk.code());
    let mut done = Done::default();
    for keeper in desks.chain([REPORTS.to_owned()]) {
        let mut after = Some(0);
        while let Some(row) = after {
            let question = json!({ "desk": keeper, "after": row });
            let step: Rewrapped = site.ask(PATH, &question)?;
            after = step.next;
            done.add(step);
        }
    }
    println!("{}", told(&done)?);
    Ok(())
}

/// What is to be known of it; records that do not open are a problem.
fn told(done: &Done) -> Outcome<String> {
    let Some((first, others)) = done.keys.split_first() else {
        return Err(problem("The site has no DATA_KEYS."));
    };
    let lost: Vec<_> = done
        .unopened
        .iter()
        .map(|(key, count)| format!("{count} records need the key “{key}”"))
        .collect();
    if !lost.is_empty() {
        return Err(problem(format!(
            "{}, which DATA_KEYS lacks: put it back, behind the first.",
            lost.join(", ")
        )));
    }
    let rewrapped = done.rewrapped;
    let all = format!("{rewrapped} wrapped anew: “{first}” opens every record.");
    Ok(match others {
        [] => all,
        _ => format!(
            "{all} Nothing uses {} any more: take it out of DATA_KEYS.",
            others.join(", ")
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(steps: &[&str]) -> Outcome<String> {
        let mut done = Done::default();
        for step in steps {
            done.add(serde_json::from_str(step).unwrap());
        }
        told(&done)
    }

    #[test]
    fn a_key_is_left_over_once_nothing_needs_it() {
        let told = after(&[
            r#"{"rewrapped":200,"unopened":{},"next":200,"keys":["new","old"]}"#,
            r#"{"rewrapped":7,"unopened":{},"next":null,"keys":["new","old"]}"#,
        ]);
        let told = told.unwrap();
        assert!(told.starts_with("207 wrapped anew: “new” opens every record."));
        assert!(told.ends_with("Nothing uses old any more: take it out of DATA_KEYS."));
        let one = after(&[r#"{"rewrapped":0,"unopened":{},"next":null,"keys":["new"]}"#]);
        assert!(!one.unwrap().contains("take it out"));
    }

    #[test]
    fn a_key_that_is_missing_is_named() {
        let told = after(&[
            r#"{"rewrapped":1,"unopened":{"old":2},"next":null,"keys":["new","other"]}"#,
            r#"{"rewrapped":1,"unopened":{"old":1},"next":null,"keys":["new","other"]}"#,
        ]);
        let problem = told.unwrap_err().to_string();
        assert!(
            problem.starts_with("3 records need the key “old”"),
            "{problem}"
        );
    }
}
