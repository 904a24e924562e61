//! Quotes: what an engagement is paid, what that is by the hour, and whether it reaches the wage floors.

mod answer;
mod check;
mod expenses;
mod floors;
mod status;

use serde::Deserialize;

pub use answer::{
    FloorName, FloorOutcome, HourlyPay, LineBasis, LinePart, QuoteAnswer, QuoteExpenses, QuoteLine, QuoteQuestion, QuoteWarning,
    QuoteWarningCode, QuotedCard, WageFloor,
};

pub use status::{CheckStatus, StatusAnswer, StatusFact, WorkArrangement};

use super::card::{self, Fee, FeeLine};
use super::{Engagement, PermissionToWork, RateCard};
use crate::error::{PaymentError, Pointer};
use crate::parameters::{Fact, FactStatus, Reach};
use crate::unit::{Hours, Id, Money};

/// A piece of work, and what it is paid by: exactly one of `card`, `card_id`, the engagement's own `card_id` and its `fee`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuoteRequest {
    /// The organisation's own rate card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card: Option<RateCard>,
    /// The id of a published rate card, as `payment.cards` lists them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_id: Option<Id>,
    /// The work.
    pub engagement: Engagement,
    /// Whether the latest known rates are taken to hold on for dates beyond the time for which they are known.
    #[serde(default)]
    pub assume_latest: bool,
}

/// The rate that an engagement is paid by.
enum Rate<'a> {
    Offer(Money),
    Own(&'a RateCard, Pointer),
    Published(&'a Id, Pointer),
}

/// Quotes one engagement.
///
/// # Errors
/// `no_rate` and `two_rates` unless exactly one rate is given; `unknown_card`, `unknown_activity` and what else can be wrong with a
/// card; `hours_needed` where the rate depends on them; `before_first_known` and `beyond_known_period` for a date for which a rate
/// or the minimum wage is not known; `negative_amount`, `expense_unclear`, `miles_not_for_kind` and `out_of_range` for bad values.
pub fn quote(request: &QuoteRequest) -> Result<QuoteAnswer, PaymentError> {
    let root = Pointer::root();
    let at = root.key("engagement");
    let work = &request.engagement;
    let rates = [
        request.card.as_ref().map(|card| Rate::Own(card, root.key("card"))),
        request.card_id.as_ref().map(|id| Rate::Published(id, root.key("card_id"))),
        work.card_id.as_ref().map(|id| Rate::Published(id, at.key("card_id"))),
        work.fee.map(Rate::Offer),
    ];
    let mut given = rates.into_iter().flatten();
    let rate = given.next().ok_or_else(|| PaymentError::NoRate { path: at.clone() })?;
    if given.next().is_some() {
        return Err(PaymentError::TwoRates { path: root });
    }
    let answer = answer(work, &at, &rate, Reach::assume_latest(request.assume_latest))?;
    let status = answer.fee.map(|_| status::check(work.arrangement.as_ref()));
    Ok(QuoteAnswer { status, ..answer })
}

/// Quotes an engagement of a project, which stands at `at`; `own` are the organisation's cards, which stand at `cards_at`. Nothing
/// where neither a fee nor a card is stated: then the pay is unknown.
///
/// # Errors
/// As for [`quote`].
pub fn quote_engagement(
    work: &Engagement,
    at: &Pointer,
    own: &[RateCard],
    cards_at: &Pointer,
    reach: Reach,
) -> Result<Option<QuoteAnswer>, PaymentError> {
    let rate = match (work.fee, &work.card_id) {
        (None, None) => return Ok(None),
        (Some(_), Some(_)) => return Err(PaymentError::TwoRates { path: at.clone() }),
        (Some(fee), None) => Rate::Offer(fee),
        (None, Some(id)) => match own.iter().enumerate().find(|(_, card)| card.id == *id) {
            Some((number, card)) => Rate::Own(card, cards_at.index(number)),
            None => Rate::Published(id, at.key("card_id")),
        },
    };
    answer(work, at, &rate, reach).map(Some)
}

/// Quotes the engagement at `at`. What is wrong with no single value of it, such as a sum, is wrong with the engagement.
fn answer(work: &Engagement, at: &Pointer, rate: &Rate<'_>, reach: Reach) -> Result<QuoteAnswer, PaymentError> {
    worked_out(work, at, rate, reach).map_err(|error| match error {
        PaymentError::OutOfRange { path, .. } if path == Pointer::root() => PaymentError::OutOfRange {
            path: at.clone(),
            detail: "the amounts together, or the pay by the hour, are larger than can be worked out".to_owned(),
            bounds: "smaller amounts or, for the pay by the hour, more hours",
        },
        other => other,
    })
}

fn worked_out(work: &Engagement, at: &Pointer, rate: &Rate<'_>, reach: Reach) -> Result<QuoteAnswer, PaymentError> {
    check::engagement(work, at)?;
    let mut notes = Notes::default();
    let barred = matches!(work.permission_to_work, Some(PermissionToWork::No | PermissionToWork::Limited));
    let mut lines = Vec::new();
    let mut card = None;
    let mut say_unpaid = false;
    if barred {
        match rate {
            Rate::Offer(fee) => card::not_negative(*fee, &at.key("fee"))?,
            Rate::Published(id, card_at) => card::must_be_published(id.as_str(), card_at)?,
            Rate::Own(..) => {}
        }
        notes.warn(
            QuoteWarningCode::DoNotPayBeforeAdvice,
            "do not pay or promise a fee, a voucher or a gift before advice from somebody qualified in immigration law: unpermitted \
             work can cost the person their right to stay. Only expenses with a receipt, and what is paid for the person, \
             are listed.",
        );
    } else {
        let fee = match rate {
            Rate::Offer(fee) => {
                card::not_negative(*fee, &at.key("fee"))?;
                let mut line = FeeLine::new(LinePart::Fee, "fee offered".to_owned(), *fee);
                if let Some(cancelled) = &work.cancelled {
                    card::apply_cancellation(&mut line, cancelled, None, &at.key("cancelled"))?;
                }
                lines.push(QuoteLine::of_fee(line, LineBasis::Offer));
                None
            }
            Rate::Own(own, card_at) => Some((card::own(own, card_at, work, at)?, LineBasis::OwnRate)),
            Rate::Published(id, card_at) => Some((card::published(id.as_str(), card_at, work, at, reach)?, LineBasis::Published)),
        };
        if let Some((Fee { card: quoted, lines: parts, preparation_unpaid, draft }, basis)) = fee {
            if draft {
                let text = format!("the rate card \"{}\" is a draft: nobody is promised what it pays", quoted.name);
                notes.warn(QuoteWarningCode::DraftCard, text);
            }
            card = Some(quoted);
            say_unpaid = preparation_unpaid;
            for part in parts {
                notes.fact(part.fact.as_ref());
                lines.push(QuoteLine::of_fee(part, basis));
            }
        }
    }
    if say_unpaid {
        notes.warn(
            QuoteWarningCode::PreparationUnpaid,
            "the card pays by the hour and says nothing of preparation, so that preparation is not paid; the pay by the hour counts it",
        );
    }
    if work.permission_to_work == Some(PermissionToWork::Unknown) {
        notes.warn(
            QuoteWarningCode::PermissionUnknown,
            "find out first whether the person may work here: a fee can count as work, and unpermitted work can cost them their right to stay",
        );
        notes.ask("permission_to_work", "may the person work in the United Kingdom?");
    }
    let all_hours = check::all_hours(work)?;
    let expenses_by_treatment = expenses::lines(work, at, all_hours, reach, barred, &mut lines, &mut notes)?;

    let sum =
        |wanted: &dyn Fn(LinePart) -> bool| Money::sum(lines.iter().filter(|line| wanted(line.part)).map(|line| line.amount));
    let fee = sum(&LinePart::is_fee)?;
    let travel_pay = sum(&|part| part == LinePart::Travel)?;
    let expenses = sum(&|part| matches!(part, LinePart::Expense | LinePart::Mileage))?;
    let paid_direct = sum(&|part| part == LinePart::PaidDirect)?;
    let total = fee.plus(expenses)?;

    let pay = Pay { working: work.working_hours()?, called_off: work.cancelled.is_some(), all: all_hours, fee, travel_pay };
    let (per_hour, per_hour_with_travel) = if barred { (None, None) } else { (pay.per_hour()?, pay.per_hour_with_travel()?) };
    let floors = if barred { floors::none() } else { floors::all(work, at, &pay, reach, &mut notes)? };
    Ok(QuoteAnswer {
        card,
        lines,
        fee: (!barred).then_some(fee),
        expenses,
        expenses_by_treatment,
        paid_direct,
        total,
        cost: total.plus(paid_direct)?,
        per_hour,
        per_hour_with_travel,
        floors,
        status: None,
        warnings: notes.warnings,
        questions: notes.questions,
    })
}

/// A fee and the hours that it is for.
struct Pay {
    /// Activity, preparation and reading, where the hours of the activity are known.
    working: Option<Hours>,
    /// Whether the activity was called off, so that only preparation and reading count.
    called_off: bool,
    /// Travelling too, where it is known.
    all: Option<Hours>,
    fee: Money,
    travel_pay: Money,
}

impl Pay {
    fn per_hour(&self) -> Result<Option<HourlyPay>, PaymentError> {
        hourly(self.fee.minus(self.travel_pay)?, self.working)
    }

    fn per_hour_with_travel(&self) -> Result<Option<HourlyPay>, PaymentError> {
        hourly(self.fee, self.all)
    }
}

/// Pay by the hour, where there are hours.
pub(in crate::payment) fn hourly(pay: Money, hours: Option<Hours>) -> Result<Option<HourlyPay>, PaymentError> {
    let Some(hours) = hours.filter(|hours| *hours > Hours::ZERO) else { return Ok(None) };
    let exact = pay.per_hour(hours)?;
    Ok(Some(HourlyPay { hours, exact, rounded: Money::from_pence(100)?.times(exact)? }))
}

/// The warnings and questions so far, each once.
#[derive(Default)]
struct Notes {
    warnings: Vec<QuoteWarning>,
    questions: Vec<QuoteQuestion>,
}

impl Notes {
    fn warn(&mut self, code: QuoteWarningCode, text: impl Into<String>) {
        let warning = QuoteWarning { code, text: text.into() };
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    fn ask(&mut self, field: &'static str, question: &str) {
        if self.questions.iter().all(|known| known.field != field) {
            self.questions.push(QuoteQuestion { field, question: question.to_owned() });
        }
    }

    /// Says what has to be said of a figure that the answer rests on.
    fn fact(&mut self, fact: Option<&Fact>) {
        let Some(fact) = fact else { return };
        let what = format!("{} ({})", fact.about().trim_end_matches('.'), fact.id());
        let note = fact.note().map_or_else(String::new, |note| format!(" {note}"));
        match fact.status() {
            FactStatus::Unconfirmed => {
                self.warn(
                    QuoteWarningCode::UnconfirmedValue,
                    format!("check this figure, which is not confirmed: {what}.{note}"),
                );
            }
            FactStatus::Announced => {
                self.warn(QuoteWarningCode::AnnouncedValue, format!("this figure was announced: {what}.{note}"));
            }
            FactStatus::Law | FactStatus::Policy | FactStatus::Derived => {}
        }
        if fact.assumed() {
            let text = format!("this figure is known until {} and taken to hold on, as asked: {what}", fact.until());
            self.warn(QuoteWarningCode::AssumedLatest, text);
        }
    }
}
