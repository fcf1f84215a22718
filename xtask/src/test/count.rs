//! How many passed and how many failed, read from what the test runners print.

use std::io::{BufRead, BufReader};
use std::ops::{Add, AddAssign};
use std::process::{Command, Stdio};

use crate::sh::{Outcome, Problem, problem};

/// A phase's result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    /// Checks that held.
    pub(crate) passed: u32,
    /// Checks that did not.
    pub(crate) failed: u32,
}

impl Count {
    /// A check that is one thing: it held, or its problem is printed.
    pub(crate) fn of<T>(outcome: &Outcome<T>) -> Self {
        match outcome {
            Ok(_) => Self {
                passed: 1,
                failed: 0,
            },
            Err(problem) => {
                eprintln!("{problem}");
                Self {
                    passed: 0,
                    failed: 1,
                }
            }
        }
    }
}

impl Add for Count {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
        }
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

/// Runs `cargo test` and adds up its "test result:" lines.
pub(crate) fn cargo_test(command: &mut Command) -> Count {
    counted(command, |line| {
        let (_, numbers) = line.split_once("test result: ")?;
        Some(Count {
            passed: before(numbers, " passed")?,
            failed: before(numbers, " failed")?,
        })
    })
}

/// Runs `node --test` with the reporter `spec` and reads its summary.
pub(crate) fn node_test(command: &mut Command) -> Count {
    counted(command, |line| {
        let number = |word: &str| {
            line.strip_prefix("ℹ ")?
                .strip_prefix(word)?
                .trim()
                .parse()
                .ok()
        };
        match (number("pass "), number("fail "), number("cancelled ")) {
            (None, None, None) => None,
            (passed, failed, cancelled) => Some(Count {
                passed: passed.unwrap_or(0),
                failed: failed.unwrap_or(0) + cancelled.unwrap_or(0),
            }),
        }
    })
}

/// The number that stands before `word`.
fn before(line: &str, word: &str) -> Option<u32> {
    line.split_once(word)?.0.rsplit(' ').next()?.parse().ok()
}

fn counted(command: &mut Command, read: impl Fn(&str) -> Option<Count>) -> Count {
    match stream(command, read) {
        // It failed before it could count, a test that does not compile; or it ran nothing.
        Ok((count, ended_well)) if count.failed == 0 && !(ended_well && count.passed > 0) => {
            Count { failed: 1, ..count }
        }
        Ok((count, _)) => count,
        Err(why) => Count::of(&Err::<(), _>(why)),
    }
}

/// Passes the output on line by line, adding up what `read` finds; says also how the command ended.
fn stream(
    command: &mut Command,
    read: impl Fn(&str) -> Option<Count>,
) -> Result<(Count, bool), Problem> {
    let program = command.get_program().to_string_lossy().into_owned();
    let lost = |why| problem(format!("{program}: {why}."));
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(lost)?;
    let mut total = Count::default();
    let output = child.stdout.take().expect("its output is piped");
    for line in BufReader::new(output).lines() {
        let line = line.map_err(lost)?;
        println!("{line}");
        total += read(&plain(&line)).unwrap_or_default();
    }
    let status = child.wait().map_err(lost)?;
    Ok((total, status.success()))
}

/// The line without its colours.
fn plain(line: &str) -> String {
    let mut pieces = line.split('\u{1b}');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| {
        text + piece.split_once('m').map_or("", |(_, rest)| rest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(runner: fn(&mut Command) -> Count, script: &str, passed: u32, failed: u32) {
        let count = runner(Command::new("sh").args(["-c", script]));
        assert_eq!(count, Count { passed, failed });
    }

    #[test]
    fn cargo_counts() {
        check(
            cargo_test,
            "printf 'test result: \\033[32mok\\033[0m. 12 passed; 0 failed; 1 ignored\\n\
             test result: FAILED. 3 passed; 2 failed; 0 ignored\\n'; exit 101",
            15,
            2,
        );
        check(cargo_test, "exit 101", 0, 1);
        check(cargo_test, "true", 0, 1);
    }

    #[test]
    fn node_counts() {
        check(
            node_test,
            "printf '\\033[34mℹ pass 7\\033[39m\\nℹ fail 1\\nℹ cancelled 2\\nℹ skipped 0\\n'; exit 1",
            7,
            3,
        );
        check(node_test, "exit 1", 0, 1);
    }

    #[test]
    fn a_missing_runner_is_a_failure() {
        let count = cargo_test(&mut Command::new("no-such-runner"));
        assert_eq!(
            count,
            Count {
                passed: 0,
                failed: 1
            }
        );
    }
}
