//! Positions on the ground, each datum a type of its own, and the distance between them.
//!
//! Maps in mainland China show positions in GCJ-02, a deliberately distorted WGS-84; Baidu
//! distorts them once more. A number pair without its datum is off by up to 700 metres, so a
//! conversion is the only way from one type to another.

mod datum;
mod distance;

pub use distance::Ruler;

/// Declares a position in one datum.
macro_rules! position {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct $name {
            lat: f64,
            lng: f64,
        }

        impl $name {
            /// `None` unless the latitude is within ±90 and the longitude within ±180 degrees.
            pub const fn new(lat: f64, lng: f64) -> Option<Self> {
                if lat >= -90.0 && lat <= 90.0 && lng >= -180.0 && lng <= 180.0 {
                    Some(Self { lat, lng })
                } else {
                    None
                }
            }

            /// Degrees north.
            pub const fn lat(self) -> f64 {
                self.lat
            }

            /// Degrees east.
            pub const fn lng(self) -> f64 {
                self.lng
            }
        }
    };
}

position! {
    /// WGS-84, what phones measure (and CGCS2000, which differs by centimetres).
    Wgs84
}

position! {
    /// GCJ-02, the datum of AMap and Tencent maps. Outside mainland China it is WGS-84.
    Gcj02
}

position! {
    /// BD-09, the datum of Baidu maps. Outside mainland China it is WGS-84.
    Bd09
}

/// The name of a datum, where a file or a person says which one its numbers are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Datum {
    /// See [`Wgs84`].
    Wgs84,
    /// See [`Gcj02`].
    Gcj02,
    /// See [`Bd09`].
    Bd09,
}

impl Datum {
    /// Every datum.
    pub const ALL: [Self; 3] = [Self::Wgs84, Self::Gcj02, Self::Bd09];

    /// The name used in files: `WGS-84`, `GCJ-02`, `BD-09`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Wgs84 => "WGS-84",
            Self::Gcj02 => "GCJ-02",
            Self::Bd09 => "BD-09",
        }
    }

    /// What numbers of this datum are in WGS-84; `None` if they are not on the globe.
    pub fn to_wgs84(self, lat: f64, lng: f64) -> Option<Wgs84> {
        match self {
            Self::Wgs84 => Wgs84::new(lat, lng),
            Self::Gcj02 => Gcj02::new(lat, lng).map(Into::into),
            Self::Bd09 => Bd09::new(lat, lng).map(Into::into),
        }
    }

    /// Latitude and longitude of `point` in this datum.
    pub fn numbers(self, point: Wgs84) -> (f64, f64) {
        match self {
            Self::Wgs84 => (point.lat, point.lng),
            Self::Gcj02 => {
                let point = Gcj02::from(point);
                (point.lat, point.lng)
            }
            Self::Bd09 => {
                let point = Bd09::from(point);
                (point.lat, point.lng)
            }
        }
    }
}

impl Wgs84 {
    /// Rounded to so many decimals: three (about 100 m) before a position may stand in an
    /// address, five (about 1 m) in the snapshot.
    ///
    /// ```
    /// # use domain::geo::Wgs84;
    /// let here = Wgs84::new(39.914266, 116.403988).unwrap().rounded(3);
    /// assert_eq!((here.lat(), here.lng()), (39.914, 116.404));
    /// ```
    pub fn rounded(self, decimals: u8) -> Self {
        let scale = 10_f64.powi(i32::from(decimals));
        let round = |degrees: f64| (degrees * scale).round() / scale;
        Self {
            lat: round(self.lat),
            lng: round(self.lng),
        }
    }

    /// The point so many metres to the north and to the east, for steps that are small beside the
    /// globe; `None` beyond a pole or the 180th meridian.
    ///
    /// ```
    /// # use domain::geo::Wgs84;
    /// let here = Wgs84::new(39.914266, 116.403988).unwrap();
    /// let there = here.step(30.0, -40.0).unwrap();
    /// assert!((here.distance_m(there) - 50.0).abs() < 0.01);
    /// assert!(there.lat() > here.lat() && there.lng() < here.lng());
    /// ```
    pub fn step(self, north_m: f64, east_m: f64) -> Option<Self> {
        let degrees = |metres: f64| (metres / distance::RADIUS_M).to_degrees();
        let shrunk = self.lat.to_radians().cos();
        Self::new(
            self.lat + degrees(north_m),
            self.lng + degrees(east_m) / shrunk,
        )
    }

    /// Metres to `other` along the great circle (haversine; the real ground differs by up to 0.5%).
    pub fn distance_m(self, other: Self) -> f64 {
        distance::haversine_m(self, other)
    }
}

/// Degrees with that many decimals, as addresses have them. Rust's own way of writing floating
/// point would be a tenth of what the phone loads for its map.
pub fn decimal<const DECIMALS: u32>(degrees: f64) -> String {
    let one = const { 10_i64.pow(DECIMALS) };
    let value = (degrees * one as f64).round() as i64;
    let digits = (value.abs() % one + one).to_string();
    let sign = if value < 0 { "-" } else { "" };
    [sign, &(value.abs() / one).to_string(), ".", &digits[1..]].concat()
}

#[cfg(test)]
mod tests;
