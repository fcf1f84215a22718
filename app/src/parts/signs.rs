//! Signs and drawings: our own, on a 24-pixel grid, in one stroke width.
//!
//! A page carries the shapes once, in a sprite; every use of a sign is a few bytes.

use crate::markup::Markup;
use crate::row::Light;
use crate::wording::Lang;
use domain::station::Amenity;
use leptos::prelude::*;

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
pub(crate) fn window(light: Light) -> impl IntoView {
    view! {
        <svg class=format!("window {}", light.name()) aria-hidden="true">
            <use href=format!("#{}", light.name())></use>
        </svg>
    }
}

/// A drawing beside words that say the same.
pub(crate) fn sign(name: &'static str) -> impl IntoView {
    view! {
        <svg class="sign" aria-hidden="true">
            <use href=format!("#{name}")></use>
        </svg>
    }
}

/// The same window, where HTML is made as text.
pub(crate) fn window_html(light: Light) -> Markup {
    html!(
        r#"<svg class="window "# {light.name()} r#"" aria-hidden="true"><use href=""#
        "#" {light.name()} r#""></use></svg>"#
    )
}

/// An amenity without words beside it: its name is spoken.
pub(crate) fn amenity_html(lang: Lang, amenity: Amenity) -> Markup {
    html!(
        r#"<svg class="sign" role="img" aria-label=""# {lang.amenity(amenity)} r#""><use href=""#
        "#" {amenity.code()} r#""></use></svg>"#
    )
}
