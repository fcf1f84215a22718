//! What waits for a second person: who sees exactly what the first saw.

use super::changes::strange;
use super::difference::seen;
use super::{name, way};
use crate::listings::{Decided, Hitch, OneProposal, Proposal, Proposals, Verdict, names};
use crate::markup::Markup;
use crate::pages::staff::frame::{frame, post};
use crate::pages::staff::inputs::{Line, hidden};
use crate::wording::Lang;
use domain::listing::Subject;
use domain::listing::entry::Cells;
use domain::time::BeijingTime;
use leptos::prelude::*;

messages! {
    proposals_none: "没有等着确认的。" / "Nothing waits.";
    proposals_decided: "已经定了的" / "No longer waiting";
    proposal_undoes: "撤销的是：" / "To take back: ";
    proposal_by: "提出：" / "Proposed by ";
    proposal_approve: "同意，就这么改" / "Approve, and change it so";
    proposal_decline: "不同意" / "Decline";
    proposal_withdraw: "撤回" / "Withdraw it";
    proposal_note: "说一句（不同意时要写，提出的人会看到）" / "A word with it (needed to decline; whoever proposed it reads it)";
    proposal_waits: "等第二个人确认，在那之前什么都没改。" / "It waits for a second person. Until then nothing is changed.";
    proposal_approved: "同意了" / "approved";
    proposal_declined: "没同意" / "declined";
    proposal_withdrawn: "撤回了" / "withdrawn";
    proposal_note_missing: "不同意的话，写一句为什么。" / "If you decline it, say why.";
    proposal_conflict: "提出以后，别人改了同一处，照原样改不了。请提出的人看过新的情况再提一次。" / "Since it was proposed somebody changed the same, so it cannot be made as it was seen. Let it be proposed anew.";
    proposal_refused: "已经有人定了，或者现在办不了。" / "Somebody decided already, or it cannot be done now.";
}

/// The list.
pub(super) fn proposals(lang: Lang, now: BeijingTime, model: Proposals) -> impl IntoView {
    let list = |all: &[Proposal]| -> Markup {
        let rows: Markup = all.iter().map(|one| row(lang, now, one)).collect();
        match all.is_empty() {
            true => html!("<p>" {lang.proposals_none()} "</p>"),
            false => html!("<ul>" {rows} "</ul>"),
        }
    };
    let decided = (!model.decided.is_empty()).then(|| {
        html!("<section><h2>" {lang.proposals_decided()} "</h2>" {list(&model.decided)} "</section>")
    });
    let content = html!({list(&model.open)} {decided});
    frame(lang, &model.who, lang.proposals_title(), content)
}

fn row(lang: Lang, now: BeijingTime, proposal: &Proposal) -> Markup {
    let first = proposal.entries.first();
    let title = match (&proposal.undoes, first) {
        (Some(undoes), _) => &undoes.name,
        (None, Some((_, before, after))) => {
            titled(proposal.subject, before.as_ref(), after.as_ref())
        }
        (None, None) => "",
    };
    let more = proposal.undoes.as_ref().filter(|undoes| undoes.total > 1);
    let more = more.map(|undoes| html!(" · " {lang.entries(undoes.total)}));
    let decided = proposal.decided.as_ref();
    let decided = decided.map(|decided| html!(" · " {lang.verdict_on_proposal(decided.verdict)}));
    html!(
        r#"<li><a href="/staff/proposals/"# {proposal.id} "\">" {lang.cause(proposal.cause)} " · " {title}
        {more} "</a> <span>" {lang.day_and_time(proposal.at, now)} " · " {lang.by(&proposal.by)} {decided} "</span></li>"
    )
}

/// One of them.
pub(super) fn one_proposal(lang: Lang, now: BeijingTime, model: OneProposal) -> impl IntoView {
    let proposal = &model.proposal;
    let entries: Markup = proposal
        .entries
        .iter()
        .map(|(number, before, after)| {
            let (before, after) = (before.as_ref(), after.as_ref());
            let subject = proposal.subject;
            html!(
                "<section><p><b>" {titled(subject, before, after)} "</b>"
                {number.map(|number| html!(" № " {number}))} "</p>"
                {seen(lang, now, subject, *number, before, after)}
                "</section>"
            )
        })
        .collect();
    let standing = match &proposal.decided {
        None => html!(r#"<p role="status"><b>"# {lang.proposal_waits()} "</b></p>"),
        Some(decided) => decision(lang, now, decided),
    };
    let hitch = model.hitch.map(|hitch| {
        let words = match hitch {
            Hitch::NoteMissing => lang.proposal_note_missing(),
            Hitch::Conflict => lang.proposal_conflict(),
            Hitch::Refused => lang.proposal_refused(),
        };
        html!(r#"<p class="problem" role="alert">"# {words} "</p>")
    });
    let content = html!(
        {hitch} {standing} r#"<p class="soft">"# {lang.proposal_by()} {lang.by(&proposal.by)} " · "
        {lang.day_and_time(proposal.at, now)} " · " {lang.cause(proposal.cause)} r#"</p><p class="typed">"#
        {&*proposal.why} "</p>" {undoes(lang, proposal)} {entries} {more(lang, proposal)}
        {forms(lang, &model)}
    );
    frame(lang, &model.who, lang.proposal_title(), content)
}

/// What an entry is called, or was.
fn titled<'a>(subject: Subject, before: Option<&'a Cells>, after: Option<&'a Cells>) -> &'a str {
    before.or(after).map_or("", |cells| name(subject, cells))
}

/// What is taken back.
fn undoes(lang: Lang, proposal: &Proposal) -> Option<Markup> {
    let undoes = proposal.undoes.as_ref()?;
    let moved = undoes
        .is_moved
        .then(|| html!(r#"<p class="problem">"# {lang.proposal_conflict()} "</p>"));
    Some(html!(
        "<p>" {lang.proposal_undoes()} {way(&format!("/staff/changes/{}", undoes.batch), lang.change_title())}
        " · " {lang.entries(undoes.total)} "</p>" {moved} {strange(lang, &undoes.alarms)}
    ))
}

fn more(lang: Lang, proposal: &Proposal) -> Option<Markup> {
    let after = proposal.undoes.as_ref()?.next?;
    let address = format!("/staff/proposals/{}?after={after}", proposal.id);
    Some(html!("<p>" {way(&address, lang.change_next())} "</p>"))
}

fn decision(lang: Lang, now: BeijingTime, decided: &Decided) -> Markup {
    let batch = decided.batch;
    let batch = batch.map(|id| way(&format!("/staff/changes/{id}"), lang.change_title()));
    html!(
        "<p><b>" {lang.verdict_on_proposal(decided.verdict)} "</b> · " {lang.by(&decided.by)} " · "
        {lang.day_and_time(decided.at, now)} " " {batch} r#"</p><p class="typed">"# {&*decided.note} "</p>"
    )
}

fn forms(lang: Lang, model: &OneProposal) -> Option<Markup> {
    if model.proposal.decided.is_some() {
        return None;
    }
    let target = format!("/staff/proposals/{}", model.proposal.id);
    let note = Line {
        name: names::NOTE,
        label: lang.proposal_note(),
        hint: None,
        problem: None,
        value: &model.note,
        attributes: r#" autocomplete="off" maxlength="500""#,
    };
    let button = |verdict: Verdict, class: &'static str, words: &str| {
        html!(
            r#"<button name="do" value=""# {verdict.code()} r#"" class=""# {class} "\">" {words} "</button> "
        )
    };
    let decide = model.may_decide.then(|| {
        let inside = html!(
            {note.field()} r#"<p class="ways">"# {button(Verdict::Approve, "act", lang.proposal_approve())}
            {button(Verdict::Decline, "quiet", lang.proposal_decline())} "</p>"
        );
        post(&target, &model.who.form_token, inside)
    });
    let withdraw = model.is_own.then(|| {
        let inside = html!(
            {hidden(names::WISH, Verdict::Withdraw.code())} r#"<p><button class="quiet">"#
            {lang.proposal_withdraw()} "</button></p>"
        );
        post(&target, &model.who.form_token, inside)
    });
    Some(html!({decide} {withdraw}))
}

impl Lang {
    const fn verdict_on_proposal(self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Approve => self.proposal_approved(),
            Verdict::Decline => self.proposal_declined(),
            Verdict::Withdraw => self.proposal_withdrawn(),
        }
    }
}
