//! Tax of whole years against published figures, band edges, the taper of the allowance, contributions on profit.
#![allow(clippy::inconsistent_digit_grouping, reason = "the pence stand apart from the pounds")]

use crate::payment::HowPaid;
use crate::payment::effect::fixture::{case, day, outcome, payment};
use crate::payment::effect::{CarerCase, Case, EsaCase, IncomeCase, JobseekerCase, Outcome, PayCase};
use crate::payment::person::{EarningsPattern, EsaGroup, EsaKind, JobseekersKind, Nation};

/// What is due on a fee paid gross to somebody with `income`.
fn gross(income: IncomeCase, fee: i64, on: &str) -> Outcome {
    let pay = PayCase { how: HowPaid::Gross, gross: fee, paid_on: day(on), ..payment() };
    outcome(&Case { income, ..case() }, &[pay])
}

/// The tax of a year on wages, from what a payment of all of it is due.
fn on_wages(nation: Nation, wages: i64, on: &str) -> i64 {
    let pay = PayCase { gross: wages, paid_on: day(on), ..payment() };
    outcome(&Case { nation, ..case() }, &[pay]).tax_due
}

fn england(wages: i64) -> i64 {
    on_wages(Nation::England, wages * 100, "2026-06-15")
}

#[test]
fn tax_of_a_year_is_that_of_the_peers() {
    assert_eq!([england(60_000), england(60_300)], [11_432_00, 11_552_00]);
    assert_eq!([england(12_570), england(12_571), england(50_270), england(50_271)], [0, 20, 7_540_00, 7_540_40]);
    assert_eq!(england(20_000), 1_486_00);
}

#[test]
fn the_allowance_shrinks_by_half_of_what_is_above_100_000() {
    assert_eq!([england(100_000), england(100_001), england(100_002)], [27_432_00, 27_432_40, 27_433_20]);
    // Nothing of the allowance is left at 125,140; there the additional rate starts.
    assert_eq!([england(125_139), england(125_140), england(125_141)], [42_515_20, 42_516_00, 42_516_45]);
    let before = |wages| on_wages(Nation::Wales, wages, "2022-06-15");
    assert_eq!([before(125_140_00), before(150_000_00), before(150_001_00)], [42_516_00, 52_460_00, 52_460_45]);
}

#[test]
fn scotland_has_its_own_bands_in_every_year() {
    let scotland = |taxable: i64, on| on_wages(Nation::Scotland, (12_570 + taxable) * 100, on);
    let this = "2026-06-15";
    assert_eq!([scotland(3_967, this), scotland(3_968, this)], [753_73, 753_93]);
    assert_eq!([scotland(16_956, this), scotland(16_957, this)], [3_351_53, 3_351_74]);
    assert_eq!([scotland(31_092, this), scotland(31_093, this)], [6_320_09, 6_320_51]);
    assert_eq!([scotland(62_430, this), scotland(62_431, this)], [19_482_05, 19_482_50]);
    // Above 100,000 the allowance shrinks too: at 125,140 nothing is left of it.
    assert_eq!(on_wages(Nation::Scotland, 125_141_00, this) - on_wages(Nation::Scotland, 125_140_00, this), 48);
    assert_eq!(scotland(31_093, "2022-06-15") - scotland(31_092, "2022-06-15"), 41);
    assert_eq!(scotland(31_093, "2023-06-15") - scotland(31_092, "2023-06-15"), 42);
    assert_eq!(on_wages(Nation::Scotland, 150_001_00, "2022-06-15") - on_wages(Nation::Scotland, 150_000_00, "2022-06-15"), 46);
    assert_eq!(on_wages(Nation::Scotland, 125_141_00, "2023-06-15") - on_wages(Nation::Scotland, 125_140_00, "2023-06-15"), 47);
    assert_eq!([scotland(2_827, "2025-06-15"), scotland(2_828, "2025-06-15")], [537_13, 537_33]);
    assert_eq!([scotland(2_306, "2024-06-15"), scotland(2_307, "2024-06-15")], [438_14, 438_34]);
}

#[test]
fn the_trading_allowance_covers_fees_paid_gross() {
    let employed = IncomeCase { wages: 20_000_00, ..IncomeCase::default() };
    let due = |income, fee| {
        let all = gross(income, fee, "2026-06-15");
        (all.tax_due, all.insurance_later)
    };
    assert_eq!(due(employed, 900_00), (0, 0));
    assert_eq!(due(employed, 1_500_00), (100_00, 0));
    assert_eq!(due(IncomeCase { self_employed: true, ..employed }, 1_500_00), (100_00, 0));
    assert_eq!(due(IncomeCase { gross_fees: 950_00, ..employed }, 150_00), (20_00, 0));
    assert_eq!(due(IncomeCase { gross_fees: 1_200_00, ..employed }, 150_00), (30_00, 0));
    // A business whose costs are counted has no trading allowance.
    assert_eq!(due(IncomeCase { profit: 100_00, ..employed }, 150_00), (30_00, 0));
}

#[test]
fn a_voucher_is_taxed_whether_or_not_benefits_count_it() {
    let income = IncomeCase { wages: 20_000_00, gross_fees: 1_000_00, ..IncomeCase::default() };
    let due = |counts| {
        let pay = PayCase { how: HowPaid::Voucher, counts, ..payment() };
        outcome(&Case { income, ..case() }, &[pay]).tax_due
    };
    assert_eq!([due(true), due(false)], [30_00; 2]);
}

#[test]
fn contributions_are_due_on_profit_by_year() {
    let business = |profit| IncomeCase { profit, self_employed: true, ..IncomeCase::default() };
    let due = |profit, on| gross(business(profit), 100_00, on).insurance_later;
    assert_eq!(due(20_000_00, "2026-06-15"), 6_00);
    assert_eq!(due(12_520_00, "2026-06-15"), 3_00);
    assert_eq!(due(50_220_00, "2026-06-15"), 4_00);
    assert_eq!(due(50_270_00, "2026-06-15"), 2_00);
    assert_eq!(due(20_000_00, "2023-06-15"), 9_00);
    assert_eq!(due(20_000_00, "2022-06-15"), 9_73);
    // Class 2 of the year comes with the first penny above the threshold.
    assert_eq!(due(11_850_00, "2022-06-15"), 52 * 3_15 + 4_08);
    assert_eq!(due(12_470_00, "2023-06-15"), 0);
    assert_eq!(due(12_470_01, "2023-06-15"), 52 * 3_45);
    assert_eq!(due(12_470_01, "2024-06-15"), 0);
    let employed = IncomeCase { self_employed: false, ..business(20_000_00) };
    assert_eq!(gross(employed, 100_00, "2026-06-15").insurance_later, 0);
    let pay = PayCase { how: HowPaid::Gross, ..payment() };
    let old = Case { income: business(20_000_00), over_pension_age: true, ..case() };
    assert_eq!(outcome(&old, &[pay]).insurance_later, 0);
}

#[test]
fn what_is_withheld_at_once_comes_back() {
    use crate::payment::effect::TaxCode;
    let pay = PayCase { code: TaxCode::read("BR").unwrap(), ..payment() };
    let all = outcome(&case(), &[pay]);
    assert_eq!((all.tax_withheld, all.tax_due, all.kept, all.kept_eventually), (30_00, 0, 120_00, 150_00));
}

#[test]
fn a_taxed_benefit_uses_up_the_allowance_and_what_is_lost_of_it_is_not_taxed() {
    let carer = |scottish| CarerCase { scottish, other_weekly: 0, pattern: EarningsPattern::Weekly, care_costs: 0 };
    let income = IncomeCase { wages: 9_000_00, ..IncomeCase::default() };
    let pay = PayCase { gross: 100_00, ..payment() };
    let due = |person: Case, pay: PayCase<'_>| outcome(&Case { income, ..person }, &[pay]).tax_due;
    assert_eq!(due(case(), pay), 0);
    // 9,000 and 52 times 86.45 are above 12,570.
    assert_eq!(due(Case { carer: Some(carer(false)), ..case() }, pay), 20_00);
    assert_eq!(due(Case { nation: Nation::Scotland, carer: Some(carer(true)), ..case() }, pay), 19_00);
    // A fee of 300.00 loses the week's 86.45: 20 % of 213.55.
    assert_eq!(due(Case { carer: Some(carer(false)), ..case() }, PayCase { gross: 300_00, ..pay }), 42_71);
    let esa =
        |kind| EsaCase { kind, group: EsaGroup::Support, weekly: None, other_weekly: 0, other_seconds: 0, supervised: false };
    assert_eq!(due(Case { esa: Some(esa(EsaKind::NewStyle)), ..case() }, pay), 20_00);
    assert_eq!(due(Case { esa: Some(esa(EsaKind::LegacyIncomeRelated)), ..case() }, pay), 0);
    let jobseeker = JobseekerCase { kind: JobseekersKind::NewStyle, weekly: Some(95_55), other_weekly: 0, other_seconds: 0 };
    // All but 5.00 of the fee is lost of the allowance, and 0.55 is left of that.
    assert_eq!(due(Case { jobseeker: Some(jobseeker), ..case() }, pay), 1_00);
}

#[test]
fn each_tax_year_is_settled_by_itself() {
    let income = IncomeCase { wages: 12_570_00, ..IncomeCase::default() };
    let [one, other] =
        ["2026-04-05", "2026-04-06"].map(|date| PayCase { how: HowPaid::Gross, gross: 900_00, paid_on: day(date), ..payment() });
    let person = Case { income, ..case() };
    assert_eq!(outcome(&person, &[one, other]).tax_due, 0);
    assert_eq!(outcome(&person, &[other, other]).tax_due, 160_00);
    let wages = [one, other].map(|pay| PayCase { how: HowPaid::Paye, ..pay });
    assert_eq!(outcome(&person, &wages).tax_due, 360_00);
}
