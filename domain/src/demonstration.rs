//! Demonstration data: a whole city of invented places, the same on every machine.
//!
//! The numbers of each kind and the drivers' home are the union's, as published about 2025
//! (facts of source 004). The districts and streets are real. Every position, address and
//! opening time is invented, and every address says 示例: no source gives one.

mod classes;
mod detail;
mod dice;
mod ground;
mod hours;
mod plan;

pub use self::classes::classes;

use self::detail::Host;
use self::dice::Dice;
use self::ground::Point;
use self::hours::HoursBook;
use self::plan::Plan;
use crate::places::{District, Street, district_at};
use crate::station::{Access, Amenities, Amenity, Kind, KindSet, Life, Station, StationId, Text};
use chrono::NaiveDate;
use std::collections::HashMap;

/// The 9,065 demonstration places: 17 service centres, 367 service stations, 381 workers' homes
/// and 8,300 caring stations, with further services at some of them.
///
/// Numbered from 1 in the order of districts, streets and, within a street, of a curve through
/// it, so that neighbours follow each other and the snapshot stays small.
pub fn stations() -> Vec<Station> {
    let mut sites = sites();
    sites.sort_by_key(|site| (site.district, site.street, site.point.along_the_curve()));
    let kinds = services(&sites);
    let mut clerk = Clerk::new();
    let mut stations: Vec<Station> = sites
        .iter()
        .zip(kinds)
        .zip(1..)
        .map(|((site, kinds), id)| clerk.station(site, kinds, StationId(id)))
        .collect();
    close_some(&mut stations);
    stations
}

/// Where a place is, and what it mainly is.
struct Site {
    kind: Kind,
    district: District,
    /// `None` for the drivers' home: the source names its road and district only.
    street: Option<Street>,
    point: Point,
}

/// One site for each place that is planned.
fn sites() -> Vec<Site> {
    let mut sites = Vec::with_capacity(9_065);
    let plan = Plan::new();
    for district in District::all() {
        let centres = ground::street_centres(*district);
        for (street, centre) in district.streets().iter().zip(centres) {
            let mut dice = Dice::new(street.code());
            for kind in plan.places_in(*street) {
                let point = ground::point_near(&mut dice, *street, centre);
                let (district, street) = (*district, Some(*street));
                sites.push(Site {
                    kind,
                    district,
                    street,
                    point,
                });
            }
        }
    }
    let shunyi = district_at(ground::AIRPORT_EAST_ROAD.wgs84());
    let drivers_home = sites
        .iter_mut()
        .find(|site| site.kind == Kind::CaringStation && Some(site.district) == shunyi)
        .expect("every street has a caring station");
    drivers_home.kind = Kind::DriversHome;
    drivers_home.street = None;
    drivers_home.point = ground::AIRPORT_EAST_ROAD;
    sites
}

/// The services at each site: its own kind, and others spread evenly over those that suit.
fn services(sites: &[Site]) -> Vec<KindSet> {
    let mut kinds: Vec<KindSet> = sites
        .iter()
        .map(|site| match site.kind {
            Kind::DriversHome => KindSet::EMPTY
                .with(Kind::DriversHome)
                .with(Kind::CaringStation),
            kind => KindSet::EMPTY.with(kind),
        })
        .collect();
    for (service, count, hosts) in plan::SERVICES {
        let suitable: Vec<usize> = (0..sites.len())
            .filter(|index| hosts.contains(&sites[*index].kind))
            .collect();
        for (index, chosen) in suitable.iter().zip(plan::spread(*count, suitable.len())) {
            if chosen {
                kinds[*index] = kinds[*index].with(*service);
            }
        }
    }
    kinds
}

/// Fills in what a site's station says, keeping count of the names it has given.
struct Clerk {
    hours: HoursBook,
    names: HashMap<String, u32>,
    before: Option<&'static Host>,
}

impl Clerk {
    fn new() -> Self {
        Self {
            hours: HoursBook::read(),
            names: HashMap::new(),
            before: None,
        }
    }

    fn station(&mut self, site: &Site, kinds: KindSet, id: StationId) -> Station {
        if site.kind == Kind::DriversHome {
            return self.drivers_home(site, kinds, id);
        }
        let mut dice = Dice::new(id.0);
        let host = Host::of(site.kind, self.before, &mut dice);
        self.before = Some(host);
        let access = host.access(&mut dice);
        let verified = detail::verified_on(site.street, &mut dice);
        let place = site.street.map_or("", Street::name_zh);
        Station {
            id,
            kinds,
            district: site.district,
            street: site.street,
            position: Some(site.point.wgs84()),
            hours: self.hours.pick(host.schedule, &mut dice),
            amenities: host.amenities(kinds, &mut dice),
            access,
            verified_on: verified,
            life: Life::Active,
            text: Text {
                name: self.name(site, host),
                address: format!("{place}示例路{}号", dice.below(60) + 1),
                show_at_door: match access {
                    Access::Members => "工会会员卡".to_owned(),
                    Access::UnitOnly => "工作证".to_owned(),
                    Access::Public | Access::Unknown => String::new(),
                },
                phone: String::new(),
                verified_by: verified.map_or_else(String::new, |_| format!("{place}（示例）")),
            },
        }
    }

    /// The only place that a source names: Airport East Road in Shunyi, 24 hours, every day.
    fn drivers_home(&self, site: &Site, kinds: KindSet, id: StationId) -> Station {
        let present = [
            Amenity::HotMeal,
            Amenity::DrinkingWater,
            Amenity::Charging,
            Amenity::AirConditioning,
            Amenity::Toilet,
            Amenity::Rest,
            Amenity::TruckParking,
        ];
        Station {
            id,
            kinds,
            district: site.district,
            street: None,
            position: Some(site.point.wgs84()),
            hours: self.hours.always(),
            amenities: Amenities::new(present.into_iter().collect(), Default::default()),
            access: Access::Public,
            verified_on: NaiveDate::from_ymd_opt(2026, 11, 2),
            life: Life::Active,
            text: Text {
                name: "机场东路司机之家".to_owned(),
                address: "机场东路（门牌和位置为示例）".to_owned(),
                verified_by: "顺义区（示例）".to_owned(),
                ..Text::default()
            },
        }
    }

    /// 安定门街道快递网点暖心驿站, and from the second on 安定门街道快递网点暖心驿站第2站.
    fn name(&mut self, site: &Site, host: &Host) -> String {
        let place = match (site.kind, site.street) {
            (Kind::ServiceCentre, _) | (_, None) => site.district.name_zh(),
            (_, Some(street)) => street.name_zh(),
        };
        let what = match site.kind {
            Kind::WorkersHome => "职工之家",
            kind => kind.name_zh(),
        };
        let name = format!("{place}{}{what}", host.name);
        let count = self.names.entry(name.clone()).or_default();
        *count += 1;
        match *count {
            1 => name,
            count => format!("{name}第{count}站"),
        }
    }
}

/// A few places are closed for a time, and a few for good, their neighbour taking over.
fn close_some(stations: &mut [Station]) {
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day);
    let temporary = [
        (400, day(11, 9), day(12, 6)),
        (1_300, day(11, 16), NaiveDate::from_ymd_opt(2027, 1, 31)),
        (2_150, day(10, 26), None),
        (3_700, None, None),
        (5_020, day(12, 1), day(12, 20)),
        (6_600, day(11, 2), day(11, 30)),
        (8_100, None, NaiveDate::from_ymd_opt(2027, 3, 15)),
    ];
    for (index, from, until) in temporary {
        stations[index].life = Life::TemporarilyClosed { from, until };
    }
    let for_good = [
        (250, day(6, 30), true),
        (1_750, day(9, 1), true),
        (2_900, NaiveDate::from_ymd_opt(2027, 1, 1), true),
        (4_400, None, false),
        (7_300, day(3, 1), true),
    ];
    for (index, from, succeeded) in for_good {
        let successor = succeeded.then(|| stations[index + 1].id);
        stations[index].life = Life::Closed { from, successor };
    }
}

#[cfg(test)]
mod tests;
