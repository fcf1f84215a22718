//! A QR code as one SVG path, black on white in every theme: readers expect it so.

use crate::markup::Markup;
use qrcodegen::{QrCode, QrCodeEcc};

/// Free modules around the code, as the standard asks.
const MARGIN: i32 = 4;

/// The code of `text`, which `label` says to whoever does not see it; `None` if the text is longer than
/// a code can hold.
pub(crate) fn qr(label: &str, text: &str) -> Option<Markup> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let side = code.size() + 2 * MARGIN;
    Some(html!(
        r#"<svg class="qr" viewBox="0 0 "# {side.to_string()} " " {side.to_string()}
        r#"" role="img" aria-label=""# {label} r##""><path fill="#fff" d="M0 0h"## {side.to_string()}
        "v" {side.to_string()} r##"H0z"></path><path fill="#000" shape-rendering="crispEdges" d=""##
        {path(&code)} r#""></path></svg>"#
    ))
}

/// Every run of dark modules in a row as a box.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y));
            let length = i32::try_from(run.count()).unwrap_or(0);
            if length > 0 {
                let (left, top) = (x + MARGIN, y + MARGIN);
                path.push_str(&format!("M{left} {top}h{length}v1h-{length}z"));
            }
            x += length + 1;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The modules that the path paints, row by row.
    fn painted(path: &str) -> Vec<(i32, i32)> {
        let boxes = path.split('M').skip(1);
        let dark = boxes.flat_map(|one| {
            let (start, rest) = one.split_once('h').unwrap();
            let (x, y) = start.split_once(' ').unwrap();
            let length: i32 = rest.split('v').next().unwrap().parse().unwrap();
            let (x, y): (i32, i32) = (x.parse().unwrap(), y.parse().unwrap());
            (0..length).map(move |step| (x + step - MARGIN, y - MARGIN))
        });
        dark.collect()
    }

    #[test]
    fn every_dark_module_is_painted_and_no_other() {
        let link = "https://nuanyi.example/requests/7KM-2PX-40C#0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        let code = QrCode::encode_text(link, QrCodeEcc::Medium).unwrap();
        let all = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        let dark: Vec<_> = all.filter(|(x, y)| code.get_module(*x, *y)).collect();
        assert_eq!(painted(&path(&code)), dark);
    }

    #[test]
    fn what_no_code_can_hold_gives_none() {
        assert_eq!(qr("", &"x".repeat(3000)), None);
    }
}
