//! Bytes are budgeted: a build past `xtask/budgets.json` fails.
//!
//! The numbers are bytes in brotli 11, from the design. `html` is one page's and is weighed by the
//! API tests, which can ask for pages.

use std::collections::BTreeMap;
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
    /// What every page loads to make ready for a time without a network.
    offline: u64,
    /// The service worker.
    worker: u64,
    /// What draws its pages.
    pocket: u64,
    /// By name. What wakes the islands is weighed with each: a page loads both.
    clients: BTreeMap<String, u64>,
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
    let clients = limits.clients.iter().map(|(name, limit)| {
        let mut files = vec!["/assets/islands-".to_owned(), format!("/assets/{name}-")];
        // The maps have Leaflet, too.
        let has_map = ["map", "pin"].contains(&name.as_str());
        files.extend(has_map.then(|| "/assets/city-map-".to_owned()));
        (format!("client of the {name}"), *limit, files)
    });
    let single = [
        ("CSS, whole site", limits.css, "/assets/site-"),
        (
            "making ready for no network",
            limits.offline,
            "/assets/offline-",
        ),
        ("the service worker", limits.worker, "/sw.js"),
        ("its pages", limits.pocket, "/assets/pocket-"),
    ];
    let single = single.map(|(what, limit, file)| (what.to_owned(), limit, vec![file.to_owned()]));
    let mut table = format!("{:<28}{:>10}{:>10}\n", "bytes in brotli", "is", "may be");
    let mut kept = true;
    for (what, limit, files) in single.into_iter().chain(clients) {
        let is: u64 = weights
            .iter()
            .filter(|(address, _)| files.iter().any(|file| address.starts_with(file)))
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
    fn check(css: u64, pocket: u64, places: u64, checker: u64, over: &[&str]) {
        let weights = [
            ("/assets/site-A.css", 100),
            ("/assets/islands-D.js", 10),
            ("/assets/places-B.js", 40),
            ("/assets/places-C.wasm", 60),
            ("/assets/checker-C.wasm", 190),
            ("/assets/offline-D.js", 20),
            ("/sw.js", 30),
            ("/assets/pocket-D.wasm", 400),
            ("/icon.png", 5000),
        ]
        .map(|(address, bytes)| (address.to_owned(), bytes));
        let clients = [("places", places), ("checker", checker)];
        let clients = clients.map(|(name, limit)| (name.to_owned(), limit)).into();
        let limits = Limits {
            css,
            offline: 20,
            worker: 30,
            pocket,
            clients,
        };
        let (table, kept) = table(&weights, &limits);
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
        check(100, 400, 110, 200, &[]);
        check(99, 400, 110, 200, &["CSS, whole site"]);
        check(100, 399, 110, 200, &["its pages"]);
        check(100, 400, 109, 200, &["client of the places"]);
        check(
            0,
            400,
            110,
            199,
            &["CSS, whole site", "client of the checker"],
        );
    }

    #[test]
    fn every_client_has_a_budget() {
        let limits: Limits = serde_json::from_str(include_str!("../../budgets.json")).unwrap();
        assert!(limits.css > 0);
        let mut clients = super::super::client::CLIENTS;
        clients.sort_unstable();
        assert!(limits.clients.into_keys().eq(clients));
    }
}
