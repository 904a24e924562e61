//! Random households asked for as JSON, and every amount of the answer compared to the penny.

use std::collections::BTreeMap;
use std::thread;

use coprod_core::api::call;
use coprod_core::error::ErrorReport;
use coprod_tests::dice::Dice;
use serde_json::Value;

use super::household::{Payment, Person, request};
use super::make::{edge, household};
use super::whole::{Kept, reckon};

/// The households are made from these seeds in turn, an equal part of each.
const SEEDS: [u64; 4] = [7, 99, 2_013_376, 20_260_406];

/// So many where `COPROD_HOUSEHOLDS` does not say otherwise.
const FEW: usize = 400;

/// Pence of an amount in the answer, lowest and highest.
pub fn range(value: &Value) -> (i64, i64) {
    match value {
        Value::String(text) => (pence(text), pence(text)),
        Value::Object(range) => (pence(range["low"].as_str().unwrap()), pence(range["high"].as_str().unwrap())),
        other => panic!("no amount: {other}"),
    }
}

fn pence(text: &str) -> i64 {
    text.replace('.', "").parse().unwrap()
}

/// Every way in which payments near an edge of an assessment period may count: in their own, or in the one across the edge.
fn shifts(person: &Person, payments: &[Payment]) -> Vec<Vec<i64>> {
    let mut all = vec![Vec::new()];
    for payment in payments {
        let near = person.universal_credit.as_ref().map_or(0, |credit| edge(payment, credit.first_day));
        let tried: &[i64] = if near == 0 { &[0] } else { &[0, near] };
        all = all.iter().flat_map(|before| tried.iter().map(|one| [before.as_slice(), &[*one]].concat())).collect();
    }
    all
}

enum Outcome {
    Right,
    /// Weeks and months that would lie beyond the figures that are known.
    Beyond,
    /// In a line.
    Wrong(String),
}

/// Asks about a household and compares.
fn compared(person: &Person, payments: &[Payment]) -> Outcome {
    let request = request(person, payments).to_string();
    let answer: Value = match call("payment.take_home", &request) {
        Ok(answer) => serde_json::from_str(&answer).unwrap(),
        Err(error) if beyond(&error) => return Outcome::Beyond,
        Err(error) => return Outcome::Wrong(format!("refused: {error}")),
    };
    let slow: Vec<Kept> = shifts(person, payments).iter().map(|shifts| reckon(person, payments, shifts)).collect();
    let mut found = Vec::new();
    let mut same = |name: &str, value: &Value, of: fn(&Kept) -> i64| {
        let (low, high) = (slow.iter().map(of).min().unwrap(), slow.iter().map(of).max().unwrap());
        let is = if value.is_null() { (0, 0) } else { range(value) };
        if is != (low, high) {
            found.push(format!("{name} is {is:?}, not {:?}", (low, high)));
        }
    };
    same("tax", &answer["tax"], |kept| kept.tax_withheld);
    same("tax_due", &answer["tax_due"], |kept| kept.tax_due);
    same("national_insurance", &answer["national_insurance"], |kept| kept.insurance);
    same("national_insurance_later", &answer["national_insurance_later"], |kept| kept.insurance_later);
    same("student_loan", &answer["student_loan"], |kept| kept.loan);
    same("pension", &answer["pension"], |kept| kept.pension);
    same("in_period", &answer["kept"]["in_period"], |kept| kept.in_period);
    same("eventual", &answer["kept"]["eventual"], |kept| kept.eventual);
    if let [slow] = slow.as_slice() {
        let fast: Vec<_> = answer["benefits"].as_array().unwrap().iter().map(effect).collect();
        // A period that only the surplus of the month before reaches, without a change, may be told of or not.
        let slow = slow.effects.iter().map(|(name, from, until, before, after, later)| {
            ((*name).to_owned(), from.clone(), until.clone(), *before, *after, *later)
        });
        let slow: Vec<_> = slow.collect();
        let all = slow.iter().filter(|one| !fast.contains(one)).map(|one| format!("no {one:?}"));
        let none = fast.iter().filter(|one| one.3 != one.4 && !slow.contains(one)).map(|one| format!("there is {one:?}"));
        found.extend(all.chain(none));
    }
    if found.is_empty() { Outcome::Right } else { Outcome::Wrong(found.join("; ")) }
}

/// Whether weeks or months would be needed that lie beyond the figures that are known, from April 2022 to April 2027.
fn beyond(error: &ErrorReport) -> bool {
    let error = serde_json::to_value(error).unwrap();
    let late = error["message"].as_str().unwrap().contains("for 2027-");
    match error["code"].as_str().unwrap() {
        "beyond_known_period" | "before_first_known" => true,
        "parameter_unknown" => late,
        _ => false,
    }
}

type Told = (String, String, String, i64, i64, bool);

fn effect(change: &Value) -> Told {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let (before, after) = (range(&change["before"]).0, range(&change["after"]).0);
    let period = &change["period"];
    let later = change["later"].as_bool().unwrap_or(false);
    (text(&change["name"]), text(&period["from"]), text(&period["until"]), before, after, later)
}

/// What was found of the households of one seed.
#[derive(Default)]
struct Tally {
    asked: usize,
    beyond: usize,
    wrong: usize,
    /// How often each kind of fault was found, and the first of it.
    kinds: BTreeMap<String, (usize, String)>,
}

fn tally(seed: u64, households: usize) -> Tally {
    let (mut dice, mut tally) = (Dice::new(seed), Tally::default());
    for _ in 0..households {
        let (person, payments) = household(&mut dice);
        tally.asked += 1;
        match compared(&person, &payments) {
            Outcome::Right => {}
            Outcome::Beyond => tally.beyond += 1,
            Outcome::Wrong(line) => {
                tally.wrong += 1;
                let kind: String = line.chars().filter(|letter| !letter.is_ascii_digit()).take(60).collect();
                let first = || (0, format!("{line}\n{}", request(&person, &payments)));
                tally.kinds.entry(kind).or_insert_with(first).0 += 1;
            }
        }
    }
    tally
}

#[test]
fn every_amount_is_right_to_the_penny() {
    let households = std::env::var("COPROD_HOUSEHOLDS").map_or(FEW, |text| text.parse().unwrap());
    let each = households.div_ceil(SEEDS.len());
    let all: Vec<Tally> = thread::scope(|scope| {
        let threads = SEEDS.map(|seed| scope.spawn(move || tally(seed, each)));
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    for (count, first) in all.iter().flat_map(|tally| tally.kinds.values()) {
        println!("{count} times: {first}\n");
    }
    let sum = |part: fn(&Tally) -> usize| all.iter().map(part).sum::<usize>();
    let (asked, beyond, wrong) = (sum(|tally| tally.asked), sum(|tally| tally.beyond), sum(|tally| tally.wrong));
    println!("{asked} households, {beyond} of them beyond what is known, {wrong} answered wrongly");
    assert_eq!(wrong, 0);
    assert!(beyond * 100 <= asked, "too many are beyond what is known");
}
