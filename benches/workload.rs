//! How long splits, their checks, hand-over frontiers, what-ifs, courses, calendars and pictures take.

use coprod_core::workload::courses::{CoursesRequest, courses};
use coprod_core::workload::{
    AlternativesRequest, CalendarRequest, ReplanRequest, ResilienceRequest, SplitRequest, VerifyRequest, WaysRequest,
    WorkPictureRequest, alternatives, calendar, compare, picture, replan, resilience, split, verify,
};
use criterion::{Criterion, criterion_group, criterion_main};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Numbers below the bounds asked for, the same in each run.
fn dice() -> impl FnMut(u64) -> u64 {
    let mut state = 7_u64;
    move |bound: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % bound
    }
}

/// People and tasks of random hours; a task asks for one of at most 100 skills, which a person has once in `rare`.
fn group(people: u64, tasks: u64, rare: u64) -> Value {
    let mut below = dice();
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

fn typed<T: DeserializeOwned>(request: Value) -> T {
    serde_json::from_value(request).unwrap()
}

/// The same with its split.
fn with_assignments(mut request: Value) -> Value {
    request["assignments"] = serde_json::to_value(split(&typed(request.clone())).unwrap().assignments).unwrap();
    request
}

/// A college with peers and professionals, two of four topics each.
fn college(size: u64) -> Value {
    let mut below = dice();
    let topics = ["sleep", "hope", "rights", "voices"];
    let tutors: Vec<Value> = (0..size)
        .map(|tutor| {
            let side = if tutor % 2 == 0 { "peer" } else { "professional" };
            let can: Vec<&str> = topics.iter().filter(|_| below(2) == 0).copied().collect();
            json!({"id": format!("t{tutor}"), "side": side, "hours": 4 + below(16), "topics": can})
        })
        .collect();
    let courses: Vec<Value> = (0..size)
        .map(|course| {
            let topic = topics[usize::try_from(below(4)).unwrap()];
            json!({"id": format!("c{course}"), "hours": 2 + below(9), "topics": [topic]})
        })
        .collect();
    json!({"tutors": tutors, "courses": courses})
}

fn workload(criterion: &mut Criterion) {
    for (name, people, tasks, rare) in [
        ("split 8 x 30", 8, 30, 1),
        ("split 12 x 40", 12, 40, 1),
        ("split 12 x 40, half able", 12, 40, 2),
        ("split 12 x 40, a quarter able", 12, 40, 4),
    ] {
        let request: SplitRequest = typed(group(people, tasks, rare));
        criterion.bench_function(name, |bench| bench.iter(|| split(&request).unwrap()));
    }
    let mut large = criterion.benchmark_group("large");
    large.sample_size(10);
    for (name, people, tasks) in [
        ("split 50 x 500, half able", 50, 500),
        ("split 200 x 5000, half able", 200, 5_000),
        ("split 1000 x 20000, half able", 1_000, 20_000),
    ] {
        let request: SplitRequest = typed(group(people, tasks, 2));
        large.bench_function(name, |bench| bench.iter(|| split(&request).unwrap()));
    }
    let mut together = group(1_000, 30, 1);
    together["tasks"].as_array_mut().unwrap().iter_mut().for_each(|task| task["needs"] = json!([{"count": 1_000}]));
    let together: SplitRequest = typed(together);
    large.bench_function("split 1000 x 30, all in each", |bench| bench.iter(|| split(&together).unwrap()));
    for (name, people, tasks) in [("verify 200 x 5000", 200, 5_000), ("verify 1000 x 20000", 1_000, 20_000)] {
        let request = group(people, tasks, 2);
        let answer = serde_json::to_value(split(&typed(request.clone())).unwrap()).unwrap();
        let request: VerifyRequest = typed(json!({"request": request, "answer": answer}));
        large.bench_function(name, |bench| bench.iter(|| verify(&request).unwrap()));
    }
    for size in [20, 60] {
        let request: CoursesRequest = typed(college(size));
        large.bench_function(format!("courses {size} x {size}"), |bench| bench.iter(|| courses(&request).unwrap()));
    }
    for (people, tasks) in [(12, 40), (20, 80)] {
        let mut request = group(people, tasks, 2);
        let absences: ResilienceRequest = typed(with_assignments(request.clone()));
        large.bench_function(format!("resilience {people} x {tasks}"), |bench| {
            bench.iter(|| resilience(&absences).unwrap());
        });
        for task in request["tasks"].as_array_mut().unwrap().iter_mut().take(12) {
            task["part_of"] = json!("brochure");
        }
        request["whole"] = json!("brochure");
        request["coordination"] = json!([{"id": "meeting", "each": "person", "hours": "2"}]);
        let ways: WaysRequest = typed(request);
        large.bench_function(format!("compare {people} x {tasks}"), |bench| bench.iter(|| compare(&ways).unwrap()));
    }
    large.finish();

    let mut request = with_assignments(group(7, 14, 2));
    request["change"] = json!({"left": "p0"});
    let plain: ReplanRequest = typed(request);
    criterion.bench_function("replan 7 x 14", |bench| bench.iter(|| replan(&plain).unwrap()));
    let mut request = with_assignments(group(10, 30, 2));
    let shown = request.clone();
    request["change"] = json!({"left": "p0"});
    request["handover"] = json!({"giver": {"practical": "1/4"}, "receiver": {"practical": "1/2", "emotional": "1/4"}});
    let costly: ReplanRequest = typed(request.clone());
    criterion.bench_function("replan 10 x 30, hand-overs that cost", |bench| bench.iter(|| replan(&costly).unwrap()));

    let all: AlternativesRequest = typed(shown.clone());
    criterion.bench_function("alternatives 10 x 30", |bench| bench.iter(|| alternatives(&all).unwrap()));
    let mut dated = shown.clone();
    for (number, task) in dated["tasks"].as_array_mut().unwrap().iter_mut().enumerate() {
        task["due"] = json!(format!("2026-06-{:02}", number % 30 + 1));
    }
    for (of, name) in [("hours", "hours"), ("rota", "a rota")] {
        let drawn: WorkPictureRequest = typed(json!({"of": {of: dated}}));
        criterion.bench_function(&format!("picture of {name} 10 x 30"), |bench| bench.iter(|| picture(&drawn).unwrap()));
    }
    dated["calendar"] = json!("bench");
    dated["made_on"] = json!("2026-06-01");
    let made: CalendarRequest = typed(dated);
    criterion.bench_function("calendar 10 x 30", |bench| bench.iter(|| calendar(&made).unwrap()));
}

criterion_group!(benches, workload);
criterion_main!(benches);
