//! A station: any listed place where workers are served.

use crate::coded::coded;
use crate::geo::Wgs84;
use crate::hours::Hours;
use crate::places::{District, Street};
use chrono::NaiveDate;

/// A station's number in its public address. Given once, never given again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StationId(pub u32);

/// Everything the registry publishes about a station.
#[derive(Clone, Debug, PartialEq)]
pub struct Station {
    /// Its number in the public address.
    pub id: StationId,
    /// What is offered there, as services at one place; at least one.
    pub kinds: KindSet,
    /// Where it is in the union's tree.
    pub district: District,
    /// The street or township; `None` when the listing does not say.
    pub street: Option<Street>,
    /// Where it is on the ground; `None` when the listing gives only an address.
    pub position: Option<Wgs84>,
    /// When it is open.
    pub hours: Hours,
    /// What it has.
    pub amenities: Amenities,
    /// Who may use it.
    pub access: Access,
    /// When it was last confirmed; `None` if never.
    pub verified_on: Option<NaiveDate>,
    /// Whether it is in use.
    pub life: Life,
    /// What is only read, never searched by anything but words.
    pub text: Text,
}

/// The words of a station.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Text {
    /// Its name.
    pub name: String,
    /// Its address as written; may be empty.
    pub address: String,
    /// What to show at the door; empty if nothing is asked or nothing is known.
    pub show_at_door: String,
    /// Telephone as written; may be empty.
    pub phone: String,
    /// Who confirmed it last; may be empty.
    pub verified_by: String,
}

/// Whether a station is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Life {
    /// In use.
    #[default]
    Active,
    /// Closed for a time; both days inclusive, and it ends by itself after `until`.
    TemporarilyClosed {
        /// First day; `None` is since an unknown day.
        from: Option<NaiveDate>,
        /// Last day; `None` is until further notice.
        until: Option<NaiveDate>,
    },
    /// Closed for good. Its address stays alive and points to the successor.
    Closed {
        /// First day on which it no longer opens (a building site's end may lie ahead); `None` is past.
        from: Option<NaiveDate>,
        /// The place that took over.
        successor: Option<StationId>,
    },
}

coded! {
    /// What is offered at a place.
    Kind,
    /// Several kinds.
    KindSet,
    CaringStation = "caring_station" / "暖心驿站",
    ServiceStation = "service_station" / "工会服务站",
    WorkersHome = "workers_home" / "公共区域职工之家",
    ServiceCentre = "service_centre" / "职工服务中心",
    PsychologicalStation = "psychological_station" / "职工心灵驿站",
    NursingRoom = "nursing_room" / "母婴关爱室",
    DriversHome = "drivers_home" / "司机之家",
    Library = "library" / "职工书屋",
    TrainingSite = "training_site" / "职工教育培训示范点",
}

coded! {
    /// Something one may find inside.
    Amenity,
    /// Several amenities.
    AmenitySet,
    HotMeal = "hot_meal" / "热饭",
    DrinkingWater = "drinking_water" / "饮水",
    Charging = "charging" / "充电",
    AirConditioning = "air_conditioning" / "空调",
    FirstAid = "first_aid" / "药箱",
    Network = "network" / "网络",
    Books = "books" / "图书",
    Toilet = "toilet" / "卫生间",
    Rest = "rest" / "休息",
    RainGear = "rain_gear" / "雨具",
    NursingSpace = "nursing_space" / "母婴",
    TruckParking = "truck_parking" / "货车停车",
    StepFree = "step_free" / "无障碍",
}

/// What a place has, lacks, or has not said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Amenities {
    present: AmenitySet,
    absent: AmenitySet,
}

impl Amenities {
    /// What is in both is unknown: the listing contradicts itself.
    pub const fn new(present: AmenitySet, absent: AmenitySet) -> Self {
        let both = present.bits() & absent.bits();
        Self {
            present: AmenitySet::from_bits(present.bits() & !both),
            absent: AmenitySet::from_bits(absent.bits() & !both),
        }
    }

    /// What is known to be there.
    pub const fn present(self) -> AmenitySet {
        self.present
    }

    /// What is known not to be there.
    pub const fn absent(self) -> AmenitySet {
        self.absent
    }

    /// Whether `amenity` is there.
    pub const fn of(self, amenity: Amenity) -> Presence {
        match (
            self.present.contains(amenity),
            self.absent.contains(amenity),
        ) {
            (true, _) => Presence::Present,
            (_, true) => Presence::Absent,
            _ => Presence::Unknown,
        }
    }
}

/// Whether something is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    /// It is.
    Present,
    /// It is not.
    Absent,
    /// Nobody has said.
    Unknown,
}

coded! {
    /// Who may use a place.
    Access,
    /// Several kinds of access.
    AccessSet,
    Public = "public" / "对外开放",
    Members = "members" / "仅会员",
    UnitOnly = "unit_only" / "仅本单位",
    Unknown = "unknown" / "未知",
}
