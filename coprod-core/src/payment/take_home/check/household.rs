//! Facts of a household with Universal Credit that cannot both be so.

use super::facts::{Facts, Told, both};
use crate::error::PaymentError;
use crate::payment::person::{BenefitCap, EsaGroup, Tenancy, UniversalCredit, WorkAllowance, WorkCapability};
use crate::payment::take_home::sheet::{pence, value};
use crate::unit::Money;

impl Facts<'_> {
    /// Refuses facts of the award that contradict each other.
    pub(super) fn household(&self) -> Result<(), PaymentError> {
        let Some(credit) = &self.person.universal_credit else { return Ok(()) };
        self.single(credit)?;
        self.children(credit)?;
        self.home(credit)?;
        self.allowance(credit)
    }

    fn of_credit(&self, field: &str, words: impl Into<String>) -> Told {
        self.told(&["universal_credit", field], words)
    }

    fn single(&self, credit: &UniversalCredit) -> Result<(), PaymentError> {
        if value(&credit.couple) != Some(false) {
            return Ok(());
        }
        let first = self.of_credit("couple", "the claim of a single person");
        if pence(&credit.partner_net_earnings) > 0 {
            return both(first, self.of_credit("partner_net_earnings", "a partner's earnings"));
        }
        if value(&credit.partner_age).is_some() {
            return both(first, self.of_credit("partner_age", "a partner's age"));
        }
        Ok(())
    }

    fn children(&self, credit: &UniversalCredit) -> Result<(), PaymentError> {
        let Some(children) = value(&credit.children) else { return Ok(()) };
        if let Some(elements) = value(&credit.child_elements).filter(|elements| *elements > children) {
            let words = format!("child elements for {elements}");
            return both(self.of_credit("children", format!("{children} children")), self.of_credit("child_elements", words));
        }
        if children == 0 && value(&credit.eldest_born_before_2017) == Some(true) {
            return both(self.of_credit("children", "no children"), self.of_credit("eldest_born_before_2017", "an eldest child"));
        }
        Ok(())
    }

    fn home(&self, credit: &UniversalCredit) -> Result<(), PaymentError> {
        let Some(costs) = value(&credit.housing_costs).filter(|costs| *costs > Money::ZERO) else { return Ok(()) };
        let first = || self.of_credit("housing_costs", format!("housing costs of {costs} in the award"));
        let elsewhere = match value(&credit.tenancy) {
            Some(Tenancy::Temporary) => Some("temporary accommodation, for which Housing Benefit pays instead"),
            Some(Tenancy::ExemptSupported) => Some("exempt supported accommodation, for which Housing Benefit pays instead"),
            Some(Tenancy::None) => Some("a home without such costs"),
            _ => None,
        };
        if let Some(words) = elsewhere {
            return both(first(), self.of_credit("tenancy", words));
        }
        if let Some(award) = value(&credit.maximum_award).filter(|award| *award < costs) {
            return both(
                first(),
                self.of_credit("maximum_award", format!("an award of {award} before deductions, which is less")),
            );
        }
        Ok(())
    }

    fn allowance(&self, credit: &UniversalCredit) -> Result<(), PaymentError> {
        let Some(allowance) = value(&credit.work_allowance) else { return Ok(()) };
        let costs = value(&credit.housing_costs);
        match allowance {
            WorkAllowance::WithoutHousing if costs.is_some_and(|costs| costs > Money::ZERO) => {
                let second = self.of_credit("work_allowance", "the work allowance of an award without housing costs");
                return both(self.of_credit("housing_costs", "housing costs in the award"), second);
            }
            WorkAllowance::WithHousing if matches!(value(&credit.tenancy), Some(Tenancy::None | Tenancy::ExemptSupported)) => {
                let second = self.of_credit("work_allowance", "the work allowance of an award with housing costs");
                return both(self.of_credit("tenancy", "a home without housing costs in the award"), second);
            }
            _ => {}
        }
        // In a couple the other person's capability for work counts too, and is not told.
        let none = value(&credit.couple) == Some(false)
            && value(&credit.children) == Some(0)
            && value(&credit.work_capability) == Some(WorkCapability::Full);
        if none && allowance != WorkAllowance::None {
            let second = self.of_credit("work_allowance", "a work allowance, which takes a child or limited capability for work");
            return both(self.of_credit("work_capability", "full capability for work and no child"), second);
        }
        Ok(())
    }

    /// Refuses a benefit cap that cannot bind this household, or that is another household's.
    pub(super) fn capped(&self) -> Result<(), PaymentError> {
        let Some(credit) = &self.person.universal_credit else { return Ok(()) };
        let (single, words) = match value(&credit.benefit_cap) {
            None | Some(BenefitCap::Exempt | BenefitCap::GracePeriod) => return Ok(()),
            Some(BenefitCap::SingleOutsideLondon | BenefitCap::SingleLondon) => (true, "the cap for a single person"),
            Some(BenefitCap::CoupleOrParentOutsideLondon | BenefitCap::CoupleOrParentLondon) => {
                (false, "the cap for couples and parents")
            }
        };
        let cap = || self.of_credit("benefit_cap", words);
        let children = value(&credit.children);
        if single && value(&credit.couple) == Some(true) {
            return both(self.of_credit("couple", "the claim of a couple"), cap());
        }
        if single && children.is_some_and(|children| children > 0) {
            return both(self.of_credit("children", "children in the household"), cap());
        }
        if !single && value(&credit.couple) == Some(false) && children == Some(0) {
            return both(self.of_credit("children", "a single person without children"), cap());
        }
        self.outside_the_cap(credit).map_or(Ok(()), |fact| {
            both(fact, self.of_credit("benefit_cap", "a benefit cap that binds, though that keeps the household outside it"))
        })
    }

    /// What keeps the household outside the cap, by regulation 83 of 2013.
    fn outside_the_cap(&self, credit: &UniversalCredit) -> Option<Told> {
        let person = self.person;
        let support = person.employment_and_support_allowance.as_ref().and_then(|benefit| value(&benefit.group));
        let capability = value(&credit.work_capability);
        if !person.disability_benefits.is_empty() {
            Some(self.told(&["disability_benefits"], "a benefit for disability"))
        } else if person.carers_allowance.is_some() {
            Some(self.told(&["carers_allowance"], "Carer's Allowance"))
        } else if person.carer_support_payment.is_some() {
            Some(self.told(&["carer_support_payment"], "Carer Support Payment"))
        } else if value(&credit.carer_element) == Some(true) {
            Some(self.of_credit("carer_element", "a carer element"))
        } else if matches!(capability, Some(WorkCapability::LimitedForActivity | WorkCapability::LimitedForActivityNew)) {
            Some(self.of_credit("work_capability", "limited capability for work-related activity"))
        } else if support == Some(EsaGroup::Support) {
            Some(self.told(&["employment_and_support_allowance", "group"], "the support group"))
        } else {
            None
        }
    }
}
