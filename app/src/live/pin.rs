//! What is to be known of a change to an entry, above all of its pin, before it is made.

use crate::markup::Markup;
use crate::wording::Lang;
use domain::listing::Reason;
use domain::listing::entry::{Mistaken, Review, Sensitive};

messages! {
    second_needed: "要第二个人确认：" / "This needs a second person: ";
    second_closes: "永久关闭一个站点。" / "a place closes for good.";
    second_leaves: "从清单里撤下，原来的网址打不开了。" / "it is taken off the list, and its address is dead.";
    second_moves: "坐标移动得远，米数：" / "the pin moves far, in metres: ";
    pin_mistaken: "坐标像是弄错了坐标系：看着是 " / "The pin looks as if its datum was mistaken: it looks like ";
    pin_taken_for: "，当成了 " / ", taken for ";
    pin_check: "。请核对。" / ". Please check.";
}

/// Who else must agree, and what looks wrong with the pin.
pub(crate) fn warnings(lang: Lang, Review { second, mistaken }: &Review) -> Markup {
    let second: Markup = second
        .iter()
        .map(|sensitive| {
            let what = match sensitive {
                Sensitive::ClosesForGood => html!({ lang.second_closes() }),
                Sensitive::LeavesTheList => html!({ lang.second_leaves() }),
                Sensitive::MovesPin { metres } => {
                    html!({lang.second_moves()} {whole(*metres)})
                }
            };
            problem(html!({lang.second_needed()} {what}))
        })
        .collect();
    let mistaken = mistaken.map(
        |Mistaken {
             looks_like,
             taken_for,
         }| {
            problem(html!(
                {lang.pin_mistaken()} {looks_like.name()} {lang.pin_taken_for()} {taken_for.name()}
                {lang.pin_check()}
            ))
        },
    );
    html!({second} {mistaken})
}

/// Metres as people say them.
pub(crate) fn whole(metres: f64) -> u32 {
    metres.round() as u32
}

/// Something that is wrong or doubtful.
pub(crate) fn problem(words: Markup) -> Markup {
    html!(r#"<p class="problem">"# {words} "</p>")
}

impl Lang {
    /// What is wrong with what was typed.
    pub(crate) fn what_is_wrong(self, reason: &Reason) -> String {
        let sentence = reason.sentence();
        match self {
            Self::Zh => sentence.zh,
            Self::En => sentence.en,
        }
    }
}
