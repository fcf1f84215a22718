//! StatusLine
use leptos::prelude::*;
/// x
#[island]
pub fn StatusLine(children: Children) -> impl IntoView {
    view! { <div>{children()}</div> }
}
