//! What a window says about a place.

use super::Lang;
use crate::row::Light;

impl Lang {
    /// What a window means, for a legend.
    #[cfg(feature = "ssr")]
    pub(crate) const fn window_means(self, light: Light) -> &'static str {
        match light {
            Light::Lit => self.pick("亮着：开着门", "Lit: open"),
            Light::Half => self.pick(
                "亮一半：快关门，或者你到时已关",
                "Half lit: closing soon, or closed when you arrive",
            ),
            Light::Off => self.pick("没亮：关着门", "Dark: closed"),
            Light::Unknown => self.pick("虚线：没人说得准", "Dashed: nobody can say"),
        }
    }

    /// The same in a word, for whoever hears the map.
    pub(crate) const fn light(self, light: Light) -> &'static str {
        match light {
            Light::Lit => self.pick("开着", "open"),
            Light::Half => self.pick("快关了", "closing soon"),
            Light::Off => self.pick("关着", "closed"),
            Light::Unknown => self.pick("说不准", "unknown"),
        }
    }
}
