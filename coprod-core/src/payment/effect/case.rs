//! What is known of one person and their payments, every question answered: what the rules reckon with. Amounts are pence.

use crate::payment::person::{
    BenefitCap, EarningsPattern, EsaGroup, EsaKind, HousingBenefitHousehold, JobseekersKind, Nation, Tenancy, WorkAllowance,
    WorkCapability,
};
use crate::payment::{HowPaid, PayPeriod};
use crate::unit::Date;

/// A person, every question answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::payment) struct Case {
    pub(in crate::payment) nation: Nation,
    pub(in crate::payment) age: u8,
    pub(in crate::payment) over_pension_age: bool,
    pub(in crate::payment) income: IncomeCase,
    pub(in crate::payment) universal_credit: Option<UniversalCreditCase>,
    pub(in crate::payment) carer: Option<CarerCase>,
    pub(in crate::payment) esa: Option<EsaCase>,
    pub(in crate::payment) jobseeker: Option<JobseekerCase>,
    pub(in crate::payment) housing: Option<HousingCase>,
    pub(in crate::payment) pension_credit: Option<PensionCreditCase>,
}

/// Other income of the tax year.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::payment) struct IncomeCase {
    pub(in crate::payment) wages: i64,
    pub(in crate::payment) other_taxable: i64,
    pub(in crate::payment) gross_fees: i64,
    pub(in crate::payment) profit: i64,
    /// Whether the person is in business on their own account, so that class 4 contributions are due on fees paid gross.
    pub(in crate::payment) self_employed: bool,
    pub(in crate::payment) loans: Loans,
}

/// Which student loans are being repaid.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each plan is repaid or not, in any combination")]
pub(in crate::payment) struct Loans {
    pub(in crate::payment) plan_1: bool,
    pub(in crate::payment) plan_2: bool,
    pub(in crate::payment) plan_4: bool,
    pub(in crate::payment) plan_5: bool,
    pub(in crate::payment) postgraduate: bool,
}

/// A Universal Credit award.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::payment) struct UniversalCreditCase {
    pub(in crate::payment) first_day: u8,
    pub(in crate::payment) maximum: MaximumAward,
    pub(in crate::payment) work_allowance: WorkAllowance,
    /// Net earnings of the person and of the partner.
    pub(in crate::payment) other_earnings: i64,
    pub(in crate::payment) unearned: i64,
    pub(in crate::payment) capital: i64,
    pub(in crate::payment) cap: BenefitCap,
    pub(in crate::payment) other_capped: i64,
    pub(in crate::payment) childcare: i64,
    pub(in crate::payment) floor: i64,
    pub(in crate::payment) surplus: i64,
    pub(in crate::payment) surplus_threshold: i64,
}

/// The award before anything is taken off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::payment) enum MaximumAward {
    /// As the statement says.
    Stated(i64),
    /// As it follows from the household.
    Household(HouseholdCase),
}

/// What the maximum award follows from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::payment) struct HouseholdCase {
    pub(in crate::payment) couple: bool,
    /// Whether the person or the partner is 25 or older.
    pub(in crate::payment) one_is_25: bool,
    pub(in crate::payment) child_elements: u8,
    pub(in crate::payment) eldest_born_before_2017: bool,
    pub(in crate::payment) capability: WorkCapability,
    pub(in crate::payment) carer_element: bool,
    pub(in crate::payment) housing_costs: i64,
    pub(in crate::payment) childcare_costs: i64,
    pub(in crate::payment) tenancy: Tenancy,
}

/// Carer's Allowance, or Carer Support Payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::payment) struct CarerCase {
    /// Whether it is Carer Support Payment.
    pub(in crate::payment) scottish: bool,
    /// Net earnings of a week without the payments, all deductions made.
    pub(in crate::payment) other_weekly: i64,
    pub(in crate::payment) pattern: EarningsPattern,
    pub(in crate::payment) care_costs: i64,
}

/// Employment and Support Allowance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::payment) struct EsaCase {
    pub(in crate::payment) kind: EsaKind,
    pub(in crate::payment) group: EsaGroup,
    /// What is paid a week, where it is stated.
    pub(in crate::payment) weekly: Option<i64>,
    pub(in crate::payment) other_weekly: i64,
    /// Seconds of other work a week.
    pub(in crate::payment) other_seconds: i64,
    pub(in crate::payment) supervised: bool,
}

/// Jobseeker's Allowance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::payment) struct JobseekerCase {
    pub(in crate::payment) kind: JobseekersKind,
    /// What is paid a week, where it is stated.
    pub(in crate::payment) weekly: Option<i64>,
    pub(in crate::payment) other_weekly: i64,
    pub(in crate::payment) other_seconds: i64,
}

/// Housing Benefit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::payment) struct HousingCase {
    pub(in crate::payment) weekly: i64,
    pub(in crate::payment) passported: bool,
    pub(in crate::payment) household: HousingBenefitHousehold,
    pub(in crate::payment) permitted_work: bool,
    pub(in crate::payment) other_weekly: i64,
    pub(in crate::payment) room: i64,
}

/// Pension Credit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::payment) struct PensionCreditCase {
    pub(in crate::payment) weekly: i64,
    pub(in crate::payment) couple: bool,
    pub(in crate::payment) higher_disregard: bool,
    pub(in crate::payment) other_weekly: i64,
}

/// One payment, every question answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::payment) struct PayCase<'a> {
    /// The fee with whatever counts as pay: a round sum, miles paid above the approved rate.
    pub(in crate::payment) gross: i64,
    pub(in crate::payment) how: HowPaid,
    pub(in crate::payment) code: TaxCode,
    /// Payments with the same number are of one payer.
    pub(in crate::payment) employer: u32,
    pub(in crate::payment) pay_period: PayPeriod,
    /// Other pay from that payer in the pay period.
    pub(in crate::payment) other_pay: i64,
    /// Pay from that payer in the tax year before this payment.
    pub(in crate::payment) pay_to_date: i64,
    pub(in crate::payment) pension: i64,
    /// Whether a voucher counts as earnings for means-tested benefits; other pay always does.
    pub(in crate::payment) counts: bool,
    pub(in crate::payment) work_dates: &'a [Date],
    pub(in crate::payment) paid_on: Date,
    /// The day that decides the assessment period: of the payroll's report, or of the money where there is none.
    pub(in crate::payment) counts_on: Date,
    /// One assessment period earlier or later than `counts_on` says, for a day near the boundary: -1, 0 or 1.
    pub(in crate::payment) shift: i8,
    /// Seconds of work and preparation in all.
    pub(in crate::payment) seconds: i64,
}

/// A tax code, read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TaxCode {
    pub(in crate::payment) kind: TaxCodeKind,
    /// Whether each pay period is taken by itself (W1, M1, X).
    pub(in crate::payment) by_period: bool,
    /// Whether it has Scotland's prefix.
    pub(in crate::payment) scottish: bool,
}

/// What a tax code says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::payment) enum TaxCodeKind {
    /// So many pounds of pay a year are free of tax (a number with L, M, N or T; 0T is nothing); below zero for a K code.
    Allowance(i32),
    /// All at the basic rate.
    BasicRate,
    /// All at the first rate above it (D0), the second (D1) and so on.
    HigherRate(u8),
    /// No tax.
    NoTax,
}
