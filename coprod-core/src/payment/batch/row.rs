//! One row as the case that the rules reckon with.

use super::columns::{Row, SAME_DAY};
use super::{BatchCode, RowCarer, RowEsaKind, RowNation, RowPaid};
use crate::payment::effect::{
    CarerCase, Case, EsaCase, HousingCase, IncomeCase, JobseekerCase, Loans, MaximumAward, PayCase, PensionCreditCase,
    UniversalCreditCase,
};
use crate::payment::person::{EarningsPattern, JobseekersKind};
use crate::payment::{HowPaid, MOST_MONEY, PayPeriod};
use crate::unit::Date;

const WEEK: i64 = 7 * 24 * 3600;

/// The days of a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Days {
    pub(super) paid: Date,
    counts: Date,
    work: [Date; 1],
}

impl Days {
    pub(super) fn of(row: &Row) -> Result<Self, BatchCode> {
        let day = |number: i32| Date::from_epoch_days(number).map_err(|_| BatchCode::DateNotKnown);
        let paid = day(row.paid_on)?;
        let or_paid = |number: i32| if number == SAME_DAY { Ok(paid) } else { day(number) };
        let counts = if row.paid == RowPaid::Paye { or_paid(row.reported_on)? } else { paid };
        Ok(Self { paid, counts, work: [or_paid(row.worked_on)?] })
    }
}

/// Refuses a row that cannot be.
pub(super) fn check(row: &Row) -> Result<(), BatchCode> {
    if !row.known {
        return Err(BatchCode::NotKnown);
    }
    let amounts = [
        row.fee,
        row.other_pay,
        row.pay_to_date,
        row.pension,
        row.wages,
        row.other_taxable,
        row.gross_fees,
        row.profit,
        row.universal_credit_maximum,
        row.universal_credit_other_earnings,
        row.universal_credit_unearned,
        row.universal_credit_capital,
        row.universal_credit_other_capped,
        row.universal_credit_childcare,
        row.universal_credit_floor,
        row.universal_credit_surplus,
        row.universal_credit_surplus_threshold,
        row.carer_other_weekly,
        row.carer_care_costs,
        row.esa_weekly,
        row.esa_other_weekly,
        row.jobseeker_weekly,
        row.jobseeker_other_weekly,
        row.housing_weekly,
        row.housing_other_weekly,
        row.housing_room,
        row.pension_credit_weekly,
        row.pension_credit_other_weekly,
    ];
    // Every amount at once, without a branch for each: below zero shows in the sign of the union of bits.
    if amounts.iter().fold(0, |bits, amount| bits | amount) < 0 {
        return Err(BatchCode::NegativeAmount);
    }
    if amounts.iter().fold(0, |most, amount| most.max(*amount)) > MOST_MONEY.pence() {
        return Err(BatchCode::AmountTooLarge);
    }
    if row.universal_credit_first_day > 31 {
        return Err(BatchCode::FirstDayWrong);
    }
    let seconds = [row.seconds, row.esa_other_seconds, row.jobseeker_other_seconds];
    if row.age > 120 || seconds.iter().any(|seconds| !(0..=WEEK).contains(&i64::from(*seconds))) {
        return Err(BatchCode::OutOfRange);
    }
    let support = matches!(row.carer, RowCarer::SupportForWeek | RowCarer::SupportOneOff);
    let has_credit = row.universal_credit_first_day > 0;
    let contradicts = (support && row.nation != RowNation::Scotland)
        || (has_credit && (row.esa == Some(RowEsaKind::LegacyIncomeRelated) || row.pension_credit_weekly > 0))
        || (row.pension > row.fee);
    if contradicts { Err(BatchCode::Contradiction) } else { Ok(()) }
}

/// The person of a row.
pub(super) fn person(row: &Row) -> Case {
    let support = matches!(row.carer, RowCarer::SupportForWeek | RowCarer::SupportOneOff);
    let one_off = matches!(row.carer, RowCarer::AllowanceOneOff | RowCarer::SupportOneOff);
    Case {
        nation: row.nation,
        age: row.age,
        over_pension_age: row.over_pension_age,
        income: IncomeCase {
            wages: row.wages,
            other_taxable: row.other_taxable,
            gross_fees: row.gross_fees,
            profit: row.profit,
            self_employed: row.self_employed,
            loans: Loans::default(),
        },
        universal_credit: (row.universal_credit_first_day > 0).then_some(UniversalCreditCase {
            first_day: row.universal_credit_first_day,
            maximum: MaximumAward::Stated(row.universal_credit_maximum),
            work_allowance: row.universal_credit_work_allowance,
            other_earnings: row.universal_credit_other_earnings,
            unearned: row.universal_credit_unearned,
            capital: row.universal_credit_capital,
            cap: row.universal_credit_cap,
            other_capped: row.universal_credit_other_capped,
            childcare: row.universal_credit_childcare,
            floor: row.universal_credit_floor,
            surplus: row.universal_credit_surplus,
            surplus_threshold: row.universal_credit_surplus_threshold,
        }),
        carer: (row.carer != RowCarer::None).then_some(CarerCase {
            scottish: support,
            other_weekly: row.carer_other_weekly,
            pattern: if one_off { EarningsPattern::OneOff } else { EarningsPattern::Weekly },
            care_costs: row.carer_care_costs,
        }),
        esa: row.esa.map(|kind| EsaCase {
            kind,
            group: row.esa_group,
            weekly: Some(row.esa_weekly),
            other_weekly: row.esa_other_weekly,
            other_seconds: i64::from(row.esa_other_seconds),
            supervised: row.esa_supervised,
        }),
        jobseeker: (row.jobseeker_weekly > 0).then_some(JobseekerCase {
            kind: JobseekersKind::NewStyle,
            weekly: Some(row.jobseeker_weekly),
            other_weekly: row.jobseeker_other_weekly,
            other_seconds: i64::from(row.jobseeker_other_seconds),
        }),
        housing: (row.housing_weekly > 0).then_some(HousingCase {
            weekly: row.housing_weekly,
            passported: row.housing_passported,
            household: row.housing_household,
            permitted_work: row.housing_permitted_work,
            other_weekly: row.housing_other_weekly,
            room: row.housing_room,
        }),
        pension_credit: (row.pension_credit_weekly > 0).then_some(PensionCreditCase {
            weekly: row.pension_credit_weekly,
            couple: row.pension_credit_couple,
            higher_disregard: row.pension_credit_higher_disregard,
            other_weekly: row.pension_credit_other_weekly,
        }),
    }
}

/// The payment of a row.
pub(super) fn payment<'a>(row: &Row, days: &'a Days) -> PayCase<'a> {
    PayCase {
        gross: row.fee,
        how: if row.paid == RowPaid::Paye { HowPaid::Paye } else { HowPaid::Gross },
        code: row.tax_code,
        employer: 0,
        pay_period: if row.paid_weekly { PayPeriod::Week } else { PayPeriod::Month },
        other_pay: row.other_pay,
        pay_to_date: row.pay_to_date,
        pension: row.pension,
        counts: true,
        work_dates: &days.work,
        paid_on: days.paid,
        counts_on: days.counts,
        shift: 0,
        seconds: i64::from(row.seconds),
    }
}
