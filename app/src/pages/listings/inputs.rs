//! The inputs of an entry, one a column.

use crate::listings::{Draft, Reported, names};
use crate::live::request::street::option;
use crate::markup::Markup;
use crate::pages::staff::inputs::hidden;
use crate::pages::staff::places::places;
use crate::wording::Lang;
use domain::class::Mode;
use domain::geo::Datum;
use domain::listing::entry::{Aspect, Cells};
use domain::listing::{Column, Problem, Subject};
use domain::places::District;
use domain::report::ReportKind;
use domain::station::{Access, Amenity, Kind, Presence};
use domain::union::Desk;

messages! {
    input_name: "名称" / "Name";
    input_host: "主办单位" / "Run by";
    input_address: "地址" / "Address";
    input_lat: "纬度（北纬，三十九度多或四十度）" / "Latitude (degrees north, about 40)";
    input_lng: "经度（东经，一百一十六度上下）" / "Longitude (degrees east, about 116)";
    input_datum: "坐标是哪种地图上的" / "Whose map the numbers are from";
    input_hours: "开放时间" / "Hours";
    input_hours_hint: "照平时的说法写：周一至周五 8:30-12:00、13:00-17:30；节假日休息" / "In Chinese, or as OpenStreetMap writes them: Mo-Fr 08:30-17:30; PH off";
    input_door: "进门出示什么" / "What to show at the door";
    input_phone: "电话" / "Telephone";
    input_from: "从哪天起关（可以空着）" / "Closed from (may be open)";
    input_until: "暂关到哪天，过了自动恢复" / "Closed until: after that day it opens by itself";
    input_successor: "永久关闭以后去哪儿：接替站点的编号或名称" / "After closing for good: the number or name of the place that took over";
    input_grades: "年级，例如 1-4" / "Grades, such as 1-4";
    input_sessions: "班期，例如 2027-07-12至2027-08-06，几期用顿号隔开" / "Sessions: 2027-07-12至2027-08-06, several with 、 between";
    input_daily: "每天几点到几点，例如 8:30-17:30" / "From when to when on a day: 8:30-17:30";
    input_enrolment_opens: "报名开始" / "Enrolment opens";
    input_enrolment_closes: "报名截止" / "Enrolment closes";
    input_places: "名额" / "Places";
    input_fee: "费用（元），免费写 0" / "Fee in yuan; 0 is free";
    input_contact: "联系方式" / "Whom to ask";
    input_reported: "职工反映：" / "Workers report: ";
    choose_place: "选一个" / "Choose";
}

/// The inputs of one form.
pub(super) struct Inputs<'a> {
    pub(super) lang: Lang,
    pub(super) subject: Subject,
    pub(super) draft: &'a Draft,
    pub(super) problems: &'a [Problem],
    /// The desk at and below which the entry may be.
    pub(super) above: Desk,
    /// What workers reported, which stands beside the input that it is about.
    pub(super) reported: Option<&'a Reported>,
}

impl Inputs<'_> {
    /// All of them.
    pub(super) fn all(&self) -> Markup {
        let line = |column| self.line(column);
        match self.subject {
            Subject::Stations => html!(
                {line(Column::Name)} {self.kinds()} {self.place()} {line(Column::Address)} {self.position()}
                {line(Column::Hours)} {self.amenities()} {self.access()} {line(Column::ShowAtDoor)}
                {line(Column::Phone)} {self.life()}
            ),
            Subject::Classes => html!(
                {line(Column::Host)} {self.mode()} {self.place()} {line(Column::Address)} {self.position()}
                {line(Column::Grades)} {line(Column::Sessions)} {line(Column::DailyHours)}
                {line(Column::EnrolmentOpens)} {line(Column::EnrolmentCloses)} {line(Column::Places)}
                {line(Column::Fee)} {line(Column::Contact)}
            ),
        }
    }

    fn cells(&self) -> &Cells {
        &self.draft.cells
    }

    fn line(&self, column: Column) -> Markup {
        let name = column.help().code;
        let hint = (column == Column::Hours).then(|| self.lang.input_hours_hint());
        let hint_said =
            hint.map(|hint| html!(r#"<p class="soft" id="h-"# {name} r#"">"# {hint} "</p>"));
        let said = self.said(column);
        let described = match (said.is_some(), hint.is_some()) {
            (true, _) => {
                html!(r#" aria-invalid="true" aria-describedby="p-"# {name} "\"")
            }
            (false, true) if !self.is_asked(column) => {
                html!(r#" aria-describedby="h-"# {name} "\"")
            }
            (false, _) => Markup::default(),
        };
        let mut kind = Markup::default();
        kind.put_literal(kind_of(column));
        html!(
            {self.notes(column)} r#"<div class="field"><label for="f-"# {name} "\">" {self.lang.input(column)}
            "</label>" {hint_said} {said} r#"<input id="f-"# {name} r#"" name=""# {name} r#"" value=""#
            {self.cells().get(column)} "\"" {described} {self.focus(column)} {kind} "></div>"
        )
    }

    /// Whether workers reported something about it.
    fn is_asked(&self, column: Column) -> bool {
        self.reported
            .is_some_and(|reported| asked(reported.kind) == column)
    }

    /// Puts the focus on it, if that is what the form was opened for; what is wrong goes first.
    fn focus(&self, column: Column) -> Option<Markup> {
        let first = self.is_asked(column) && self.problems.is_empty();
        first.then(|| html!(r#" autofocus aria-describedby="reported""#))
    }

    /// What workers reported, before the input that it is about.
    fn notes(&self, column: Column) -> Option<Markup> {
        let reported = self.reported.filter(|_| self.is_asked(column))?;
        let notes: Markup = reported
            .notes
            .iter()
            .map(|note| html!("<li><q>" {&**note} "</q></li>"))
            .collect();
        let notes = (!reported.notes.is_empty()).then(|| html!("<ul>" {notes} "</ul>"));
        let lang = self.lang;
        Some(html!(
            r#"<div class="field" id="reported"><p><b>"# {lang.input_reported()}
            {lang.report_kind(reported.kind)} "</b> · " {lang.people(reported.people)} "</p>" {notes} "</div>"
        ))
    }

    /// What is wrong with a column.
    fn said(&self, column: Column) -> Option<Markup> {
        let code = column.help().code;
        let mut wrong = self
            .problems
            .iter()
            .filter(|problem| problem.column == code);
        let problem = wrong.find(|problem| problem.reason.is_error())?;
        let sentence = problem.reason.sentence();
        let words = match self.lang {
            Lang::Zh => sentence.zh,
            Lang::En => sentence.en,
        };
        Some(html!(r#"<p class="problem" id="p-"# {code} r#"">"# {words} "</p>"))
    }

    fn select(&self, name: &str, label: &str, column: Column, options: Markup) -> Markup {
        html!(
            {self.notes(column)} r#"<div class="field"><label for="f-"# {name} "\">" {label} "</label>"
            {self.said(column)} r#"<select id="f-"# {name} r#"" name=""# {name} "\"" {self.focus(column)} ">"
            {options} "</select></div>"
        )
    }

    fn kinds(&self) -> Markup {
        let lang = self.lang;
        let chosen: Vec<_> = self.cells().get(Column::Kinds).split(';').collect();
        let ticks: Markup = Kind::ALL
            .iter()
            .map(|kind| {
                let checked = chosen.contains(&kind.code()).then(|| html!(" checked"));
                html!(
                    r#"<label class="tick"><input type="checkbox" name="kinds" value=""# {kind.code()} "\""
                    {checked} "> " {lang.kind(*kind)} "</label> "
                )
            })
            .collect();
        html!(
            r#"<fieldset class="field" id="f-kinds"><legend>"# {lang.aspect(Aspect::Kinds)}
            "</legend>" {self.said(Column::Kinds)} {ticks} "</fieldset>"
        )
    }

    fn mode(&self) -> Markup {
        let lang = self.lang;
        let chosen = self.cells().get(Column::Mode);
        let options: Markup = Mode::ALL
            .iter()
            .map(|mode| option(mode.code(), lang.class_mode(*mode), mode.code() == chosen))
            .collect();
        let label = lang.aspect(Aspect::Mode);
        self.select("mode", label, Column::Mode, options)
    }

    fn place(&self) -> Markup {
        let lang = self.lang;
        let code = place_code(self.cells());
        let none = option("", lang.choose_place(), code.is_empty());
        let options = html!({none} {places(lang, self.above, &code)});
        let label = lang.aspect(Aspect::Place);
        self.select(names::PLACE, label, Column::District, options)
    }

    fn position(&self) -> Markup {
        let lang = self.lang;
        let chosen = self.cells().get(Column::Datum);
        let options: Markup = Datum::ALL
            .iter()
            .map(|datum| option(datum.name(), lang.datum(*datum), datum.name() == chosen))
            .collect();
        let datum = self.select("datum", lang.input_datum(), Column::Datum, options);
        html!({self.line(Column::Lat)} {self.line(Column::Lng)} {datum})
    }

    fn amenities(&self) -> Markup {
        let lang = self.lang;
        let has = |column, code: &str| self.cells().get(column).split(';').any(|one| one == code);
        let rows: Markup = Amenity::ALL
            .iter()
            .map(|amenity| {
                let code = amenity.code();
                let (present, absent) = (
                    has(Column::Amenities, code),
                    has(Column::AmenitiesAbsent, code),
                );
                let unknown = !present && !absent;
                let focus = self.focus(Column::Amenities);
                let focus = focus.filter(|_| Some(amenity) == Amenity::ALL.first());
                html!(
                    r#"<label class="presence"><span>"# {lang.amenity(*amenity)} r#"</span> <select name="amenity."#
                    {code} "\"" {focus} ">" {option("", lang.presence(Presence::Unknown), unknown)}
                    {option(names::YES, lang.presence(Presence::Present), present)}
                    {option(names::NO, lang.presence(Presence::Absent), absent)} "</select></label>"
                )
            })
            .collect();
        html!(
            {self.notes(Column::Amenities)} r#"<fieldset class="field presences" id="f-amenities"><legend>"#
            {lang.aspect(Aspect::Amenities)} "</legend>" {rows} "</fieldset>"
        )
    }

    fn access(&self) -> Markup {
        let lang = self.lang;
        let chosen = Access::from_code(self.cells().get(Column::Access)).unwrap_or(Access::Unknown);
        let options: Markup = Access::ALL
            .iter()
            .map(|access| option(access.code(), lang.access(*access), *access == chosen))
            .collect();
        let label = lang.aspect(Aspect::Access);
        self.select("access", label, Column::Access, options)
    }

    fn life(&self) -> Markup {
        let lang = self.lang;
        let chosen = match self.cells().get(Column::Status) {
            "" => "active",
            code => code,
        };
        let options: Markup = ["active", "temporarily_closed", "closed"]
            .iter()
            .map(|code| option(code, lang.status(code), *code == chosen))
            .collect();
        let label = lang.aspect(Aspect::Life);
        html!(
            {self.select("status", label, Column::Status, options)} {self.line(Column::ClosedFrom)}
            {self.line(Column::ClosedUntil)} {self.line(Column::Successor)}
        )
    }
}

/// The input that a report is about first: of a place that moved, where it is.
const fn asked(kind: ReportKind) -> Column {
    match kind {
        ReportKind::Moved => Column::Lat,
        _ => kind.columns()[0],
    }
}

/// The attributes of an input by which a phone shows the right keys.
const fn kind_of(column: Column) -> &'static str {
    match column {
        Column::Lat | Column::Lng => r#" inputmode="decimal" autocomplete="off""#,
        Column::ClosedFrom
        | Column::ClosedUntil
        | Column::EnrolmentOpens
        | Column::EnrolmentCloses => r#" type="date""#,
        Column::Places | Column::Fee => r#" inputmode="numeric" autocomplete="off""#,
        _ => r#" autocomplete="off""#,
    }
}

/// The code of the desk to which cells belong; empty if they do not say.
fn place_code(cells: &Cells) -> String {
    let (district, street) = (cells.get(Column::District), cells.get(Column::Street));
    let mut districts = District::all().iter();
    let Some(district) = districts.find(|one| one.name_zh() == district) else {
        return String::new();
    };
    let mut streets = district.streets().iter();
    let street = streets.find(|one| one.name_zh() == street);
    let desk = street.map_or(Desk::District(*district), |street| Desk::Street(*street));
    desk.code()
}

/// A whole draft, for a form that shows none of it.
pub(super) fn carried(subject: Subject, draft: &Draft) -> Markup {
    let cells = draft.cells.iter();
    let cells = cells.filter(|(column, _)| subject.columns().contains(column));
    let cells: Markup = cells
        .map(|(column, text)| hidden(column.help().code, text))
        .collect();
    let restores = draft
        .restores
        .map(|version| hidden(names::RESTORES, &version.to_string()));
    html!(
        {answered(draft)} {cells} {hidden(names::BASE, &draft.base.to_string())} {hidden(names::WHY, &draft.why)} {restores}
    )
}

/// The reports that a draft answers.
pub(super) fn answered(draft: &Draft) -> Option<Markup> {
    let report = draft.report;
    report.map(|group| hidden(names::REPORT, &group.to_string()))
}

impl Lang {
    /// What is asked for in a column.
    const fn input(self, column: Column) -> &'static str {
        match column {
            Column::Name => self.input_name(),
            Column::Host => self.input_host(),
            Column::Address => self.input_address(),
            Column::Lat => self.input_lat(),
            Column::Lng => self.input_lng(),
            Column::Hours => self.input_hours(),
            Column::ShowAtDoor => self.input_door(),
            Column::Phone => self.input_phone(),
            Column::ClosedFrom => self.input_from(),
            Column::ClosedUntil => self.input_until(),
            Column::Successor => self.input_successor(),
            Column::Grades => self.input_grades(),
            Column::Sessions => self.input_sessions(),
            Column::DailyHours => self.input_daily(),
            Column::EnrolmentOpens => self.input_enrolment_opens(),
            Column::EnrolmentCloses => self.input_enrolment_closes(),
            Column::Places => self.input_places(),
            Column::Fee => self.input_fee(),
            _ => self.input_contact(),
        }
    }
}
