//! Known answers, and the days and pence at which they turn.

use super::*;
use crate::error::Pointer;
use crate::parameters::Reach;
use crate::payment::HowPaid;
use crate::payment::effect::fixture::{case, day, make_again, payment, traced};
use crate::payment::effect::{Benefit, CarerCase, EsaCase, HousingCase, JobseekerCase, NetPay, PensionCreditCase};
use crate::payment::ledger::{Amount, Record, Rule, Silent, TraceOperation, TraceStep};
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
    let mut space = filled(payments, &mut record);
    weekly(case, &cases, &shelf, &mut record, &mut space).unwrap();
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
    let cases: Vec<_> = payments.iter().map(Paid::case).collect();
    let mut shelf = Shelf::new(Reach::Known);
    stock(case, &cases, &mut shelf, |_, _| Pointer::root()).unwrap();
    let mut record = Record::new(case.nation);
    let mut space = filled(payments, &mut record);
    weekly(case, &cases, &shelf, &mut record, &mut space).unwrap();
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
fn a_penny_over_the_limit_costs_a_carers_week() {
    let regular = carer(EarningsPattern::Weekly);
    let after = |net| changes(&regular, &[paid(net, "2026-06-15", &["2026-06-10"])]);
    let whole = |after| vec![(Benefit::CarersAllowance, "2026-06-08".to_owned(), 8645, after)];
    assert_eq!(after(20_400), whole(8645));
    assert_eq!(after(20_401), whole(0));
}

#[test]
fn half_of_the_pension_contribution_comes_off_a_carers_earnings() {
    let regular = carer(EarningsPattern::Weekly);
    let with = |net, pension| {
        let payment = Paid { pension, ..paid(net, "2025-06-16", &[]) };
        amounts(&changes(&regular, &[payment]))
    };
    assert_eq!(with(20_000, 2_000), [(8330, 8330)]);
    assert_eq!(with(20_600, 2_000), [(8330, 8330)]);
    assert_eq!(with(20_601, 2_000), [(8330, 0)]);
    // Half a penny is taken off whole.
    assert_eq!(with(20_601, 2_001), [(8330, 8330)]);
}

#[test]
fn care_costs_count_up_to_half_and_other_earnings_add() {
    let with = |other_weekly, care_costs, net| {
        let carer = CarerCase { scottish: false, other_weekly, pattern: EarningsPattern::Weekly, care_costs };
        amounts(&changes(&Case { carer: Some(carer), ..case() }, &[paid(net, "2026-06-15", &[])]))
    };
    assert_eq!(with(10_000, 0, 10_400), [(8645, 8645)]);
    assert_eq!(with(10_000, 0, 10_401), [(8645, 0)]);
    assert_eq!(with(0, 5_000, 25_400), [(8645, 8645)]);
    assert_eq!(with(0, 5_000, 25_401), [(8645, 0)]);
    assert_eq!(with(0, 50_000, 40_800), [(8645, 8645)]);
    assert_eq!(with(0, 50_000, 40_802), [(8645, 0)]);
    assert_eq!(with(20_401, 0, 100), [(0, 0)]);
}

#[test]
fn a_payment_that_is_not_for_a_period_covers_whole_weeks() {
    let once = carer(EarningsPattern::OneOff);
    let lost = |net| changes(&once, &[paid(net, "2026-06-15", &[])]);
    assert_eq!(amounts(&lost(20_400)), [(8645, 8645)]);
    assert_eq!(amounts(&lost(20_401)), [(8645, 0)]);
    assert_eq!(amounts(&lost(40_801)), [(8645, 0)]);
    let two = lost(40_802);
    assert_eq!(amounts(&two), [(8645, 0), (8645, 0)]);
    assert_eq!([two[0].1.as_str(), two[1].1.as_str()], ["2026-06-15", "2026-06-22"]);
    let care = CarerCase { scottish: false, other_weekly: 0, pattern: EarningsPattern::OneOff, care_costs: 1_000 };
    let with_care = Case { carer: Some(care), ..case() };
    assert_eq!(amounts(&changes(&with_care, &[paid(21_400, "2026-06-15", &[])])), [(8645, 8645)]);
    assert_eq!(amounts(&changes(&with_care, &[paid(21_401, "2026-06-15", &[])])), [(8645, 0)]);
}

#[test]
fn a_week_that_two_payments_cover_is_lost_once_at_its_own_rate() {
    let once = carer(EarningsPattern::OneOff);
    let both = [paid(45_000, "2026-03-25", &[]), paid(21_000, "2026-03-30", &[])];
    // The limit of 196.00 holds in both weeks of payment.
    assert_eq!(amounts(&changes(&once, &both)), [(8330, 0), (8330, 0)]);
    let over_april = [paid(45_000, "2026-03-30", &[])];
    assert_eq!(amounts(&changes(&once, &over_april)), [(8330, 0), (8645, 0)]);
}

#[test]
fn weeks_beyond_what_is_known_are_refused_where_the_payment_stands() {
    let once = carer(EarningsPattern::OneOff);
    let late = paid(100_000, "2027-04-01", &[]);
    let at = |number: usize, _| Pointer::root().key("payments").index(number).key("paid_on");
    let error = stock(&once, &[late.case()], &mut Shelf::new(Reach::Known), at).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), (crate::error::ErrorCode::BeyondKnownPeriod, "/payments/0/paid_on"));
}

#[test]
fn scotland_counts_its_weeks_from_sunday() {
    let support = CarerCase { scottish: true, other_weekly: 0, pattern: EarningsPattern::Weekly, care_costs: 0 };
    let case = Case { nation: Nation::Scotland, carer: Some(support), ..case() };
    let lost = changes(&case, &[paid(20_401, "2026-06-15", &["2026-06-14"])]);
    assert_eq!(lost, [(Benefit::CarerSupportPayment, "2026-06-14".to_owned(), 8645, 0)]);
    let law = trace(&case, &[paid(20_401, "2026-06-15", &[])]).into_iter().find_map(|step| step.source).unwrap();
    assert!(law.contains("Scotland"), "{law}");
}

fn esa(supervised: bool, other_hours: i64) -> Case {
    let esa = EsaCase {
        kind: EsaKind::NewStyle,
        group: EsaGroup::Support,
        weekly: None,
        other_weekly: 0,
        other_seconds: other_hours * HOUR,
        supervised,
    };
    Case { esa: Some(esa), ..case() }
}

#[test]
fn work_is_permitted_up_to_the_limit_and_below_sixteen_hours() {
    let with = |net, hours, supervised| {
        let payment = Paid { hours, ..paid(net, "2025-06-16", &["2025-06-16"]) };
        amounts(&changes(&esa(supervised, 0), &[payment]))
    };
    let rate = 9_205 + 4_850;
    assert_eq!(with(19_550, 15, false), [(rate, rate)]);
    assert_eq!(with(19_551, 15, false), [(rate, 0)]);
    assert_eq!(with(19_550, 16, false), [(rate, 0)]);
    assert_eq!(with(19_550, 40, true), [(rate, rate)]);
    assert_eq!(with(19_551, 40, true), [(rate, 0)]);
    assert_eq!(with(2_000, 40, false), [(rate, rate)]);
    assert_eq!(with(2_001, 40, false), [(rate, 0)]);
}

#[test]
fn the_week_of_the_work_counts_and_not_that_of_the_money() {
    let case = esa(false, 0);
    let two = [Paid { hours: 7, ..paid(33_000, "2026-07-31", &["2026-06-10", "2026-06-17"]) }];
    let rate = 9_555 + 5_035;
    let weeks = changes(&case, &two);
    assert_eq!(amounts(&weeks), [(rate, rate), (rate, rate)]);
    assert_eq!([weeks[0].1.as_str(), weeks[1].1.as_str()], ["2026-06-08", "2026-06-15"]);
    let one = [Paid { hours: 7, ..paid(33_000, "2026-07-31", &["2026-06-10", "2026-06-11"]) }];
    assert_eq!(amounts(&changes(&case, &one)), [(rate, 0)]);
}

#[test]
fn the_pence_and_seconds_that_are_left_count_on_the_first_day() {
    let cases = |net, seconds| {
        let payment = paid(net, "2026-06-30", &["2026-06-17", "2026-06-10", "2026-06-24"]);
        let pay = PayCase { seconds, ..payment.case() };
        let mut shelf = Shelf::new(Reach::Known);
        let case = esa(false, 0);
        stock(&case, &[pay], &mut shelf, |_, _| Pointer::root()).unwrap();
        let mut weeks = Vec::new();
        let tell = |week: EsaWeek| weeks.push((week.earnings, week.over, week.seconds, week.too_many_hours));
        esa_weeks(&case.esa.unwrap(), &[pay], &shelf, &mut filled(std::slice::from_ref(&payment), &mut Silent), tell).unwrap();
        weeks
    };
    assert_eq!(cases(61_052, 10), [(20_352, 2, 4, false), (20_350, 0, 3, false), (20_350, 0, 3, false)]);
    assert_eq!(cases(300, 3 * 16 * HOUR), [(100, 0, 16 * HOUR, true); 3]);
}

#[test]
fn a_basic_allowance_follows_from_group_age_and_kind() {
    let rate = |kind, group, age| {
        let esa = EsaCase { kind, group, weekly: None, other_weekly: 0, other_seconds: 0, supervised: false };
        let done = changes(&Case { esa: Some(esa), age, ..case() }, &[paid(0, "2026-06-15", &[])]);
        (done[0].0, done[0].2)
    };
    assert_eq!(rate(EsaKind::NewStyle, EsaGroup::Assessment, 24), (Benefit::NewStyleEsa, 7_565));
    assert_eq!(rate(EsaKind::NewStyle, EsaGroup::WorkRelatedActivity, 24), (Benefit::NewStyleEsa, 9_555));
    assert_eq!(rate(EsaKind::LegacyIncomeRelated, EsaGroup::Assessment, 24), (Benefit::LegacyEsa, 7_752));
    assert_eq!(rate(EsaKind::LegacyIncomeRelated, EsaGroup::Support, 40), (Benefit::LegacyEsa, 9_775 + 5_035));
}

fn jobseeker(age: u8, kind: JobseekersKind) -> Case {
    let jobseeker = JobseekerCase { kind, weekly: None, other_weekly: 0, other_seconds: 0 };
    Case { jobseeker: Some(jobseeker), age, ..case() }
}

#[test]
fn jobseekers_allowance_falls_pound_for_pound_when_the_money_comes() {
    let case = jobseeker(25, JobseekersKind::NewStyle);
    let on = |net| amounts(&changes(&case, &[paid(net, "2026-06-15", &["2026-06-15"])]));
    assert_eq!(on(3_000), [(9_555, 7_055)]);
    assert_eq!(on(500), [(9_555, 9_555)]);
    assert_eq!(on(50_000), [(9_555, 0)]);
    let later = changes(&case, &[paid(3_000, "2026-06-22", &["2026-06-10"])]);
    assert_eq!(amounts(&later), [(9_555, 9_555), (9_555, 7_055)]);
    let long = Paid { hours: 16, ..paid(3_000, "2026-06-22", &["2026-06-10"]) };
    assert_eq!(amounts(&changes(&case, &[long])), [(9_555, 0), (9_555, 7_055)]);
    assert_eq!(changes(&jobseeker(24, JobseekersKind::NewStyle), &[paid(0, "2026-06-15", &[])])[0].2, 7_565);
    assert_eq!(changes(&jobseeker(25, JobseekersKind::IncomeBased), &[paid(0, "2026-06-15", &[])]), []);
}

#[test]
fn housing_benefit_falls_by_a_part_of_what_is_above_the_disregard() {
    let with = |change: fn(&mut HousingCase), net| {
        let mut housing = HousingCase {
            weekly: 10_000,
            passported: false,
            household: HousingBenefitHousehold::Single,
            permitted_work: false,
            other_weekly: 0,
            room: 0,
        };
        change(&mut housing);
        let case = Case { housing: Some(housing), ..case() };
        let changes = changes(&case, &[paid(net, "2026-06-15", &["2026-06-10"])]);
        assert_eq!(changes[0].1, "2026-06-15");
        amounts(&changes)
    };
    assert_eq!(with(|_| (), 10_500), [(10_000, 10_000 - 6_500)]);
    assert_eq!(with(|_| (), 510), [(10_000, 10_000 - 7)]);
    assert_eq!(with(|_| (), 99_999), [(10_000, 0)]);
    assert_eq!(with(|housing| housing.passported = true, 99_999), [(10_000, 10_000)]);
    assert_eq!(with(|housing| housing.permitted_work = true, 20_350), [(10_000, 10_000)]);
    assert_eq!(with(|housing| housing.permitted_work = true, 20_450), [(10_000, 10_000 - 65)]);
    assert_eq!(with(|housing| housing.room = 3_000, 3_600), [(10_000, 10_000 - 65)]);
    assert_eq!(with(|housing| housing.other_weekly = 500, 100), [(10_000, 10_000 - 65)]);
    assert_eq!(with(|housing| housing.other_weekly = 900, 100), [(10_000, 10_000 - 65)]);
    // Each reduction is rounded: 3.25 and 3.90 become 3 and 4.
    assert_eq!(with(|housing| housing.other_weekly = 505, 1), [(10_000, 10_000 - 1)]);
    assert_eq!(with(|housing| housing.household = HousingBenefitHousehold::LoneParent, 2_600), [(10_000, 10_000 - 65)]);
}

#[test]
fn pension_credit_falls_pound_for_pound_above_the_disregard() {
    let with = |couple, higher_disregard, other_weekly, net| {
        let credit = PensionCreditCase { weekly: 5_000, couple, higher_disregard, other_weekly };
        let case = Case { pension_credit: Some(credit), age: 70, ..case() };
        amounts(&changes(&case, &[paid(net, "2026-06-15", &[])]))
    };
    assert_eq!(with(false, false, 0, 1_500), [(5_000, 4_000)]);
    assert_eq!(with(true, false, 0, 1_500), [(5_000, 4_500)]);
    assert_eq!(with(true, true, 0, 2_001), [(5_000, 4_999)]);
    assert_eq!(with(false, false, 300, 300), [(5_000, 4_900)]);
    assert_eq!(with(false, false, 0, 9_999), [(5_000, 0)]);
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
        esa: esa(false, 0).esa,
        jobseeker: jobseeker(30, JobseekersKind::NewStyle).jobseeker,
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

#[test]
fn what_is_lost_is_not_kept() {
    let (outcome, steps) = traced(&carer(EarningsPattern::OneOff), &[PayCase { gross: 20_401, ..payment() }]);
    assert_eq!((outcome.benefits, outcome.kept), (-8_645, 20_401 - outcome.tax_withheld - 8_645));
    make_again(&steps);
}
