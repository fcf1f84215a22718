//! Everything that happened, with its time; what was said both ways; and who looked at personal data.

use crate::markup::Markup;
use crate::request::{Standing, is_message};
use crate::wording::Lang;
use domain::request::{Actor, Event, Move, MoveKind, Note};
use domain::time::BeijingTime;

messages! {
    messages_heading: "来往的话" / "What was said";
    no_messages: "还没有人说话。" / "Nothing yet.";
    history_heading: "办到今天" / "Everything that happened";
    reveals_heading: "谁看过你的个人信息" / "Who looked at your personal data";
    no_reveals: "还没有人看过。" / "Nobody has.";
    you: "你" / "You";
    the_clock: "到期的闹钟" / "The deadline";
    destroyed: "（到了保存期限，内容已经销毁）" / "(Destroyed at the end of its retention.)";
    happened_filed: "交来诉求。" / "filed the request.";
}

/// What was said to each other.
pub(super) fn messages(lang: Lang, now: BeijingTime, model: &Standing) -> Markup {
    let each: Vec<_> = model
        .messages()
        .map(|event| {
            let mine = (event.actor == Actor::Worker).then(|| html!(r#" class="mine""#));
            html!("<li" {mine} ">" {by(lang, now, event)} {said(lang, event)} "</li>")
        })
        .collect();
    section(lang.messages_heading(), each, lang.no_messages())
}

/// Who looked at the personal data, when, and why.
pub(super) fn reveals(lang: Lang, now: BeijingTime, model: &Standing) -> Markup {
    let looked = model
        .events
        .iter()
        .filter(|event| event.what == Move::Reveal);
    let each: Vec<_> = looked
        .map(|event| html!("<li>" {by(lang, now, event)} {said(lang, event)} "</li>"))
        .collect();
    section(lang.reveals_heading(), each, lang.no_reveals())
}

/// Every event, the newest last.
pub(super) fn history(lang: Lang, now: BeijingTime, model: &Standing) -> Markup {
    let filed = html!(
        "<li>" {at(lang, now, model.filed.at)} "<span>" {lang.you()} {lang.pick("", " ")}
        {lang.happened_filed()} "</span></li>"
    );
    let events = model.events.iter().map(|event| {
        let reason = (!is_message(event)).then(|| said(lang, event));
        html!(
            "<li>" {at(lang, now, event.at)} "<span>" {who(lang, event.actor)} {lang.pick("", " ")}
            {lang.happened(event.what)} "</span>" {reason} "</li>"
        )
    });
    let each: Vec<_> = std::iter::once(filed).chain(events).collect();
    section(lang.history_heading(), each, "")
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

/// When, and who.
fn by(lang: Lang, now: BeijingTime, event: &Event) -> Markup {
    html!({at(lang, now, event.at)} "<b>" {who(lang, event.actor)} "</b>")
}

fn at(lang: Lang, now: BeijingTime, at: BeijingTime) -> Markup {
    html!(
        r#"<time class="soft" datetime=""# {at.to_rfc3339()} r#"">"# {lang.day_and_time(at, now)}
        "</time>"
    )
}

/// The worker, the clock, or the desk: staff are not named.
fn who(lang: Lang, actor: Actor) -> Markup {
    match actor {
        Actor::Worker => html!({ lang.you() }),
        Actor::Clock => html!({ lang.the_clock() }),
        Actor::Staff(staff) => lang.desk_first(staff.desk),
    }
}

fn said(lang: Lang, event: &Event) -> Option<Markup> {
    let words = match &event.note {
        Note::None => return None,
        Note::Said(words) => words,
        Note::Destroyed => lang.destroyed(),
    };
    Some(html!(r#"<p class="typed">"# {words} "</p>"))
}

impl Lang {
    /// What somebody did, as the end of "the desk …".
    fn happened(self, what: Move) -> Markup {
        let words = match what {
            Move::Dispatch { to } => {
                return html!(
                    {self.pick("把它派给", "handed it to ")} {self.desk(to)} {self.pick("。", ".")}
                );
            }
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
        }
    }
}
