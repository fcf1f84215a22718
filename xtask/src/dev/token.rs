//! The operator's token: made once, kept with the state, known to this machine only.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use crate::place;
use crate::sh::{Outcome, problem};

/// The kept token, or a new one.
pub(crate) fn kept() -> Outcome<String> {
    let file = place::state().join("operator-token");
    let token = fs::read_to_string(&file).or_else(|_| make(&file));
    token.map_err(|why| problem(format!("{}: {why}.", file.display())))
}

fn make(file: &Path) -> io::Result<String> {
    let mut bytes = [0; 16];
    File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    let token = format!("{:032x}", u128::from_ne_bytes(bytes));
    fs::create_dir_all(place::state())?;
    OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(file)?
        .write_all(token.as_bytes())?;
    Ok(token)
}
