//! Going there: links that open a place in somebody's own map.
//!
//! Each map has its own order and datum. AMap, Tencent and Apple's map of China draw in GCJ-02;
//! Baidu takes GCJ-02 when told so.

use domain::geo::{Gcj02, Wgs84};
use std::fmt::Write;

/// A map that can show a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MapApp {
    /// 高德地图
    Amap,
    /// 腾讯地图
    Tencent,
    /// 百度地图
    Baidu,
    /// Apple's map
    Apple,
}

impl MapApp {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Amap, Self::Tencent, Self::Baidu, Self::Apple];

    /// The link that shows a place there.
    pub fn link(self, position: Wgs84, name: &str, address: &str) -> String {
        let position = Gcj02::from(position);
        let (lat, lng) = (position.lat(), position.lng());
        let name = encoded(name);
        // Tencent and Baidu refuse a marker without a second line.
        let address = if address.is_empty() {
            name.clone()
        } else {
            encoded(address)
        };
        match self {
            Self::Amap => format!(
                "https://uri.amap.com/marker?position={lng:.6},{lat:.6}&name={name}&coordinate=gaode&callnative=1&src=nuanyi"
            ),
            Self::Tencent => format!(
                "https://apis.map.qq.com/uri/v1/marker?marker=coord:{lat:.6},{lng:.6};title:{name};addr:{address}&coord_type=2&referer=nuanyi"
            ),
            Self::Baidu => format!(
                "https://api.map.baidu.com/marker?location={lat:.6},{lng:.6}&title={name}&content={address}&output=html&coord_type=gcj02&src=nuanyi"
            ),
            Self::Apple => format!("https://maps.apple.com/?ll={lat:.6},{lng:.6}&q={name}"),
        }
    }
}

/// Percent-encoded for a query; only RFC 3986's unreserved characters stand for themselves, so
/// that a name cannot end Tencent's `;` and `:` parts either.
fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                out.push(byte.into())
            }
            _ => write!(out, "%{byte:02X}").expect("writing to a string does not fail"),
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(app: MapApp, expected: &str) {
        let position = Wgs84::new(39.908_692, 116.397_477).unwrap();
        assert_eq!(app.link(position, "驿站 A&B;C", "示例路 1 号"), expected);
    }

    #[test]
    fn each_map_gets_its_order_and_datum() {
        let name = "%E9%A9%BF%E7%AB%99%20A%26B%3BC";
        let address = "%E7%A4%BA%E4%BE%8B%E8%B7%AF%201%20%E5%8F%B7";
        check(
            MapApp::Amap,
            &format!(
                "https://uri.amap.com/marker?position=116.403721,39.910095&name={name}&coordinate=gaode&callnative=1&src=nuanyi"
            ),
        );
        check(
            MapApp::Tencent,
            &format!(
                "https://apis.map.qq.com/uri/v1/marker?marker=coord:39.910095,116.403721;title:{name};addr:{address}&coord_type=2&referer=nuanyi"
            ),
        );
        check(
            MapApp::Baidu,
            &format!(
                "https://api.map.baidu.com/marker?location=39.910095,116.403721&title={name}&content={address}&output=html&coord_type=gcj02&src=nuanyi"
            ),
        );
        check(
            MapApp::Apple,
            &format!("https://maps.apple.com/?ll=39.910095,116.403721&q={name}"),
        );
    }

    #[test]
    fn a_place_without_an_address_is_marked_by_its_name() {
        let link = MapApp::Baidu.link(Wgs84::new(39.9, 116.4).unwrap(), "a", "");
        assert!(link.contains("&content=a&"), "{link}");
    }
}
