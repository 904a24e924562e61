//! The question on which day assessment periods start: every day is tried, with every payment near an edge on either side of it.

use super::credit::{fill, other_weekly};
use super::{Open, is};
use crate::error::{PaymentError, Pointer};
use crate::parameters::{
    BENEFIT_CAP_EARNINGS_EXCEPTION_MONTHLY as CAP_EXCEPTION,
    UNIVERSAL_CREDIT_STANDARD_ALLOWANCE_SINGLE_25_AND_OVER as STANDARD_ALLOWANCE,
};
use crate::payment::HowPaid;
use crate::payment::calendar::{AssessmentPeriod, nearest_boundary};
use crate::payment::person::UniversalCredit;
use crate::payment::take_home::sheet::{Pay, Sheet, unknown, value};
use crate::unit::Date;

/// A surplus is carried into so many periods at most.
const PERIODS_OF_SURPLUS: i64 = 12;

/// A period, and one that a payment slips into, start so many days before the payment at most.
const DAYS_BEFORE: i32 = 70;

/// A surplus reaches so many days ahead at most.
const DAYS_AFTER: i32 = 430;

/// For one first day, so many payments near an edge are tried on either side of it in every way.
const MOST_NEAR: usize = 6;

/// What is taken to be so where there are more of them.
pub(in crate::payment::take_home) const MANY_NEAR: &str =
    "of more than six payments near the edge of an assessment period, one or all are counted in the one beside it";

/// Which payments count in which period: for each the shift from the period that its day is in.
type Shifts = Vec<i8>;

/// A first day with its shifts, and its words.
type FirstDay = ((u8, Shifts), String);

/// For each payment how many periods after that of the first one it counts, and how many after it each change of the rates is in force
/// from, as far as that makes a difference.
type Signature = Vec<i64>;

/// First days of periods that come to the same.
struct Days {
    days: Vec<u8>,
    shifts: Shifts,
    signature: Signature,
}

impl Open<'_> {
    /// Asks on which day periods start.
    pub(super) fn first_day(&mut self, credit: &UniversalCredit, at: Pointer) -> Result<(), PaymentError> {
        let days = self.first_days(credit)?;
        let told: Vec<bool> = self.sheet.pays.iter().map(|pay| !unknown(&pay.payment.reported_on)).collect();
        self.ask(
            Some(at),
            "on which day of the month does an assessment period start?",
            days,
            move |sheet, (day, shifts): &(u8, Shifts)| {
                fill(sheet, |credit| credit.first_day = is(*day));
                // Where the day of the report is not known, that question says in which period the payment counts.
                for ((pay, shift), told) in sheet.pays.iter_mut().zip(shifts).zip(&told) {
                    if *told {
                        pay.shift = *shift;
                    }
                }
            },
        );
        if let Some(question) = self.list.last_mut() {
            question.always = true;
        }
        Ok(())
    }

    /// The days on which periods may start: those together for which the same payments count together, under the same rates.
    fn first_days(&self, credit: &UniversalCredit) -> Result<Vec<FirstDay>, PaymentError> {
        // A week that is lost falls into a period by its date.
        let alone = other_weekly(&self.request.person) == 0;
        let later = if self.earns_little(credit) { 0 } else { PERIODS_OF_SURPLUS };
        let changes = self.changes()?;
        let mut groups: Vec<Days> = Vec::new();
        let none: Shifts = vec![0; self.sheet.pays.len()];
        for day in 1..=31 {
            let signature = self.signature(day, &none, &changes, later)?;
            match groups.iter_mut().find(|group| alone && group.signature == signature) {
                Some(group) => group.days.push(day),
                None => groups.push(Days { days: vec![day], shifts: none.clone(), signature }),
            }
        }
        for day in 1..=31 {
            for shifts in self.slips(day)? {
                let signature = self.signature(day, &shifts, &changes, later)?;
                if !alone || groups.iter().all(|group| group.signature != signature) {
                    groups.push(Days { days: vec![day], shifts, signature });
                }
            }
        }
        Ok(groups
            .into_iter()
            .filter_map(|group| Some(((*group.days.first()?, group.shifts.clone()), self.in_words(&group))))
            .collect())
    }

    /// Every way in which payments near an edge of the periods from `first_day` on may slip over it, but for none slipping.
    fn slips(&self, first_day: u8) -> Result<Vec<Shifts>, PaymentError> {
        let mut near: Vec<(usize, i8)> = Vec::new();
        for (place, pay) in self.sheet.pays.iter().enumerate() {
            let shift = if unknown(&pay.payment.reported_on) { 0 } else { nearest_boundary(counts_on(pay), first_day)? };
            if shift != 0 {
                near.push((place, shift));
            }
        }
        let count = near.len();
        let ways: Vec<u128> = if count > MOST_NEAR {
            // Each by itself, and all together: as `MANY_NEAR` says.
            (0..count).map(|bit| 1 << bit).chain([(1 << count) - 1]).collect()
        } else {
            (1..1_u128 << count).collect()
        };
        let shifts = |way: u128| {
            let mut shifts: Shifts = vec![0; self.sheet.pays.len()];
            for (bit, (place, shift)) in near.iter().enumerate() {
                if let Some(slot) = shifts.get_mut(*place).filter(|_| way >> bit & 1 == 1) {
                    *slot = *shift;
                }
            }
            shifts
        };
        Ok(ways.into_iter().map(shifts).collect())
    }

    /// The days about the payments on which rates of the award change; the exception from the benefit cap changes before all else.
    fn changes(&self) -> Result<Vec<Date>, PaymentError> {
        let days = || self.sheet.pays.iter().map(counts_on);
        let (Some(first), Some(last)) = (days().min(), days().max()) else { return Ok(Vec::new()) };
        let (first, last) = (first.plus_days(-DAYS_BEFORE)?, last.plus_days(DAYS_AFTER)?);
        let known = STANDARD_ALLOWANCE.history().map(|known| known.fact.from());
        let all = known.chain(CAP_EXCEPTION.history().map(|known| known.fact.from()));
        Ok(all.filter(|day| (first..=last).contains(day)).collect())
    }

    fn signature(&self, first_day: u8, shifts: &Shifts, changes: &[Date], later: i64) -> Result<Signature, PaymentError> {
        let mut all = Vec::with_capacity(shifts.len() + changes.len());
        for (pay, shift) in self.sheet.pays.iter().zip(shifts) {
            all.push(month(AssessmentPeriod::of(counts_on(pay), first_day)?.first) + i64::from(*shift));
        }
        let (start, end) = (all.iter().min().copied().unwrap_or(0), all.iter().max().copied().unwrap_or(0) + later + 1);
        for change in changes {
            let period = AssessmentPeriod::of(*change, first_day)?;
            let from = month(period.first) + i64::from(period.first < *change);
            all.push(from.clamp(start, end));
        }
        all.iter_mut().for_each(|month| *month -= start);
        Ok(all)
    }

    fn in_words(&self, group: &Days) -> String {
        let days = match group.days.as_slice() {
            days if days.len() == 31 => "any day".to_owned(),
            days => days.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        };
        let slipped = self.sheet.pays.iter().zip(&group.shifts).filter(|(_, shift)| **shift != 0).map(|(pay, shift)| {
            let beside = if *shift < 0 { "before" } else { "after" };
            format!("{} in the period {beside}", pay.name())
        });
        let slipped: Vec<String> = slipped.collect();
        if slipped.is_empty() { days } else { format!("{days}, and {}", slipped.join(" and ")) }
    }
}

/// The months since the year 0: a period starts in each.
fn month(first: Date) -> i64 {
    i64::from(first.year()) * 12 + i64::from(first.month())
}

/// Whether there are more payments near an edge than are tried in every way.
pub(in crate::payment::take_home) fn many_near(sheet: &Sheet) -> bool {
    let near = |day| sheet.pays.iter().filter(|pay| nearest_boundary(counts_on(pay), day).is_ok_and(|shift| shift != 0)).count();
    sheet.pays.len() > MOST_NEAR && (1..=31).any(|day| near(day) > MOST_NEAR)
}

/// The day that decides in which period a payment counts.
pub(super) fn counts_on(pay: &Pay) -> Date {
    let reported = value(&pay.payment.reported_on).filter(|_| !matches!(pay.how(), Some(HowPaid::Gross | HowPaid::Voucher)));
    reported.unwrap_or(pay.payment.paid_on)
}
