//! How long measuring and deciding take, from the request as text to the answer as text.

use std::hint::black_box;

use coprod_core::api::call;
use criterion::{Criterion, criterion_group, criterion_main};
use serde_json::{Map, Value, json};

fn members(count: usize) -> Value {
    let side = |number: usize| if number % 9 < 5 { "lived" } else { "staff" };
    (0..count).map(|number| json!({"id": format!("m{number}"), "constituency": side(number)})).collect()
}

/// Weights without a pattern that a shortcut could use.
fn weights(count: usize, salt: usize) -> Value {
    let weight = |number: usize| 1 + (number * 7919 + salt * 104_729) % 997;
    Value::Object((0..count).map(|number| (format!("m{number}"), json!(weight(number)))).collect::<Map<_, _>>())
}

fn share(count: usize, salt: usize, bar: &str) -> Value {
    json!({"votes": {"at_least": bar, "of": "members", "weights": weights(count, salt)}})
}

fn two_houses() -> Value {
    json!({"members": members(9), "rule": {"each_constituency": {}}})
}

fn tree_of_twenty() -> Value {
    let parts = [share(20, 1, "1/2"), share(20, 2, "2/3"), json!({"majority": {"of": "members"}})];
    let rule = json!({"any": [
        {"all": [{"at_least": {"count": 2, "of": parts}}, {"each_constituency": {}}]},
        {"veto": {"by": ["m3"], "then": share(20, 3, "3/5"), "unless": {"two_thirds": {"among": "lived"}}}},
    ]});
    json!({"members": members(20), "rule": rule})
}

fn weighted(count: usize) -> Value {
    json!({"members": members(count), "rule": share(count, 5, "3/5")})
}

fn hundred_votes() -> Value {
    let vote = |number: usize| ["yes", "no", "abstain", "no", "absent"][number % 5];
    let votes: Map<String, Value> = (0..100).map(|number| (format!("m{number}"), json!(vote(number)))).collect();
    let rule = json!({"quorum": {"present": "1/2", "then": {"all": [{"each_constituency": {}}, {"sign_off": ["m1"]}]}}});
    json!({"members": members(100), "rule": rule, "votes": votes})
}

fn power(bench: &mut Criterion) {
    let mut time = |name: &str, endpoint: &str, request: &Value| {
        let request = request.to_string();
        bench.bench_function(name, |bench| bench.iter(|| call(endpoint, black_box(&request)).unwrap()));
    };
    time("measure: 9 members, two houses", "power.measure", &two_houses());
    time("measure: 20 members, a tree of weights", "power.measure", &tree_of_twenty());
    time("measure: 25 members, weighted", "power.measure", &weighted(25));
    time("decide: 100 members", "power.decide", &hundred_votes());
    let council: Value = serde_json::from_str(include_str!("../tests/vectors/power/measure_eu27_lisbon.json")).unwrap();
    time("measure: Council of the European Union, 27 members", "power.measure", &council["request"]);
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = power
}
criterion_main!(benches);
