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
use crate::workload::SplitAnswer;

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
    /// Fees offered before tax, expenses apart, as far as they are known; absent if none is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fees: Option<Money>,
    /// How many offers are not known: with any, `fees` is the least that it can be.
    pub fees_unknown: usize,
    /// Fees as a part of everybody's; absent if any is not known, if a row has no offers, or if nobody is paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fees_share: Option<Ratio>,
    /// The least and the most that is offered for an hour of work, preparation included, in pounds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_hour: Option<HourlyRange>,
    /// Unpaid hours of travel, access and administration, as far as people said; absent if nobody did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unpaid: Option<Hours>,
    /// These hours as a part of everybody's; absent if nobody of a row said, or if nobody has any.
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
    let sheet = Sheet { project, power, offers, hours };
    let mut sides = Vec::new();
    for (side, id, name) in [
        (Some(Side::Lived), "lived", "Lived experience"),
        (Some(Side::Host), "host", "Host organisation"),
        (Some(Side::Independent), "independent", "Independent"),
        (None, "not_stated", "Side not stated"),
    ] {
        let of = |person: &Person| project.side_of(person) == side;
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
    add_shares(&mut sides)?;
    add_shares(&mut constituencies)?;
    Ok(Balance { sides, constituencies, notes: sheet.notes(work)? })
}

/// What each row has of what all rows have, where that is known of every row.
fn add_shares(rows: &mut [BalanceRow]) -> Result<(), ErrorReport> {
    let share = |amounts: Vec<Option<i64>>| -> Result<Vec<Option<Ratio>>, ErrorReport> {
        let all: Option<i64> = amounts.iter().copied().sum();
        let Some(all) = all.filter(|all| *all > 0) else { return Ok(vec![None; amounts.len()]) };
        let part = |amount: &Option<i64>| amount.map(|amount| Ratio::new(amount, all)).transpose();
        Ok(amounts.iter().map(part).collect::<Result<_, _>>()?)
    };
    let hours = share(rows.iter().map(|row| row.hours.map(Hours::seconds)).collect())?;
    let unpaid = share(rows.iter().map(|row| row.unpaid.map(Hours::seconds)).collect())?;
    let certain = |row: &BalanceRow| row.fees.filter(|_| row.fees_unknown == 0).map(Money::pence);
    let fees = share(rows.iter().map(certain).collect())?;
    for (((row, hours), unpaid), fees) in rows.iter_mut().zip(hours).zip(unpaid).zip(fees) {
        (row.hours_share, row.unpaid_share, row.fees_share) = (hours, unpaid, fees);
    }
    Ok(())
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
        let fees = fees(self.offers, named)?;
        let rates: Vec<Money> = self
            .offers
            .iter()
            .filter(|offer| named(&offer.person))
            .filter_map(|offer| offer.quote.as_ref()?.per_hour.as_ref().map(|pay| pay.rounded))
            .collect();
        Ok(BalanceRow {
            id: id.to_owned(),
            name: name.to_owned(),
            seats: self.project.people.iter().filter(|person| of(person) && person.is_there(self.project.as_at)).count(),
            power: self.power_range(&of, bloc),
            hours: if self.hours.known { Some(sum(&self.hours.worked, named)?.unwrap_or_default()) } else { None },
            hours_share: None,
            fees: fees.known,
            fees_unknown: fees.unknown,
            fees_share: None,
            per_hour: rates.iter().min().zip(rates.iter().max()).map(|(low, high)| HourlyRange { low: *low, high: *high }),
            unpaid: sum(&self.hours.unpaid, named)?,
            unpaid_share: None,
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
        } else if fees(self.offers, |_| true)?.all() == Some(Money::ZERO) {
            notes.push("nobody is paid".to_owned());
        }
        if !self.hours.known {
            notes.push("the hours are not known: there are no tasks, or nobody said what they can give".to_owned());
        } else if work.split.is_some() && !work.hours_unknown.is_empty() {
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
            worked.extend(held_by_others(project, work, split)?);
        }
        let mut unpaid = Vec::new();
        for session in &project.sessions {
            let there = session.attended.iter().chain(session.remote.iter().filter(|id| !session.attended.contains(id)));
            worked.extend(there.map(|id| (id.clone(), session.hours)));
            unpaid.extend(session.unpaid.iter().map(|(id, hours)| (id.clone(), *hours)));
        }
        let known = work.split.is_some() || (project.tasks.is_empty() && !project.sessions.is_empty());
        Ok(Self { known, worked, unpaid })
    }
}

/// What people have done who have no part in the split, and what those have whose hours nobody has asked about.
fn held_by_others(project: &Project, work: &WorkReview, split: &SplitAnswer) -> Result<Vec<(Id, Hours)>, UnitError> {
    let mut worked = Vec::new();
    for assignment in &project.assignments {
        let Some(task) = project.tasks.iter().find(|task| task.id == assignment.task) else { continue };
        let counts = |id: &&Id| split.people.iter().all(|load| load.id != **id) && (task.done || work.hours_unknown.contains(id));
        for id in assignment.people.iter().filter(counts) {
            let part = task.share.get(id).copied().unwrap_or(Ratio::ONE);
            worked.push((id.clone(), Hours::try_from(task.hours.ratio().times(part)?)?));
        }
    }
    Ok(worked)
}

/// The hours of these people; nothing if none are listed.
fn sum(hours: &[(Id, Hours)], of: impl Fn(&Id) -> bool) -> Result<Option<Hours>, ErrorReport> {
    let listed: Vec<Hours> = hours.iter().filter(|(id, _)| of(id)).map(|(_, hours)| *hours).collect();
    if listed.is_empty() { Ok(None) } else { Ok(Some(Hours::sum(listed)?)) }
}
