//! Windows, where HTML is made as text.

use crate::markup::Markup;
use crate::row::Light;

impl Light {
    /// The name of its shape and of its style.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Lit => "lit",
            Self::Half => "half",
            Self::Off => "off",
            Self::Unknown => "unknown",
        }
    }
}

/// A window: the state of a place. The sentence beside it says the same, so it is not spoken.
pub(crate) fn window(light: Light) -> Markup {
    html!(
        r#"<svg class="window "# {light.name()} r#"" aria-hidden="true"><use href=""#
        "#" {light.name()} r#""></use></svg>"#
    )
}
