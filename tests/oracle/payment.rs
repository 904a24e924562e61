//! Quotes against a slow and obvious second calculation: the rates as the yearly regulations printed them, and whole pence and
//! seconds multiplied out.

use coprod_tests::ask::ask;
use proptest::prelude::*;
use serde_json::{Value, json};

/// From each first of April: the rate in pence up to 17, at 18 to 20, at 21 and 22, at 23 and 24, and from 25; from the amending
/// regulations of each year.
const MINIMUM_WAGE: [(u32, [i64; 5]); 5] = [
    (2022, [481, 683, 918, 950, 950]),
    (2023, [528, 749, 1018, 1042, 1042]),
    (2024, [640, 860, 1144, 1144, 1144]),
    (2025, [755, 1000, 1221, 1221, 1221]),
    (2026, [800, 1085, 1271, 1271, 1271]),
];

/// The age from which the minimum is called the National Living Wage in each of those years.
const LIVING_WAGE_AGE: [i64; 5] = [23, 23, 21, 21, 21];

fn rate(year: usize, age: i64) -> i64 {
    let band = [17, 20, 22, 24, 200].iter().position(|last| age <= *last).unwrap();
    MINIMUM_WAGE[year].1[band]
}

fn quote(request: &Value) -> Value {
    ask("payment.quote", request)
}

/// Minutes as they are paid, by waiting for the end of the part hour that has begun.
fn paid_minutes(minutes: i64, part: usize) -> i64 {
    let step = [1, 15, 30, 60][part];
    (minutes..).find(|paid| paid % step == 0).unwrap()
}

/// To the nearest penny, half a penny up.
fn nearest_penny(amount: i64, of: i64) -> i64 {
    (amount * 2 + of) / (of * 2)
}

fn money(pence: i64) -> String {
    format!("{}.{:02}", pence / 100, pence % 100)
}

#[test]
fn the_minimum_wage_is_right_for_every_age_and_year() {
    for (year, (april, _)) in MINIMUM_WAGE.iter().enumerate() {
        for age in 16..=70 {
            for date in [format!("{april}-04-01"), format!("{april}-12-31"), format!("{}-03-31", april + 1)] {
                let engagement = json!({"date": date, "fee": "5.00", "hours": 1, "age": age, "london": true});
                let floors = quote(&json!({"engagement": engagement, "assume_latest": false}));
                let floor = &floors["floors"][0];
                assert_eq!(floor["rate"], money(rate(year, age)), "{date} at {age}");
                let name = if age >= LIVING_WAGE_AGE[year] { "National Living Wage" } else { "National Minimum Wage" };
                assert_eq!(floor["name"], name, "{date} at {age}");
                assert_eq!(floor["outcome"], if 500 >= rate(year, age) { "passed" } else { "failed" }, "{date} at {age}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_floor_is_passed_exactly_if_the_pay_covers_every_second(
        fee in 0..40_000_i64, quarters in 1..60_i64, reading in 0..40_i64, age in 16..90_i64, year in 0..5_usize, month in 4..=12_u32,
    ) {
        let date = format!("{}-{month:02}-15", MINIMUM_WAGE[year].0);
        let hours = |quarters: i64| format!("{quarters}/4");
        let engagement = json!({
            "date": date, "fee": money(fee), "hours": hours(quarters), "preparation_hours": hours(reading), "age": age
        });
        let answer = quote(&json!({"engagement": engagement, "assume_latest": true}));
        let floor = &answer["floors"][0];
        let quarters = quarters + reading;
        let passed = fee * 4 >= rate(year, age) * quarters;
        prop_assert_eq!(&floor["outcome"], if passed { "passed" } else { "failed" });
        if !passed {
            // Penny by penny to the least fee that is enough.
            let needed = (fee..).find(|pence| pence * 4 >= rate(year, age) * quarters).unwrap();
            prop_assert_eq!(&floor["fee_needed"], &money(needed));
        }
    }

    #[test]
    fn car_miles_are_counted_one_by_one(before in 0..11_000_i64, miles in 0..12_000_i64, late in any::<bool>()) {
        let (date, first, further) = if late { ("2026-06-15", 55, 25) } else { ("2026-04-05", 45, 25) };
        let pence: i64 = (before..before + miles).map(|mile| if mile < 10_000 { first } else { further }).sum();
        let engagement = json!({
            "date": date, "fee": "0.00", "car_miles_this_year": before, "expenses": [{"kind": "car", "miles": miles}]
        });
        prop_assert_eq!(&quote(&json!({"engagement": engagement}))["expenses"], &money(pence));
    }

    #[test]
    fn an_own_card_is_paid_minute_by_minute(
        rate in 0..5_000_i64, minutes in 0..600_i64, least in 0..5_i64, part in 0..4_usize,
        (beside, time, after, most) in (0..3_000_i64, 0..600_i64, 0..3_i64, 1..6_i64), other in 0..4_usize,
        (floor, notice, shares) in (0..8_000_i64, proptest::option::of(0..240_i64), [0..=4_i64, 0..=4_i64]),
    ) {
        let names = ["exact", "quarter_hour", "half_hour", "full_hour"];
        let card = json!({"id": "ours", "activities": {"work": {
            "rate": {"hourly": {"rate": money(rate), "minimum_hours": least, "part_hours": names[part]}},
            "preparation": {"timed": {"rate": money(beside), "after": after, "most_hours": most, "part_hours": names[other]}},
            "minimum_fee": money(floor),
            "cancellation": {"by_organisation": [
                {"less_than_days": 1, "share": format!("{}/4", shares[0])}, {"less_than_hours": 168, "share": format!("{}/4", shares[1])}
            ]}
        }}});
        let mut work = json!({"date": "2026-06-15", "hours": format!("{minutes}/60"), "preparation_hours": format!("{time}/60")});
        if let Some(hours) = notice {
            work["cancelled"] = json!({"notice_hours": hours});
        }
        let answer = quote(&json!({"card": card, "engagement": work}));

        let full = paid_minutes(minutes, part).max(least * 60);
        let mut fee = nearest_penny(rate * full, 60);
        if let Some(hours) = notice {
            let quarters = if hours < 24 { shares[0] } else if hours < 168 { shares[1] } else { 0 };
            fee = nearest_penny(fee * quarters, 4);
        }
        // Nothing is paid for preparing where there was none.
        let mut beyond = 0;
        while after * 60 + beyond < time {
            beyond += 1;
        }
        let mut all = fee + if time == 0 { 0 } else { nearest_penny(beside * paid_minutes(beyond, other).min(most * 60), 60) };
        if notice.is_none() {
            while all < floor {
                all += 1;
            }
        }
        prop_assert_eq!(&answer["fee"], &money(all));
    }

    #[test]
    fn expenses_are_sorted_one_by_one(
        kinds in proptest::collection::vec((0..6_usize, 0..3_000_i64, 0..120_i64), 0..8), before in 9_000..10_500_i64,
    ) {
        // What is free of tax, taxable, unproved, a round sum, paid to others.
        let mut parts = [0_i64; 5];
        let mut driven = before;
        let mut expenses = Vec::new();
        for (kind, amount, rate) in kinds {
            let miles = amount / 10;
            let approved = |from: i64| (from..from + miles).map(|mile| if mile < 10_000 { 55 } else { 25 }).sum::<i64>();
            expenses.push(match kind {
                0 => {
                    parts[0] += amount;
                    json!({"kind": "train", "amount": money(amount), "receipted": true})
                }
                1 => {
                    parts[2] += amount;
                    json!({"kind": "taxi", "amount": money(amount)})
                }
                2 => {
                    parts[3] += amount;
                    json!({"kind": "meal", "amount": money(amount), "round_sum": true})
                }
                3 => {
                    parts[4] += amount;
                    json!({"kind": "access", "amount": money(amount), "paid_direct": true})
                }
                4 => {
                    parts[0] += approved(driven);
                    driven += miles;
                    json!({"kind": "car", "miles": miles})
                }
                _ => {
                    let (paid, limit) = (rate * miles, approved(driven));
                    parts[0] += paid.min(limit);
                    parts[1] += (paid - limit).max(0);
                    driven += miles;
                    json!({"kind": "van", "miles": miles, "per_mile": money(rate)})
                }
            });
        }
        let engagement = json!({"date": "2026-06-15", "fee": "0.00", "car_miles_this_year": before, "expenses": expenses});
        let answer = quote(&json!({"engagement": engagement}));
        let by = &answer["expenses_by_treatment"];
        let shown = [&by["tax_free"], &by["above_limit"], &by["unproved"], &by["round_sums"], &answer["paid_direct"]];
        for (shown, part) in shown.into_iter().zip(parts) {
            prop_assert_eq!(shown, &money(part));
        }
    }
}
