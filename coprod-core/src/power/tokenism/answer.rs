//! The form of the answer, and each member's line.

use serde::Serialize;

use super::alarm::TokenismAlarm;
use super::away::{Away, TokenismAway};
use super::certificate::{OthersReach, TokenismCertificate, TokenismProof};
use super::change::TokenismChanges;
use super::find::{Findings, Verdict};
use super::sheet::Sheet;
use super::sides::TokenismSide;
use super::veto::TokenismVeto;
use super::words::several;
use crate::group::{Roster, listed};
use crate::power::rule::Compiled;
use crate::unit::{Count, Id};

/// All coalitions in an answer name so many members at most.
const MOST_NAMES: usize = 50_000;

/// Whose votes can matter under a rule, who can stop everything, and which sides have a say.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TokenismAnswer {
    /// Member by member, in the order of the request.
    pub members: Vec<TokenismMember>,
    /// What shows that votes can never matter; each can be given to `power.tokenism_check` as it stands.
    pub certificates: Vec<TokenismCertificate>,
    /// For those whose votes never matter: the smallest changes of the rule that would give them weight, and what these do to the others.
    pub changes: Vec<TokenismChanges>,
    /// Members without whom nothing passes, declared or not.
    pub vetoes: Vec<TokenismVeto>,
    /// Members of whom a veto was declared and who have none.
    pub declared_without_veto: Vec<Id>,
    /// The member who decides alone, if there is one.
    pub dictator: Option<Id>,
    /// Each constituency's seats against its power, in order of first appearance; empty where members have none.
    pub constituencies: Vec<TokenismSide>,
    /// What to look at, the most serious first. Empty where there is nothing.
    pub alarms: Vec<TokenismAlarm>,
    /// What all this rests on.
    pub assumes: Vec<String>,
    /// What would take too long to tell.
    pub not_told: Vec<String>,
}

/// Whether one member's vote can matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TokenismMember {
    /// The member.
    pub id: Id,
    /// The member's constituency.
    pub constituency: Option<Id>,
    /// Whether the member's vote ever makes a difference when everybody attends and says yes or objects. Null where that would take too
    /// long to tell.
    pub vote_can_matter: Option<bool>,
    /// If it can: members with whom it does. If these say yes and everybody else objects, it passes; without this member's yes it fails.
    /// Null where it cannot, or where it was counted and no such members were named.
    pub decides_in: Option<Vec<Id>>,
    /// If it cannot: the number of the certificate that shows it. Null where it can, or where it was counted and no certificate is short
    /// enough.
    pub certificate: Option<usize>,
    /// If it cannot: whether it ever makes a difference what the member does (to say yes or no, to object, to abstain or to stay away),
    /// whatever each of the others does of these. Under a rule that asks for consent, that can be so where everybody attends and votes, as
    /// a plain no is no objection. Null where the vote can matter, or where that is not known.
    pub if_some_stay_away: Option<TokenismAway>,
    /// The same in a sentence.
    pub statement: String,
}

/// What all answers rest on.
pub(super) fn assumes() -> Vec<String> {
    vec![
        "everybody attends and says yes or objects, unless an answer says otherwise; then one more yes never harms".to_owned(),
        "whether votes can matter is about the rule alone, and not about who agrees with whom or how often it will happen".to_owned(),
        "power is the Shapley-Shubik index: the chance to be the one whose yes makes it pass, when all come round to yes in random order"
            .to_owned(),
    ]
}

/// The members' lines.
pub(super) fn members(
    rule: &Compiled,
    roster: &Roster,
    sheet: &Sheet,
    findings: &Findings,
    verdicts: &[Verdict],
    away: &mut Away<'_>,
    not_told: &mut Vec<String>,
) -> Vec<TokenismMember> {
    let mut constituencies: Vec<Option<&Id>> = vec![None; rule.len()];
    for (id, seats) in roster.constituencies() {
        for seat in seats {
            if let Some(own) = constituencies.get_mut(*seat) {
                *own = Some(id);
            }
        }
    }
    let names = |members: &[usize]| members.iter().filter_map(|member| rule.ids().get(*member)).cloned().collect::<Vec<Id>>();
    let (mut named, mut untold) = (0, Vec::new());
    let mut lines = Vec::with_capacity(rule.len());
    for ((member, id), (verdict, constituency)) in rule.ids().iter().enumerate().zip(verdicts.iter().zip(constituencies)) {
        let certificate = findings.certified.get(member).copied().flatten();
        let mut line = TokenismMember {
            id: id.clone(),
            constituency: constituency.cloned(),
            vote_can_matter: None,
            decides_in: None,
            certificate,
            if_some_stay_away: None,
            statement: String::new(),
        };
        line.statement = match verdict {
            Verdict::Unknown => {
                untold.push(id.clone());
                format!("whether {id}'s vote can ever matter would take too long to tell")
            }
            Verdict::Matters(with) => {
                named += with.len();
                line.vote_can_matter = Some(true);
                if with.is_empty() || named > MOST_NAMES {
                    format!("{id}'s vote can matter: coalitions in which it decides were counted")
                } else {
                    line.decides_in = Some(names(with));
                    matters(id, with.len(), &names(&with.iter().copied().filter(|other| *other != member).collect::<Vec<_>>()))
                }
            }
            Verdict::Never => {
                line.vote_can_matter = Some(false);
                line.if_some_stay_away = Some(away.of(member));
                never(id, sheet, findings, certificate)
            }
        };
        lines.push(line);
    }
    if !untold.is_empty() {
        not_told.push(format!("whether the votes of {} can ever matter", several(&untold)));
    }
    lines
}

fn matters(id: &Id, size: usize, others: &[Id]) -> String {
    match size {
        1 => format!("{id}'s yes alone is enough: with it it passes, and without it it fails, if everybody else objects"),
        2 => format!("if {} says yes and everybody else objects, {id}'s yes decides", several(others)),
        _ => format!("if {} say yes and everybody else objects, {id}'s yes decides", several(others)),
    }
}

/// The argument in words, from the certificate.
fn never(id: &Id, sheet: &Sheet, findings: &Findings, certificate: Option<usize>) -> String {
    let Some(certificate) = certificate.and_then(|number| findings.certificates.get(number)) else {
        return format!(
            "{id}'s vote never matters: there is no coalition in which it decides, though no certificate of this is short"
        );
    };
    match &certificate.proof {
        TokenismProof::NoVote(_) => format!("no part of the rule gives {id} a vote"),
        TokenismProof::Parts(proofs) => {
            let reasons = proofs.iter().filter_map(|proof| {
                let part = sheet.parts.get(proof.part)?;
                let of_id = |member: &Id| findings.number(member).map_or(0, |member| part.of_member(member));
                let own: u64 = certificate.members.iter().map(of_id).sum();
                let unit = if part.doubled { "point" } else { "vote" };
                let place = if sheet.parts.len() > 1 { format!(" in part {}", proof.part) } else { String::new() };
                let theirs = match (certificate.members.as_slice(), own) {
                    ([_], 1) => format!("{id}'s 1 {unit}{place} never lifts"),
                    ([_], _) => format!("{id}'s {own} {unit}s{place} never lift"),
                    (all, _) => format!("not even the {own} {unit}s{place} of {} together lift", several(all)),
                };
                Some(format!("{theirs} the yes side over the bar of {}: {}", part.bar, reach(&proof.others)))
            });
            format!("whatever the others do, {}", reasons.collect::<Vec<_>>().join("; and "))
        }
        TokenismProof::Diagram(proof) => format!(
            "{id}'s vote never matters: the votes of the others always settle the outcome, as a diagram of {} points shows that never \
             asks {id}",
            proof.points.len()
        ),
    }
}

fn reach(others: &OthersReach) -> String {
    match others {
        OthersReach::MultiplesOf(divisor) => format!("the others can only reach multiples of {divisor}"),
        OthersReach::Totals(totals) => {
            const SHOWN: usize = 12;
            // The highest are those that come near the bar.
            let shown: Vec<String> = totals.iter().skip(totals.len().saturating_sub(SHOWN)).map(Count::to_string).collect();
            let more = if totals.len() > SHOWN { " (and lower totals)" } else { "" };
            format!(
                "below it the others can only reach {}{more}",
                if shown.is_empty() { "nothing".to_owned() } else { listed(&shown) }
            )
        }
    }
}
