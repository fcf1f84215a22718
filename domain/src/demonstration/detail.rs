//! What a place is like, by who hosts it.

use super::dice::Dice;
use super::hours::Pattern;
use crate::places::Street;
use crate::station::{Access, Amenities, Amenity, AmenitySet, Kind, KindSet};
use chrono::{Days, NaiveDate};

use Amenity::{
    AirConditioning, Books, Charging, DrinkingWater, FirstAid, HotMeal, Network, NursingSpace,
    RainGear, Rest, StepFree, Toilet,
};

/// Who lends the room, and what it is usually like.
#[derive(PartialEq)]
pub(super) struct Host {
    /// As it stands in a station's name.
    pub name: &'static str,
    /// When such a place is open.
    pub schedule: Pattern,
    weight: u32,
    present: &'static [Amenity],
    absent: &'static [Amenity],
}

const fn host(
    name: &'static str,
    weight: u32,
    schedule: Pattern,
    present: &'static [Amenity],
    absent: &'static [Amenity],
) -> Host {
    Host {
        name,
        schedule,
        weight,
        present,
        absent,
    }
}

const CARING: &[Host] = &[
    host(
        "社区",
        38,
        Pattern::Office,
        &[
            DrinkingWater,
            Rest,
            Charging,
            AirConditioning,
            FirstAid,
            Books,
            Toilet,
        ],
        &[],
    ),
    host(
        "快递网点",
        17,
        Pattern::Daily,
        &[DrinkingWater, Rest, Charging, HotMeal],
        &[Toilet],
    ),
    host(
        "商场",
        10,
        Pattern::Shop,
        &[
            DrinkingWater,
            Rest,
            Charging,
            AirConditioning,
            Toilet,
            StepFree,
            Network,
        ],
        &[],
    ),
    host(
        "写字楼",
        8,
        Pattern::Office,
        &[
            DrinkingWater,
            Rest,
            AirConditioning,
            Network,
            Toilet,
            StepFree,
        ],
        &[],
    ),
    host(
        "环卫所",
        8,
        Pattern::Early,
        &[DrinkingWater, Rest, HotMeal, FirstAid, RainGear, Toilet],
        &[],
    ),
    host(
        "银行网点",
        7,
        Pattern::Bank,
        &[
            DrinkingWater,
            Rest,
            Charging,
            AirConditioning,
            FirstAid,
            RainGear,
            StepFree,
        ],
        &[Toilet],
    ),
    host(
        "药店",
        4,
        Pattern::Shop,
        &[DrinkingWater, Rest, FirstAid],
        &[Toilet],
    ),
    host(
        "加油站",
        4,
        Pattern::AllDay,
        &[DrinkingWater, Rest, HotMeal, Toilet],
        &[],
    ),
    host(
        "园区",
        3,
        Pattern::Office,
        &[
            DrinkingWater,
            Rest,
            Charging,
            AirConditioning,
            HotMeal,
            Network,
            Toilet,
        ],
        &[],
    ),
    host(
        "夜市",
        1,
        Pattern::Night,
        &[DrinkingWater, Rest, HotMeal],
        &[Toilet],
    ),
];

const HOMES: &[Host] = &[
    host(
        "商圈",
        4,
        Pattern::Shop,
        &[
            DrinkingWater,
            Rest,
            Charging,
            AirConditioning,
            Network,
            Books,
            Toilet,
            StepFree,
        ],
        &[],
    ),
    host(
        "园区",
        4,
        Pattern::Office,
        &[
            DrinkingWater,
            Rest,
            Charging,
            AirConditioning,
            HotMeal,
            Network,
            Books,
            Toilet,
        ],
        &[],
    ),
    host(
        "楼宇",
        2,
        Pattern::Office,
        &[DrinkingWater, Rest, AirConditioning, Network, Books, Toilet],
        &[HotMeal],
    ),
];

const STATIONS: &[Host] = &[host(
    "",
    1,
    Pattern::Office,
    &[
        DrinkingWater,
        Rest,
        Charging,
        AirConditioning,
        FirstAid,
        Network,
        Books,
        Toilet,
        StepFree,
    ],
    &[],
)];

/// The day on which the demonstration was last confirmed.
const NEWEST: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 18).expect("a day of 2026");

impl Host {
    /// Who hosts a place of that kind; every other time the same as at the one before, for
    /// banks stand beside banks.
    pub(super) fn of(kind: Kind, before: Option<&'static Self>, dice: &mut Dice) -> &'static Self {
        let hosts = match kind {
            Kind::CaringStation => CARING,
            Kind::WorkersHome => HOMES,
            _ => STATIONS,
        };
        let again = before.filter(|before| hosts.iter().any(|host| host == *before));
        if let (Some(before), 0) = (again, dice.below(2)) {
            return before;
        }
        dice.pick(hosts, |host| host.weight)
    }

    /// The usual ones; at every twelfth place one of them is unknown, and at a few all are.
    pub(super) fn amenities(&self, kinds: KindSet, dice: &mut Dice) -> Amenities {
        let absent: AmenitySet = self.absent.iter().copied().collect();
        let mut present: AmenitySet = self.present.iter().copied().collect();
        match dice.below(100) {
            0..3 => return Amenities::default(),
            3..11 => present = present.without(*dice.pick(self.present, |_| 1)),
            _ => {}
        }
        if kinds.contains(Kind::NursingRoom) {
            present = present.with(NursingSpace);
        }
        if kinds.contains(Kind::Library) {
            present = present.with(Books);
        }
        Amenities::new(present, absent)
    }

    /// Mostly open to everybody.
    pub(super) fn access(&self, dice: &mut Dice) -> Access {
        match (self.name, dice.below(100)) {
            ("写字楼" | "园区" | "楼宇", 90..96) => Access::UnitOnly,
            (_, 0..3) => Access::Members,
            (_, 3) => Access::Unknown,
            _ => Access::Public,
        }
    }
}

/// A street is visited in one round; a few of its places are missed, a few seen again later.
pub(super) fn verified_on(street: Option<Street>, dice: &mut Dice) -> Option<NaiveDate> {
    let mut rounds = Dice::new(street.map_or(0, Street::code) ^ 0x5EED);
    let weeks_ago = |dice: &mut Dice| match dice.below(100) {
        0..55 => Some(dice.below(10)),
        55..80 => Some(10 + dice.below(26)),
        80..94 => Some(36 + dice.below(70)),
        _ => None,
    };
    let (last, before) = (weeks_ago(&mut rounds), weeks_ago(&mut rounds));
    let weeks = match dice.below(100) {
        0..2 => None,
        2..6 => before,
        _ => last,
    };
    weeks.and_then(|weeks| NEWEST.checked_sub_days(Days::new(7 * u64::from(weeks))))
}
