//! Turns the tables in `data/`, the rules in `policy/` and a dictionary into Rust tables, so that
//! nothing is parsed at run time and the linker drops what a program does not use.

mod policy;
mod readings;
mod tables;

use std::path::Path;
use std::{env, fs, process};

fn main() {
    println!("cargo::rerun-if-changed=build");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR for build scripts");
    let write = |name: &str, text: String| {
        fs::write(Path::new(&out).join(name), text).expect("cargo made OUT_DIR for us");
    };
    write("streets.rs", tables::streets());
    write("outlines.rs", tables::outlines());
    write("readings.rs", readings::readings());
    match policy::compile(&policies()) {
        Ok(rules) => write("policy.rs", rules),
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
            process::exit(1);
        }
    }
}

/// Every file of `policy/` that holds facts or a programme, by name.
fn policies() -> Vec<policy::File> {
    println!("cargo::rerun-if-changed=policy");
    let entries = fs::read_dir("policy").expect("the folder is part of the repository");
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("the folder can be listed").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .map(|path| policy::File {
            name: path.display().to_string(),
            text: fs::read_to_string(&path).expect("the file was just listed"),
        })
        .collect();
    files.sort_by(|one, other| one.name.cmp(&other.name));
    files
}
