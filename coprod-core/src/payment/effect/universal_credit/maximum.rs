//! The award of an assessment period before anything is taken off.

use crate::error::{PaymentError, Pointer};
use crate::parameters::CitedRule;
use crate::payment::effect::{HouseholdCase, MaximumAward};
use crate::payment::ledger::{Amount, Ledger, Rule};
use crate::payment::person::{Tenancy, WorkCapability};
use crate::payment::rates::{Figure, UniversalCreditRates};
use crate::unit::Date;

const STATED: Rule = Rule::plain("universal_credit.maximum_stated", "the award before anything is taken off, as stated");
const STANDARD: Rule =
    Rule::of(CitedRule::UniversalCreditElements, "universal_credit.standard_allowance", "the standard allowance");
const FIRST_CHILD: Rule =
    Rule::of(CitedRule::UniversalCreditElements, "universal_credit.first_child", "the child element for the first child");
const CHILD: Rule =
    Rule::of(CitedRule::UniversalCreditElements, "universal_credit.child", "the child element for each further child");
const CHILD_COUNT: Rule = Rule::plain("universal_credit.children.count", "further children");
const CHILDREN: Rule = Rule::plain("universal_credit.children", "the child elements for further children");
const CAPABILITY: Rule =
    Rule::of(CitedRule::UniversalCreditElements, "universal_credit.capability", "the element for limited capability");
const CARER: Rule = Rule::of(CitedRule::UniversalCreditElements, "universal_credit.carer", "the carer element");
const HIGHER: Rule = Rule::of(
    CitedRule::UniversalCreditElements,
    "universal_credit.capability_or_carer",
    "one person has the element for limited capability or the carer element, whichever is higher",
);
const HOUSING: Rule = Rule::of(CitedRule::UniversalCreditElements, "universal_credit.housing", "the housing costs in the award");
const CHILDCARE: Rule =
    Rule::of(CitedRule::UniversalCreditElements, "universal_credit.childcare", "the childcare costs in the award");
const MAXIMUM: Rule =
    Rule::of(CitedRule::UniversalCreditAward, "universal_credit.maximum", "the award before anything is taken off");

/// The maximum award under `rates`, which hold on `on`.
///
/// # Errors
/// `parameter_unknown` for an element that there was not yet.
#[inline(always)]
pub(super) fn maximum<L: Ledger>(
    award: &MaximumAward,
    rates: &UniversalCreditRates,
    on: Date,
    ledger: &mut L,
) -> Result<Amount, PaymentError> {
    match award {
        MaximumAward::Stated(pence) => Ok(ledger.given(&STATED, *pence)),
        MaximumAward::Household(household) => of_household(household, rates, on, ledger),
    }
}

#[inline(never)]
fn of_household<L: Ledger>(
    household: &HouseholdCase,
    rates: &UniversalCreditRates,
    on: Date,
    ledger: &mut L,
) -> Result<Amount, PaymentError> {
    let standard = match (household.couple, household.one_is_25) {
        (false, false) => &rates.single_under_25,
        (false, true) => &rates.single_25_and_over,
        (true, false) => &rates.couple_both_under_25,
        (true, true) => &rates.couple_one_25_and_over,
    };
    let standard = ledger.figure(&STANDARD, standard);
    let (first, further) = children(household, rates, ledger);
    let (capability, carer) = capability_and_carer(household, rates, on, ledger)?;
    // Housing Benefit pays for these two kinds of home, and they add nothing here.
    let elsewhere = matches!(household.tenancy, Tenancy::Temporary | Tenancy::ExemptSupported);
    let housing = stated(&HOUSING, if elsewhere { 0 } else { household.housing_costs }, ledger);
    let childcare = stated(&CHILDCARE, household.childcare_costs, ledger);
    Ok(ledger.sum(&MAXIMUM, &[standard, first, further, capability, carer, housing, childcare]))
}

fn children<L: Ledger>(household: &HouseholdCase, rates: &UniversalCreditRates, ledger: &mut L) -> (Amount, Amount) {
    if household.child_elements == 0 {
        return (Amount::NONE, Amount::NONE);
    }
    let first = if household.eldest_born_before_2017 { &rates.first_child_born_before_2017 } else { &rates.child_element };
    let first = ledger.figure(&FIRST_CHILD, first);
    if household.child_elements == 1 {
        return (first, Amount::NONE);
    }
    let each = ledger.figure(&CHILD, &rates.child_element);
    let count = ledger.given(&CHILD_COUNT, i64::from(household.child_elements) - 1);
    (first, ledger.times(&CHILDREN, each, count))
}

fn capability_and_carer<L: Ledger>(
    household: &HouseholdCase,
    rates: &UniversalCreditRates,
    on: Date,
    ledger: &mut L,
) -> Result<(Amount, Amount), PaymentError> {
    let known = |figure: &Option<Figure>, id| figure.ok_or_else(|| unknown(id, on));
    let element = match household.capability {
        WorkCapability::Full | WorkCapability::Limited => None,
        WorkCapability::LimitedWithElement => Some(known(&rates.limited_for_work, "universal_credit.work_element")?),
        WorkCapability::LimitedForActivity => Some(rates.limited_for_activity),
        WorkCapability::LimitedForActivityNew => {
            Some(known(&rates.limited_for_activity_new, "universal_credit.work_related_activity_element.new_claimants")?)
        }
    };
    let capability = element.map(|element| ledger.figure(&CAPABILITY, &element));
    let carer = household.carer_element.then(|| ledger.figure(&CARER, &rates.carer_element));
    Ok(match (capability, carer) {
        (Some(capability), Some(carer)) if !household.couple => (ledger.greatest(&HIGHER, capability, carer), Amount::NONE),
        (capability, carer) => (capability.unwrap_or(Amount::NONE), carer.unwrap_or(Amount::NONE)),
    })
}

fn stated<L: Ledger>(rule: &'static Rule, pence: i64, ledger: &mut L) -> Amount {
    if pence == 0 { Amount::NONE } else { ledger.given(rule, pence) }
}

/// A figure that is needed and was not there on `on`.
pub(super) fn unknown(id: &'static str, on: Date) -> PaymentError {
    PaymentError::ParameterUnknown { path: Pointer::root(), id, date: on.to_string() }
}
