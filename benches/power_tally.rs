//! How long counting 100,000 different ballots on 30 options takes, without JSON; and a small group's ballots from JSON to JSON.

use std::hint::black_box;

use coprod_core::api::call;
use coprod_core::power::tally::{RankedBallots, TallyMethod, Ties, count_ranked};
use criterion::{Criterion, criterion_group, criterion_main};
use serde_json::json;

/// Full orders in which options with small numbers tend to stand in front, so that no two ballots need be alike and the options differ.
fn ballots(count: u64, options: u16) -> RankedBallots {
    let mut seed = 20_261_122_u64;
    let mut roll = move || {
        // The SplitMix64 generator of Steele, Lea and Flood (2014).
        seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = seed;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    };
    let mut ballots = RankedBallots::new(options.into()).unwrap();
    for _ in 0..count {
        let mut order: Vec<(u64, u16)> = (0..options).map(|option| (roll() % 1_000 + u64::from(option) * 10, option)).collect();
        order.sort_unstable();
        ballots.push(1, &order.into_iter().map(|(_, option)| option).collect::<Vec<_>>()).unwrap();
    }
    ballots
}

fn tally(bench: &mut Criterion) {
    let many = ballots(100_000, 30);
    let mut time = |name: &str, method: &str| {
        let method: TallyMethod = serde_json::from_str(method).unwrap();
        bench.bench_function(name, |bench| bench.iter(|| count_ranked(black_box(&many), &method, &Ties::default()).unwrap()));
    };
    time("tally: Schulze, 100,000 ballots, 30 options", r#"{"schulze":{}}"#);
    time("tally: ranked pairs, 100,000 ballots, 30 options", r#"{"ranked_pairs":{}}"#);
    time("tally: instant run-off, 100,000 ballots, 30 options", r#"{"irv":{}}"#);
    time("tally: Meek, 3 seats, 100,000 ballots, 30 options", r#"{"meek_stv":{"seats":3}}"#);
    time("tally: Meek, 15 seats, 100,000 ballots, 30 options", r#"{"meek_stv":{"seats":15}}"#);
    time("tally: Scottish rules, 7 seats, 100,000 ballots, 30 options", r#"{"scottish_stv":{"seats":7}}"#);
    let ranking = |voter: usize| (0..8).map(|place| format!("o{}", (voter * 3 + place * 5) % 8)).collect::<Vec<_>>();
    let side = |voter: usize| if voter % 9 < 5 { "lived" } else { "staff" };
    let group: Vec<_> = (0..24).map(|voter| json!({"constituency": side(voter), "ranking": ranking(voter)})).collect();
    let options: Vec<String> = (0..8).map(|option| format!("o{option}")).collect();
    let request = json!({"options": options, "ballots": group, "method": {"schulze": {}}}).to_string();
    bench.bench_function("tally: Schulze, 24 voters, 8 options, JSON to JSON", |bench| {
        bench.iter(|| call("power.tally", black_box(&request)).unwrap());
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = tally
}
criterion_main!(benches);
