//! The entries of the record.

use crate::audit::{AuditPage, Entries, What};
use crate::markup::Markup;
use crate::wording::Lang;
use domain::listing::history::Batch;
use domain::time::BeijingTime;
use domain::{request, staff::log};

messages! {
    no_records: "没有这样的记录。" / "There is nothing like this on record.";
    when_column: "时间" / "When";
    who_column: "谁" / "Who";
    what_column: "做了什么" / "What was done";
    request_column: "诉求" / "Request";
    account_column: "账号" / "Account";
    batch_column: "哪一批" / "Batch";
}

pub(super) fn table(lang: Lang, model: &AuditPage) -> Markup {
    let (rows, column): (Vec<_>, _) = match &model.entries {
        Entries::Requests(records) => {
            let rows = records.iter().map(|record| of_request(lang, record));
            (rows.collect(), lang.request_column())
        }
        Entries::Accounts(records) => {
            let rows = records.iter().map(|record| of_account(lang, record));
            (rows.collect(), lang.account_column())
        }
        Entries::Listings(batches) => {
            let rows = batches.iter().map(|batch| of_batch(lang, batch));
            (rows.collect(), lang.batch_column())
        }
    };
    if rows.is_empty() {
        return html!(r#"<p role="status">"# {lang.no_records()} "</p>");
    }
    html!(
        r#"<table><caption class="unseen">"# {lang.audit_title()} r#"</caption><thead><tr><th scope="col">"#
        {lang.when_column()} r#"</th><th scope="col">"# {lang.who_column()} r#"</th><th scope="col">"#
        {lang.what_column()} r#"</th><th scope="col">"# {column} "</th></tr></thead><tbody>"
        {rows.into_iter().collect::<Markup>()} "</tbody></table>"
    )
}

fn of_request(lang: Lang, record: &request::Record) -> Markup {
    let entry = &record.entry;
    let reference = entry.reference.to_string();
    let link = html!(
        r#"<a href="/staff/requests/"# {&*reference} r#"">"# {&*reference} "</a>"
    );
    let what = What::Request(entry.what);
    row(lang, Some(entry.at), &lang.actor(entry.actor), what, link)
}

fn of_account(lang: Lang, record: &log::Record) -> Markup {
    let entry = &record.entry;
    let (who, of) = (lang.account_actor(entry.actor), lang.numbered(entry.of));
    row(
        lang,
        Some(entry.at),
        &who,
        What::Account(entry.what),
        html!({ of }),
    )
}

fn of_batch(lang: Lang, batch: &Batch) -> Markup {
    let link = html!(
        r#"<a href="/staff/changes/"# {batch.id} "\">№ " {batch.id} "</a> " {lang.subject(batch.subject)} " · "
        {lang.entries(batch.entries)} " · " {&*batch.why}
    );
    row(
        lang,
        batch.at,
        &lang.both(batch),
        What::Listing(batch.cause),
        link,
    )
}

fn row(lang: Lang, at: Option<BeijingTime>, who: &str, what: What, of: Markup) -> Markup {
    let at = at.map(|at| {
        let at = at.to_rfc3339();
        let shown = at.get(..16).unwrap_or_default().replace('T', " ");
        html!(r#"<time datetime=""# {&*at} r#"">"# {shown} "</time>")
    });
    html!(
        "<tr><td>" {at} "</td><td>" {who} "</td><td>" {lang.deed(what)} "</td><td>" {of} "</td></tr>"
    )
}
