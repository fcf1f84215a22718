//! The strings that the cells of a workbook share.

use super::unpacked::Unpacked;
use super::xml::{Next, each};
use super::{MOST_CELLS, MOST_TEXT_BYTES, Unopened};
use std::ops::ControlFlow;

/// All of them in one text, with the place where each ends.
#[derive(Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    pub(super) fn read(part: Unpacked<'_>) -> Result<Self, Unopened> {
        let mut strings = Self::default();
        let mut runs = Runs::default();
        each(part, |next| {
            if let Next::Ends(b"si") = next {
                strings.ends.push(strings.text.len());
            }
            runs.see(&next, &mut strings.text);
            match strings.text.len() > MOST_TEXT_BYTES || strings.ends.len() > MOST_CELLS {
                true => Err(Unopened::TooMuch),
                false => Ok(ControlFlow::Continue(())),
            }
        })?;
        Ok(strings)
    }

    pub(super) fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)?;
        let start = match index {
            0 => 0,
            _ => self.ends[index - 1],
        };
        Some(&self.text[start..end])
    }
}

/// Gathers rich text: the runs of a string, without how it is pronounced.
#[derive(Default)]
pub(super) struct Runs {
    is_text: bool,
    is_phonetic: bool,
}

impl Runs {
    pub(super) fn see(&mut self, next: &Next<'_>, into: &mut String) {
        match next {
            Next::Begins(element) => match element.name() {
                b"t" => self.is_text = true,
                b"rPh" => self.is_phonetic = true,
                _ => {}
            },
            Next::Ends(b"t") => self.is_text = false,
            Next::Ends(b"rPh") => self.is_phonetic = false,
            Next::Text(text) if self.is_text && !self.is_phonetic => into.push_str(text),
            Next::Ends(_) | Next::Text(_) => {}
        }
    }
}
