//! Everything that happened, with its time; what was said both ways; and who looked at personal data.

use crate::live::conditions::Tree;
use crate::markup::Markup;
use crate::request::is_message;
use crate::wording::Lang;
use domain::request::{Actor, Cite, Event, Filed, Move, MoveKind, Note};
use domain::staff::StaffId;
use domain::time::BeijingTime;

messages! {
    messages_heading: "来往的话" / "What was said";
    no_messages: "还没有人说话。" / "Nothing yet.";
    history_heading: "办到今天" / "Everything that happened";
    reveals_heading: "谁看过你的个人信息" / "Who looked at your personal data";
    no_reveals: "还没有人看过。" / "Nobody has.";
    you: "你" / "You";
    the_worker: "职工" / "The worker";
    the_clock: "到期的闹钟" / "The deadline";
    this_site: "本站" / "This site";
    rests_on: "依据：" / "It rests on: ";
    destroyed: "（到了保存期限，内容已经销毁）" / "(Destroyed at the end of its retention.)";
    happened_filed: "交来诉求。" / "filed the request.";
}

/// Who reads it: everybody is “you” to themselves.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::pages) enum Reader {
    /// The worker, to whom staff are their desk and have no name.
    Worker,
    /// A member of staff, who is told which colleague it was.
    Staff(StaffId),
}

/// What happened to a request, for whoever reads it.
#[derive(Clone, Copy)]
pub(in crate::pages) struct Log<'a> {
    pub(in crate::pages) lang: Lang,
    pub(in crate::pages) now: BeijingTime,
    pub(in crate::pages) reader: Reader,
    pub(in crate::pages) filed: Filed,
    pub(in crate::pages) events: &'a [Event],
}

impl Log<'_> {
    /// What was said to each other.
    pub(in crate::pages) fn messages(self) -> Markup {
        let messages = self.events.iter().filter(|event| is_message(event));
        let each: Vec<_> = messages
            .map(|event| {
                let mine = self.is_mine(event).then(|| html!(r#" class="mine""#));
                html!("<li" {mine} ">" {self.by(event)} {said(self.lang, event)} "</li>")
            })
            .collect();
        let heading = self.lang.messages_heading();
        section(heading, each, self.lang.no_messages())
    }

    /// Who looked at the personal data, when, and why.
    pub(in crate::pages) fn reveals(self) -> Markup {
        let looked = self.events.iter();
        let looked = looked.filter(|event| event.what == Move::Reveal);
        let each: Vec<_> = looked
            .map(|event| html!("<li>" {self.by(event)} {said(self.lang, event)} "</li>"))
            .collect();
        section(self.lang.reveals_heading(), each, self.lang.no_reveals())
    }

    /// Every event, the newest last.
    pub(in crate::pages) fn history(self) -> Markup {
        let lang = self.lang;
        let filed = html!(
            "<li>" {self.at(self.filed.at)} "<span>" {self.who(Actor::Worker)} {lang.pick("", " ")}
            {lang.happened_filed()} "</span></li>"
        );
        let events = self.events.iter().map(|event| {
            let reason = (!is_message(event)).then(|| said(lang, event));
            html!("<li>" {self.what(event)} {reason} "</li>")
        });
        let each: Vec<_> = std::iter::once(filed).chain(events).collect();
        section(lang.history_heading(), each, "")
    }

    /// The events behind the first `seen`, with everything that was said.
    pub(in crate::pages) fn since(self, seen: usize) -> Markup {
        let each: Markup = self
            .events
            .iter()
            .skip(seen)
            .map(|event| html!("<li>" {self.what(event)} {said(self.lang, event)} "</li>"))
            .collect();
        html!(r#"<ol class="events">"# {each} "</ol>")
    }

    /// When, who, and what they did.
    fn what(self, event: &Event) -> Markup {
        let lang = self.lang;
        html!(
            {self.at(event.at)} "<span>" {self.who(event.actor)} {lang.pick("", " ")}
            {lang.happened(event.what, self.reader)} "</span>"
        )
    }

    /// When, and who.
    fn by(self, event: &Event) -> Markup {
        html!({self.at(event.at)} "<b>" {self.who(event.actor)} "</b>")
    }

    fn at(self, at: BeijingTime) -> Markup {
        html!(
            r#"<time class="soft" datetime=""# {at.to_rfc3339()} r#"">"#
            {self.lang.day_and_time(at, self.now)} "</time>"
        )
    }

    /// The worker, the clock, or the desk, with the number of the colleague for colleagues.
    fn who(self, actor: Actor) -> Markup {
        let lang = self.lang;
        match (actor, self.reader) {
            (Actor::Clock, _) => html!({ lang.the_clock() }),
            (Actor::Operator, _) => html!({ lang.this_site() }),
            (Actor::Worker, Reader::Worker) => html!({ lang.you() }),
            (Actor::Worker, Reader::Staff(_)) => html!({ lang.the_worker() }),
            (Actor::Staff(staff), Reader::Worker) => lang.desk_first(staff.desk),
            (Actor::Staff(staff), Reader::Staff(me)) if staff.id == me => html!({ lang.you() }),
            (Actor::Staff(staff), Reader::Staff(_)) => {
                html!({lang.desk_first(staff.desk)} {lang.pick("，", ", ")} {lang.colleague(staff.id)})
            }
        }
    }

    fn is_mine(self, event: &Event) -> bool {
        match self.reader {
            Reader::Worker => event.actor == Actor::Worker,
            Reader::Staff(_) => event.actor != Actor::Worker,
        }
    }
}

fn section(heading: &str, each: Vec<Markup>, nothing: &str) -> Markup {
    let list = match each.is_empty() {
        true => html!("<p>" {nothing} "</p>"),
        false => {
            let each: Markup = each.into_iter().collect();
            html!(r#"<ol class="events">"# {each} "</ol>")
        }
    };
    html!("<section><h2>" {heading} "</h2>" {list} "</section>")
}

fn said(lang: Lang, event: &Event) -> Option<Markup> {
    let words = match &event.note {
        Note::None => return None,
        Note::Said(words) => words,
        Note::Destroyed => lang.destroyed(),
    };
    let rule = match event.what {
        Move::Answer { cites: Some(cite) } => Some(rule(lang, cite)),
        _ => None,
    };
    Some(html!(r#"<p class="typed">"# {words} "</p>" {rule}))
}

/// The rule that an answer rests on, and where all of it can be read.
fn rule(lang: Lang, cite: Cite) -> Markup {
    let programme = cite.programme();
    let condition = cite.found().map(|(_, condition)| {
        let tree = Tree {
            lang,
            answers: None,
            sources: true,
        };
        tree.list(std::slice::from_ref(condition))
    });
    html!(
        r#"<p class="rests">"# {lang.rests_on()} r#"<a href="/check/"# {programme.id()} r#"/rules">"#
        {lang.text(programme.name())} "</a></p>" {condition}
    )
}

impl Lang {
    /// A colleague, by the number of the account.
    pub(in crate::pages) fn colleague(self, id: StaffId) -> String {
        match self {
            Self::Zh => format!("{} 号", id.0),
            Self::En => format!("no. {}", id.0),
        }
    }

    /// What somebody did, as the end of "the desk …".
    fn happened(self, what: Move, reader: Reader) -> Markup {
        let words = match what {
            Move::Dispatch { to } => {
                return html!(
                    {self.pick("把它派给", "handed it to ")} {self.desk(to)} {self.pick("。", ".")}
                );
            }
            // The other is somebody else's: its reference is for staff alone.
            Move::Join { to } if reader != Reader::Worker => {
                let to = to.to_string();
                return html!({self.pick("把它并到 ", "joined it to ")} {to} {self.pick("。", ".")});
            }
            Move::Ask if reader != Reader::Worker => self.pick(
                "问职工一句，钟停下来等。",
                "asked the worker something; the clock stopped.",
            ),
            _ => self.happened_kind(what.kind()),
        };
        html!({ words })
    }

    const fn happened_kind(self, kind: MoveKind) -> &'static str {
        match kind {
            MoveKind::Dispatch => self.pick("派单。", "handed it on."),
            MoveKind::Join => self.pick("把它跟一件一样的并案。", "joined it to one like it."),
            MoveKind::AnswerTogether => self.pick(
                "答复：跟它一起办的那件有了答复。",
                "answered it together with the one to which it was joined.",
            ),
            MoveKind::Take => self.pick("接办。", "took it in hand."),
            MoveKind::Return => self.pick("退回上一级。", "returned it one level up."),
            MoveKind::Ask => self.pick(
                "问你一句，钟停下来等。",
                "asked you something; the clock stopped.",
            ),
            MoveKind::Write => self.pick("留言。", "wrote a message."),
            MoveKind::Answer => self.pick("答复。", "answered."),
            MoveKind::ReferOut => self.pick(
                "转出去，由能定的地方定。",
                "passed it on to those who decide.",
            ),
            MoveKind::Withdraw => self.pick("撤回。", "took it back."),
            MoveKind::Solved => self.pick("说解决了。", "said that it is solved."),
            MoveKind::NotSolved => self.pick(
                "说没解决，上报一级。",
                "said that it is not solved; it went one level up.",
            ),
            MoveKind::Reveal => self.pick("看了个人信息。", "looked at the personal data."),
            MoveKind::Warn => self.pick("响了：快到期了。", "is near: the desk was warned."),
            MoveKind::Escalate => self.pick(
                "响了：超期，上报一级。",
                "has passed: it went one level up.",
            ),
            MoveKind::Overdue => self.pick("响了：市里也超期了。", "has passed at the city too."),
            MoveKind::Destroy => self.pick(
                "到了保存期限，删掉了个人信息。",
                "deleted the personal data at the end of its time.",
            ),
        }
    }
}
