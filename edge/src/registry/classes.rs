//! The holiday classes in the registry's tables, and the file of them that the edge asks for.

use super::record;
use super::refusal;
use super::store::StoreError;
use crate::problem::Problem;
use crate::sql::{Sql, SqlError, Value};
use domain::class::{ClassId, HolidayClass};
use domain::listing::classes::{read_open_csv, write_csv};
use domain::snapshot::fingerprint;

/// The classes as open data, and the name of that content.
pub(super) struct ClassFile {
    pub(super) version: String,
    pub(super) csv: Vec<u8>,
    pub(super) count: usize,
}

impl ClassFile {
    fn of(classes: &[HolidayClass]) -> Self {
        let csv = write_csv(classes).into_bytes();
        Self {
            version: fingerprint(&csv),
            csv,
            count: classes.len(),
        }
    }
}

/// The classes that are held; `None` if none were ever loaded.
pub(super) fn read(sql: &Sql) -> Result<Option<ClassFile>, StoreError> {
    let rows = sql.rows("SELECT id, record FROM class ORDER BY id", vec![])?;
    let classes = rows.iter().map(|row| {
        let id = ClassId(row.integer(0)?);
        let read = record::class::read(id, &row.text(1)?);
        read.map_err(|error| StoreError::Class { id, error })
    });
    let classes = classes.collect::<Result<Vec<_>, _>>()?;
    Ok((!classes.is_empty()).then(|| ClassFile::of(&classes)))
}

/// Reads the CSV of a listing: every row, or what is wrong.
pub(super) fn parse(csv: &[u8]) -> Result<Vec<HolidayClass>, Problem> {
    let read = read_open_csv(csv).map(|listing| (listing.classes, listing.report));
    refusal::whole(read)
}

/// Replaces the classes, whole or not at all.
pub(super) fn replace(sql: &Sql, classes: &[HolidayClass]) -> Result<ClassFile, SqlError> {
    sql.transaction(|| {
        sql.run("DELETE FROM class", vec![])?;
        classes.iter().try_for_each(|class| {
            let record = Value::Text(record::class::write(class));
            let values = vec![Value::Integer(class.id.0), record];
            sql.run("INSERT INTO class (id, record) VALUES (?, ?)", values)
        })
    })?;
    Ok(ClassFile::of(classes))
}
