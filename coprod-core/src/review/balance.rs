//! Power, work and pay side by side, for each side and each constituency.
//!
//! Power is that of the bloc: all of a side together against all others, 1 if it decides alone, 0 if the others do, 1/2 if neither does
//! without the other. Summed shares of persons stand beside it and never instead of it.

use serde::Serialize;

use super::pay::{PayReview, fees};
use super::power::DecisionPower;
use super::project::Project;
use super::work::WorkReview;
use crate::error::{ErrorReport, UnitError};
use crate::group::{Person, Side};
use crate::unit::{Exact, Hours, Id, Money, Ratio};

/// The balance sheet of a project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Balance {
    /// One row for each side.
    pub sides: Vec<BalanceRow>,
    /// One row for each constituency.
    pub constituencies: Vec<BalanceRow>,
    /// What the numbers do not say.
    pub notes: Vec<String>,
}

/// Power, work and pay of some of the people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BalanceRow {
    /// `lived`, `host`, `independent` or `not_stated` for a side; the id of a constituency.
    pub id: String,
    /// The name for people to read.
    pub name: String,
    /// How many people are there on the day of the review.
    pub seats: usize,
    /// Power over the key decisions of which it is known how they are made, with every power beside the rule: the least and the most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub power: Option<PowerRange>,
    /// Hours of tasks and sessions; absent if the tasks are not shared out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// These hours as a part of everybody's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours_share: Option<Ratio>,
    /// Fees offered before tax, expenses apart; absent if any of them is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fees: Option<Money>,
    /// Fees as a part of everybody's; absent if any is not known or nobody is paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fees_share: Option<Ratio>,
    /// The least and the most that is offered for an hour of work, preparation included, in pounds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_hour: Option<HourlyRange>,
    /// Unpaid hours of travel, access and administration, as far as people said.
    pub unpaid: Hours,
    /// These hours as a part of everybody's; absent if nobody has any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unpaid_share: Option<Ratio>,
}

/// The least and the most power over several decisions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PowerRange {
    /// As a bloc, at the least: 0, 1/2 or 1.
    pub low: Ratio,
    /// As a bloc, at the most: 0, 1/2 or 1.
    pub high: Ratio,
    /// The shares of its people added up (Shapley-Shubik), if each votes alone: at the least. Null if no decision is put to a vote.
    pub persons_low: Option<Exact>,
    /// The same at the most.
    pub persons_high: Option<Exact>,
    /// As a bloc over each of these decisions, in their order: 0, 1/2 or 1.
    pub each: Vec<Ratio>,
}

/// The least and the most pay for an hour, in pounds to the penny.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HourlyRange {
    /// The least.
    pub low: Money,
    /// The most.
    pub high: Money,
}

/// Draws up the balance sheet.
pub(super) fn balance(
    project: &Project,
    power: &[DecisionPower],
    work: &WorkReview,
    offers: &[PayReview],
) -> Result<Balance, ErrorReport> {
    let hours = Tally::new(project, work)?;
    let side_of = |person: &Person| project.constituency_of(person).and_then(crate::group::Constituency::known_side);
    let sheet = Sheet { project, power, offers, hours };
    let mut sides = Vec::new();
    for (side, id, name) in [
        (Some(Side::Lived), "lived", "Lived experience"),
        (Some(Side::Host), "host", "Host organisation"),
        (Some(Side::Independent), "independent", "Independent"),
        (None, "not_stated", "Side not stated"),
    ] {
        let of = |person: &Person| side_of(person) == side;
        if project.people.iter().any(of) {
            let bloc = |decision: &DecisionPower| decision.side_share(side);
            sides.push(sheet.row(id, name, of, bloc)?);
        }
    }
    let mut constituencies = Vec::new();
    for constituency in &project.constituencies {
        let of = |person: &Person| person.constituency.as_ref() == Some(&constituency.id);
        let bloc = |decision: &DecisionPower| decision.constituency_share(&constituency.id);
        constituencies.push(sheet.row(constituency.id.as_str(), constituency.label(), of, bloc)?);
    }
    Ok(Balance { sides, constituencies, notes: sheet.notes(work)? })
}

struct Sheet<'a> {
    project: &'a Project,
    power: &'a [DecisionPower],
    offers: &'a [PayReview],
    hours: Tally,
}

impl Sheet<'_> {
    fn row(
        &self,
        id: &str,
        name: &str,
        of: impl Fn(&Person) -> bool,
        bloc: impl Fn(&DecisionPower) -> Option<Ratio>,
    ) -> Result<BalanceRow, ErrorReport> {
        let named = |id: &Id| self.project.person(id.as_str()).is_some_and(&of);
        let fees_here = fees(self.offers, named)?;
        let fees_all = fees(self.offers, |_| true)?;
        let rates: Vec<Money> = self
            .offers
            .iter()
            .filter(|offer| named(&offer.person))
            .filter_map(|offer| offer.quote.as_ref()?.per_hour.as_ref().map(|pay| pay.rounded))
            .collect();
        let unpaid = self.hours.sum(&self.hours.unpaid, named)?;
        Ok(BalanceRow {
            id: id.to_owned(),
            name: name.to_owned(),
            seats: self.project.people.iter().filter(|person| of(person) && person.is_there(self.project.as_at)).count(),
            power: self.power_range(&of, bloc),
            hours: if self.hours.known { Some(self.hours.sum(&self.hours.worked, named)?) } else { None },
            hours_share: if self.hours.known { self.hours.share(&self.hours.worked, named)? } else { None },
            fees: fees_here,
            fees_share: match (fees_here, fees_all) {
                (Some(here), Some(all)) if all > Money::ZERO => Some(Ratio::new(here.pence(), all.pence())?),
                _ => None,
            },
            per_hour: rates.iter().min().zip(rates.iter().max()).map(|(low, high)| HourlyRange { low: *low, high: *high }),
            unpaid,
            unpaid_share: self.hours.share(&self.hours.unpaid, named)?,
        })
    }

    fn power_range(&self, of: &impl Fn(&Person) -> bool, bloc: impl Fn(&DecisionPower) -> Option<Ratio>) -> Option<PowerRange> {
        let key: Vec<&DecisionPower> = self.power.iter().filter(|decision| decision.key).collect();
        let blocs: Vec<Ratio> = key.iter().filter_map(|decision| bloc(decision)).collect();
        let persons: Vec<Exact> = key
            .iter()
            .filter(|decision| !decision.members.is_empty())
            .map(|decision| {
                let here = decision.members.iter().filter(|member| self.project.person(member.id.as_str()).is_some_and(of));
                Exact::sum(here.filter_map(|member| member.share.as_ref()))
            })
            .collect();
        Some(PowerRange {
            low: *blocs.iter().min()?,
            high: *blocs.iter().max()?,
            persons_low: persons.iter().min().cloned(),
            persons_high: persons.iter().max().cloned(),
            each: blocs,
        })
    }

    fn notes(&self, work: &WorkReview) -> Result<Vec<String>, ErrorReport> {
        let mut notes = Vec::new();
        if self.offers.is_empty() {
            notes.push("nobody has said what anybody is offered".to_owned());
        } else if fees(self.offers, |_| true)? == Some(Money::ZERO) {
            notes.push("nobody is paid".to_owned());
        }
        if !self.hours.known {
            notes.push("the hours are not known: there are no tasks, or nobody said what they can give".to_owned());
        } else if !work.hours_unknown.is_empty() {
            let names: Vec<&str> = work.hours_unknown.iter().map(|id| self.project.label(id)).collect();
            notes.push(format!("tasks are shared out without {}, who have not said what they can give", names.join(", ")));
        }
        if self.power.iter().all(|decision| !decision.key) {
            notes.push("power is not known: no key decision has a rule".to_owned());
        }
        notes.push("hours and pay change no level of participation, and nobody has to give as much as others".to_owned());
        Ok(notes)
    }
}

/// Hours of each person.
struct Tally {
    known: bool,
    worked: Vec<(Id, Hours)>,
    unpaid: Vec<(Id, Hours)>,
}

impl Tally {
    fn new(project: &Project, work: &WorkReview) -> Result<Self, UnitError> {
        let mut worked: Vec<(Id, Hours)> = Vec::new();
        if let Some(split) = &work.split {
            worked.extend(split.people.iter().map(|load| (load.id.clone(), load.hours)));
        }
        let mut unpaid = Vec::new();
        for session in &project.sessions {
            let there = session.attended.iter().chain(session.remote.iter().filter(|id| !session.attended.contains(id)));
            worked.extend(there.map(|id| (id.clone(), session.hours)));
            unpaid.extend(session.unpaid.iter().map(|(id, hours)| (id.clone(), *hours)));
        }
        Ok(Self { known: work.split.is_some() || !project.sessions.is_empty(), worked, unpaid })
    }

    fn sum(&self, hours: &[(Id, Hours)], of: impl Fn(&Id) -> bool) -> Result<Hours, ErrorReport> {
        Ok(Hours::sum(hours.iter().filter(|(id, _)| of(id)).map(|(_, hours)| *hours))?)
    }

    fn share(&self, hours: &[(Id, Hours)], of: impl Fn(&Id) -> bool) -> Result<Option<Ratio>, ErrorReport> {
        let all = self.sum(hours, |_| true)?;
        if all == Hours::ZERO {
            return Ok(None);
        }
        Ok(Some(Ratio::new(self.sum(hours, of)?.seconds(), all.seconds())?))
    }
}
