//! The snapshot for the phones: the points of the city and the texts of each district.
//!
//! Its address names its version, so a phone keeps a file for ever and never mixes versions.

use crate::bindings;
use crate::cities::{self, Loaded};
use crate::coding::Coding;
use crate::problem::Problem;
use crate::reply::Reply;
use crate::visit::Visit;
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
    let loaded = cities::current(&visit.env).await?;
    let bytes = find(&loaded, &version, &name).ok_or(Problem::NotFound)?;
    let etag = format!("\"{version}-{name}\"");
    if visit.holds(&etag) {
        return Ok(Reply::empty(StatusCode::NOT_MODIFIED).immutable(&etag));
    }
    let coding = Coding::accepted(visit.text(&header::ACCEPT_ENCODING));
    let body = match coding {
        Some(coding) => compressed(&version, &name, bytes, coding)?,
        None => bytes.to_vec(),
    };
    Ok(Reply::new(StatusCode::OK, "application/octet-stream", body)
        .encoded(coding)
        .immutable(&etag))
}

fn find<'a>(loaded: &'a Loaded, version: &str, name: &str) -> Option<&'a [u8]> {
    if loaded.city.version() != version {
        return None;
    }
    match name.strip_suffix(".bin")? {
        "city" => Some(&loaded.points),
        code => {
            let district = District::from_code(code.parse().ok()?)?;
            loaded.texts.get(&district).map(Vec::as_slice)
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
    files: HashMap<(String, &'static str), Vec<u8>>,
}

fn compressed(version: &str, name: &str, bytes: &[u8], coding: Coding) -> Result<Vec<u8>, Problem> {
    let key = (name.to_owned(), coding.name());
    COMPRESSED.with_borrow_mut(|held| {
        if held.version != version {
            *held = Compressed {
                version: version.to_owned(),
                files: HashMap::new(),
            };
        }
        if let Some(file) = held.files.get(&key) {
            return Ok(file.clone());
        }
        let file = bindings::compress(bytes, coding).map_err(|error| {
            worker::console_error!("compressing {name}: {error:?}");
            Problem::Internal
        })?;
        held.files.insert(key, file.clone());
        Ok(file)
    })
}
