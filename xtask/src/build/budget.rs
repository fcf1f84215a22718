//! Bytes are budgeted: a build past `xtask/budgets.json` fails.
//!
//! The numbers are bytes in brotli 11, from the design. `html` is one page's and is weighed by the
//! API tests, which can ask for pages.

use std::fmt::Write as _;
use std::fs;

use serde::Deserialize;

use super::assets::Manifest;
use crate::place;
use crate::sh::{Outcome, problem};

/// Prints what the build weighs beside what it may weigh.
pub(crate) fn check() -> Outcome {
    let limits = serde_json::from_str(include_str!("../../budgets.json"))
        .map_err(|why| problem(format!("xtask/budgets.json: {why}.")))?;
    let (table, kept) = table(&weights()?, &limits);
    eprint!("{table}");
    match kept {
        true => Ok(()),
        false => Err(problem(
            "Over budget. Take something away, or change xtask/budgets.json and say why.",
        )),
    }
}

#[derive(Deserialize)]
struct Limits {
    css: u64,
    client: u64,
}

/// An address, and its bytes on the way to a phone.
type Weight = (String, u64);

fn weights() -> Outcome<Vec<Weight>> {
    let weigh = |(address, asset): (String, super::assets::Asset)| {
        let ending = if asset.br { ".br" } else { "" };
        let file = place::dist().join(format!("site{address}{ending}"));
        match fs::metadata(&file) {
            Ok(file) => Ok((address, file.len())),
            Err(why) => Err(problem(format!("{}: {why}.", file.display()))),
        }
    };
    Manifest::read()?.files.into_iter().map(weigh).collect()
}

fn table(weights: &[Weight], limits: &Limits) -> (String, bool) {
    let lines: [(_, _, &[&str]); 2] = [
        ("CSS, whole site", limits.css, &[".css"]),
        (
            "JavaScript and WebAssembly",
            limits.client,
            &[".js", ".wasm"],
        ),
    ];
    let mut table = format!("{:<28}{:>10}{:>10}\n", "bytes in brotli", "is", "may be");
    let mut kept = true;
    for (what, limit, endings) in lines {
        let is: u64 = weights
            .iter()
            .filter(|(address, _)| endings.iter().any(|ending| address.ends_with(ending)))
            .map(|(_, bytes)| bytes)
            .sum();
        let mark = if is > limit { "  OVER" } else { "" };
        kept &= is <= limit;
        writeln!(table, "{what:<28}{is:>10}{limit:>10}{mark}")
            .expect("a String takes what is written");
    }
    (table, kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(css: u64, client: u64, over: &[&str]) {
        let weights = [
            ("/assets/site-A.css", 100),
            ("/assets/client-B.js", 40),
            ("/assets/client-C.wasm", 60),
            ("/icon.png", 5000),
        ]
        .map(|(address, bytes)| (address.to_owned(), bytes));
        let (table, kept) = table(&weights, &Limits { css, client });
        let marked: Vec<_> = table
            .lines()
            .filter(|line| line.ends_with("OVER"))
            .filter_map(|line| line.split("  ").next())
            .collect();
        assert_eq!(marked, over, "{table}");
        assert_eq!(kept, over.is_empty());
    }

    #[test]
    fn both_sides_of_each_limit() {
        check(100, 100, &[]);
        check(99, 100, &["CSS, whole site"]);
        check(100, 99, &["JavaScript and WebAssembly"]);
        check(0, 0, &["CSS, whole site", "JavaScript and WebAssembly"]);
    }

    #[test]
    fn the_budgets_file_reads() {
        let limits: Limits = serde_json::from_str(include_str!("../../budgets.json")).unwrap();
        assert!(limits.css > 0 && limits.client > 0);
    }
}
