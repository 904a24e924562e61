//! A Popolo document read into a question for `power.decide`, with all that could not be taken over.

use std::collections::BTreeMap;

use num_bigint::BigUint;
use serde::de::value::StrDeserializer;
use serde::{Deserialize, Serialize};

use super::document::{PopoloCount, PopoloDocument, PopoloMotion, PopoloVote, PopoloVoteEvent};
use super::{PopoloNote, word};
use crate::error::{ErrorReport, GroupError, Pointer, PowerError};
use crate::group::Member;
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
    /// What votes weigh, if any weighs other than 1: to be written into a rule.
    #[serde(default, skip_serializing_if = "IdMap::is_empty")]
    pub weights: IdMap<Count>,
    /// The result that the document states.
    pub stated_result: Option<String>,
    /// With a rule: whether it passes under it. Null if a vote was not taken over: without that vote it could end otherwise.
    pub passed: Option<bool>,
    /// With a rule: the question as `power.decide` takes it. Null if a vote was not taken over.
    pub question: Option<DecideRequest>,
    /// What was not taken over or was taken for something, and what does not agree; with its place in the request.
    pub notes: Vec<PopoloNote>,
}

/// Reads a Popolo document.
///
/// # Errors
/// `out_of_range` if it is not clear which vote event is meant; `empty_group` for one without votes; `duplicate_id` for somebody who votes twice;
/// with a rule those of `power.decide`.
pub fn popolo_read(request: &PopoloReadRequest) -> Result<PopoloReadAnswer, ErrorReport> {
    let (event, at, motion) = the_event(request)?;
    let mut options: BTreeMap<String, State> = BTreeMap::new();
    for given in &request.options {
        options.entry(word(&given.option)).or_insert(given.means);
    }
    let mut reading = Reading { request, options, notes: Vec::new() };
    reading.past(&Pointer::root().key("document"), &request.document.other);
    if request.document.vote_events.is_some() {
        reading.past(&at, &event.other);
    }
    if let Some(motion) = &event.motion {
        reading.past(&at.key("motion"), &motion.other);
    }
    let votes = event.votes.clone().unwrap_or_default();
    if votes.is_empty() {
        return Err(GroupError::EmptyGroup { path: at.key("votes"), what: "votes" }.into());
    }
    let voters = reading.voters(&votes, &at.key("votes"))?;
    let (members, states) = reading.members(&voters, &at.key("votes"));
    reading.counts(event.counts.as_deref().unwrap_or_default(), &votes, &at.key("counts"));
    for (index, group) in event.group_results.iter().flatten().enumerate() {
        let (id, result) = (group.group_id.as_deref().unwrap_or("?"), group.result.as_deref().unwrap_or("?"));
        reading.note(&at.key("group_results").index(index), format!("the result within {id} is not taken over: \"{result}\""));
    }
    let stated = event.result.clone().or_else(|| request.document.result.clone()).or_else(|| motion.result.clone());
    // Nobody votes twice, so that fewer states than votes are votes that were left out.
    let lost = votes.len().saturating_sub(states.len());
    if lost > 0 && request.rule.is_some() {
        let were = if lost == 1 { "1 vote was" } else { &format!("{lost} votes were") };
        let says = format!("{were} not taken over, so nothing is decided: without all votes it could end otherwise");
        reading.note(&at.key("votes"), says);
    }
    let question = request.rule.as_ref().filter(|_| lost == 0).map(|rule| DecideRequest {
        members: members.clone(),
        rule: rule.clone(),
        rules: request.rules.clone(),
        votes: states.clone(),
        delegates: IdMap::default(),
        proxy_counts_present: false,
    });
    let passed = question.as_ref().map(decide).transpose()?.map(|answer| answer.passed);
    let agrees = match stated.as_deref().map(word).as_deref() {
        Some("pass") => passed != Some(false),
        Some("fail") => passed != Some(true),
        _ => true,
    };
    if !agrees {
        let other = if passed == Some(true) { "passes" } else { "fails" };
        reading.note(&at.key("result"), format!("the document says otherwise: under the rule given it {other}"));
    }
    let one = Count::from(1_u32);
    let any_weight = voters.iter().any(|voter| voter.weight.as_ref().is_some_and(|weight| *weight != one));
    let weighs = |voter: &Voter| (voter.id.clone(), voter.weight.clone().unwrap_or_else(|| one.clone()));
    if any_weight && passed.is_some() {
        reading.note(&at.key("votes"), "votes have weights: they count only if the rule gives the same \"weights\"".to_owned());
    }
    let day = event.start_date.as_deref().or(request.document.date.as_deref()).or(motion.date.as_deref());
    let date = day.and_then(|day| reading.day(day, &at));
    if request.document.requirement.is_some() || motion.requirement.is_some() {
        reading.note(&Pointer::root().key("document"), "the requirement is words, and is not taken over as a rule".to_owned());
    }
    Ok(PopoloReadAnswer {
        title: request.document.text.clone().or_else(|| motion.text.clone()),
        date,
        members,
        votes: states,
        weights: if any_weight { voters.iter().map(weighs).collect() } else { IdMap::default() },
        stated_result: stated,
        passed,
        question,
        notes: reading.notes,
    })
}

/// The vote event meant, its place, and its motion.
fn the_event(request: &PopoloReadRequest) -> Result<(PopoloVoteEvent, Pointer, PopoloMotion), PowerError> {
    let document = &request.document;
    let at = Pointer::root().key("document");
    let Some(events) = &document.vote_events else {
        let event = PopoloVoteEvent {
            start_date: document.start_date.clone(),
            result: document.result.clone(),
            motion: document.motion.clone(),
            counts: document.counts.clone(),
            group_results: document.group_results.clone(),
            votes: document.votes.clone(),
            ..PopoloVoteEvent::default()
        };
        return Ok((event, at, document.motion.clone().unwrap_or_default()));
    };
    let which = match (request.event, events.len()) {
        (Some(event), _) => usize::try_from(event).unwrap_or(usize::MAX),
        (None, 1) => 0,
        (None, count) => {
            let detail = format!("there are {count} vote events, and \"event\" does not say which, from 0");
            return Err(PowerError::OutOfRange { path: at.key("vote_events"), detail });
        }
    };
    let Some(event) = events.get(which) else {
        let detail = format!("there is no vote event {which}: there are {}, counted from 0", events.len());
        return Err(PowerError::OutOfRange { path: Pointer::root().key("event"), detail });
    };
    Ok((event.clone(), at.key("vote_events").index(which), event.motion.clone().unwrap_or_default()))
}

/// One vote as far as it could be read.
struct Voter {
    id: Id,
    place: usize,
    did: Option<State>,
    group: Option<Id>,
    weight: Option<Count>,
}

struct Reading<'a> {
    request: &'a PopoloReadRequest,
    /// What the caller says that options mean, by their plain words.
    options: BTreeMap<String, State>,
    notes: Vec<PopoloNote>,
}

impl Reading<'_> {
    fn note(&mut self, path: &Pointer, says: String) {
        self.notes.push(PopoloNote { path: path.to_string(), says });
    }

    fn past(&mut self, at: &Pointer, others: &[String]) {
        for key in others {
            self.note(&at.key(key), "not taken over: there is no place for it".to_owned());
        }
    }

    fn day(&mut self, text: &str, at: &Pointer) -> Option<Date> {
        let day: String = text.chars().take(10).collect();
        let date = Date::deserialize(StrDeserializer::<serde::de::value::Error>::new(&day)).ok();
        if date.is_none() || text.len() > 10 {
            self.note(
                at,
                format!("of the date \"{text}\" {} is taken over", if date.is_some() { "only the day" } else { "nothing" }),
            );
        }
        date
    }

    /// An id of the text; white space becomes an underscore.
    fn id(&mut self, text: &str, at: &Pointer) -> Option<Id> {
        let tidy: String = text.trim().chars().map(|letter| if letter.is_whitespace() { '_' } else { letter }).collect();
        let id = Id::deserialize(StrDeserializer::<serde::de::value::Error>::new(&tidy)).ok();
        match &id {
            None if tidy.chars().count() > 64 => {
                self.note(at, "not taken over: this cannot be an id, because it is longer than 64 characters".to_owned());
            }
            None => self.note(at, "not taken over: this cannot be an id".to_owned()),
            Some(id) if id.as_str() != text => self.note(at, format!("taken over as \"{id}\"")),
            Some(_) => {}
        }
        id
    }

    fn voters(&mut self, votes: &[PopoloVote], at: &Pointer) -> Result<Vec<Voter>, PowerError> {
        let mut voters: Vec<Voter> = Vec::with_capacity(votes.len());
        let mut seen: BTreeMap<Id, usize> = BTreeMap::new();
        for (index, vote) in votes.iter().enumerate() {
            let here = at.index(index);
            self.past(&here, &vote.other);
            let named = vote.voter.clone().unwrap_or_default();
            let Some(name) = vote.voter_id.clone().or(named.id).or(named.name) else {
                self.note(&here, "not taken over: it does not say who votes".to_owned());
                continue;
            };
            let Some(id) = self.id(&name, &here.key("voter_id")) else { continue };
            if seen.insert(id.clone(), index).is_some() {
                return Err(PowerError::DuplicateId { path: here.key("voter_id"), id: id.to_string() });
            }
            for (key, has) in [("role", vote.role.is_some()), ("pair_id", vote.pair_id.is_some())] {
                if has {
                    self.note(&here.key(key), "not taken over: there is no place for it".to_owned());
                }
            }
            let side = vote.group.clone().unwrap_or_default();
            let group = vote.group_id.clone().or_else(|| vote.party_id.clone()).or(side.id).or(side.name);
            let group = group.and_then(|group| self.id(&group, &here.key("group_id")));
            let did = self.did(vote.option.as_deref(), &here.key("option"));
            voters.push(Voter { id, place: index, did, group, weight: vote.weight.clone() });
        }
        Ok(voters)
    }

    fn did(&mut self, option: Option<&str>, at: &Pointer) -> Option<State> {
        let Some(option) = option else {
            self.note(at, "not taken over: it does not say how".to_owned());
            return None;
        };
        let plain = word(option);
        if let Some(means) = self.options.get(&plain) {
            return Some(*means);
        }
        match plain.as_str() {
            "yes" => Some(State::Yes),
            "no" => Some(State::No),
            "object" => Some(State::Object),
            "abstain" => Some(State::Abstain),
            "absent" => Some(State::Absent),
            "not voting" => {
                self.note(at, "\"not voting\" is taken for absent: say otherwise with \"options\"".to_owned());
                Some(State::Absent)
            }
            "paired" => {
                self.note(at, "\"paired\" is taken for abstaining: say otherwise with \"options\"".to_owned());
                Some(State::Abstain)
            }
            _ => {
                self.note(at, format!("not taken over: say what \"{option}\" means with \"options\""));
                None
            }
        }
    }

    /// The members and what they did. Constituencies come from the votes only if every vote has one.
    fn members(&mut self, voters: &[Voter], at: &Pointer) -> (Vec<Member>, IdMap<State>) {
        let given = &self.request.members;
        let known: std::collections::BTreeSet<Id> = given.iter().map(|member| member.id.clone()).collect();
        let grouped = voters.iter().all(|voter| voter.group.is_some());
        if given.is_empty() && !grouped && voters.iter().any(|voter| voter.group.is_some()) {
            self.note(at, "groups are not taken over, because some votes have none: give \"members\" instead".to_owned());
        }
        let mut members = given.clone();
        let mut states: Vec<(Id, State)> = Vec::with_capacity(voters.len());
        for voter in voters {
            if given.is_empty() {
                let constituency = if grouped { voter.group.clone() } else { None };
                members.push(Member { id: voter.id.clone(), constituency });
            } else if !known.contains(&voter.id) {
                self.note(&at.index(voter.place), format!("not taken over: {} is none of the members given", voter.id));
                continue;
            }
            states.extend(voter.did.map(|did| (voter.id.clone(), did)));
        }
        (members, states.into_iter().collect())
    }

    /// Counts that the votes do not bear out.
    fn counts(&mut self, counts: &[PopoloCount], votes: &[PopoloVote], at: &Pointer) {
        let tallies = if counts.is_empty() { BTreeMap::new() } else { tallies(votes) };
        for (index, count) in counts.iter().enumerate() {
            let here = at.index(index);
            self.past(&here, &count.other);
            let (Some(option), Some(value)) = (&count.option, &count.value) else {
                self.note(&here, "it does not say of which option, or how many".to_owned());
                continue;
            };
            let tally = tallies.get(&word(option)).and_then(|groups| groups.get(&count.group_id.as_deref()));
            let (heads, weighed) = tally.cloned().unwrap_or_default();
            if *value != Count::from(heads) && *value.number() != weighed {
                self.note(&here, format!("{value} are stated for \"{option}\", and the votes come to {heads}"));
            }
        }
    }
}

/// How many votes there are, and what they weigh, by option and by group; under no group all votes.
fn tallies(votes: &[PopoloVote]) -> BTreeMap<String, BTreeMap<Option<&str>, (usize, BigUint)>> {
    let mut tallies: BTreeMap<String, BTreeMap<Option<&str>, (usize, BigUint)>> = BTreeMap::new();
    let one = Count::from(1_u32);
    for vote in votes {
        let Some(option) = vote.option.as_deref() else { continue };
        let groups = tallies.entry(word(option)).or_default();
        let group = vote.group_id.as_deref().or(vote.party_id.as_deref());
        for key in std::iter::once(None).chain(group.map(Some)) {
            let (heads, weighed) = groups.entry(key).or_default();
            *heads += 1;
            *weighed += vote.weight.as_ref().unwrap_or(&one).number();
        }
    }
    tallies
}
