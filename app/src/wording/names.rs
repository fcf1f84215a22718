//! The names of things, as the screen says them.

use crate::wording::Lang;
use domain::places::District;
use domain::search::{Filter, OpenFilter, Travel};
use domain::station::{Access, Amenity, Kind, Presence};

impl Lang {
    /// A district.
    pub fn district(self, district: District) -> &'static str {
        match self {
            Self::Zh => district.name_zh(),
            Self::En => district.name_en(),
        }
    }

    /// A kind of station.
    pub fn kind(self, kind: Kind) -> &'static str {
        match kind {
            Kind::CaringStation => self.pick("暖心驿站", "Caring station"),
            Kind::ServiceStation => self.pick("工会服务站", "Union service station"),
            Kind::WorkersHome => self.pick("公共区域职工之家", "Workers’ home"),
            Kind::ServiceCentre => self.pick("职工服务中心", "Workers’ service centre"),
            Kind::PsychologicalStation => self.pick("职工心灵驿站", "Counselling room"),
            Kind::NursingRoom => self.pick("母婴关爱室", "Nursing room"),
            Kind::DriversHome => self.pick("司机之家", "Drivers’ home"),
            Kind::Library => self.pick("职工书屋", "Workers’ library"),
            Kind::TrainingSite => self.pick("职工教育培训示范点", "Training site"),
        }
    }

    /// An amenity.
    pub fn amenity(self, amenity: Amenity) -> &'static str {
        match amenity {
            Amenity::HotMeal => self.pick("热饭", "Heat a meal"),
            Amenity::DrinkingWater => self.pick("饮水", "Water"),
            Amenity::Charging => self.pick("充电", "Charging"),
            Amenity::AirConditioning => self.pick("空调", "Air conditioning"),
            Amenity::FirstAid => self.pick("药箱", "First aid"),
            Amenity::Network => self.pick("网络", "Wi-Fi"),
            Amenity::Books => self.pick("图书", "Books"),
            Amenity::Toilet => self.pick("卫生间", "Toilet"),
            Amenity::Rest => self.pick("休息", "Seats"),
            Amenity::RainGear => self.pick("雨具", "Rain gear"),
            Amenity::NursingSpace => self.pick("母婴", "Nursing corner"),
            Amenity::TruckParking => self.pick("货车停车", "Truck parking"),
            Amenity::StepFree => self.pick("无障碍", "Step-free"),
        }
    }

    /// Whether an amenity is there.
    pub fn presence(self, presence: Presence) -> &'static str {
        match presence {
            Presence::Present => self.pick("有", "Here"),
            Presence::Absent => self.pick("没有", "Not here"),
            Presence::Unknown => self.pick("没人说过", "Nobody has said"),
        }
    }

    /// Who may come in.
    pub fn access(self, access: Access) -> &'static str {
        match access {
            Access::Public => self.pick("谁都可以进", "Open to everyone"),
            Access::Members => self.pick("仅工会会员", "Union members"),
            Access::UnitOnly => self.pick("仅本单位职工", "Own staff only"),
            Access::Unknown => self.pick("没写谁能进", "Not stated who may enter"),
        }
    }

    /// A wish about opening times.
    pub fn open_filter(self, open: OpenFilter) -> &'static str {
        match open {
            OpenFilter::Now => self.pick("到时开着", "On arrival"),
            OpenFilter::Night => self.pick("夜里", "At night"),
            OpenFilter::AllDay => self.pick("24 小时", "24 h"),
        }
    }

    /// A way to travel.
    pub fn travel(self, travel: Travel) -> &'static str {
        match travel {
            Travel::Foot => self.pick("走着去", "On foot"),
            Travel::EBike => self.pick("骑电动车", "By e-bike"),
        }
    }

    /// A filter that a place misses, as the end of "it misses …".
    pub fn filter(self, filter: Filter) -> &'static str {
        match filter {
            Filter::Words => self.pick(
                "名字和地址里没有这几个字",
                "the words are not in its name or address",
            ),
            Filter::District => self.pick("不在这个区", "it is in another district"),
            Filter::Street => self.pick("不在这个街道", "it is in another street area"),
            Filter::Kinds => self.pick("不是这类站点", "it is of another kind"),
            Filter::Amenities => self.pick("要的东西没有写全", "not everything you need is listed"),
            Filter::Access => self.pick("不是谁都能进", "its door policy differs"),
            Filter::Open => self.pick("时间对不上", "its hours do not fit"),
        }
    }
}
