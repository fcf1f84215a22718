//! Who may come in, and what one finds inside.

use crate::parts::signs::sign;
use crate::wording::Lang;
use domain::station::{Access, Amenity, Presence, Station};
use leptos::prelude::*;

messages! {
    access_heading: "谁能进" / "Who may enter";
    show_at_door: "进门出示：" / "Show at the door: ";
    ask_first: "去之前最好先问一声。" / " Better ask before you go.";
    amenities_heading: "里面有什么" / "What is inside";
    amenities_absent: "没有：" / "Not here: ";
    amenities_unstated: "没人说过有没有：" / "Nobody has said: ";
    amenities_none_stated: "还没有人写过里面有什么。" / "Nobody has said what is inside yet.";
}

/// Both sections.
pub(crate) fn inside(lang: Lang, station: Station) -> AnyView {
    let of = |presence| {
        Amenity::ALL
            .iter()
            .copied()
            .filter(move |amenity| station.amenities.of(*amenity) == presence)
    };
    let present: Vec<_> = of(Presence::Present)
        .map(|amenity| view! { <li>{sign(amenity.code())}{lang.amenity(amenity)}</li> })
        .collect();
    let rest = |words: &'static str, presence| {
        let names: Vec<_> = of(presence).map(|amenity| lang.amenity(amenity)).collect();
        (!names.is_empty() && names.len() < Amenity::ALL.len()).then(|| {
            view! {
                <p class="rest">{words}{names.join(lang.pick("、", ", "))}</p>
            }
        })
    };
    let silent = of(Presence::Unknown).count() == Amenity::ALL.len();
    let door = station.text.show_at_door.clone();
    view! {
        <section>
            <h2>{lang.amenities_heading()}</h2>
            <ul class="amenities">{present}</ul>
            {rest(lang.amenities_absent(), Presence::Absent)}
            {rest(lang.amenities_unstated(), Presence::Unknown)}
            {silent.then(|| view! { <p>{lang.amenities_none_stated()}</p> })}
        </section>
        <section>
            <h2>{lang.access_heading()}</h2>
            <p>
                {lang.access(station.access)}
                {lang.pick("。", ".")}
                {matches!(station.access, Access::Unknown).then(|| lang.ask_first())}
            </p>
            {(!door.is_empty()).then(|| view! {
                <p>{lang.show_at_door()}<b lang=Lang::Zh.tag()>{door}</b></p>
            })}
        </section>
    }
    .into_any()
}
