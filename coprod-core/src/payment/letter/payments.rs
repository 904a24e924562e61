//! What a letter says of each payment: the facts that were told, and the amounts of the working.

use super::draft::Draft;
use crate::payment::take_home::{TakeHomeAnswer, TakeHomeRequest};
use crate::payment::{Body, ConsultedAs, HowPaid, Payment, TraceStep};
use crate::unit::{Date, Hours, Known, Money};

/// A part for each payment, in the order of the request.
pub(super) fn all(draft: &mut Draft, request: &TakeHomeRequest, answer: &TakeHomeAnswer) {
    let (lowest, highest) = (by_payment(&answer.trace), by_payment(&answer.trace_highest));
    let mut order: Vec<(Date, usize)> = request.payments.iter().enumerate().map(|(number, pay)| (pay.paid_on, number)).collect();
    // The working takes them by their days.
    order.sort_unstable();
    for (number, payment) in request.payments.iter().enumerate() {
        let place = order.iter().position(|(_, known)| *known == number).unwrap_or(number);
        let name = payment.id.as_ref().map_or_else(|| format!("Payment {}", number + 1), |id| format!("Payment \"{id}\""));
        let mut lines = work(draft, payment, number);
        lines.extend(pay(draft, payment, number));
        for (rule, words, missing) in AMOUNTS {
            let [low, high] = [&lowest, &highest].map(|steps| steps.get(place).map(|steps| steps.value(rule)));
            let low = low.flatten();
            match high.unwrap_or(low) {
                high if high != low => {
                    let blank = draft.blank(missing, None);
                    lines.push(format!("{words}: {blank}"));
                }
                _ => lines.extend(low.map(|amount| format!("{words}: {amount} pounds"))),
            }
        }
        lines.extend(expenses(payment));
        if let Some(declined) = payment.declined.filter(|declined| *declined > Money::ZERO) {
            let why = draft.blank("why it was declined", None);
            lines.push(format!("Offered and declined: {declined} pounds, because {why}"));
        }
        draft.part(&name, lines);
    }
}

/// Steps of the working that a letter names, their words, and what is missing where they depend on something that is not known.
const AMOUNTS: [(&str, &str, &str); 5] = [
    ("paye.withheld", "Income tax withheld", "the income tax on the payslip"),
    ("class_1.withheld", "National Insurance withheld", "the National Insurance on the payslip"),
    ("student_loan.all", "Student loan repayment withheld", "the student loan repayment on the payslip"),
    ("payment.pension", "Paid into a pension from it", "the pension contribution on the payslip"),
    ("payment.counted", "Net pay, as I understand that it counts", "the net pay"),
];

/// The steps about one payment.
struct Steps<'a>(&'a [TraceStep]);

impl<'a> Steps<'a> {
    /// The value of the last step by a rule.
    fn value(&self, rule: &str) -> Option<&'a str> {
        self.0.iter().rev().find(|step| step.rule == rule).map(|step| step.value.as_str())
    }
}

/// The steps about each payment: those from one fee to the next.
fn by_payment(trace: &[TraceStep]) -> Vec<Steps<'_>> {
    let about = trace.iter().take_while(|step| step.subject == "payment").count();
    let about = trace.get(..about).unwrap_or_default();
    let starts: Vec<usize> =
        about.iter().enumerate().filter(|(_, step)| step.rule == "payment.fee").map(|(place, _)| place).collect();
    let ends = starts.iter().skip(1).copied().chain([about.len()]);
    starts.iter().zip(ends).map(|(start, end)| Steps(about.get(*start..end).unwrap_or_default())).collect()
}

fn work(draft: &mut Draft, payment: &Payment, number: usize) -> Vec<String> {
    let at = |field: &str| Some(format!("/payments/{number}/{field}"));
    let days = if payment.work_dates.is_empty() {
        draft.blank("the days of the work", at("work_dates"))
    } else {
        payment.work_dates.iter().map(|day| day.in_words()).collect::<Vec<_>>().join(", ")
    };
    let hours = match &payment.hours {
        Some(Known::Is(hours)) => {
            let preparing = payment.preparation_hours.filter(|hours| *hours > Hours::ZERO);
            preparing.map_or_else(|| hours.to_string(), |preparing| format!("{hours}, and {preparing} of preparing"))
        }
        _ => draft.blank("the hours of the work", at("hours")),
    };
    let body = match &payment.body {
        Some(Known::Is(body)) => body_words(*body).to_owned(),
        _ => draft.blank("who consults me", at("body")),
    };
    let role = match &payment.consulted_as {
        Some(Known::Is(role)) => role_words(*role).to_owned(),
        _ => draft.blank("as what I am consulted", at("consulted_as")),
    };
    vec![
        format!("Days of the work: {days}"),
        format!("Hours: {hours}"),
        format!("For: {body}"),
        format!("I am consulted as: {role}"),
    ]
}

fn pay(draft: &mut Draft, payment: &Payment, number: usize) -> Vec<String> {
    let how = match &payment.how_paid {
        Some(Known::Is(HowPaid::Paye)) => "through a payroll".to_owned(),
        Some(Known::Is(HowPaid::Gross)) => "in full, without a payroll".to_owned(),
        Some(Known::Is(HowPaid::Voucher)) => "as a voucher".to_owned(),
        _ => draft.blank("how it is paid", Some(format!("/payments/{number}/how_paid"))),
    };
    let mut lines = vec![
        format!("Fee before tax: {} pounds, paid {how}", payment.fee),
        format!("Day of payment: {}", payment.paid_on.in_words()),
    ];
    match &payment.reported_on {
        Some(Known::Is(day)) => lines.push(format!("Reported to the tax office: {}", day.in_words())),
        _ if payment.how_paid == Some(Known::Is(HowPaid::Paye)) => {
            let day = draft.blank("the day of the payroll's report", Some(format!("/payments/{number}/reported_on")));
            lines.push(format!("Reported to the tax office: {day}"));
        }
        _ => {}
    }
    lines
}

fn expenses(payment: &Payment) -> Vec<String> {
    payment
        .expenses
        .iter()
        .map(|expense| {
            let amount = match (expense.miles, expense.amount) {
                (Some(miles), _) => format!("{miles} miles"),
                (_, Some(amount)) => format!("{amount} pounds"),
                _ => String::new(),
            };
            let how = if expense.paid_direct {
                "paid to somebody else for me"
            } else if expense.round_sum {
                "a round sum"
            } else if expense.receipted == Some(true) {
                "repaid against a receipt"
            } else if expense.miles.is_some() {
                "repaid by the mile"
            } else {
                "repaid without a receipt"
            };
            format!("Expense, {}: {amount}, {how}", expense.kind.words())
        })
        .collect()
}

const fn body_words(body: Body) -> &'static str {
    match body {
        Body::Nhs => "a body of the health service",
        Body::Council => "a council, or another body with a duty to provide social care",
        Body::SocialHousing => "a provider of social housing",
        Body::Research => "a university or another body that does research",
        Body::OtherPublic => "a public body",
        Body::Charity => "a charity or community group",
        Body::Company => "a company",
    }
}

const fn role_words(role: ConsultedAs) -> &'static str {
    match role {
        ConsultedAs::ServiceUser => "somebody who uses, has used or may need the service",
        ConsultedAs::Carer => "a carer of somebody who uses the service",
        ConsultedAs::Public => "a member of the public",
        ConsultedAs::Worker => "somebody who does a piece of work for the body",
    }
}
