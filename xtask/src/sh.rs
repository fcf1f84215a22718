//! Other programs, and the one kind of failure: a sentence with its remedy.

use std::fmt;
use std::process::{Command, Stdio};

/// What went wrong and what to do about it, in words for the person at the terminal.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Problem(String);

/// A step's result: its value, or the sentence to end with.
pub(crate) type Outcome<T = ()> = Result<T, Problem>;

/// Makes a [`Problem`] of anything that reads as a sentence.
pub(crate) fn problem(sentence: impl Into<String>) -> Problem {
    Problem(sentence.into())
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Runs a command on this terminal; anything but success is a [`Problem`] that quotes it.
pub(crate) fn run(command: &mut Command) -> Outcome {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(problem(format!("`{}` ended with {status}.", line(command)))),
        Err(why) => Err(problem(format!(
            "`{}` could not be started: {why}.",
            line(command)
        ))),
    }
}

/// Asks a command quietly: what it wrote, or `None` when it is missing or fails.
pub(crate) fn ask(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

/// Announces a step that may take a while.
pub(crate) fn announce(step: &str) {
    eprintln!("\n=> {step}");
}

/// The command as one would type it.
fn line(command: &Command) -> String {
    let program = command.get_program().to_string_lossy();
    command
        .get_args()
        .fold(program.into_owned(), |line, argument| {
            line + " " + &argument.to_string_lossy()
        })
}
