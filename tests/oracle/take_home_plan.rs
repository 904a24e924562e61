//! The plan against every way there is of putting the days of the work together, each worked out by take-home itself.

use coprod_core::payment::plan::{PaymentPlan, PlanAnswer, PlanRequest, plan};
use coprod_core::payment::{TakeHomeRequest, take_home};
use coprod_tests::dice::Dice;
use serde_json::{Value, json};

/// How many offers are tried.
const OFFERS: usize = 60;

fn money(pence: i64) -> String {
    format!("{}.{:02}", pence / 100, pence % 100)
}

fn person(dice: &mut Dice) -> Value {
    let mut person = json!({"nation": "england", "age": 40, "permission_to_work": "yes"});
    match dice.below(4) {
        0 => {
            person["employment_and_support_allowance"] = json!({
                "kind": "new_style", "group": "support", "other_weekly_earnings": "0.00", "other_weekly_hours": 0, "supervised": false,
            });
        }
        1 => {
            person["jobseekers_allowance"] =
                json!({"kind": "new_style", "other_weekly_earnings": "0.00", "other_weekly_hours": 0})
        }
        2 => {
            person["carers_allowance"] =
                json!({"pattern": "weekly", "other_net_weekly_earnings": money(100 * i64::try_from(dice.below(150)).unwrap())})
        }
        _ => {
            person["universal_credit"] = json!({
                "first_day": 15, "maximum_award": money(100 * (200 + i64::try_from(dice.below(600)).unwrap())), "other_net_earnings": "0.00",
                "work_allowance": dice.pick(&["none", "with_housing", "without_housing"]), "benefit_cap": "exempt",
                "surplus_threshold": "2500.00",
            });
        }
    }
    person
}

/// Every way of putting `days` days into groups.
fn groupings(days: usize) -> Vec<Vec<Vec<usize>>> {
    let mut all: Vec<Vec<Vec<usize>>> = vec![Vec::new()];
    for day in 0..days {
        let mut next = Vec::new();
        for groups in all {
            for place in 0..groups.len() {
                let mut more = groups.clone();
                more[place].push(day);
                next.push(more);
            }
            let mut more = groups;
            more.push(vec![day]);
            next.push(more);
        }
        all = next;
    }
    all
}

/// What is kept in the end, at least and at most: by the days of the work and, for benefits by the week of the work, by the last of them.
fn kept(person: &Value, groups: &[Vec<usize>], dates: &[&str], each: i64) -> (i64, i64) {
    let by_week = person.get("employment_and_support_allowance").is_some() || person.get("carers_allowance").is_some();
    let (mut low, mut high) = (i64::MAX, i64::MIN);
    for last_only in if by_week { vec![false, true] } else { vec![false] } {
        let payments: Vec<Value> = groups
            .iter()
            .map(|group| {
                let days: Vec<&str> = group.iter().map(|day| dates[*day]).collect();
                let last = *days.iter().max().unwrap();
                json!({
                    "fee": money(each * i64::try_from(days.len()).unwrap()), "how_paid": "gross", "hours": 2 * days.len(),
                    "work_dates": if last_only { vec![last] } else { days }, "paid_on": last,
                })
            })
            .collect();
        let request: TakeHomeRequest = serde_json::from_value(json!({"person": person, "payments": payments})).unwrap();
        let kept = take_home(&request).unwrap().kept.unwrap().eventual;
        (low, high) = (low.min(kept.low().pence()), high.max(kept.high().pence()));
    }
    (low, high)
}

fn of(plan: &PaymentPlan) -> (i64, i64) {
    (plan.kept.eventual.low().pence(), plan.kept.eventual.high().pence())
}

#[test]
fn nothing_keeps_more_or_as_much_with_fewer_payments() {
    let mut dice = Dice::new(20_261_122);
    // In the middle of weeks, and of assessment periods that start on the 15th: nothing is near a boundary.
    let all = ["2026-06-02", "2026-06-04", "2026-06-10", "2026-06-23", "2026-06-25", "2026-07-07"];
    for _ in 0..OFFERS {
        let person = person(&mut dice);
        let dates: Vec<&str> = all.iter().copied().filter(|_| dice.below(4) > 0).collect();
        if dates.is_empty() {
            continue;
        }
        let each = 2_000 + i64::try_from(dice.below(20_000)).unwrap();
        let work: Vec<Value> = dates.iter().map(|date| json!({"date": date, "hours": 2})).collect();
        let fee = money(each * i64::try_from(dates.len()).unwrap());
        let request = json!({"person": person, "offer": {"fee": fee, "work": work, "how_paid": "gross"}});
        let request: PlanRequest = serde_json::from_value(request).unwrap();
        let answer = plan(&request).unwrap();
        check(&answer, &person, &dates, each);
    }
}

fn check(answer: &PlanAnswer, person: &Value, dates: &[&str], each: i64) {
    let who = format!("{person} {dates:?} {each}");
    let best = answer.fewest.as_ref().unwrap_or(&answer.at_once);
    assert_eq!(answer.possible, answer.fewest.is_some());
    assert_eq!(answer.reason.is_none(), answer.possible);
    let mut found = false;
    for groups in groupings(dates.len()) {
        let keeps = kept(person, &groups, dates, each);
        assert!(keeps <= of(best), "{groups:?} keeps {keeps:?}, more than {:?}: {who}", of(best));
        assert!(keeps < of(best) || groups.len() >= best.payments.len(), "{groups:?} with fewer payments: {who}");
        found |= keeps == of(best) && groups.len() == best.payments.len();
    }
    assert!(found, "{who}");
    let whole = each * i64::try_from(dates.len()).unwrap();
    for way in answer.by_number.iter().chain([&answer.at_once]) {
        assert_eq!(way.payments.iter().map(|payment| payment.fee.pence()).sum::<i64>(), whole);
        for payment in &way.payments {
            assert_eq!(payment.work_dates.iter().max(), Some(&payment.paid_on));
        }
    }
}
