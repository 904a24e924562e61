//! The curve against take-home itself: at every penny beside its breaks, and at fees here and there.

use coprod_core::payment::break_even::{BreakEvenRequest, break_even};
use coprod_core::payment::curve::{CurveAnswer, CurveBreakKind, CurvePiece, CurveRequest, curve};
use coprod_core::payment::{KeptMoney, TakeHomeRequest, take_home};
use coprod_tests::dice::Dice;
use serde_json::{Value, json};

/// How many persons are tried.
const PERSONS: usize = 32;

fn money(pence: i64) -> String {
    format!("{}.{:02}", pence / 100, pence % 100)
}

fn pounds(dice: &mut Dice, most: usize) -> String {
    money(i64::try_from(dice.below(most * 100)).unwrap())
}

/// Somebody with a benefit or two, everything told.
fn person(dice: &mut Dice) -> Value {
    let scotland = dice.once_in(4);
    let mut person = json!({"nation": if scotland { "scotland" } else { "england" }, "age": 40, "permission_to_work": "yes"});
    let wages = dice.once_in(3);
    if wages {
        let mut income = json!({"wages": pounds(dice, 30_000)});
        if dice.once_in(2) {
            income["student_loans"] = json!(["plan_2"]);
        }
        person["other_income"] = income;
    }
    let a_week = if wages { "10.00" } else { "0.00" };
    let earned = if wages { pounds(dice, 1_200) } else { "0.00".to_owned() };
    if dice.below(3) > 0 {
        person["universal_credit"] = json!({
            "first_day": 1 + dice.below(28), "maximum_award": pounds(dice, 1_600), "other_net_earnings": earned,
            "work_allowance": dice.pick(&["none", "with_housing", "without_housing"]),
            "benefit_cap": dice.pick(&["exempt", "exempt", "single_outside_london"]),
            "unearned_income": if dice.once_in(4) { pounds(dice, 200) } else { "0.00".to_owned() },
            "surplus_threshold": dice.pick(&["300.00", "2500.00"]),
        });
    } else if dice.once_in(2) {
        person["housing_benefit"] = json!({
            "weekly_amount": pounds(dice, 120), "passported": false, "household": dice.pick(&["single", "couple"]),
            "permitted_work_accepted": dice.once_in(2), "other_weekly_earnings": a_week, "room": pounds(dice, 20),
        });
    }
    match dice.below(5) {
        0 => {
            let key = if scotland { "carer_support_payment" } else { "carers_allowance" };
            person[key] = json!({
                "pattern": dice.pick(&["weekly", "one_off"]), "other_net_weekly_earnings": if wages { pounds(dice, 150) } else { "0.00".to_owned() },
                "care_costs": if dice.once_in(3) { pounds(dice, 60) } else { "0.00".to_owned() },
            });
        }
        1 if !wages => {
            person["employment_and_support_allowance"] = json!({
                "kind": "new_style", "group": "support", "other_weekly_earnings": "0.00", "other_weekly_hours": 0, "supervised": false,
            });
        }
        2 if !wages => {
            person["jobseekers_allowance"] =
                json!({"kind": "new_style", "other_weekly_earnings": "0.00", "other_weekly_hours": 0});
        }
        3 if person.get("universal_credit").is_none() && person.get("housing_benefit").is_none() => {
            person["age"] = json!(70);
            person["pension_credit"] = json!({
                "weekly_amount": pounds(dice, 100), "couple": dice.once_in(2), "higher_disregard": false, "other_weekly_earnings": a_week,
            });
        }
        _ => {}
    }
    // Carers and the support group are outside the benefit cap.
    let outside = ["carers_allowance", "carer_support_payment", "employment_and_support_allowance"];
    if outside.into_iter().any(|benefit| person.get(benefit).is_some()) && person.get("universal_credit").is_some() {
        person["universal_credit"]["benefit_cap"] = json!("exempt");
    }
    person
}

/// The same with something that is not known any more.
fn forget(dice: &mut Dice, person: &mut Value, payment: &mut Value) {
    if dice.once_in(2) {
        payment["tax_code"] = json!("unknown");
    }
    if let Some(credit) = person.get_mut("universal_credit") {
        let fact = dice.pick(&["work_allowance", "benefit_cap", "surplus_threshold"]);
        credit[fact] = json!("unknown");
    } else {
        payment["how_paid"] = json!("unknown");
    }
}

fn payment(dice: &mut Dice, scotland: bool) -> Value {
    let prefix = if scotland { "S" } else { "" };
    let code = dice.pick(&["1257L", "BR", "0T", "1257L M1"]);
    let dates: &[&str] = if dice.once_in(2) { &["2026-06-10"] } else { &["2026-06-10", "2026-06-17"] };
    json!({
        "fee": "100.00", "how_paid": dice.pick(&["paye", "paye", "gross"]), "tax_code": format!("{prefix}{code}"),
        "same_employer": false, "work_dates": dates, "paid_on": "2026-06-19", "reported_on": "2026-06-19", "hours": 6,
    })
}

fn kept(person: &Value, payment: &Value, fee: i64) -> KeptMoney {
    let mut payment = payment.clone();
    payment["fee"] = json!(money(fee));
    let request: TakeHomeRequest =
        serde_json::from_value(json!({"person": person, "payments": [payment], "assume_latest": true})).unwrap();
    take_home(&request).unwrap().kept.unwrap()
}

fn drawn(person: &Value, payment: &Value, until: i64) -> CurveAnswer {
    let request = json!({"person": person, "payment": payment, "until": money(until), "assume_latest": true});
    let request: CurveRequest = serde_json::from_value(request).unwrap();
    curve(&request).unwrap_or_else(|error| panic!("{error}: {request:?}"))
}

fn of(kept: &KeptMoney) -> [[i64; 2]; 2] {
    [kept.in_period, kept.eventual].map(|kept| [kept.low().pence(), kept.high().pence()])
}

/// Checks what take-home says against a piece: the same at its ends, and between them near the line, from its own side.
fn check(piece: &CurvePiece, fee: i64, kept: &KeptMoney, who: &str) {
    let (from, until) = (piece.from.pence(), piece.until.pence());
    let (first, last) = (of(&piece.kept_from), of(&piece.kept_until));
    for (which, real) in of(kept).into_iter().enumerate() {
        for (side, real) in real.into_iter().enumerate() {
            let (first, last) = (first[which][side], last[which][side]);
            if fee == from {
                assert_eq!(real, first, "{fee} {who}");
            }
            if fee == until {
                assert_eq!(real, last, "{fee} {who}");
            }
            // Times the length of the piece, so that the line stays exact.
            let length = i128::from((until - from).max(1));
            let line = i128::from(first) * length + i128::from(last - first) * i128::from(fee - from);
            let gap = i128::from(real) * length - line;
            let near = i128::from(piece.rounding.pence()) * length;
            let exact = of(kept).iter().all(|[low, high]| low == high);
            let fits = match (exact, side) {
                (true, _) => gap.abs() <= near,
                (false, 0) => gap >= -near,
                (false, _) => gap <= near,
            };
            assert!(fits, "{fee} keeps {real}, {} from {from} to {until} {first} to {last}: {who}", piece.rounding);
        }
    }
}

#[test]
fn the_curve_is_take_home_at_every_fee() {
    let mut dice = Dice::new(20_260_615);
    for _ in 0..PERSONS {
        let mut person = person(&mut dice);
        let mut payment = payment(&mut dice, person["nation"] == "scotland");
        if dice.once_in(6) {
            forget(&mut dice, &mut person, &mut payment);
        }
        let who = format!("{}", json!({"person": person, "payment": payment}));
        let until: usize = dice.pick(&[80_000, 200_000, 200_000, 200_000, 1_000_000]);
        let most = i64::try_from(until).unwrap();
        let answer = drawn(&person, &payment, most);
        let mut fees: Vec<i64> = (0..12).map(|_| i64::try_from(dice.below(until + 1)).unwrap()).collect();
        for place in &answer.breaks {
            fees.extend((-2..=3).map(|by| (place.after.pence() + by).clamp(0, most)));
        }
        fees.sort_unstable();
        fees.dedup();
        for fee in fees {
            let piece = answer.pieces.iter().find(|piece| piece.until.pence() >= fee).unwrap();
            check(piece, fee, &kept(&person, &payment, fee), &who);
        }
        breaks(&answer, &person, &payment, &who);
    }
}

/// At each break something changes: the part of a pound that is kept, or what is kept itself.
fn breaks(answer: &CurveAnswer, person: &Value, payment: &Value, who: &str) {
    assert_eq!(answer.breaks.len() + 1, answer.pieces.len());
    for (place, pair) in answer.breaks.iter().zip(answer.pieces.windows(2)) {
        let [one, next] = pair else { panic!("a pair") };
        assert_eq!(one.until, place.after);
        assert_eq!(next.from.pence(), place.after.pence() + 1);
        assert!(!place.because.is_empty(), "{who}");
        let slopes = (one.of_a_pound, one.of_a_pound_eventually) != (next.of_a_pound, next.of_a_pound_eventually);
        match place.kind {
            // One of several cases can turn between the others.
            CurveBreakKind::Kink => assert!(slopes || answer.cases > 1, "{place:?} {who}"),
            CurveBreakKind::Shift => assert!(!slopes, "{place:?} {who}"),
            CurveBreakKind::Cliff | CurveBreakKind::Rise => {}
        }
        assert_eq!(place.kind == CurveBreakKind::Cliff, place.cliff.is_some());
        let Some(cliff) = &place.cliff else { continue };
        assert_eq!(cliff.highest_fee_below, place.after);
        if answer.cases > 1 {
            // One case can drop where another keeps less anyway.
            assert!(place.change.in_period.low().pence() < 0 || place.change.eventual.low().pence() < 0, "{place:?} {who}");
            continue;
        }
        let (before, after) = (of(&one.kept_until), of(&next.kept_from));
        assert!(after[0][0] < before[0][0] || after[1][0] < before[1][0], "{place:?} {who}");
        if let Some(again) = cliff.as_much_again_from {
            let fee = again.pence();
            assert!(of(&kept(person, payment, fee))[1][0] >= before[1][0], "{place:?} {who}");
            if fee > place.after.pence() + 1 {
                assert!(of(&kept(person, payment, fee - 1))[1][0] < before[1][0], "{place:?} {who}");
            }
        }
    }
}

/// The fee that breaks even leaves enough, and a penny less does not; where there is none, no fee that is tried does.
#[test]
fn a_penny_less_than_the_fee_that_breaks_even_is_not_enough() {
    let mut dice = Dice::new(20_260_616);
    for _ in 0..PERSONS {
        let person = person(&mut dice);
        let payment = payment(&mut dice, person["nation"] == "scotland");
        let wanted = i64::try_from(dice.below(60_000)).unwrap();
        let request =
            json!({"person": person, "payment": payment, "kept": money(wanted), "until": "2000.00", "assume_latest": true});
        let who = request.to_string();
        let request: BreakEvenRequest = serde_json::from_value(request).unwrap();
        let answer = break_even(&request).unwrap();
        let eventually = |fee: i64| kept(&person, &payment, fee).eventual;
        if let Some(found) = &answer.fee {
            let fee = found.fee.pence();
            assert_eq!(found.kept, kept(&person, &payment, fee), "{who}");
            assert!(found.kept.eventual.low().pence() >= wanted, "{who}");
            assert!(fee == 0 || eventually(fee - 1).low().pence() < wanted, "{who}");
            for _ in 0..10 {
                let less = i64::try_from(dice.below(usize::try_from(fee.max(1)).unwrap())).unwrap();
                assert!(fee == 0 || eventually(less).low().pence() < wanted, "{less} {who}");
            }
        } else {
            let most = answer.most.unwrap().kept.eventual.low();
            assert!(answer.reason.is_some() && most.pence() < wanted, "{who}");
            for _ in 0..20 {
                let fee = i64::try_from(dice.below(200_001)).unwrap();
                assert!(eventually(fee).low() <= most, "{fee} {who}");
            }
        }
    }
}
