//! How long a search of the demonstration city takes: `cargo bench -p bench --bench search`.

use criterion::{Criterion, criterion_group, criterion_main};
use domain::city::City;
use domain::search::{Search, search, search_with_facets};
use domain::time::BeijingTime;
use domain::{demonstration, snapshot};
use std::hint::black_box;

const QUERIES: &[(&str, &str)] = &[
    ("everything", ""),
    ("near", "near=39.914,116.404"),
    ("words", "q=暖心&near=39.914,116.404"),
    ("address", "q=示例路12"),
    ("pinyin", "q=nuanxinyizhan"),
    ("initials", "q=nxyz&near=39.914,116.404"),
    (
        "all filters",
        "q=yizhan&district=110105&kind=caring_station&amenity=drinking_water&amenity=rest\
         &access=public&open=now&near=39.914,116.404&by=ebike",
    ),
];

fn searches(criterion: &mut Criterion) {
    let city = City::from_stations(&demonstration::stations(), true);
    let now = BeijingTime::from_rfc3339("2026-11-20T12:00:00+08:00").expect("a moment");
    for (name, query) in QUERIES {
        let (wanted, problems) = Search::parse(query);
        assert!(problems.is_empty(), "{query}");
        criterion.bench_function(&format!("search/{name}"), |bench| {
            bench.iter(|| search(black_box(&city), &wanted, now, 20));
        });
        criterion.bench_function(&format!("search with facets/{name}"), |bench| {
            bench.iter(|| search_with_facets(black_box(&city), &wanted, now, 20));
        });
    }
}

fn loading(criterion: &mut Criterion) {
    let files = snapshot::encode(&demonstration::stations(), true);
    criterion.bench_function("decode/city", |bench| {
        bench.iter(|| snapshot::decode(black_box(&files.city)).expect("just written"));
    });
    criterion.bench_function("decode/city and texts", |bench| {
        bench.iter(|| {
            let mut city = snapshot::decode(black_box(&files.city)).expect("just written");
            for file in &files.texts {
                city.load_texts(file.district, &file.bytes)
                    .expect("just written");
            }
            city
        });
    });
}

criterion_group!(benches, searches, loading);
criterion_main!(benches);
