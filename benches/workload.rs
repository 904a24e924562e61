//! How long splits and hand-over frontiers take.

use coprod_core::workload::{ReplanRequest, SplitRequest, replan, split};
use criterion::{Criterion, criterion_group, criterion_main};
use serde_json::{Value, json};

/// People and tasks of random hours; a task asks for one of at most 100 skills, which a person has once in `rare`.
fn group(people: u64, tasks: u64, rare: u64) -> Value {
    let mut state = 7_u64;
    let mut below = |bound: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % bound
    };
    let kinds = tasks.min(100);
    let workers: Vec<Value> = (0..people)
        .map(|person| {
            let skills: Vec<String> = (0..kinds).filter(|_| below(rare) == 0).map(|task| format!("s{task}")).collect();
            json!({"id": format!("p{person}"), "capacity": 10 + below(30), "skills": skills})
        })
        .collect();
    let tasks: Vec<Value> = (0..tasks)
        .map(|task| json!({"id": format!("t{task}"), "hours": 1 + below(12), "needs": [{"skill": format!("s{}", task % kinds)}]}))
        .collect();
    json!({"people": workers, "tasks": tasks})
}

fn workload(criterion: &mut Criterion) {
    for (name, people, tasks, rare) in [
        ("split 8 x 30", 8, 30, 1),
        ("split 12 x 40", 12, 40, 1),
        ("split 12 x 40, half able", 12, 40, 2),
        ("split 12 x 40, a quarter able", 12, 40, 4),
    ] {
        let request: SplitRequest = serde_json::from_value(group(people, tasks, rare)).unwrap();
        criterion.bench_function(name, |bench| bench.iter(|| split(&request).unwrap()));
    }
    let mut large = criterion.benchmark_group("large");
    large.sample_size(10);
    for (name, people, tasks) in [
        ("split 50 x 500, half able", 50, 500),
        ("split 200 x 5000, half able", 200, 5_000),
        ("split 1000 x 20000, half able", 1_000, 20_000),
    ] {
        let request: SplitRequest = serde_json::from_value(group(people, tasks, 2)).unwrap();
        large.bench_function(name, |bench| bench.iter(|| split(&request).unwrap()));
    }
    large.finish();
    let mut request = group(7, 14, 2);
    let split: SplitRequest = serde_json::from_value(request.clone()).unwrap();
    request["assignments"] = serde_json::to_value(coprod_core::workload::split(&split).unwrap().assignments).unwrap();
    request["change"] = json!({"left": "p0"});
    let request: ReplanRequest = serde_json::from_value(request).unwrap();
    criterion.bench_function("replan 7 x 14", |bench| bench.iter(|| replan(&request).unwrap()));
}

criterion_group!(benches, workload);
criterion_main!(benches);
