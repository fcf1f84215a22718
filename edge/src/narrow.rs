//! Conditions of SQL statements that are put together.

use crate::sql::Value;
use domain::union::Desk;

/// A condition of a statement, and the values in it.
pub(crate) struct Condition {
    pub(crate) text: String,
    pub(crate) values: Vec<Value>,
}

impl Condition {
    /// That the column `desk` is this desk or one below it.
    pub(crate) fn at(desk: Desk) -> Self {
        Self::of("desk", desk)
    }

    /// The same of another column.
    pub(crate) fn of(column: &str, desk: Desk) -> Self {
        let below = match desk {
            Desk::City => {
                return Self {
                    text: "TRUE".to_owned(),
                    values: Vec::new(),
                };
            }
            Desk::District(district) => district.streets(),
            Desk::Street(_) => &[],
        };
        let streets = below.iter().map(|street| Desk::Street(*street));
        let desks = std::iter::once(desk).chain(streets);
        let values: Vec<_> = desks.map(|desk| Value::Text(desk.code())).collect();
        let marks = vec!["?"; values.len()].join(", ");
        Self {
            text: format!("{column} IN ({marks})"),
            values,
        }
    }

    /// And that, of this value.
    pub(crate) fn and(&mut self, condition: &str, value: Value) {
        self.text += " AND ";
        self.text += condition;
        self.values.push(value);
    }
}
