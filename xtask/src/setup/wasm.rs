//! Two ways to compile for wasm32: rustup's target, else Debian's compiler with its library source.

use std::path::Path;
use std::process::Command;

use super::apt;
use crate::sh::{Outcome, announce, ask, problem, run};

/// The one target of the edge and the client.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

// rustc 1.96 with the source of its own library, and the linker that it lacks.
const DEBIAN_PACKAGES: [&str; 5] = [
    "rustc-web",
    "cargo-web",
    "rust-web-src",
    "rust-web-clippy",
    "lld-22",
];
const DEBIAN_LIBRARY_SOURCE: &str = "/usr/lib/rustlib/src/rust/library";
const LIBRARY_SOURCE: &str = "lib/rustlib/src/rust/library";
// Empty: the library is compiled with each profile. `worker-build` only looks whether it exists.
const DEBIAN_TARGET_FOLDER: &str = "/usr/lib/rustlib/wasm32-unknown-unknown/lib";
const DEBIAN_TOOLCHAIN: &str = "debian";
const DEBIAN_LINKER: &str = "wasm-ld-22";

/// No unwinding, no places and no formatted values in panics nobody reads.
const SMALLEST_FLAGS: [&str; 4] = [
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "-Zlocation-detail=none",
    "-Zfmt-debug=none",
];

/// How this machine compiles for wasm32.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wasm {
    /// The active toolchain has the target, and the source of its library.
    Ready,
    /// Debian's toolchain has the source of its library alone.
    Debian,
}

impl Wasm {
    /// `cargo`, set up for this way.
    pub(crate) fn cargo(self) -> Command {
        let mut cargo = Command::new("cargo");
        self.equip(&mut cargo);
        cargo
    }

    /// Sets up a command that calls `cargo` in its turn.
    pub(crate) fn equip(self, command: &mut Command) {
        if self == Self::Debian {
            command
                .env("RUSTUP_TOOLCHAIN", DEBIAN_TOOLCHAIN)
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", DEBIAN_LINKER);
            with_own_library(command);
        }
    }

    /// `cargo`, set up to make the smallest module: the standard library is compiled along for
    /// size, and a panic is a bare trap without its sentence. For the client, where a failure
    /// leaves the page as the server sent it.
    pub(crate) fn smallest_cargo(self) -> Command {
        let mut cargo = self.cargo();
        with_own_library(&mut cargo);
        cargo
            .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
            .env("RUSTFLAGS", SMALLEST_FLAGS.join(" "));
        cargo
    }

    /// Which compiler this is: when it changes, everything is built again.
    pub(crate) fn compiler(self) -> String {
        let mut rustc = Command::new("rustc");
        self.equip(&mut rustc);
        ask(rustc.arg("-vV")).unwrap_or_default()
    }
}

/// Compiles the standard library from its source, which stable compilers do when asked like this.
fn with_own_library(command: &mut Command) {
    command
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
}

/// Finds a way, or makes one.
pub(crate) fn ensure() -> Outcome<Wasm> {
    if let Some(wasm) = find() {
        return Ok(wasm);
    }
    announce("Adding the wasm32 target");
    if from_rustup().is_err() && apt::is_here() {
        eprintln!("rustup cannot add it here; Debian's compiler can build for it.");
        from_debian().map_err(neither)?;
    }
    find().ok_or_else(|| neither(problem("")))
}

/// Makes sure that the checks have their formatter and lints, for the host and for wasm32.
pub(crate) fn ensure_lints(wasm: Wasm) -> Outcome {
    let has = |tool: &str| ask(Command::new("cargo").args([tool, "--version"])).is_some();
    if !(has("fmt") && has("clippy")) {
        announce("Adding rustfmt and clippy");
        run(Command::new("rustup").args(["component", "add", "rustfmt", "clippy"]))?;
    }
    match ask(wasm.cargo().args(["clippy", "--version"])) {
        Some(_) => Ok(()),
        None => apt::install(&DEBIAN_PACKAGES),
    }
}

fn find() -> Option<Wasm> {
    if has_target() {
        Some(Wasm::Ready)
    } else if has_debian() {
        Some(Wasm::Debian)
    } else {
        None
    }
}

fn has_target() -> bool {
    let rustc = |print: &[&str]| ask(Command::new("rustc").args(print));
    let folder = rustc(&["--print", "target-libdir", "--target", TARGET]);
    let files = folder.and_then(|folder| Path::new(&folder).read_dir().ok());
    files.is_some_and(|mut files| files.next().is_some())
        && rustc(&["--print", "sysroot"])
            .is_some_and(|sysroot| Path::new(&sysroot).join(LIBRARY_SOURCE).exists())
}

fn has_debian() -> bool {
    let mut rustc = Command::new("rustc");
    Wasm::Debian.equip(&mut rustc);
    [DEBIAN_LIBRARY_SOURCE, DEBIAN_TARGET_FOLDER]
        .iter()
        .all(|folder| Path::new(folder).exists())
        && ask(rustc.args(["--print", "sysroot"])).as_deref() == Some("/usr")
}

fn from_rustup() -> Outcome {
    [["target", "add", TARGET], ["component", "add", "rust-src"]]
        .iter()
        .try_for_each(|order| {
            run(Command::new("rustup")
                .args(order)
                // When there is no way to its server, say so at once: the second way is waiting.
                .env("RUSTUP_MAX_RETRIES", "0"))
        })
}

fn from_debian() -> Outcome {
    apt::install(&DEBIAN_PACKAGES)?;
    if !Path::new(DEBIAN_TARGET_FOLDER).exists() {
        apt::as_root(&["mkdir", "-p", DEBIAN_TARGET_FOLDER])?;
    }
    if ask(Command::new("rustup").arg("--version")).is_some() {
        run(Command::new("rustup").args(["toolchain", "link", DEBIAN_TOOLCHAIN, "/usr"]))?;
    }
    Ok(())
}

fn neither(why: impl std::fmt::Display) -> crate::sh::Problem {
    problem(format!(
        "{why}\nThe wasm32 target cannot be had. Run `rustup target add {TARGET}` and \
         `rustup component add rust-src`, \
         or on Debian `apt-get install {}`.",
        DEBIAN_PACKAGES.join(" ")
    ))
}
