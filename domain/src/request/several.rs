//! Several requests at once: which moves make sense for them, and for which of them.

use super::{Category, MoveKind};

/// So many at once: what a page of a desk's list has.
pub const MOST_AT_ONCE: usize = 30;

impl MoveKind {
    /// Whether staff may wish for this move with several requests at once: what needs to be said to
    /// one worker alone is done by itself.
    pub const fn is_for_several(self) -> bool {
        matches!(self, Self::Take | Self::Dispatch | Self::Answer)
    }
}

/// Whether one wish fits requests of all these categories: what answers one matter says nothing of
/// another.
pub fn fits_together(kind: MoveKind, categories: impl IntoIterator<Item = Category>) -> bool {
    let mut categories = categories.into_iter();
    let first = categories.next();
    kind != MoveKind::Answer || categories.all(|category| Some(category) == first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_to_one_worker_is_said_to_one() {
        let for_several: Vec<_> = MoveKind::ALL
            .iter()
            .filter(|kind| kind.is_for_several())
            .collect();
        let expected = [MoveKind::Dispatch, MoveKind::Take, MoveKind::Answer];
        assert_eq!(for_several, expected.each_ref());
    }

    #[test]
    fn one_text_answers_one_category() {
        #[track_caller]
        fn check(kind: MoveKind, categories: &[Category], fits: bool) {
            assert_eq!(fits_together(kind, categories.iter().copied()), fits);
        }
        check(MoveKind::Answer, &[], true);
        check(MoveKind::Answer, &[Category::Pay], true);
        check(MoveKind::Answer, &[Category::Pay, Category::Pay], true);
        check(MoveKind::Answer, &[Category::Pay, Category::Safety], false);
        check(MoveKind::Take, &[Category::Pay, Category::Safety], true);
        check(MoveKind::Dispatch, &[Category::Pay, Category::Safety], true);
    }
}
