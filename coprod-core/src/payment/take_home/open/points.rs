//! The sums of money at which something changes: the worst and best answers to a question about money are among them, or beside them.

use crate::error::Pointer;
use crate::parameters::{
    BENEFIT_CAP_EARNINGS_EXCEPTION_MONTHLY, BENEFIT_CAP_MONTHLY, CARERS_ALLOWANCE_RATE,
    EMPLOYMENT_AND_SUPPORT_ALLOWANCE_NEW_STYLE_ALLOWANCE_25_AND_OVER as ESA_ALLOWANCE,
    EMPLOYMENT_AND_SUPPORT_ALLOWANCE_SUPPORT_COMPONENT as ESA_SUPPORT, INCOME_TAX_PERSONAL_ALLOWANCE,
    INCOME_TAX_PERSONAL_ALLOWANCE_TAPER_START, INCOME_TAX_REST_OF_UK_ADDITIONAL_THRESHOLD,
    INCOME_TAX_REST_OF_UK_HIGHER_THRESHOLD, JOBSEEKERS_ALLOWANCE_NEW_STYLE_RATE_25_AND_OVER as JSA_RATE, Key, Reach,
    UNIVERSAL_CREDIT_WORK_ALLOWANCE_WITH_HOUSING, UNIVERSAL_CREDIT_WORK_ALLOWANCE_WITHOUT_HOUSING,
};
use crate::payment::take_home::sheet::{Sheet, pence, value};
use crate::unit::{Date, Money};

/// At most so many sums are tried for one question.
const MOST_POINTS: usize = 60;

/// The sums at and beside `kinks`, also with the counted pay on top of them, and one in the middle of each two.
fn around(kinks: &[i64], counted: &[i64]) -> Vec<i64> {
    let mut points: Vec<i64> = kinks.iter().flat_map(|kink| [*kink, kink + 1]).collect();
    points.extend(kinks.iter().flat_map(|kink| counted.iter().map(move |counted| kink - counted)));
    points.push(0);
    points.retain(|point| *point >= 0);
    points.sort_unstable();
    points.dedup();
    let middles: Vec<i64> =
        points.windows(2).filter_map(|pair| pair.first().zip(pair.last())).map(|(a, b)| (a + b) / 2).collect();
    points.extend(middles);
    points.sort_unstable();
    points.dedup();
    let every = points.len().div_ceil(MOST_POINTS).max(1);
    points.into_iter().step_by(every).collect()
}

fn on(sheet: &Sheet) -> Option<Date> {
    sheet.pays.first().map(|pay| pay.payment.paid_on)
}

fn figure(key: Key<Money>, on: Date) -> i64 {
    key.at(on, Reach::AssumeLatest, &Pointer::root()).map_or(0, |found| found.value.pence())
}

/// What the payments count as: in full, or after the basic rate of tax.
fn counted(sheet: &Sheet) -> Vec<i64> {
    let gross = sheet.gross();
    let each = sheet.pays.iter().map(|pay| pay.gross()).max().unwrap_or(0);
    vec![gross, gross - gross / 5, each]
}

/// Income of a tax year: the bands of tax.
pub(super) fn of_a_year(sheet: &Sheet) -> Vec<i64> {
    let Some(on) = on(sheet) else { return vec![0] };
    let allowance = figure(INCOME_TAX_PERSONAL_ALLOWANCE, on);
    let taper = figure(INCOME_TAX_PERSONAL_ALLOWANCE_TAPER_START, on);
    let kinks = [
        100_000,
        allowance,
        allowance + figure(INCOME_TAX_REST_OF_UK_HIGHER_THRESHOLD, on),
        taper,
        taper + 2 * allowance,
        figure(INCOME_TAX_REST_OF_UK_ADDITIONAL_THRESHOLD, on),
        20_000_000,
    ];
    around(&kinks, &[sheet.gross()])
}

/// Earnings of an assessment period.
pub(super) fn of_earnings(sheet: &Sheet) -> Vec<i64> {
    let Some(on) = on(sheet) else { return vec![0] };
    let allowances = work_allowances(on);
    let credit = sheet.person.universal_credit.as_ref();
    let most = credit.map_or(0, |credit| value(&credit.maximum_award).map_or(200_000, Money::pence));
    let unearned = credit.map_or(0, |credit| pence(&credit.unearned_income));
    let mut kinks = allowances.to_vec();
    // The taper takes 55 pence of a pound: above this the award is nil, with weekly benefits taken off it or lost.
    for other in [0, monthly_benefits(sheet, on)] {
        let ends = allowances.map(|allowance| allowance + (most - unearned - other).max(0) * 20 / 11);
        kinks.extend(ends);
        kinks.extend(ends.map(|end| end + 30_000));
    }
    kinks.push(figure(BENEFIT_CAP_EARNINGS_EXCEPTION_MONTHLY, on));
    if let Some(credit) = credit {
        kinks.push(pence(&credit.minimum_income_floor));
    }
    around(&kinks, &counted(sheet))
}

/// What weekly benefits come to in a month, which Universal Credit takes off in full.
fn monthly_benefits(sheet: &Sheet, on: Date) -> i64 {
    let person = &sheet.person;
    let carer = person.carers_allowance.is_some() || person.carer_support_payment.is_some();
    let esa = person.employment_and_support_allowance.as_ref();
    let jobseeker = person.jobseekers_allowance.as_ref();
    let weekly = [
        if carer { figure(CARERS_ALLOWANCE_RATE, on) } else { 0 },
        esa.map_or(0, |esa| {
            value(&esa.weekly_amount).map_or_else(|| figure(ESA_ALLOWANCE, on) + figure(ESA_SUPPORT, on), Money::pence)
        }),
        jobseeker.map_or(0, |jobseeker| value(&jobseeker.weekly_amount).map_or_else(|| figure(JSA_RATE, on), Money::pence)),
    ];
    weekly.into_iter().sum::<i64>() * 52 / 12
}

/// The award of a month before income is taken off.
pub(super) fn of_award(sheet: &Sheet) -> Vec<i64> {
    let Some(on) = on(sheet) else { return vec![0] };
    let credit = sheet.person.universal_credit.as_ref();
    let earnings = credit.map_or(0, |credit| pence(&credit.other_net_earnings) + pence(&credit.partner_net_earnings));
    let unearned = credit.map_or(0, |credit| pence(&credit.unearned_income));
    let mut kinks = vec![500_000];
    for allowance in work_allowances(on) {
        for counted in counted(sheet).into_iter().chain([0]) {
            kinks.push((earnings + counted - allowance).max(0) * 11 / 20 + unearned);
        }
    }
    let caps = BENEFIT_CAP_MONTHLY.at(on, Reach::AssumeLatest, &Pointer::root());
    kinks.extend(caps.iter().flat_map(|caps| caps.value.iter()).map(|(_, cap)| cap.pence()));
    around(&kinks, &[])
}

fn work_allowances(on: Date) -> [i64; 3] {
    let with = figure(UNIVERSAL_CREDIT_WORK_ALLOWANCE_WITH_HOUSING, on);
    [0, with, figure(UNIVERSAL_CREDIT_WORK_ALLOWANCE_WITHOUT_HOUSING, on)]
}

/// Some other sum of a month or week, up to `most`: steps of the kind that a rule has.
pub(super) fn up_to(sheet: &Sheet, most: i64, kinks: &[i64]) -> Vec<i64> {
    let mut all = kinks.to_vec();
    all.extend((0..8).map(|step| most * step / 7));
    around(&all, &counted(sheet))
}
