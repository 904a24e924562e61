//! Housing Benefit: paid in full beside another benefit, else it falls by a part of what is earned above the disregard.

use super::spread::WeekStart;
use crate::error::PaymentError;
use crate::parameters::CitedRule;
use crate::payment::effect::{Benefit, BenefitEffect, HousingCase, PayCase, Workspace};
use crate::payment::ledger::{Amount, Ledger, Rule, Subject, Whole};
use crate::payment::person::HousingBenefitHousehold;
use crate::payment::rates::{HousingRates, Shelf};

const WHAT: &str = "housing_benefit";
const STATED: Rule = Rule::plain("housing_benefit.stated", "what is paid a week now");
const OTHER: Rule = Rule::plain("housing_benefit.other_earnings", "net earnings of a week without the payments");
const EARNINGS: Rule = Rule::plain("housing_benefit.earnings", "net earnings that come in this week");
const DISREGARD: Rule =
    Rule::of(CitedRule::HousingBenefitEarnings, "housing_benefit.disregard", "earnings of a week that are left out");
const PERMITTED: Rule = Rule::of(
    CitedRule::HousingBenefitEarnings,
    "housing_benefit.permitted_work",
    "earnings of a week that are left out from accepted permitted work, in place of the other disregards",
)
.unconfirmed();
const COUNTED: Rule = Rule::of(CitedRule::HousingBenefitEarnings, "housing_benefit.counted", "earnings that count");
const ROOM: Rule = Rule::plain("housing_benefit.room", "by how much other income is below what the household needs by law");
const EXCESS: Rule =
    Rule::of(CitedRule::HousingBenefitTaper, "housing_benefit.excess", "what is above what the household needs by law");
const REDUCED: Rule = Rule::of(
    CitedRule::HousingBenefitTaper,
    "housing_benefit.reduced",
    "the part of it by which the benefit falls; to the nearest penny, half a penny up",
)
.unconfirmed();
const MORE: Rule =
    Rule::of(CitedRule::HousingBenefitTaper, "housing_benefit.more", "by how much more it falls because of the payments");
const PAID: Rule = Rule::of(CitedRule::HousingBenefitTaper, "housing_benefit.paid", "what is paid for this week");

/// The benefit in each week in which money comes.
pub(super) fn housing<L: Ledger>(
    housing: &HousingCase,
    payments: &[PayCase<'_>],
    shelf: &Shelf,
    ledger: &mut L,
    space: &mut Workspace,
) -> Result<(), PaymentError> {
    let Workspace { nets, effects, parts, weeks, .. } = space;
    ledger.about(Subject { what: WHAT, period: None, with_payments: true });
    let pension = |on| Ok(shelf.housing(WeekStart::Monday.first(on)?)?.pension_deduction);
    weeks.start(payments, nets, pension, ledger)?;
    weeks.add_paid(payments, WeekStart::Monday)?;
    for week in weeks.each() {
        let period = week.period()?;
        ledger.about(Subject { what: WHAT, period: Some(period), with_payments: false });
        let before = ledger.given(&STATED, housing.weekly);
        let after = if housing.passported {
            before
        } else {
            let rates = shelf.housing(period.0)?;
            let other = if housing.other_weekly == 0 { Amount::NONE } else { ledger.given(&OTHER, housing.other_weekly) };
            let without = reduced(housing, rates, other, ledger);
            ledger.about(Subject { what: WHAT, period: Some(period), with_payments: true });
            let pay = week.paid(ledger, parts);
            let earnings = if other.pence == 0 { pay } else { ledger.sum(&EARNINGS, &[other, pay]) };
            let with = reduced(housing, rates, earnings, ledger);
            let more = if without.pence == 0 { with } else { ledger.left(&MORE, with, without) };
            ledger.left(&PAID, before, more)
        };
        let benefit = Benefit::HousingBenefit;
        effects.push(BenefitEffect { benefit, from: period.0, until: period.1, before, after, later: false });
    }
    Ok(())
}

fn reduced<L: Ledger>(housing: &HousingCase, rates: &HousingRates, earnings: Amount, ledger: &mut L) -> Amount {
    if earnings.pence == 0 {
        return Amount::NONE;
    }
    let disregard = if housing.permitted_work {
        ledger.figure(&PERMITTED, &rates.permitted_work)
    } else {
        ledger.figure(
            &DISREGARD,
            match housing.household {
                HousingBenefitHousehold::Single => &rates.disregard_single,
                HousingBenefitHousehold::Couple => &rates.disregard_couple,
                HousingBenefitHousehold::LoneParent => &rates.disregard_lone_parent,
                HousingBenefitHousehold::Special => &rates.disregard_special,
            },
        )
    };
    let counted = ledger.left(&COUNTED, earnings, disregard);
    let excess = if housing.room == 0 {
        counted
    } else {
        let room = ledger.given(&ROOM, housing.room);
        ledger.left(&EXCESS, counted, room)
    };
    ledger.part(&REDUCED, excess, &rates.taper, Whole::HalfUp)
}
