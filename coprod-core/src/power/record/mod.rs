#![doc = include_str!("record.md")]

mod check;
mod read;

pub(in crate::power) use check::check_unchanged;
pub use check::{RecordCheckAnswer, RecordCheckRequest, RecordDifference, record_check};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::decide::{DeadlockKind, DecideAnswer, DecideRequest, decide};
use super::rule::{Rule, Rules, State};
use crate::error::{ErrorReport, Pointer, PowerError};
use crate::group::Member;
use crate::unit::{Date, Id, IdMap, canonical, to_json};

/// The version of the format in which records are written. Fields that a later version adds are left out of records without them, so that
/// checksums of older records stay as they are.
pub const RECORD_FORMAT: u32 = 1;

/// A record holds so many statements at most.
pub const MOST_STATEMENTS: usize = 5_000;

/// A title or a statement has so many letters at most.
pub const MOST_LETTERS: usize = 10_000;

/// A decision to be recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecordRequest {
    /// What was decided, in words. An empty text is no title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The day of the vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The members of the group: 1 to 1000.
    pub members: Vec<Member>,
    /// The rule.
    pub rule: Rule,
    /// Rules by name, for `use`.
    #[serde(default)]
    pub rules: Rules,
    /// What each member did. Members who are not named were absent.
    pub votes: IdMap<State>,
    /// Votes handed over: whose, and to whom.
    #[serde(default)]
    pub delegates: IdMap<Id>,
    /// Whether those whose vote somebody present casts count as present.
    #[serde(default)]
    pub proxy_counts_present: bool,
    /// What members want to have on record: at most 5000, with the objections added for those who objected and gave none.
    #[serde(default)]
    pub statements: Vec<RecordStatement>,
}

/// What a member wants to have on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecordStatement {
    /// Who says it.
    pub member: Id,
    /// What kind of statement it is.
    pub kind: StatementKind,
    /// In the member's own words, at most 10000 letters; absent where they gave no reason, which an empty text is too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// What kind of statement it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum StatementKind {
    /// Why the member objected.
    Objection,
    /// Disagreement that did not stop it.
    Dissent,
    /// Why the member voted as they did.
    Reason,
    /// Under what condition the member agrees.
    Condition,
}

/// A decision as it is stored: the whole question, the answer, who wrote it, and a checksum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct DecisionRecord {
    /// The version of this format: 1.
    pub coprod_record: u32,
    /// What wrote it, with its version.
    pub written_by: String,
    /// What was decided, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The day of the vote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The whole question, as `power.decide` takes it.
    pub question: DecideRequest,
    /// What members wanted to have on record, and each objection.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub statements: Vec<RecordStatement>,
    /// What came of it.
    pub answer: RecordedAnswer,
    /// `sha256:` and 64 hexadecimal digits: of all the rest in its one form. It shows that something was changed, and not who wrote it.
    pub checksum: String,
}

/// What came of a vote, as a record keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RecordedAnswer {
    /// Whether it passed, was rejected or is stuck.
    pub outcome: RecordedOutcome,
    /// Why, in plain sentences.
    pub because: Vec<String>,
    /// The members of whom each alone stood in the way.
    #[serde(default)]
    pub blocked_by: Vec<Id>,
    /// The members of whom each alone could have turned it.
    #[serde(default)]
    pub pivotal: Vec<Id>,
    /// The members who were taken to be absent.
    #[serde(default)]
    pub assumed_absent: Vec<Id>,
}

/// How a decision ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum RecordedOutcome {
    /// It passed.
    Passed,
    /// It failed, and its opposite would have passed.
    Rejected,
    /// Neither it nor its opposite passed.
    Stuck,
}

/// Decides and records.
///
/// # Errors
/// As for `power.decide`; `unknown_member` for a statement of somebody who is not a member; `out_of_range` for too many or too long
/// statements.
pub fn record(request: &RecordRequest) -> Result<DecisionRecord, ErrorReport> {
    let root = Pointer::root();
    let question = DecideRequest {
        members: request.members.clone(),
        rule: request.rule.clone(),
        rules: request.rules.clone(),
        votes: request.votes.clone(),
        delegates: request.delegates.clone(),
        proxy_counts_present: request.proxy_counts_present,
    };
    let answer = recorded(&decide(&question)?);
    check_texts(request.title.as_deref(), &request.statements, &question, &root)?;
    let mut statements = request.statements.clone();
    for said in &mut statements {
        said.text = said.text.take().filter(|text| says_something(text));
    }
    statements.extend(objections_without(&question, &request.statements));
    check_statement_count(statements.len(), &root)?;
    let mut record = DecisionRecord {
        coprod_record: RECORD_FORMAT,
        written_by: concat!("coprod ", env!("CARGO_PKG_VERSION")).to_owned(),
        title: request.title.clone().filter(|title| says_something(title)),
        date: request.date,
        question,
        statements,
        answer,
        checksum: String::new(),
    };
    record.checksum = checksum(&record)?;
    Ok(record)
}

fn says_something(text: &str) -> bool {
    !text.trim().is_empty()
}

/// The objections that no statement stands for.
fn objections_without(question: &DecideRequest, statements: &[RecordStatement]) -> Vec<RecordStatement> {
    let said = |member: &Id| statements.iter().any(|said| said.member == *member && said.kind == StatementKind::Objection);
    let objected = question.votes.iter().filter(|(member, vote)| **vote == State::Object && !said(member));
    objected.map(|(member, _)| RecordStatement { member: member.clone(), kind: StatementKind::Objection, text: None }).collect()
}

fn recorded(answer: &DecideAnswer) -> RecordedAnswer {
    let outcome = match answer.deadlock.as_ref().map(|deadlock| deadlock.kind) {
        None => RecordedOutcome::Passed,
        Some(DeadlockKind::Rejected) => RecordedOutcome::Rejected,
        Some(DeadlockKind::Stuck) => RecordedOutcome::Stuck,
    };
    RecordedAnswer {
        outcome,
        because: answer.because.clone(),
        blocked_by: answer.blocked_by.clone(),
        pivotal: answer.pivotal.clone(),
        assumed_absent: answer.assumed_absent.clone(),
    }
}

fn check_texts(
    title: Option<&str>,
    statements: &[RecordStatement],
    question: &DecideRequest,
    at: &Pointer,
) -> Result<(), PowerError> {
    let too_long = |path: Pointer, what: &str| {
        let detail = format!("{what} has more than {MOST_LETTERS} letters");
        PowerError::OutOfRange { path, detail }
    };
    if title.is_some_and(|title| title.chars().count() > MOST_LETTERS) {
        return Err(too_long(at.key("title"), "the title"));
    }
    let list = at.key("statements");
    check_statement_count(statements.len(), at)?;
    let known: std::collections::BTreeSet<&Id> = question.members.iter().map(|member| &member.id).collect();
    for (index, said) in statements.iter().enumerate() {
        let here = list.index(index);
        if !known.contains(&said.member) {
            return Err(PowerError::UnknownMember { path: here.key("member"), id: said.member.to_string() });
        }
        if said.text.as_ref().is_some_and(|text| text.chars().count() > MOST_LETTERS) {
            return Err(too_long(here.key("text"), "the statement"));
        }
    }
    Ok(())
}

fn check_statement_count(count: usize, at: &Pointer) -> Result<(), PowerError> {
    if count > MOST_STATEMENTS {
        let detail = format!("{count} statements, with the objections that have none, are more than {MOST_STATEMENTS}");
        return Err(PowerError::OutOfRange { path: at.key("statements"), detail });
    }
    Ok(())
}

/// The checksum that a record with this content has.
fn checksum(record: &DecisionRecord) -> Result<String, ErrorReport> {
    let text = to_json(record).map_err(ErrorReport::internal)?;
    let content =
        canonical(&text, "checksum", &["", "question"]).ok_or_else(|| ErrorReport::internal("a record has no one form"))?;
    let digest = Sha256::digest(content.as_bytes());
    let mut checksum = "sha256:".to_owned();
    for byte in digest {
        for half in [byte >> 4, byte & 15] {
            checksum.extend(char::from_digit(u32::from(half), 16));
        }
    }
    Ok(checksum)
}

#[cfg(test)]
mod tests;
