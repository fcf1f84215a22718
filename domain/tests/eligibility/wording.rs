//! What is shown and paid is what the policy files say, word for word.

use crate::document::{self, Value};
use domain::policy::{Amount, Condition, Fact, Programme, Service, Source, Sum, Test, Text};
use domain::station::{Kind, KindSet};
use std::collections::BTreeMap;

#[test]
fn programmes_say_what_their_files_say() {
    for programme in Programme::ALL {
        let file = document::file(programme.id());
        let says = |key| file.get(key).cloned();
        assert_eq!(Programme::from_id(programme.id()), Some(programme));
        assert_eq!(Some(text(programme.name())), says("name"));
        assert_eq!(Some(text(programme.summary())), says("summary"));
        assert_eq!(Some(text(programme.body())), says("body"));
        assert_eq!(Some(text(programme.next())), says("next"));
        assert_eq!(programme.ended().map(text), says("ended"));
        assert_eq!(texts(programme.documents()), file.list("documents"));
        assert_eq!(texts(programme.not_stated()), file.list("not_stated"));
        assert_eq!(Some(code(programme.request())), says("request"));
        let finder = programme.has_class_finder().then_some(Value::Bool(true));
        assert_eq!(finder, says("class_finder"));
        assert_eq!(programme.stations(), kinds(file.list("stations")));
    }
    assert_eq!(Programme::from_id("no-such-programme"), None);
}

#[test]
fn rules_say_what_their_files_say() {
    for programme in Programme::ALL {
        let file = document::file(programme.id());
        let versions = programme.versions().iter();
        for (version, file) in pairs(versions, file.list("version")) {
            let says = |key| file.get(key).cloned();
            assert_eq!(Some(text(version.gives())), says("gives"));
            assert_eq!(Some(source(version.source)), says("source"));
            for (condition, file) in pairs(version.conditions.iter(), file.list("condition")) {
                same_condition(condition, file);
            }
            for (amount, file) in pairs(version.amounts.iter(), file.list("amount")) {
                same_amount(amount, file);
            }
        }
    }
}

#[test]
fn facts_say_what_their_file_says() {
    for (fact, file) in pairs(Fact::all(), document::file("facts").list("fact")) {
        let says = |key| file.get(key).cloned();
        assert_eq!(Fact::from_id(fact.id()), Some(fact));
        assert_eq!(Some(code(fact.id())), says("id"));
        assert_eq!(Some(text(fact.name())), says("name"));
        assert_eq!(Some(text(fact.question())), says("question"));
        assert_eq!(Some(text(fact.help())), says("help"));
        assert_eq!(fact.how_to_change(1).map(text), change(fact, file));
        let bound = |key| says(key).map_or(0, |bound| bound.number());
        let (from, to) = fact.bounds();
        assert_eq!(
            (i64::from(from), i64::from(to)),
            (bound("from"), bound("to"))
        );
        for (place, option) in file.list("options").iter().enumerate() {
            assert_eq!(Some(code(fact.options()[place])), option.get("id").cloned());
            let name = fact.option_name(place).map(text);
            assert_eq!(name.as_ref(), option.get("name"));
            let change = fact.how_to_change(place).map(text);
            assert_eq!(change.as_ref(), option.get("change"));
        }
    }
    assert_eq!(Fact::from_id("no_such_fact"), None);
}

#[test]
fn services_are_those_of_their_file() {
    let services = Service::all().iter();
    for (service, file) in pairs(services, document::file("services").list("service")) {
        assert_eq!(Some(&code(service.id)), file.get("id"));
        assert_eq!(Service::from_id(service.id), Some(service));
    }
    assert_eq!(Service::from_id("no-such-service"), None);
}

/// How one comes to the second answer: of a `yes_no` the yes, else the second option.
fn change(fact: Fact, file: &Value) -> Option<Value> {
    match fact.options() {
        ["no", "yes"] => file.get("change").cloned(),
        _ => file.list("options").get(1)?.get("change").cloned(),
    }
}

fn same_condition(condition: &Condition, file: &Value) {
    // A part may leave its source to the group around it.
    if let Some(written) = file.get("source") {
        assert_eq!(&source(condition.source), written);
    }
    if let Test::Unstated(unstated) = condition.test {
        assert_eq!(Some(&text(unstated.text())), file.get("unstated"));
    }
    let parts: Vec<_> = [file.list("all"), file.list("any")].concat();
    let parts: Vec<_> = parts.into_iter().chain(file.get("not").cloned()).collect();
    for (part, file) in pairs(condition.parts().iter(), &parts) {
        same_condition(part, file);
    }
}

fn same_amount(amount: &Amount, file: &Value) {
    let yuan = |yuan: u32| Value::Number(yuan.into());
    let says = match amount.sum {
        Sum::Fixed(sum) => vec![("yuan", yuan(sum))],
        Sum::OneOf(sums) => {
            let sums = sums.iter().copied().map(yuan);
            vec![("one_of", Value::List(sums.collect()))]
        }
        Sum::AtMost(sum) => vec![("at_most", yuan(sum))],
        Sum::Range(from, to) => vec![("from", yuan(from)), ("to", yuan(to))],
        Sum::NotStated => vec![("unstated", Value::Bool(true))],
    };
    let said = [
        ("for", text(amount.what())),
        ("source", source(amount.source)),
    ];
    for (key, value) in says.into_iter().chain(said) {
        assert_eq!(Some(&value), file.get(key));
    }
}

/// One of the crate with one of the file; as many here as there.
fn pairs<T>(ours: impl Iterator<Item = T>, file: &[Value]) -> impl Iterator<Item = (T, &Value)> {
    let ours: Vec<_> = ours.collect();
    assert_eq!(ours.len(), file.len());
    ours.into_iter().zip(file)
}

fn code(code: &str) -> Value {
    Value::Text(code.to_owned())
}

fn text(text: Text) -> Value {
    table([("zh", code(text.zh)), ("en", code(text.en))])
}

fn texts(list: &[Text]) -> Vec<Value> {
    list.iter().copied().map(text).collect()
}

fn source(source: Source) -> Value {
    table([
        ("document", code(source.document())),
        ("year", Value::Number(source.year().into())),
        ("where", code(source.place())),
    ])
}

fn table<const N: usize>(rows: [(&str, Value); N]) -> Value {
    let rows = rows.map(|(key, value)| (key.to_owned(), value));
    Value::Table(BTreeMap::from(rows))
}

fn kinds(codes: &[Value]) -> KindSet {
    let kinds = codes.iter().map(|code| Kind::from_code(code.text()));
    let kinds = kinds.map(|kind| kind.expect("the build knows every kind"));
    kinds.fold(KindSet::EMPTY, KindSet::with)
}
