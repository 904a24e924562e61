//! Random rows of every column against the same circumstances asked for as JSON, one by one: the same pence.

use std::collections::BTreeMap;

use coprod_core::api::call;
use coprod_core::error::ErrorCode;
use coprod_core::payment::batch::{BatchAnswer, BatchCode, BatchTable, ColumnInput, ColumnKind, take_home};
use coprod_core::unit::Date;
use coprod_tests::dice::Dice;
use serde_json::{Value, json};

/// So many where `COPROD_ROWS` does not say otherwise.
const FEW: usize = 600;

/// Rows that are worked out at a time.
const AT_ONCE: usize = 10_000;

/// The cells of a row that are not the column's default.
type Row = BTreeMap<&'static str, Cell>;

#[derive(Debug, Clone, Copy)]
enum Cell {
    Number(i64),
    Flag(bool),
    Word(&'static str),
}

fn up_to(dice: &mut Dice, most: i64) -> i64 {
    i64::try_from(dice.below(usize::try_from(most).unwrap() + 1)).unwrap()
}

/// Nothing half the time.
fn some(dice: &mut Dice, most: i64) -> Cell {
    Cell::Number(if dice.once_in(2) { 0 } else { up_to(dice, most) })
}

fn row(dice: &mut Dice) -> Row {
    let mut row = Row::new();
    let fee = up_to(dice, 60_000);
    // From July 2022 to August 2026: the weeks and months before and after are known too.
    let paid_on = 19_174 + up_to(dice, 1_500);
    let nation = dice.pick(&["england", "wales", "scotland", "northern_ireland"]);
    row.insert("fee", Cell::Number(fee));
    row.insert("paid_on", Cell::Number(paid_on));
    row.insert("worked_on", Cell::Number(paid_on - up_to(dice, 30)));
    row.insert("seconds", Cell::Number(up_to(dice, 40) * 1_800));
    row.insert("nation", Cell::Word(nation));
    let old = dice.once_in(8);
    row.insert("age", Cell::Number(if old { 70 } else { 16 + up_to(dice, 48) }));
    row.insert("over_pension_age", Cell::Flag(old));
    income(dice, &mut row);
    if dice.once_in(4) {
        row.insert("paid", Cell::Word("gross"));
    } else {
        payroll(dice, &mut row, fee, paid_on);
    }
    let credit = !old && !dice.once_in(4);
    if credit {
        universal_credit(dice, &mut row);
    }
    weekly(dice, &mut row, credit, old);
    row
}

fn income(dice: &mut Dice, row: &mut Row) {
    row.insert("wages", some(dice, 14_000_000));
    row.insert("other_taxable", some(dice, 2_000_000));
    row.insert("gross_fees", some(dice, 200_000));
    if dice.once_in(6) {
        row.insert("self_employed", Cell::Flag(true));
        row.insert("profit", some(dice, 6_000_000));
    }
}

fn payroll(dice: &mut Dice, row: &mut Row, fee: i64, paid_on: i64) {
    let weekly = dice.once_in(3);
    row.insert("paid_weekly", Cell::Flag(weekly));
    let codes = ["1257L", "BR", "0T", "D0", "NT", "1257L X", "K100", "S1257L", "SBR", "SD1", "C1257L", "500L", "1383M", "K50 X"];
    row.insert("tax_code", Cell::Word(dice.pick(&codes)));
    row.insert("reported_on", Cell::Number(paid_on + up_to(dice, 10)));
    if let (Cell::Number(wages), true) = (row["wages"], dice.once_in(2)) {
        let other = wages / if weekly { 52 } else { 12 };
        row.insert("other_pay", Cell::Number(other));
        row.insert("pay_to_date", Cell::Number(other * (1 + up_to(dice, 11))));
    }
    if dice.once_in(4) {
        row.insert("pension", Cell::Number(fee / 20));
    }
}

fn universal_credit(dice: &mut Dice, row: &mut Row) {
    row.insert("universal_credit_first_day", Cell::Number(1 + up_to(dice, 30)));
    row.insert("universal_credit_maximum", Cell::Number(up_to(dice, 230_000)));
    let allowances = ["none", "with_housing", "without_housing"];
    row.insert("universal_credit_work_allowance", Cell::Word(dice.pick(&allowances)));
    row.insert("universal_credit_other_earnings", some(dice, 150_000));
    row.insert("universal_credit_unearned", some(dice, 30_000));
    row.insert("universal_credit_capital", some(dice, 1_700_000));
    let caps = ["exempt", "grace_period", "single_outside_london", "single_london", "couple_or_parent_outside_london"];
    row.insert("universal_credit_cap", Cell::Word(dice.pick(&caps)));
    row.insert("universal_credit_other_capped", some(dice, 50_000));
    row.insert("universal_credit_childcare", some(dice, 50_000));
    if dice.once_in(4) {
        row.insert("universal_credit_floor", some(dice, 160_000));
        row.insert("universal_credit_surplus", some(dice, 300_000));
    }
    row.insert("universal_credit_surplus_threshold", Cell::Number(dice.pick(&[250_000, 30_000])));
}

fn weekly(dice: &mut Dice, row: &mut Row, credit: bool, old: bool) {
    if dice.once_in(3) {
        let scottish = matches!(row["nation"], Cell::Word("scotland")) && matches!(row["paid_on"], Cell::Number(19_800..));
        let kinds = if scottish { ["support_for_week", "support_one_off"] } else { ["allowance_for_week", "allowance_one_off"] };
        row.insert("carer", Cell::Word(dice.pick(&kinds)));
        row.insert("carer_other_weekly", some(dice, 13_200));
        row.insert("universal_credit_cap", Cell::Word("exempt"));
        row.insert("carer_care_costs", some(dice, 5_000));
    }
    if !old && dice.once_in(4) {
        let kinds = ["new_style", "legacy_contributory", "legacy_income_related"];
        let kind = if credit { "new_style" } else { dice.pick(&kinds) };
        row.insert("esa", Cell::Word(kind));
        let group = dice.pick(&["assessment", "work_related_activity", "support"]);
        row.insert("esa_group", Cell::Word(group));
        if group == "support" {
            row.insert("universal_credit_cap", Cell::Word("exempt"));
        }
        row.insert("esa_weekly", Cell::Number(dice.pick(&[9_000, 13_845])));
        row.insert("esa_other_weekly", some(dice, 15_200));
        row.insert("esa_other_seconds", Cell::Number(up_to(dice, 15) * 3_600));
        row.insert("esa_supervised", Cell::Flag(dice.once_in(4)));
    } else if !old && dice.once_in(4) {
        row.insert("jobseeker_weekly", Cell::Number(dice.pick(&[7_500, 9_555])));
        row.insert("jobseeker_other_weekly", some(dice, 8_000));
        row.insert("jobseeker_other_seconds", Cell::Number(up_to(dice, 15) * 3_600));
    }
    if dice.once_in(4) {
        row.insert("housing_weekly", Cell::Number(1 + up_to(dice, 20_000)));
        row.insert("housing_passported", Cell::Flag(dice.once_in(4)));
        row.insert("housing_household", Cell::Word(dice.pick(&["single", "couple", "lone_parent", "special"])));
        row.insert("housing_permitted_work", Cell::Flag(dice.once_in(4)));
        row.insert("housing_other_weekly", some(dice, 8_000));
        row.insert("housing_room", some(dice, 3_000));
    }
    if old && dice.once_in(2) {
        row.insert("pension_credit_weekly", Cell::Number(1 + up_to(dice, 10_000)));
        row.insert("pension_credit_couple", Cell::Flag(dice.once_in(2)));
        row.insert("pension_credit_higher_disregard", Cell::Flag(dice.once_in(3)));
        row.insert("pension_credit_other_weekly", some(dice, 4_000));
    }
}

/// A row as the request that says the same.
struct Said<'a>(&'a Row);

impl Said<'_> {
    fn number(&self, column: &str) -> i64 {
        match self.0.get(column) {
            Some(Cell::Number(number)) => *number,
            _ => 0,
        }
    }

    fn money(&self, column: &str) -> Value {
        let pence = self.number(column);
        json!(format!("{}.{:02}", pence / 100, pence % 100))
    }

    fn hours(&self, column: &str) -> Value {
        json!(format!("{}/3600", self.number(column)))
    }

    fn day(&self, column: &str) -> Value {
        json!(Date::from_epoch_days(i32::try_from(self.number(column)).unwrap()).unwrap())
    }

    fn flag(&self, column: &str) -> bool {
        matches!(self.0.get(column), Some(Cell::Flag(true)))
    }

    fn word(&self, column: &str) -> &'static str {
        match self.0.get(column) {
            Some(Cell::Word(word)) => word,
            _ => "none",
        }
    }

    fn person(&self) -> Value {
        let mut income = json!({
            "wages": self.money("wages"), "wages_ended": true, "other_taxable": self.money("other_taxable"), "other_gross_fees": self.money("gross_fees"),
        });
        if self.flag("self_employed") {
            income["self_employed_profit"] = self.money("profit");
        }
        let mut person = json!({
            "nation": self.word("nation"), "age": self.number("age"), "over_pension_age": self.flag("over_pension_age"),
            "permission_to_work": "yes", "other_income": income,
        });
        if self.number("universal_credit_first_day") > 0 {
            person["universal_credit"] = self.credit();
        }
        let carer = self.word("carer");
        if carer != "none" {
            let key = if carer.starts_with("support") { "carer_support_payment" } else { "carers_allowance" };
            person[key] = json!({
                "other_net_weekly_earnings": self.money("carer_other_weekly"), "care_costs": self.money("carer_care_costs"),
                "pattern": if carer.ends_with("one_off") { "one_off" } else { "weekly" },
            });
        }
        if self.word("esa") != "none" {
            person["employment_and_support_allowance"] = json!({
                "kind": self.word("esa"), "group": self.word("esa_group"), "weekly_amount": self.money("esa_weekly"),
                "other_weekly_earnings": self.money("esa_other_weekly"), "other_weekly_hours": self.hours("esa_other_seconds"),
                "supervised": self.flag("esa_supervised"),
            });
        }
        if self.number("jobseeker_weekly") > 0 {
            person["jobseekers_allowance"] = json!({
                "kind": "new_style", "weekly_amount": self.money("jobseeker_weekly"),
                "other_weekly_earnings": self.money("jobseeker_other_weekly"), "other_weekly_hours": self.hours("jobseeker_other_seconds"),
            });
        }
        if self.number("housing_weekly") > 0 {
            person["housing_benefit"] = json!({
                "weekly_amount": self.money("housing_weekly"), "passported": self.flag("housing_passported"),
                "household": self.word("housing_household"), "permitted_work_accepted": self.flag("housing_permitted_work"),
                "other_weekly_earnings": self.money("housing_other_weekly"), "room": self.money("housing_room"),
            });
        }
        if self.number("pension_credit_weekly") > 0 {
            person["pension_credit"] = json!({
                "weekly_amount": self.money("pension_credit_weekly"), "couple": self.flag("pension_credit_couple"),
                "higher_disregard": self.flag("pension_credit_higher_disregard"),
                "other_weekly_earnings": self.money("pension_credit_other_weekly"),
            });
        }
        person
    }

    fn credit(&self) -> Value {
        let money = |column: &str| self.money(&format!("universal_credit_{column}"));
        json!({
            "first_day": self.number("universal_credit_first_day"), "maximum_award": money("maximum"),
            "work_allowance": self.word("universal_credit_work_allowance"), "other_net_earnings": money("other_earnings"),
            "unearned_income": money("unearned"), "capital": money("capital"), "benefit_cap": self.word("universal_credit_cap"),
            "other_capped_benefits": money("other_capped"), "childcare_costs": money("childcare"),
            "minimum_income_floor": money("floor"), "surplus_brought_forward": money("surplus"),
            "surplus_threshold": money("surplus_threshold"),
            // Beside Housing Benefit, which is for such homes; a stated award needs no home.
            "tenancy": if self.number("housing_weekly") > 0 { json!("temporary") } else { Value::Null },
        })
    }

    fn payment(&self) -> Value {
        let mut payment = json!({
            "fee": self.money("fee"), "how_paid": "gross", "paid_on": self.day("paid_on"), "work_dates": [self.day("worked_on")],
            "hours": self.hours("seconds"), "body": "company", "consulted_as": "worker",
        });
        if self.word("paid") != "gross" {
            payment["how_paid"] = json!("paye");
            payment["tax_code"] = json!(self.word("tax_code"));
            payment["same_employer"] = json!(self.number("other_pay") + self.number("pay_to_date") > 0);
            payment["pay_period"] = json!(if self.flag("paid_weekly") { "week" } else { "month" });
            payment["other_pay_this_period"] = self.money("other_pay");
            payment["pay_to_date"] = self.money("pay_to_date");
            payment["pension_contribution"] = self.money("pension");
            payment["reported_on"] = self.day("reported_on");
        }
        payment
    }
}

/// The rows in columns; a column that no row says anything of is left out.
fn batch(rows: &[Row]) -> BatchAnswer {
    let mut table = BatchTable::new();
    for (column, kind) in BatchTable::COLUMNS {
        if rows.iter().all(|row| !row.contains_key(column)) {
            continue;
        }
        let cells: Vec<Option<Cell>> = rows.iter().map(|row| row.get(column).copied()).collect();
        // What these rows say nothing of.
        let same_day = i64::from(coprod_core::payment::batch::SAME_DAY);
        let put = match kind {
            ColumnKind::Word => {
                let default = match *column {
                    "tax_code" => "1257L",
                    "paid" => "paye",
                    "esa_group" => "support",
                    "housing_household" => "single",
                    "universal_credit_cap" => "exempt",
                    _ => "none",
                };
                let words: Vec<&str> =
                    cells.iter().map(|cell| if let Some(Cell::Word(word)) = cell { word } else { default }).collect();
                table.put(column, ColumnInput::Words(&words), None)
            }
            ColumnKind::Flag => {
                let flags: Vec<bool> = cells.iter().map(|cell| matches!(cell, Some(Cell::Flag(true)))).collect();
                table.put(column, ColumnInput::Flags(&flags), None)
            }
            ColumnKind::Money | ColumnKind::Day | ColumnKind::Number => {
                let default = if *kind == ColumnKind::Day { same_day } else { 0 };
                let number = |cell: &Option<Cell>| if let Some(Cell::Number(number)) = cell { *number } else { default };
                let numbers: Vec<i64> = cells.iter().map(number).collect();
                table.put(column, ColumnInput::Numbers(&numbers), None)
            }
        };
        put.unwrap();
    }
    take_home(&table.columns(), 2).unwrap()
}

/// Pence of an amount in the answer, lowest and highest; nothing where it is left out.
fn range(value: &Value) -> (i64, i64) {
    let pence = |value: &Value| value.as_str().unwrap().replace('.', "").parse().unwrap();
    match value {
        Value::Null => (0, 0),
        Value::String(_) => (pence(value), pence(value)),
        both => (pence(&both["low"]), pence(&both["high"])),
    }
}

#[test]
fn a_batch_has_the_pence_that_each_row_has_by_itself() {
    let count = std::env::var("COPROD_ROWS").ok().and_then(|text| text.parse().ok()).unwrap_or(FEW);
    let mut dice = Dice::new(20_260_406);
    let (mut exact, mut near, mut contradictory, mut done) = (0, 0, 0, 0);
    while done < count {
        let rows: Vec<Row> = (0..AT_ONCE.min(count - done)).map(|_| row(&mut dice)).collect();
        done += rows.len();
        let answer = batch(&rows);
        for (number, row) in rows.iter().enumerate() {
            let said = Said(row);
            let request = json!({"person": said.person(), "payments": [said.payment()]}).to_string();
            let alone: Value = match call("payment.take_home", &request) {
                Ok(alone) => serde_json::from_str(&alone).unwrap(),
                // One by one, some facts are refused that only together make no sense.
                Err(error) if error.code == ErrorCode::ContradictoryFacts => {
                    contradictory += 1;
                    continue;
                }
                Err(error) => panic!("{error}: {request}"),
            };
            assert_eq!(answer.code[number], BatchCode::Done, "{request}");
            let figures = [
                ("tax", answer.tax[number], &alone["tax"]),
                ("tax due", answer.tax_due[number], &alone["tax_due"]),
                ("National Insurance", answer.national_insurance[number], &alone["national_insurance"]),
                ("National Insurance later", answer.national_insurance_later[number], &alone["national_insurance_later"]),
                ("student loan", answer.student_loan[number], &alone["student_loan"]),
                ("kept", answer.kept[number], &alone["kept"]["in_period"]),
                ("kept in the end", answer.kept_eventually[number], &alone["kept"]["eventual"]),
            ];
            let mut is_range = false;
            for (name, pence, value) in figures {
                let (low, high) = range(value);
                assert!((low..=high).contains(&pence), "{name} is {pence} in the batch, alone {value}: {request}");
                is_range |= low < high;
            }
            // One by one, a day near the edge of an assessment period counts on either side of it.
            if is_range { near += 1 } else { exact += 1 }
        }
    }
    println!("{exact} rows to the penny, {near} within a range near an edge, {contradictory} contradictory");
    assert!(exact > 2 * near && exact > 9 * contradictory, "{exact}, {near} and {contradictory}");
}
