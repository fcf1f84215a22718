//! What was typed, field by field.

/// A field of the form, in the order of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// A category's code.
    Category,
    /// What is wrong.
    Text,
    /// `station`, `area` or `not_sure`.
    Place,
    /// A station's number.
    Station,
    /// A district's code.
    District,
    /// A street's code; empty is somewhere in the district.
    Street,
    /// The employer.
    Employer,
    /// Since when.
    Since,
    /// How many people.
    People,
    /// The child's grade.
    Child,
    /// A programme's id.
    Programme,
    /// `phone`, `reference` or `anonymous`.
    Contact,
    /// A phone number.
    Phone,
    /// The codes of the levels that see the number.
    PhoneSeenBy,
    /// A name.
    Name,
    /// The codes of the levels that see the name.
    NameSeenBy,
    /// The names of the photos.
    Photos,
}

/// In the order of the form, with the names of the inputs.
const CODES: [(Field, &str); 17] = [
    (Field::Category, "category"),
    (Field::Text, "text"),
    (Field::Place, "place"),
    (Field::Station, "station"),
    (Field::District, "district"),
    (Field::Street, "street"),
    (Field::Employer, "employer"),
    (Field::Since, "since"),
    (Field::People, "people"),
    (Field::Child, "child"),
    (Field::Programme, "programme"),
    (Field::Contact, "contact"),
    (Field::Phone, "phone"),
    (Field::PhoneSeenBy, "phone_seen_by"),
    (Field::Name, "name"),
    (Field::NameSeenBy, "name_seen_by"),
    (Field::Photos, "photos"),
];

impl Field {
    /// Every field, in the order of the form.
    pub fn all() -> impl Iterator<Item = Self> {
        CODES.iter().map(|(field, _)| *field)
    }

    /// The name of its input, in pages and in the API.
    pub const fn code(self) -> &'static str {
        CODES[self as usize].1
    }

    /// The field whose input has that name.
    pub fn from_code(code: &str) -> Option<Self> {
        CODES
            .iter()
            .find_map(|(field, of)| (*of == code).then_some(*field))
    }
}

/// Everything typed, right or wrong. What is not there is empty.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Draft {
    values: [String; CODES.len()],
}

/// Between the codes of a field that takes several.
pub(super) const SEPARATOR: char = ',';

impl Draft {
    /// What was typed.
    pub fn get(&self, field: Field) -> &str {
        &self.values[field as usize]
    }

    /// Types `value` instead of what was there.
    pub fn set(&mut self, field: Field, value: &str) {
        self.values[field as usize] = value.to_owned();
    }

    /// Takes one more `value`: boxes of one name are sent one by one.
    pub fn add(&mut self, field: Field, value: &str) {
        let values = &mut self.values[field as usize];
        if !values.is_empty() {
            values.push(SEPARATOR);
        }
        values.push_str(value);
    }

    /// Whether `code` is among the values of a field that takes several.
    pub fn has(&self, field: Field, code: &str) -> bool {
        self.get(field).split(SEPARATOR).any(|value| value == code)
    }
}
