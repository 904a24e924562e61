//! Known answers, and the days and pence at which they turn.

mod allowance;
mod carers;
mod gradual;

use super::*;
use crate::error::Pointer;
use crate::parameters::Reach;
use crate::payment::HowPaid;
use crate::payment::effect::fixture::{case, day, make_again, payment, traced};
use crate::payment::effect::{Benefit, CarerCase, EsaCase, HousingCase, JobseekerCase, NetPay, PensionCreditCase};
use crate::payment::ledger::{Amount, Record, Rule, Silent, Steps, TraceOperation, TraceStep};
use crate::payment::person::{EarningsPattern, EsaGroup, EsaKind, HousingBenefitHousehold, JobseekersKind, Nation};
use crate::unit::Date;

const HOUR: i64 = 3600;

/// A payment of `net`, of which nothing is withheld but a pension contribution.
struct Paid {
    net: i64,
    pension: i64,
    on: Date,
    work: Vec<Date>,
    hours: i64,
}

fn paid(net: i64, on: &str, work: &[&str]) -> Paid {
    Paid { net, pension: 0, on: day(on), work: work.iter().map(|text| day(text)).collect(), hours: 6 }
}

impl Paid {
    fn case(&self) -> PayCase<'_> {
        PayCase {
            gross: self.net,
            pension: self.pension,
            work_dates: &self.work,
            paid_on: self.on,
            counts_on: self.on,
            seconds: self.hours * HOUR,
            ..payment()
        }
    }
}

fn filled<L: Ledger>(payments: &[Paid], ledger: &mut L) -> Workspace {
    static TOLD: Rule = Rule::plain("test.told", "told by a test");
    let mut space = Workspace::default();
    for paid in payments {
        let [gross, pension, counted] = [paid.net, paid.pension, paid.net - paid.pension].map(|pence| ledger.given(&TOLD, pence));
        let none = Amount::NONE;
        space.nets.push(NetPay { gross, tax: none, insurance: none, student_loan: none, pension, counted });
    }
    space
}

type Change = (Benefit, String, i64, i64);

fn changes(case: &Case, payments: &[Paid]) -> Vec<Change> {
    let cases: Vec<_> = payments.iter().map(Paid::case).collect();
    let mut shelf = Shelf::new(Reach::Known);
    stock(case, &cases, &mut shelf, |_, _| Pointer::root()).unwrap();
    let mut space = filled(payments, &mut Silent);
    weekly(case, &cases, &shelf, &mut Silent, &mut space).unwrap();
    let silent = told(&space);
    let mut record = Record::new(case.nation);
    let mut space = filled(payments, &mut Steps(&mut record));
    weekly(case, &cases, &shelf, &mut Steps(&mut record), &mut space).unwrap();
    assert_eq!(told(&space), silent);
    make_again(&record.into_steps());
    silent
}

fn told(space: &Workspace) -> Vec<Change> {
    let of = |effect: &super::super::BenefitEffect| {
        assert_eq!(effect.until.days_since(effect.from), 6);
        (effect.benefit, effect.from.to_string(), effect.before.pence, effect.after.pence)
    };
    space.effects.iter().map(of).collect()
}

fn trace(case: &Case, payments: &[Paid]) -> Vec<TraceStep> {
    trace_of(case, &payments.iter().map(Paid::case).collect::<Vec<_>>(), payments)
}

/// The trace of payments whose net pay is as told.
fn trace_of(case: &Case, cases: &[PayCase<'_>], payments: &[Paid]) -> Vec<TraceStep> {
    let mut shelf = Shelf::new(Reach::Known);
    stock(case, cases, &mut shelf, |_, _| Pointer::root()).unwrap();
    let mut record = Record::new(case.nation);
    let mut space = filled(payments, &mut Steps(&mut record));
    weekly(case, cases, &shelf, &mut Steps(&mut record), &mut space).unwrap();
    record.into_steps()
}

fn carer(pattern: EarningsPattern) -> Case {
    let carer = CarerCase { scottish: false, other_weekly: 0, pattern, care_costs: 0 };
    Case { carer: Some(carer), ..case() }
}

fn amounts(changes: &[Change]) -> Vec<(i64, i64)> {
    changes.iter().map(|(_, _, before, after)| (*before, *after)).collect()
}

#[test]
fn a_voucher_that_does_not_count_changes_nothing() {
    let payment = paid(50_000, "2026-06-15", &[]);
    let pay = PayCase { how: HowPaid::Voucher, counts: false, ..payment.case() };
    let case = carer(EarningsPattern::Weekly);
    let mut shelf = Shelf::new(Reach::Known);
    stock(&case, &[pay], &mut shelf, |_, _| Pointer::root()).unwrap();
    let mut space = filled(std::slice::from_ref(&payment), &mut Silent);
    space.nets[0].counted = Amount::NONE;
    weekly(&case, &[pay], &shelf, &mut Silent, &mut space).unwrap();
    assert_eq!(amounts(&told(&space)), [(8645, 8645)]);
}

#[test]
fn every_figure_has_its_law_where_the_person_lives() {
    let housing = HousingCase {
        weekly: 10_000,
        passported: false,
        household: HousingBenefitHousehold::Couple,
        permitted_work: false,
        other_weekly: 0,
        room: 0,
    };
    let credit = PensionCreditCase { weekly: 5_000, couple: false, higher_disregard: false, other_weekly: 0 };
    let all = Case {
        carer: carer(EarningsPattern::OneOff).carer,
        esa: allowance::esa(false, 0).esa,
        jobseeker: gradual::jobseeker(30, JobseekersKind::NewStyle).jobseeker,
        housing: Some(housing),
        pension_credit: Some(credit),
        ..case()
    };
    for nation in [Nation::England, Nation::NorthernIreland] {
        let steps = trace(&Case { nation, ..all }, &[paid(50_000, "2026-06-15", &[])]);
        let figures: Vec<_> = steps.iter().filter(|step| step.operation == TraceOperation::Figure).collect();
        assert!(figures.len() > 10);
        for step in figures {
            let law = step.source.as_deref().unwrap();
            assert_eq!(law.contains("Northern Ireland"), nation == Nation::NorthernIreland, "{step:?}");
        }
    }
}
