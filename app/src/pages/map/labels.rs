//! Where the names on a map stand: near what they name, on the paper, and never over each other.

use super::sheet::{Sheet, Spot, WIDTH};
use crate::drawn::text_em;

/// The least size of a name's tag, in letter heights (em): at 14 units a letter that is what a
/// finger needs (44 pixels), at 18 what it needs in large print (60).
pub(crate) const LEAST_EM: f64 = 3.4;

/// Paper between the words and the rim of their tag, both sides together.
const PADDING_EM: f64 = 0.6;

/// The size of the figures beside that of the name, as in `style/map.css`.
const FIGURES_EM: f64 = 0.8;

/// From one try to the next, going round and outwards.
const STEP_EM: f64 = 0.5;
const DIRECTIONS: u8 = 16;

/// The height of letters on a sheet, in its units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Print {
    /// On a phone.
    pub(crate) narrow: f64,
    /// On a sheet of streets that is at least half as wide again: what has no room on a phone may
    /// have some there.
    pub(crate) wide: f64,
}

impl Print {
    /// As in `style/map.css`.
    pub(crate) const NORMAL: Self = Self {
        narrow: 14.0,
        wide: 10.0,
    };
    /// As in `style/map.css`.
    pub(crate) const LARGE: Self = Self {
        narrow: 18.0,
        wide: 13.0,
    };
}

/// What has tags on a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Parts {
    /// Each must have its place, if need be beside the district with a line to it: whoever finds
    /// none comes first the next time.
    Districts,
    /// Each stands near its places or nowhere.
    Streets,
}

impl Parts {
    /// How far a tag may stand from what it names, in em.
    const fn reach_em(self) -> f64 {
        match self {
            Self::Districts => 12.0,
            Self::Streets => 4.0,
        }
    }

    /// How often placing them is tried.
    const fn rounds(self) -> usize {
        match self {
            Self::Districts => 20,
            Self::Streets => 1,
        }
    }
}

/// A tag that wants to be on the map.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Label {
    /// What it names.
    pub(crate) anchor: Spot,
    /// Its width in em.
    pub(crate) width_em: f64,
    /// The heaviest are placed first, of equal ones the widest, which are the hardest to place.
    pub(crate) weight: u32,
}

impl Label {
    fn before(&self, other: &Self) -> core::cmp::Ordering {
        let weight = other.weight.cmp(&self.weight);
        weight.then(other.width_em.total_cmp(&self.width_em))
    }
}

/// A place for a tag.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Placed {
    /// Its middle.
    pub(crate) at: Spot,
    /// Whether there is room for it only on a wide sheet.
    pub(crate) only_wide: bool,
}

/// The upper left and the lower right corner of a tag.
type Corners = (Spot, Spot);

/// The width in em of a tag with that name and those figures.
pub(crate) fn tag_em(name: &str, figures: &str) -> f64 {
    let words = text_em(name).max(text_em(figures) * FIGURES_EM);
    (words + PADDING_EM).max(LEAST_EM)
}

/// The corners of a tag of that width with its middle at `at`.
pub(crate) fn corners(at: Spot, width_em: f64, letter: f64) -> Corners {
    let (right, down) = (width_em * letter / 2.0, LEAST_EM * letter / 2.0);
    let moved = |right: f64, down: f64| Spot {
        x: at.x + right,
        y: at.y + down,
    };
    (moved(-right, -down), moved(right, down))
}

/// Whether a tag lies over a spot.
pub(crate) fn covers(at: Spot, width_em: f64, letter: f64, spot: Spot) -> bool {
    let (from, to) = corners(at, width_em, letter);
    (from.x..to.x).contains(&spot.x) && (from.y..to.y).contains(&spot.y)
}

/// Whether two tags lie over each other.
pub(crate) fn overlap(one: Corners, other: Corners) -> bool {
    let apart =
        |from: f64, to: f64, other_from: f64, other_to: f64| to <= other_from || other_to <= from;
    !apart(one.0.x, one.1.x, other.0.x, other.1.x) && !apart(one.0.y, one.1.y, other.0.y, other.1.y)
}

/// A place for each label that finds one, first on a phone, then for the others on a wide sheet
/// between them.
pub(crate) fn place(
    sheet: &Sheet,
    labels: &[Label],
    print: Print,
    parts: Parts,
) -> Vec<Option<Placed>> {
    let mut order: Vec<usize> = (0..labels.len()).collect();
    order.sort_by(|one, other| labels[*one].before(&labels[*other]));
    let in_order = |order: &[usize]| place_in_order(sheet, labels, print, parts, order);
    let mut placed = in_order(&order);
    for _ in 1..parts.rounds() {
        let on_phone = |index: &usize| placed[*index].is_some_and(|placed| !placed.only_wide);
        let Some(left_out) = order.iter().position(|index| !on_phone(index)) else {
            break;
        };
        order[..=left_out].rotate_right(1);
        placed = in_order(&order);
    }
    placed
}

fn place_in_order(
    sheet: &Sheet,
    labels: &[Label],
    print: Print,
    parts: Parts,
    order: &[usize],
) -> Vec<Option<Placed>> {
    let mut placed: Vec<Option<Placed>> = vec![None; labels.len()];
    for (letter, only_wide) in [(print.narrow, false), (print.wide, true)] {
        let all = labels.iter().zip(&placed);
        let mut taken: Vec<Corners> = all
            .filter_map(|(label, placed)| Some(corners((*placed)?.at, label.width_em, letter)))
            .collect();
        for index in order {
            let (label, place) = (&labels[*index], &mut placed[*index]);
            if place.is_none() {
                let free = |at: &Spot| {
                    let wanted = corners(*at, label.width_em, letter);
                    taken.iter().all(|other| !overlap(wanted, *other))
                };
                let found = tries(sheet, label, letter, parts.reach_em()).find(free);
                *place = found.map(|at| Placed { at, only_wide });
                taken.extend(found.map(|at| corners(at, label.width_em, letter)));
            }
        }
    }
    placed
}

/// Where a tag may stand, nearest first, pushed back onto the paper where it would stick out.
fn tries(sheet: &Sheet, label: &Label, letter: f64, reach_em: f64) -> impl Iterator<Item = Spot> {
    let (half_width, half_height) = (label.width_em * letter / 2.0, LEAST_EM * letter / 2.0);
    let (anchor, height) = (label.anchor, sheet.height);
    let rings = (reach_em / STEP_EM).round() as u32;
    let around = (1..=rings).flat_map(move |ring| {
        (0..DIRECTIONS).map(move |direction| {
            let angle = f64::from(direction) / f64::from(DIRECTIONS) * core::f64::consts::TAU;
            let (sin, cos) = angle.sin_cos();
            let away = f64::from(ring) * STEP_EM * letter;
            (anchor.x + cos * away, anchor.y + sin * away)
        })
    });
    // Whole units, and `None` for a tag that is larger than the paper.
    let inside = move |at: f64, half: f64, side: f64| {
        let (least, most) = (half.ceil(), (side - half).floor());
        (least <= most).then(|| at.round().clamp(least, most))
    };
    let tries = core::iter::once((anchor.x, anchor.y)).chain(around);
    tries.filter_map(move |(x, y)| {
        Some(Spot {
            x: inside(x, half_width, WIDTH)?,
            y: inside(y, half_height, height)?,
        })
    })
}

#[cfg(test)]
pub(super) mod tests;
