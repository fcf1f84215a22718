//! What the registry answers to staff: each question is put to what decides about it.

use super::changing::{self, Sender};
use super::history;
use super::object::{Registry, Shelved};
use super::proposals;
use super::questions::{
    Answer, Asked, Body, Denied, Done, Question, StoredProposal, StoredSubject, Verdict,
};
use super::store::StoreError;
use super::undoing;
use domain::class::HolidayClass;
use domain::station::Station;
use records::moment;

impl Registry {
    /// What staff are told; trouble is logged here and nowhere else.
    pub(super) fn told(&self, asked: &Asked) -> Answer {
        self.answer(asked).unwrap_or_else(|trouble| {
            worker::console_error!("registry: {trouble}");
            Err(Denied::Broken)
        })
    }

    fn answer(&self, asked: &Asked) -> Result<Answer, StoreError> {
        self.prepare()?;
        let sql = &self.sql;
        let unreadable = |_| StoreError::Question("a question");
        let sender = Sender {
            staff: asked.staff.read().map_err(unreadable)?,
            name: asked.name.clone(),
            at: moment(asked.at).map_err(unreadable)?,
        };
        match &asked.question {
            Question::Batches { before, most } => history::batches(sql, &sender, *before, *most),
            Question::Batch { batch, .. } | Question::Undo { batch, .. } => {
                match history::seen_batch(sql, &sender, *batch)?.map(|batch| batch.subject) {
                    Some(subject) => self.answer_about(subject, &sender, &asked.question),
                    None => Ok(Err(Denied::NotFound)),
                }
            }
            Question::Proposals { open } => proposals::list(sql, &sender, *open),
            Question::Proposal { id, after, most } => self.proposal(&sender, *id, *after, *most),
            Question::Decide {
                proposal,
                verdict,
                note,
            } => self.decide(&sender, *proposal, *verdict, note),
            Question::Entry { subject, .. } | Question::History { subject, .. } => {
                self.answer_about(*subject, &sender, &asked.question)
            }
            Question::Change(change) => self.answer_about(change.subject, &sender, &asked.question),
            Question::Reports(question) => self.answer_reports(&sender, question),
            Question::Freshness(question) => self.answer_freshness(&sender, question),
        }
    }

    fn answer_about(
        &self,
        subject: StoredSubject,
        sender: &Sender,
        question: &Question,
    ) -> Result<Answer, StoreError> {
        match subject {
            StoredSubject::Station => self.answer_of::<Station>(sender, question),
            StoredSubject::Class => self.answer_of::<HolidayClass>(sender, question),
        }
    }

    fn answer_of<S: Shelved>(
        &self,
        sender: &Sender,
        question: &Question,
    ) -> Result<Answer, StoreError> {
        let sql = &self.sql;
        match question {
            Question::Entry { number, base, .. } => {
                self.with_heads::<S, _>(|heads| history::entry(sql, heads, sender, *number, *base))
            }
            Question::History { number, .. } => {
                self.with_heads::<S, _>(|heads| history::history(sql, heads, sender, *number))
            }
            Question::Batch { batch, after, most } => self.with_heads::<S, _>(|heads| {
                let Some(batch) = history::seen_batch(sql, sender, *batch)? else {
                    return Ok(Err(Denied::NotFound));
                };
                history::batch(sql, heads, batch, *after, *most).map(Ok)
            }),
            Question::Change(change) => {
                self.change_heads::<S, _>(|heads| changing::change(sql, heads, sender, change))
            }
            Question::Undo { batch, why } => self.change_heads::<S, _>(|heads| {
                let Some(batch) = history::seen_batch(sql, sender, *batch)? else {
                    return Ok(Err(Denied::NotFound));
                };
                undoing::take_back(sql, heads, sender, &batch, why)
            }),
            _ => Err(StoreError::Question("a question about no entry")),
        }
    }

    fn proposal(
        &self,
        sender: &Sender,
        id: u32,
        after: u32,
        most: u32,
    ) -> Result<Answer, StoreError> {
        let sql = &self.sql;
        let Some(proposal) = proposals::one(sql, sender, id)? else {
            return Ok(Err(Denied::NotFound));
        };
        let undoing = match &proposal.body {
            Body::Undo(undoing) if !proposals::is_decided(&proposal) => {
                Some(match undoing.subject {
                    StoredSubject::Station => self.with_heads::<Station, _>(|heads| {
                        undoing::seen(sql, heads, undoing, after, most)
                    }),
                    StoredSubject::Class => self.with_heads::<HolidayClass, _>(|heads| {
                        undoing::seen(sql, heads, undoing, after, most)
                    }),
                })
            }
            Body::Undo(_) | Body::Change { .. } => None,
        };
        Ok(Ok(Done::Proposal {
            proposal: Box::new(proposal),
            undoing: undoing.transpose()?,
        }))
    }

    fn decide(
        &self,
        sender: &Sender,
        id: u32,
        verdict: Verdict,
        note: &str,
    ) -> Result<Answer, StoreError> {
        let Some(proposal) = proposals::one(&self.sql, sender, id)? else {
            return Ok(Err(Denied::NotFound));
        };
        if proposals::is_decided(&proposal) {
            return Ok(Err(Denied::Decided));
        }
        if !proposals::may_decide(sender, &proposal, verdict) {
            return Ok(Err(Denied::NotAllowed));
        }
        let subject = match &proposal.body {
            Body::Change { change, .. } => change.subject,
            Body::Undo(undoing) => undoing.subject,
        };
        match subject {
            StoredSubject::Station => self.decide_of::<Station>(sender, &proposal, verdict, note),
            StoredSubject::Class => {
                self.decide_of::<HolidayClass>(sender, &proposal, verdict, note)
            }
        }
    }

    fn decide_of<S: Shelved>(
        &self,
        sender: &Sender,
        proposal: &StoredProposal,
        verdict: Verdict,
        note: &str,
    ) -> Result<Answer, StoreError> {
        let sql = &self.sql;
        self.change_heads::<S, _>(|heads| {
            let batch = match verdict {
                Verdict::Approve => {
                    let by = &proposal.by;
                    let made = match &proposal.body {
                        Body::Change { change, .. } => {
                            proposals::make(sql, heads, sender, by, change)?
                        }
                        Body::Undo(undoing) => undoing::make(sql, heads, sender, by, undoing)?,
                    };
                    match made {
                        Ok(batch) => Some(batch),
                        // Somebody made it so meanwhile.
                        Err(Denied::Nothing) => None,
                        Err(denied) => return Ok(Err(denied)),
                    }
                }
                Verdict::Decline | Verdict::Withdraw => None,
            };
            proposals::decided(sql, sender, proposal.id, verdict, note, batch)?;
            Ok(Ok(Done::Decided))
        })
    }
}
