//! Reads the services: everything the union names, also where there is nothing to check.

use super::model::Service;
use super::reader::{Doc, Item, Table};
use super::shared::{REQUESTS, STATIONS, each, identifier, known};
use std::collections::BTreeSet;

/// All services of the file, which lead to some of `programmes`.
pub(super) fn services(doc: &Doc, root: Table, programmes: &[&str]) -> Option<Vec<Service>> {
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

fn service(item: Item, programmes: &[&str]) -> Option<Service> {
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
    let id = table.need("id").and_then(|item| identifier(item, '-'));
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
    let programmes = each(table.need("programmes"), |item| known(item, programmes));
    let mut sources = vec![source?];
    sources.extend(also?);
    if sources.iter().all(|source| Some(source.year) != as_of) {
        item.complain("no source speaks of the year in `as_of`");
    }
    Some(Service {
        id: id?,
        name: name?,
        summary: summary?,
        as_of: as_of?,
        sources,
        request: request?,
        stations: stations?,
        programmes: programmes?,
    })
}
