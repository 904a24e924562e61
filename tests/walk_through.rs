//! The page that follows one fee step by step shows what is answered. `COPROD_WRITE=1` writes its tables anew.

use coprod_core::api::call;
use coprod_tests::tree::root;
use serde_json::Value;

const PAGE: &str = "coprod-core/src/payment/walk_through.md";
const START: &str = "<!-- steps -->\n";
const END: &str = "<!-- end -->";

fn table(request: &str) -> String {
    let answer = call("payment.take_home", request).unwrap_or_else(|error| panic!("{error}"));
    let answer: Value = serde_json::from_str(&answer).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut table = String::from("| step | of | what | value | law |\n|---|---|---|---|---|\n");
    for step in answer["trace"].as_array().unwrap() {
        let of: Vec<String> = step["of"].as_array().into_iter().flatten().map(ToString::to_string).collect();
        let with = if step["subject"] == "universal_credit" || step["subject"] == "carers_allowance" {
            if step["with_payments"] == true { ", with the payment" } else { ", without it" }
        } else {
            ""
        };
        let sure = if step["status"] == "unconfirmed" { " (unconfirmed)" } else { "" };
        let row = [
            step["step"].to_string(),
            of.join(", "),
            format!("{}{with}", text(&step["text"])),
            text(&step["value"]),
            format!("{}{sure}", text(&step["source"])),
        ];
        table += &format!("| {} |\n", row.join(" | "));
    }
    let kept = &answer["kept"];
    table + &format!("\nKept: {} in the period, {} in the end.\n", text(&kept["in_period"]), text(&kept["eventual"]))
}

#[test]
fn the_page_shows_what_is_answered() {
    let path = root().join(PAGE);
    let page = std::fs::read_to_string(&path).unwrap();
    let mut fresh = String::new();
    let mut rest = page.as_str();
    let mut tables = 0;
    while let Some((before, after)) = rest.split_once(START) {
        let request = before.rsplit_once("```json\n").and_then(|(_, code)| code.split_once("```")).unwrap().0;
        let (_, tail) = after.split_once(END).unwrap();
        fresh += &format!("{before}{START}{}{END}", table(request));
        rest = tail;
        tables += 1;
    }
    fresh += rest;
    assert_eq!(tables, 2);
    if std::env::var_os("COPROD_WRITE").is_some() {
        std::fs::write(&path, &fresh).unwrap();
    }
    assert!(fresh == page, "the tables are not what is answered: run with COPROD_WRITE=1 and look at the change");
}
