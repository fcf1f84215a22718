//! Finder
use leptos::prelude::*;
/// x
#[island]
pub fn Finder(children: Children) -> impl IntoView {
    view! { <div>{children()}</div> }
}
/// x
#[island]
pub fn Found(children: Children) -> impl IntoView {
    view! { <div>{children()}</div> }
}
