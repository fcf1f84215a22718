//! What writers vary and nobody means: width, dashes, spaces, capitals.

/// Longest text that is read, in characters. People need fewer than 200; the rest is room for
/// what a long list of exceptions looks like when written down.
pub(super) const MAX_CHARS: usize = 2000;

/// Words for "nobody has said".
const UNSTATED: &[&str] = &[
    "", "-", "--", "/", "无", "暂无", "未知", "不详", "待定", "不明", "未填", "unknown", "n/a",
    "null",
];

/// Whether `text`, already plain, says that nothing is said.
pub(super) fn is_unstated(text: &str) -> bool {
    UNSTATED.contains(&text.trim())
}

/// The same text in half-width lower case with one kind of dash, colon, space and full stop.
/// `None` if it is too long to be hours.
pub(super) fn plain(text: &str) -> Option<String> {
    let mut plain = String::with_capacity(text.len());
    for (index, written) in text.chars().enumerate() {
        if index == MAX_CHARS {
            return None;
        }
        plain.push(plain_char(written));
    }
    Some(plain)
}

fn plain_char(written: char) -> char {
    let narrow = match written {
        // The full-width forms of ASCII lie at one distance from it.
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(written) - 0xfee0).expect("lies in ASCII")
        }
        other => other,
    };
    match narrow {
        '\n' | '\r' | '。' | '|' => ';',
        other if other.is_whitespace() => ' ',
        '\u{200b}' | '\u{feff}' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2500}' | '\u{2501}' | 'ー' | '﹣' => '-',
        '~' | '\u{301c}' | '\u{223c}' | '\u{02dc}' | '〰' | '→' => '-',
        '∶' | '︰' | '﹕' | '︓' => ':',
        '×' | '*' => 'x',
        '【' | '[' | '〔' => '(',
        '】' | ']' | '〕' => ')',
        other => other.to_ascii_lowercase(),
    }
}
