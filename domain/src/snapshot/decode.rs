//! Reading a city file. Linked into the browser client: small, and safe on any bytes.

use super::bytes::{Planes, Reader};
use super::{SnapshotError, grid, hex, hours, number_date, open};
use crate::city::{City, Part, Place};
use crate::geo::Wgs84;
use crate::hours::Hours;
use crate::places::{District, Street};
use crate::station::{Access, Amenities, AmenitySet, KindSet, Life, StationId};
use chrono::NaiveDate;

/// Reads a city file. Its words follow by [`City::load_texts`].
///
/// # Errors
///
/// When the file is of another format or damaged; arbitrary bytes never panic.
pub fn decode(file: &[u8]) -> Result<City, SnapshotError> {
    let (hash, mut reader) = open(file)?;
    let demonstration = reader.byte()? != 0;

    let (parts, areas) = read_districts(&mut reader)?;
    let mut places = Vec::new();
    let hours = read_columns(&mut reader, areas, &mut places)?;
    read_lives(&mut reader, &mut places)?;
    reader.finish()?;
    Ok(City::new(hex(hash), demonstration, places, hours, parts))
}

/// A run of places in the same street.
struct Area {
    district: District,
    street: Option<Street>,
    count: usize,
}

fn read_districts(reader: &mut Reader) -> Result<(Vec<Part>, Vec<Area>), SnapshotError> {
    let (mut parts, mut areas) = (Vec::<Part>::new(), Vec::new());
    let mut total = 0_usize;
    for _ in 0..reader.count()? {
        let district = District::from_code(reader.number()?).ok_or(SnapshotError::Malformed)?;
        if parts.last().is_some_and(|last| last.district >= district) {
            return Err(SnapshotError::Malformed);
        }
        let text_hash = reader.array()?;
        let first = total;
        for _ in 0..reader.count()? {
            let street = read_street(reader, district)?;
            let count = reader.count()?;
            if count == 0 {
                return Err(SnapshotError::Malformed);
            }
            total = total.checked_add(count).ok_or(SnapshotError::Malformed)?;
            areas.push(Area {
                district,
                street,
                count,
            });
        }
        parts.push(Part::new(district, first..total, text_hash));
    }
    Ok((parts, areas))
}

fn read_street(reader: &mut Reader, district: District) -> Result<Option<Street>, SnapshotError> {
    let Some(number) = reader.number()?.checked_sub(1) else {
        return Ok(None);
    };
    let code = super::bytes::unzigzag(number).wrapping_add(district.code().wrapping_mul(1000));
    Street::from_code(code)
        .map(Some)
        .ok_or(SnapshotError::Malformed)
}

/// Everything but the lives, and the table of hours.
fn read_columns(
    reader: &mut Reader,
    areas: Vec<Area>,
    places: &mut Vec<Place>,
) -> Result<Vec<Hours>, SnapshotError> {
    let count = areas.iter().map(|area| area.count).sum();
    let first_points = reader.planes::<7>(areas.len())?;
    let point_steps = reader.planes::<7>(count - areas.len())?;
    let id_steps = reader.planes::<4>(count)?;
    let verified = reader.planes::<4>(count)?;
    let profiles = read_profiles(reader)?;
    let which_profile = reader.planes::<3>(count)?;
    let mut hours = Vec::new();
    for _ in 0..reader.count()? {
        hours.push(hours::read(reader)?);
    }
    let mut which_hours = HoursColumn::new(
        reader.planes::<3>(count)?,
        which_profile,
        count,
        profiles.len(),
    )?;

    places.reserve_exact(count);
    let mut id = 0_u32;
    for (area_index, area) in areas.iter().enumerate() {
        let mut point = first_points.get(area_index);
        for index_in_area in 0..area.count {
            let index = places.len();
            if index_in_area > 0 {
                // One step less than places in each area so far and in this one.
                point = point.wrapping_add(point_steps.get(index - area_index - 1)) & POINT_BITS;
            }
            id = id.wrapping_add(super::bytes::unzigzag(id_steps.get_u32(index)));
            let profile_number = which_profile.get_u32(index) as usize;
            let profile = profiles[profile_number];
            let which = which_hours.next_of(profile_number);
            if which as usize >= hours.len() {
                return Err(SnapshotError::Malformed);
            }
            places.push(Place {
                id: StationId(id),
                kinds: profile.kinds,
                district: area.district,
                street: area.street,
                position: position(point)?,
                hours: which,
                amenities: profile.amenities,
                access: profile.access,
                verified_on: date(verified.get_u32(index))?,
                life: Life::Active,
            });
        }
    }
    Ok(hours)
}

/// Differences are written modulo seven bytes.
const POINT_BITS: u64 = (1 << 56) - 1;

/// What often comes together.
#[derive(Clone, Copy)]
struct Profile {
    kinds: KindSet,
    access: Access,
    amenities: Amenities,
}

fn read_profiles(reader: &mut Reader) -> Result<Vec<Profile>, SnapshotError> {
    let count = reader.count()?;
    let kinds = reader.planes::<2>(count)?;
    let access = reader.planes::<2>(count)?;
    let present = reader.planes::<2>(count)?;
    let absent = reader.planes::<2>(count)?;
    let profile = |index| {
        Some(Profile {
            kinds: KindSet::from_bits(kinds.get_u32(index)),
            access: *Access::ALL.get(access.get_u32(index) as usize)?,
            amenities: Amenities::new(
                AmenitySet::from_bits(present.get_u32(index)),
                AmenitySet::from_bits(absent.get_u32(index)),
            ),
        })
    };
    (0..count)
        .map(|index| profile(index).ok_or(SnapshotError::Malformed))
        .collect()
}

/// The hours stand in the order of the profiles, and among those of one in that of the places.
struct HoursColumn<'a> {
    numbers: Planes<'a, 3>,
    /// For each profile, where its next place has its number.
    next: Vec<usize>,
}

impl<'a> HoursColumn<'a> {
    /// Refuses a place whose profile is none of the table.
    fn new(
        numbers: Planes<'a, 3>,
        which_profile: Planes<3>,
        places: usize,
        profiles: usize,
    ) -> Result<Self, SnapshotError> {
        let mut next = vec![0; profiles];
        for place in 0..places {
            let profile = which_profile.get_u32(place) as usize;
            *next.get_mut(profile).ok_or(SnapshotError::Malformed)? += 1;
        }
        let mut before = 0;
        for next in &mut next {
            before += core::mem::replace(next, before);
        }
        Ok(Self { numbers, next })
    }

    fn next_of(&mut self, profile: usize) -> u32 {
        let index = self.next[profile];
        self.next[profile] += 1;
        self.numbers.get_u32(index)
    }
}

fn read_lives(reader: &mut Reader, places: &mut [Place]) -> Result<(), SnapshotError> {
    let mut rest = places.iter_mut();
    for _ in 0..reader.count()? {
        let place = rest
            .nth(reader.number()? as usize)
            .ok_or(SnapshotError::Malformed)?;
        place.life = match reader.byte()? {
            0 => Life::TemporarilyClosed {
                from: date(reader.number()?)?,
                until: date(reader.number()?)?,
            },
            1 => Life::Closed {
                from: date(reader.number()?)?,
                successor: None,
            },
            2 => Life::Closed {
                from: date(reader.number()?)?,
                successor: Some(StationId(reader.number()?)),
            },
            _ => return Err(SnapshotError::Malformed),
        };
    }
    Ok(())
}

/// 0 stands for no position.
fn position(point: u64) -> Result<Option<Wgs84>, SnapshotError> {
    match point.checked_sub(1) {
        None => Ok(None),
        Some(number) => grid::position(number)
            .map(Some)
            .ok_or(SnapshotError::Malformed),
    }
}

/// 0 stands for no date.
fn date(number: u32) -> Result<Option<NaiveDate>, SnapshotError> {
    match number {
        0 => Ok(None),
        _ => number_date(number)
            .map(Some)
            .ok_or(SnapshotError::Malformed),
    }
}
