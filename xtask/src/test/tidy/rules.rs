//! The rules as data: where one holds, what it forbids, and why.

/// One rule.
pub(crate) struct Rule {
    /// Which files it is about: their path from the root.
    about: fn(&str) -> bool,
    breach: Breach,
    /// The reason, for whoever broke it.
    pub(crate) because: &'static str,
}

enum Breach {
    /// A line for which this says so.
    Line(fn(&str) -> bool),
    /// The file does not begin with this.
    DoesNotBegin(&'static str),
    /// The file has more lines than this.
    LongerThan(usize),
    /// The file is there.
    Exists,
}

impl Rule {
    /// Where a file breaks the rule: `path:line: text`.
    pub(crate) fn breaches(&self, path: &str, text: &str) -> Vec<String> {
        let whole = |broken: bool, what: String| match broken {
            true => vec![format!("{path}: {what}")],
            false => Vec::new(),
        };
        match self.breach {
            _ if !(self.about)(path) => Vec::new(),
            Breach::Line(breaks) => (1..)
                .zip(text.lines())
                .filter(|(_, line)| breaks(line))
                .map(|(number, line)| format!("{path}:{number}: {}", line.trim()))
                .collect(),
            Breach::DoesNotBegin(start) => whole(
                !text.starts_with(start),
                format!("does not begin with `{start}`"),
            ),
            Breach::LongerThan(most) => {
                let count = text.lines().count();
                whole(count > most, format!("{count} lines"))
            }
            Breach::Exists => whole(true, "is there".into()),
        }
    }
}

/// All of them.
pub(crate) const RULES: &[Rule] = &[
    Rule {
        about: |path| path == "domain/Cargo.toml",
        breach: Breach::Line(|line| names_crate(line, &["leptos", "worker", "axum", "rand"])),
        because: "The domain knows neither Leptos nor the Worker, and draws no randomness.",
    },
    Rule {
        about: |path| path == "domain/Cargo.toml",
        breach: Breach::Line(|line| names_crate(line, &["app", "edge"])),
        because: "domain ← app ← edge, never back.",
    },
    Rule {
        about: |path| path.starts_with("app/") && path.ends_with("Cargo.toml"),
        breach: Breach::Line(|line| names_crate(line, &["edge"])),
        because: "domain ← app ← edge, never back.",
    },
    Rule {
        about: |path| path.starts_with("domain/src/"),
        breach: Breach::Line(|line| {
            let doors = [
                "std::fs",
                "std::net",
                "std::env",
                "std::process",
                "std::thread",
            ];
            has_word(line, &doors)
        }),
        because: "The domain does no IO: what it decides on is handed to it.",
    },
    Rule {
        about: |path| path.starts_with("edge/src/") && !path.starts_with("edge/src/sql"),
        breach: Breach::Line(|line| has_word(line, &["SqlStorage"]) || line.contains(".sql()")),
        because: "`edge/src/sql.rs` alone touches SQL storage.",
    },
    Rule {
        about: |path| path.starts_with("domain/src/"),
        breach: Breach::Line(|line| {
            has_word(
                line,
                &[
                    "SystemTime",
                    "Instant::now",
                    "Utc::now",
                    "Local::now",
                    "rand::",
                ],
            )
        }),
        because: "The domain reads no clock and draws no randomness: time and ids are arguments.",
    },
    Rule {
        about: |path| path.ends_with("/Cargo.toml") && path != "edge/Cargo.toml",
        breach: Breach::Line(|line| names_crate(line, &["worker"])),
        because: "`worker` is named only in edge.",
    },
    Rule {
        about: |path| is_rust(path) && !path.starts_with("edge/"),
        breach: Breach::Line(|line| has_word(line, &["worker::"])),
        because: "`worker` is named only in edge.",
    },
    Rule {
        about: |path| is_rust(path) && !path.starts_with("edge/"),
        breach: Breach::Line(|line| line.contains("cfg") && line.contains("target_arch")),
        because: "wasm32 never means “browser”: the server is wasm32 too. Features say which is which.",
    },
    Rule {
        about: |path| is_rust(path) || path.ends_with("Cargo.toml"),
        breach: Breach::Line(|line| has_word(line, &["#[server", "leptos_router", "leptos_axum"])),
        because: "There is one API, documented; a server function is a second, hidden one.",
    },
    Rule {
        about: |path| path.starts_with("app/src/") && !path.ends_with("tests.rs"),
        breach: Breach::Line(|line| has_word(line, &["style="])),
        because: "The content security policy forbids inline styles.",
    },
    Rule {
        about: |path| path.starts_with("app/src/") && path != "app/src/document/sprite.rs",
        breach: Breach::Line(|line| {
            has_word(line, &["inner_html"]) && !line.contains(".into_html()")
        }),
        because: "Only `Markup`, which escapes all but literals, is written as it is.",
    },
    Rule {
        about: is_code,
        breach: Breach::Line(|line| {
            has_word(
                line,
                &["TODO", "FIXME", "XXX", "dbg!", "todo!", "unimplemented!"],
            )
        }),
        because: "What is not done is not landed; what is left is in an issue.",
    },
    Rule {
        about: is_code,
        breach: Breach::Line(|line| {
            has_word(
                line,
                &[
                    "#[allow(",
                    "#![allow(",
                    "#[ignore",
                    "test.skip(",
                    "test.only(",
                ],
            )
        }),
        because: "A lint is met, or #[expect]ed with its reason; no test is skipped.",
    },
    Rule {
        about: is_code,
        breach: Breach::LongerThan(400),
        because: "A file holds one idea: 80 to 200 lines, never over 400.",
    },
    Rule {
        about: is_rust,
        breach: Breach::DoesNotBegin("//! "),
        because: "A file's first line says what it is for.",
    },
    Rule {
        about: |path| path.ends_with("/mod.rs"),
        breach: Breach::Exists,
        because: "A module is `foo.rs` beside its folder `foo/`.",
    },
    Rule {
        about: |path| path.ends_with("package-lock.json"),
        breach: Breach::Line(|line| line.contains("\"resolved\": \"http")),
        because: "A lock file names packages and digests; each machine has its own registry.",
    },
    Rule {
        about: |_| true,
        breach: Breach::Line(names_home),
        because: "No path of one machine belongs in the repository.",
    },
];

fn is_rust(path: &str) -> bool {
    path.ends_with(".rs")
}

fn is_code(path: &str) -> bool {
    let endings = [".rs", ".mjs", ".js", ".css"];
    endings.iter().any(|ending| path.ends_with(ending))
}

/// A manifest's line that depends on one of these crates, or on one of their families.
fn names_crate(line: &str, crates: &[&str]) -> bool {
    let name = line
        .trim()
        .split(['=', '.', ' '])
        .next()
        .unwrap_or_default();
    crates.iter().any(|krate| {
        let rest = name.strip_prefix(krate);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_']))
    })
}

/// One of the words, not as the end of a longer one.
fn has_word(line: &str, words: &[&str]) -> bool {
    let starts = |(at, _)| {
        let before: Option<char> = line[..at].chars().next_back();
        !before.is_some_and(|letter| letter.is_alphanumeric() || "_-:.".contains(letter))
    };
    words
        .iter()
        .any(|word| line.match_indices(word).any(starts))
}

/// Somebody's folder, not the same letters inside an address.
fn names_home(line: &str) -> bool {
    ["/home/", "/root/", "/Users/"].iter().any(|home| {
        line.match_indices(home).any(|(at, _)| {
            let before = line[..at].chars().next_back();
            let after = line[at + home.len()..].chars().next();
            !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '.')
                && after.is_some_and(char::is_alphanumeric)
        })
    })
}

#[cfg(test)]
mod tests;
