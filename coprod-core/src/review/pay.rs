//! The pay of a project: what each person is offered for each piece of work, and whether it reaches the wage floors.

use serde::Serialize;

use super::project::Project;
use crate::error::{ErrorReport, Pointer};
use crate::parameters::Reach;
use crate::payment::{QuoteAnswer, quote_engagement};
use crate::unit::{Date, Hours, Id, Money};

/// What one person is offered for one piece of work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PayReview {
    /// Who does the work.
    pub person: Id,
    /// Where it stands in the project: a JSON pointer.
    pub at: String,
    /// The day of the work.
    pub date: Date,
    /// What is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity: Option<String>,
    /// Hours of work, preparation included; absent if not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// The offer worked out; absent if nobody has said what is offered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<QuoteAnswer>,
}

/// Works out every offer.
pub(super) fn pay(project: &Project, root: &Pointer) -> Result<Vec<PayReview>, ErrorReport> {
    let mut offers = Vec::new();
    for (number, engagement) in project.engagements.iter().enumerate() {
        let at = root.key("engagements").index(number);
        let Some(person) = engagement.person.as_ref().and_then(|id| project.person(id.as_str())) else { continue };
        let mut work = engagement.clone();
        work.age = work.age.or(person.circumstances.age);
        let quote =
            quote_engagement(&work, &at, &project.cards, &root.key("cards"), Reach::assume_latest(project.assume_latest))?;
        let hours = engagement.working_hours()?;
        offers.push(PayReview {
            person: person.id.clone(),
            at: at.to_string(),
            date: engagement.date,
            activity: engagement.activity.clone(),
            hours,
            quote,
        });
    }
    Ok(offers)
}

/// The fees of some people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fees {
    /// Their sum, as far as they are known; nothing if no offer is.
    pub(super) known: Option<Money>,
    /// How many offers are not known.
    pub(super) unknown: usize,
}

impl Fees {
    /// The sum, if there are offers and each of them is known.
    pub(super) fn all(self) -> Option<Money> {
        self.known.filter(|_| self.unknown == 0)
    }
}

/// The fees of these people.
pub(super) fn fees(offers: &[PayReview], of: impl Fn(&Id) -> bool) -> Result<Fees, ErrorReport> {
    let mut fees = Fees { known: None, unknown: 0 };
    for offer in offers.iter().filter(|offer| of(&offer.person)) {
        match offer.quote.as_ref().and_then(|quote| quote.fee) {
            Some(fee) => fees.known = Some(fees.known.unwrap_or(Money::ZERO).plus(fee)?),
            None => fees.unknown += 1,
        }
    }
    Ok(fees)
}
