//! What holds for every take-home answer: the steps add up again, what is not known is never narrower than what is, and no text tells
//! anybody to keep anything quiet.

use coprod_tests::ask::ask;
use proptest::prelude::*;
use serde_json::{Value, json};

fn money(pence: i64) -> String {
    format!("{}.{:02}", pence / 100, pence % 100)
}

fn pence(text: &str) -> i64 {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (pounds, pence) = digits.split_once('.').unwrap();
    sign * (pounds.parse::<i64>().unwrap() * 100 + pence.parse::<i64>().unwrap())
}

fn answer(request: &Value) -> Value {
    ask("payment.take_home", request)
}

/// The least and the most of a figure.
fn range(figure: &Value) -> (i64, i64) {
    match figure {
        Value::String(exact) => (pence(exact), pence(exact)),
        range => (pence(range["low"].as_str().unwrap()), pence(range["high"].as_str().unwrap())),
    }
}

/// Does every step of a trace again, from what the answer says and nothing else.
fn add_again(trace: &[Value]) -> Vec<i64> {
    let mut values = vec![0];
    for step in trace {
        let shown = step["value"].as_str().unwrap();
        let value = if step["unit"] == "count" { shown.parse().unwrap() } else { pence(shown) };
        let of: Vec<i64> = step["of"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|number| values[usize::try_from(number.as_u64().unwrap()).unwrap()])
            .collect();
        let again = match step["operation"].as_str().unwrap() {
            "given" | "figure" => value,
            "sum" => of.iter().sum(),
            "difference" => of[0] - of[1],
            "left" => (of[0] - of[1]).max(0),
            "least" => of[0].min(of[1]),
            "greatest" => of[0].max(of[1]),
            "part" => part(of[0].max(0), step),
            "whole_times" => of[0].max(0) / of[1],
            "times" => of[0] * of[1],
            other => panic!("{other} is not an operation"),
        };
        assert_eq!(again, value, "{step}");
        assert_eq!(step["step"], values.len(), "the steps are numbered in order");
        values.push(value);
    }
    values
}

fn part(of: i64, step: &Value) -> i64 {
    let rate = step["rate"].as_str().unwrap();
    let (numer, denom) = rate.split_once('/').map_or((rate, "1"), |both| both);
    let (numer, denom): (i64, i64) = (numer.parse().unwrap(), denom.parse().unwrap());
    let (whole, rest) = (of * numer / denom, of * numer % denom);
    match step["rounding"].as_str().unwrap() {
        "half_up" => whole + i64::from(2 * rest >= denom),
        "half_down" => whole + i64::from(2 * rest > denom),
        "up" => whole + i64::from(rest > 0),
        "down" => whole,
        "down_to_pound" => whole / 100 * 100,
        other => panic!("{other} is not a way of rounding"),
    }
}

/// The value of the last step with that rule.
fn last(trace: &[Value], values: &[i64], rule: &str) -> i64 {
    let found = trace.iter().rposition(|step| step["rule"] == rule).unwrap_or_else(|| panic!("no step {rule}"));
    values[found + 1]
}

fn check(answer: &Value) {
    let empty = Vec::new();
    let kept = &answer["kept"];
    let (low, high) = range(&kept["eventual"]);
    let trace = answer["trace"].as_array().unwrap();
    let values = add_again(trace);
    assert_eq!(last(trace, &values, "kept.eventual"), low);
    let lowest = last(trace, &values, "kept.in_period");
    let (least, most) = range(&kept["in_period"]);
    assert!(least <= lowest && lowest <= most);
    let trace = answer["trace_highest"].as_array().unwrap_or(&empty);
    if trace.is_empty() {
        assert_eq!((low, least), (high, most), "an exact answer has one trace, and a range two");
    } else {
        let values = add_again(trace);
        assert_eq!(last(trace, &values, "kept.eventual"), high);
    }
    for benefit in answer["benefits"].as_array().unwrap() {
        let [before, after, change] = ["before", "after", "change"].map(|key| range(&benefit[key]));
        if before.0 == before.1 && after.0 == after.1 {
            assert!(change.0 <= after.0 - before.0 && after.0 - before.0 <= change.1, "{benefit}");
        }
    }
    let text = answer.to_string().to_lowercase();
    for never in ["safe", "stay under", "no need to report"] {
        assert!(!text.contains(never), "{never}");
    }
    for key in ["tell", "advice"] {
        assert!(answer[key].is_array());
    }
    assert!(answer["statement"].as_str().unwrap().contains("estimate"));
}

fn known_person() -> impl Strategy<Value = Value> {
    let credit =
        (1..=31_u8, 0..200_000_i64, 0..150_000_i64, 0..3_usize, 0..4_usize).prop_map(|(day, award, earned, allowance, cap)| {
            json!({
                "first_day": day, "maximum_award": money(award), "other_net_earnings": money(earned),
                "work_allowance": (["none", "with_housing", "without_housing"][allowance]),
                "benefit_cap": (["exempt", "grace_period", "single_outside_london", "couple_or_parent_london"][cap]),
                "surplus_threshold": "2500.00"
            })
        });
    let carer = (any::<bool>(), 0..=20_400_i64).prop_map(
        |(weekly, earned)| json!({"pattern": if weekly {"weekly"} else {"one_off"}, "other_net_weekly_earnings": money(earned)}),
    );
    let support = (0..=20_350_i64, 0..15_i64).prop_map(|(earned, hours)| {
        json!({"kind": "new_style", "group": "support", "other_weekly_earnings": money(earned), "other_weekly_hours": hours, "supervised": false})
    });
    (
        prop_oneof![Just("england"), Just("scotland"), Just("northern_ireland")],
        18..66_u8,
        proptest::option::of(credit),
        proptest::option::of(carer),
        proptest::option::of(support),
        0..3_usize,
    )
        .prop_map(|(nation, age, credit, carer, support, income)| {
            let mut person = json!({"nation": nation, "age": age, "permission_to_work": "yes"});
            let outside = carer.is_some() || support.is_some();
            for (key, benefit) in [("universal_credit", credit), ("employment_and_support_allowance", support)] {
                if let Some(benefit) = benefit {
                    person[key] = benefit;
                }
            }
            // Carers and the support group are outside the benefit cap.
            if outside && person["universal_credit"].is_object() {
                person["universal_credit"]["benefit_cap"] = json!("exempt");
            }
            if let Some(carer) = carer {
                person[if nation == "scotland" { "carer_support_payment" } else { "carers_allowance" }] = carer;
            }
            if income > 0 {
                person["other_income"] = json!({"other_taxable": (["0.00", "14000.00", "60000.00"][income])});
            }
            person
        })
}

fn payments() -> impl Strategy<Value = Value> {
    let one = (0..60_000_i64, 0..5_usize, 0..40_i64, 1..16_i64, any::<bool>()).prop_map(|(fee, code, later, hours, gross)| {
        let (month, day) = (5 + later / 20, 1 + later % 20 + 5);
        let mut payment = json!({
            "fee": money(fee), "paid_on": format!("2026-{month:02}-{day:02}"), "work_dates": [format!("2026-{month:02}-{:02}", day - 4)],
            "hours": hours, "how_paid": if gross { "gross" } else { "paye" }
        });
        if !gross {
            payment["tax_code"] = json!(["1257L", "BR", "0T", "S1257L", "K100 M1"][code]);
            payment["same_employer"] = json!(false);
        }
        payment
    });
    proptest::collection::vec(one, 1..4).prop_map(Value::Array)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, max_shrink_iters: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_steps_add_up_again(person in known_person(), payments in payments()) {
        check(&answer(&json!({"person": person, "payments": payments})));
    }

    #[test]
    fn what_is_not_known_is_never_narrower(person in known_person(), payments in payments(), which in 0..6_usize) {
        let (mut person, mut payments) = (person, payments);
        if which == 5 {
            // A payer that is not known to use a payroll is taken to do so for all payments or for none.
            payments.as_array_mut().unwrap().truncate(1);
        }
        let exact = answer(&json!({"person": person.clone(), "payments": payments.clone()}));
        match which {
            0 => person["age"] = json!("unknown"),
            1 => person["nation"] = json!("unknown"),
            2 if !person["universal_credit"].is_null() => person["universal_credit"]["other_net_earnings"] = json!("unknown"),
            3 if !person["universal_credit"].is_null() => person["universal_credit"]["work_allowance"] = json!("unknown"),
            4 if !person["universal_credit"].is_null() => person["universal_credit"]["maximum_award"] = json!("unknown"),
            5 => payments[0]["how_paid"] = json!("unknown"),
            _ => {}
        }
        let open = answer(&json!({"person": person.clone(), "payments": payments.clone()}));
        check(&open);
        // One that is told a rarer tax code, or is over the age, is no answer that is tried: these stay inside.
        let ((low, high), (exact_low, exact_high)) = (range(&open["kept"]["eventual"]), range(&exact["kept"]["eventual"]));
        prop_assert!(low <= exact_low && exact_high <= high, "{low} {exact_low} {exact_high} {high} {person} {payments}");
    }
}

/// What is kept, without the texts.
fn kept(person: &Value, payments: &Value) -> Value {
    answer(&json!({"person": person, "payments": payments}))["kept"].clone()
}

/// Without the benefit cap, which a fee can lift.
fn uncapped(mut person: Value) -> Value {
    if !person["universal_credit"].is_null() {
        person["universal_credit"]["benefit_cap"] = json!("exempt");
    }
    person
}

/// Every payment paid in full.
fn paid_gross(mut payments: Value) -> Value {
    for payment in payments.as_array_mut().unwrap() {
        let payment = payment.as_object_mut().unwrap();
        payment.insert("how_paid".to_owned(), json!("gross"));
        payment.remove("tax_code");
        payment.remove("same_employer");
    }
    payments
}

/// The changes of one benefit.
fn changes(answer: &Value, name: &str) -> Vec<Value> {
    answer["benefits"].as_array().unwrap().iter().filter(|change| change["name"] == name).cloned().collect()
}

/// The changes of Universal Credit before tax is settled.
fn credit_now(answer: &Value) -> Vec<Value> {
    changes(answer, "universal_credit").into_iter().filter(|change| change["later"] != true).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 25, max_shrink_iters: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_in_which_payments_are_told_does_not_matter(person in known_person(), payments in payments()) {
        let days: std::collections::BTreeSet<_> =
            payments.as_array().unwrap().iter().map(|payment| payment["paid_on"].to_string()).collect();
        prop_assume!(days.len() == payments.as_array().unwrap().len());
        let mut turned = payments.clone();
        turned.as_array_mut().unwrap().reverse();
        prop_assert_eq!(kept(&person, &payments), kept(&person, &turned));
    }

    #[test]
    fn an_expense_with_a_receipt_changes_nothing(person in known_person(), payments in payments(), cost in 1..90_000_i64) {
        let mut with = payments.clone();
        with[0]["expenses"] = json!([{"kind": "train", "amount": money(cost), "receipted": true}]);
        prop_assert_eq!(kept(&person, &payments), kept(&person, &with));
    }

    #[test]
    fn the_trading_allowance_never_changes_universal_credit(person in known_person(), payments in payments(), used in 0..200_000_i64) {
        let payments = paid_gross(payments);
        let mut later = person.clone();
        if later["other_income"].is_null() {
            later["other_income"] = json!({});
        }
        later["other_income"]["other_gross_fees"] = json!(money(used));
        let [without, with] = [person, later].map(|person| credit_now(&answer(&json!({"person": person, "payments": payments}))));
        prop_assert_eq!(without, with);
    }

    #[test]
    fn a_disability_benefit_changes_no_amount(person in known_person(), payments in payments()) {
        let person = uncapped(person);
        let mut disabled = person.clone();
        let own = if person["nation"] == "scotland" { "adult_disability_payment" } else { "pip" };
        disabled["disability_benefits"] = json!([own]);
        prop_assert_eq!(kept(&person, &payments), kept(&disabled, &payments));
    }

    #[test]
    fn without_benefits_and_tax_all_of_a_fee_is_kept(fee in 0..100_001_i64, age in 18..66_u8) {
        let person = json!({"nation": "england", "age": age, "permission_to_work": "yes", "other_income": {"other_taxable": "30000.00"}});
        let payments = json!([{"fee": money(fee), "how_paid": "gross", "paid_on": "2026-06-15", "hours": 5}]);
        prop_assert_eq!(kept(&person, &payments), json!({"in_period": money(fee), "eventual": money(fee)}));
    }

    #[test]
    fn no_more_than_the_fees_is_kept_in_the_period(person in known_person(), payments in payments()) {
        let fees: i64 = payments.as_array().unwrap().iter().map(|payment| pence(payment["fee"].as_str().unwrap())).sum();
        let kept = kept(&uncapped(person), &payments);
        prop_assert!(range(&kept["in_period"]).1 <= fees);
    }

    #[test]
    fn paying_later_does_not_help_the_allowance_by_the_week_of_work(
        person in known_person(), payments in payments(), days in 1..8_i64, earned in 0..=20_350_i64,
    ) {
        let support = json!({
            "kind": "new_style", "group": "support", "other_weekly_earnings": money(earned), "other_weekly_hours": 1,
            "supervised": false
        });
        let person = json!({
            "nation": person["nation"], "age": person["age"], "permission_to_work": "yes", "employment_and_support_allowance": support
        });
        let payments = paid_gross(payments);
        let mut later = payments.clone();
        for payment in later.as_array_mut().unwrap() {
            let (month, day) = payment["paid_on"].as_str().unwrap().rsplit_once('-').unwrap();
            let day = day.parse::<i64>().unwrap() + days;
            payment["paid_on"] = json!(format!("{month}-{:02}", day.min(28)));
        }
        let [now, then] = [payments, later].map(|payments| {
            changes(&answer(&json!({"person": person, "payments": payments})), "new_style_esa")
                .iter()
                .map(|change| [&change["period"]["from"], &change["before"], &change["after"]].map(Clone::clone))
                .collect::<Vec<_>>()
        });
        prop_assert_eq!(now, then);
    }

    #[test]
    fn under_universal_credit_alone_a_higher_fee_never_leaves_less(person in known_person(), fee in 0..90_000_i64, more in 1..10_000_i64) {
        let mut person = uncapped(person);
        for key in ["employment_and_support_allowance", "carers_allowance", "carer_support_payment", "other_income"] {
            person.as_object_mut().unwrap().remove(key);
        }
        let [less, more] = [fee, fee + more].map(|fee| {
            let payments = json!([{"fee": money(fee), "how_paid": "gross", "paid_on": "2026-06-15", "hours": 5}]);
            range(&kept(&person, &payments)["in_period"])
        });
        prop_assert!(less.0 <= more.0 && less.1 <= more.1);
    }
}
