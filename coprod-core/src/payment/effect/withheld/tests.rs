//! What payrolls withhold: published examples and the edges of bands.
#![allow(clippy::inconsistent_digit_grouping, reason = "the pence stand apart from the pounds")]

use crate::payment::effect::fixture::{case, day, make_again, outcome, payment, traced};
use crate::payment::effect::{Case, IncomeCase, Loans, Outcome, PayCase, TaxCode};
use crate::payment::person::Nation;
use crate::payment::{HowPaid, PayPeriod};

fn paid<'a>(gross: i64, code: &str) -> PayCase<'a> {
    PayCase { gross, code: TaxCode::read(code).unwrap(), ..payment() }
}

/// Somebody on the payer's staff with wages of so much a month, who has had them up to June too.
fn staff<'a>(monthly: i64, gross: i64, code: &str) -> PayCase<'a> {
    PayCase { other_pay: monthly, pay_to_date: monthly * 3, ..paid(gross, code) }
}

fn one(case: &Case, pay: PayCase<'_>) -> Outcome {
    outcome(case, &[pay])
}

fn tax(pay: PayCase<'_>) -> i64 {
    one(&case(), pay).tax_withheld
}

#[test]
fn an_employee_of_the_payer_keeps_68_of_100_pounds() {
    let basic = one(&case(), staff(2_500_00, 100_00, "1257L"));
    assert_eq!((basic.tax_withheld, basic.insurance, basic.kept), (20_00, 8_00, 72_00));
    let higher = one(&case(), staff(5_000_00, 300_00, "1257L"));
    assert_eq!((higher.tax_withheld, higher.insurance, higher.kept), (120_00, 6_00, 174_00));
}

#[test]
fn flat_codes_withhold_on_whole_pounds() {
    assert_eq!(tax(paid(150_00, "BR")), 30_00);
    assert_eq!(tax(paid(150_99, "BR M1")), 30_00);
    assert_eq!(tax(paid(150_00, "D0")), 60_00);
    assert_eq!(tax(paid(150_00, "D1")), 67_50);
    assert_eq!(tax(paid(150_00, "NT")), 0);
    assert_eq!(tax(paid(150_00, "SBR")), 30_00);
    assert_eq!(tax(paid(150_00, "SD0")), 31_50);
    assert_eq!(tax(paid(150_00, "SD1")), 63_00);
    assert_eq!(tax(paid(150_00, "SD2")), 67_50);
    assert_eq!(tax(paid(150_00, "SD3")), 72_00);
    assert_eq!(tax(PayCase { paid_on: day("2023-06-15"), ..paid(150_00, "SD3") }), 70_50);
}

#[test]
fn a_code_without_an_allowance_uses_the_bands() {
    assert_eq!(tax(paid(150_00, "0T M1")), 30_00);
    // 3,141.67 is a month's share of the basic band: 3,142 pounds in whole pounds.
    assert_eq!(tax(paid(3_142_00, "0T M1")), 628_40);
    assert_eq!(tax(paid(3_143_00, "0T M1")), 628_86);
    assert_eq!(tax(paid(4_000_00, "0T M1")), 971_66);
    assert_eq!(tax(paid(150_00, "S0T M1")), 28_50);
}

#[test]
fn free_pay_is_that_of_the_tables() {
    // 1,048.26 a month and 241.92 a week for 1257L.
    assert_eq!([tax(paid(1_048_26, "1257L M1")), tax(paid(1_049_26, "1257L M1"))], [0, 20]);
    assert_eq!([tax(paid(1_049_25, "1257L M1")), tax(paid(3_144_78, "1257L")), tax(paid(3_145_78, "1257L"))], [0, 0, 20]);
    let weekly = |gross, code: &str| tax(PayCase { pay_period: PayPeriod::Week, ..paid(gross, code) });
    assert_eq!([weekly(242_91, "1257L W1"), weekly(242_92, "1257L W1")], [0, 20]);
    // 15 June is in the 11th week.
    assert_eq!([weekly(2_662_11, "1257L"), weekly(2_662_12, "1257L")], [0, 20]);
    // Code 500 is not taken apart, code 501 is.
    assert_eq!([tax(paid(418_41, "500L M1")), tax(paid(418_42, "500L M1"))], [0, 20]);
    assert_eq!([tax(paid(419_25, "501L M1")), tax(paid(419_26, "501L M1"))], [0, 20]);
}

#[test]
fn a_code_below_zero_adds_to_pay_and_takes_at_most_half() {
    // 4,759 / 12 is 396.59 upwards: 500 and 396.59 is 896 whole pounds.
    assert_eq!(tax(paid(500_00, "K475 M1")), 179_20);
    assert_eq!(tax(paid(100_00, "K475 M1")), 50_00);
    assert_eq!(tax(staff(1_000_00, 100_00, "K475")), 20_00);
}

#[test]
fn a_53rd_week_is_taxed_by_itself() {
    let last = PayCase { pay_period: PayPeriod::Week, paid_on: day("2026-04-05"), ..paid(250_00, "1257L") };
    assert_eq!(tax(last), 1_60);
}

#[test]
fn bands_of_scotland_start_where_they_should() {
    let scottish = Case { nation: Nation::Scotland, ..case() };
    // The twelfth month, so that the shares are whole years; free pay of S1257L is 12 times 1,048.26.
    let year = |gross| {
        let pay = PayCase { paid_on: day("2027-04-05"), ..paid(gross, "S1257L") };
        one(&scottish, pay).tax_withheld
    };
    let at = |taxable: i64| year(12_579_12 + taxable * 100);
    assert_eq!([at(0), at(3_967), at(3_968)], [0, 753_73, 753_93]);
    assert_eq!([at(16_956), at(16_957)], [3_351_53, 3_351_74]);
    assert_eq!([at(31_092), at(31_093)], [6_320_09, 6_320_51]);
    assert_eq!([at(62_430), at(62_431)], [19_482_05, 19_482_50]);
    assert_eq!([at(125_140), at(125_141)], [47_701_55, 47_702_03]);
}

#[test]
fn the_tables_cut_the_shares_of_a_period() {
    // In four weeks the intermediate band ends at 2,391.6923, and the tax on it and below is 486.1607: with 42 % of the rest that is
    // 1,097.3899, where exact shares would make 1,097.39.
    let week_4 = PayCase { pay_period: PayPeriod::Week, paid_on: day("2026-05-01"), ..paid(3_847_00, "S0T") };
    assert_eq!(tax(week_4), 1_097_38);
}

#[test]
fn half_a_penny_of_insurance_is_dropped() {
    let over = |above| one(&case(), PayCase { other_pay: 4_189_00, ..paid(above, "NT") }).insurance;
    assert_eq!([over(100_25), over(100_26), over(100_75)], [2_00, 2_01, 2_01]);
    // 8 % of 6.25 is exactly 50 pence, of 6.31 it is 50.48; of 1,048.06 above nothing.
    let from = |pay| one(&case(), paid(pay, "NT")).insurance;
    assert_eq!([from(1_048_00), from(1_048_06), from(1_048_07), from(1_054_25)], [0, 0, 1, 50]);
}

#[test]
fn insurance_has_its_own_limits_by_week_and_month_and_year() {
    let on = |date, pay_period, gross| one(&case(), PayCase { paid_on: day(date), pay_period, ..paid(gross, "NT") }).insurance;
    assert_eq!(on("2026-06-15", PayPeriod::Month, 1_148_00), 8_00);
    assert_eq!(on("2026-06-15", PayPeriod::Week, 342_00), 8_00);
    assert_eq!(on("2026-06-15", PayPeriod::Week, 1_067_00), 60_00);
    assert_eq!(on("2022-07-05", PayPeriod::Week, 290_00), 13_25);
    assert_eq!(on("2022-07-06", PayPeriod::Week, 342_00), 13_25);
    assert_eq!(on("2022-11-06", PayPeriod::Month, 1_148_00), 12_00);
    assert_eq!(on("2024-01-06", PayPeriod::Month, 1_148_00), 10_00);
    assert_eq!(on("2024-04-06", PayPeriod::Month, 1_148_00), 8_00);
}

#[test]
fn nobody_under_16_or_over_pension_age_pays_insurance() {
    let pay = paid(2_000_00, "NT");
    assert_eq!(one(&Case { age: 15, ..case() }, pay).insurance, 0);
    assert_eq!(one(&Case { age: 16, ..case() }, pay).insurance, 7_616);
    assert_eq!(one(&Case { over_pension_age: true, ..case() }, pay).insurance, 0);
}

#[test]
fn payments_of_one_payer_share_the_limits_of_the_period() {
    let [first, second] = ["2026-06-08", "2026-06-29"].map(|date| PayCase { paid_on: day(date), ..paid(1_000_00, "1257L") });
    let both = outcome(&case(), &[first, second]);
    // 2,000 in one month: 952 above the threshold; free pay of three months is above it.
    assert_eq!((both.insurance, both.tax_withheld), (7_616, 0));
    let other = PayCase { employer: 1, ..second };
    assert_eq!(outcome(&case(), &[first, other]).insurance, 0);
    let july = PayCase { paid_on: day("2026-07-06"), ..second };
    assert_eq!(outcome(&case(), &[first, july]).insurance, 0);
    let large = [first, second].map(|pay| PayCase { code: TaxCode::read("1257L M1").unwrap(), ..pay });
    // 2,000 without 1,048.26 of free pay is 951 whole pounds.
    assert_eq!(outcome(&case(), &large).tax_withheld, 190_20);
}

#[test]
fn loans_are_repaid_above_the_lowest_threshold_in_whole_pounds() {
    let with = |loans, pay| one(&Case { income: IncomeCase { loans, ..case().income }, ..case() }, pay);
    let both = Loans { plan_1: true, plan_2: true, ..Loans::default() };
    // 26,900 / 12 is 2,241.66 downwards: 9 % of 258.34 is 23.25.
    assert_eq!(with(both, paid(2_500_00, "NT")).student_loan, 23_00);
    let postgraduate = Loans { postgraduate: true, ..Loans::default() };
    assert_eq!(with(postgraduate, paid(2_000_00, "NT")).student_loan, 15_00);
    let plan_5 = Loans { plan_5: true, ..Loans::default() };
    assert_eq!(with(plan_5, PayCase { paid_on: day("2025-06-15"), ..paid(5_000_00, "NT") }).student_loan, 0);
    assert_eq!(with(plan_5, PayCase { paid_on: day("2026-06-15"), ..paid(5_000_00, "NT") }).student_loan, 262_00);
    assert_eq!(with(both, PayCase { how: HowPaid::Gross, ..paid(5_000_00, "NT") }).student_loan, 0);
    // Repayments do not lower what benefits count.
    let kept = with(both, paid(2_500_00, "NT"));
    assert_eq!(kept.kept, 2_500_00 - kept.insurance - 23_00);
}

#[test]
fn nothing_is_withheld_from_what_is_paid_gross() {
    for how in [HowPaid::Gross, HowPaid::Voucher] {
        let all = one(&case(), PayCase { how, ..paid(5_000_00, "BR") });
        assert_eq!((all.tax_withheld, all.insurance, all.student_loan), (0, 0, 0));
    }
}

#[test]
fn pension_contributions_lower_tax_but_not_insurance() {
    let all = one(&case(), PayCase { pension: 500_00, ..paid(2_000_00, "BR") });
    assert_eq!((all.tax_withheld, all.insurance, all.pension), (300_00, 7_616, 500_00));
}

#[test]
fn withholding_only_ever_grows_with_pay() {
    for code in ["1257L", "S1257L", "0T M1", "S0T", "K100", "BR", "1257L M1", "SD1"] {
        let mut last = 0;
        for pounds in (0..200_000).step_by(137) {
            let now = tax(PayCase { pay_to_date: 1_00, other_pay: 1_00, ..paid(pounds * 100 + 55, code) });
            assert!(now >= last, "{code} {pounds}");
            last = now;
        }
    }
}

#[test]
fn the_trace_says_the_same_as_the_numbers() {
    let loans = Loans { plan_2: true, postgraduate: true, ..Loans::default() };
    let income =
        IncomeCase { wages: 108_000_00, other_taxable: 5_00, gross_fees: 300_00, profit: 60_000_00, self_employed: true, loans };
    for nation in [Nation::England, Nation::Scotland] {
        for code in ["1257L", "BR", "K475", "S0T M1", "D1", "NT"] {
            let person = Case { nation, income, ..case() };
            let pay = PayCase { pension: 7_00, ..staff(9_000_00, 1_234_56, code) };
            let earlier = PayCase { paid_on: day("2026-06-08"), ..pay };
            let voucher = PayCase { how: HowPaid::Voucher, counts: false, paid_on: day("2027-03-06"), ..pay };
            let list = [PayCase { paid_on: day("2026-04-01"), ..pay }, earlier, pay, voucher];
            let (all, steps) = traced(&person, &list);
            assert_eq!(all, outcome(&person, &list));
            make_again(&steps);
            assert_eq!(steps.last().unwrap().value.replace('.', "").parse(), Ok(all.kept_eventually));
        }
    }
}
