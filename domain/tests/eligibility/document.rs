//! A policy file as plain values.

use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::fs;
use toml::de::{DeTable, DeValue};

/// A value of a policy file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Bool(bool),
    Number(i64),
    Text(String),
    Day(NaiveDate),
    List(Vec<Value>),
    Table(BTreeMap<String, Value>),
}

impl Value {
    /// The value of a key, if this is a table that has it.
    pub(crate) fn get(&self, key: &str) -> Option<&Value> {
        match self {
            Value::Table(table) => table.get(key),
            _ => None,
        }
    }

    /// The list of a key; empty if there is none.
    pub(crate) fn list(&self, key: &str) -> &[Value] {
        match self.get(key) {
            Some(Value::List(list)) => list,
            _ => &[],
        }
    }

    pub(crate) fn text(&self) -> &str {
        match self {
            Value::Text(text) => text,
            other => panic!("not a text: {other:?}"),
        }
    }

    pub(crate) fn number(&self) -> i64 {
        match self {
            Value::Number(number) => *number,
            other => panic!("not a number: {other:?}"),
        }
    }
}

/// The file of that name in `policy/`.
pub(crate) fn file(stem: &str) -> Value {
    let path = format!("{}/policy/{stem}.toml", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(path).unwrap();
    let root = DeTable::parse(&text).unwrap();
    table(root.get_ref())
}

fn table(table: &DeTable) -> Value {
    let rows = table.iter();
    Value::Table(
        rows.map(|(key, value)| (key.get_ref().to_string(), convert(value.get_ref())))
            .collect(),
    )
}

fn convert(value: &DeValue) -> Value {
    match value {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Boolean(is) => Value::Bool(*is),
        DeValue::Integer(number) => Value::Number(number.as_str().parse().unwrap()),
        DeValue::Array(list) => {
            Value::List(list.iter().map(|value| convert(value.get_ref())).collect())
        }
        DeValue::Table(rows) => table(rows),
        DeValue::Datetime(moment) => {
            let date = moment.date.unwrap();
            let (year, month, day) = (date.year.into(), date.month.into(), date.day.into());
            Value::Day(NaiveDate::from_ymd_opt(year, month, day).unwrap())
        }
        DeValue::Float(_) => panic!("no rule has a broken number"),
    }
}
