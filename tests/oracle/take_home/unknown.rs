//! What is not known makes a range: it must reach exactly from the worst to the best answer that settles it, each asked for by itself.

use coprod_core::api::call;
use coprod_tests::ask::ask;
use coprod_tests::dice::Dice;
use serde_json::{Value, json};

use super::compare::range;
use super::day::day;
use super::household::request;
use super::make::household;

/// So many where `COPROD_HOUSEHOLDS` does not say otherwise; it says a thousand times as many.
const FEW: usize = 15;

/// Facts with every answer that they can have.
fn facts() -> Vec<(&'static str, Vec<Value>)> {
    let words = |words: &[&str]| words.iter().map(|word| json!(word)).collect::<Vec<_>>();
    let either = || vec![json!(true), json!(false)];
    let credit = |fact: &str| -> &'static str { Box::leak(format!("/person/universal_credit/{fact}").into_boxed_str()) };
    vec![
        ("/person/nation", words(&["england", "wales", "scotland", "northern_ireland"])),
        ("/person/over_pension_age", either()),
        (credit("first_day"), (1..=31).map(|day| json!(day)).collect()),
        (credit("work_allowance"), words(&["none", "with_housing", "without_housing"])),
        (
            credit("benefit_cap"),
            words(&[
                "exempt",
                "grace_period",
                "single_outside_london",
                "single_london",
                "couple_or_parent_outside_london",
                "couple_or_parent_london",
            ]),
        ),
        (credit("couple"), either()),
        (credit("eldest_born_before_2017"), either()),
        (credit("carer_element"), either()),
        (
            credit("work_capability"),
            words(&["full", "limited", "limited_with_element", "limited_for_activity", "limited_for_activity_new"]),
        ),
        (credit("tenancy"), words(&["social", "private", "temporary", "exempt_supported", "none"])),
        ("/person/carers_allowance/pattern", words(&["weekly", "one_off"])),
        ("/person/carer_support_payment/pattern", words(&["weekly", "one_off"])),
        ("/person/employment_and_support_allowance/kind", words(&["new_style", "legacy_contributory", "legacy_income_related"])),
        ("/person/employment_and_support_allowance/group", words(&["assessment", "work_related_activity", "support"])),
        ("/person/employment_and_support_allowance/supervised", either()),
        ("/person/housing_benefit/passported", either()),
        ("/person/housing_benefit/household", words(&["single", "couple", "lone_parent", "special"])),
        ("/person/housing_benefit/permitted_work_accepted", either()),
        ("/person/pension_credit/couple", either()),
        ("/person/pension_credit/higher_disregard", either()),
        ("/payments/0/how_paid", words(&["paye", "gross"])),
    ]
}

/// Sums of money that may not be known, where only a sample of the answers can be tried.
/// Only sums up to the largest that is taken to occur count.
const SUMS: &[&str] = &[
    "/person/other_income/wages",
    "/person/other_income/other_taxable",
    "/person/other_income/other_gross_fees",
    "/person/other_income/self_employed_profit",
    "/person/universal_credit/maximum_award",
    "/person/universal_credit/other_net_earnings",
    "/person/universal_credit/unearned_income",
    "/person/universal_credit/capital",
    "/person/universal_credit/minimum_income_floor",
    "/person/universal_credit/housing_costs",
    "/person/carers_allowance/other_net_weekly_earnings",
    "/person/carers_allowance/care_costs",
    "/person/employment_and_support_allowance/other_weekly_earnings",
    "/person/jobseekers_allowance/other_weekly_earnings",
    "/person/housing_benefit/weekly_amount",
    "/person/housing_benefit/other_weekly_earnings",
    "/person/housing_benefit/room",
    "/person/pension_credit/weekly_amount",
    "/person/pension_credit/other_weekly_earnings",
    "/payments/0/other_pay_this_period",
    "/payments/0/pay_to_date",
];

/// Lowest and highest in the period, and in the end.
type Kept = [(i64, i64); 2];

/// What is kept, or why it is refused.
fn kept(request: &Value) -> Result<Kept, String> {
    let answer = call("payment.take_home", &request.to_string()).map_err(|error| error.to_string())?;
    let answer: Value = serde_json::from_str(&answer).unwrap();
    let kept = &answer["kept"];
    Ok([range(&kept["in_period"]), range(&kept["eventual"])])
}

fn with(request: &Value, fact: &str, value: &Value) -> Value {
    let mut request = request.clone();
    *request.pointer_mut(fact).unwrap() = value.clone();
    request
}

fn widest(all: impl Iterator<Item = Kept>) -> Option<Kept> {
    all.reduce(|one, other| [0, 1].map(|at| (one[at].0.min(other[at].0), one[at].1.max(other[at].1))))
}

fn tries() -> usize {
    std::env::var("COPROD_HOUSEHOLDS").map_or(FEW, |text| (text.parse::<usize>().unwrap() / 1_000).max(1))
}

#[test]
fn a_range_reaches_from_the_worst_answer_to_the_best() {
    let (mut dice, mut left, mut wrong, facts) = (Dice::new(17), tries(), Vec::new(), facts());
    while left > 0 {
        let (person, payments) = household(&mut dice);
        let settled = request(&person, &payments);
        let there: Vec<_> = facts.iter().filter(|(fact, _)| settled.pointer(fact).is_some()).collect();
        let (fact, answers) = there[dice.below(there.len())];
        // A home in Scotland is not tried with Carer's Allowance once that has ended there.
        let in_scotland = fact.ends_with("nation") && person.carer.is_some() && payments[0].paid_on >= day(2025, 10, 9);
        // What follows from other facts that are told is not asked.
        let credit = &settled["person"]["universal_credit"];
        let follows = (fact.ends_with("work_allowance") && !credit["work_capability"].is_null())
            || (fact.ends_with("couple") && !credit["partner_age"].is_null());
        if in_scotland || follows {
            continue;
        }
        let open = with(&settled, fact, &json!("unknown"));
        let Some(best) = widest(answers.iter().filter_map(|answer| kept(&with(&settled, fact, answer)).ok())) else { continue };
        left -= 1;
        match kept(&open) {
            Ok(range) if range == best => {}
            Err(refused) if refused.contains("on 2027-") => {}
            range => wrong.push(format!("{fact}: {range:?}, not {best:?}, for {settled}")),
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), tries(), wrong.join("\n\n"));
}

/// The largest sum that is asked about, in pence; a little where the fact makes no difference.
fn largest(open: &Value, fact: &str) -> usize {
    let answer = ask("payment.take_home", open);
    let questions = answer["questions"].as_array().unwrap();
    let asked =
        questions.iter().filter(|question| question["path"] == fact).flat_map(|question| question["answers"].as_array().unwrap());
    let sums = asked.filter_map(|answer| answer["answer"].as_str().unwrap().replace('.', "").parse().ok());
    sums.max().unwrap_or(3_000)
}

#[test]
fn a_range_has_room_for_every_sum() {
    let (mut dice, mut left, mut wrong) = (Dice::new(23), tries(), Vec::new());
    while left > 0 {
        let (person, payments) = household(&mut dice);
        let settled = request(&person, &payments);
        let there: Vec<_> = SUMS.iter().filter(|fact| settled.pointer(fact).is_some()).collect();
        let fact = there[dice.below(there.len())];
        let open = with(&settled, fact, &json!("unknown"));
        let Ok(range) = kept(&open) else { continue };
        let largest = largest(&open, fact);
        left -= 1;
        for _ in 0..20 {
            let pence = dice.below(largest + 1);
            let answer = json!(format!("{}.{:02}", pence / 100, pence % 100));
            let Ok(one) = kept(&with(&settled, fact, &answer)) else { continue };
            if (0..2).any(|at| one[at].0 < range[at].0 || one[at].1 > range[at].1) {
                wrong.push(format!("{fact}: {one:?} with {answer} is outside {range:?}, for {settled}"));
                break;
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), tries(), wrong.join("\n\n"));
}
