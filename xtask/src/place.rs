//! Where things are: in the repository, in the build's output, in the person's cache.

use std::env;
use std::path::{Path, PathBuf};

use crate::sh::{Outcome, problem};

/// The repository's root.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("this crate lies in a folder of the workspace")
}

/// What `build` makes: all that `workerd serve` needs.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Cargo's output, wherever the person wants it.
pub(crate) fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The build's own notes and half-made files.
pub(crate) fn workshop() -> PathBuf {
    target().join("xtask")
}

/// What the running site remembers; `dev --fresh` empties it.
pub(crate) fn state() -> PathBuf {
    root().join(".state")
}

/// Tools that take minutes to compile, shared by every clone of this person.
pub(crate) fn cache(tool: &str, version: &str) -> Outcome<PathBuf> {
    let base = env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cache")))
        .ok_or_else(|| problem("Set HOME or XDG_CACHE_HOME: the compiled tools need a folder."))?;
    Ok(base.join("nuanyi").join(format!("{tool}-{version}")))
}

/// A command line tool that npm installed beside `package` (a folder of this repository).
pub(crate) fn npm_tool(package: &str, tool: &str) -> PathBuf {
    root().join(package).join("node_modules").join(tool)
}
