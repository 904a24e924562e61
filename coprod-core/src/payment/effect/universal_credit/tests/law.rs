//! What holds of every award, and of every step of its trace.

use super::*;

/// What a step comes to by the steps that it is made of; nothing for a fact or a figure.
fn again(step: &TraceStep, steps: &[TraceStep]) -> Option<i64> {
    // The number 0 is nothing, which needs no step.
    let of = |number: &u32| steps.iter().find(|step| step.step == *number).map_or(0, pence);
    let of: Vec<i64> = step.of.iter().map(of).collect();
    Some(match step.operation {
        TraceOperation::Given | TraceOperation::Figure => return None,
        TraceOperation::Sum => of.iter().sum(),
        TraceOperation::Difference => of[0] - of[1],
        TraceOperation::Left => (of[0] - of[1]).max(0),
        TraceOperation::Least => of[0].min(of[1]),
        TraceOperation::Greatest => of[0].max(of[1]),
        TraceOperation::Times => of[0] * of[1],
        TraceOperation::WholeTimes => of[0] / of[1],
        TraceOperation::Part => {
            let (numer, denom) = step.rate.as_ref().unwrap().split_once('/').unwrap();
            assert_eq!(step.rounding, Some(TraceRounding::HalfUp));
            Whole::HalfUp.of(of[0].max(0) * numer.parse::<i64>().unwrap(), denom.parse().unwrap())
        }
    })
}

fn pence(step: &TraceStep) -> i64 {
    step.value.replace('.', "").parse().unwrap()
}

#[test]
fn every_step_follows_from_those_before() {
    let mut record = Record::new(Nation::NorthernIreland);
    let carer = CarerCase { scottish: false, other_weekly: 0, pattern: EarningsPattern::OneOff, care_costs: 0 };
    let uc = UniversalCreditCase {
        capital: 7000_00,
        cap: BenefitCap::SingleOutsideLondon,
        floor: 20_00,
        surplus: 30_00,
        maximum: MaximumAward::Household(HouseholdCase { child_elements: 3, ..household() }),
        ..uc(0)
    };
    let case = Case { carer: Some(carer), ..with(uc) };
    let mut space = Workspace::default();
    space.nets.push(net(&mut Steps(&mut record), 6000_00, 5_00));
    space.effects.push(week(Benefit::CarersAllowance, "2026-06-15", 86_45, 0));
    in_period(&case, &[payment()], &shelf(), &mut Steps(&mut record), &mut space).unwrap();
    let tax = TaxDue { tax: money(&mut Steps(&mut record), 2_00), insurance: Amount::NONE };
    when_settled(&case, &shelf(), tax, &mut Steps(&mut record), &mut space).unwrap();
    let steps = record.into_steps();
    assert!(steps.len() > 80, "{}", steps.len());
    for step in &steps {
        // The weeks were told with the numbers of no steps.
        let told = step.rule == "universal_credit.week_not_paid";
        assert!(told || again(step, &steps).is_none_or(|value| value == pence(step)), "{step:?}");
        assert!(step.of.iter().all(|number| *number < step.step), "{step:?}");
        assert!(step.source.as_ref().is_none_or(|source| source.contains("(Northern Ireland)")), "{step:?}");
    }
    for effect in space.effects.iter().filter(|effect| effect.benefit == Benefit::UniversalCredit) {
        let (first, last) = (effect.from, effect.until);
        let in_it = |step: &&TraceStep| step.from == Some(first) && step.until == Some(last);
        assert!(steps.iter().filter(in_it).any(|step| pence(step) == effect.after.pence));
    }
}

#[test]
fn every_law_is_known() {
    let mut record = Record::new(Nation::England);
    let mut space = Workspace::default();
    space.nets.push(net(&mut Steps(&mut record), 150_00, 0));
    in_period(&with(uc(424_90)), &[payment()], &shelf(), &mut Steps(&mut record), &mut space).unwrap();
    let taper = record.into_steps().into_iter().find(|step| step.rule == "universal_credit.taper").unwrap();
    assert_eq!(taper.source.as_deref(), Some("Universal Credit Regulations 2013, regulation 22"));
    assert_eq!(taper.rate.as_deref(), Some("11/20"));
}

#[test]
fn a_higher_fee_never_raises_an_award_that_is_not_capped() {
    let ways = [WorkAllowance::None, WorkAllowance::WithHousing, WorkAllowance::WithoutHousing];
    for (number, work_allowance) in ways.into_iter().enumerate() {
        for other_earnings in [0, 410_07, 1200_00] {
            let uc = UniversalCreditCase { work_allowance, other_earnings, capital: 6_100_00 * number as i64, ..uc(642_16) };
            let case = with(uc);
            let mut last = i64::MAX;
            for counted in (0..5000_00).step_by(7_77) {
                let found = periods(&case, &[("2026-06-15", counted)], &[]);
                let all: i64 = found.iter().map(|(_, before, after)| after - before).sum();
                assert!(found.iter().all(|(_, before, after)| 0 <= *after && after <= before), "{found:?}");
                assert!(all <= last, "{counted}");
                last = all;
            }
        }
    }
}

#[test]
fn only_the_earnings_exception_raises_a_capped_award() {
    let case = with(UniversalCreditCase { cap: BenefitCap::SingleLondon, ..uc(2500_00) });
    let mut last = i64::MAX;
    for counted in 0..120_000 {
        let after = periods_after(&case, counted);
        assert!(after <= last || counted == 881_00, "{counted}");
        last = after;
    }
}

fn periods_after(case: &Case, counted: i64) -> i64 {
    thread_local!(static SHELF: crate::payment::rates::Shelf = shelf());
    let mut space = Workspace::default();
    space.nets.push(net(&mut Silent, counted, 0));
    SHELF.with(|shelf| in_period(case, &[payment()], shelf, &mut Silent, &mut space)).unwrap();
    space.effects[0].after.pence
}
