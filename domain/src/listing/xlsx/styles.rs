//! Which styles of cells show a number as a day or a time.

use super::Unopened;
use super::unpacked::Unpacked;
use super::xml::{Next, each};
use std::collections::BTreeSet;
use std::ops::ControlFlow;

/// More than Excel takes.
const MOST_STYLES: usize = 65_536;

/// The formats that every spreadsheet has for days and times; from 27 on those of East Asia.
const BUILT_IN: [std::ops::RangeInclusive<u32>; 4] = [14..=22, 27..=36, 45..=47, 50..=58];

/// For each style whether it shows days.
#[derive(Default)]
pub(super) struct Styles(Vec<bool>);

impl Styles {
    pub(super) fn read(part: Unpacked<'_>) -> Result<Self, Unopened> {
        let (mut own, mut styles, mut is_within) = (BTreeSet::new(), Vec::new(), false);
        each(part, |next| {
            match next {
                Next::Begins(element) => match element.name() {
                    b"numFmt" => {
                        let id = number(element.attribute(b"numFmtId")?);
                        let code = element.attribute(b"formatCode")?;
                        if code.is_some_and(|code| shows_days(&code)) {
                            own.insert(id);
                        }
                    }
                    b"cellXfs" => is_within = true,
                    b"xf" if is_within => {
                        let id = number(element.attribute(b"numFmtId")?);
                        let built_in = BUILT_IN.iter().any(|range| range.contains(&id));
                        styles.push(built_in || own.contains(&id));
                    }
                    _ => {}
                },
                Next::Ends(b"cellXfs") => is_within = false,
                Next::Ends(_) | Next::Text(_) => {}
            }
            match styles.len().max(own.len()) > MOST_STYLES {
                true => Err(Unopened::TooMuch),
                false => Ok(ControlFlow::Continue(())),
            }
        })?;
        Ok(Self(styles))
    }

    /// Whether that style shows a number as a day or a time.
    pub(super) fn shows_days(&self, style: usize) -> bool {
        self.0.get(style).copied().unwrap_or(false)
    }
}

fn number(text: Option<String>) -> u32 {
    text.and_then(|text| text.parse().ok()).unwrap_or(0)
}

/// Whether a format has a day, month, year, hour or second outside of quotes and brackets.
fn shows_days(code: &str) -> bool {
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => drop(letters.by_ref().find(|c| *c == '"')),
            '[' => {
                let inside: String = letters.by_ref().take_while(|c| *c != ']').collect();
                if matches!(
                    inside.to_ascii_lowercase().as_str(),
                    "h" | "hh" | "m" | "mm"
                ) {
                    return true;
                }
            }
            '\\' | '_' | '*' => drop(letters.next()),
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_shows_days_or_it_does_not() {
        for code in [
            "yyyy-mm-dd",
            "yyyy\"年\"m\"月\"d\"日\";@",
            "[$-804]yyyy/m/d",
            "[h]:mm",
            "h:mm AM/PM",
        ] {
            assert!(shows_days(code), "{code}");
        }
        for code in [
            "General",
            "0.00",
            "#,##0\" days\"",
            "[Red]0",
            "0_d",
            "0.00E+00",
            "@",
        ] {
            assert!(!shows_days(code), "{code}");
        }
    }
}
