//! Pay and hours by the weeks in which they count: a fee for several days of work is spread evenly over them.

use crate::error::{PaymentError, UnitError};
use crate::payment::HowPaid;
use crate::payment::effect::{NetPay, PayCase};
use crate::payment::ledger::{Amount, Ledger, Rule, Whole};
use crate::payment::rates::Rate;
use crate::unit::Date;

const WITH_PENSION: Rule = Rule::plain("weekly.with_pension", "the net pay before pension contributions");
const PENSION_PART: Rule = Rule::plain(
    "weekly.pension_part",
    "the part of the pension contribution that is taken off; part of a penny is taken off whole",
);
const NET: Rule = Rule::plain("weekly.net", "the net pay that this benefit counts");
const DAYS: Rule = Rule::plain("weekly.days.count", "the days of the work");
const EACH_DAY: Rule =
    Rule::plain("weekly.each_day", "the net pay of one day, the pay being spread evenly over the days of the work").unconfirmed();
const ALL_DAYS: Rule = Rule::plain("weekly.all_days", "so much for all the days");
const REST: Rule = Rule::plain("weekly.rest", "the pence that are left, counted on the first day of the work");
const DAYS_IN_WEEK: Rule = Rule::plain("weekly.days_in_week.count", "the days of the work in this week");
const SHARE: Rule = Rule::plain("weekly.share", "the net pay of these days");
const FIRST_SHARE: Rule = Rule::plain("weekly.first_share", "with the pence that are left");
const PAY: Rule = Rule::plain("weekly.pay", "the net pay of this week from all payments");

/// The day on which the weeks of a benefit start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WeekStart {
    Monday,
    Sunday,
}

impl WeekStart {
    /// The first day of the week that `on` is in.
    pub(super) fn first(self, on: Date) -> Result<Date, UnitError> {
        let ago = match self {
            Self::Monday => on.days_from_monday(),
            Self::Sunday => (on.days_from_monday() + 1) % 7,
        };
        on.plus_days(-i32::from(ago))
    }
}

/// Why a week is reached. The order matters: a payment's first day of work is its first entry in a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Why {
    FirstWork,
    Work,
    Paid,
    Covered,
}

/// A week that a payment reaches for one reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Day {
    week: Date,
    payment: usize,
    why: Why,
}

/// One payment as a weekly benefit sees it.
#[derive(Debug, Clone, Copy)]
struct Pay {
    net: Amount,
    each: Amount,
    rest: Amount,
    days: i64,
    seconds: i64,
}

/// The weeks that the payments reach, for one benefit after the other.
#[derive(Debug, Default)]
pub(in crate::payment::effect) struct Weeks {
    days: Vec<Day>,
    pays: Vec<Pay>,
}

impl Weeks {
    /// Starts afresh with the net pay of each payment; `part` is the part of pension contributions that is taken off on a day.
    pub(super) fn start<L: Ledger>(
        &mut self,
        payments: &[PayCase<'_>],
        nets: &[NetPay],
        part: impl Fn(Date) -> Result<Rate, PaymentError>,
        ledger: &mut L,
    ) -> Result<(), PaymentError> {
        self.days.clear();
        self.pays.clear();
        for (payment, net) in payments.iter().zip(nets) {
            let left_out = payment.how == HowPaid::Voucher && !payment.counts;
            let net = if net.pension.pence == 0 || left_out {
                net.counted
            } else {
                let whole = ledger.sum(&WITH_PENSION, &[net.counted, net.pension]);
                let taken = ledger.part(&PENSION_PART, net.pension, &part(payment.paid_on)?, Whole::Up);
                ledger.left(&NET, whole, taken)
            };
            let days = i64::try_from(payment.work_dates.len()).unwrap_or(i64::MAX).max(1);
            self.pays.push(Pay { net, each: Amount::NONE, rest: Amount::NONE, days, seconds: payment.seconds });
        }
        Ok(())
    }

    /// The net pay of a payment.
    pub(super) fn net(&self, payment: usize) -> Amount {
        self.pays.get(payment).map_or(Amount::NONE, |pay| pay.net)
    }

    /// Adds the weeks of the work.
    pub(super) fn add_work(&mut self, payments: &[PayCase<'_>], start: WeekStart) -> Result<(), UnitError> {
        for (number, payment) in payments.iter().enumerate() {
            if let [day] = payment.work_dates {
                self.days.push(Day { week: start.first(*day)?, payment: number, why: Why::FirstWork });
                continue;
            }
            let first = work_days(payment).enumerate().min_by_key(|(_, day)| *day).map(|(place, _)| place);
            for (place, day) in work_days(payment).enumerate() {
                let why = if Some(place) == first { Why::FirstWork } else { Why::Work };
                self.days.push(Day { week: start.first(day)?, payment: number, why });
            }
        }
        Ok(())
    }

    /// Divides each payment by its days of work.
    pub(super) fn divide<L: Ledger>(&mut self, ledger: &mut L) {
        for pay in self.pays.iter_mut().filter(|pay| pay.days > 1) {
            pay.each = ledger.fraction(&EACH_DAY, pay.net, 1, pay.days, Whole::Down);
            if pay.each.pence * pay.days != pay.net.pence {
                let count = ledger.given(&DAYS, pay.days);
                let all = ledger.times(&ALL_DAYS, pay.each, count);
                pay.rest = ledger.minus(&REST, pay.net, all);
            }
        }
    }

    /// Adds the weeks in which the money comes.
    pub(super) fn add_paid(&mut self, payments: &[PayCase<'_>], start: WeekStart) -> Result<(), UnitError> {
        for (number, payment) in payments.iter().enumerate() {
            self.days.push(Day { week: start.first(payment.paid_on)?, payment: number, why: Why::Paid });
        }
        Ok(())
    }

    /// Adds so many weeks that a payment covers, from the week that starts on `week`.
    pub(super) fn add_covered(&mut self, payment: usize, mut week: Date, weeks: i64) -> Result<(), UnitError> {
        for _ in 0..weeks {
            self.days.push(Day { week, payment, why: Why::Covered });
            week = week.plus_days(7)?;
        }
        Ok(())
    }

    /// Every week once, in order.
    pub(super) fn each(&mut self) -> impl Iterator<Item = Week<'_>> {
        if self.days.len() > 1 {
            self.days.sort_unstable();
        }
        let pays = &self.pays;
        self.days.chunk_by(|one, other| one.week == other.week).map(|days| Week { days, pays })
    }
}

/// One week and what falls into it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Week<'a> {
    days: &'a [Day],
    pays: &'a [Pay],
}

impl Week<'_> {
    /// Its first and last day.
    pub(super) fn period(&self) -> Result<(Date, Date), UnitError> {
        let day = self.days.first().map(|day| day.week);
        let first = day.map_or_else(|| Date::new(1900, 1, 1), Ok)?;
        Ok((first, first.plus_days(6)?))
    }

    /// Whether a payment that is not for a period covers it.
    pub(super) fn is_covered(&self) -> bool {
        self.days.iter().any(|day| day.why == Why::Covered)
    }

    /// The net pay for the days of work in it.
    pub(super) fn earned<L: Ledger>(&self, ledger: &mut L, parts: &mut Vec<Amount>) -> Amount {
        parts.clear();
        for (pay, days, first) in self.worked() {
            let share = if days == pay.days {
                pay.net
            } else {
                let some = if days == 1 {
                    pay.each
                } else {
                    let count = ledger.given(&DAYS_IN_WEEK, days);
                    ledger.times(&SHARE, pay.each, count)
                };
                if first && pay.rest.pence != 0 { ledger.sum(&FIRST_SHARE, &[some, pay.rest]) } else { some }
            };
            parts.push(share);
        }
        total(ledger, parts)
    }

    /// The net pay that comes in it.
    pub(super) fn paid<L: Ledger>(&self, ledger: &mut L, parts: &mut Vec<Amount>) -> Amount {
        parts.clear();
        let paid = self.days.iter().filter(|day| day.why == Why::Paid);
        parts.extend(paid.filter_map(|day| self.pays.get(day.payment)).map(|pay| pay.net));
        total(ledger, parts)
    }

    /// The seconds of work in it: spread like the pay.
    pub(super) fn seconds(&self) -> i64 {
        let of =
            |(pay, days, first): (Pay, i64, bool)| pay.seconds / pay.days * days + if first { pay.seconds % pay.days } else { 0 };
        self.worked().map(of).sum()
    }

    /// Each payment with work in it: how many days, and whether the first day is one of them.
    fn worked(&self) -> impl Iterator<Item = (Pay, i64, bool)> {
        self.days.chunk_by(|one, other| one.payment == other.payment).filter_map(|days| {
            let pay = self.pays.get(days.first()?.payment)?;
            let worked: i64 = days.iter().filter(|day| day.why <= Why::Work).map(|_| 1).sum();
            let first = days.first()?.why == Why::FirstWork;
            (worked > 0).then_some((*pay, worked, first))
        })
    }
}

fn total<L: Ledger>(ledger: &mut L, parts: &[Amount]) -> Amount {
    match parts {
        [] => Amount::NONE,
        [one] => *one,
        more => ledger.sum(&PAY, more),
    }
}

/// The days of the work; where none is known, the day of payment stands for them.
fn work_days<'a>(payment: &PayCase<'a>) -> impl Iterator<Item = Date> + use<'a> {
    let instead = payment.work_dates.is_empty().then_some(payment.paid_on);
    payment.work_dates.iter().copied().chain(instead)
}
