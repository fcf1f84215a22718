//! The conditions of a rule as a nested list: what is needed, where it is written and, beside
//! somebody's answers, what became of each.

use crate::live::source::source;
use crate::markup::Markup;
use crate::wording::Lang;
use domain::policy::{Answers, Condition, Source, State, Test};

messages! {
    all_of_these: "这些都要：" / "All of these:";
    any_of_these: "有一条就行：" / "Any one of these:";
    not_this: "不能是：" / "Not this:";
    existing_but_unstated: "有这一条，来源没有写清：" / "There is a condition, not stated in full: ";
    you_answered: "你的回答：" / "You answered: ";
    you_do_not_know: "你说不知道" / "You do not know";
    not_asked_yet: "还没有问到" / "Not asked yet";
}

/// How conditions are shown.
#[derive(Clone, Copy)]
pub(crate) struct Tree<'a> {
    pub(crate) lang: Lang,
    /// Whose answers they are judged by, if anybody's.
    pub(crate) answers: Option<&'a Answers>,
    /// Whether it is told where they are written.
    pub(crate) sources: bool,
}

impl Tree<'_> {
    /// Conditions of which all must be met.
    pub(crate) fn list(self, conditions: &'static [Condition]) -> Markup {
        self.level(conditions, None)
    }

    /// A source is named where it is not that of the group around it.
    fn level(self, conditions: &'static [Condition], around: Option<Source>) -> Markup {
        let items: Markup = conditions
            .iter()
            .map(|condition| self.item(condition, around))
            .collect();
        html!(r#"<ul class="conditions">"# {items} "</ul>")
    }

    fn item(self, condition: &'static Condition, around: Option<Source>) -> Markup {
        let lang = self.lang;
        let words = match condition.test {
            Test::All(_) => html!({ lang.all_of_these() }),
            Test::Any(_) => html!({ lang.any_of_these() }),
            Test::Not(_) => html!({ lang.not_this() }),
            Test::Unstated(_) => {
                html!({lang.existing_but_unstated()} {lang.needed(&condition.test)})
            }
            _ => html!({ lang.needed(&condition.test) }),
        };
        let is_new = self.sources && around != Some(condition.source);
        let source = is_new.then(|| source(lang, condition.source));
        let parts = condition.parts();
        let parts = (!parts.is_empty()).then(|| self.level(parts, Some(condition.source)));
        html!("<li>" {self.state(condition)} {words} {self.answered(condition)} {source} {parts} "</li>")
    }

    /// What is known of it: a word, and a shape by the style sheet.
    fn state(self, condition: &Condition) -> Option<Markup> {
        let state = condition.state(self.answers?);
        let class = match state {
            State::Met => "met",
            State::NotMet => "unmet",
            State::Unknown => "open",
        };
        Some(html!(r#"<b class=""# {class} r#"">"# {self.lang.condition_state(state)} "</b> "))
    }

    fn answered(self, condition: &Condition) -> Option<Markup> {
        let (answers, fact, lang) = (self.answers?, condition.fact()?, self.lang);
        let words = match answers.get(fact) {
            Some(value) => [lang.you_answered(), &lang.answer(fact, value)].concat(),
            None if answers.is_not_known(fact) => lang.you_do_not_know().to_owned(),
            None => lang.not_asked_yet().to_owned(),
        };
        Some(html!(r#"<span class="answered">"# {words} "</span>"))
    }
}
