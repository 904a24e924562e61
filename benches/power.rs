//! How long measuring and deciding take, from the request as text to the answer as text.

use std::hint::black_box;
use std::time::Duration;

use coprod_core::api::call;
use coprod_core::power::batch::{GroupColumns, VoteColumns, measure_batch};
use coprod_core::power::{MeasureRequest, measure};
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

/// The request of a shared vector.
fn vector(text: &str) -> Value {
    serde_json::from_str::<Value>(text).unwrap()["request"].clone()
}

fn asking(mut request: Value, indices: &[&str]) -> Value {
    request["indices"] = json!(indices);
    request
}

fn power(bench: &mut Criterion) {
    let mut time = |name: &str, endpoint: &str, request: &Value| {
        let request = request.to_string();
        bench.bench_function(name, |bench| bench.iter(|| call(endpoint, black_box(&request)).unwrap()));
    };
    time("measure: 9 members, two houses", "power.measure", &two_houses());
    time("measure: 20 members, a tree of weights", "power.measure", &tree_of_twenty());
    time("minimal coalitions: 20 members, a tree of weights", "power.minimal_coalitions", &tree_of_twenty());
    time("measure: 25 members, weighted", "power.measure", &weighted(25));
    time("decide: 100 members", "power.decide", &hundred_votes());
    let council = vector(include_str!("../tests/vectors/power/measure_eu27_lisbon.json"));
    let federal = vector(include_str!("../tests/vectors/power/measure_us_federal_537.json"));
    time("measure: Council of the European Union, 27 members, all indices", "power.measure", &council);
    // From here on without text: the rule is read and the answer is not written.
    let mut time = |name: &str, request: Value| {
        let request: MeasureRequest = serde_json::from_value(request).unwrap();
        bench.bench_function(name, |bench| bench.iter(|| measure(black_box(&request)).unwrap()));
    };
    let two = ["banzhaf", "shapley_shubik"];
    time("typed: Council of the European Union, Banzhaf and Shapley-Shubik", asking(council, &two));
    time("typed: United States, 537 members, Banzhaf and Shapley-Shubik", asking(federal.clone(), &two));
    time("typed: United States, 537 members, all indices", federal);
    time("typed: 50 members, weighted, Shapley-Shubik", asking(weighted_hundred(50), &["shapley_shubik"]));
    time("typed: 50 members, weighted, all indices", weighted_hundred(50));
    time("typed: 100 members, weighted, Shapley-Shubik", asking(weighted_hundred(100), &["shapley_shubik"]));
    time("typed: 34 members of large weights, Shapley-Shubik", asking(huge(34), &two));
    time("typed: 40 members, two sums and two houses, Banzhaf and Shapley-Shubik", asking(compound(40), &two));
    // Decimals with their errors; the quota is half of all weight.
    for (heaviest, quota) in [(99, "25,000"), (399, "100,000")] {
        let thousand = decimals(1000, heaviest);
        time(&format!("typed: 1,000 members, quota {quota}, Banzhaf"), asking(thousand.clone(), &["banzhaf"]));
        time(&format!("typed: 1,000 members, quota {quota}, Shapley-Shubik"), asking(thousand, &["shapley_shubik"]));
    }
    // As many members as the International Monetary Fund has, and as much weight.
    let fund = decimals(188, 26_000);
    time("typed: 188 members, total weight 2,500,000, Banzhaf", asking(fund.clone(), &["banzhaf"]));
    time("typed: 188 members, total weight 2,500,000, Shapley-Shubik", asking(fund, &["shapley_shubik"]));
    many_groups(bench);
}

/// Groups of ten in two constituencies: a weighted vote of all, and a majority of each side.
fn many_groups(bench: &mut Criterion) {
    let (rows, members) = (100_000, 10);
    let numbers = |most: usize, salt: usize| (0..rows * members).map(move |at| (at * 7919 + salt) % most);
    let weights: Vec<u32> = numbers(97, 5).map(|number| 1 + u32::try_from(number).unwrap()).collect();
    let sides: Vec<u8> = numbers(13, 1).map(|number| u8::from(number > 6)).collect();
    let of_side = |side: u8| -> Vec<u32> { sides.iter().map(|own| u32::from(*own == side)).collect() };
    let bars = |weights: &[u32]| -> Vec<u32> { weights.chunks(members).map(|row| row.iter().sum::<u32>() / 2 + 1).collect() };
    let all = [weights, of_side(0), of_side(1)];
    let bars = all.each_ref().map(|weights| bars(weights));
    let votes: Vec<VoteColumns> = all.iter().zip(&bars).map(|(weights, bars)| VoteColumns { weights, bars }).collect();
    let two = GroupColumns { members, votes: &votes[1..], at_least: 2, constituencies: &sides };
    let three = GroupColumns { votes: &votes, at_least: 3, ..two };
    bench.bench_function("batch: 100,000 groups of 10, two houses", |bench| {
        bench.iter(|| measure_batch(black_box(&two)).unwrap())
    });
    bench.bench_function("batch: 100,000 groups of 10, two houses and a weighted vote", |bench| {
        bench.iter(|| measure_batch(black_box(&three)).unwrap());
    });
}

fn decimals(count: usize, heaviest: usize) -> Value {
    let weights: Map<String, Value> = (0..count).map(|i| (format!("m{i}"), json!(1 + i * 7919 % heaviest))).collect();
    let rule = json!({"votes": {"more_than": "1/2", "of": "members", "weights": weights}});
    json!({"members": ids(count), "rule": rule, "numbers": "decimals"})
}

/// Weights up to 100.
fn weighted_hundred(count: usize) -> Value {
    let weights: Map<String, Value> = (0..count).map(|i| (format!("m{i}"), json!(1 + i * 7919 % 100))).collect();
    json!({"members": ids(count), "rule": {"votes": {"more_than": "1/2", "of": "members", "weights": weights}}})
}

fn huge(count: usize) -> Value {
    let weights: Map<String, Value> =
        (0..count).map(|i| (format!("m{i}"), json!(1_000_000_007_u64 + i as u64 * 104_729_777))).collect();
    json!({"members": ids(count), "rule": {"votes": {"more_than": "1/2", "of": "members", "weights": weights}}})
}

fn compound(count: usize) -> Value {
    let weights: Map<String, Value> = (0..count).map(|i| (format!("m{i}"), json!(1 + i % 5))).collect();
    let weighted = json!({"votes": {"at_least": "3/5", "of": "members", "weights": weights}});
    json!({"members": members(count), "rule": {"all": [weighted, {"each_constituency": {}}]}})
}

fn ids(count: usize) -> Value {
    (0..count).map(|number| json!(format!("m{number}"))).collect()
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(1));
    targets = power
}
criterion_main!(benches);
