//! The conditions of a rule as a nested list: what is needed, where it is written and, beside
//! somebody's answers, what became of each.

use crate::live::source::source;
use crate::markup::Markup;
use crate::wording::Lang;
use domain::policy::{Answers, Condition, Source, State, Test};

messages! {
    all_of_these: "这几样要齐" / "All of these";
    any_of_these: "下面几条，有一条就行" / "Any one of these";
    all_met: "齐了" / "complete";
    any_met: "有了" / "you have one";
    none_met: "都没有" / "none so far";
    not_known_yet: "还不知道" / "not known yet";
    not_this: "不能是" / "Not this";
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
            Test::All(_) => self.group(condition, lang.all_of_these()),
            Test::Any(_) => self.group(condition, lang.any_of_these()),
            Test::Not(_) => self.group(condition, lang.not_this()),
            Test::Unstated(_) => html!(
                {self.state(condition)} {lang.existing_but_unstated()}
                {lang.needed(&condition.test)}
            ),
            _ => html!({self.state(condition)} {lang.needed(&condition.test)}),
        };
        let is_new = self.sources && around != Some(condition.source);
        let source = is_new.then(|| source(lang, condition.source));
        let parts = condition.parts();
        let parts = (!parts.is_empty()).then(|| self.level(parts, Some(condition.source)));
        html!("<li>" {words} {self.answered(condition)} {source} {parts} "</li>")
    }

    /// What a group needs, and how far that is come: its parts say the rest.
    fn group(self, condition: &Condition, needs: &str) -> Markup {
        let lang = self.lang;
        let far = self.answers.map(|answers| {
            let parts = || condition.parts().iter().map(|part| part.state(answers));
            let words = match (&condition.test, condition.state(answers)) {
                (Test::All(_), State::Met) => lang.all_met().to_owned(),
                (Test::All(_), State::NotMet) => {
                    let missing = parts().filter(|state| *state == State::NotMet).count();
                    lang.missing(missing, parts().any(|state| state == State::Unknown))
                }
                (Test::Any(_), State::Met) => lang.any_met().to_owned(),
                (Test::Any(_), State::NotMet) => lang.none_met().to_owned(),
                (_, State::Unknown) => lang.not_known_yet().to_owned(),
                (_, state) => lang.condition_state(state).to_owned(),
            };
            let dash = lang.pick("——", " – ");
            html!({dash} r#"<b class=""# {class(condition.state(answers))} r#"">"# {words} "</b>")
        });
        html!({needs} {far} {lang.pick("：", ":")})
    }

    /// What is known of it: a word, and a shape by the style sheet.
    fn state(self, condition: &Condition) -> Option<Markup> {
        let state = condition.state(self.answers?);
        Some(
            html!(r#"<b class=""# {class(state)} r#"">"# {self.lang.condition_state(state)} "</b> "),
        )
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

fn class(state: State) -> &'static str {
    match state {
        State::Met => "met",
        State::NotMet => "unmet",
        State::Unknown => "open",
    }
}

impl Lang {
    /// How many of the things that are all needed are not there; of some it may not be known.
    fn missing(self, count: usize, perhaps_more: bool) -> String {
        let at_least = match perhaps_more {
            true => self.pick("至少", "at least "),
            false => "",
        };
        match (self, count) {
            (Self::Zh, 1) => format!("{at_least}差一样"),
            (Self::Zh, count) => format!("{at_least}差 {count} 样"),
            (Self::En, 1) => format!("{at_least}one is missing"),
            (Self::En, count) => format!("{at_least}{count} are missing"),
        }
    }
}
