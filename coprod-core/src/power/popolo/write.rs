//! A decision written as a Popolo motion with one vote event.

use serde::{Deserialize, Serialize};

use super::PopoloNote;
use super::document::{PopoloCount, PopoloDocument, PopoloGroupResult, PopoloVote, PopoloVoteEvent};
use super::number::PopoloNumber;
use super::requirement::requirement;
use super::within::{Votes, within};
use crate::error::{ErrorReport, Pointer, PowerError};
use crate::group::Roster;
use crate::power::decide::{MOST_MEMBERS_DECIDING, decide};
use crate::power::delegation::Delegations;
use crate::power::record::{DecisionRecord, RecordRequest, check_unchanged, record};
use crate::power::rule::{Compiled, Leaf, Node, State};
use crate::unit::Id;

/// A decision to be written: exactly one of `record` and `question`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PopoloWriteRequest {
    /// A record, as `power.record` wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<DecisionRecord>,
    /// A decision, as `power.record` takes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<RecordRequest>,
    /// The id of the motion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The id of the organisation whose members vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization_id: Option<String>,
}

/// A decision in the form of Popolo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PopoloWriteAnswer {
    /// The motion with its vote event.
    pub document: PopoloDocument,
    /// What Popolo has no place for, with its place in the request.
    pub notes: Vec<PopoloNote>,
}

/// Writes a decision as a Popolo motion.
///
/// # Errors
/// `out_of_range` unless exactly one of `record` and `question` is given, and for a record of a format that is not known or with a checksum
/// that does not agree; those of `power.record`.
pub fn popolo_write(request: &PopoloWriteRequest) -> Result<PopoloWriteAnswer, ErrorReport> {
    let root = Pointer::root();
    let (source, key) = match (&request.record, &request.question) {
        (Some(record), None) => {
            check_unchanged(record, &root.key("record"))?;
            (record.clone(), "record")
        }
        (None, Some(question)) => {
            let written = record(question).map_err(|report| inside(report, "/question"))?;
            (written, "question")
        }
        _ => {
            let detail = "exactly one of \"record\" and \"question\" is needed".to_owned();
            return Err(PowerError::OutOfRange { path: root, detail }.into());
        }
    };
    let inner = if key == "record" { root.key("record").key("question") } else { root.key("question") };
    let question = &source.question;
    let answer = decide(question).map_err(|report| inside(report, inner.as_str()))?;
    let roster = Roster::new(&question.members, &inner.key("members"), MOST_MEMBERS_DECIDING)?;
    let rule = Compiled::new(&question.rule, &inner.key("rule"), &roster, &question.rules)?;
    let handed = Delegations::new(&question.delegates, &roster, &inner.key("delegates"))?;
    let mut notes = vec![PopoloNote {
        path: inner.key("rule").to_string(),
        says: "the rule is carried over in words, as the requirement".to_owned(),
    }];
    if !question.delegates.is_empty() {
        let says = "who handed over their vote is written as \"proxy_id\", which is not of Popolo: others see only the votes cast for them";
        notes.push(PopoloNote { path: inner.key("delegates").to_string(), says: says.to_owned() });
    }
    if question.proxy_counts_present && !question.delegates.is_empty() {
        let says = "not carried over: say again when it is read that those whose vote is carried count as present";
        notes.push(PopoloNote { path: inner.key("proxy_counts_present").to_string(), says: says.to_owned() });
    }
    for (index, said) in source.statements.iter().enumerate().filter(|(_, said)| said.text.is_some()) {
        let says = format!("what {} said is not carried over", said.member);
        notes.push(PopoloNote { path: root.key(key).key("statements").index(index).to_string(), says });
    }
    let weights = weights_of(rule.root());
    if weights.is_none() && has_weights(rule.root()) {
        let says = "weights are not carried over, because parts of the rule weigh votes differently".to_owned();
        notes.push(PopoloNote { path: inner.key("rule").to_string(), says });
    }
    let own = |number: usize| {
        let vote = roster.ids().get(number).and_then(|id| question.votes.get(id));
        vote.copied().unwrap_or(State::Absent)
    };
    let votes = Votes {
        own: (0..roster.len()).map(own).collect(),
        all: (0..roster.len()).map(|number| own(handed.carrier(number).unwrap_or(number))).collect(),
    };
    let did = |number: usize| votes.all.get(number).copied().unwrap_or(State::Absent);
    let vote = |(number, id): (usize, &Id)| PopoloVote {
        voter_id: Some(id.to_string()),
        option: Some(option(did(number)).to_owned()),
        proxy_id: question.delegates.get(id).map(ToString::to_string),
        group_id: side(&roster, number).map(ToString::to_string),
        weight: weights.map(|weights| weight(weights, number)),
        ..PopoloVote::default()
    };
    let result = |passed: bool| Some(if passed { "pass" } else { "fail" }.to_owned());
    let mut counts = counts(votes.all.iter().copied(), None);
    for (id, seats) in roster.constituencies() {
        counts.extend(self::counts(seats.iter().copied().map(did), Some(id)));
    }
    let applied = handed.applied(&rule, question.proxy_counts_present);
    let group_result = |(id, seats): &(Id, Vec<usize>)| PopoloGroupResult {
        group_id: Some(id.to_string()),
        result: Some(within((rule.root(), applied.root()), seats, &votes)),
        ..PopoloGroupResult::default()
    };
    let groups: Vec<PopoloGroupResult> = roster.constituencies().iter().map(group_result).collect();
    let event = PopoloVoteEvent {
        start_date: source.date.map(|date| date.to_string()),
        result: result(answer.passed),
        counts: Some(counts),
        group_results: (!groups.is_empty()).then_some(groups),
        votes: Some(roster.ids().iter().enumerate().map(vote).collect()),
        ..PopoloVoteEvent::default()
    };
    let document = PopoloDocument {
        id: request.id.clone(),
        organization_id: request.organization_id.clone(),
        text: source.title.clone(),
        date: source.date.map(|date| date.to_string()),
        requirement: Some(requirement(&question.rule, &question.rules)),
        result: result(answer.passed),
        vote_events: Some(vec![event]),
        ..PopoloDocument::default()
    };
    Ok(PopoloWriteAnswer { document, notes })
}

fn inside(report: ErrorReport, at: &str) -> ErrorReport {
    ErrorReport { path: format!("{at}{}", report.path), ..report }
}

const fn option(state: State) -> &'static str {
    match state {
        State::Yes => "yes",
        State::No => "no",
        State::Object => "object",
        State::Abstain => "abstain",
        State::Absent => "absent",
    }
}

fn side(roster: &Roster, number: usize) -> Option<&Id> {
    roster.constituencies().iter().find(|(_, seats)| seats.binary_search(&number).is_ok()).map(|(id, _)| id)
}

/// The options that somebody chose, with how many did.
fn counts(did: impl Iterator<Item = State>, group: Option<&Id>) -> Vec<PopoloCount> {
    let did: Vec<State> = did.collect();
    let states = [State::Yes, State::No, State::Object, State::Abstain, State::Absent];
    let count = |state: State| {
        let number = did.iter().filter(|own| **own == state).count();
        (number > 0 || matches!(state, State::Yes | State::No)).then(|| PopoloCount {
            option: Some(option(state).to_owned()),
            value: Some(PopoloNumber::from(number)),
            group_id: group.map(ToString::to_string),
            ..PopoloCount::default()
        })
    };
    states.into_iter().filter_map(count).collect()
}

/// The weights of a rule that is one vote by weight.
fn weights_of(node: &Node) -> Option<&[(usize, u64)]> {
    match node {
        Node::Leaf(Leaf::Votes { voters, .. }) if voters.iter().any(|(_, weight)| *weight != 1) => Some(voters),
        Node::Quorum { then, .. } => weights_of(then),
        _ => None,
    }
}

fn has_weights(node: &Node) -> bool {
    match node {
        Node::Leaf(Leaf::Votes { voters, .. }) => voters.iter().any(|(_, weight)| *weight != 1),
        Node::Leaf(_) => false,
        Node::AtLeast { of, .. } => of.iter().any(has_weights),
        Node::Quorum { then, .. } => has_weights(then),
    }
}

fn weight(weights: &[(usize, u64)], member: usize) -> PopoloNumber {
    let at = weights.binary_search_by_key(&member, |(voter, _)| *voter).ok();
    PopoloNumber::from(at.and_then(|at| weights.get(at)).map_or(0, |(_, weight)| *weight))
}
