//! Notes on the payments: how and when they are made, and what was declined.

use super::Notes;
use crate::parameters::{Reach, SERVICE_USER_BODIES, SERVICE_USER_NO_NOTIONAL_EARNINGS};
use crate::payment::calendar::nearest_boundary;
use crate::payment::take_home::TakeHomeRequest;
use crate::payment::take_home::answer::TakeHomeWarningCode as Code;
use crate::payment::take_home::sheet::{Pay, Sheet, miles_not_told, value};
use crate::payment::{Body, ConsultedAs, HowPaid, PaidPerson};
use crate::unit::{Date, Money};

impl Notes {
    /// Notes on every payment.
    pub(in crate::payment::take_home) fn payments(&mut self, request: &TakeHomeRequest, sheet: &Sheet) {
        for pay in &sheet.pays {
            let name = pay.name();
            self.how(pay, &name);
            self.when(pay, &name);
            self.boundary(sheet, pay, &name);
            self.expenses(pay, &name);
            self.repaid(&request.person, pay, &name);
            self.declined(pay, &name);
        }
        if miles_not_told(&request.payments) {
            self.assume("no miles by car or van that the same payer repaid earlier in the tax year, because none are told: beyond 10,000 the rate is lower");
        }
        let means = request.person.universal_credit.is_some() || request.person.housing_benefit.is_some();
        if sheet.pays.len() > 1 && means {
            self.warn(
                Code::Timing,
                "payments are to follow the work: arranging their days so as to receive more of a benefit can be treated as giving money \
                 up, by the person or by the payer",
            );
        }
    }

    fn how(&mut self, pay: &Pay, name: &str) {
        match pay.how() {
            Some(HowPaid::Gross) => self.warn(
                Code::EmploymentStatus,
                format!(
                    "{name} is paid without a payroll: the payer is to check first whether the person is employed for it, by who decides \
                     what is done, when and how, and whether either must offer or take work"
                ),
            ),
            Some(HowPaid::Voucher) => self.warn(
                Code::Voucher,
                format!("{name} is a voucher: it is income, and it is always to be declared to the benefit offices and for tax"),
            ),
            _ => {}
        }
    }

    fn when(&mut self, pay: &Pay, name: &str) {
        if pay.payment.work_dates.is_empty() {
            self.assume(format!("{name}: the day of payment stands for the days of the work, which were not told"));
        } else if pay.days.last().is_some_and(|last| pay.payment.paid_on < *last) {
            self.warn(
                Code::PaidInAdvance,
                format!("{name} is paid in advance, before the last day of the work: benefits can count it when it is paid"),
            );
        }
        if pay.how() == Some(HowPaid::Paye) && pay.payment.reported_on.is_none() {
            self.assume(format!("{name}: the payroll's report arrives on the day of payment"));
        }
    }

    fn boundary(&mut self, sheet: &Sheet, pay: &Pay, name: &str) {
        let Some(first_day) = sheet.person.universal_credit.as_ref().and_then(|credit| value(&credit.first_day)) else { return };
        let reported = value(&pay.payment.reported_on).filter(|_| pay.how() == Some(HowPaid::Paye));
        let on = reported.unwrap_or(pay.payment.paid_on);
        if nearest_boundary(on, first_day).is_ok_and(|shift| shift != 0) {
            let text = format!(
                "{name}: {} is within three days of the end of an assessment period: it can be counted in the one beside it, so that both \
                 were tried",
                on.in_words()
            );
            self.warn(Code::NearBoundary, text);
        }
    }

    fn expenses(&mut self, pay: &Pay, name: &str) {
        if pay.split.as_pay > Money::ZERO {
            self.warn(
                Code::ExpenseCountsAsPay,
                format!(
                    "{name}: {} of what is paid as expenses counts as pay, as a round sum or as miles above the approved rate",
                    pay.split.as_pay
                ),
            );
        }
        if pay.split.unproved > Money::ZERO {
            self.warn(
                Code::ExpenseCountsAsPay,
                format!(
                    "{name}: no receipt shows that {} was spent: it is left out here as repaid, and may be counted as pay; keep a receipt \
                     or another record",
                    pay.split.unproved
                ),
            );
        }
    }

    /// Whether all that is repaid is left out is certain for service users and carers only.
    fn repaid(&mut self, person: &PaidPerson, pay: &Pay, name: &str) {
        let tested = person.receives_benefits();
        if tested && pay.split.repaid > Money::ZERO && !easement(pay) {
            self.warn(
                Code::ExpenseCountsAsPay,
                format!(
                    "{name}: {} of repaid expenses is left out here. Benefits leave all of it out only for service users and carers \
                     consulted by bodies of health, care, social housing or research into them, and otherwise only what the work itself \
                     made necessary: check which holds",
                    pay.split.repaid
                ),
            );
        }
    }

    fn declined(&mut self, pay: &Pay, name: &str) {
        let Some(amount) = pay.payment.declined.filter(|amount| *amount > Money::ZERO) else { return };
        let text = if easement(pay) {
            format!(
                "{name}: {amount} was declined. A service user or carer who is consulted by such a body is not treated as having what \
                 they decline, but the rule on giving up money in order to receive more of a benefit stays: keep a note of why it was \
                 declined, and tell the offices"
            )
        } else {
            format!(
                "{name}: {amount} was declined. Check before it is declined: benefits can be worked out as if it had been received, except \
                 for service users and carers consulted by bodies of health, care, social housing or research into them"
            )
        };
        self.warn(Code::Declined, text);
        if !easement(pay) {
            self.advise(format!("{name}: whether declining part of the fee counts as if it had been received"));
        }
    }
}

/// Whether body, role and day are those of the rule that a declined fee is not counted.
fn easement(pay: &Pay) -> bool {
    let role = matches!(value(&pay.payment.consulted_as), Some(ConsultedAs::ServiceUser | ConsultedAs::Carer));
    let body = matches!(value(&pay.payment.body), Some(Body::Nhs | Body::Council | Body::SocialHousing | Body::Research));
    role && body && in_force(pay.payment.paid_on)
}

fn in_force(on: Date) -> bool {
    let root = crate::error::Pointer::root();
    SERVICE_USER_NO_NOTIONAL_EARNINGS.at(on, Reach::AssumeLatest, &root).is_ok()
        && SERVICE_USER_BODIES.at(on, Reach::AssumeLatest, &root).is_ok()
}
