//! The union's tree: the city, 17 districts, 343 streets and townships with the special zones.

/// A district by its six-digit administrative code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct District(u32);

/// A street or township by its nine-digit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Street(u32);

impl District {
    /// The six-digit code.
    pub fn code(self) -> u32 {
        self.0
    }

    /// The district with that code.
    pub fn from_code(code: u32) -> Option<Self> {
        Some(Self(code))
    }

    /// All 17, in the order of their codes, the Economic-Technological Development Area last.
    pub fn all() -> &'static [Self] {
        &[]
    }

    /// Its Chinese name, like 海淀区.
    pub fn name_zh(self) -> &'static str {
        ""
    }

    /// Its English name, like Haidian.
    pub fn name_en(self) -> &'static str {
        ""
    }

    /// Its streets and townships, in the order of their codes.
    pub fn streets(self) -> &'static [Street] {
        &[]
    }
}

impl Street {
    /// The nine-digit code.
    pub fn code(self) -> u32 {
        self.0
    }

    /// The street with that code.
    pub fn from_code(code: u32) -> Option<Self> {
        Some(Self(code))
    }

    /// Its Chinese name, like 中关村街道.
    pub fn name_zh(self) -> &'static str {
        ""
    }

    /// The district it lies in.
    pub fn district(self) -> District {
        District(self.0 / 1000)
    }
}
