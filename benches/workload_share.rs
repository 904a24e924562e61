//! How long shares take: the Shapley value of 20 from 2^20 groups, random arrival of 20 and of 60, the nucleolus of 10.

use coprod_core::unit::Money;
use coprod_core::workload::share::{ShareGame, ShareRequest, WorthOfGroups, share};
use criterion::{Criterion, criterion_group, criterion_main};
use serde_json::{Value, json};

/// Numbers that look random.
fn below(state: &mut u64, bound: u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) % bound
}

fn parties(count: usize, claims: impl Fn(usize) -> u64) -> Vec<Value> {
    (0..count).map(|place| json!({"id": format!("p{place:02}"), "claim": format!("{}.00", claims(place))})).collect()
}

/// A game stated group by group, in which larger groups have more for each.
fn stated(count: usize) -> ShareRequest {
    let mut state = 5;
    let names: Vec<String> = (0..count).map(|place| format!("p{place:02}")).collect();
    let key = |group: usize| {
        let inside = names.iter().enumerate().filter(|(place, _)| group >> place & 1 == 1);
        inside.map(|(_, name)| name.as_str()).collect::<Vec<_>>().join("+")
    };
    let game: WorthOfGroups = (1..1_usize << count)
        .map(|group| {
            let size = u64::from(group.count_ones());
            let worth = 1_000 * size * size + if size == 1 { 0 } else { below(&mut state, 900 * size) };
            (key(group), Money::from_pence(i64::try_from(worth).unwrap()).unwrap())
        })
        .collect();
    let mut request: ShareRequest = serde_json::from_value(json!({"parties": parties(count, |_| 1), "rules": []})).unwrap();
    request.game = Some(ShareGame::Worth(game));
    request
}

fn workload_share(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("share");
    group.sample_size(10);
    for (name, count, rule) in
        [("shapley of 20", 20, "shapley"), ("nucleolus of 8", 8, "nucleolus"), ("nucleolus of 10", 10, "nucleolus")]
    {
        let mut request = stated(count);
        request.rules = serde_json::from_value(json!([rule])).unwrap();
        group.bench_function(name, |bench| bench.iter(|| share(&request).unwrap()));
    }
    for (name, count) in [("random arrival of 20", 20), ("random arrival of 60", 60)] {
        let request = json!({
            "parties": parties(count, |place| 100 + 37 * (place as u64 % 11)), "amount": "4000.00", "rules": ["random_arrival"],
            "above_claims": "equal"
        });
        let request: ShareRequest = serde_json::from_value(request).unwrap();
        group.bench_function(name, |bench| bench.iter(|| share(&request).unwrap()));
    }
    group.finish();
}

criterion_group!(benches, workload_share);
criterion_main!(benches);
