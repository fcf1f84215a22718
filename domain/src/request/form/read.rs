//! From a draft to a submission, or to everything that is wrong with it.

use super::draft::SEPARATOR;
use super::{Ask, Category, Contact, Details, Draft, Field, FieldProblem, Named, Phone};
use super::{PhotoName, Place, Problem, Submission, bounds};
use crate::places::{District, Street};
use crate::policy::Programme;
use crate::station::StationId;
use crate::union::{Level, LevelSet};

impl Draft {
    /// The submission, or every field that keeps it from being one, in the order of the form.
    /// `station` tells the district and, if the listing says, the street of a station; `None` if
    /// there is no such station.
    pub fn submission(
        &self,
        station: impl Fn(StationId) -> Option<(District, Option<Street>)>,
    ) -> Result<Submission, Vec<FieldProblem>> {
        let mut read = Read {
            draft: self,
            problems: Vec::new(),
        };
        let category = read.choice(Field::Category, Category::from_code);
        let text = read.text();
        let place = read.place(station);
        let details = read.details(category);
        let contact = read.contact();
        let photos = read.photos(category);
        match (category, text, place, contact, photos) {
            (Some(category), Some(text), Some(place), Some(contact), Some(photos))
                if read.problems.is_empty() =>
            {
                Ok(Submission {
                    category,
                    text,
                    place,
                    details,
                    contact,
                    photos,
                })
            }
            _ => Err(read.problems),
        }
    }
}

/// Reads one field after the other. What cannot be read is `None`, and has left a problem.
struct Read<'d> {
    draft: &'d Draft,
    problems: Vec<FieldProblem>,
}

#[derive(Clone, Copy)]
enum Where {
    Station,
    Area,
    NotSure,
}

#[derive(Clone, Copy)]
enum By {
    Phone,
    Reference,
    Anonymous,
}

impl Read<'_> {
    fn problem<T>(&mut self, field: Field, problem: Problem) -> Option<T> {
        self.problems.push(FieldProblem { field, problem });
        None
    }

    /// One of several choices; it must be made.
    fn choice<T>(&mut self, field: Field, from_code: impl Fn(&str) -> Option<T>) -> Option<T> {
        match self.draft.get(field).trim() {
            "" => self.problem(field, Problem::Missing),
            code => from_code(code).or_else(|| self.problem(field, Problem::NotAChoice)),
        }
    }

    /// The codes are plain numbers, without a sign and without zeros in front.
    fn number<T>(
        &mut self,
        field: Field,
        known: impl Fn(u32) -> Option<T>,
        unknown: Problem,
    ) -> Option<T> {
        let plain = |code: &str| {
            let number = code.parse().ok()?;
            known(number).filter(|_| u32::to_string(&number) == code)
        };
        match self.draft.get(field).trim() {
            "" => self.problem(field, Problem::Missing),
            code => plain(code).or_else(|| self.problem(field, unknown)),
        }
    }

    fn bounded(&mut self, field: Field, text: String, most: usize) -> Option<String> {
        let found = text.chars().count();
        match found <= most {
            true => Some(text),
            false => self.problem(field, Problem::TooLong { found, most }),
        }
    }

    fn text(&mut self) -> Option<String> {
        let text = self.draft.get(Field::Text).replace("\r\n", "\n");
        let text = text.replace('\r', "\n");
        if text.trim().is_empty() {
            return self.problem(Field::Text, Problem::Missing);
        }
        self.bounded(Field::Text, text, bounds::TEXT_CHARS)
    }

    /// What fits on a line; may be empty.
    fn line(&mut self, field: Field) -> Option<String> {
        let line = self.draft.get(field).trim();
        if line.is_empty() {
            return None;
        }
        self.bounded(field, line.to_owned(), bounds::LINE_CHARS)
    }

    fn place(
        &mut self,
        station: impl Fn(StationId) -> Option<(District, Option<Street>)>,
    ) -> Option<Place> {
        let kind = self.choice(Field::Place, |code| match code {
            "station" => Some(Where::Station),
            "area" => Some(Where::Area),
            "not_sure" => Some(Where::NotSure),
            _ => None,
        });
        match kind? {
            Where::NotSure => Some(Place::NotSure),
            Where::Station => {
                let found = |number| {
                    let id = StationId(number);
                    station(id).map(|(district, street)| Place::Station {
                        id,
                        district,
                        street,
                    })
                };
                self.number(Field::Station, found, Problem::NoSuchPlace)
            }
            Where::Area => {
                let known = District::from_code;
                let district = self.number(Field::District, known, Problem::NoSuchPlace)?;
                if self.draft.get(Field::Street).trim().is_empty() {
                    return Some(Place::District(district));
                }
                let inside = |code| {
                    let street = Street::from_code(code)?;
                    (street.district() == district).then_some(Place::Street(street))
                };
                self.number(Field::Street, inside, Problem::NoSuchPlace)
            }
        }
    }

    fn details(&mut self, category: Option<Category>) -> Details {
        let mut details = Details::default();
        let Some(category) = category else {
            return details;
        };
        for ask in category.profile().asks.iter() {
            match ask {
                Ask::Employer => details.employer = self.line(Field::Employer),
                Ask::Since => details.since = self.line(Field::Since),
                Ask::People => details.people = self.line(Field::People),
                Ask::Child => details.child = self.line(Field::Child),
                Ask::Programme if self.draft.get(Field::Programme).trim().is_empty() => {}
                Ask::Programme => {
                    details.programme = self.choice(Field::Programme, Programme::from_id);
                }
            }
        }
        details
    }

    fn contact(&mut self) -> Option<Contact> {
        let by = self.choice(Field::Contact, |code| match code {
            "phone" => Some(By::Phone),
            "reference" => Some(By::Reference),
            "anonymous" => Some(By::Anonymous),
            _ => None,
        });
        match by? {
            By::Anonymous => Some(Contact::Anonymous),
            By::Reference => Some(Contact::Reference { name: self.name() }),
            By::Phone => {
                let phone = match self.draft.get(Field::Phone).trim() {
                    "" => self.problem(Field::Phone, Problem::Missing),
                    typed => Phone::parse(typed)
                        .or_else(|| self.problem(Field::Phone, Problem::NotAPhone)),
                };
                let seen_by = self.levels(Field::PhoneSeenBy);
                let name = self.name();
                Some(Contact::Phone {
                    phone: phone?,
                    seen_by: seen_by?,
                    name,
                })
            }
        }
    }

    fn name(&mut self) -> Option<Named> {
        let name = self.line(Field::Name)?;
        let seen_by = self.levels(Field::NameSeenBy)?;
        Some(Named { name, seen_by })
    }

    /// At least one level.
    fn levels(&mut self, field: Field) -> Option<LevelSet> {
        let codes = self.draft.get(field).split(SEPARATOR).map(str::trim);
        let codes = codes.filter(|code| !code.is_empty());
        match codes.map(Level::from_code).collect::<Option<LevelSet>>() {
            None => self.problem(field, Problem::NotAChoice),
            Some(LevelSet::EMPTY) => self.problem(field, Problem::SeenByNobody),
            Some(levels) => Some(levels),
        }
    }

    /// Each once, however often it was sent.
    fn photos(&mut self, category: Option<Category>) -> Option<Vec<PhotoName>> {
        let of_use = category.is_none_or(|category| category.profile().photos);
        let most = if of_use { bounds::PHOTOS } else { 0 };
        let names = self.draft.get(Field::Photos).split(SEPARATOR);
        let mut photos = Vec::new();
        for name in names.map(str::trim).filter(|name| !name.is_empty()) {
            match PhotoName::parse(name) {
                Some(name) if photos.contains(&name) => {}
                Some(name) => photos.push(name),
                None => return self.problem(Field::Photos, Problem::NotAChoice),
            }
        }
        let found = photos.len();
        match found <= most {
            true => Some(photos),
            false => self.problem(Field::Photos, Problem::TooMany { found, most }),
        }
    }
}
