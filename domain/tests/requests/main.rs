//! Requests against a simple model: random moves, legal and not, by anybody at any time.
//!
//! The model shares nothing with the crate but the words for moves: desks are numbers, the state is
//! flat, legality is a list of reasons against, and the clock is counted minute by minute on days
//! off and make-up days that are written down here once more.

#[cfg(test)]
mod both;
#[cfg(test)]
mod days;
#[cfg(test)]
mod model;
#[cfg(test)]
mod tries;

use both::play;
use domain::request::{MoveKind, MoveKindSet, StageKind, StageKindSet};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use tries::story;

proptest! {
    #[test]
    fn any_moves_lead_where_the_model_leads(story in story()) {
        play(story);
    }
}

/// The test above would be worth little if it never got anywhere.
#[test]
fn random_moves_reach_every_move_and_every_stage() {
    let mut runner = TestRunner::deterministic();
    let (mut made, mut reached) = (MoveKindSet::EMPTY, StageKindSet::EMPTY);
    for _ in 0..200 {
        let (moves, stages) = play(story().new_tree(&mut runner).unwrap().current());
        made = made.iter().chain(moves.iter()).collect();
        reached = reached.iter().chain(stages.iter()).collect();
    }
    assert!(made.iter().eq(MoveKind::ALL.iter().copied()), "{made:?}");
    assert!(
        reached.iter().eq(StageKind::ALL.iter().copied()),
        "{reached:?}"
    );
}
