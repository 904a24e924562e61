//! Letters: the facts about payments for each office, filled from the working, with what is not known left open.

mod answer;
mod draft;
mod payments;

pub use answer::{BenefitLetter, LetterAnswer, LetterBlank, LetterForm, LetterPart};

use draft::Draft;

use super::person::Nation;
use super::take_home::{BenefitChange, BenefitName, TakeHomeAnswer, TakeHomeRequest, TellWhom, take_home};
use crate::error::PaymentError;
use crate::unit::{Known, Money};

/// The letters and journal notes for the offices that pay the person's benefits.
///
/// # Errors
/// As [`take_home`].
pub fn letter(request: &TakeHomeRequest) -> Result<LetterAnswer, PaymentError> {
    let answer = take_home(request)?;
    if answer.kept.is_none() {
        let notes = answer.warnings.into_iter().map(|warning| warning.text).collect();
        return Ok(LetterAnswer { letters: Vec::new(), notes });
    }
    let mut letters: Vec<BenefitLetter> = Vec::new();
    for (name, tell) in offices(request, &answer) {
        letters.push(write(request, &answer, name, tell));
    }
    if let Some(tell) =
        answer.tell.iter().find(|tell| tell.what == "the earnings" && request.person.council_tax_reduction == Some(true))
    {
        letters.push(write(request, &answer, None, tell));
    }
    let mut notes = vec![
        "check every line, fill in what is open, and keep a copy with the date on which it was sent".to_owned(),
        answer.statement.clone(),
    ];
    notes.extend(answer.advice_needed.iter().map(|advice| format!("take advice first: {advice}")));
    notes.extend(
        answer.advice.iter().map(|place| format!("advice: {}, for {} ({})", place.organisation, place.for_whom, place.place)),
    );
    Ok(LetterAnswer { letters, notes })
}

/// Each benefit that is told, and whom to tell about it: as many as the answer's first entries of whom to tell.
fn offices<'a>(request: &TakeHomeRequest, answer: &'a TakeHomeAnswer) -> Vec<(Option<BenefitName>, &'a TellWhom)> {
    use crate::payment::EsaKind;

    let person = &request.person;
    let legacy = person.employment_and_support_allowance.as_ref().map(|benefit| match benefit.kind {
        Known::Is(EsaKind::LegacyContributory | EsaKind::LegacyIncomeRelated) => BenefitName::LegacyEsa,
        _ => BenefitName::NewStyleEsa,
    });
    let names = [
        person.universal_credit.as_ref().map(|_| BenefitName::UniversalCredit),
        person.carers_allowance.as_ref().map(|_| BenefitName::CarersAllowance),
        person.carer_support_payment.as_ref().map(|_| BenefitName::CarerSupportPayment),
        legacy,
        person.jobseekers_allowance.as_ref().map(|_| BenefitName::NewStyleJsa),
        person.housing_benefit.as_ref().map(|_| BenefitName::HousingBenefit),
        person.pension_credit.as_ref().map(|_| BenefitName::PensionCredit),
    ];
    names.into_iter().flatten().zip(&answer.tell).map(|(name, tell)| (Some(name), tell)).collect()
}

fn write(request: &TakeHomeRequest, answer: &TakeHomeAnswer, name: Option<BenefitName>, tell: &TellWhom) -> BenefitLetter {
    let journal = name == Some(BenefitName::UniversalCredit);
    let northern = request.person.nation == Some(Known::Is(Nation::NorthernIreland));
    let rates = if northern { "help with rates" } else { "council tax reduction" };
    let benefit = name.map_or(rates, BenefitName::words);
    let mut draft = Draft::default();
    if !journal {
        let (who, number) = (draft.blank("name", None), draft.blank("National Insurance number or reference", None));
        draft.part("About me", vec![format!("Name: {who}"), format!("Reference: {number}")]);
    }
    payments::all(&mut draft, request, answer);
    draft.part("What I ask", vec![
        format!("Please record these facts, and tell me in writing how they count for my {benefit}, in which period, and by which rule."),
    ]);
    let effects = answer.benefits.iter().filter(|change| Some(change.name) == name && !change.later);
    let estimate: Vec<String> = effects.map(effect).collect();
    if !estimate.is_empty() {
        draft.part("My own estimate, for comparison", estimate);
    }
    let subject = if request.payments.len() == 1 {
        format!("Payment for involvement, and my {benefit}")
    } else {
        format!("Payments for involvement, and my {benefit}")
    };
    let text = draft.text(&subject, &tell.whom, journal);
    BenefitLetter {
        benefit: name,
        form: if journal { LetterForm::JournalNote } else { LetterForm::Letter },
        to: tell.whom.clone(),
        by: tell.by.clone(),
        by_date: tell.by_date,
        subject,
        parts: draft.parts,
        blanks: draft.blanks,
        text,
    }
}

fn effect(change: &BenefitChange) -> String {
    let period = format!("{} to {}", change.period.from.in_words(), change.period.until.in_words());
    if change.change.exact() == Some(Money::ZERO) {
        format!("{period}: I expect no change.")
    } else {
        format!("{period}: I expect the amount to change by {} pounds.", change.change)
    }
}

#[cfg(test)]
mod tests;
