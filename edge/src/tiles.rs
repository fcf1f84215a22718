//! Real map tiles, as `MAP_TILES` configures them.
//!
//! ```json
//! {
//!   "layers": ["https://tiles.example/{z}/{x}/{y}.png"],
//!   "datum": "gcj02",
//!   "attribution": "Example Maps",
//!   "approval": "GS(2026)0001",
//!   "most_zoom": 18
//! }
//! ```

use crate::reply::Reply;
use crate::security::policy_with_images;
use app::pages::map::Tiles;
use domain::map::{TileDatum, Zoom};
use serde::Deserialize;
use std::fmt;

/// More than a picture with names over it nobody offers.
const MOST_LAYERS: usize = 4;

/// Deeper than this hardly any tiles are made.
const USUAL_MOST_ZOOM: u8 = 18;

/// The places of a tile's numbers in an address.
const NUMBERS: [&str; 3] = ["{z}", "{x}", "{y}"];

/// Why `MAP_TILES` cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TilesError {
    /// It is no JSON of that shape.
    Shape(String),
    /// There are none or too many layers.
    Layers,
    /// The layer of that number has no address of a tile.
    Address(usize),
    /// There is no such datum.
    Datum,
    /// Who made the map must be said, and by which number it was approved.
    Empty(&'static str),
    /// There is no such zoom.
    MostZoom,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    layers: Vec<String>,
    datum: String,
    attribution: String,
    approval: String,
    most_zoom: Option<u8>,
}

/// Reads `MAP_TILES`.
pub(crate) fn parse(text: &str) -> Result<Tiles, TilesError> {
    let sent: Sent =
        serde_json::from_str(text).map_err(|error| TilesError::Shape(error.to_string()))?;
    if !(1..=MOST_LAYERS).contains(&sent.layers.len()) {
        return Err(TilesError::Layers);
    }
    let wrong = |layer: &String| origin(layer).is_none() || !names_a_tile(layer);
    if let Some(index) = sent.layers.iter().position(wrong) {
        return Err(TilesError::Address(index + 1));
    }
    let texts = [
        ("attribution", &sent.attribution),
        ("approval", &sent.approval),
    ];
    if let Some((name, _)) = texts.iter().find(|(_, text)| text.trim().is_empty()) {
        return Err(TilesError::Empty(name));
    }
    let most_zoom = sent.most_zoom.unwrap_or(USUAL_MOST_ZOOM);
    Ok(Tiles {
        most_zoom: Zoom::new(most_zoom).ok_or(TilesError::MostZoom)?,
        datum: match &*sent.datum {
            // CGCS2000 differs from WGS-84 by centimetres.
            "wgs84" | "cgcs2000" => TileDatum::Wgs84,
            "gcj02" => TileDatum::Gcj02,
            _ => return Err(TilesError::Datum),
        },
        layers: sent.layers,
        attribution: sent.attribution,
        approval: sent.approval,
    })
}

/// Lets the tiles into a page that has a map, and no others.
pub(crate) fn let_in(tiles: Option<&Tiles>, reply: Reply) -> Reply {
    match tiles.map(origins) {
        None => reply,
        Some(hosts) => reply.with("content-security-policy", &policy_with_images(&hosts)),
    }
}

/// The hosts of the tiles, as sources of pictures in a content security policy.
fn origins(tiles: &Tiles) -> String {
    let mut origins: Vec<&str> = tiles.layers.iter().filter_map(|one| origin(one)).collect();
    origins.sort_unstable();
    origins.dedup();
    origins.join(" ")
}

/// Scheme and host of an address: over TLS, or on this machine.
fn origin(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once("://")?;
    let host = &rest[..rest.find('/')?];
    let (name, port) = host.split_once(':').unwrap_or((host, "443"));
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b".-".contains(&byte);
    let fits = match scheme {
        "https" => !name.is_empty() && name.bytes().all(is_name),
        "http" => matches!(name, "127.0.0.1" | "localhost"),
        _ => false,
    };
    let fits = fits && port.parse::<u16>().is_ok();
    fits.then(|| &address[..scheme.len() + "://".len() + host.len()])
}

/// Whether an address names each number of a tile once, and is otherwise plain.
fn names_a_tile(address: &str) -> bool {
    let once = |number: &&str| address.matches(*number).count() == 1;
    address.bytes().all(|byte| byte.is_ascii_graphic())
        && address.matches(['{', '}']).count() == 2 * NUMBERS.len()
        && NUMBERS.iter().all(once)
}

impl fmt::Display for TilesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape(error) => write!(f, "{error}"),
            Self::Layers => write!(f, "layers: one to {MOST_LAYERS}"),
            Self::Address(layer) => write!(
                f,
                "layer {layer}: an https address with {{z}}, {{x}} and {{y}}, each once"
            ),
            Self::Datum => write!(f, "datum: wgs84, cgcs2000 or gcj02"),
            Self::Empty(name) => write!(f, "{name}: must not be empty"),
            Self::MostZoom => write!(f, "most_zoom: up to {}", Zoom::MOST.level()),
        }
    }
}

#[cfg(test)]
mod tests;
