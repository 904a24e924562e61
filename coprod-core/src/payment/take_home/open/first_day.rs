//! The question on which day assessment periods start: every day is tried, with every payment near an edge on either side of it.

use super::credit::{fill, other_weekly};
use super::{Open, is};
use crate::error::{PaymentError, Pointer};
use crate::parameters::{
    BENEFIT_CAP_EARNINGS_EXCEPTION_MONTHLY as CAP_EXCEPTION, Key, Reach,
    UNIVERSAL_CREDIT_STANDARD_ALLOWANCE_SINGLE_25_AND_OVER as STANDARD_ALLOWANCE,
};
use crate::payment::HowPaid;
use crate::payment::calendar::{AssessmentPeriod, nearest_boundary};
use crate::payment::person::UniversalCredit;
use crate::payment::take_home::sheet::{Pay, unknown, value};
use crate::unit::{Date, Money};

/// A surplus is carried into so many periods at most.
const PERIODS_OF_SURPLUS: usize = 12;

/// For one first day, so many payments near an edge are tried on either side of it at most.
const MOST_NEAR: usize = 6;

/// Which payments count in which period: for each the shift from the period that its day is in.
type Shifts = Vec<i8>;

/// A first day with its shifts, and its words.
type FirstDay = ((u8, Shifts), String);

/// For each payment how many periods after that of the first one it counts, and from when the rates of that period and of later ones hold.
type Signature = Vec<(i64, Date)>;

/// First days of periods that come to the same.
struct Days {
    days: Vec<u8>,
    shifts: Shifts,
    signature: Signature,
}

impl Open<'_> {
    /// Asks on which day periods start.
    pub(super) fn first_day(&mut self, credit: &UniversalCredit, at: Pointer) -> Result<(), PaymentError> {
        let days = self.first_days(credit, &at)?;
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
    fn first_days(&self, credit: &UniversalCredit, at: &Pointer) -> Result<Vec<FirstDay>, PaymentError> {
        // A week that is lost falls into a period by its date.
        let alone = other_weekly(&self.request.person) == 0;
        let later = if self.earns_little(credit) { 0 } else { PERIODS_OF_SURPLUS };
        let mut groups: Vec<Days> = Vec::new();
        let none: Shifts = vec![0; self.sheet.pays.len()];
        for day in 1..=31 {
            let signature = self.signature(day, &none, later)?;
            match groups.iter_mut().find(|group| alone && group.signature == signature) {
                Some(group) => group.days.push(day),
                None => groups.push(Days { days: vec![day], shifts: none.clone(), signature }),
            }
        }
        for day in 1..=31 {
            for shifts in self.slips(day, at)? {
                let signature = self.signature(day, &shifts, later)?;
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
    fn slips(&self, first_day: u8, at: &Pointer) -> Result<Vec<Shifts>, PaymentError> {
        let mut near: Vec<(usize, i8)> = Vec::new();
        for (place, pay) in self.sheet.pays.iter().enumerate() {
            let shift = if unknown(&pay.payment.reported_on) { 0 } else { nearest_boundary(counts_on(pay), first_day)? };
            if shift != 0 {
                near.push((place, shift));
            }
        }
        if near.len() > MOST_NEAR {
            let named = at.to_string();
            return Err(PaymentError::TooManyUnknowns { path: at.clone(), count: near.len() + 1, named });
        }
        let ways = 1..1_u32 << near.len();
        let shifts = |way: u32| {
            let mut shifts: Shifts = vec![0; self.sheet.pays.len()];
            for (bit, (place, shift)) in near.iter().enumerate() {
                if let Some(slot) = shifts.get_mut(*place).filter(|_| way >> bit & 1 == 1) {
                    *slot = *shift;
                }
            }
            shifts
        };
        Ok(ways.map(shifts).collect())
    }

    fn signature(&self, first_day: u8, shifts: &Shifts, later: usize) -> Result<Signature, PaymentError> {
        let mut first = None;
        let mut all = Vec::with_capacity(self.sheet.pays.len());
        for (pay, shift) in self.sheet.pays.iter().zip(shifts) {
            let mut period = AssessmentPeriod::of(counts_on(pay), first_day)?.shifted(*shift)?;
            let months = i64::from(period.last.year()) * 12 + i64::from(period.last.month());
            let start = *first.get_or_insert(months);
            for _ in 0..=later {
                // The exception from the benefit cap changes some days before all else.
                let rates = from(STANDARD_ALLOWANCE, period.first).max(from(CAP_EXCEPTION, period.first));
                all.push((months - start, rates));
                period = period.after()?;
            }
        }
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

/// From when the figure holds that holds on `on`.
fn from(key: Key<Money>, on: Date) -> Date {
    key.at(on, Reach::AssumeLatest, &Pointer::root()).map_or(on, |found| found.fact.from())
}

/// The day that decides in which period a payment counts.
pub(super) fn counts_on(pay: &Pay) -> Date {
    let reported = value(&pay.payment.reported_on).filter(|_| !matches!(pay.how(), Some(HowPaid::Gross | HowPaid::Voucher)));
    reported.unwrap_or(pay.payment.paid_on)
}
