//! Plans of files, sound, ugly and hostile.

mod hostile;
mod plans;
mod ugly;
mod workbook;

use super::super::table::{self, Opened, Table};
use super::super::{Failure, Subject, write_csv, write_xlsx};
use super::*;
use crate::geo::{Datum, Wgs84};
use crate::listing;
use crate::staff::{Role, Staff, StaffId};
use crate::station::Station;

/// Somebody who keeps the listing at that desk.
pub(super) fn editor(desk: &str) -> Staff {
    Staff {
        id: StaffId(1),
        role: Role::ListingEditor,
        desk: Desk::from_code(desk).unwrap(),
    }
}

/// Ten stations of one street, numbers 1 to 10, and two of another, 11 and 12.
pub(super) fn held() -> Vec<Station> {
    let row = |n: u32| {
        let street = if n > 10 {
            "东华门街道"
        } else {
            "安定门街道"
        };
        let (lat, lng) = (39.93 + f64::from(n) / 1000.0, 116.4 + f64::from(n) / 500.0);
        format!("{n},甲{n},暖心驿站,东城区,{street},{n}号,{lat},{lng},WGS-84,1380013{n:04}\n")
    };
    let header = "id,名称,类型,区,街道,地址,纬度,经度,坐标系,电话\n";
    let file: String = std::iter::once(header.to_owned())
        .chain((1..=12).map(row))
        .collect();
    listing::read(file.as_bytes(), None).unwrap().stations
}

/// The table of a file that has one.
#[track_caller]
pub(super) fn table(file: &[u8]) -> Table {
    match table::open(file, Subject::Stations, None) {
        Ok(Opened::Table(table)) => table,
        other => panic!("{other:?}"),
    }
}

/// The plan of a table over what is held.
pub(super) fn plan(
    table: Table,
    staff: Staff,
    held: Vec<Station>,
) -> Result<(Vec<Planned<Station>>, Whole<Station>), Failure> {
    let mut planner = Planner::new(table, None, staff, held, 100)?;
    let mut rows = Vec::new();
    loop {
        let some = planner.step(3);
        if some.is_empty() {
            return Ok((rows, planner.finish()));
        }
        rows.extend(some);
    }
}

/// What a plan comes to, in short: counts, each problem, alarms.
pub(super) fn told(file: &[u8], held: Vec<Station>) -> String {
    let table = match table::open(file, Subject::Stations, None) {
        Ok(Opened::Table(table)) => table,
        Ok(Opened::Sheets(names)) => return format!("sheets {}", names.join("|")),
        Err(failure) => return format!("{failure:?}"),
    };
    let (rows, whole) = match plan(table, editor("city"), held) {
        Ok(plan) => plan,
        Err(failure) => return format!("{failure:?}"),
    };
    let counts = Outcome::ALL.iter().filter_map(|outcome| {
        let count = rows
            .iter()
            .filter(|row| row.row.outcome() == *outcome)
            .count();
        (count > 0).then(|| format!("{count} {}", outcome.code()))
    });
    let problems = (rows.iter().flat_map(|row| &row.problems))
        .map(|problem| problem.sentence().en)
        .take(4);
    let alarms = whole.alarms.iter().map(|alarm| format!("{alarm:?}"));
    let alarms = alarms.filter(|alarm| !alarm.starts_with("Disappear"));
    let told: Vec<String> = counts.chain(problems).chain(alarms).collect();
    told.join("; ")
}
