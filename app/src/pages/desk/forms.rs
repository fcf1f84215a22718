//! The form of a move. Whatever was typed into it and not sent stands in it again.

use super::super::request::fields::text_area;
use super::super::request::hidden;
use super::desks::desk_options;
use super::moves::unsent;
use crate::desk::{Hitch, Opened, Text, Typed, names};
use crate::live::request::street::option;
use crate::markup::Markup;
use crate::wording::Lang;
use domain::policy::Programme;
use domain::request::{Category, MoveKind, bounds};

messages! {
    to_desk: "派给谁" / "To which desk";
    to_request: "并到哪一件（写编号）" / "With which request (its reference)";
    cites_label: "依据哪一项（职工能点开看条件）" / "The rule it rests on (the worker can open it)";
    cites_none: "不引规则" / "None";
    cites_likely: "和这类诉求有关的" / "For requests like this";
    cites_others: "其他" / "Others";
    texts_label: "现成的话，点了放进去再改：" / "Texts to build on; press to put one in, then change it:";
    text_of_category: "这类诉求常用的" / "The usual answer";
    text_not_ours: "不归工会定" / "Not ours to decide";
    hitch_note_missing: "写一句再发。" / "Write something first.";
    hitch_blanks: "还有没填的空（____），填上或删掉再发。" / "There are blanks (____) left. Fill them in or delete them.";
    hitch_no_desk: "选一下派给谁。" / "Choose a desk.";
    hitch_no_reference: "没有这个编号，对一下。" / "There is no such request. Check the reference.";
    hitch_stale: "你重新登录过，还没发出去。再点一次就发。" / "You have signed in anew, and this was not sent. Press the button again to send it.";
    hitch_refused: "这一步现在做不了了，还没发出去。" / "This cannot be done any more. Nothing was sent.";
}

/// The form of a move; `is_first` is the one main action of the page.
pub(super) fn form(lang: Lang, model: &Opened, kind: MoveKind, is_first: bool) -> Markup {
    let form = Form {
        lang,
        model,
        kind,
        typed: unsent(model, kind).map(|unsent| &unsent.typed),
        hitch: unsent(model, kind).and_then(|unsent| unsent.hitch),
    };
    let reference = model.request.reference().to_string();
    let seen = model.events.len().to_string();
    let class = if is_first { "act" } else { "" };
    html!(
        r#"<form class="action" method="post" action="/staff/requests/"# {reference} r#"">"#
        {hidden(names::TOKEN, &model.who.form_token)} {hidden(names::KEY, &model.key)} {hidden(names::SEEN, &seen)}
        {hidden(names::MOVE, kind.code())} {form.problem()} {form.content()} r#"<p><button class=""# {class}
        r#"">"# {lang.move_button(kind)} "</button></p></form>"
    )
}

struct Form<'a> {
    lang: Lang,
    model: &'a Opened,
    kind: MoveKind,
    typed: Option<&'a Typed>,
    hitch: Option<Hitch>,
}

impl Form<'_> {
    fn content(&self) -> Markup {
        let to = match self.kind {
            MoveKind::Dispatch => Some(self.desks()),
            MoveKind::Join => Some(self.other()),
            _ => None,
        };
        let note = self.lang.move_note(self.kind);
        let note = note.map(|(label, rows)| self.note(label, rows));
        let answer = self.kind == MoveKind::Answer;
        let answer = answer.then(|| html!({self.texts()} {self.cites()}));
        html!({to} {note} {answer})
    }

    fn problem(&self) -> Option<Markup> {
        let words = self.lang.hitch(self.hitch?)?;
        let id = self.kind.code();
        Some(html!(r#"<p class="problem" id="p-"# {id} r#"" role="alert">"# {words} "</p>"))
    }

    /// The attributes of an input: its name, and what is wrong with it if that is one of `hitches`.
    fn input(&self, name: &str, is_wrong: bool) -> Markup {
        let id = self.kind.code();
        let wrong = is_wrong
            .then(|| html!(r#" aria-invalid="true" aria-describedby="p-"# {id} r#"" autofocus"#));
        html!(r#" id="f-"# {id} "-" {name} r#"" name=""# {name} "\"" {wrong})
    }

    fn label(&self, name: &str, words: &str) -> Markup {
        html!(r#"<label for="f-"# {self.kind.code()} "-" {name} r#"">"# {words} "</label>")
    }

    fn note(&self, label: &str, rows: u32) -> Markup {
        let is_wrong = matches!(
            self.hitch,
            Some(Hitch::NoteMissing | Hitch::TooLong { .. } | Hitch::Blanks)
        );
        let was_built = self.typed.is_some() && self.hitch.is_none();
        let focus = was_built.then(|| html!(" autofocus"));
        let attributes = html!({self.input(names::NOTE, is_wrong)} {focus});
        let typed = self.typed.map_or("", |typed| &*typed.note);
        let most = self.lang.most_characters(bounds::TEXT_CHARS);
        html!(
            r#"<div class="field">"# {self.label(names::NOTE, label)} {text_area(attributes, rows, typed)}
            r#"<p class="soft">"# {most} "</p></div>"
        )
    }

    fn texts(&self) -> Markup {
        let lang = self.lang;
        let of_category = Text::Of(self.model.request.category());
        let button = |text: Text, words: &str| {
            html!(
                r#"<button class="chip" name=""# {names::TEXT} r#"" value=""# {text.code()} r#"">"# {words}
                "</button>"
            )
        };
        html!(
            r#"<p class="soft">"# {lang.texts_label()} r#"</p><p class="ways">"# {button(of_category, lang.text_of_category())}
            {button(Text::NotOurs, lang.text_not_ours())} "</p>"
        )
    }

    /// The programmes, those of the category first.
    fn cites(&self) -> Markup {
        let lang = self.lang;
        let typed = self.typed.map_or("", |typed| &*typed.cites);
        let category = self.model.request.category();
        let likely =
            |programme: &Programme| Category::from_code(programme.request()) == Some(category);
        let group = |label: &str, is_likely: bool| -> Markup {
            let each: Markup = Programme::ALL
                .iter()
                .filter(|programme| likely(programme) == is_likely)
                .map(|programme| {
                    let id = programme.id();
                    option(id, lang.text(programme.name()), id == typed)
                })
                .collect();
            html!(r#"<optgroup label=""# {label} r#"">"# {each} "</optgroup>")
        };
        let has_likely = Programme::ALL.iter().any(likely);
        let first = has_likely.then(|| group(lang.cites_likely(), true));
        html!(
            r#"<div class="field">"# {self.label(names::CITES, lang.cites_label())} "<select"
            {self.input(names::CITES, false)} ">" {option("", lang.cites_none(), typed.is_empty())} {first}
            {group(lang.cites_others(), false)} "</select></div>"
        )
    }

    /// The desks below, by district.
    fn desks(&self) -> Markup {
        let lang = self.lang;
        let typed = self.typed.map_or("", |typed| &*typed.to);
        let desks: Vec<_> = self.model.below().collect();
        let is_wrong = self.hitch == Some(Hitch::NoDesk);
        html!(
            r#"<div class="field">"# {self.label(names::TO, lang.to_desk())} "<select"
            {self.input(names::TO, is_wrong)} ">" {desk_options(lang, &desks, typed)}
            "</select></div>"
        )
    }

    fn other(&self) -> Markup {
        let is_wrong = self.hitch == Some(Hitch::NoReference);
        let typed = self.typed.map_or("", |typed| &*typed.to);
        html!(
            r#"<div class="field">"# {self.label(names::TO, self.lang.to_request())} "<input"
            {self.input(names::TO, is_wrong)} r#" value=""# {typed}
            r#"" autocomplete="off" autocapitalize="characters" spellcheck="false"></div>"#
        )
    }
}

impl Lang {
    /// Why a move was not made, beside its form; `None` where the page says it above, with what
    /// happened.
    pub(super) fn hitch(self, hitch: Hitch) -> Option<String> {
        Some(match hitch {
            Hitch::NoteMissing => self.hitch_note_missing().to_owned(),
            Hitch::TooLong { found, most } => self.too_long(found, most),
            Hitch::Blanks => self.hitch_blanks().to_owned(),
            Hitch::NoDesk => self.hitch_no_desk().to_owned(),
            Hitch::NoReference => self.hitch_no_reference().to_owned(),
            Hitch::Stale => self.hitch_stale().to_owned(),
            Hitch::Refused => self.hitch_refused().to_owned(),
            Hitch::Changed { .. } => return None,
        })
    }

    /// What a move is, above its form.
    pub(super) const fn move_heading(self, kind: MoveKind) -> &'static str {
        match kind {
            MoveKind::Take => self.pick("接办", "Take it in hand"),
            MoveKind::Answer => self.pick("答复", "Answer"),
            MoveKind::Ask => self.pick("询问职工", "Ask the worker"),
            MoveKind::Write => self.pick("留言", "Write a message"),
            MoveKind::Dispatch => self.pick("派单", "Hand it on"),
            MoveKind::Return => self.pick("退单", "Return it"),
            MoveKind::ReferOut => self.pick("转出", "Refer it out"),
            MoveKind::Join => self.pick("并案", "Join it to another"),
            _ => self.pick("看名字和电话", "See name and number"),
        }
    }

    pub(super) const fn move_button(self, kind: MoveKind) -> &'static str {
        match kind {
            MoveKind::Take => self.pick("我来办", "I take it"),
            MoveKind::Answer => self.pick("发出答复", "Send the answer"),
            MoveKind::Ask => self.pick("问过去", "Send the question"),
            MoveKind::Write => self.pick("发留言", "Send the message"),
            MoveKind::Dispatch => self.pick("派下去", "Hand it on"),
            MoveKind::Return => self.pick("退回上一级", "Return it one level up"),
            MoveKind::ReferOut => self.pick("转出去", "Refer it out"),
            MoveKind::Join => self.pick("并过去", "Join it"),
            _ => self.pick("看一次", "Show it once"),
        }
    }

    /// What is said with a move, and in how many rows; nothing is said with taking it.
    pub(super) const fn move_note(self, kind: MoveKind) -> Option<(&'static str, u32)> {
        Some(match kind {
            MoveKind::Take => return None,
            MoveKind::Answer => (
                self.pick("答复（职工看得到）", "The answer, for the worker"),
                6,
            ),
            MoveKind::Ask => (
                self.pick(
                    "问什么（问了钟就停，等职工回话）",
                    "The question (the clock stops until the reply)",
                ),
                3,
            ),
            MoveKind::Write => (
                self.pick("写给职工的话", "What you want to say to the worker"),
                3,
            ),
            MoveKind::Dispatch => (
                self.pick(
                    "为什么派给他们（可以不写，职工看得到）",
                    "Why them (may be left out; the worker sees it)",
                ),
                2,
            ),
            MoveKind::Return => (
                self.pick("为什么退（职工看得到）", "Why (the worker sees it)"),
                3,
            ),
            MoveKind::ReferOut => (
                self.pick(
                    "转给谁、怎么找他们（职工看得到）",
                    "To whom, and how to reach them (the worker sees it)",
                ),
                3,
            ),
            MoveKind::Join => (
                self.pick(
                    "说一句为什么（可以不写，职工看得到）",
                    "Why (may be left out; the worker sees it)",
                ),
                2,
            ),
            _ => (
                self.pick(
                    "为什么要看（职工看得到这句话）",
                    "Why you need it (the worker sees this)",
                ),
                2,
            ),
        })
    }
}
