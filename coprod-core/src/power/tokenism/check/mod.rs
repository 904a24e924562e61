//! Checks a certificate, with nothing of what finds them.
//!
//! It reads the rule as the group wrote it, works out every part's points and bar from the definitions, and follows the certificate. The
//! work is in proportion to the length of the certificate times the parts of the rule. Why a certificate that holds proves its claim is
//! said in the page of [the module above](super).

mod diagram;
mod part;

use serde::{Deserialize, Serialize};

use self::part::{Part, parts_of};
use super::certificate::{TokenismCertificate, TokenismProof};
use super::words::several;
use crate::error::{ErrorReport, Pointer};
use crate::group::{Member, Roster};
use crate::power::measure::MOST_MEMBERS_MEASURED;
use crate::power::rule::{Compiled, Rule, Rules};
use crate::unit::Id;

/// Checking a certificate may take so many steps, of one part at one place each: about half a second.
pub const MOST_CHECKING_STEPS: usize = 20_000_000;

/// A certificate to be checked, and the rule that it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TokenismCheckRequest {
    /// The members of the group: 1 to 1000.
    pub members: Vec<Member>,
    /// The rule.
    pub rule: Rule,
    /// Rules by name, for `use`.
    #[serde(default)]
    pub rules: Rules,
    /// The certificate.
    pub certificate: TokenismCertificate,
}

/// Whether a certificate holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TokenismCheckAnswer {
    /// Whether the certificate proves what it claims. If not, the claim may still be true.
    pub holds: bool,
    /// What that means, in a sentence.
    pub statement: String,
    /// What was checked, step by step, up to the first step that failed.
    pub steps: Vec<String>,
    /// The first step that failed.
    pub failed: Option<FailedStep>,
}

/// A step of a certificate that is not true.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FailedStep {
    /// Where in the request it stands: a JSON pointer.
    pub at: String,
    /// What is wrong with it.
    pub why: String,
}

impl FailedStep {
    fn new(at: &Pointer, why: impl Into<String>) -> Self {
        Self { at: at.to_string(), why: why.into() }
    }
}

/// What can end a check early: a step that is not true, or too much work.
enum Ended {
    Failed(FailedStep),
    Refused(ErrorReport),
}

impl From<FailedStep> for Ended {
    fn from(failed: FailedStep) -> Self {
        Self::Failed(failed)
    }
}

/// Checks a certificate.
///
/// # Errors
/// Those of checking the members and the rule; `too_much_work` if following it takes more than [`MOST_CHECKING_STEPS`]. A certificate
/// that is wrong is no error: the answer says at which step.
pub fn tokenism_check(request: &TokenismCheckRequest) -> Result<TokenismCheckAnswer, ErrorReport> {
    let root = Pointer::root();
    let roster = Roster::new(&request.members, &root.key("members"), MOST_MEMBERS_MEASURED)?;
    let rule = Compiled::new(&request.rule, &root.key("rule"), &roster, &request.rules)?;
    check_compiled(&rule, &roster, &request.certificate)
}

/// Checks a certificate against a checked rule.
pub(super) fn check_compiled(
    rule: &Compiled,
    roster: &Roster,
    certificate: &TokenismCertificate,
) -> Result<TokenismCheckAnswer, ErrorReport> {
    let mut steps = Vec::new();
    let names = several(&certificate.members);
    match follow(rule, roster, certificate, &mut steps) {
        Ok(()) => Ok(TokenismCheckAnswer {
            holds: true,
            statement: format!("with everybody there and voting yes or no, the votes of {names} never make a difference"),
            steps,
            failed: None,
        }),
        Err(Ended::Failed(failed)) => Ok(TokenismCheckAnswer {
            holds: false,
            statement: format!("this does not show that the votes of {names} never make a difference"),
            steps,
            failed: Some(failed),
        }),
        Err(Ended::Refused(report)) => Err(report),
    }
}

fn follow(rule: &Compiled, roster: &Roster, certificate: &TokenismCertificate, steps: &mut Vec<String>) -> Result<(), Ended> {
    let at = Pointer::root().key("certificate");
    let idle = numbers(roster, &certificate.members, &at.key("members"))?;
    let parts = parts_of(rule.root());
    let at = at.key("proof");
    match &certificate.proof {
        TokenismProof::NoVote(_) => no_vote(&parts, &idle, roster, &at.key("no_vote"), steps),
        TokenismProof::Parts(proofs) => part::lifts_none(&parts, &idle, roster, proofs, &at.key("parts"), steps),
        TokenismProof::Diagram(proof) => diagram::follow(rule, &parts, &idle, roster, proof, &at.key("diagram"), steps),
    }
}

/// The numbers of listed members, each named once.
fn numbers(roster: &Roster, ids: &[Id], at: &Pointer) -> Result<Vec<usize>, FailedStep> {
    if ids.is_empty() {
        return Err(FailedStep::new(at, "nobody is named"));
    }
    let mut numbers = Vec::with_capacity(ids.len());
    for (index, id) in ids.iter().enumerate() {
        let Some(number) = roster.number(id.as_str()) else {
            return Err(FailedStep::new(&at.index(index), format!("no member has the id \"{id}\"")));
        };
        numbers.push(number);
    }
    numbers.sort_unstable();
    match numbers.windows(2).any(|two| two.first() == two.last()) {
        true => Err(FailedStep::new(at, "somebody is named twice")),
        false => Ok(numbers),
    }
}

fn name(roster: &Roster, member: usize) -> &str {
    roster.ids().get(member).map_or("", Id::as_str)
}

fn no_vote(parts: &[Part<'_>], idle: &[usize], roster: &Roster, at: &Pointer, steps: &mut Vec<String>) -> Result<(), Ended> {
    for (number, part) in parts.iter().enumerate() {
        if let Some(member) = idle.iter().find(|member| part.of(**member) > 0) {
            let who = name(roster, *member);
            return Err(FailedStep::new(at, format!("{who} has {} in part {number}", part.in_words(part.of(*member)))).into());
        }
    }
    steps.push(format!("none of them has a vote in any of the rule's parts, of which there are {}", parts.len()));
    Ok(())
}
