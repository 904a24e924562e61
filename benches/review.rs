//! How long a review of the built-in project takes: from JSON to JSON, and as the HTML report.

use coprod_core::api::call;
use criterion::{Criterion, criterion_group, criterion_main};

fn review(criterion: &mut Criterion) {
    let example = call("review.example", "{}").unwrap();
    let project = serde_json::from_str::<serde_json::Value>(&example).unwrap()["project"].to_string();
    let request = format!("{{\"project\":{project}}}");
    criterion.bench_function("review of the built-in project", |bench| bench.iter(|| call("review", &request)));
    let request = format!("{{\"project\":{project},\"format\":\"html\"}}");
    criterion.bench_function("the same as an HTML report", |bench| bench.iter(|| call("review.report", &request)));
}

criterion_group!(benches, review);
criterion_main!(benches);
