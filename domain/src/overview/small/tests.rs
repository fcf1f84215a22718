//! Somebody who knows everything shown and the rule tries every table that could be behind it.

use super::*;
use proptest::prelude::*;
use std::collections::HashMap;

/// Every table of so many cells that add up to at most `most`.
fn tables(cells: usize, most: u32) -> Vec<Vec<u32>> {
    (0..cells).fold(vec![Vec::new()], |tables, _| {
        let longer = |table: &Vec<u32>| {
            let table = table.clone();
            let left = most - table.iter().sum::<u32>();
            (0..=left).map(move |count| [&table[..], &[count]].concat())
        };
        tables.iter().flat_map(longer).collect()
    })
}

/// What is shown of a table: its sum and its cells.
fn seen(table: &[u32]) -> (Option<u32>, Vec<Option<u32>>) {
    let cells = protect(table).into_iter().map(Shown::exact).collect();
    (protect_sum(table).exact(), cells)
}

#[test]
fn no_small_number_can_be_computed_from_what_is_shown() {
    for (cells, most) in [(1, 30), (2, 24), (3, 20), (4, 13), (5, 9)] {
        let mut behind: HashMap<_, Vec<Vec<u32>>> = HashMap::new();
        for table in tables(cells, most) {
            behind.entry(seen(&table)).or_default().push(table);
        }
        for (shown, tables) in behind {
            assert_open(&shown, &tables);
        }
    }
}

proptest! {
    #[test]
    fn nothing_small_is_shown_and_what_is_shown_is_true(
        cells in prop::collection::vec(prop_oneof![Just(0), 1_u32..9, 1_u32..400], 1..18)
    ) {
        let shown = protect(&cells);
        prop_assert_eq!(shown.len(), cells.len());
        for (shown, count) in shown.iter().zip(&cells) {
            prop_assert!(shown.exact().is_none_or(|shown| shown == *count && !is_small(shown)));
        }
        let hidden = shown.iter().filter(|shown| **shown == Shown::Hidden).count();
        let is_alone = hidden == 1 && protect_sum(&cells) != Shown::Hidden;
        prop_assert!(!is_alone, "one is what the others leave of the sum");
        if !cells.iter().any(|count| is_small(*count)) {
            prop_assert_eq!(hidden, 0, "where nothing is small everything is shown");
        }
        let rest: u32 = cells.iter().zip(&shown)
            .filter_map(|(count, shown)| shown.exact().is_none().then_some(*count))
            .sum();
        prop_assert!(!is_small(rest) || protect_sum(&cells) == Shown::Hidden);
    }

    #[test]
    fn rows_with_something_small_are_never_shown_nor_left_over(
        rows in prop::collection::vec(prop::collection::vec(prop_oneof![Just(0), 1_u32..9, 5_u32..40], 4), 1..8)
    ) {
        let withheld = withheld(&rows);
        for (row, withheld) in rows.iter().zip(&withheld) {
            prop_assert!(*withheld || !row.iter().any(|count| is_small(*count)));
        }
        let any = withheld.contains(&true);
        let left = rows.iter().zip(&withheld).any(|(row, is)| !is && row.iter().any(|count| *count > 0));
        prop_assert!(!any || !left || is_open(&rows, &withheld));
    }
}

/// The rows that are shown, the sums of the columns and of the rows: small tables whole.
#[test]
fn no_small_number_of_a_row_can_be_computed_from_rows_and_sums() {
    let sum = |cells: &Vec<u32>| cells.iter().sum::<u32>();
    let mut behind: HashMap<_, Vec<Vec<u32>>> = HashMap::new();
    for cells in tables(6, 18) {
        let rows: Vec<_> = cells.chunks(2).map(<[u32]>::to_vec).collect();
        let columns: Vec<Vec<u32>> = (0..2)
            .map(|at| rows.iter().map(|row| row[at]).collect())
            .collect();
        let mut sums = rows.iter().chain(&columns).map(sum);
        // Of what is small in the sums nothing is shown at all.
        if sums.any(is_small) {
            continue;
        }
        let shown: Vec<_> = rows
            .iter()
            .zip(withheld(&rows))
            .map(|(row, is_withheld)| (!is_withheld).then(|| row.clone()))
            .collect();
        let sums: Vec<_> = rows.iter().chain(&columns).map(sum).collect();
        behind.entry((shown, sums)).or_default().push(cells);
    }
    for (shown, tables) in behind {
        assert_open(&shown, &tables);
    }
}

/// Nothing small is the same in all that may be behind what is shown.
#[track_caller]
fn assert_open(shown: &impl std::fmt::Debug, tables: &[Vec<u32>]) {
    for place in 0..tables[0].len() {
        let first = tables[0][place];
        let is_known = tables.iter().all(|table| table[place] == first);
        assert!(
            !(is_known && is_small(first)),
            "{shown:?} betrays {tables:?}"
        );
    }
}
