use num_bigint::BigInt;
use num_rational::BigRational;

use super::lottery::{number_of, share_out};
use super::{SelectCheckRequest, SelectGuarantee, SelectRequest, lift, select, select_check, select_within};

fn ratio(top: i64, bottom: i64) -> BigRational {
    BigRational::new(top.into(), bottom.into())
}

fn request(text: &str) -> SelectRequest {
    serde_json::from_str(text).unwrap()
}

/// Thirty people of five kinds that no simple rule can choose from.
fn hard() -> SelectRequest {
    let people: Vec<String> = (0..30)
        .map(|number| {
            let (role, age, area) = (number % 3, number % 5, number * number % 7 % 4);
            format!(r#"{{"id": "p{number}", "features": {{"role": "r{role}", "age": "a{age}", "area": "z{area}"}}}}"#)
        })
        .collect();
    request(&format!(
        r#"{{"people": [{}], "size": 8, "quotas": {{
            "role": {{"r0": {{"at_least": 2, "at_most": 4}}, "r1": {{"at_least": 2, "at_most": 4}}, "r2": {{"at_least": 2, "at_most": 4}}}},
            "age": {{"a0": {{"at_most": 1}}, "a1": {{"at_least": 1, "at_most": 2}}, "a2": {{}}, "a3": {{"at_most": 2}}, "a4": {{"at_least": 2}}}},
            "area": {{"z0": {{"at_most": 2}}, "z1": {{"at_least": 1}}, "z2": {{"at_least": 2}}, "z3": {{}}}}}}}}"#,
        people.join(", ")
    ))
}

#[test]
fn lots_are_whole_and_complete() {
    let panels: Vec<(Vec<i64>, BigRational)> = [(1, 2), (1, 3), (1, 6)].map(|(top, bottom)| (vec![1], ratio(top, bottom))).into();
    assert_eq!(share_out(&panels, 10), [5, 3, 2]);
    assert_eq!(share_out(&panels, 1), [1, 0, 0]);
    assert_eq!(share_out(&panels, 6), [3, 2, 1]);
}

#[test]
fn a_seed_gives_the_number_that_others_find() {
    // The SHA-256 of "abc" as published with the standard (FIPS 180-2, B.1).
    let (digest, number) = number_of("abc", 1024);
    assert_eq!(digest, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_eq!(number, 0x1ad);
}

#[test]
fn equations_are_solved_exactly() {
    let lines = vec![vec![(0, 2), (1, 1)], vec![(0, 1), (1, -3)]];
    let (tops, bottom) = lift::solve(&lines, &[BigInt::from(1), BigInt::from(0)]).unwrap();
    assert_eq!(BigRational::new(tops[0].clone(), bottom.clone()), ratio(3, 7));
    assert_eq!(BigRational::new(tops[1].clone(), bottom), ratio(1, 7));
    assert!(lift::solve(&[vec![(0, 1), (1, 1)], vec![(0, 2), (1, 2)]], &[BigInt::from(1), BigInt::from(1)]).is_none());
}

#[test]
fn without_enough_steps_the_answer_says_so() {
    let request = hard();
    let whole = select(&request).unwrap();
    assert!(whole.proved && whole.gain_at_most.is_none());
    let mut short = 0;
    for work in (8..34).map(|power| 1 << power) {
        let answer = select_within(&request, work).unwrap();
        if answer.proved {
            continue;
        }
        short += 1;
        let check = select_check(&SelectCheckRequest { request: request.clone(), answer: answer.clone() }).unwrap();
        assert!(check.holds, "{}", serde_json::to_string(&check).unwrap());
        assert_ne!(check.guarantee, SelectGuarantee::Leximin);
        if answer.feasible.is_some() && answer.not_selectable.is_empty() {
            assert!(answer.gain_at_most.is_some());
        }
    }
    assert!(short > 1);
}

#[test]
fn small_counts_are_hidden() {
    let mut ask = hard();
    assert!(select(&ask).unwrap().funnel.iter().all(|line| line.offered.is_none_or(|count| count >= 3)));
    ask.show_small_counts = true;
    assert!(select(&ask).unwrap().funnel.iter().all(|line| line.offered.is_some() && line.on_panel.is_none()));
}
