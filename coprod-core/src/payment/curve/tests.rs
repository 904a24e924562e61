//! Curves of persons whose kinks are known, and every penny of them.

use super::*;
use crate::payment::ledger::Exactly;

/// Somebody on Universal Credit with 100 pounds of work allowance left, who is paid with code BR.
const CREDIT: &str = r#"{"person": {"nation": "england", "age": 40, "permission_to_work": "yes",
    "universal_credit": {"first_day": 3, "maximum_award": "600.00", "work_allowance": "with_housing",
        "other_net_earnings": "327.00", "benefit_cap": "exempt", "surplus_threshold": "2500.00"}},
    "payment": {"fee": "150.00", "how_paid": "paye", "tax_code": "BR", "same_employer": false, "hours": "6",
        "work_dates": ["2026-06-10"], "paid_on": "2026-06-15", "reported_on": "2026-06-15"}}"#;

/// A carer.
const CARER: &str = r#"{"person": {"nation": "england", "age": 40, "permission_to_work": "yes",
    "carers_allowance": {"pattern": "weekly", "other_net_weekly_earnings": "50.00"}},
    "payment": {"fee": "150.00", "how_paid": "paye", "tax_code": "0T", "same_employer": false, "hours": "6",
        "work_dates": ["2026-06-10"], "paid_on": "2026-06-15", "reported_on": "2026-06-15"}}"#;

/// A new-style claimant whose work is spread over two weeks.
const ALLOWANCE: &str = r#"{"person": {"nation": "scotland", "age": 40, "permission_to_work": "yes",
    "employment_and_support_allowance": {"kind": "new_style", "group": "support", "other_weekly_earnings": "10.00",
        "other_weekly_hours": 1, "supervised": false}},
    "payment": {"fee": "150.00", "how_paid": "paye", "tax_code": "SBR", "same_employer": false, "hours": "6",
        "work_dates": ["2026-06-10", "2026-06-17"], "paid_on": "2026-06-19", "reported_on": "2026-06-19"}}"#;

fn read(request: &str) -> CurveRequest {
    serde_json::from_str(request).unwrap()
}

#[test]
fn every_penny_is_near_its_line() {
    for text in [CREDIT, CARER, ALLOWANCE] {
        let request = read(text);
        let until = Money::from_whole_pounds(700);
        let span = Span::of(&request.payment, None, until, MOST_CURVE_FEE).unwrap();
        let many = Many::of(&request.person, &request.payment, span, false).unwrap();
        let mut all = many.drawn(span).unwrap();
        assert_eq!(all.len(), 1);
        let Drawn { scene, pieces } = &mut all[0];
        for piece in pieces.iter() {
            for fee in piece.from..=piece.until {
                let kept = scene.kept(fee).unwrap();
                for which in [0, 1] {
                    let line = piece.signs.kept[which].at(fee).unwrap();
                    let gap = Exactly::from_integer(i128::from(kept[which])) - line;
                    let near = Exactly::new(i128::from(piece.slack[which]), 1000);
                    assert!(gap <= near && -gap <= near, "{fee}: {kept:?} {line} {near} in {} to {}", piece.from, piece.until);
                }
            }
        }
    }
}

#[test]
fn the_first_fee_that_is_enough_is_the_first() {
    for text in [CREDIT, CARER, ALLOWANCE] {
        let request = read(text);
        let span = Span { from: 0, until: 60_000 };
        let many = Many::of(&request.person, &request.payment, span, false).unwrap();
        let mut all = many.drawn(span).unwrap();
        let Drawn { scene, pieces } = &mut all[0];
        let kept: Vec<i64> = (0..=60_000).map(|fee| scene.kept(fee).unwrap()[0]).collect();
        for target in (0..60_000).step_by(997) {
            let slow = kept.iter().position(|kept| *kept >= target).map(|fee| i64::try_from(fee).unwrap());
            assert_eq!(first_at_least(scene, pieces, 0, 0, target).unwrap(), slow, "{target}");
        }
    }
}

#[test]
fn a_kink_is_named_after_its_rule() {
    let answer = curve(&read(CREDIT)).unwrap();
    let named: Vec<(&str, &str)> =
        answer.breaks.iter().flat_map(|place| place.because.iter().map(|cause| (cause.subject, cause.rule))).collect();
    assert!(named.contains(&("universal_credit", "universal_credit.over_allowance")), "{named:?}");
    assert!(named.contains(&("universal_credit", "universal_credit.award")), "{named:?}");
    let first = &answer.pieces[0];
    assert_eq!(first.of_a_pound.least.to_string(), "4/5");
    assert_eq!(answer.pieces[1].of_a_pound.least.to_string(), "9/25");
}

#[test]
fn a_cliff_says_what_it_costs() {
    let answer = curve(&read(CARER)).unwrap();
    let cliff = answer.breaks.iter().find_map(|place| place.cliff.as_ref()).unwrap();
    assert!(cliff.text.starts_with("the highest fee below this cliff, on what you told us"));
    assert!(cliff.as_much_again_from.unwrap() > cliff.highest_fee_below);
    assert!(cliff.lost.low() > Money::ZERO);
}

#[test]
fn what_is_not_known_gives_ranges() {
    let text = CREDIT.replace(r#""tax_code": "BR", "#, "").replace(r#""work_allowance": "with_housing","#, "");
    let answer = curve(&read(&text)).unwrap();
    assert!(answer.cases > 1);
    assert!(!answer.questions.is_empty());
    assert!(answer.pieces.iter().any(|piece| piece.kept_until.eventual.exact().is_none()));
}
