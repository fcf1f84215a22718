//! Makes `dist/`: everything `workerd serve` needs, small and ready.
//!
//! ```text
//! dist/config.capnp          from edge/config.capnp
//! dist/worker/               the edge: index.js, index_bg.wasm
//! dist/site/                 what is served as it is, each file where its address says:
//!   assets/site-HASH.css       named by content, never changes
//!   assets/site-HASH.css.br    precompressed beside it, also .gz
//!   icon.svg                   from public/, keeps its name
//! dist/assets.json           the manifest of dist/site/, see `assets`
//! ```

mod assets;
mod budget;
pub(crate) mod client;
mod edge;
mod fingerprint;
pub(crate) mod verdicts;

use std::fs;
use std::thread;
use std::time::Instant;

use crate::sh::{Outcome, announce, problem};
use crate::{place, setup};

/// Sets up what is missing, builds, and holds the result to its budgets.
pub(crate) fn within_budget() -> Outcome {
    site()?;
    budget::check()
}

/// Sets up what is missing and builds. Whoever is trying something out may be over budget.
pub(crate) fn site() -> Outcome {
    let wasm = setup::for_building()?;
    let start = Instant::now();
    // Side by side: each ends in a link that keeps only one core busy.
    thread::scope(|scope| {
        let edge = scope.spawn(|| edge::build(wasm));
        client::build(wasm)?;
        client::pocket(wasm)?;
        assets::pack()?;
        edge.join().expect("a build step returns its problems")
    })?;
    let config = place::dist().join("config.capnp");
    fs::copy(place::root().join("edge/config.capnp"), &config)
        .map_err(|why| problem(format!("edge/config.capnp: {why}.")))?;
    announce(&format!(
        "dist/ is ready, {:.1} s",
        start.elapsed().as_secs_f32()
    ));
    Ok(())
}
