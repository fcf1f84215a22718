//! Which classes a family looks for, as the query of an address, and the list, best first.

use super::{HolidayClass, Joining, Mode, PROGRAMME, State};
use crate::params::{ParamProblem, ParamProblemKind, pairs};
use crate::places::District;
use crate::policy::{Answers, FactSet, Verdict};
use chrono::NaiveDate;

/// What somebody looks for. `None` does not filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassSearch {
    /// Only this district.
    pub district: Option<District>,
    /// Only this mode.
    pub mode: Option<Mode>,
    /// Only classes that the answers do not rule out, and that are not over.
    pub possible: bool,
    /// What the family answered, of the facts that the rule asks.
    pub answers: Answers,
    /// 1 is the first page.
    pub page: u32,
}

impl Default for ClassSearch {
    /// Everything, first page.
    fn default() -> Self {
        Self {
            district: None,
            mode: None,
            possible: false,
            answers: Answers::default(),
            page: 1,
        }
    }
}

/// The answer to a search.
#[derive(Debug)]
pub struct Found<'a> {
    /// One page, best first.
    pub rows: Vec<Row<'a>>,
    /// How many fit on all pages.
    pub total: usize,
    /// How many there are with nothing filtered.
    pub all: usize,
}

/// A class with what can be said of it.
#[derive(Debug)]
pub struct Row<'a> {
    /// Which.
    pub class: &'a HolidayClass,
    /// How far it is.
    pub state: State,
    /// Whether the family may join.
    pub joining: Joining,
}

/// The parameters beside the facts.
const OWN: [&str; 4] = ["district", "join", "mode", "page"];
/// The only value of `join`.
const POSSIBLE: &str = "possible";
const LAST_PAGE: u32 = 1_000;

impl ClassSearch {
    /// What the rule asks on any day.
    pub fn facts() -> FactSet {
        let versions = PROGRAMME.versions().iter();
        versions.fold(FactSet::EMPTY, |facts, version| {
            facts.union(version.facts())
        })
    }

    /// Reads a query string. What is not understood is left out of the search and reported: pages
    /// go on without it, the API refuses.
    ///
    /// ```
    /// # use domain::class::ClassSearch;
    /// let (search, problems) = ClassSearch::parse("mode=area&child_grade=3&colour=red");
    /// assert_eq!(search.to_query(), "child_grade=3&mode=area");
    /// assert_eq!(problems[0].name, "colour");
    /// ```
    pub fn parse(query: &str) -> (Self, Vec<ParamProblem>) {
        Self::parse_with(query, &[])
    }

    /// The same, passing over parameters that the caller reads by itself.
    pub fn parse_with(query: &str, others: &[&str]) -> (Self, Vec<ParamProblem>) {
        let passed: Vec<&str> = OWN.iter().chain(others).copied().collect();
        let (answers, mut problems) = Answers::parse_with(query, &passed);
        if problems
            .iter()
            .any(|problem| problem.problem == ParamProblemKind::TooLong)
        {
            return (Self::default(), problems);
        }
        for fact in answers
            .asked()
            .iter()
            .filter(|fact| !Self::facts().contains(*fact))
        {
            problems.push(ParamProblem::new(fact.id(), ParamProblemKind::UnknownName));
        }
        let mut search = Self {
            answers: answers.only(Self::facts()),
            ..Self::default()
        };
        for name in OWN {
            let given = pairs(query).filter(|(given, value)| given == name && !value.is_empty());
            let given: Vec<_> = given.map(|(_, value)| value).collect();
            let read = match &given[..] {
                [] => Ok(()),
                [value] => search.take(name, value),
                _ => Err(ParamProblemKind::Repeated),
            };
            problems.extend(read.err().map(|kind| ParamProblem::new(name, kind)));
        }
        (search, problems)
    }

    fn take(&mut self, name: &str, value: &str) -> Result<(), ParamProblemKind> {
        let unknown = ParamProblemKind::UnknownValue;
        match name {
            "district" => {
                let district = value.parse().ok().and_then(District::from_code);
                self.district = Some(district.ok_or(unknown)?);
            }
            "mode" => self.mode = Some(Mode::from_code(value).ok_or(unknown)?),
            "join" if value == POSSIBLE => self.possible = true,
            "page" => {
                let page: u32 = value.parse().map_err(|_| unknown)?;
                let known = (1..=LAST_PAGE).contains(&page);
                self.page = known.then_some(page).ok_or(ParamProblemKind::OutOfRange)?;
            }
            _ => return Err(unknown),
        }
        Ok(())
    }

    /// Writes the canonical query string, without `?`, sorted; what does not filter is left out.
    pub fn to_query(&self) -> String {
        let answers = self.answers.to_query();
        let answers = answers.split('&').filter(|pair| !pair.is_empty());
        let own = [
            self.district
                .map(|district| format!("district={}", district.code())),
            self.possible.then(|| format!("join={POSSIBLE}")),
            self.mode.map(|mode| format!("mode={}", mode.code())),
            (self.page > 1).then(|| format!("page={}", self.page)),
        ];
        let own = own.into_iter().flatten();
        let mut pairs: Vec<_> = answers.map(str::to_owned).chain(own).collect();
        // Names, not whole pairs: the options of a fact keep their order.
        pairs.sort_by(|one, other| name(one).cmp(name(other)));
        pairs.join("&")
    }

    /// The classes that fit, `limit` a page: first those that one may join and can enrol in now,
    /// last those that are over.
    pub fn find<'a>(&self, classes: &'a [HolidayClass], on: NaiveDate, limit: usize) -> Found<'a> {
        let rows = classes.iter().map(|class| Row {
            class,
            state: class.state(on),
            joining: class.joining(&self.answers, on),
        });
        let mut rows: Vec<_> = rows.filter(|row| self.fits(row)).collect();
        rows.sort_by_key(order);
        let total = rows.len();
        let before = limit.saturating_mul(usize::try_from(self.page - 1).unwrap_or(usize::MAX));
        Found {
            rows: rows.into_iter().skip(before).take(limit).collect(),
            total,
            all: classes.len(),
        }
    }

    fn fits(&self, row: &Row<'_>) -> bool {
        let Row {
            class,
            state,
            joining,
        } = row;
        let gone = matches!(state, State::Over { .. }) || is_no(joining.verdict);
        self.district
            .is_none_or(|district| class.district == district)
            && self.mode.is_none_or(|mode| class.mode == mode)
            && !(self.possible && gone)
    }
}

/// Whether nothing the family does would let it join.
fn is_no(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::NotEligible | Verdict::Ended)
}

/// What decides the order of rows, the strongest first.
fn order(row: &Row<'_>) -> impl Ord + use<> {
    let over = matches!(row.state, State::Over { .. });
    let date = row.state.date().unwrap_or(NaiveDate::MAX);
    let verdict = row.joining.verdict;
    let state = row.state.rank();
    (over, is_no(verdict), state, verdict, date, row.class.id)
}

fn name(pair: &str) -> &str {
    pair.split_once('=').map_or(pair, |(name, _)| name)
}
