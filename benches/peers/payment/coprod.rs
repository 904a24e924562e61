//! Coprod's answers for the households of the comparison with its peers: JSON on standard input, JSON on standard output.
//!
//! `{"households": [...], "bulk": 1000000, "threads": 1}` gives the six figures of each household one by one with their full trace, and
//! how long one household and a batch of `bulk` rows take.

use std::hint::black_box;
use std::io::Read;
use std::time::Instant;

use coprod_benches::processor_time::processor_seconds;
use coprod_core::api::call;
use coprod_core::payment::batch::{BatchCode, BatchColumns, Column, RowCarer, RowTaxCode, RowWorkAllowance, take_home};
use coprod_core::payment::{self, TakeHomeRequest};
use serde_json::{Value, json};

/// 15 June 2026; a payment of 2025-26 is made a year earlier.
const DAY_OF_2026: i32 = 20_619;

fn main() {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    let asked: Value = serde_json::from_str(&text).unwrap();
    let households = asked["households"].as_array().unwrap();
    let bulk = usize::try_from(asked["bulk"].as_u64().unwrap()).unwrap();
    let threads = usize::try_from(asked["threads"].as_u64().unwrap()).unwrap();

    let requests: Vec<TakeHomeRequest> =
        households.iter().map(|household| serde_json::from_str(&month_request(household, 0)).unwrap()).collect();
    let (_, first) = timed(|| payment::take_home(&requests[0]).unwrap());
    let used = processor_seconds();
    for request in &requests {
        drop(black_box(payment::take_home(request).unwrap()));
    }
    let each = (processor_seconds() - used) / requests.len() as f64;
    let values: Vec<[i64; 6]> = households.iter().map(figures).collect();

    let rows = Rows::of(households, bulk);
    let columns = rows.columns();
    let (before, used) = (memory("VmRSS:"), processor_seconds());
    let (answer, taken) = timed(|| take_home(&columns, threads).unwrap());
    let used = processor_seconds() - used;
    let done = answer.code.iter().filter(|code| **code == BatchCode::Done).count();
    let answer = json!({
        "first_household_seconds": first,
        "next_household_processor_seconds": each,
        "bulk_rows": bulk,
        "bulk_done": done,
        "bulk_seconds": taken,
        "bulk_processor_seconds": used,
        "peak_megabytes": memory("VmHWM:"),
        "above_input_megabytes": memory("VmHWM:") - before,
        "values": values,
    });
    println!("{answer}");
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed().as_secs_f64())
}

/// A line of the process's own status, in MB; 0 where the system keeps none.
fn memory(line: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kilobytes =
        status.lines().find_map(|found| found.strip_prefix(line)?.trim().strip_suffix("kB")?.trim().parse::<f64>().ok());
    kilobytes.unwrap_or_default() * 1024.0 / 1e6
}

/// The six figures that are compared, in pence.
fn figures(household: &Value) -> [i64; 6] {
    let carer = ask(&week_request(household));
    let [allowance_before, allowance_after] = ["before", "after"].map(|when| benefit(&carer, "carers_allowance", when));
    let without = ask(&month_request(household, allowance_before));
    let with = ask(&month_request(household, allowance_after));
    [
        read(&without["tax_due"]),
        read(&with["national_insurance"]),
        allowance_before,
        allowance_after,
        benefit(&without, "universal_credit", "before"),
        benefit(&with, "universal_credit", "after"),
    ]
}

fn ask(request: &str) -> Value {
    let answer = call("payment.take_home", request).unwrap_or_else(|error| panic!("{request}: {error}"));
    serde_json::from_str(&answer).unwrap()
}

/// A benefit in the first period that the payment reaches; nothing where there is none.
fn benefit(answer: &Value, name: &str, when: &str) -> i64 {
    let found = answer["benefits"].as_array().unwrap().iter().find(|benefit| benefit["name"] == name && benefit["later"] != true);
    found.map_or(0, |benefit| read(&benefit[when]))
}

/// Amounts of a household, in pence.
fn pence(household: &Value, name: &str) -> i64 {
    household[name].as_i64().unwrap()
}

/// Pence as the text of an amount.
fn money(pence: i64) -> String {
    format!("{}.{:02}", pence / 100, pence % 100)
}

/// An amount's text as pence.
fn read(text: &Value) -> i64 {
    text.as_str().unwrap().replace('.', "").parse().unwrap()
}

/// The week's share of a month's amount; whole, for those of the households.
fn week_of(month: i64) -> i64 {
    month * 12 / 52
}

/// The household's circumstances for both questions.
fn person(household: &Value) -> Value {
    let capability = match household["limited_capability"].as_str().unwrap() {
        "protected" => "limited_for_activity",
        "new" => "limited_for_activity_new",
        _ => "full",
    };
    // A carer whose own limited capability is in the award has no carer element beside it.
    let carer_element = household["carer"] == true && capability == "full";
    json!({
        "nation": "england",
        "age": 30,
        "permission_to_work": "yes",
        "other_income": {"wages": money(12 * pence(household, "wage"))},
        "universal_credit": {
            "first_day": 1,
            "couple": false,
            "children": 0,
            "work_capability": capability,
            "carer_element": carer_element,
            "housing_costs": money(pence(household, "rent")),
            "tenancy": if pence(household, "rent") > 0 { "social" } else { "none" },
            "other_net_earnings": money(pence(household, "net_month")),
            "capital": "0.00",
        },
    })
}

/// A payment from the employer on a monthly or weekly payroll that takes each period by itself.
fn payment(household: &Value, fee: i64, other: i64, period: &str) -> Value {
    let year = household["year"].as_i64().unwrap();
    json!({
        "fee": money(fee),
        "how_paid": "paye",
        "tax_code": if period == "week" { "1257L W1" } else { "1257L M1" },
        "same_employer": true,
        "pay_period": period,
        "other_pay_this_period": money(other),
        "pay_to_date": "0.00",
        "work_dates": [format!("{year}-06-10")],
        "paid_on": format!("{year}-06-15"),
        "reported_on": format!("{year}-06-15"),
        "hours": "5",
    })
}

/// The fee with the month's wages; Carer's Allowance, where there is any, as income of a month that does not change.
fn month_request(household: &Value, allowance: i64) -> String {
    let mut person = person(household);
    let month = (allowance * 52 * 2 + 12) / 24;
    person["universal_credit"]["unearned_income"] = money(month).into();
    person["other_income"]["other_taxable"] = money(allowance * 52).into();
    let payments = [payment(household, pence(household, "fee"), pence(household, "wage"), "month")];
    json!({"person": person, "payments": payments}).to_string()
}

/// The week's share of the fee with the week's share of the wages, for a carer.
fn week_request(household: &Value) -> String {
    let mut person = person(household);
    person["universal_credit"].take();
    if household["carer"] == true {
        let net = money(pence(household, "net_week"));
        person["carers_allowance"] = json!({"other_net_weekly_earnings": net, "pattern": "weekly", "hours_of_care": "35"});
    }
    let (fee, wage) = (week_of(pence(household, "fee")), week_of(pence(household, "wage")));
    json!({"person": person, "payments": [payment(household, fee, wage, "week")]}).to_string()
}

/// The households as columns, over and over up to the number of rows.
struct Rows {
    fee: Vec<i64>,
    paid_on: Vec<i32>,
    wage: Vec<i64>,
    wages: Vec<i64>,
    maximum: Vec<i64>,
    net_month: Vec<i64>,
    net_week: Vec<i64>,
    carer: Vec<RowCarer>,
    work_allowance: Vec<RowWorkAllowance>,
}

fn repeated<T: Copy>(households: &[Value], rows: usize, of: impl Fn(&Value) -> T) -> Vec<T> {
    let once: Vec<T> = households.iter().map(of).collect();
    once.iter().copied().cycle().take(rows).collect()
}

impl Rows {
    fn of(households: &[Value], rows: usize) -> Self {
        let column = |name: &str| repeated(households, rows, |household| pence(household, name));
        let wage = column("wage");
        Self {
            fee: column("fee"),
            paid_on: repeated(households, rows, |household| DAY_OF_2026 - if household["year"] == 2025 { 365 } else { 0 }),
            wages: wage.iter().map(|wage| 12 * wage).collect(),
            wage,
            maximum: column("maximum"),
            net_month: column("net_month"),
            net_week: column("net_week"),
            carer: repeated(households, rows, |household| match household["carer"] == true {
                true => RowCarer::AllowanceForWeek,
                false => RowCarer::None,
            }),
            work_allowance: repeated(households, rows, |household| {
                match (household["limited_capability"] == "none", pence(household, "rent")) {
                    (true, _) => RowWorkAllowance::None,
                    (false, 0) => RowWorkAllowance::WithoutHousing,
                    (false, _) => RowWorkAllowance::WithHousing,
                }
            }),
        }
    }

    fn columns(&self) -> BatchColumns<'_> {
        BatchColumns {
            fee: Column::Each(&self.fee),
            paid_on: Column::Each(&self.paid_on),
            tax_code: Column::Every(RowTaxCode::read("1257L M1").unwrap()),
            other_pay: Column::Each(&self.wage),
            wages: Column::Each(&self.wages),
            age: Column::Every(30),
            universal_credit_first_day: Column::Every(1),
            universal_credit_maximum: Column::Each(&self.maximum),
            universal_credit_work_allowance: Column::Each(&self.work_allowance),
            universal_credit_other_earnings: Column::Each(&self.net_month),
            carer: Column::Each(&self.carer),
            carer_other_weekly: Column::Each(&self.net_week),
            ..BatchColumns::default()
        }
    }
}
