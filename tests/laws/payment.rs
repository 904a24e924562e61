//! What holds for every quote.

use coprod_core::payment::{FloorOutcome, LinePart, QuoteAnswer, QuoteRequest, card_format, quote};
use proptest::prelude::*;
use serde_json::{Value, json};

fn money(pence: i64) -> String {
    format!("{}.{:02}", pence / 100, pence % 100)
}

fn pence(line: coprod_core::unit::Money) -> i64 {
    line.pence()
}

fn asked(request: Value) -> QuoteAnswer {
    let request: QuoteRequest = serde_json::from_value(request).unwrap();
    quote(&request).unwrap_or_else(|error| panic!("{error}"))
}

fn engagement() -> impl Strategy<Value = Value> {
    let expense = prop_oneof![
        (0..20_000_i64, any::<bool>(), any::<bool>())
            .prop_map(|(amount, receipted, direct)| json!({"kind": "taxi", "amount": money(amount), "receipted": receipted, "paid_direct": direct})),
        (0..500_i64, 0..4_u8).prop_map(|(miles, others)| json!({"kind": "car", "miles": miles, "passengers": others})),
        (0..500_i64, 0..100_i64).prop_map(|(miles, rate)| json!({"kind": "van", "miles": miles, "per_mile": money(rate)})),
        (0..500_i64).prop_map(|tenths| json!({"kind": "bicycle", "miles": format!("{tenths}/10")})),
        (0..5_000_i64).prop_map(|amount| json!({"kind": "meal", "amount": money(amount), "round_sum": true})),
        (0..5_000_i64).prop_map(|amount| json!({"kind": "childcare", "amount": money(amount), "receipted": true})),
    ];
    (
        (2023..=2026_i32, 4..=9_u32, 1..=28_u32),
        0..30_000_i64,
        (1..48_i64, 0..40_i64, 0..40_i64),
        proptest::option::of(0..100_u8),
        proptest::option::of(any::<bool>()),
        proptest::collection::vec(expense, 0..6),
    )
        .prop_map(|((year, month, day), fee, (hours, reading, travel), age, london, expenses)| {
            let mut work = json!({
                "date": format!("{year}-{month:02}-{day:02}"), "fee": money(fee), "hours": format!("{hours}/2"),
                "preparation_hours": format!("{reading}/2"), "travel_hours": format!("{travel}/2"), "expenses": expenses
            });
            if let Some(age) = age {
                work["age"] = json!(age);
            }
            if let Some(london) = london {
                work["london"] = json!(london);
            }
            work
        })
}

/// A card with one activity that uses every part of the format, and work by it.
fn card_and_work() -> impl Strategy<Value = (Value, Value)> {
    let part_hours = || proptest::sample::select(vec!["exact", "quarter_hour", "half_hour", "full_hour"]);
    let rate = prop_oneof![
        (0..5_000_i64).prop_map(|amount| json!({"session": money(amount)})),
        (0..5_000_i64, 0..4_i64, part_hours())
            .prop_map(|(rate, least, part)| json!({"hourly": {"rate": money(rate), "minimum_hours": least, "part_hours": part}})),
        (0..5_000_i64, 0..5_000_i64).prop_map(|(short, more)| {
            json!({"by_length": [{"below": 4, "amount": money(short)}, {"up_to": 7, "amount": money(short + more)}, {"amount": "200.00"}]})
        }),
    ];
    let beside = (0..3_000_i64, 0..3_i64, 1..5_i64, part_hours()).prop_map(
        |(rate, after, most, part)| json!({"rate": money(rate), "after": after, "most_hours": most, "part_hours": part}),
    );
    let shares = (0..=4_i64, 0..=4_i64).prop_map(|(first, second)| {
        json!({"by_organisation": [{"less_than_hours": 24, "share": format!("{first}/4")}, {"less_than_days": 7, "share": format!("{second}/4")}]})
    });
    let activity = (rate, beside.clone(), proptest::option::of(beside.clone()), beside, 0..6_000_i64, shares).prop_map(
        |(rate, preparation, reading, travel, least, cancellation)| {
            let mut activity = json!({
                "rate": rate, "preparation": {"timed": preparation}, "travel": travel, "minimum_fee": money(least),
                "cancellation": cancellation
            });
            if let Some(reading) = reading {
                activity["reading"] = json!({"timed": reading});
            }
            activity
        },
    );
    let minutes = || 0..480_i64;
    (activity, (minutes(), minutes(), minutes(), minutes())).prop_map(|(activity, (meeting, preparing, reading, travel))| {
        let hours = |minutes: i64| format!("{minutes}/60");
        let card = json!({"id": "ours", "source": "our policy", "activities": {"work": activity}});
        let work = json!({
            "date": "2026-06-15", "hours": hours(meeting), "preparation_hours": hours(preparing),
            "reading_hours": hours(reading), "travel_hours": hours(travel)
        });
        (card, work)
    })
}

fn passed(answer: &QuoteAnswer) -> Vec<bool> {
    answer.floors.iter().map(|floor| floor.outcome == FloorOutcome::Passed).collect()
}

fn failed(answer: &QuoteAnswer) -> Vec<bool> {
    answer.floors.iter().map(|floor| floor.outcome == FloorOutcome::Failed).collect()
}

/// Whether everything true in `before` is true in `after`.
fn kept(before: &[bool], after: &[bool]) -> bool {
    before.iter().zip(after).all(|(before, after)| !before || *after)
}

fn with(work: &Value, key: &str, value: Value) -> QuoteAnswer {
    let mut work = work.clone();
    work[key] = value;
    asked(json!({"engagement": work}))
}

proptest! {
    #[test]
    fn the_lines_are_the_sums(work in engagement()) {
        let answer = asked(json!({"engagement": work}));
        let sum = |wanted: fn(LinePart) -> bool| {
            answer.lines.iter().filter(|line| wanted(line.part)).map(|line| pence(line.amount)).sum::<i64>()
        };
        prop_assert_eq!(pence(answer.cost), sum(|_| true));
        prop_assert_eq!(pence(answer.total), sum(|part| part != LinePart::PaidDirect));
        prop_assert_eq!(pence(answer.paid_direct), sum(|part| part == LinePart::PaidDirect));
        prop_assert_eq!(pence(answer.total), pence(answer.fee.unwrap()) + pence(answer.expenses));
    }

    #[test]
    fn the_order_of_expenses_changes_no_sum(work in engagement()) {
        let answer = asked(json!({"engagement": work}));
        let mut turned: Vec<Value> = work["expenses"].as_array().unwrap().clone();
        turned.reverse();
        let turned = with(&work, "expenses", json!(turned));
        prop_assert_eq!((answer.total, answer.cost, answer.floors), (turned.total, turned.cost, turned.floors));
    }

    #[test]
    fn more_work_for_the_same_fee_never_reaches_a_floor(work in engagement(), more in 1..20_i64) {
        let answer = asked(json!({"engagement": work}));
        let longer = with(&work, "preparation_hours", json!(format!("{}", 20 + more)));
        prop_assert!(kept(&failed(&answer), &failed(&longer)));
        prop_assert!(kept(&passed(&longer), &passed(&answer)));
    }

    #[test]
    fn a_higher_fee_never_falls_below_a_floor(work in engagement(), more in 30_000..60_000_i64) {
        let answer = asked(json!({"engagement": work}));
        let higher = with(&work, "fee", json!(money(more)));
        prop_assert!(kept(&passed(&answer), &passed(&higher)));
        prop_assert!(kept(&failed(&higher), &failed(&answer)));
    }

    #[test]
    fn the_fee_needed_is_enough_and_a_penny_less_is_not(work in engagement()) {
        let answer = asked(json!({"engagement": work}));
        for (number, floor) in answer.floors.iter().enumerate() {
            if let Some(needed) = floor.fee_needed {
                let enough = with(&work, "fee", json!(needed.to_string()));
                prop_assert_eq!(enough.floors[number].outcome, FloorOutcome::Passed);
                let less = with(&work, "fee", json!(money(needed.pence() - 1)));
                prop_assert_ne!(less.floors[number].outcome, FloorOutcome::Passed);
            }
        }
    }

    #[test]
    fn an_unknown_age_never_says_more_than_every_age(work in engagement(), age in 16..100_u8) {
        let mut open = work.clone();
        drop(open.as_object_mut().unwrap().remove("age"));
        let open = asked(json!({"engagement": open}));
        let known = with(&work, "age", json!(age));
        for (open, known) in open.floors.iter().zip(&known.floors) {
            let same = open.outcome == known.outcome || known.outcome == FloorOutcome::NotApplicable;
            prop_assert!(open.outcome == FloorOutcome::Unknown || same, "{open:?} {known:?}");
        }
    }

    #[test]
    fn expenses_never_count_as_pay(work in engagement()) {
        let answer = asked(json!({"engagement": work}));
        let without = with(&work, "expenses", json!([]));
        prop_assert_eq!(answer.floors, without.floors);
        prop_assert_eq!(answer.per_hour, without.per_hour);
    }

    #[test]
    fn without_permission_no_fee_is_named(work in engagement(), limited in any::<bool>()) {
        let answer = with(&work, "permission_to_work", json!(if limited { "limited" } else { "no" }));
        prop_assert_eq!((answer.fee, answer.per_hour, answer.per_hour_with_travel, answer.status), (None, None, None, None));
        prop_assert!(answer.lines.iter().all(|line| matches!(line.part, LinePart::Expense | LinePart::PaidDirect)));
        prop_assert!(answer.floors.iter().all(|floor| floor.outcome == FloorOutcome::NotApplicable && floor.rate.is_none()));
    }

    #[test]
    fn every_expense_counts_in_exactly_one_way(work in engagement()) {
        let answer = asked(json!({"engagement": work}));
        let by = &answer.expenses_by_treatment;
        let parts = [by.tax_free, by.above_limit, by.unproved, by.round_sums].map(pence);
        prop_assert_eq!(parts.iter().sum::<i64>(), pence(answer.expenses));
        prop_assert!(by.for_care <= by.tax_free);
        for line in answer.lines.iter().filter(|line| line.kind.is_some()) {
            let above = line.tax_free_limit.map(|limit| (pence(line.amount) - pence(limit)).max(0));
            prop_assert_eq!(line.above_limit.map(pence), above);
            prop_assert!(!line.rule.is_empty() && line.source.is_some());
        }
    }

    #[test]
    fn a_round_sum_changes_how_it_counts_and_not_what_is_paid(work in engagement()) {
        let answer = asked(json!({"engagement": work}));
        let mut proved = work["expenses"].clone();
        for expense in proved.as_array_mut().unwrap().iter_mut().filter(|expense| expense["round_sum"] == true) {
            *expense = json!({"kind": expense["kind"], "amount": expense["amount"], "receipted": true});
        }
        let proved = with(&work, "expenses", proved);
        prop_assert_eq!((answer.total, answer.cost), (proved.total, proved.cost));
        let moved = pence(proved.expenses_by_treatment.tax_free) - pence(answer.expenses_by_treatment.tax_free);
        prop_assert_eq!(moved, pence(answer.expenses_by_treatment.round_sums));
    }

    #[test]
    fn an_own_card_pays_no_less_for_more_time((card, work) in card_and_work(), field in 0..4_usize, more in 0..120_i64) {
        let field = ["hours", "preparation_hours", "reading_hours", "travel_hours"][field];
        let minutes: i64 = work[field].as_str().unwrap().trim_end_matches("/60").parse().unwrap();
        let mut longer = work.clone();
        longer[field] = json!(format!("{}/60", minutes + more));
        let (answer, longer) = (asked(json!({"card": card, "engagement": work})), asked(json!({"card": card, "engagement": longer})));
        // The last step of a rate by length is a fixed amount, which may be less than the one before.
        if field != "hours" || card["activities"]["work"]["rate"].get("by_length").is_none() {
            prop_assert!(answer.fee <= longer.fee);
        }
        let least = card["activities"]["work"]["minimum_fee"].as_str().unwrap().replace('.', "").parse::<i64>().unwrap();
        prop_assert!(pence(answer.fee.unwrap()) >= least);
        prop_assert!(answer.lines.iter().all(|line| line.source.as_ref().is_some_and(|source| source.title == "our policy")));
    }

    #[test]
    fn work_called_off_is_paid_no_more_than_work_done((card, work) in card_and_work(), hours in 0..400_i64) {
        let done = asked(json!({"card": card, "engagement": work}));
        let mut off = work.clone();
        off["cancelled"] = json!({"notice_hours": hours});
        let by_hours = asked(json!({"card": card, "engagement": off}));
        prop_assert!(by_hours.fee <= done.fee);
        off["cancelled"] = json!({"notice_days": hours});
        let by_days = asked(json!({"card": card, "engagement": off}));
        off["cancelled"] = json!({"notice_hours": hours * 24});
        prop_assert_eq!(by_days.fee, asked(json!({"card": card, "engagement": off})).fee);
    }

    #[test]
    fn a_version_pays_what_a_card_of_its_own_pays((card, work) in card_and_work(), day in 1..=28_u32) {
        let plain = &card["activities"];
        let first = json!({"work": {"rate": {"session": "1.23"}}});
        let dated = json!({"id": "ours", "source": "our policy", "versions": [
            {"from": "2026-01-01", "activities": first}, {"from": "2026-06-15", "activities": plain}
        ]});
        let date = format!("2026-06-{day:02}");
        let mut work = work;
        work["date"] = json!(date);
        let old = json!({"id": "ours", "source": "our policy", "activities": first});
        let alone = asked(json!({"card": if day < 15 { &old } else { &card }, "engagement": work}));
        prop_assert_eq!(asked(json!({"card": dated, "engagement": work})), alone);
    }

    #[test]
    fn no_answer_promises_anything((card, work) in card_and_work(), other in engagement(), limited in any::<bool>()) {
        let mut barred = other.clone();
        barred["permission_to_work"] = json!(if limited { "limited" } else { "unknown" });
        for request in [json!({"card": card, "engagement": work}), json!({"engagement": other}), json!({"engagement": barred})] {
            let text = serde_json::to_string(&asked(request)).unwrap().to_lowercase();
            for promise in ["safe", "stay under", "no need to report"] {
                prop_assert!(!text.contains(promise), "{promise} in {text}");
            }
        }
    }
}

#[test]
fn the_documented_card_is_the_one_of_the_shared_vector() {
    let example: Value = serde_json::from_str(card_format::EXAMPLE).unwrap();
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/payment/own_card_whole.json");
    let vector: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    assert_eq!(vector["request"]["card"], example);
}
