//! The bundles that a request needs, each looked up once.

use super::rack::Rack;
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
    tax: Rack<TaxRates>,
    insurance: Rack<InsuranceRates>,
    universal_credit: Rack<UniversalCreditRates>,
    carer: Rack<CarerRates>,
    carer_support: Rack<CarerSupportRates>,
    permitted_work: Rack<PermittedWorkRates>,
    esa: Rack<EsaRates>,
    jobseeker_rules: Rack<JobseekerRules>,
    jobseeker: Rack<JobseekerRates>,
    housing: Rack<HousingRates>,
    pension_credit: Rack<PensionCreditRates>,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $put:ident, $get:ident: $bundle:ty;)*) => {
        impl Shelf {
            /// Every figure that is known.
            pub(in crate::payment) fn known() -> Self {
                let mut shelf = Self::new(Reach::Known);
                $(shelf.$get = Rack::known();)*
                shelf
            }

            $(
                /// Puts there what holds on `on`, which stands at `at`.
                pub(in crate::payment) fn $put(&mut self, on: Date, at: &Pointer) -> Result<(), ParameterError> {
                    self.$get.put(on, self.reach, at)
                }

                $(#[$doc])*
                pub(in crate::payment) fn $get(&self, on: Date) -> Result<&$bundle, ParameterError> {
                    self.$get.get(on)
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
    /// Puts there the figures of Universal Credit for each day from `first` to `last`, as far as they are known.
    pub(in crate::payment) fn put_universal_credit_between(&mut self, first: Date, last: Date) {
        self.universal_credit.put_between(first, last, self.reach);
    }
}
