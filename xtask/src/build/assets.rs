//! Files served as they are: bundled, named by content, compressed, and listed in a manifest.
//!
//! `xtask/assets.mjs` does the work: esbuild is a JavaScript library and Node brings brotli and
//! gzip, so this crate compiles without either. The manifest, `dist/assets.json`, reaches the edge
//! as the text binding `ASSETS_MANIFEST`:
//!
//! ```json
//! {
//!   "css": "/assets/site-RLHQ2YLM.css",
//!   "islands": "/assets/islands-4PZ3X5QA.js",
//!   "city_map": "/assets/city-map-7GQ2ZV4M.js",
//!   "offline": "/assets/offline-7QW2ZK4M.js",
//!   "clients": {
//!     "checker": {
//!       "js": "/assets/checker-Q6MJ2ODE.js",
//!       "wasm": "/assets/checker-XK2WQ7VN.wasm"
//!     }
//!   },
//!   "files": {
//!     "/assets/site-RLHQ2YLM.css": {
//!       "type": "text/css; charset=utf-8",
//!       "tag": "0f343b0931126a20",
//!       "immutable": true, "br": true, "gz": true
//!     }
//!   }
//! }
//! ```
//!
//! A key of `files` is the address; the file lies at the same path below `dist/site/`. `br` and
//! `gz` say whether the same path with that ending lies beside it: not where compression gains
//! nothing. `immutable` files are named by their content. `city_map` has Leaflet in it, whose licence
//! lies at `/licences/leaflet.txt`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;

use super::fingerprint::Step;
use crate::place;
use crate::sh::{Outcome, problem, run};

/// The part of the manifest that the budgets weigh.
#[derive(Debug, Deserialize)]
pub(crate) struct Manifest {
    /// By address.
    pub(crate) files: BTreeMap<String, Asset>,
}

/// One file of the site.
#[derive(Debug, Deserialize)]
pub(crate) struct Asset {
    /// Whether `FILE.br` lies beside it.
    pub(crate) br: bool,
}

impl Manifest {
    /// The manifest of the last build.
    pub(crate) fn read() -> Outcome<Self> {
        let text = fs::read_to_string(place::dist().join("assets.json"));
        let text = text.map_err(|why| problem(format!("dist/assets.json: {why}.")))?;
        serde_json::from_str(&text).map_err(|why| problem(format!("dist/assets.json: {why}.")))
    }
}

/// Makes `dist/site/` and its manifest from `style/`, `public/` and the built client.
pub(crate) fn pack() -> Outcome {
    let clients = place::workshop().join("clients");
    let pocket = place::workshop().join("pocket");
    let manifest = place::dist().join("assets.json");
    let lock = fs::read_to_string(place::root().join("xtask/package-lock.json"));
    Step {
        name: "assets",
        inputs: &[
            Path::new("style"),
            Path::new("public"),
            Path::new("app/client"),
            Path::new("app/pocket"),
            Path::new("xtask/assets.mjs"),
            &clients,
            &pocket,
        ],
        settings: &lock.unwrap_or_default(),
        outputs: &[&manifest],
    }
    .run(|| {
        run(Command::new("node")
            .arg("xtask/assets.mjs")
            .args([&clients, &pocket, &place::dist()])
            .current_dir(place::root()))
    })
}
