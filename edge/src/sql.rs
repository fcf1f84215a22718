//! SQLite inside a Durable Object, with every JavaScript exception caught.
//!
//! The `worker` crate's cursor methods let exceptions escape, have no `transactionSync`, and
//! store a boolean as the text "true". This is the only module that touches SQL types.

mod migrations;
mod pieces;

pub(crate) use migrations::{Step, migrate};
pub(crate) use pieces::{pieces, whole};

use domain::time::BeijingTime;
use records::{Cell, Columns};
use std::fmt;
use wasm_bindgen::prelude::*;
use worker::State;

/// The storage of one Durable Object.
pub(crate) struct Sql {
    storage: Storage,
}

/// A statement was refused; the text is SQLite's and never leaves the edge.
#[derive(Debug)]
pub(crate) struct SqlError(String);

impl fmt::Display for SqlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "sql: {}", self.0)
    }
}

impl std::error::Error for SqlError {}

impl From<JsValue> for SqlError {
    fn from(error: JsValue) -> Self {
        let text = error
            .dyn_ref::<js_sys::Error>()
            .map(|error| String::from(error.message()));
        Self(text.unwrap_or_else(|| format!("{error:?}")))
    }
}

/// A value of a STRICT table: SQLite's own types and no others.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    /// INTEGER, of which this site needs the numbers of `u32`.
    Integer(u32),
    /// TEXT
    Text(String),
    /// BLOB
    Bytes(Vec<u8>),
    /// NULL
    Nothing,
}

impl Value {
    /// A whole number, or NULL.
    pub(crate) fn maybe_integer(number: Option<u32>) -> Self {
        number.map_or(Self::Nothing, Self::Integer)
    }

    /// A moment: whole seconds since 1970, enough until 2106.
    pub(crate) fn moment(at: BeijingTime) -> Self {
        let seconds = at.unix_seconds().clamp(0, u32::MAX.into());
        Self::Integer(u32::try_from(seconds).expect("it was clamped"))
    }

    /// Bytes, or NULL.
    pub(crate) fn maybe_bytes(bytes: Option<&[u8]>) -> Self {
        bytes.map_or(Self::Nothing, |bytes| Self::Bytes(bytes.to_vec()))
    }
}

impl From<Cell> for Value {
    fn from(cell: Cell) -> Self {
        match cell {
            Cell::Integer(number) => Self::Integer(number),
            Cell::Text(text) => Self::Text(text),
            Cell::Bytes(bytes) => Self::Bytes(bytes),
            Cell::Nothing => Self::Nothing,
        }
    }
}

impl From<Value> for JsValue {
    fn from(value: Value) -> Self {
        match value {
            Value::Integer(number) => number.into(),
            Value::Text(text) => text.into(),
            Value::Bytes(bytes) => js_sys::Uint8Array::from(&*bytes).into(),
            Value::Nothing => Self::NULL,
        }
    }
}

impl Sql {
    /// The SQL storage behind a Durable Object's state.
    pub(crate) fn of(state: &State) -> Self {
        let raw: &JsValue = state.as_raw().as_ref();
        Self {
            storage: raw.unchecked_ref::<ObjectState>().storage(),
        }
    }

    /// Runs one statement that gives no rows.
    pub(crate) fn run(&self, statement: &str, values: Vec<Value>) -> Result<(), SqlError> {
        self.cursor(statement, values).map(drop)
    }

    /// Runs one statement and gives its rows, a JavaScript array each.
    pub(crate) fn rows(&self, statement: &str, values: Vec<Value>) -> Result<Vec<Row>, SqlError> {
        let rows = self.cursor(statement, values)?.raw()?;
        Ok(js_sys::Array::from(&rows)
            .iter()
            .map(|row| Row(js_sys::Array::from(&row)))
            .collect())
    }

    /// Runs `work` whole or not at all: an error rolls back everything it wrote.
    pub(crate) fn transaction<T, E: From<SqlError>>(
        &self,
        mut work: impl FnMut() -> Result<T, E>,
    ) -> Result<T, E> {
        let mut done = None;
        let outcome = self.storage.transaction_sync(&mut || {
            let result = work();
            let is_ok = result.is_ok();
            done = Some(result);
            is_ok
                .then_some(())
                .ok_or_else(|| JsValue::from_str("rolled back"))
        });
        match (done, outcome) {
            (Some(Err(error)), _) => Err(error),
            (Some(Ok(value)), Ok(())) => Ok(value),
            (_, Err(error)) => Err(SqlError::from(error).into()),
            (None, Ok(())) => Err(SqlError("a transaction did not run".to_owned()).into()),
        }
    }

    fn cursor(&self, statement: &str, values: Vec<Value>) -> Result<Cursor, SqlError> {
        let values = values.into_iter().map(JsValue::from).collect();
        Ok(self.storage.sql().exec(statement, values)?)
    }
}

/// A row of a result.
pub(crate) struct Row(js_sys::Array);

impl Row {
    /// The whole number in that column.
    pub(crate) fn integer(&self, column: u32) -> Result<u32, SqlError> {
        let number = self.0.get(column).as_f64();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "compared after the cast"
        )]
        let whole = number.map(|number| number as u32);
        whole
            .filter(|whole| number == Some(f64::from(*whole)))
            .ok_or_else(|| SqlError(format!("column {column} is no whole number")))
    }

    /// The text in that column.
    pub(crate) fn text(&self, column: u32) -> Result<String, SqlError> {
        let value = self.0.get(column);
        value
            .as_string()
            .ok_or_else(|| SqlError(format!("column {column} is no text")))
    }

    /// The bytes in that column.
    pub(crate) fn bytes(&self, column: u32) -> Result<Vec<u8>, SqlError> {
        let value = self.0.get(column);
        match value.dyn_ref::<js_sys::ArrayBuffer>() {
            Some(buffer) => Ok(js_sys::Uint8Array::new(buffer).to_vec()),
            None => Err(SqlError(format!("column {column} holds no bytes"))),
        }
    }

    /// The moment in that column.
    pub(crate) fn moment(&self, column: u32) -> Result<BeijingTime, SqlError> {
        let moment = BeijingTime::from_unix_seconds(self.integer(column)?.into());
        moment.ok_or_else(|| SqlError(format!("column {column} is no moment")))
    }

    /// The 32 bytes in that column.
    pub(crate) fn hash(&self, column: u32) -> Result<[u8; 32], SqlError> {
        let bytes = self.bytes(column)?.try_into();
        bytes.map_err(|_| SqlError(format!("column {column} is no hash")))
    }

    /// What `read` makes of that column; `None` if it is NULL.
    pub(crate) fn maybe<T>(
        &self,
        column: u32,
        read: impl Fn(&Self, u32) -> Result<T, SqlError>,
    ) -> Result<Option<T>, SqlError> {
        match self.0.get(column).is_null() {
            true => Ok(None),
            false => read(self, column).map(Some),
        }
    }
}

impl Columns for Row {
    type Error = SqlError;

    fn integer(&self, column: u32) -> Result<u32, SqlError> {
        self.integer(column)
    }

    fn text(&self, column: u32) -> Result<String, SqlError> {
        self.text(column)
    }

    fn bytes(&self, column: u32) -> Result<Vec<u8>, SqlError> {
        self.bytes(column)
    }

    fn maybe<T>(
        &self,
        column: u32,
        read: impl Fn(&Self, u32) -> Result<T, SqlError>,
    ) -> Result<Option<T>, SqlError> {
        self.maybe(column, read)
    }
}

#[wasm_bindgen]
extern "C" {
    type ObjectState;
    #[wasm_bindgen(method, getter)]
    fn storage(this: &ObjectState) -> Storage;

    type Storage;
    #[wasm_bindgen(method, getter)]
    fn sql(this: &Storage) -> SqlStorage;
    #[wasm_bindgen(method, catch, js_name = transactionSync)]
    fn transaction_sync(
        this: &Storage,
        work: &mut dyn FnMut() -> Result<(), JsValue>,
    ) -> Result<(), JsValue>;

    type SqlStorage;
    #[wasm_bindgen(method, catch, variadic)]
    fn exec(this: &SqlStorage, statement: &str, values: Vec<JsValue>) -> Result<Cursor, JsValue>;

    type Cursor;
    #[wasm_bindgen(method, catch)]
    fn raw(this: &Cursor) -> Result<JsValue, JsValue>;
}
