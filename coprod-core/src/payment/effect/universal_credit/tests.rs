//! What the tests of Universal Credit start from.
#![allow(
    clippy::inconsistent_digit_grouping,
    clippy::mistyped_literal_suffixes,
    reason = "the pence stand apart from the pounds"
)]

mod award;
mod law;
mod walk;

use super::*;
use crate::payment::effect::fixture::{case, day, outcome, payment, shelf};
use crate::payment::effect::{
    Benefit, BenefitEffect, CarerCase, Case, EsaCase, HouseholdCase, JobseekerCase, MaximumAward, NetPay, PayCase, TaxDue,
    UniversalCreditCase, Workspace,
};
use crate::payment::ledger::{Amount, Ledger, Record, Rule, Silent, Steps, TraceOperation, TraceRounding, TraceStep, Whole};
use crate::payment::person::{
    BenefitCap, EarningsPattern, EsaGroup, EsaKind, JobseekersKind, Nation, Tenancy, WorkAllowance, WorkCapability,
};

static TOLD: Rule = Rule::plain("test.told", "told by a test");

/// An award of a single person without a work allowance, in periods from the third of a month.
fn uc(maximum: i64) -> UniversalCreditCase {
    UniversalCreditCase {
        first_day: 3,
        maximum: MaximumAward::Stated(maximum),
        work_allowance: WorkAllowance::None,
        other_earnings: 0,
        unearned: 0,
        capital: 0,
        cap: BenefitCap::Exempt,
        other_capped: 0,
        childcare: 0,
        floor: 0,
        surplus: 0,
        surplus_threshold: 2500_00,
    }
}

fn household() -> HouseholdCase {
    HouseholdCase {
        couple: false,
        one_is_25: true,
        child_elements: 0,
        eldest_born_before_2017: false,
        capability: WorkCapability::Full,
        carer_element: false,
        housing_costs: 0,
        childcare_costs: 0,
        tenancy: Tenancy::None,
    }
}

fn with(uc: UniversalCreditCase) -> Case {
    Case { universal_credit: Some(uc), ..case() }
}

fn money<L: Ledger>(ledger: &mut L, pence: i64) -> Amount {
    ledger.given(&TOLD, pence)
}

fn net<L: Ledger>(ledger: &mut L, counted: i64, tax: i64) -> NetPay {
    let none = Amount::NONE;
    let (gross, tax, counted) = (money(ledger, counted + tax), money(ledger, tax), money(ledger, counted));
    NetPay { gross, tax, insurance: none, student_loan: none, pension: none, counted }
}

fn week(benefit: Benefit, from: &str, before: i64, after: i64) -> BenefitEffect {
    let from = day(from);
    let (before, after) = (money(&mut Silent, before), money(&mut Silent, after));
    BenefitEffect { benefit, from, until: from.plus_days(6).unwrap(), before, after, later: false }
}

fn space(case: &Case, counted: &[(&str, i64)], weeks: &[BenefitEffect]) -> Workspace {
    let payments: Vec<PayCase<'_>> = counted.iter().map(|(on, _)| PayCase { counts_on: day(on), ..payment() }).collect();
    let mut space = Workspace::default();
    space.nets.extend(counted.iter().map(|(_, counted)| net(&mut Silent, *counted, 0)));
    space.effects.extend(weeks);
    in_period(case, &payments, &shelf(), &mut Silent, &mut space).unwrap();
    space
}

/// The first day, the award without and the award with: of each period.
fn periods(case: &Case, counted: &[(&str, i64)], weeks: &[BenefitEffect]) -> Vec<(String, i64, i64)> {
    let space = space(case, counted, weeks);
    let own = space.effects.iter().filter(|effect| effect.benefit == Benefit::UniversalCredit);
    own.map(|effect| (effect.from.to_string(), effect.before.pence, effect.after.pence)).collect()
}

/// The award without and with one payment in June 2026.
fn june(uc: UniversalCreditCase, counted: i64) -> (i64, i64) {
    let found = periods(&with(uc), &[("2026-06-15", counted)], &[]);
    assert_eq!(found.len(), 1, "{found:?}");
    (found[0].1, found[0].2)
}

fn of(from: &str, before: i64, after: i64) -> (String, i64, i64) {
    (from.to_owned(), before, after)
}
