//! Characters as people type them from paper or from the phone: for references and secrets.

/// The characters of `text` that carry something: spaces and hyphens of every kind dropped, full
/// width made plain, lower case raised.
pub(super) fn characters(text: &str) -> impl Iterator<Item = char> {
    text.chars().map(plain).filter(|typed| !is_filler(*typed))
}

/// A full-width form made plain.
pub(super) fn half_width(typed: char) -> char {
    match typed {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(typed as u32 - 0xfee0).expect("the block is that of ASCII, moved")
        }
        _ => typed,
    }
}

/// Whether it only separates: any space, any hyphen or dash, a zero-width mark.
pub(super) fn is_filler(typed: char) -> bool {
    typed.is_whitespace()
        || matches!(
            typed,
            '-' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{feff}'
        )
}

fn plain(typed: char) -> char {
    half_width(typed).to_ascii_uppercase()
}
