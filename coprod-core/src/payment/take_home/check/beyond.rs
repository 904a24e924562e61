//! Earnings and hours beside which a benefit that is stated is not paid.

use super::facts::{Facts, both};
use crate::error::{PaymentError, Pointer};
use crate::parameters::{
    CARER_SUPPORT_PAYMENT_EARNINGS_LIMIT, CARERS_ALLOWANCE_EARNINGS_LIMIT,
    EMPLOYMENT_AND_SUPPORT_ALLOWANCE_PERMITTED_WORK_HIGHER_LIMIT, Key, Reach,
};
use crate::payment::take_home::sheet::value;
use crate::unit::{Date, Known, Money};

const SIXTEEN_HOURS: i64 = 16 * 3600;

impl Facts<'_> {
    /// Refuses other earnings or hours above the limit of a benefit; the limits only ever rose, so that of `last` is the highest.
    pub(super) fn beyond(&self, last: Option<Date>) -> Result<(), PaymentError> {
        let person = self.person;
        let Some(last) = last else { return Ok(()) };
        let carers = [
            ("carers_allowance", "Carer's Allowance", &person.carers_allowance, CARERS_ALLOWANCE_EARNINGS_LIMIT),
            (
                "carer_support_payment",
                "Carer Support Payment",
                &person.carer_support_payment,
                CARER_SUPPORT_PAYMENT_EARNINGS_LIMIT,
            ),
        ];
        for (field, name, carer, limit) in carers {
            let Some(carer) = carer else { continue };
            self.above(field, name, "other_net_weekly_earnings", &carer.other_net_weekly_earnings, limit, last)?;
        }
        if let Some(benefit) = &person.employment_and_support_allowance {
            let limit = EMPLOYMENT_AND_SUPPORT_ALLOWANCE_PERMITTED_WORK_HIGHER_LIMIT;
            let field = "employment_and_support_allowance";
            let name = "Employment and Support Allowance";
            self.above(field, name, "other_weekly_earnings", &benefit.other_weekly_earnings, limit, last)?;
        }
        let Some(benefit) = &person.jobseekers_allowance else { return Ok(()) };
        let field = "jobseekers_allowance";
        let first = self.told(&[field], "Jobseeker's Allowance");
        if person.employment_and_support_allowance.is_some() {
            let words = "Employment and Support Allowance: nobody has both";
            return both(first, self.told(&["employment_and_support_allowance"], words));
        }
        if let Some(hours) = value(&benefit.other_weekly_hours).filter(|hours| hours.seconds() >= SIXTEEN_HOURS) {
            let words = format!("{hours} hours of other work a week, where it takes fewer than 16");
            return both(first, self.told(&[field, "other_weekly_hours"], words));
        }
        Ok(())
    }

    fn above(
        &self,
        field: &str,
        name: &str,
        earnings: &str,
        told: &Option<Known<Money>>,
        limit: Key<Money>,
        on: Date,
    ) -> Result<(), PaymentError> {
        let Ok(limit) = limit.at(on, Reach::AssumeLatest, &Pointer::root()) else { return Ok(()) };
        let Some(told) = value(told).filter(|told| *told > limit.value) else { return Ok(()) };
        let words = format!("other earnings of {told} a week, above its limit of {}", limit.value);
        both(self.told(&[field], name), self.told(&[field, earnings], words))
    }
}
