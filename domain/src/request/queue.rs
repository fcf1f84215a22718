//! The queues of a desk: what is to be answered by when, what waits for the worker, what is over.

use super::life::{Request, Stage};
use crate::coded::coded;
use crate::time::BeijingTime;

coded! {
    /// Where a request stands in the list of a desk, the most pressing first.
    Queue,
    /// Several of them.
    QueueSet,
    Overdue = "overdue" / "已超期",
    Soon = "soon" / "即将到期",
    Later = "later" / "未到期",
    Asked = "asked" / "等职工回复",
    Answered = "answered" / "等职工确认",
    Ended = "ended" / "已办结",
}

impl Request {
    /// Its queue, when every alarm that is due has rung.
    pub fn queue(&self) -> Queue {
        match self.stage() {
            Stage::InHand { asked: true, .. } => Queue::Asked,
            stage if stage.awaits_verdict() => Queue::Answered,
            stage if stage.is_ended() => Queue::Ended,
            _ if self.is_overdue() => Queue::Overdue,
            _ if self.is_warned() => Queue::Soon,
            _ => Queue::Later,
        }
    }

    /// By what it has its place in its queue: the deadline, or while the clock is stopped when the
    /// last thing happened.
    pub fn turn(&self) -> BeijingTime {
        self.due().map_or(self.last_at(), |due| due.at)
    }
}

#[cfg(test)]
mod tests;
