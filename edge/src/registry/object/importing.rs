//! Imports at the registry: questions about them, and the slices in which they are planned.

use super::{Registry, Shelved};
use crate::registry::changing::Sender;
use crate::registry::imports::questions::{
    Answer, Asked, Denied, Done, Notes, Question, SeenPlan, State, StoredPlan, Wanted,
};
use crate::registry::imports::{applying, plans, rows, slices};
use crate::registry::questions::StoredSubject;
use crate::registry::store::StoreError;
use domain::class::HolidayClass;
use domain::staff::Action;
use domain::station::Station;
use records::moment;

impl Registry {
    /// What staff are told of imports; trouble is logged here and nowhere else.
    pub(super) fn imports(&self, asked: &Asked, file: &[u8]) -> Answer {
        self.answer_import(asked, file).unwrap_or_else(|trouble| {
            worker::console_error!("registry: {trouble}");
            Err(Denied::Broken)
        })
    }

    fn answer_import(&self, asked: &Asked, file: &[u8]) -> Result<Answer, StoreError> {
        self.prepare()?;
        let unreadable = |_| StoreError::Question("a question");
        let sender = Sender {
            staff: asked.staff.read().map_err(unreadable)?,
            name: asked.name.clone(),
            at: moment(asked.at).map_err(unreadable)?,
        };
        let sql = &self.sql;
        let plan = match &asked.question {
            Question::Begin(_) | Question::List | Question::Proposed => {
                if !sender.may(Action::Import, sender.staff.desk)
                    && !sender.may(Action::SeeHistory, sender.staff.desk)
                {
                    return Ok(Err(Denied::NotAllowed));
                }
                return self.answer_all(&sender, &asked.question, file);
            }
            Question::See(Wanted { plan, .. })
            | Question::Choose { plan, .. }
            | Question::Tick { plan, .. }
            | Question::TickAll { plan, .. }
            | Question::Wrong(plan)
            | Question::Apply { plan, .. }
            | Question::Decline(plan) => plans::seen(sql, &sender, *plan)?,
        };
        match plan {
            Some(plan) => self.answer_one(&sender, &plan, &asked.question),
            None => Ok(Err(Denied::NotFound)),
        }
    }

    fn answer_all(
        &self,
        sender: &Sender,
        question: &Question,
        file: &[u8],
    ) -> Result<Answer, StoreError> {
        let sql = &self.sql;
        match question {
            Question::Begin(_) if !sender.may(Action::Import, sender.staff.desk) => {
                Ok(Err(Denied::NotAllowed))
            }
            Question::Begin(begin) => {
                let notes = Notes::default();
                let begun = sql.transaction(|| plans::begin(sql, sender, begin, file, &notes));
                Ok(Ok(Done::Begun(begun?)))
            }
            Question::Proposed => Ok(Ok(Done::Plans(plans::proposed(sql, sender)?))),
            _ => Ok(Ok(Done::Plans(plans::list(sql, sender)?))),
        }
    }

    fn answer_one(
        &self,
        sender: &Sender,
        plan: &StoredPlan,
        question: &Question,
    ) -> Result<Answer, StoreError> {
        let sql = &self.sql;
        let may_change = plans::is_own(sender, plan) && plan.state == State::Ready;
        match question {
            Question::See(wanted) => {
                let seen = match plan.subject {
                    StoredSubject::Station => self.see::<Station>(sender, wanted)?,
                    StoredSubject::Class => self.see::<HolidayClass>(sender, wanted)?,
                };
                Ok(seen.map_or(Err(Denied::NotFound), |seen| Ok(Done::Seen(Box::new(seen)))))
            }
            Question::Wrong(_) => {
                let wrong = rows::wrong(sql, plan.id, plan.notes.names.clone())?;
                Ok(Ok(Done::Wrong(wrong)))
            }
            Question::Choose { sheet, datum, .. } => {
                let is_open = matches!(plan.state, State::Choosing | State::Failed | State::Ready);
                if !(plans::is_own(sender, plan) && is_open) {
                    return Ok(Err(Denied::NotNow));
                }
                plans::choose(sql, plan.id, sheet.as_ref(), datum.as_ref())?;
                Ok(Ok(Done::Begun(plan.id)))
            }
            Question::Tick { .. } | Question::TickAll { .. } if !may_change => {
                Ok(Err(Denied::NotNow))
            }
            Question::Tick { ticks, .. } => {
                sql.transaction(|| {
                    let mut ticks = ticks.iter();
                    ticks.try_for_each(|(place, on)| rows::tick(sql, plan.id, *place, *on))
                })?;
                Ok(Ok(Done::Ticked))
            }
            Question::TickAll {
                outcome, ticked, ..
            } => {
                rows::tick_all(sql, plan.id, outcome, *ticked)?;
                Ok(Ok(Done::Ticked))
            }
            Question::Apply { seal, .. } => match plan.subject {
                StoredSubject::Station => self.apply::<Station>(sender, plan, seal),
                StoredSubject::Class => self.apply::<HolidayClass>(sender, plan, seal),
            },
            Question::Decline(_) => {
                let may_decline = match plan.state {
                    State::Proposed => {
                        plans::is_own(sender, plan) || plans::may_approve(sender, plan)
                    }
                    State::Applied | State::Declined => false,
                    _ => plans::is_own(sender, plan),
                };
                if !may_decline {
                    return Ok(Err(Denied::NotNow));
                }
                plans::end(sql, plan.id, State::Declined, None, None)?;
                Ok(Ok(Done::Declined))
            }
            Question::Begin(_) | Question::List | Question::Proposed => {
                Err(StoreError::Question("a plan"))
            }
        }
    }

    fn see<S: Shelved>(
        &self,
        sender: &Sender,
        wanted: &Wanted,
    ) -> Result<Option<SeenPlan>, StoreError> {
        let sql = &self.sql;
        let Some(plan) = plans::seen(sql, sender, wanted.plan)? else {
            return Ok(None);
        };
        let mut seen = rows::seen::<S>(sql, wanted)?;
        let most = wanted.most as usize;
        let next = (seen.len() > most).then(|| seen.get(most.wrapping_sub(1)).map(|row| row.place));
        seen.truncate(most);
        let (seal, is_sensitive) = rows::seal(sql, plan.id)?;
        Ok(Some(SeenPlan {
            counts: rows::counts(sql, plan.id)?,
            rows: seen,
            next: next.flatten(),
            seal,
            takes_two: applying::takes_two(&plan, is_sensitive),
            may_change: plans::is_own(sender, &plan) && plan.state == State::Ready,
            may_approve: plan.state == State::Proposed && plans::may_approve(sender, &plan),
            plan,
        }))
    }

    fn apply<S: Shelved>(
        &self,
        sender: &Sender,
        plan: &StoredPlan,
        seal: &str,
    ) -> Result<Answer, StoreError> {
        self.change_heads::<S, _>(|heads| applying::apply(&self.sql, heads, sender, plan, seal))
    }

    /// Does a slice of the oldest plan that is not finished.
    pub(super) fn plan_slice(&self) {
        if let Err(trouble) = self.try_slice() {
            worker::console_error!("registry: a plan: {trouble}");
        }
    }

    fn try_slice(&self) -> Result<(), StoreError> {
        self.prepare()?;
        let Some(plan) = plans::unfinished(&self.sql)? else {
            return Ok(());
        };
        let done = match plan.subject {
            StoredSubject::Station => self.slice_of::<Station>(&plan),
            StoredSubject::Class => self.slice_of::<HolidayClass>(&plan),
        };
        if done.is_err() {
            // What cannot be planned does not keep the others from it.
            plans::set_state(&self.sql, plan.id, State::Failed)?;
        }
        done
    }

    fn slice_of<S: Shelved>(&self, plan: &StoredPlan) -> Result<(), StoreError> {
        let mut job = S::job(self).borrow_mut();
        self.with_heads::<S, _>(|heads| slices::go_on(&self.sql, heads, &mut job, plan))
    }
}
