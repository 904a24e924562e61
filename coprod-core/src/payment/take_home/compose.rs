//! Puts the answer together.

mod cash;
mod nothing;

pub(super) use nothing::without_fee;

use super::answer::{
    BenefitChange, BenefitName, BenefitPeriod, KeptMoney, KeptPerHour, Narrowing, QuestionAnswer, TakeHomeAnswer,
    TakeHomeQuestion,
};
use super::explore::{EffectRow, Found, KeptSpan, Span};
use super::open::Question;
use super::sheet::{Sheet, value};
use super::{TakeHomeRequest, notes, tell};
use crate::error::PaymentError;
use crate::payment::PermissionToWork;
use crate::payment::effect::Benefit;
use crate::payment::person::Nation;
use crate::unit::{Hours, Money, MoneyOrRange, Ratio};

/// The answer from what was found.
pub(super) fn answer(request: &TakeHomeRequest, found: Found) -> Result<TakeHomeAnswer, PaymentError> {
    let Found { lowest, figures, questions, trace, trace_highest } = found;
    let told = &request.person;
    let nation = value(&told.nation).or(told.carer_support_payment.as_ref().map(|_| Nation::Scotland));
    let mut rows = figures.benefits();
    // Where the day is not known on which periods start, no one day is the last.
    let dated = told.universal_credit.as_ref().is_some_and(|credit| value(&credit.first_day).is_some());
    if !dated {
        widen(&mut rows, &lowest)?;
    }
    let benefits = rows.iter().map(|row| benefit(row, nation, dated)).collect::<Result<Vec<_>, _>>()?;
    let until = rows.iter().filter(|row| row.benefit == Benefit::UniversalCredit && !row.later).map(|row| row.until).min();
    let fee = Money::sum(request.payments.iter().map(|payment| payment.fee))?;
    let kept = KeptMoney { in_period: figures.kept.money()?, eventual: figures.kept_eventually.money()? };
    let sheet = Sheet { person: told.clone(), ..lowest };
    let mut notes = notes::Notes::default();
    notes.person(request, &sheet);
    notes.payments(request, &sheet);
    notes.changes(&sheet, &figures, &rows);
    notes.tax(&sheet);
    notes.together(&sheet, &rows, &trace);
    notes.permitted_work(&trace, figures.range());
    notes.steps(&trace);
    notes.steps(&trace_highest);
    for (question, most) in questions.iter().filter_map(|(question, _)| Some((question, question.largest()?))) {
        notes.assume(format!("at most {most} pounds as the answer to \"{}\"", question.text));
    }
    let cash_on = cash::all(&sheet, &figures, &rows)?;
    let per_hour = per_hour(&sheet, fee, kept.eventual)?;
    let narrows_most = if figures.range() { narrows(&questions)? } else { None };
    Ok(TakeHomeAnswer {
        fee: Some(fee),
        expenses: of_sheet(&sheet, |parts| parts.repaid)?.plus(of_sheet(&sheet, |parts| parts.unproved)?)?,
        expenses_as_pay: of_sheet(&sheet, |parts| parts.as_pay)?,
        paid_direct: of_sheet(&sheet, |parts| parts.direct)?,
        kept: Some(kept),
        tax: Some(figures.tax.money()?),
        tax_due: Some(figures.tax_due.money()?),
        national_insurance: Some(figures.insurance.money()?),
        national_insurance_later: Some(figures.insurance_later.money()?),
        student_loan: Some(figures.student_loan.money()?),
        pension: Some(figures.pension.money()?),
        benefits,
        per_hour,
        cash_on,
        warnings: notes.warnings,
        advice_needed: notes.advice_needed,
        assumes: notes.assumes,
        questions: asked_all(request, &questions, kept)?,
        narrows_most,
        not_modelled: notes.not_modelled,
        tell: tell::all(&sheet, until.filter(|_| dated)),
        advice: tell::advice(&sheet),
        statement: tell::STATEMENT.to_owned(),
        trace,
        trace_highest,
    })
}

/// Where nobody knows on which day periods start, the period of a payment may start or end up to 30 days from it.
fn widen(rows: &mut [EffectRow], sheet: &Sheet) -> Result<(), PaymentError> {
    let days = || sheet.pays.iter().map(|pay| value(&pay.payment.reported_on).unwrap_or(pay.payment.paid_on));
    let (Some(first), Some(last)) = (days().min(), days().max()) else { return Ok(()) };
    for row in rows.iter_mut().filter(|row| row.benefit == Benefit::UniversalCredit) {
        row.from = row.from.min(first.plus_days(-30)?);
        row.until = row.until.max(last.plus_days(30)?);
    }
    Ok(())
}

fn of_sheet(sheet: &Sheet, part: fn(&super::sheet::Parts) -> Money) -> Result<Money, PaymentError> {
    Ok(Money::sum(sheet.pays.iter().map(|pay| part(&pay.split)))?)
}

fn benefit(row: &EffectRow, nation: Option<Nation>, dated: bool) -> Result<BenefitChange, PaymentError> {
    let name = name(row.benefit);
    Ok(BenefitChange {
        name,
        before: row.before.money()?,
        after: row.after.money()?,
        change: row.change.money()?,
        period: BenefitPeriod { from: row.from, until: row.until },
        later: row.later,
        tell: if row.later {
            tell::settlement(name, nation)
        } else {
            tell::benefit(name, nation, Some(row.until).filter(|_| dated && name == BenefitName::UniversalCredit))
        },
    })
}

pub(super) const fn name(benefit: Benefit) -> BenefitName {
    match benefit {
        Benefit::UniversalCredit => BenefitName::UniversalCredit,
        Benefit::CarersAllowance => BenefitName::CarersAllowance,
        Benefit::CarerSupportPayment => BenefitName::CarerSupportPayment,
        Benefit::NewStyleEsa => BenefitName::NewStyleEsa,
        Benefit::LegacyEsa => BenefitName::LegacyEsa,
        Benefit::NewStyleJsa => BenefitName::NewStyleJsa,
        Benefit::HousingBenefit => BenefitName::HousingBenefit,
        Benefit::PensionCredit => BenefitName::PensionCredit,
    }
}

fn per_hour(sheet: &Sheet, fee: Money, kept: MoneyOrRange) -> Result<Option<KeptPerHour>, PaymentError> {
    let Some(times) = sheet.pays.iter().map(|pay| pay.time).collect::<Option<Vec<Hours>>>() else { return Ok(None) };
    let hours = Hours::sum(times)?;
    if hours == Hours::ZERO {
        return Ok(None);
    }
    let an_hour = |amount: Money| Ok::<Money, PaymentError>(amount.times(Ratio::ONE.divided_by(hours.ratio())?)?);
    let kept = MoneyOrRange::new(an_hour(kept.low())?, an_hour(kept.high())?);
    Ok(Some(KeptPerHour { hours, gross: an_hour(fee)?, kept }))
}

fn asked_all(
    request: &TakeHomeRequest,
    questions: &[(Question, Vec<KeptSpan>)],
    kept: KeptMoney,
) -> Result<Vec<TakeHomeQuestion>, PaymentError> {
    let mut all = questions.iter().map(asked).collect::<Result<Vec<_>, _>>()?;
    if matches!(request.person.permission_to_work, None | Some(PermissionToWork::Unknown)) {
        // Without permission there is no figure at all.
        all.push(TakeHomeQuestion {
            path: Some("/person/permission_to_work".to_owned()),
            question: "may the person work in the United Kingdom? If not, or only in part: no fee before advice".to_owned(),
            answers: vec![QuestionAnswer { answer: "yes".to_owned(), kept }],
        });
    }
    Ok(all)
}

fn asked((question, spans): &(Question, Vec<KeptSpan>)) -> Result<TakeHomeQuestion, PaymentError> {
    let mut answers: Vec<(&str, &str, KeptSpan)> = Vec::new();
    for (answer, span) in question.answers.iter().zip(spans) {
        match answers.last_mut() {
            // Sums of money beside each other with which as much is kept are one answer.
            Some((_, last, same)) if question.money.is_some() && same == span => *last = &answer.words,
            _ => answers.push((&answer.words, &answer.words, *span)),
        }
    }
    let answers = answers.into_iter().map(|(first, last, span)| {
        let answer = if first == last { first.to_owned() } else { format!("{first} to {last}") };
        let kept = KeptMoney { in_period: span.in_period.money()?, eventual: span.eventual.money()? };
        Ok::<_, PaymentError>(QuestionAnswer { answer, kept })
    });
    Ok(TakeHomeQuestion {
        path: question.path.as_ref().map(ToString::to_string),
        question: question.text.clone(),
        answers: answers.collect::<Result<_, _>>()?,
    })
}

/// The question whose worst answer leaves the shortest range in the end, then in the period, then on average; of several the first.
fn narrows(questions: &[(Question, Vec<KeptSpan>)]) -> Result<Option<Narrowing>, PaymentError> {
    let longest = |spans: &[KeptSpan]| {
        let most = |of: fn(&KeptSpan) -> Span| spans.iter().map(|span| of(span).length()).max().unwrap_or(0);
        let in_all: i64 = spans.iter().map(|span| span.eventual.length() + span.in_period.length()).sum();
        // A hundredth of a penny on average is near enough to choose between equals.
        let average = in_all * 100 / i64::try_from(spans.len().max(1)).unwrap_or(1);
        (most(|span| span.eventual), most(|span| span.in_period), average)
    };
    let all = questions.iter().enumerate().filter(|(_, (question, _))| question.path.is_some());
    let best = all.map(|(number, (_, spans))| (number, longest(spans))).min_by_key(|(_, length)| *length);
    let Some((question, (eventual, ..))) = best else { return Ok(None) };
    Ok(Some(Narrowing { question, at_most: Money::from_pence(eventual)? }))
}
