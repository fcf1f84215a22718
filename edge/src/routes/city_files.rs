//! The snapshot for the phones: the points of the city and the texts of each district.
//!
//! Its address names its version, so a phone keeps a file for ever and never mixes versions.

use super::{pages, params};
use crate::bindings;
use crate::cities::{self, Loaded};
use crate::coding::Coding;
use crate::problem::Problem;
use crate::reply::Reply;
use crate::visit::Visit;
use app::document::Page;
use app::pages::offline::Pack;
use axum::extract::Path;
use domain::places::District;
use http::{StatusCode, header};
use std::cell::RefCell;
use std::collections::HashMap;

/// `city.bin`, or `110108.bin` for the texts of Haidian.
#[worker::send]
pub(super) async fn file(
    Path((version, name)): Path<(String, String)>,
    visit: Visit,
) -> Result<Reply, Problem> {
    let part = Part::from_name(&name).ok_or(Problem::NotFound)?;
    let loaded = cities::current(&visit.env).await?;
    let bytes = part.of(&loaded, &version).ok_or(Problem::NotFound)?;
    let tag = format!("{version}-{name}");
    if visit.holds(&tag) {
        return Ok(Reply::empty(StatusCode::NOT_MODIFIED).immutable(&tag));
    }
    let coding = Coding::accepted(visit.text(&header::ACCEPT_ENCODING));
    let body = match coding {
        Some(coding) => compressed(&version, part, bytes, coding)?,
        None => bytes.to_vec(),
    };
    Ok(Reply::new(StatusCode::OK, "application/octet-stream", body)
        .encoded(coding)
        .immutable(&tag))
}

/// `/offline`
#[worker::send]
pub(super) async fn offline(visit: Visit) -> Result<Reply, Problem> {
    let loaded = cities::current(&visit.env).await?;
    let version = loaded.city.version();
    let pack = |(district, bytes): (&District, &Vec<u8>)| {
        let part = Part::Texts(*district);
        Ok(Pack {
            district: *district,
            bytes: Some(compressed(version, part, bytes, Coding::Brotli)?.len()),
        })
    };
    let packs: Result<_, Problem> = loaded.texts.iter().map(pack).collect();
    pages::show(&visit, Page::Offline(packs?)).await
}

/// A part of the snapshot that is a file of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Part {
    Points,
    Texts(District),
}

impl Part {
    fn from_name(name: &str) -> Option<Self> {
        match name.strip_suffix(".bin")? {
            "city" => Some(Self::Points),
            code => District::from_code(params::number(code)?).map(Self::Texts),
        }
    }

    fn of<'a>(self, loaded: &'a Loaded, version: &str) -> Option<&'a [u8]> {
        if loaded.city.version() != version {
            return None;
        }
        match self {
            Self::Points => Some(&loaded.points),
            Self::Texts(district) => loaded.texts.get(&district).map(Vec::as_slice),
        }
    }
}

thread_local! {
    /// Compressed once per version and isolate: the best quality takes tens of milliseconds.
    static COMPRESSED: RefCell<Compressed> = RefCell::default();
}

#[derive(Default)]
struct Compressed {
    version: String,
    files: HashMap<(Part, Coding), Vec<u8>>,
}

fn compressed(version: &str, part: Part, bytes: &[u8], coding: Coding) -> Result<Vec<u8>, Problem> {
    COMPRESSED.with_borrow_mut(|held| {
        if held.version != version {
            *held = Compressed {
                version: version.to_owned(),
                files: HashMap::new(),
            };
        }
        if let Some(file) = held.files.get(&(part, coding)) {
            return Ok(file.clone());
        }
        let file = bindings::compress(bytes, coding).map_err(|error| {
            worker::console_error!("compressing {part:?}: {error:?}");
            Problem::Internal
        })?;
        held.files.insert((part, coding), file.clone());
        Ok(file)
    })
}

#[cfg(test)]
mod tests {
    use super::Part;

    #[test]
    fn a_part_has_one_name() {
        assert_eq!(Part::from_name("city.bin"), Some(Part::Points));
        assert!(matches!(
            Part::from_name("110108.bin"),
            Some(Part::Texts(_))
        ));
        for other in [
            "0110108.bin",
            "+110108.bin",
            "999999.bin",
            "City.bin",
            "city",
            ".bin",
            "",
        ] {
            assert_eq!(Part::from_name(other), None, "{other}");
        }
    }
}
