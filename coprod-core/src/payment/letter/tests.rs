//! Letters name the facts, leave open what is not known, and promise nothing.

use serde_json::{Value, json};

use super::letter;
use crate::unit::{from_json, to_json};

fn ask(request: &Value) -> Value {
    let request = from_json(&request.to_string()).unwrap_or_else(|error| panic!("{error:?}"));
    let answer = letter(&request).unwrap_or_else(|error| panic!("{error}"));
    serde_json::from_str(&to_json(&answer).unwrap()).unwrap()
}

fn carer() -> Value {
    json!({
        "person": {
            "nation": "england", "age": 50, "permission_to_work": "yes",
            "carers_allowance": {"pattern": "weekly", "other_net_weekly_earnings": "0.00"},
            "universal_credit": {"first_day": 3, "maximum_award": "1354.70", "work_allowance": "none"}
        },
        "payments": [
            {"id": "july", "fee": "100.00", "paid_on": "2026-07-15", "how_paid": "gross", "declined": "50.00"},
            {
                "id": "june", "fee": "150.00", "paid_on": "2026-06-15", "reported_on": "2026-06-15", "how_paid": "paye", "tax_code": "BR",
                "same_employer": false, "work_dates": ["2026-06-10"], "hours": "6", "body": "nhs", "consulted_as": "carer",
                "expenses": [{"kind": "train", "amount": "20.00", "receipted": true}]
            }
        ]
    })
}

#[test]
fn each_office_has_a_letter_with_the_facts_of_every_payment() {
    let answer = ask(&carer());
    let letters = answer["letters"].as_array().unwrap();
    let forms: Vec<_> =
        letters.iter().map(|letter| (letter["benefit"].as_str().unwrap(), letter["form"].as_str().unwrap())).collect();
    assert_eq!(forms, [("universal_credit", "journal_note"), ("carers_allowance", "letter")]);
    for letter in letters {
        let text = letter["text"].as_str().unwrap();
        for fact in
            ["150.00 pounds", "30.00 pounds", "10 June 2026", "train: 20.00 pounds, repaid against a receipt", "a carer of"]
        {
            assert!(text.contains(fact), "{fact} in:\n{text}");
        }
        // July's payment, which is first in the request and second in time, has no tax withheld.
        assert_eq!(text.matches("Income tax withheld").count(), 1);
    }
}

#[test]
fn what_is_not_known_is_left_open_and_named() {
    let answer = ask(&carer());
    let letter = &answer["letters"][1];
    let blanks: Vec<_> = letter["blanks"].as_array().unwrap().iter().map(|blank| blank["what"].as_str().unwrap()).collect();
    for blank in ["name", "the days of the work", "the hours of the work", "why it was declined", "signature"] {
        assert!(blanks.contains(&blank), "{blank} in {blanks:?}");
        assert!(letter["text"].as_str().unwrap().contains(&format!("({blank}: to be filled in)")));
    }
}

#[test]
fn tax_that_depends_on_an_unknown_code_is_left_open() {
    let mut request = carer();
    request["payments"][1]["tax_code"] = json!("unknown");
    let answer = ask(&request);
    assert!(answer["letters"][0]["text"].as_str().unwrap().contains("the income tax on the payslip: to be filled in"));
}

#[test]
fn without_permission_to_work_there_is_no_letter() {
    let mut request = carer();
    request["person"]["permission_to_work"] = json!("no");
    let answer = ask(&request);
    assert_eq!(answer["letters"], json!([]));
    assert!(answer["notes"][0].as_str().unwrap().contains("do not pay"));
}
