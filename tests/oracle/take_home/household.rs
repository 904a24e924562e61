//! A person and their payments, everything known, and how a request says so. Amounts are pence, times seconds.

use serde_json::{Map, Value, json};

use super::day::{Day, day};

#[derive(Debug, Clone)]
pub struct Person {
    pub nation: &'static str,
    pub age: i64,
    pub over_pension_age: bool,
    pub wages: i64,
    pub wages_ended: bool,
    pub other_taxable: i64,
    pub gross_fees: i64,
    /// Profit of a business of one's own; absent where there is none.
    pub profit: Option<i64>,
    /// Plans 1, 2, 4, 5 and postgraduate.
    pub loans: [bool; 5],
    pub universal_credit: Option<UniversalCredit>,
    pub carer: Option<Carer>,
    pub esa: Option<Esa>,
    pub jobseeker: Option<Jobseeker>,
    pub housing: Option<Housing>,
    pub pension_credit: Option<PensionCredit>,
}

#[derive(Debug, Clone)]
pub struct UniversalCredit {
    pub first_day: i64,
    pub maximum: Maximum,
    /// 0 none, 1 the lower, 2 the higher.
    pub work_allowance: usize,
    pub other_earnings: i64,
    pub unearned: i64,
    pub capital: i64,
    pub cap: &'static str,
    pub other_capped: i64,
    pub childcare: i64,
    pub floor: i64,
    pub surplus: i64,
    pub surplus_threshold: i64,
}

#[derive(Debug, Clone)]
pub enum Maximum {
    Stated(i64),
    Household {
        couple: bool,
        partner_age: i64,
        children: i64,
        born_before_2017: bool,
        capability: &'static str,
        carer: bool,
        housing: i64,
        tenancy: &'static str,
    },
}

#[derive(Debug, Clone)]
pub struct Carer {
    pub scottish: bool,
    pub other: i64,
    pub one_off: bool,
    pub care_costs: i64,
}

#[derive(Debug, Clone)]
pub struct Esa {
    pub kind: &'static str,
    pub group: &'static str,
    pub weekly: Option<i64>,
    pub other: i64,
    pub seconds: i64,
    pub supervised: bool,
}

#[derive(Debug, Clone)]
pub struct Jobseeker {
    pub weekly: Option<i64>,
    pub other: i64,
    pub seconds: i64,
}

#[derive(Debug, Clone)]
pub struct Housing {
    pub weekly: i64,
    pub passported: bool,
    pub household: &'static str,
    pub permitted: bool,
    pub other: i64,
    pub room: i64,
}

#[derive(Debug, Clone)]
pub struct PensionCredit {
    pub weekly: i64,
    pub couple: bool,
    pub higher: bool,
    pub other: i64,
}

#[derive(Debug, Clone)]
pub struct Payment {
    pub fee: i64,
    /// Paid whatever was spent, so that it is pay.
    pub round_sum: i64,
    /// Miles by car, and what is paid for each.
    pub miles: (i64, i64),
    /// Repaid against a receipt.
    pub receipted: i64,
    pub paye: bool,
    pub code: &'static str,
    pub employer: &'static str,
    pub weekly: bool,
    pub other_pay: i64,
    pub pay_to_date: i64,
    pub pension: i64,
    pub work_dates: Vec<Day>,
    pub paid_on: Day,
    pub reported_on: Day,
    pub seconds: i64,
}

impl Payment {
    /// The fee and what counts as pay with it.
    pub fn gross(&self) -> i64 {
        let driven = self.work_dates.first().unwrap_or(&self.paid_on);
        let approved = if *driven < day(2026, 4, 6) { 45 } else { 55 };
        let (miles, each) = self.miles;
        self.fee + self.round_sum + (1..=miles).map(|_| (each - approved).max(0)).sum::<i64>()
    }
}

pub fn money(pence: i64) -> Value {
    json!(format!("{}.{:02}", pence / 100, pence % 100))
}

fn hours(seconds: i64) -> Value {
    json!(format!("{seconds}/3600"))
}

/// The request for these.
pub fn request(person: &Person, payments: &[Payment]) -> Value {
    json!({
        "person": person_json(person),
        "payments": payments.iter().enumerate().map(|(number, payment)| payment_json(number, payment)).collect::<Vec<_>>(),
    })
}

fn person_json(person: &Person) -> Value {
    let mut said = Map::new();
    let mut say = |key: &str, value: Value| said.insert(key.to_owned(), value);
    say("nation", json!(person.nation));
    say("age", json!(person.age));
    say("over_pension_age", json!(person.over_pension_age));
    say("permission_to_work", json!("yes"));
    let plans = ["plan_1", "plan_2", "plan_4", "plan_5", "postgraduate"];
    let loans: Vec<_> = plans.iter().zip(person.loans).filter(|(_, has)| *has).map(|(plan, _)| plan).collect();
    let mut income = json!({
        "wages": money(person.wages), "wages_ended": person.wages_ended, "other_taxable": money(person.other_taxable),
        "other_gross_fees": money(person.gross_fees), "student_loans": loans,
    });
    if let Some(profit) = person.profit {
        income["self_employed_profit"] = money(profit);
    }
    say("other_income", income);
    if let Some(credit) = &person.universal_credit {
        say("universal_credit", credit_json(credit));
    }
    if let Some(carer) = &person.carer {
        let key = if carer.scottish { "carer_support_payment" } else { "carers_allowance" };
        say(
            key,
            json!({
                "other_net_weekly_earnings": money(carer.other), "pattern": if carer.one_off { "one_off" } else { "weekly" },
                "care_costs": money(carer.care_costs), "hours_of_care": 35,
            }),
        );
    }
    if let Some(esa) = &person.esa {
        let mut value = json!({
            "kind": esa.kind, "group": esa.group, "other_weekly_earnings": money(esa.other),
            "other_weekly_hours": hours(esa.seconds), "supervised": esa.supervised,
        });
        if let Some(weekly) = esa.weekly {
            value["weekly_amount"] = money(weekly);
        }
        say("employment_and_support_allowance", value);
    }
    if let Some(jobseeker) = &person.jobseeker {
        let mut value = json!({
            "kind": "new_style", "other_weekly_earnings": money(jobseeker.other), "other_weekly_hours": hours(jobseeker.seconds),
        });
        if let Some(weekly) = jobseeker.weekly {
            value["weekly_amount"] = money(weekly);
        }
        say("jobseekers_allowance", value);
    }
    if let Some(housing) = &person.housing {
        say(
            "housing_benefit",
            json!({
                "weekly_amount": money(housing.weekly), "passported": housing.passported, "household": housing.household,
                "permitted_work_accepted": housing.permitted, "other_weekly_earnings": money(housing.other), "room": money(housing.room),
            }),
        );
    }
    if let Some(credit) = &person.pension_credit {
        say(
            "pension_credit",
            json!({
                "weekly_amount": money(credit.weekly), "couple": credit.couple, "higher_disregard": credit.higher,
                "other_weekly_earnings": money(credit.other),
            }),
        );
    }
    Value::Object(said)
}

fn credit_json(credit: &UniversalCredit) -> Value {
    let allowances = ["none", "with_housing", "without_housing"];
    let mut value = json!({
        "first_day": credit.first_day, "other_net_earnings": money(credit.other_earnings), "unearned_income": money(credit.unearned),
        "capital": money(credit.capital), "benefit_cap": credit.cap, "other_capped_benefits": money(credit.other_capped),
        "minimum_income_floor": money(credit.floor), "surplus_brought_forward": money(credit.surplus),
        "surplus_threshold": money(credit.surplus_threshold), "childcare_costs": money(credit.childcare),
        "work_allowance": allowances[credit.work_allowance],
    });
    match &credit.maximum {
        Maximum::Stated(pence) => value["maximum_award"] = money(*pence),
        Maximum::Household { couple, partner_age, children, born_before_2017, capability, carer, housing, tenancy } => {
            let more = json!({
                "couple": couple, "children": children, "child_elements": children, "eldest_born_before_2017": born_before_2017,
                "work_capability": capability, "carer_element": carer, "housing_costs": money(*housing), "tenancy": tenancy,
            });
            value.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            if *couple {
                value["partner_age"] = json!(partner_age);
            }
        }
    }
    value
}

fn payment_json(number: usize, payment: &Payment) -> Value {
    let mut value = json!({
        "id": format!("p{number}"), "fee": money(payment.fee), "how_paid": if payment.paye { "paye" } else { "gross" },
        "work_dates": payment.work_dates.iter().map(ToString::to_string).collect::<Vec<_>>(), "paid_on": payment.paid_on.to_string(),
        "hours": hours(payment.seconds), "body": "company", "consulted_as": "worker",
    });
    if payment.paye {
        let more = json!({
            "tax_code": payment.code, "employer": payment.employer, "same_employer": payment.other_pay + payment.pay_to_date > 0,
            "pay_period": if payment.weekly { "week" } else { "month" },
            "other_pay_this_period": money(payment.other_pay), "pay_to_date": money(payment.pay_to_date),
            "pension_contribution": money(payment.pension), "reported_on": payment.reported_on.to_string(),
        });
        value.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    }
    let mut expenses = Vec::new();
    if payment.round_sum > 0 {
        expenses.push(json!({"kind": "materials", "amount": money(payment.round_sum), "round_sum": true}));
    }
    if payment.miles.0 > 0 {
        expenses.push(json!({"kind": "car", "miles": payment.miles.0, "per_mile": money(payment.miles.1)}));
    }
    if payment.receipted > 0 {
        expenses.push(json!({"kind": "train", "amount": money(payment.receipted), "receipted": true}));
    }
    if !expenses.is_empty() {
        value["expenses"] = json!(expenses);
    }
    value
}
