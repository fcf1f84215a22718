//! The union's tree: the city, 17 districts, 343 streets and townships with the special zones.

mod outlines;
mod set;
mod streets;

pub use outlines::{bounds, district_at, may_contain, outline};
pub use set::DistrictSet;
pub use streets::Street;

/// A district by its six-digit administrative code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct District(u32);

/// Code, Chinese name, English name; in the order of the codes (GB/T 2260, but for the last).
const TABLE: [(District, &str, &str); 17] = [
    (District(110101), "东城区", "Dongcheng"),
    (District(110102), "西城区", "Xicheng"),
    (District(110105), "朝阳区", "Chaoyang"),
    (District(110106), "丰台区", "Fengtai"),
    (District(110107), "石景山区", "Shijingshan"),
    (District(110108), "海淀区", "Haidian"),
    (District(110109), "门头沟区", "Mentougou"),
    (District(110111), "房山区", "Fangshan"),
    (District(110112), "通州区", "Tongzhou"),
    (District(110113), "顺义区", "Shunyi"),
    (District(110114), "昌平区", "Changping"),
    (District(110115), "大兴区", "Daxing"),
    (District(110116), "怀柔区", "Huairou"),
    (District(110117), "平谷区", "Pinggu"),
    (District(110118), "密云区", "Miyun"),
    (District(110119), "延庆区", "Yanqing"),
    (
        District::DEVELOPMENT_AREA,
        "北京经济技术开发区",
        "Economic-Technological Development Area",
    ),
];

/// The districts alone.
static ALL: [District; TABLE.len()] = {
    let mut all = [District(0); TABLE.len()];
    let mut index = 0;
    while index < all.len() {
        all[index] = TABLE[index].0;
        index += 1;
    }
    all
};

impl District {
    /// 北京经济技术开发区. The union counts it beside the 16 districts; GB/T 2260 does not, and
    /// the statistics bureau lists it as a special zone of Daxing (110115403), its only street
    /// here. 110171 is this site's own code, from the range that the bureau leaves for
    /// development areas (71 to 99), unused in Beijing.
    pub const DEVELOPMENT_AREA: Self = Self(110171);

    /// The six-digit code.
    pub const fn code(self) -> u32 {
        self.0
    }

    /// The district with that code.
    pub fn from_code(code: u32) -> Option<Self> {
        ALL.binary_search(&Self(code)).ok().map(|index| ALL[index])
    }

    /// All 17, in the order of their codes, the Economic-Technological Development Area last.
    pub fn all() -> &'static [Self] {
        &ALL
    }

    /// Its Chinese name, like 海淀区.
    pub fn name_zh(self) -> &'static str {
        TABLE[self.index()].1
    }

    /// Its English name, like Haidian.
    pub fn name_en(self) -> &'static str {
        TABLE[self.index()].2
    }

    /// Its streets and townships, in the order of their codes.
    pub fn streets(self) -> &'static [Street] {
        streets::of(self)
    }

    /// Its place in [`District::all`].
    pub fn index(self) -> usize {
        ALL.binary_search(&self)
            .expect("a District is made only from the table")
    }
}

#[cfg(test)]
mod tests;
