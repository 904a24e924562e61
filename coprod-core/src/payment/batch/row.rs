//! One row as the case that the rules reckon with.

use super::columns::{BatchColumns, Column, Row, SAME_DAY};
use super::{BatchCode, RowCarer, RowEsaKind, RowNation, RowPaid};
use crate::payment::effect::{
    CarerCase, Case, EsaCase, HousingCase, IncomeCase, JobseekerCase, Loans, MaximumAward, PayCase, PensionCreditCase,
    UniversalCreditCase,
};
use crate::payment::person::{BenefitCap, EarningsPattern, EsaGroup, JobseekersKind};
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
    pub(super) fn of(row: Row<'_>) -> Result<Self, BatchCode> {
        let day = |number: i32| Date::from_epoch_days(number).map_err(|_| BatchCode::DateNotKnown);
        let paid = day(row.paid_on())?;
        let or_paid = |number: i32| if number == SAME_DAY { Ok(paid) } else { day(number) };
        let counts = if row.paid() == RowPaid::Paye { or_paid(row.reported_on())? } else { paid };
        Ok(Self { paid, counts, work: [or_paid(row.worked_on())?] })
    }
}

/// The amounts of all rows, so that each can be looked at in one pass.
#[derive(Debug)]
pub(super) struct Amounts<'a> {
    each: Vec<&'a [i64]>,
    /// The amounts that are the same in every row.
    every: Vec<i64>,
}

impl<'a> Amounts<'a> {
    pub(super) fn of(columns: &BatchColumns<'a>) -> Self {
        let all = [
            columns.fee,
            columns.other_pay,
            columns.pay_to_date,
            columns.pension,
            columns.wages,
            columns.other_taxable,
            columns.gross_fees,
            columns.profit,
            columns.universal_credit_maximum,
            columns.universal_credit_other_earnings,
            columns.universal_credit_unearned,
            columns.universal_credit_capital,
            columns.universal_credit_other_capped,
            columns.universal_credit_childcare,
            columns.universal_credit_floor,
            columns.universal_credit_surplus,
            columns.universal_credit_surplus_threshold,
            columns.carer_other_weekly,
            columns.carer_care_costs,
            columns.esa_weekly,
            columns.esa_other_weekly,
            columns.jobseeker_weekly,
            columns.jobseeker_other_weekly,
            columns.housing_weekly,
            columns.housing_other_weekly,
            columns.housing_room,
            columns.pension_credit_weekly,
            columns.pension_credit_other_weekly,
        ];
        let mut amounts = Self { each: Vec::new(), every: Vec::new() };
        for column in all {
            match column {
                Column::Every(value) => amounts.every.push(value),
                Column::Each(values) => amounts.each.push(values),
            }
        }
        amounts
    }

    /// Whether no amount of `rows` rows is below zero or too large; where they might be, each row is to be looked at.
    pub(super) fn sound(&self, first: usize, rows: usize) -> bool {
        let parts = self.each.iter().filter_map(|values| values.get(first..first + rows));
        // No number is larger than the union of the bits of all, and a sign shows in it.
        let bits = parts.flatten().chain(&self.every).fold(0, |all, value| all | value);
        (0..=MOST_MONEY.pence()).contains(&bits)
    }

    /// Refuses an amount of a row that is below zero or too large.
    fn check(&self, row: usize) -> Result<(), BatchCode> {
        let mut values = self.each.iter().filter_map(|values| values.get(row)).chain(&self.every);
        if values.clone().any(|value| *value < 0) {
            Err(BatchCode::NegativeAmount)
        } else if values.any(|value| *value > MOST_MONEY.pence()) {
            Err(BatchCode::AmountTooLarge)
        } else {
            Ok(())
        }
    }
}

/// Refuses a row that cannot be; `amounts` where they might not be sound.
pub(super) fn check(row: Row<'_>, amounts: Option<&Amounts<'_>>) -> Result<(), BatchCode> {
    if !row.known() {
        return Err(BatchCode::NotKnown);
    }
    if let Some(amounts) = amounts {
        amounts.check(row.number)?;
    }
    let first_day = row.universal_credit_first_day();
    if first_day > 31 {
        return Err(BatchCode::FirstDayWrong);
    }
    let seconds = [row.seconds(), row.esa_other_seconds(), row.jobseeker_other_seconds()];
    if row.age() > 120 || seconds.iter().any(|seconds| !(0..=WEEK).contains(&i64::from(*seconds))) {
        return Err(BatchCode::OutOfRange);
    }
    let support = matches!(row.carer(), RowCarer::SupportForWeek | RowCarer::SupportOneOff);
    let contradicts = (support && row.nation() != RowNation::Scotland)
        || (first_day > 0 && (row.esa() == Some(RowEsaKind::LegacyIncomeRelated) || row.pension_credit_weekly() > 0))
        || (row.pension() > row.fee())
        || (row.esa().is_some() && row.jobseeker_weekly() > 0)
        || (first_day > 0 && cap_binds_outside_it(row));
    if contradicts { Err(BatchCode::Contradiction) } else { Ok(()) }
}

/// Whether the benefit cap is said to bind somebody whom a benefit keeps outside it (regulation 83 of 2013).
fn cap_binds_outside_it(row: Row<'_>) -> bool {
    let binds = !matches!(row.universal_credit_cap(), BenefitCap::Exempt | BenefitCap::GracePeriod);
    binds && (row.carer() != RowCarer::None || (row.esa().is_some() && row.esa_group() == EsaGroup::Support))
}

/// The person of a row.
pub(super) fn person(row: Row<'_>) -> Case {
    let support = matches!(row.carer(), RowCarer::SupportForWeek | RowCarer::SupportOneOff);
    let one_off = matches!(row.carer(), RowCarer::AllowanceOneOff | RowCarer::SupportOneOff);
    Case {
        nation: row.nation(),
        age: row.age(),
        over_pension_age: row.over_pension_age(),
        income: IncomeCase {
            wages: row.wages(),
            other_taxable: row.other_taxable(),
            gross_fees: row.gross_fees(),
            profit: row.profit(),
            self_employed: row.self_employed(),
            loans: Loans::default(),
        },
        universal_credit: (row.universal_credit_first_day() > 0).then(|| UniversalCreditCase {
            first_day: row.universal_credit_first_day(),
            maximum: MaximumAward::Stated(row.universal_credit_maximum()),
            work_allowance: row.universal_credit_work_allowance(),
            other_earnings: row.universal_credit_other_earnings(),
            unearned: row.universal_credit_unearned(),
            capital: row.universal_credit_capital(),
            cap: row.universal_credit_cap(),
            other_capped: row.universal_credit_other_capped(),
            childcare: row.universal_credit_childcare(),
            floor: row.universal_credit_floor(),
            surplus: row.universal_credit_surplus(),
            surplus_threshold: row.universal_credit_surplus_threshold(),
        }),
        carer: (row.carer() != RowCarer::None).then(|| CarerCase {
            scottish: support,
            other_weekly: row.carer_other_weekly(),
            pattern: if one_off { EarningsPattern::OneOff } else { EarningsPattern::Weekly },
            care_costs: row.carer_care_costs(),
        }),
        esa: row.esa().map(|kind| EsaCase {
            kind,
            group: row.esa_group(),
            weekly: Some(row.esa_weekly()),
            other_weekly: row.esa_other_weekly(),
            other_seconds: i64::from(row.esa_other_seconds()),
            supervised: row.esa_supervised(),
        }),
        jobseeker: (row.jobseeker_weekly() > 0).then(|| JobseekerCase {
            kind: JobseekersKind::NewStyle,
            weekly: Some(row.jobseeker_weekly()),
            other_weekly: row.jobseeker_other_weekly(),
            other_seconds: i64::from(row.jobseeker_other_seconds()),
        }),
        housing: (row.housing_weekly() > 0).then(|| HousingCase {
            weekly: row.housing_weekly(),
            passported: row.housing_passported(),
            household: row.housing_household(),
            permitted_work: row.housing_permitted_work(),
            other_weekly: row.housing_other_weekly(),
            room: row.housing_room(),
        }),
        pension_credit: (row.pension_credit_weekly() > 0).then(|| PensionCreditCase {
            weekly: row.pension_credit_weekly(),
            couple: row.pension_credit_couple(),
            higher_disregard: row.pension_credit_higher_disregard(),
            other_weekly: row.pension_credit_other_weekly(),
        }),
    }
}

/// The payment of a row.
pub(super) fn payment<'a>(row: Row<'_>, days: &'a Days) -> PayCase<'a> {
    PayCase {
        gross: row.fee(),
        how: if row.paid() == RowPaid::Paye { HowPaid::Paye } else { HowPaid::Gross },
        code: row.tax_code(),
        employer: 0,
        pay_period: if row.paid_weekly() { PayPeriod::Week } else { PayPeriod::Month },
        other_pay: row.other_pay(),
        pay_to_date: row.pay_to_date(),
        pension: row.pension(),
        counts: true,
        work_dates: &days.work,
        paid_on: days.paid,
        counts_on: days.counts,
        shift: 0,
        seconds: i64::from(row.seconds()),
    }
}
