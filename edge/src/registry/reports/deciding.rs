//! Deciding about a group of reports.

use super::super::changing::{Sender, change};
use super::super::commit::By;
use super::super::entries::{self, Heads};
use super::super::questions::{self, Denied, Done, StoredCells, StoredSubject};
use super::super::store::StoreError;
use super::{Answered, StoredGroup, photos};
use crate::sql::{Sql, Value};
use domain::listing::entry::{Cause, Cells, Entry};
use domain::report::{ReportKind, Verdict, made, proposal};
use domain::staff::Action;
use domain::station::Station;
use domain::time::BeijingTime;

/// Decides about a group: with a change of the listing, or without one. The caller stands in a
/// transaction, so that both are written or neither.
pub(super) fn decide(
    sql: &Sql,
    heads: &mut Heads<Station>,
    sender: &Sender,
    group: &StoredGroup,
    seen: Option<&(u32, StoredCells)>,
    verdict: &str,
    word: &str,
) -> Result<questions::Answer, StoreError> {
    let desk = heads.get(&group.station).map(|head| head.entry.desk());
    if !desk.is_some_and(|desk| sender.may(Action::EditListing, desk)) {
        return Ok(Err(Denied::NotAllowed));
    }
    if group.verdict.is_some() {
        return Ok(Err(Denied::Decided));
    }
    let verdict = match seen {
        None => Verdict::from_code(verdict),
        Some((base, cells)) => verdict_of(sql, group, *base, cells, sender.at)?,
    };
    let Some(verdict) = verdict.filter(|verdict| !verdict.needs_word() || !word.is_empty()) else {
        return Ok(Err(Denied::Broken));
    };
    let answered = Answered {
        group: group.id,
        verdict: verdict.code().to_owned(),
        word: word.to_owned(),
    };
    let batch = match seen {
        None => None,
        Some((base, cells)) => {
            let changed = questions::Change {
                subject: StoredSubject::Station,
                cause: Cause::Report.code().to_owned(),
                why: word.to_owned(),
                entries: vec![questions::ChangedEntry {
                    number: Some(group.station),
                    base: *base,
                    cells: cells.clone(),
                }],
                answers: Some(answered.clone()),
            };
            match change(sql, heads, sender, &changed)? {
                Ok(Done::Changed { batch, .. }) => Some(batch),
                // It waits for a second person, and the group for them.
                other => return Ok(other),
            }
        }
    };
    decided(sql, &answered, sender.at, &sender.by(), batch)?;
    Ok(Ok(Done::Decided))
}

/// Writes what was decided about a group, unless somebody did meanwhile.
pub(in crate::registry) fn decided(
    sql: &Sql,
    answered: &Answered,
    at: BeijingTime,
    by: &By,
    batch: Option<u32>,
) -> Result<(), StoreError> {
    sql.run(
        "UPDATE report_group SET verdict = ?, word = ?, decided_at = ?, decided_account = ?,
         decided_name = ?, batch = ? WHERE id = ? AND verdict IS NULL",
        vec![
            Value::Text(answered.verdict.clone()),
            Value::Text(answered.word.clone()),
            Value::moment(at),
            Value::maybe_integer(by.account),
            Value::Text(by.name.clone()),
            Value::maybe_integer(batch),
            Value::Integer(answered.group),
        ],
    )?;
    photos::decided(sql, answered.group)
}

fn verdict_of(
    sql: &Sql,
    group: &StoredGroup,
    base: u32,
    cells: &StoredCells,
    now: BeijingTime,
) -> Result<Option<Verdict>, StoreError> {
    let before = entries::version::<Station>(sql, group.station, base)?;
    let before = before.flatten().map(|before| Cells::of(&before));
    let kind = ReportKind::from_code(&group.kind);
    Ok(kind.zip(before).map(|(kind, before)| {
        let proposed = proposal(kind, &before, now.date());
        let cells = cells.read();
        // As it would be written, so that another word for the same is the same.
        let (station, _) = cells.read::<Station>(group.station, &|_| true);
        made(
            &proposed,
            &station.map_or(cells, |station| Cells::of(&station)),
        )
    }))
}
