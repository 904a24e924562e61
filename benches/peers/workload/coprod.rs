//! Coprod's answer to one question of the comparison with its peers: JSON on standard input, JSON on standard output.
//!
//! The split is asked by a typed request, and once more from JSON to JSON where the request is short enough; then the split is checked.

use std::hint::black_box;
use std::io::Read;

use coprod_benches::processor_time::mean;
use coprod_core::api::call;
use coprod_core::workload::{GuaranteeState, SplitRequest, VerifyRequest, split, verify};
use serde_json::{Value, json};

/// A mean is over at most so many times.
const TIMES: u32 = 200;

fn main() {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    let question: Value = serde_json::from_str(&text).unwrap();
    let request = request(&question);
    let typed: SplitRequest = serde_json::from_value(request.clone()).unwrap();
    let answer = split(&typed).unwrap();
    let written = serde_json::to_value(&answer).unwrap();
    let check = VerifyRequest { request: typed.clone(), answer: serde_json::from_value(written.clone()).unwrap() };
    let checked = verify(&check).unwrap();
    let text = request.to_string();
    let json = call("workload.split", &text).is_ok();
    let wanted = question["kinds"].as_array().unwrap().len();
    let mut holders = vec![Value::Null; wanted];
    for assignment in written["assignments"].as_array().unwrap() {
        holders[number(&assignment["task"])] = json!(number(&assignment["people"][0]));
    }
    println!(
        "{}",
        json!({
            "holders": holders,
            "vector": written["vector"],
            "bound": written["bound"],
            "proved": answer.optimal,
            "valid": checked.sound,
            "fails": checked.certificate.guarantees.iter().filter(|promise| promise.state == GuaranteeState::Fails).count(),
            "seconds": mean(TIMES, || drop(black_box(split(black_box(&typed)).unwrap()))),
            "verify_seconds": mean(TIMES, || drop(black_box(verify(black_box(&check)).unwrap()))),
            "json_seconds": json.then(|| mean(TIMES, || drop(black_box(call("workload.split", black_box(&text)).unwrap())))),
        })
    );
}

/// The question as coprod is asked it: a skill for each kind of task.
fn request(question: &Value) -> Value {
    let able = question["able"].as_array().unwrap();
    let people: Vec<Value> = question["capacities"]
        .as_array()
        .unwrap()
        .iter()
        .enumerate()
        .map(|(person, capacity)| {
            let skills: Vec<String> = able
                .iter()
                .enumerate()
                .filter(|(_, people)| people.as_array().unwrap().contains(&json!(person)))
                .map(|(kind, _)| format!("s{kind}"))
                .collect();
            json!({"id": format!("p{person}"), "capacity": capacity, "skills": skills})
        })
        .collect();
    let tasks: Vec<Value> = question["quarters"]
        .as_array()
        .unwrap()
        .iter()
        .zip(question["kinds"].as_array().unwrap())
        .enumerate()
        .map(|(task, (quarters, kind))| {
            let hundredths = quarters.as_u64().unwrap() * 25;
            let hours = format!("{}.{:02}", hundredths / 100, hundredths % 100);
            json!({"id": format!("t{task}"), "hours": hours, "needs": [{"skill": format!("s{kind}")}]})
        })
        .collect();
    json!({"people": people, "tasks": tasks})
}

fn number(id: &Value) -> usize {
    id.as_str().unwrap()[1..].parse().unwrap()
}
