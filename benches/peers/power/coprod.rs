//! Coprod's answer to one question of the comparison with its peers: JSON on standard input, JSON on standard output.
//!
//! Power is asked by typed requests, and once more from JSON to JSON; ranked ballots by numbers in flat lists. Time is processor time.

use std::hint::black_box;
use std::io::Read;

use coprod_benches::processor_time::mean;
use coprod_core::api::call;
use coprod_core::power::tally::{RankedBallots, TallyMethod, Ties, count_ranked};
use coprod_core::power::{MeasureRequest, measure};
use serde_json::{Value, json};

/// A mean is over at most so many times.
const TIMES: u32 = 2_000;

fn main() {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    let question: Value = serde_json::from_str(&text).unwrap();
    let answer = if question["kind"] == "ballots" { ballots(&question) } else { power(&question) };
    println!("{answer}");
}

fn power(question: &Value) -> Value {
    let index = question["ask"].as_str().unwrap();
    let ask = |numbers: &str| {
        let mut request = question["request"].clone();
        request["indices"] = json!([index]);
        request["numbers"] = json!(numbers);
        let typed: MeasureRequest = serde_json::from_value(request.clone()).unwrap();
        let answer = serde_json::to_value(measure(&typed).unwrap()).unwrap();
        let values: Vec<&Value> = answer["members"].as_array().unwrap().iter().map(|member| &member[index]).collect();
        let request = request.to_string();
        json!({
            "values": values,
            "algorithm": answer["algorithm"],
            "seconds": mean(TIMES, || drop(black_box(measure(black_box(&typed)).unwrap()))),
            "json_seconds": mean(TIMES, || drop(black_box(call("power.measure", black_box(&request)).unwrap()))),
        })
    };
    json!({"fractions": ask("fractions"), "decimals": ask("decimals")})
}

fn ballots(question: &Value) -> Value {
    let method = question["ask"].as_str().unwrap();
    let seats = question["seats"].as_u64().unwrap();
    let set = if method.ends_with("stv") { json!({"seats": seats}) } else { json!({}) };
    let method: TallyMethod = serde_json::from_value(json!({method: set})).unwrap();
    let options = usize::try_from(question["options"].as_u64().unwrap()).unwrap();
    let orders: Vec<Vec<u16>> = serde_json::from_value(question["orders"].clone()).unwrap();
    let counts: Vec<u64> = serde_json::from_value(question["counts"].clone()).unwrap();
    let build = || {
        let mut ballots = RankedBallots::new(options).unwrap();
        orders.iter().zip(&counts).for_each(|(order, count)| ballots.push(*count, order).unwrap());
        ballots
    };
    let cast = build();
    let counted = count_ranked(&cast, &method, &Ties::default()).unwrap();
    let outcomes: Vec<&Vec<usize>> = counted.outcomes.iter().map(|outcome| &outcome.chosen).collect();
    json!({
        "outcomes": outcomes,
        "build_seconds": mean(TIMES, || drop(black_box(build()))),
        "count_seconds": mean(TIMES, || drop(black_box(count_ranked(black_box(&cast), &method, &Ties::default()).unwrap()))),
    })
}
