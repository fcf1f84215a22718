//! What is drawn alike by the server and on the phone: shapes as the data of SVG paths, and words as
//! wide as they may be.

use std::fmt::Write as _;

/// A point, in whole steps.
pub(crate) type Point = (i32, i32);

/// Writes an open ring (its last point is not its first): the first point as it is, the others as
/// steps from the one before. One that has shrunk to a line is left out.
pub(crate) fn write_ring(path: &mut String, ring: &[Point]) {
    const GUARANTEE: &str = "a String takes everything";
    let [first, _, _, ..] = ring else { return };
    write!(path, "M{} {}l", first.0, first.1).expect(GUARANTEE);
    for pair in ring.windows(2) {
        let (x, y) = between(pair[0], pair[1]);
        let comma = if path.ends_with('l') || x < 0 {
            ""
        } else {
            " "
        };
        let between = if y < 0 { "" } else { " " };
        write!(path, "{comma}{x}{between}{y}").expect(GUARANTEE);
    }
    path.push('z');
}

/// The steps from one point to another.
pub(crate) fn between(from: Point, to: Point) -> Point {
    (to.0 - from.0, to.1 - from.1)
}

/// How wide a text is in letter heights, rather too wide than too narrow: Chinese characters are square, figures and
/// Latin letters narrower.
pub(crate) fn text_em(text: &str) -> f64 {
    let letter = |letter: char| match letter {
        'a'..='z' | 'A'..='Z' | '0'..='9' => 0.6,
        '\0'..='\u{7f}' => 0.4,
        _ => 1.0,
    };
    text.chars().map(letter).sum()
}
