//! Overviews: what a page of them shows, and the same as a file.
//!
//! - `GET /staff/overview` is an [`OverviewPage`], chosen by [`Chosen::read`].
//! - `GET /staff/overview.csv` is [`OverviewPage::csv`] of the same.

use crate::staff::Who;
use crate::wording::Lang;
use domain::overview::{
    Age, Dimension, Overview, Quarter, Satisfaction, Shown, Timeliness, Waited, Word,
};
use domain::report::ReportKind;
use domain::request::Category;
use domain::spreadsheet;
use domain::time::BeijingTime;
use domain::union::Desk;

/// An overview of a place in a quarter.
#[derive(Clone, Debug, PartialEq)]
pub struct OverviewPage {
    /// Who looks.
    pub who: Who,
    /// Which quarter.
    pub quarter: Quarter,
    /// Those that can be chosen, the latest first.
    pub quarters: Vec<Quarter>,
    /// Which desk, with those below.
    pub place: Desk,
    /// When: weeks that have not begun are not shown.
    pub now: BeijingTime,
    /// The requests.
    pub overview: Overview,
    /// How long ago the stations there were confirmed, in the order of [`Age::ALL`].
    pub ages: Vec<u32>,
    /// What workers reported of those stations and nobody has decided about yet, by kind and age.
    pub reports: Vec<(ReportKind, Waited, u32)>,
    /// The desks whose requests could not be reached.
    pub unreached: Vec<Desk>,
}

/// What is chosen in the address; what is not understood is dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Chosen {
    /// Which quarter.
    pub quarter: Option<Quarter>,
    /// Which desk.
    pub place: Option<Desk>,
}

/// The names of the inputs.
pub(crate) mod names {
    /// The code of a quarter.
    pub(crate) const QUARTER: &str = "quarter";
    /// The code of a desk.
    pub(crate) const PLACE: &str = "place";
}

/// What is told apart in one chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// Requests, by that.
    Requests(Dimension),
    /// Requests, by desk.
    Places,
    /// Stations, by when they were confirmed.
    Stations,
    /// Open reports of stations, by kind and age.
    Reports,
}

/// One number of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bar {
    /// What it is of.
    pub(crate) label: String,
    /// How many.
    pub(crate) count: Shown,
    /// The desk that it is of, if that can be looked at more closely.
    pub(crate) place: Option<Desk>,
}

impl Chosen {
    /// Reads a query.
    pub fn read(query: &str) -> Self {
        let mut chosen = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()).take(8) {
            match &*name {
                names::QUARTER => chosen.quarter = Quarter::from_code(&value),
                names::PLACE => chosen.place = Desk::from_code(&value),
                _ => {}
            }
        }
        chosen
    }
}

impl OverviewPage {
    /// The address of the page of a place, in the same quarter.
    pub(crate) fn address(&self, page: &str, place: Desk) -> String {
        format!(
            "{page}?{}={}&{}={}",
            names::QUARTER,
            self.quarter,
            names::PLACE,
            place.code()
        )
    }

    /// Everything that the page shows, in its order; `None` where all of it is kept.
    pub(crate) fn charts(&self, lang: Lang) -> Vec<(Subject, Option<Vec<Bar>>)> {
        let requests = self.overview.tables.iter().map(|table| {
            let subject = Subject::Requests(table.dimension);
            let labels = self.labels(lang, table.dimension);
            let bars = table.cells.as_ref().map(|cells| {
                let bar = |(label, count): (String, &Shown)| Bar {
                    label,
                    count: *count,
                    place: None,
                };
                labels.into_iter().zip(cells).map(bar).collect()
            });
            (subject, bars)
        });
        let place = |(desk, count): &(Desk, Shown)| Bar {
            label: lang.part_of(self.place, *desk),
            count: *count,
            place: (*desk != self.place).then_some(*desk),
        };
        let places: Vec<_> = self.overview.places.iter().map(place).collect();
        let is_kept = places.iter().all(|bar| bar.count == Shown::Hidden);
        let has_parts = !places.is_empty();
        let places = has_parts.then_some((Subject::Places, (!is_kept).then_some(places)));
        let ages = Age::ALL.iter().zip(&self.ages);
        let age = |(age, count): (&Age, &u32)| Bar {
            label: lang.age(*age).to_owned(),
            count: Shown::Exact(*count),
            place: None,
        };
        let stations = (Subject::Stations, Some(ages.map(age).collect()));
        let report = |(kind, waited, count): &(ReportKind, Waited, u32)| Bar {
            label: [lang.report_kind(*kind), lang.waited(*waited)].join(lang.pick("，", ", ")),
            count: Shown::Exact(*count),
            place: None,
        };
        let reports = self.reports.iter().map(report).collect();
        let reports = (Subject::Reports, Some(reports));
        requests.chain(places).chain([stations, reports]).collect()
    }

    fn labels(&self, lang: Lang, dimension: Dimension) -> Vec<String> {
        fn all<T: Copy>(values: &[T], name: impl Fn(T) -> &'static str) -> Vec<String> {
            values.iter().map(|value| name(*value).to_owned()).collect()
        }
        match dimension {
            Dimension::Week => {
                let weeks = self.quarter.weeks().into_iter();
                let begun = weeks.take_while(|first| *first <= self.now.date());
                let label = |first| lang.week(first, self.quarter.week_end(first));
                begun.map(label).collect()
            }
            Dimension::Category => all(Category::ALL, |value| lang.category(value)),
            Dimension::Timeliness => all(Timeliness::ALL, |value| lang.timeliness(value)),
            Dimension::Word => all(Word::ALL, |value| lang.word(value)),
            Dimension::Satisfaction => all(Satisfaction::ALL, |value| lang.satisfaction(value)),
        }
    }

    /// What the page shows, as CSV.
    pub fn csv(&self, lang: Lang) -> String {
        let heading = |words: &str| words.to_owned();
        let header = [lang.csv_what(), lang.csv_value(), lang.csv_count()].map(heading);
        let count = |shown: Shown| match shown {
            Shown::Exact(count) => count.to_string(),
            Shown::Hidden => lang.kept_number().to_owned(),
        };
        let all = [
            lang.sum_heading().to_owned(),
            lang.quarter(self.quarter),
            count(self.overview.sum),
        ];
        let charts = self.charts(lang).into_iter().flat_map(|(subject, bars)| {
            let what = lang.charted(subject);
            let bars = bars.unwrap_or_default().into_iter();
            bars.map(move |bar| vec![what.to_owned(), bar.label, count(bar.count)])
        });
        let missing = self.unreached.iter().map(|desk| {
            let missing = lang.csv_missing().to_owned();
            vec![missing, desk.code(), String::new()]
        });
        let first = [header.to_vec(), all.to_vec()];
        spreadsheet::csv(first.into_iter().chain(charts).chain(missing))
    }
}
