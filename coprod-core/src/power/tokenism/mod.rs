#![doc = include_str!("tokenism.md")]

mod alarm;
mod answer;
mod away;
mod certificate;
mod change;
mod check;
mod find;
mod prove;
mod search;
mod sheet;
mod sides;
mod veto;
mod words;

pub use alarm::{TokenismAlarm, TokenismCode, TokenismSeverity};
pub use answer::{TokenismAnswer, TokenismMember};
pub use away::{MOST_AWAY_VOTES, TokenismAway, TokenismExample};
pub use certificate::{
    DiagramEnd, DiagramPoint, DiagramProof, DiagramStep, NoVoteProof, OthersReach, PartProof, PartRange, TokenismCertificate,
    TokenismProof,
};
pub use change::{
    MOST_CHANGE_STEPS, MOST_KINDS_CHANGED, MOST_STEPS_OF_A_BAR, TokenismChange, TokenismChanges, TokenismEffect, TokenismFamily,
    TokenismShift,
};
pub use check::{FailedStep, MOST_CHECKING_STEPS, TokenismCheckAnswer, TokenismCheckRequest, tokenism_check};
pub use find::MOST_TOKENISM_STEPS;
pub use prove::{MOST_DIAGRAM_ENTRIES, MOST_TOTALS_CERTIFIED};
pub use sides::TokenismSide;
pub use veto::{TokenismVeto, VetoMaker};

use serde::{Deserialize, Serialize};

use self::away::Away;
use self::find::{Findings, Verdict, passes_with};
use self::search::Steps;
use self::sheet::Sheet;
use super::bloc::Blocs;
use super::measure::{MOST_MEMBERS_MEASURED, MeasureAnswer, PowerIndex, measure_quickly};
use super::roles::{classes, roles};
use super::rule::{Compiled, Rule, Rules};
use super::work::MOST_VOTES_LOOKED_AT;
use crate::error::{ErrorCode, ErrorReport, Pointer, PowerError};
use crate::group::{Member, Roster};
use crate::unit::Id;

/// A rule to be looked through for tokenism.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TokenismRequest {
    /// The members of the group: 1 to 1000.
    pub members: Vec<Member>,
    /// The rule.
    pub rule: Rule,
    /// Rules by name, for `use`.
    #[serde(default)]
    pub rules: Rules,
    /// Members of whom the group has been told openly that nothing passes without them.
    #[serde(default)]
    pub declared_vetoes: Vec<Id>,
}

/// Finds whose votes can never matter, undeclared vetoes, and sides without a say.
///
/// # Errors
/// Those of checking the members and the rule; `unknown_member` and `duplicate_id` for `declared_vetoes`. What would take too long is left
/// out, and `not_told` says so.
pub fn tokenism(request: &TokenismRequest) -> Result<TokenismAnswer, ErrorReport> {
    let root = Pointer::root();
    let roster = Roster::new(&request.members, &root.key("members"), MOST_MEMBERS_MEASURED)?;
    let rule = Compiled::new(&request.rule, &root.key("rule"), &roster, &request.rules)?;
    let declared = declared(&request.declared_vetoes, &roster, &root.key("declared_vetoes"))?;
    let mut not_told = Vec::new();
    let measured = measured(&rule, &roster, &mut not_told)?;
    let sheet = Sheet::of(&rule);
    let mut steps = Steps(MOST_TOKENISM_STEPS);
    let findings = Findings::of(&rule, &sheet, &mut steps);
    certified(&rule, &roster, &findings)?;
    let verdicts = verdicts(&rule, &findings, measured.as_ref())?;
    let mut blocs = Blocs::new(&rule, MOST_VOTES_LOOKED_AT);
    let vetoes = veto::vetoes(&rule, &sheet, &declared, &mut blocs);
    let roles = roles(&rule);
    let sides = sides::sides(&rule, &roster, &roles, measured.as_ref(), &mut blocs).unwrap_or_else(|| {
        not_told.push("what the constituencies can do together: that would take too long".to_owned());
        Vec::new()
    });
    let idle = |id: &Id| vetoes.iter().all(|veto| veto.member != *id);
    let mut away_blocks = Vec::new();
    for class in classes(0..rule.len(), |member| roles.get(member)) {
        let first = class.first().copied().unwrap_or(0);
        if !rule.ids().get(first).is_some_and(idle) {
            continue;
        }
        match blocs.can_block_by_staying_away(&[first]) {
            Ok(true) => away_blocks.extend(class),
            Ok(false) => {}
            Err(_) => {
                not_told.push("who can block by staying away: that would take too long".to_owned());
                break;
            }
        }
    }
    away_blocks.sort_unstable();
    let dictator =
        vetoes.iter().find(|veto| roster.number(veto.member.as_str()).is_some_and(|member| passes_with(&rule, &[member])));
    let dictator = dictator.map(|veto| veto.member.clone());
    let alarms = alarm::alarms(&alarm::Facts {
        roster: &roster,
        verdicts: &verdicts,
        vetoes: &vetoes,
        dictator: dictator.as_ref(),
        sides: &sides,
        away: &away_blocks,
    });
    let written_out = request.rule.expanded(&roster, &request.rules)?;
    let asked = change::Asked {
        rule: &written_out,
        compiled: &rule,
        roster: &roster,
        sheet: &sheet,
        verdicts: &verdicts,
        measured: measured.as_ref(),
    };
    let changes = change::changes(&asked, &mut not_told)?;
    let members = answer::members(&rule, &roster, &sheet, &findings, &verdicts, &mut Away::new(&rule), &mut not_told);
    let without = declared.iter().filter_map(|member| rule.ids().get(*member)).filter(|id| idle(id)).cloned().collect();
    Ok(TokenismAnswer {
        members,
        certificates: findings.certificates,
        changes,
        declared_without_veto: without,
        vetoes,
        dictator,
        constituencies: sides,
        alarms,
        assumes: answer::assumes(),
        not_told,
    })
}

fn declared(ids: &[Id], roster: &Roster, path: &Pointer) -> Result<Vec<usize>, PowerError> {
    let mut members = Vec::with_capacity(ids.len());
    for (index, id) in ids.iter().enumerate() {
        let path = path.index(index);
        let Some(member) = roster.number(id.as_str()) else {
            return Err(PowerError::UnknownMember { path, id: id.to_string() });
        };
        if members.contains(&member) {
            return Err(PowerError::DuplicateId { path, id: id.to_string() });
        }
        members.push(member);
    }
    Ok(members)
}

/// Power by the Shapley-Shubik index, as far as it can be had.
fn measured(rule: &Compiled, roster: &Roster, not_told: &mut Vec<String>) -> Result<Option<MeasureAnswer>, ErrorReport> {
    match measure_quickly(rule, roster, &[PowerIndex::ShapleyShubik]) {
        Ok(measured) => Ok(Some(measured)),
        Err(error) if matches!(error.code, ErrorCode::NoExactAnswer | ErrorCode::TooMuchWork | ErrorCode::GroupTooLarge) => {
            not_told.push(format!("shares of power: {}", error.message));
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// What the finder proved must hold for the checker, which shares nothing with it.
fn certified(rule: &Compiled, roster: &Roster, findings: &Findings) -> Result<(), ErrorReport> {
    for certificate in &findings.certificates {
        if !check::check_compiled(rule, roster, certificate)?.holds {
            return Err(ErrorReport::internal("a certificate holds"));
        }
    }
    Ok(())
}

/// What the finder found and what was counted, which must agree where both tell; member by member.
fn verdicts(rule: &Compiled, findings: &Findings, measured: Option<&MeasureAnswer>) -> Result<Vec<Verdict>, ErrorReport> {
    let mut verdicts = Vec::with_capacity(rule.len());
    for member in 0..rule.len() {
        let counted = measured.and_then(|measured| measured.members.get(member)).map(|line| line.dummy);
        let agreed = match (findings.verdict(member), counted) {
            (Verdict::Unknown, Some(true)) => Verdict::Never,
            (Verdict::Unknown, Some(false)) => Verdict::Matters(Vec::new()),
            (Verdict::Never, Some(false)) | (Verdict::Matters(_), Some(true)) => {
                return Err(ErrorReport::internal("whose votes matter is the same when coalitions are counted"));
            }
            (Verdict::Matters(with), _) => {
                let without: Vec<usize> = with.iter().copied().filter(|other| *other != member).collect();
                if !passes_with(rule, &with) || passes_with(rule, &without) {
                    return Err(ErrorReport::internal("a vote decides in the coalition that shows it"));
                }
                Verdict::Matters(with)
            }
            (verdict, _) => verdict,
        };
        verdicts.push(agreed);
    }
    Ok(verdicts)
}

#[cfg(test)]
mod tests;
