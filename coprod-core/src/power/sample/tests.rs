//! What is seen is as near to the truth as is said, and the same every time.

use super::*;
use crate::error::ErrorCode;
use crate::power::{MeasureRequest, measure};
use serde_json::{Value, json};

fn asked(request: &Value) -> Result<SampleAnswer, ErrorReport> {
    sample(&serde_json::from_value(request.clone()).unwrap())
}

fn group(samples: u32, seed: u32) -> Value {
    let members: Vec<Value> = (0..9)
        .map(|number| json!({"id": format!("m{number}"), "constituency": if number < 5 { "lived" } else { "staff" }}))
        .collect();
    let weights: serde_json::Map<String, Value> = (0..9).map(|number| (format!("m{number}"), json!(1 + number / 2))).collect();
    let rule =
        json!({"any": [{"each_constituency": {}}, {"votes": {"at_least": 19, "weights": weights}}, {"sign_off": ["m0", "m8"]}]});
    json!({"members": members, "rule": rule, "samples": samples, "seed": seed})
}

fn within(number: &SampledNumber, truth: f64) -> bool {
    (number.value - truth).abs() <= number.error
}

#[test]
fn everything_is_within_its_error_of_the_truth() {
    let mut request = group(1, 0);
    request.as_object_mut().unwrap().retain(|key, _| key == "members" || key == "rule");
    let truth = measure(&serde_json::from_value::<MeasureRequest>(request).unwrap()).unwrap();
    let mut tightest = 1.0_f64;
    for seed in 0..20 {
        for samples in [1, 40, 2_000] {
            let answer = asked(&group(samples, seed)).unwrap();
            assert!(within(&answer.coleman_act, truth.coleman_act.as_ref().unwrap().value));
            for (found, truth) in answer.members.iter().zip(&truth.members) {
                assert!(within(&found.banzhaf_absolute, truth.banzhaf_absolute.as_ref().unwrap().value), "{found:?}");
                assert!(within(&found.shapley_shubik, truth.shapley_shubik.as_ref().unwrap().value), "{found:?}");
                assert_eq!((found.veto, found.dictator), (truth.veto, truth.dictator));
                assert!(!found.seen_to_matter || !truth.dummy);
                tightest = tightest.min(found.shapley_shubik.error);
            }
            for (found, truth) in answer.constituencies.iter().zip(&truth.constituencies) {
                let sum = truth.if_each_votes_alone.as_ref().unwrap().shapley_shubik.value;
                assert!(within(&found.shapley_shubik, sum));
            }
        }
    }
    assert!(tightest < 0.05, "{tightest}");
}

#[test]
fn a_seed_says_the_same_again_and_another_something_else() {
    let [one, again, other] = [7, 7, 8].map(|seed| asked(&group(500, seed)).unwrap());
    assert_eq!(one, again);
    assert_ne!(one.members, other.members);
}

#[test]
fn samples_sum_to_their_number() {
    let answer = asked(&group(300, 1)).unwrap();
    let sum = Exact::sum(answer.members.iter().map(|member| &member.shapley_shubik.seen));
    assert_eq!(sum, Exact::one());
}

#[test]
fn those_without_a_vote_and_dictators_need_no_luck() {
    let request = json!({"members": [{"id": "ana"}, {"id": "bo"}], "rule": {"sign_off": ["ana"]}, "samples": 10});
    let answer = asked(&request).unwrap();
    assert!(answer.members[0].dictator && answer.members[0].veto && answer.members[0].seen_to_matter);
    assert_eq!(answer.members[1].shapley_shubik, SampledNumber { seen: Exact::zero(), value: 0.0, error: 0.0 });
    assert!(!answer.members[1].veto && !answer.members[1].seen_to_matter);
}

#[test]
fn what_is_out_of_range_is_refused_before_work() {
    let refused = |key: &str, value: Value| {
        let mut request = group(1, 0);
        request[key] = value;
        let error = asked(&request).unwrap_err();
        (error.code, error.path)
    };
    let out_of_range = |path: &str| (ErrorCode::OutOfRange, path.to_owned());
    assert_eq!(refused("samples", json!(0)), out_of_range("/samples"));
    assert_eq!(refused("samples", json!(1_000_001)), out_of_range("/samples"));
    assert_eq!(refused("confidence", json!("1")), out_of_range("/confidence"));
    assert_eq!(refused("confidence", json!("-1/2")), out_of_range("/confidence"));
    let members: Vec<Value> = (0..1_000).map(|number| json!({"id": format!("m{number}")})).collect();
    let error = asked(&json!({"members": members, "rule": {"majority": {}}, "samples": 1_000_000})).unwrap_err();
    assert_eq!(error.path, "/samples");
    assert!(error.message.ends_with(&format!("1 to {}", MOST_SAMPLE_STEPS / (1_001 * 7 + 1))), "{}", error.message);
}
