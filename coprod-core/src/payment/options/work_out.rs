//! Works each option out.

use super::OptionsRequest;
use super::answer::{OptionBenefit, OptionKind, OptionsAnswer, PaymentOption};
use super::variants::{Variant, only};
use crate::error::{PaymentError, Pointer};
use crate::payment::curve::{CurveRequest, MOST_CURVE_FEE, curve};
use crate::payment::{TakeHomeAnswer, TakeHomeRequest, take_home};
use crate::unit::{Money, MoneyOrRange};

const STATEMENT: &str =
    "an estimate on what was told, and not advice: the options stand in the order asked for, and none is recommended";

/// So many cliffs are shown at most, from the lowest fee up.
const MOST_CLIFFS: usize = 20;

/// Where whole pounds are counted, a cliff can be passed more than once within so many pence: the first time is shown.
const SAME_CLIFF: i64 = 130;

/// Works them out, all of the offer first.
pub(super) fn work_out(request: &OptionsRequest, variants: Vec<Variant>) -> Result<OptionsAnswer, PaymentError> {
    let mut variants = variants.into_iter();
    let Some(first) = variants.next() else { return Err(PaymentError::NoPayments { path: Pointer::root() }) };
    let all = found(request, &first)?;
    let mut options = vec![option(&first, &all, None)?];
    let mut rest: Vec<Variant> = variants.collect();
    let (below, cliffs_not_sought) = below_cliffs(request)?;
    let after_parts = rest.iter().take_while(|variant| variant.kind == OptionKind::Part).count();
    rest.splice(after_parts..after_parts, below);
    for variant in &rest {
        let answer = found(request, variant)?;
        options.push(option(variant, &answer, Some(&all))?);
    }
    Ok(OptionsAnswer { options, cliffs_not_sought, questions: all.questions, statement: STATEMENT.to_owned() })
}

fn found(request: &OptionsRequest, variant: &Variant) -> Result<TakeHomeAnswer, PaymentError> {
    let asked = TakeHomeRequest {
        person: request.person.clone(),
        payments: vec![variant.payment.clone()],
        assume_latest: request.assume_latest,
    };
    let moved = variant.moved.iter();
    take_home(&asked).map_err(|error| {
        moved.fold(error, |error, (from, to)| error.moved(from, to)).moved("/payments/0", "/offer").moved("/payments", "/offer")
    })
}

/// The highest fee below each cliff, or why they cannot be looked for.
fn below_cliffs(request: &OptionsRequest) -> Result<(Vec<Variant>, Option<String>), PaymentError> {
    let offer = &request.offer;
    if offer.fee > MOST_CURVE_FEE {
        return Ok((Vec::new(), Some(format!("fees above {MOST_CURVE_FEE} are too high to look for cliffs below them"))));
    }
    let asked = CurveRequest {
        person: request.person.clone(),
        payment: offer.clone(),
        from: None,
        until: Some(offer.fee),
        assume_latest: request.assume_latest,
    };
    let drawn = match curve(&asked) {
        Ok(drawn) => drawn,
        Err(error @ (PaymentError::TooManyUnknowns { .. } | PaymentError::TooMuchWork { .. })) => {
            return Ok((Vec::new(), Some(error.to_string())));
        }
        Err(error) => return Err(error.moved("/payment", "/offer")),
    };
    let mut fees: Vec<Money> = Vec::new();
    for cliff in drawn.breaks.iter().filter(|place| place.cliff.is_some()) {
        if fees.last().is_none_or(|last| cliff.after.pence() - last.pence() > SAME_CLIFF) {
            fees.push(cliff.after);
        }
    }
    let below = fees.into_iter().filter(|fee| *fee < offer.fee).take(MOST_CLIFFS).map(|fee| {
        let label = format!("{fee}, the highest fee below a cliff on what you told us, and the rest of {} declined", offer.fee);
        Ok(Variant::new(OptionKind::BelowCliff, label, only(offer, fee)?))
    });
    Ok((below.collect::<Result<_, PaymentError>>()?, None))
}

fn option(variant: &Variant, answer: &TakeHomeAnswer, first: Option<&TakeHomeAnswer>) -> Result<PaymentOption, PaymentError> {
    let (Some(kept), Some(fee)) = (answer.kept, answer.fee) else {
        return Err(PaymentError::DoNotPayBeforeAdvice { path: Pointer::root().key("person").key("permission_to_work") });
    };
    let none = MoneyOrRange::from(Money::ZERO);
    let (now, later) = (answer.national_insurance.unwrap_or(none), answer.national_insurance_later.unwrap_or(none));
    let benefits = answer.benefits.iter().map(|benefit| OptionBenefit {
        name: benefit.name,
        change: benefit.change,
        from: benefit.period.from,
        until: benefit.period.until,
        later: benefit.later,
    });
    let new_warning = |warning: &&crate::payment::TakeHomeWarning| first.is_none_or(|first| !first.warnings.contains(warning));
    let new_advice = |advice: &&String| first.is_none_or(|first| !first.advice_needed.contains(advice));
    Ok(PaymentOption {
        kind: variant.kind,
        label: variant.label.clone(),
        fee,
        declined: variant.payment.declined.unwrap_or_default(),
        expenses: answer.expenses,
        kept,
        tax: answer.tax.unwrap_or(none),
        tax_due: answer.tax_due.unwrap_or(none),
        national_insurance: MoneyOrRange::new(now.low().plus(later.low())?, now.high().plus(later.high())?),
        benefits: benefits.collect(),
        per_hour: answer.per_hour,
        warnings: answer.warnings.iter().filter(new_warning).cloned().collect(),
        advice_needed: answer.advice_needed.iter().filter(new_advice).cloned().collect(),
    })
}
