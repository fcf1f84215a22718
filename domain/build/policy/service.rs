//! Reads the services: everything the union names, also where there is nothing to check.

use super::model::{Programme, Service};
use super::reader::{Doc, Item, Table};
use super::shared::{REQUESTS, STATIONS, each, known};
use std::collections::BTreeSet;

/// All services of the file, with the programmes they lead to.
pub(super) fn services(doc: &Doc, root: Table, programmes: &[Programme]) -> Option<Vec<Service>> {
    let list = root.only(&["service"]).need("service")?.list()?;
    let mut seen = BTreeSet::new();
    let mut services = Vec::new();
    for item in list {
        if let Some(service) = service(item, programmes) {
            if !seen.insert(service.id.clone()) {
                doc.complain(
                    item.line(),
                    format!("service `{}` is there twice", service.id),
                );
            }
            services.push(service);
        }
    }
    Some(services)
}

fn service(item: Item, programmes: &[Programme]) -> Option<Service> {
    let table = item.table()?.only(&[
        "id",
        "name",
        "summary",
        "as_of",
        "source",
        "also",
        "request",
        "stations",
        "programmes",
    ]);
    let ids: Vec<_> = programmes
        .iter()
        .map(|programme| programme.id.as_str())
        .collect();
    let text = |key| table.need(key).and_then(Item::text);
    let (name, summary) = (text("name"), text("summary"));
    let as_of = table.need("as_of").and_then(Item::number);
    let source = table.need("source").and_then(Item::source);
    let also = match table.get("also") {
        None => Some(Vec::new()),
        also => each(also, Item::source),
    };
    let request = table
        .need("request")
        .and_then(|item| known(item, &REQUESTS));
    let stations = each(table.need("stations"), |item| known(item, &STATIONS));
    let programmes = each(table.need("programmes"), |item| known(item, &ids));
    let mut sources = vec![source?];
    sources.extend(also?);
    if sources.iter().all(|source| Some(source.year) != as_of) {
        item.complain("no source speaks of the year in `as_of`");
    }
    Some(Service {
        id: table.need("id")?.string()?.to_owned(),
        name: name?,
        summary: summary?,
        as_of: as_of?,
        sources,
        request: request?,
        stations: stations?,
        programmes: programmes?,
    })
}
