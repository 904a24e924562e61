//! A Popolo document read into a question for `power.decide`, with all that could not be taken over.

use num_traits::One;
use serde::{Deserialize, Serialize};

use super::document::PopoloDocument;
use super::event::{Event, Said, event};
use super::number::PopoloNumber;
use super::voters::{NO_PLACE, Reading, Taken, Voter};
use super::weights::whole_weights;
use super::{PopoloNote, word};
use crate::error::{ErrorReport, Pointer};
use crate::group::{Member, Roster};
use crate::power::decide::{DecideRequest, decide};
use crate::power::rule::{Rule, Rules, State};
use crate::unit::{Count, Date, Id, IdMap};

/// A Popolo document to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PopoloReadRequest {
    /// A motion with its vote events, or one vote event. Properties that are not known here are read past and named in the answer.
    pub document: PopoloDocument,
    /// Which of several vote events, from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<u32>,
    /// The members of the group, with their constituencies; those who voted where absent.
    #[serde(default)]
    pub members: Vec<Member>,
    /// What options mean beyond those that Popolo lists; also instead of what they are taken for here.
    #[serde(default)]
    pub options: Vec<PopoloOption>,
    /// The rule, to decide by it. Popolo holds rules in words only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Rule>,
    /// Rules by name, for `use`.
    #[serde(default)]
    pub rules: Rules,
    /// With a rule: whether those whose vote somebody present casts count as present, as for `power.decide`.
    #[serde(default)]
    pub proxy_counts_present: bool,
}

/// What an option means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PopoloOption {
    /// The option, as the document has it; capital letters do not matter.
    pub option: String,
    /// What the voter did.
    pub means: State,
}

/// What a Popolo document says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PopoloReadAnswer {
    /// What was decided.
    pub title: Option<String>,
    /// The day of the vote.
    pub date: Option<Date>,
    /// The members of the group.
    pub members: Vec<Member>,
    /// What each of them did, as far as it was taken over.
    pub votes: IdMap<State>,
    /// Votes handed over: whose, and to whom. They have no vote of their own in `votes`.
    #[serde(default, skip_serializing_if = "IdMap::is_empty")]
    pub delegates: IdMap<Id>,
    /// What votes weigh, if any weighs other than 1: to be written into a rule. Where a weight is a fraction all are multiplied by the
    /// least number that makes them whole, and that is noted.
    #[serde(default, skip_serializing_if = "IdMap::is_empty")]
    pub weights: IdMap<Count>,
    /// The result that the document states.
    pub stated_result: Option<String>,
    /// With a rule: whether it passes under it. Null if a vote was not taken over: without that vote it could end otherwise.
    pub passed: Option<bool>,
    /// With a rule: the question as `power.decide` takes it. Null if a vote was not taken over.
    pub question: Option<DecideRequest>,
    /// What was not taken over or was taken for something, and what does not agree; with its place in the request. At most 10,000, with how many
    /// more there are.
    pub notes: Vec<PopoloNote>,
}

/// Reads a Popolo document.
///
/// # Errors
/// `out_of_range` if it is not clear which vote event is meant; `empty_group` for one without votes; `duplicate_id` for somebody who votes
/// twice, and for an option that means two things; those of `power.decide` for `members`, and with a rule for the question. What the
/// question takes from the votes is refused where the votes are.
pub fn popolo_read(request: &PopoloReadRequest) -> Result<PopoloReadAnswer, ErrorReport> {
    let event = event(request)?;
    if !request.members.is_empty() {
        Roster::new(&request.members, &Pointer::root().key("members"), usize::MAX)?;
    }
    let mut reading = Reading::new(request)?;
    for past in &event.past {
        reading.note(past, NO_PLACE);
    }
    let voters = reading.voters(event.votes, &event.votes_at)?;
    let taken = reading.taken(&voters, &event.votes_at);
    reading.counts(&event);
    for (index, group) in event.group_results.iter().enumerate() {
        reading.group_result(group, &event.groups_at.index(index));
    }
    let question = question(request, &event, &taken, &mut reading);
    let decided = question.as_ref().map(decide).transpose();
    let passed = decided.map_err(|report| reading.refused_in_votes(report, &event.votes_at))?.map(|answer| answer.passed);
    reading.results(&event.results, passed);
    let weights = reading.weights(&voters, &event.votes_at);
    if !weights.is_empty() && passed.is_some() {
        reading.note(&event.votes_at, "votes have weights: they count only if the rule gives the same \"weights\"");
    }
    let date = reading.date(&event.days);
    for at in &event.requirements {
        reading.note(at, "the requirement is words, and is not taken over as a rule");
    }
    let mut texts = event.texts.iter();
    let title = texts.next();
    for (at, _) in texts.filter(|(_, text)| Some(*text) != title.map(|(_, title)| *title)) {
        reading.note(at, "not taken over: the title is another text");
    }
    Ok(PopoloReadAnswer {
        title: title.map(|(_, text)| (*text).to_owned()),
        date,
        members: taken.members,
        votes: taken.votes,
        delegates: taken.delegates,
        weights,
        stated_result: event.results.first().map(|(_, result)| (*result).to_owned()),
        passed,
        question,
        notes: reading.notes(),
    })
}

/// With a rule and all votes: the question.
fn question(request: &PopoloReadRequest, event: &Event, taken: &Taken, reading: &mut Reading) -> Option<DecideRequest> {
    let rule = request.rule.as_ref()?;
    // Nobody votes twice, so that fewer states than votes are votes that were left out.
    let lost = event.votes.len().saturating_sub(taken.votes.len()).saturating_sub(taken.delegates.len());
    if lost > 0 {
        let were = if lost == 1 { "1 vote was" } else { &format!("{lost} votes were") };
        let says = format!("{were} not taken over, so nothing is decided: without all votes it could end otherwise");
        reading.note(&event.votes_at, says);
        return None;
    }
    Some(DecideRequest {
        members: taken.members.clone(),
        rule: rule.clone(),
        rules: request.rules.clone(),
        votes: taken.votes.clone(),
        delegates: taken.delegates.clone(),
        proxy_counts_present: request.proxy_counts_present,
    })
}

impl Reading<'_> {
    /// Results that do not agree with one another, or with the outcome under the rule given.
    fn results(&mut self, results: &[Said], passed: Option<bool>) {
        let first = results.first().map(|(_, result)| word(result));
        for (at, result) in results {
            let own = word(result);
            if first.as_ref().is_some_and(|first| *first != own) {
                let first = results.first().map(|(_, result)| *result).unwrap_or_default();
                self.note(at, format!("\"{result}\" is stated here, and \"{first}\" where the result is taken from"));
            }
            match (own.as_str(), passed) {
                ("pass", Some(false)) => self.note(at, "the document says otherwise: under the rule given it fails"),
                ("fail", Some(true)) => self.note(at, "the document says otherwise: under the rule given it passes"),
                ("pass" | "fail", _) | (_, None) => {}
                (_, Some(_)) => self.note(at, format!("\"{result}\" is neither \"pass\" nor \"fail\", and is not compared")),
            }
        }
    }

    fn date(&mut self, days: &[Said]) -> Option<Date> {
        let mut date: Option<(Date, &str)> = None;
        for (at, text) in days {
            match date {
                None => date = self.day(text, at).map(|date| (date, *text)),
                Some((_, first)) if first == *text => {}
                Some((day, _)) => self.note(at, format!("not taken over: {day} is the day of the vote")),
            }
        }
        date.map(|(date, _)| date)
    }

    /// The weights in whole numbers, if any is not 1.
    fn weights(&mut self, voters: &[Voter], at: &Pointer) -> IdMap<Count> {
        let below = |voter: &&Voter| voter.weight.is_some_and(PopoloNumber::is_negative);
        let negative: Vec<usize> = voters.iter().filter(below).map(|voter| voter.place).collect();
        for place in &negative {
            self.note(&at.index(*place).key("weight"), "not taken over: no vote weighs less than nothing");
        }
        if !negative.is_empty() {
            self.note(at, "no weights are given, because not all of them could be taken over");
            return IdMap::default();
        }
        let Some((weights, factor)) = whole_weights(voters.iter().map(|voter| voter.weight)) else { return IdMap::default() };
        if !factor.is_one() {
            let says = format!(
                "weights are multiplied by {factor}, so that they are whole: a bar that is a number of votes must be multiplied as well"
            );
            self.note(at, says);
        }
        voters.iter().map(|voter| voter.id.clone()).zip(weights).collect()
    }
}
