//! Where a name stands that has no outline: in the middle of its places.

use crate::geo::Wgs84;

/// The median of the latitudes and of the longitudes: a place that was put down at the other end
/// of the city by mistake does not move it. `None` of nothing.
pub fn middle(positions: impl IntoIterator<Item = Wgs84>) -> Option<Wgs84> {
    let (mut lats, mut lngs): (Vec<_>, Vec<_>) = positions
        .into_iter()
        .map(|position| (position.lat(), position.lng()))
        .unzip();
    Wgs84::new(median(&mut lats)?, median(&mut lngs)?)
}

/// The upper one of the two in the middle.
fn median(numbers: &mut [f64]) -> Option<f64> {
    let half = numbers.len() / 2;
    if numbers.is_empty() {
        return None;
    }
    Some(*numbers.select_nth_unstable_by(half, f64::total_cmp).1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lat: f64, lng: f64) -> Wgs84 {
        Wgs84::new(lat, lng).unwrap()
    }

    #[test]
    fn one_wrong_position_moves_it_no_further_than_the_next_right_one() {
        let right = [at(39.90, 116.40), at(39.91, 116.42), at(39.92, 116.41)];
        assert_eq!(middle(right), Some(at(39.91, 116.41)));
        let with_wrong = right.into_iter().chain([at(0.0, 0.0)]);
        assert_eq!(middle(with_wrong), Some(at(39.91, 116.41)));
        assert_eq!(middle([]), None);
    }
}
