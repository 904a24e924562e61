//! The bundles that a request needs, each looked up once.

use super::bundle::Bundle;
use super::tables::{
    CarerRates, CarerSupportRates, EsaRates, HousingRates, InsuranceRates, JobseekerRates, JobseekerRules, PensionCreditRates,
    PermittedWorkRates, TaxRates, UniversalCreditRates,
};
use crate::error::{ParameterError, Pointer};
use crate::parameters::Reach;
use crate::unit::Date;

/// Bundles by the days on which they hold. What is needed is put there before the reckoning starts, so that a date without figures is
/// refused with the place of that date.
#[derive(Debug, Default)]
pub(in crate::payment) struct Shelf {
    reach: Reach,
    tax: Vec<TaxRates>,
    insurance: Vec<InsuranceRates>,
    universal_credit: Vec<UniversalCreditRates>,
    carer: Vec<CarerRates>,
    carer_support: Vec<CarerSupportRates>,
    permitted_work: Vec<PermittedWorkRates>,
    esa: Vec<EsaRates>,
    jobseeker_rules: Vec<JobseekerRules>,
    jobseeker: Vec<JobseekerRates>,
    housing: Vec<HousingRates>,
    pension_credit: Vec<PensionCreditRates>,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $put:ident, $get:ident: $bundle:ty;)*) => {
        impl Shelf {
            /// Every figure that is known from `first` to `last`.
            pub(in crate::payment) fn known(first: Date, last: Date) -> Self {
                let mut shelf = Self::new(Reach::Known);
                $(put_known(&mut shelf.$get, first, last);)*
                shelf
            }

            $(
                /// Puts there what holds on `on`, which stands at `at`.
                pub(in crate::payment) fn $put(&mut self, on: Date, at: &Pointer) -> Result<(), ParameterError> {
                    put(&mut self.$get, on, self.reach, at)
                }

                $(#[$doc])*
                pub(in crate::payment) fn $get(&self, on: Date) -> Result<&$bundle, ParameterError> {
                    get(&self.$get, on)
                }
            )*
        }
    };
}

kinds! {
    /// Income tax, student loans.
    put_tax, tax: TaxRates;
    /// National Insurance.
    put_insurance, insurance: InsuranceRates;
    /// Universal Credit, on the first day of an assessment period.
    put_universal_credit, universal_credit: UniversalCreditRates;
    /// Carer's Allowance.
    put_carer, carer: CarerRates;
    /// Carer Support Payment.
    put_carer_support, carer_support: CarerSupportRates;
    /// The limits of permitted work.
    put_permitted_work, permitted_work: PermittedWorkRates;
    /// What Employment and Support Allowance pays.
    put_esa, esa: EsaRates;
    /// How Jobseeker's Allowance counts work.
    put_jobseeker_rules, jobseeker_rules: JobseekerRules;
    /// What Jobseeker's Allowance pays.
    put_jobseeker, jobseeker: JobseekerRates;
    /// Housing Benefit.
    put_housing, housing: HousingRates;
    /// Pension Credit.
    put_pension_credit, pension_credit: PensionCreditRates;
}

impl Shelf {
    /// An empty shelf.
    pub(in crate::payment) fn new(reach: Reach) -> Self {
        Self { reach, ..Self::default() }
    }
}

impl Shelf {
    /// Puts there the figures of Universal Credit for each day from `first` to `last`, as far as they are known: each bundle holds from
    /// the day it was looked up, so that days are passed over only while one holds.
    pub(in crate::payment) fn put_universal_credit_between(&mut self, first: Date, last: Date) {
        let (mut day, mut any) = (first, false);
        while day <= last {
            let known = put(&mut self.universal_credit, day, self.reach, &Pointer::root()).is_ok();
            if any && !known {
                return;
            }
            any = any || known;
            let holds = self.universal_credit.iter().map(Bundle::validity).find(|validity| validity.has(day));
            let until = match holds {
                Some(validity) => validity.until,
                None => Some(day),
            };
            let Some(Ok(next)) = until.map(|until| until.plus_days(1)) else { return };
            day = next;
        }
    }
}

fn put<B: Bundle>(bundles: &mut Vec<B>, on: Date, reach: Reach, at: &Pointer) -> Result<(), ParameterError> {
    if bundles.iter().all(|bundle| !bundle.validity().has(on)) {
        bundles.push(B::look_up(on, reach, at)?);
    }
    Ok(())
}

fn put_known<B: Bundle>(bundles: &mut Vec<B>, first: Date, last: Date) {
    let mut day = first;
    while day <= last {
        let found = B::look_up(day, Reach::Known, &Pointer::root()).ok();
        let until = found.as_ref().and_then(|bundle| bundle.validity().until).unwrap_or(day);
        bundles.extend(found);
        let Ok(next) = until.max(day).plus_days(1) else { return };
        day = next;
    }
}

fn get<B: Bundle>(bundles: &[B], on: Date) -> Result<&B, ParameterError> {
    bundles.iter().find(|bundle| bundle.validity().has(on)).ok_or_else(|| ParameterError::ParameterUnknown {
        path: Pointer::root(),
        id: "figures",
        date: on.to_string(),
    })
}
