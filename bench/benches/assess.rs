//! How long all programmes take: `cargo bench -p bench --bench assess`. The bound is 50 µs.

use chrono::NaiveDate;
use criterion::{Criterion, criterion_group, criterion_main};
use domain::policy::{Answers, Programme, assess, next_question};
use std::hint::black_box;

const PEOPLE: &[(&str, &str)] = &[
    ("silent", ""),
    (
        "courier",
        "membership=none&work=platform&work=migrant&insured=yes&dues=no&managed=unknown\
         &child_grade=3&class_near=area&both_parents_work=yes&start_business=yes",
    ),
    (
        "technician",
        "membership=member&work=employee&work=front_line&insured=yes&dues=yes&managed=yes\
         &hardship=none&child_grade=0&start_business=no\
         &achievements=certificate_1&achievements=patent_first&achievements=contest_final\
         &contest_trade=yes",
    ),
];

fn assessments(criterion: &mut Criterion) {
    let on = NaiveDate::from_ymd_opt(2018, 9, 1).expect("a date");
    for (name, query) in PEOPLE {
        let (answers, problems) = Answers::parse(query);
        assert!(problems.is_empty(), "{query}");
        criterion.bench_function(&format!("assess/{name}"), |bench| {
            bench.iter(|| assess(on, black_box(&answers)));
        });
        criterion.bench_function(&format!("next question/{name}"), |bench| {
            bench.iter(|| next_question(&Programme::ALL, on, black_box(&answers)));
        });
    }
}

criterion_group!(benches, assessments);
criterion_main!(benches);
