//! What each person is offered.

use std::collections::BTreeSet;

use super::super::document::{Block, Table};
use super::clean;
use crate::payment::{FloorName, FloorOutcome, KeptMoney, QuoteAnswer};
use crate::review::{PayReview, Project, ReviewAnswer};
use crate::unit::MoneyOrRange;

pub(super) fn section(project: &Project, answer: &ReviewAnswer, blocks: &mut Vec<Block>) {
    blocks.push(Block::Heading(2, "What each person is offered".to_owned()));
    if answer.pay.is_empty() {
        blocks.push(Block::Text("Not known: nobody has said what anybody is offered.".to_owned()));
    } else {
        offers(project, answer, blocks);
    }
    kept(project, answer, blocks);
}

fn offers(project: &Project, answer: &ReviewAnswer, blocks: &mut Vec<Block>) {
    let heads = ["Person", "For", "Hours with preparation", "Fee", "Expenses", "For an hour", "Minimum wage", "Real Living Wage"];
    let mut table = Table::new("Offers, before tax and before any effect on benefits", &heads);
    for offer in &answer.pay {
        table.row(cells(project, offer));
    }
    blocks.push(Block::Table(table));
    let warnings: BTreeSet<String> = answer
        .pay
        .iter()
        .filter_map(|offer| offer.quote.as_ref())
        .flat_map(|quote| quote.warnings.iter().map(|warning| clean(&warning.text)))
        .collect();
    if !warnings.is_empty() {
        blocks.push(Block::List(warnings.into_iter().collect()));
    }
    blocks.push(Block::Text(
        "A fee can change tax and benefits. The minimum wage binds for workers; whether somebody is one is a question of law, and the rate is \
         a yardstick for everybody else."
            .to_owned(),
    ));
}

/// What people keep. Benefits are not named: the report is for others to read too.
fn kept(project: &Project, answer: &ReviewAnswer, blocks: &mut Vec<Block>) {
    if answer.kept.is_empty() {
        return;
    }
    let heads = ["Person", "Fees", "Kept when the benefits' periods have passed", "Kept when tax is settled too"];
    let mut table = Table::new("What people keep of what they are paid, as far as they chose to say", &heads);
    for row in &answer.kept {
        let none = || "nothing is to be paid before advice".to_owned();
        let kept = |money: fn(&KeptMoney) -> MoneyOrRange| row.kept.as_ref().map_or_else(none, |kept| range(money(kept)));
        table.row(vec![
            clean(project.label(&row.person)),
            row.fee.map_or_else(none, |fee| format!("£{fee}")),
            kept(|kept| kept.in_period),
            kept(|kept| kept.eventual),
        ]);
    }
    blocks.push(Block::Table(table));
    blocks.push(Block::Text(
        "What is kept is an estimate on what was told, and not advice. It is personal: check that everybody who reads this may."
            .to_owned(),
    ));
}

fn range(money: MoneyOrRange) -> String {
    let (low, high) = (money.low(), money.high());
    if low == high { format!("£{low}") } else { format!("£{low} to £{high}") }
}

fn cells(project: &Project, offer: &PayReview) -> Vec<String> {
    let unknown = || "not known".to_owned();
    let quote = offer.quote.as_ref();
    let money = |amount: Option<String>| amount.map_or_else(unknown, |amount| format!("£{amount}"));
    vec![
        clean(project.label(&offer.person)),
        clean(&format!("{}, {}", offer.activity.as_deref().unwrap_or("work"), offer.date.in_words())),
        offer.hours.map_or_else(unknown, |hours| hours.to_string()),
        money(quote.and_then(|quote| quote.fee).map(|fee| fee.to_string())),
        money(quote.map(|quote| quote.expenses.to_string())),
        money(quote.and_then(|quote| quote.per_hour.as_ref()).map(|pay| pay.rounded.to_string())),
        quote.map_or_else(unknown, |quote| floors(quote, &[FloorName::MinimumWage])),
        quote.map_or_else(unknown, |quote| floors(quote, &[FloorName::RealLivingWageUk, FloorName::RealLivingWageLondon])),
    ]
}

/// The first of these floors that applies, or the first.
fn floors(quote: &QuoteAnswer, names: &[FloorName]) -> String {
    let known = || quote.floors.iter().filter(|floor| names.contains(&floor.floor));
    let floor = known().find(|floor| floor.outcome != FloorOutcome::NotApplicable).or_else(|| known().next());
    let Some(floor) = floor else { return "not known".to_owned() };
    let rate = floor.rate.map(|rate| format!(" (£{rate})")).unwrap_or_default();
    match floor.outcome {
        FloorOutcome::Passed => format!("passed{rate}"),
        FloorOutcome::Failed => format!("failed{rate}"),
        FloorOutcome::NotApplicable => "not for this person".to_owned(),
        FloorOutcome::Unknown => "not known".to_owned(),
    }
}
