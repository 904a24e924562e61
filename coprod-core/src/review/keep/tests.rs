//! What people keep of a project's payments, and the alarm where they are worse off.

use serde_json::{Value, json};

use crate::review::{AlarmCode, KeptOutlook, ReviewAnswer, ReviewRequest, Severity, report, review};
use crate::unit::from_json;

fn project(circumstances: &Value, payment: &Value) -> Value {
    json!({
        "title": "Brochure",
        "people": [{"id": "ana", "name": "Ana", "circumstances": {"age": 40}}],
        "payments": [{"person": "ana", "circumstances": circumstances, "payments": [payment]}]
    })
}

fn reviewed(project: &Value) -> ReviewAnswer {
    review(&request(project)).unwrap()
}

fn request(project: &Value) -> ReviewRequest {
    from_json(&json!({"project": project}).to_string()).unwrap()
}

fn fee(pounds: &str) -> Value {
    json!({"fee": pounds, "how_paid": "gross", "work_dates": ["2026-06-10"], "paid_on": "2026-06-15", "hours": "6"})
}

fn carer(other: &str) -> Value {
    json!({
        "nation": "england", "permission_to_work": "yes",
        "carers_allowance": {"other_net_weekly_earnings": other, "pattern": "weekly", "care_costs": "0.00"}
    })
}

fn alarm(answer: &ReviewAnswer) -> Option<(Severity, String)> {
    let found = answer.alarms.iter().find(|alarm| alarm.code == AlarmCode::WorseOffForPay)?;
    assert_eq!(found.evidence, ["/payments/0"]);
    Some((found.severity, found.statement.clone()))
}

#[test]
fn whoever_is_no_worse_off_raises_no_alarm() {
    let answer = reviewed(&project(&carer("0.00"), &fee("204.00")));
    let kept = &answer.kept[0];
    assert_eq!((kept.outlook, kept.at.as_str(), kept.questions.len()), (KeptOutlook::NoWorse, "/payments/0", 0));
    assert_eq!(kept.kept.unwrap().eventual.low().to_string(), "204.00");
    assert_eq!(alarm(&answer), None);
}

#[test]
fn a_payment_that_costs_more_than_it_brings_is_serious() {
    // 50.00 more takes the week's earnings above the limit of 204.00, and 86.45 are lost.
    let answer = reviewed(&project(&carer("160.00"), &fee("50.00")));
    assert_eq!(answer.kept[0].outlook, KeptOutlook::WorseOff);
    let expected = "Ana is £36.45 worse off for what they are paid than without it";
    assert_eq!(alarm(&answer), Some((Severity::Serious, expected.to_owned())));
    assert!(answer.next_steps.iter().any(|step| step.starts_with("pay: talk to the person alone")));
}

#[test]
fn what_is_not_known_is_a_warning_with_the_question() {
    let answer = reviewed(&project(&carer("unknown"), &fee("50.00")));
    assert_eq!(answer.kept[0].outlook, KeptOutlook::MayBeWorseOff);
    assert!(!answer.kept[0].questions.is_empty());
    let expected = "Ana can be up to £36.45 worse off for what they are paid than without it";
    assert_eq!(alarm(&answer), Some((Severity::Warning, expected.to_owned())));
}

#[test]
fn nothing_is_paid_before_advice_where_somebody_may_not_work() {
    let answer = reviewed(&project(&json!({"nation": "england", "permission_to_work": "no"}), &fee("50.00")));
    let kept = &answer.kept[0];
    assert_eq!((kept.outlook, kept.fee, kept.kept), (KeptOutlook::NotBeforeAdvice, None, None));
    assert_eq!(alarm(&answer).unwrap().0, Severity::Serious);
}

#[test]
fn the_report_says_what_is_kept_and_names_no_benefit() {
    for format in ["text", "markdown", "html"] {
        let asked = json!({"project": project(&carer("160.00"), &fee("50.00")), "format": format});
        let text = report(&from_json(&asked.to_string()).unwrap()).unwrap().report;
        assert!(text.contains("36.45") && text.contains("as far as they chose to say"), "{text}");
        assert!(!text.contains("Carer's"), "{text}");
    }
}

#[test]
fn what_is_wrong_is_pointed_at_in_the_project() {
    let path = |project: &Value| review(&request(project)).unwrap_err().path;
    assert_eq!(path(&project(&carer("0.00"), &fee("-1.00"))), "/project/payments/0/payments/0/fee");
    assert_eq!(
        path(&project(&carer("-1.00"), &fee("1.00"))),
        "/project/payments/0/circumstances/carers_allowance/other_net_weekly_earnings"
    );
    let mut stranger = project(&carer("0.00"), &fee("1.00"));
    stranger["payments"][0]["person"] = json!("bea");
    assert_eq!(path(&stranger), "/project/payments/0/person");
    let mut twice = project(&carer("0.00"), &fee("1.00"));
    twice["payments"] = json!([twice["payments"][0], twice["payments"][0]]);
    assert_eq!(path(&twice), "/project/payments/1");
}
