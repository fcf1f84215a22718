//! Whether changes to a listing take a second person, and why.

use super::entry::{Entry, Sensitive};
use super::import::{Alarm, alarms};

/// What of changes that are made at once takes a second person.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Second {
    /// So many of them by themselves; see [`sensitive`].
    pub sensitive: usize,
    /// All of them together, as a file with just these rows would.
    pub alarms: Vec<Alarm>,
}

impl Second {
    /// What of making the second of each pair of the first does; `None` is not listed.
    pub fn of<'a, E: Entry + 'a>(
        changes: impl Iterator<Item = (Option<&'a E>, Option<&'a E>)> + Clone,
    ) -> Self {
        let one = changes.clone();
        Self {
            sensitive: one.filter(|(b, a)| !sensitive(*b, *a).is_empty()).count(),
            alarms: alarms(changes.filter_map(|(before, after)| before.zip(after))),
        }
    }

    /// Whether one is needed.
    pub fn is_needed(&self) -> bool {
        self.sensitive > 0 || !self.alarms.is_empty()
    }
}

/// What is sensitive in making `after` of `before`; `None` is not listed.
pub fn sensitive<E: Entry>(before: Option<&E>, after: Option<&E>) -> Vec<Sensitive> {
    match (before, after) {
        (Some(before), Some(after)) => E::sensitive(before, after),
        (Some(_), None) => vec![Sensitive::LeavesTheList],
        (None, _) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::Wgs84;
    use crate::listing::entry::Cells;
    use crate::listing::{Column, Subject};
    use crate::station::Station;

    fn station(number: u32, name: &str, north: f64) -> Station {
        let mut cells = Cells::default();
        cells.set(Column::Name, name);
        cells.set(Column::Kinds, "暖心驿站");
        cells.set(Column::District, "东城区");
        let (settled, _) = cells.settled(Subject::Stations, number, &|_| false);
        let (station, _) = settled
            .expect("they can be read")
            .read::<Station>(number, &|_| false);
        Station {
            position: Wgs84::new(39.91 + north, 116.4),
            ..station.expect("they can be read")
        }
    }

    fn needed(changes: &[(Option<Station>, Option<Station>)]) -> Second {
        Second::of(changes.iter().map(|(b, a)| (b.as_ref(), a.as_ref())))
    }

    #[test]
    fn what_leaves_the_list_takes_two_and_what_comes_to_it_does_not() {
        let one = station(1, "甲", 0.0);
        assert_eq!(needed(&[(Some(one.clone()), None)]).sensitive, 1);
        assert!(!needed(&[(None, Some(one.clone()))]).is_needed());
        let far = station(1, "甲", 0.0046);
        assert_eq!(needed(&[(Some(one.clone()), Some(far))]).sensitive, 1);
        let near = station(1, "甲", 0.0044);
        assert!(!needed(&[(Some(one), Some(near))]).is_needed());
    }

    #[test]
    fn many_at_once_take_two_where_a_file_of_them_would() {
        let renamed = |number: u32| {
            let before = station(number, &format!("甲{number}"), 0.0);
            (Some(before), Some(station(number, "乙", 0.0)))
        };
        let four: Vec<_> = (1..=4).map(renamed).collect();
        assert!(!needed(&four).is_needed());
        let five: Vec<_> = (1..=5).map(renamed).collect();
        let second = needed(&five);
        assert_eq!((second.sensitive, second.alarms.len()), (0, 1));
        assert!(second.is_needed());
    }
}
