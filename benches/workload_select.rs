//! How long the fairest chances under quotas take, and their check.

use coprod_core::workload::select::{SelectCheckRequest, SelectRequest, select, select_check};
use criterion::{Criterion, criterion_group, criterion_main};
use serde_json::{Value, json};

/// A pool skewed against a population by chance; quotas in proportion to the population, rounded down and up.
fn pool(people: u64, size: u64, features: &[u64], aim: &str) -> SelectRequest {
    let mut state = 7_u64;
    let mut below = |bound: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % bound
    };
    let mut quotas = json!({});
    let mut skews: Vec<Vec<u64>> = Vec::new();
    for (feature, values) in features.iter().enumerate() {
        let shares: Vec<u64> = (0..*values).map(|_| 50 + below(100)).collect();
        let total: u64 = shares.iter().sum();
        for (value, share) in shares.iter().enumerate() {
            let quota = json!({"at_least": share * size / total, "at_most": (share * size).div_ceil(total)});
            quotas[format!("f{feature}")][format!("v{value}")] = quota;
        }
        skews.push(shares.iter().map(|share| share * (40 + below(160))).collect());
    }
    let people: Vec<Value> = (0..people)
        .map(|person| {
            let mut own = json!({});
            for (feature, skew) in skews.iter().enumerate() {
                let mut at = below(skew.iter().sum());
                let value = skew.iter().position(|share| {
                    let here = at < *share;
                    at = at.saturating_sub(*share);
                    here
                });
                own[format!("f{feature}")] = json!(format!("v{}", value.unwrap_or(0)));
            }
            json!({"id": format!("p{person}"), "features": own})
        })
        .collect();
    serde_json::from_value(json!({"people": people, "size": size, "quotas": quotas, "aim": aim})).unwrap()
}

fn workload_select(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("select");
    group.sample_size(10);
    for (name, people, size, features, aim) in [
        ("150 choose 22, 4 features, leximin", 150, 22, &[2_u64, 4, 3, 5][..], "leximin"),
        ("150 choose 22, 6 features, leximin", 150, 22, &[2, 5, 3, 4, 2, 6], "leximin"),
        ("500 choose 75, 4 features, maximin", 500, 75, &[2, 4, 3, 5], "maximin"),
        ("500 choose 75, 6 features, maximin", 500, 75, &[2, 5, 3, 4, 2, 6], "maximin"),
    ] {
        let request = pool(people, size, features, aim);
        group.bench_function(name, |bench| bench.iter(|| select(&request).unwrap()));
        let answer = select(&request).unwrap();
        assert!(answer.proved, "{name}");
        let check = SelectCheckRequest { request, answer };
        group.bench_function(format!("check {name}"), |bench| bench.iter(|| select_check(&check).unwrap()));
    }
    group.finish();
}

criterion_group!(benches, workload_select);
criterion_main!(benches);
