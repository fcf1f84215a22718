//! Small numbers, which would say something about somebody, are not shown; nor is what would let
//! them be computed.
//!
//! Whoever looks is taken to know everything shown, and this file.

/// Numbers from 1 below this are small.
pub const LEAST: u32 = 5;

/// A number as it may be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Exactly that.
    Exact(u32),
    /// Small, or kept with a small one.
    Hidden,
}

impl Shown {
    /// The number, if it is shown.
    pub const fn exact(self) -> Option<u32> {
        match self {
            Self::Exact(count) => Some(count),
            Self::Hidden => None,
        }
    }
}

const fn is_small(count: u32) -> bool {
    0 < count && count < LEAST
}

/// The sum of a table. It is hidden if it is small itself.
pub(super) fn protect_sum(cells: &[u32]) -> Shown {
    let sum = cells.iter().sum();
    match is_small(sum) {
        true => Shown::Hidden,
        false => Shown::Exact(sum),
    }
}

/// The cells of a table whose sum is known. With the small ones as many of the next larger are
/// hidden as leave their values open; if there are not enough, everything is.
pub(super) fn protect(cells: &[u32]) -> Vec<Shown> {
    let mut hidden: Vec<bool> = cells.iter().map(|count| is_small(*count)).collect();
    let all = || vec![Shown::Hidden; cells.len()];
    if protect_sum(cells) == Shown::Hidden {
        return all();
    }
    if hidden.contains(&true) {
        while !are_enough(cells, &hidden) {
            let others = (0..cells.len()).filter(|at| !hidden[*at] && cells[*at] > 0);
            // All of the same size: which of them was taken would tell.
            match others.map(|at| cells[at]).min() {
                Some(next) => (0..cells.len()).for_each(|at| hidden[at] |= cells[at] == next),
                None => return all(),
            }
        }
    }
    let shown = cells.iter().zip(hidden);
    shown
        .map(|(count, hidden)| match hidden {
            true => Shown::Hidden,
            false => Shown::Exact(*count),
        })
        .collect()
}

/// Whether the hidden cells, whose sum can be computed, leave room for one another: none of them must
/// be all ones or all as large as small ones can be.
fn are_enough(cells: &[u32], hidden: &[bool]) -> bool {
    let kept = || cells.iter().zip(hidden).filter(|(_, hidden)| **hidden);
    let sum: u32 = kept().map(|(count, _)| count).sum();
    let count = kept().count();
    count >= 2 && sum >= 2 * LEAST && sum as usize >= 2 * count
}

/// Which of the rows of a larger table must be withheld, where the sums of its columns and of its
/// rows are known: those with a small number, and as many others as leave theirs open.
pub(super) fn withheld(rows: &[Vec<u32>]) -> Vec<bool> {
    let has_small = |row: &Vec<u32>| row.iter().any(|count| is_small(*count));
    let mut withheld: Vec<bool> = rows.iter().map(has_small).collect();
    if withheld.contains(&true) {
        let sums: Vec<u32> = rows.iter().map(|row| row.iter().sum()).collect();
        while !is_open(rows, &withheld) {
            let others = (0..rows.len()).filter(|at| !withheld[*at] && sums[*at] > 0);
            match others.map(|at| sums[at]).min() {
                Some(next) => (0..rows.len()).for_each(|at| withheld[at] |= sums[at] == next),
                None => break,
            }
        }
    }
    withheld
}

/// Whether two rows at least are withheld that have something in them, and what can be computed of
/// them together is not small.
fn is_open(rows: &[Vec<u32>], withheld: &[bool]) -> bool {
    let kept = || rows.iter().zip(withheld).filter(|(_, is)| **is);
    let filled = kept().filter(|(row, _)| row.iter().any(|count| *count > 0));
    let columns = rows.first().map_or(0, Vec::len);
    let sum = |column: usize| kept().map(|(row, _)| row[column]).sum::<u32>();
    filled.count() >= 2 && !(0..columns).any(|column| is_small(sum(column)))
}

#[cfg(test)]
mod tests;
