//! The command line: one order, with its options.

use std::ffi::OsString;
use std::path::PathBuf;

use domain::geo::Datum;
use lexopt::prelude::*;

use crate::sh::{Outcome, Problem, problem};
use crate::test::Phase;

/// What `cargo xtask help` prints.
pub(crate) const USAGE: &str = "\
cargo xtask setup                 install what is missing: wasm32, build tools, browser
cargo xtask build                 make dist/, check the byte budgets
cargo xtask dev                   set up, build, run the site on 127.0.0.1:8787
    --port N                      another port
    --fresh                       forget what the site remembers
    --stations FILE               a real listing (CSV or GeoJSON) instead of the demonstration
    --classes FILE                real holiday classes (CSV) instead of the demonstration ones
    --datum wgs84|gcj02|bd09      their coordinates, where no column says so
cargo xtask admin NAME            make an administrator's account, and print the link that sets it up
cargo xtask test [--only PHASE]   everything that must hold before a change lands
    PHASE: fmt, clippy, tidy, unit, build, api, crash, journeys
cargo xtask crash [COUNT]         kill the site so often under load: nothing lost, nothing twice
    --seed N                      the random moments of another run
cargo xtask audit FILE            verify the audit chain in the file of a desk, or of the accounts
cargo xtask retention [--apply]   whose personal data is at the end of its time; --apply destroys it
cargo xtask rewrap                after a new key was put in front of DATA_KEYS: wrap all with it
    --port N                      these two and admin: where the site runs on this machine;
                                  OPERATOR_TOKEN opens it
cargo xtask bench                 the figures of the README
cargo xtask screenshots FOLDER    every page: two sizes, light and dark, two languages
";

/// Where the site listens unless another is named.
const PORT: u16 = 8787;

/// What the person wants done.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// Print the usage.
    Help,
    /// Install what is missing.
    Setup,
    /// Make `dist/`.
    Build,
    /// Run the site.
    Dev(Wishes),
    /// Make an administrator's account.
    Admin { name: String, port: u16 },
    /// Run every check, or one phase of them.
    Test { only: Option<Phase> },
    /// Measure.
    Bench,
    /// Kill the site again and again under load.
    Crash(Kills),
    /// Verify an audit chain.
    Audit { file: PathBuf },
    /// Destroy what is at the end of its time, or tell what that is.
    Retention { port: u16, apply: bool },
    /// Wrap the keys of records anew.
    Rewrap { port: u16 },
    /// Photograph every page.
    Screenshots { folder: PathBuf },
}

/// How the site should run.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Wishes {
    /// The port on 127.0.0.1.
    pub(crate) port: u16,
    /// Start with an empty state.
    pub(crate) fresh: bool,
    /// A real listing to load.
    pub(crate) stations: Option<PathBuf>,
    /// Real holiday classes to load.
    pub(crate) classes: Option<PathBuf>,
    /// The datum of their coordinates.
    pub(crate) datum: Option<Datum>,
}

/// How often the site is killed, and at which moments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kills {
    /// How often.
    pub(crate) count: u32,
    /// From what the moments are drawn; another one each time if left out.
    pub(crate) seed: Option<u32>,
}

impl Default for Kills {
    fn default() -> Self {
        Self {
            count: 100,
            seed: None,
        }
    }
}

impl Order {
    /// Reads the arguments of this process.
    pub(crate) fn from_command_line() -> Outcome<Self> {
        Self::read(std::env::args_os().skip(1))
    }

    fn read(arguments: impl IntoIterator<Item = impl Into<OsString>>) -> Outcome<Self> {
        let mut parser = lexopt::Parser::from_args(arguments);
        let order = match parser.next()? {
            None | Some(Short('h') | Long("help")) => Self::Help,
            Some(Value(name)) => match name.to_string_lossy().as_ref() {
                "help" => Self::Help,
                "setup" => Self::Setup,
                "build" => Self::Build,
                "dev" => return dev(parser),
                "admin" => return admin(parser),
                "test" => return test(parser),
                "bench" => Self::Bench,
                "crash" => return crash(parser),
                "retention" => return retention(parser),
                "rewrap" => return rewrap(parser),
                "audit" => Self::Audit {
                    file: parser.value()?.into(),
                },
                "screenshots" => Self::Screenshots {
                    folder: parser.value()?.into(),
                },
                other => {
                    return Err(problem(format!("There is no order “{other}”.\n\n{USAGE}")));
                }
            },
            Some(other) => return Err(other.unexpected().into()),
        };
        match parser.next()? {
            None => Ok(order),
            Some(other) => Err(other.unexpected().into()),
        }
    }
}

fn dev(mut parser: lexopt::Parser) -> Outcome<Order> {
    let mut wishes = Wishes {
        port: PORT,
        fresh: false,
        stations: None,
        classes: None,
        datum: None,
    };
    while let Some(argument) = parser.next()? {
        match argument {
            Long("port") => wishes.port = parser.value()?.parse()?,
            Long("fresh") => wishes.fresh = true,
            Long("stations") => wishes.stations = Some(parser.value()?.into()),
            Long("classes") => wishes.classes = Some(parser.value()?.into()),
            Long("datum") => wishes.datum = Some(parser.value()?.parse_with(datum)?),
            other => return Err(other.unexpected().into()),
        }
    }
    let listed = wishes.stations.is_some() || wishes.classes.is_some();
    if wishes.datum.is_some() && !listed {
        return Err(problem(
            "--datum describes a listing: name one with --stations FILE or --classes FILE.",
        ));
    }
    Ok(Order::Dev(wishes))
}

fn admin(mut parser: lexopt::Parser) -> Outcome<Order> {
    let (mut name, mut port) = (None, PORT);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("port") => port = parser.value()?.parse()?,
            Value(value) if name.is_none() => name = Some(value.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    match name {
        Some(name) => Ok(Order::Admin { name, port }),
        None => Err(problem("Whose account? cargo xtask admin NAME")),
    }
}

fn datum(name: &str) -> Result<Datum, String> {
    let plain = |name: &str| name.to_ascii_lowercase().replace('-', "");
    Datum::ALL
        .into_iter()
        .find(|datum| plain(datum.name()) == plain(name))
        .ok_or_else(|| "a datum is wgs84, gcj02 or bd09".into())
}

fn retention(mut parser: lexopt::Parser) -> Outcome<Order> {
    let (mut port, mut apply) = (PORT, false);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("port") => port = parser.value()?.parse()?,
            Long("apply") => apply = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Order::Retention { port, apply })
}

fn rewrap(mut parser: lexopt::Parser) -> Outcome<Order> {
    let mut port = PORT;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("port") => port = parser.value()?.parse()?,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Order::Rewrap { port })
}

fn crash(mut parser: lexopt::Parser) -> Outcome<Order> {
    let mut kills = Kills::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Value(count) => kills.count = count.parse()?,
            Long("seed") => kills.seed = Some(parser.value()?.parse()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Order::Crash(kills))
}

fn test(mut parser: lexopt::Parser) -> Outcome<Order> {
    let mut only = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("only") => only = Some(parser.value()?.parse()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Order::Test { only })
}

impl From<lexopt::Error> for Problem {
    fn from(error: lexopt::Error) -> Self {
        problem(format!("{error}; `cargo xtask help` lists what there is."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(arguments: &str, expected: Order) {
        assert_eq!(Order::read(arguments.split_whitespace()), Ok(expected));
    }

    #[track_caller]
    fn refuses(arguments: &str, because: &str) {
        let problem = Order::read(arguments.split_whitespace()).expect_err("an order was read");
        assert!(problem.to_string().contains(because), "{problem}");
    }

    #[test]
    fn orders() {
        check("", Order::Help);
        check("help", Order::Help);
        check("build", Order::Build);
        check(
            "dev",
            Order::Dev(Wishes {
                port: 8787,
                fresh: false,
                stations: None,
                classes: None,
                datum: None,
            }),
        );
        check(
            "dev --port 9000 --fresh --stations a.csv --classes b.csv --datum gcj02",
            Order::Dev(Wishes {
                port: 9000,
                fresh: true,
                stations: Some("a.csv".into()),
                classes: Some("b.csv".into()),
                datum: Some(Datum::Gcj02),
            }),
        );
        check(
            "admin wang.fang --port 9000",
            Order::Admin {
                name: "wang.fang".into(),
                port: 9000,
            },
        );
        check("test", Order::Test { only: None });
        check(
            "test --only tidy",
            Order::Test {
                only: Some(Phase::Tidy),
            },
        );
        check(
            "retention --apply",
            Order::Retention {
                port: 8787,
                apply: true,
            },
        );
        check("rewrap --port 9000", Order::Rewrap { port: 9000 });
        check("crash", Order::Crash(Kills::default()));
        check(
            "crash 500 --seed 7",
            Order::Crash(Kills {
                count: 500,
                seed: Some(7),
            }),
        );
        check(
            "audit a.sqlite",
            Order::Audit {
                file: "a.sqlite".into(),
            },
        );
        check(
            "screenshots out",
            Order::Screenshots {
                folder: "out".into(),
            },
        );
    }

    #[test]
    fn refusals() {
        refuses("fly", "There is no order “fly”");
        refuses("build --fast", "--fast");
        refuses("dev --port many", "many");
        refuses("admin", "NAME");
        refuses("admin wang fang", "fang");
        refuses("dev --datum gcj02", "--stations");
        refuses("dev --classes", "--classes");
        refuses("dev --stations a.csv --datum nad27", "wgs84, gcj02 or bd09");
        refuses("test --only luck", "luck");
        refuses("crash often", "often");
        refuses("audit", "argument");
        refuses("retention --now", "--now");
    }
}
