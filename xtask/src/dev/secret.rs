//! The operator's token and the key for personal data: made once, kept with the state, known to
//! this machine only.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::place;
use crate::sh::{Outcome, announce, problem};

/// What opens `PUT /api/v1/listing`.
pub(crate) fn operator_token() -> Outcome<String> {
    kept("operator-token", |random: [u8; 16]| {
        format!("{:032x}", u128::from_ne_bytes(random))
    })
}

/// What the site seals personal data with, as `DATA_KEYS` wants it. For this machine alone: a
/// deployment is given its own.
pub(crate) fn data_keys() -> Outcome<String> {
    kept("data-keys", |random: [u8; 32]| {
        format!("development:{}", STANDARD.encode(random))
    })
}

/// The kept text of that name, or a new one.
fn kept<const N: usize>(name: &str, text: impl Fn([u8; N]) -> String) -> Outcome<String> {
    let file = place::state().join(name);
    let kept = match fs::read_to_string(&file) {
        Err(why) if why.kind() == io::ErrorKind::NotFound => {
            announce(&format!("Making {}", file.display()));
            make(&file, text)
        }
        kept => kept,
    };
    kept.map_err(|why| problem(format!("{}: {why}.", file.display())))
}

fn make<const N: usize>(file: &Path, text: impl Fn([u8; N]) -> String) -> io::Result<String> {
    let mut random = [0; N];
    File::open("/dev/urandom")?.read_exact(&mut random)?;
    let text = text(random);
    fs::create_dir_all(place::state())?;
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file)?
        .write_all(text.as_bytes())?;
    Ok(text)
}
