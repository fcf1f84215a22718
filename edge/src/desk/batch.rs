//! Group commit: submissions that come within a moment of each other are written in one turn.
//!
//! The runtime commits once a turn and an fsync blocks its only event loop, so one for many
//! submissions leaves time for everything else. Answers wait for the disk behind the runtime's
//! output gate.

use super::questions::{Answer, Asked, Denied};
use futures_channel::oneshot::{self, Receiver, Sender};
use futures_util::future::{Either, select};
use std::cell::RefCell;
use std::time::Duration;
use worker::Delay;

/// What waits to be written, and who waits for each.
#[derive(Default)]
pub(super) struct Batch {
    waiting: RefCell<Vec<(Asked, Sender<Answer>)>>,
}

impl Batch {
    /// Adds what is to be written and gives its answer once it is. `write` writes what waits, all of
    /// it: at once, or after others had so long to come. Each has a timer of its own, so that none
    /// depends on another's connection.
    pub(super) async fn add(
        &self,
        asked: Asked,
        collect: Option<Duration>,
        write: impl FnOnce(),
    ) -> Answer {
        let (sender, answer) = oneshot::channel();
        self.waiting.borrow_mut().push((asked, sender));
        let answer: Result<Answer, _> = match collect {
            None => written(answer, write).await,
            Some(collect) => match select(answer, Delay::from(collect)).await {
                Either::Left((answer, _)) => answer,
                Either::Right(((), answer)) => written(answer, write).await,
            },
        };
        answer.unwrap_or(Err(Denied::Broken))
    }

    /// Takes what waits out, to be written in one turn.
    pub(super) fn take(&self) -> Vec<(Asked, Sender<Answer>)> {
        self.waiting.take()
    }
}

async fn written(
    answer: Receiver<Answer>,
    write: impl FnOnce(),
) -> Result<Answer, oneshot::Canceled> {
    write();
    answer.await
}
