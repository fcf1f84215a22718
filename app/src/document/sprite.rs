//! The shapes of all signs, once a page.

use leptos::prelude::*;

/// Shapes on a 24-pixel grid: name and markup. Stroke and colour come from the style sheet;
/// `glow` is where lamp light falls.
const SHAPES: [(&str, &str); 24] = [
    // Windows: the light seen from the street.
    (
        "lit",
        r#"<path class="glow" d="M5 3.5h14v17H5z"/><path d="M5 3.5h14v17H5zM12 3.5v17M5 11h14"/>"#,
    ),
    (
        "half",
        r#"<path class="glow" d="M5 11h14v9.5H5z"/><path d="M5 3.5h14v17H5zM12 11v9.5M5 11h14M5 6h14M5 8.5h14"/>"#,
    ),
    ("off", r#"<path d="M5 3.5h14v17H5zM12 3.5v17M5 11h14"/>"#),
    (
        "unknown",
        r#"<path stroke-dasharray="2.5 3" d="M5 3.5h14v17H5z"/>"#,
    ),
    // What one finds inside.
    (
        "hot_meal",
        r#"<path d="M3.5 12h17a8.5 8.5 0 0 1-5.5 8H9a8.5 8.5 0 0 1-5.5-8zM9 3.5c-1.2 1.6 1.2 2.9 0 4.8M14.5 3.5c-1.2 1.6 1.2 2.9 0 4.8"/>"#,
    ),
    (
        "drinking_water",
        r#"<path d="M5.5 4h13l-1.6 16H7.1zM6.2 11c2-1.6 3.8 1.4 5.8 0s3.8-1.4 5.8 0"/>"#,
    ),
    (
        "charging",
        r#"<path d="M13 3 6 13.5h5.5L10.5 21 18 10h-5.5z"/>"#,
    ),
    (
        "air_conditioning",
        r#"<path d="M3 5h18v7H3zM7 9h10M7 15.5c0 2-1.5 2-1.5 4M12 15.5v4M17 15.5c0 2 1.5 2 1.5 4"/>"#,
    ),
    (
        "first_aid",
        r#"<path d="M3.5 8h17v12h-17zM9 8V4.5h6V8M12 11.2v5.6M9.2 14h5.6"/>"#,
    ),
    (
        "network",
        r#"<path d="M3 10a12.5 12.5 0 0 1 18 0M6.3 13.4a8 8 0 0 1 11.4 0M9.5 16.7a3.6 3.6 0 0 1 5 0M12 20h.01"/>"#,
    ),
    (
        "books",
        r#"<path d="M12 6.5C9.8 5 7 4.5 3.5 4.8v13.4c3.5-.3 6.3.2 8.5 1.8 2.2-1.6 5-2.1 8.5-1.8V4.8C17 4.5 14.2 5 12 6.5zM12 6.5V20"/>"#,
    ),
    (
        "toilet",
        r#"<path d="M7 5.5h.01M17 5.5h.01M4 9.5h6M7 9.5V15M7 15l-1.7 6M7 15l1.7 6M17 9.5 14 16.5h6zM15.7 16.5V21M18.3 16.5V21M12 4v17"/>"#,
    ),
    (
        "rest",
        r#"<path d="M6.5 3.5 8 13h9l1.5 7.5M8 13 6.5 20.5M7.4 9H16"/>"#,
    ),
    (
        "rain_gear",
        r#"<path d="M12 3v1.5M3.5 13a8.5 8.5 0 0 1 17 0zM12 13v6a2.2 2.2 0 0 0 4.4 0"/>"#,
    ),
    (
        "nursing_space",
        r#"<path d="M8 9.5h8v9a2.5 2.5 0 0 1-2.5 2.5h-3A2.5 2.5 0 0 1 8 18.5zM9.5 9.5c0-2 1-2.2 1.2-4a1.3 1.3 0 0 1 2.6 0c.2 1.8 1.2 2 1.2 4M8 13.5h3M8 17h3"/>"#,
    ),
    (
        "truck_parking",
        r#"<path d="M2.5 6h11v11.5M13.5 9.5h4l4 4v4h-2M5 17.5H2.5V6M9 17.5h6.5M5 17.5a2 2 0 1 0 4 0 2 2 0 1 0-4 0M15.5 17.5a2 2 0 1 0 4 0 2 2 0 1 0-4 0"/>"#,
    ),
    (
        "step_free",
        r#"<path d="M10 4h.01M10 7.5V14h5.5l3 6M10 10.5h4.5M7.5 12a5 5 0 1 0 7 7"/>"#,
    ),
    // Doors of the home page.
    (
        "door_benefits",
        r#"<path d="M5 3.5h10l4 4v13H5zM15 3.5v4h4M8.5 12.5l2.2 2.2 4.3-4.4M8.5 17.5h7"/>"#,
    ),
    (
        "door_request",
        r#"<path d="M3.5 4.5h17v12h-9l-4.5 4v-4H3.5zM8 10.5h.01M12 10.5h.01M16 10.5h.01"/>"#,
    ),
    // What one can do.
    ("arrow", r#"<path d="m9.5 6 6 6-6 6"/>"#),
    (
        "phone",
        r#"<path d="M5 4h4l1.7 4.5-2.4 1.7a11 11 0 0 0 5.5 5.5l1.7-2.4L20 15v4a1.5 1.5 0 0 1-1.6 1.5A15.5 15.5 0 0 1 3.5 5.6 1.5 1.5 0 0 1 5 4z"/>"#,
    ),
    (
        "near",
        r#"<path d="M12 6a6 6 0 1 0 .01 0M12 2.5V6M12 18v3.5M2.5 12H6M18 12h3.5M12 12h.01"/>"#,
    ),
    (
        "search",
        r#"<path d="M10.5 4a6.5 6.5 0 1 0 .01 0M15.3 15.3l5.2 5.2"/>"#,
    ),
    (
        "copy",
        r#"<path d="M8.5 8.5h11.5v11.5H8.5zM15.5 8.5V4H4v11.5h4.5"/>"#,
    ),
];

/// All shapes, not shown by themselves.
pub(crate) fn sprite() -> impl IntoView {
    let symbols: String = SHAPES
        .iter()
        .map(|(name, shape)| format!(r#"<symbol id="{name}" viewBox="0 0 24 24">{shape}</symbol>"#))
        .collect();
    view! { <svg class="sprite" aria-hidden="true" inner_html=symbols></svg> }
}
