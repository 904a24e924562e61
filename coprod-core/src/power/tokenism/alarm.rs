//! What in a rule takes weight from people or hides who has it. Each alarm states a fact and points at it; none says why anybody did
//! anything.

use serde::Serialize;

use super::find::Verdict;
use super::sides::{TokenismSide, in_words};
use super::veto::{TokenismVeto, VetoMaker};
use super::words::several;
use crate::error::Pointer;
use crate::group::Roster;
use crate::power::measure::IndexValue;
use crate::unit::Id;

/// Something to look at, and perhaps to put right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TokenismAlarm {
    /// The stable name of this kind of alarm.
    pub code: TokenismCode,
    /// How much it weighs.
    pub severity: TokenismSeverity,
    /// The fact.
    pub statement: String,
    /// Where in the request it shows: JSON pointers.
    pub evidence: Vec<String>,
    /// What could be done.
    pub remedy: String,
}

/// How much an alarm weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum TokenismSeverity {
    /// It takes a say from somebody, or hides who has it.
    Serious,
    /// It may do so.
    Warning,
    /// Worth knowing.
    Note,
}

/// The kinds of alarm about a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum TokenismCode {
    /// One member decides alone.
    OneMemberDecides,
    /// The rule names somebody who must say yes, and nobody has declared it.
    UndeclaredSignOff,
    /// Nothing passes without somebody, though the rule does not say so and nobody has declared it.
    UndeclaredVeto,
    /// A side can be outvoted by another alone.
    CanBeOutvoted,
    /// A side can never block, by voting or by staying away.
    CanNeverBlock,
    /// Somebody's vote can never make a difference.
    VoteNeverMatters,
    /// A side, or a member, who cannot block by voting can do so by staying away.
    CanBlockByStayingAway,
    /// A side has a smaller share of the power than of the seats.
    LessPowerThanSeats,
}

/// What the alarms are about.
pub(super) struct Facts<'a> {
    pub(super) roster: &'a Roster,
    pub(super) verdicts: &'a [Verdict],
    pub(super) vetoes: &'a [TokenismVeto],
    pub(super) dictator: Option<&'a Id>,
    pub(super) sides: &'a [TokenismSide],
    /// Those who have no veto and can block by staying away.
    pub(super) away: &'a [usize],
}

/// Every alarm, the most serious first.
pub(super) fn alarms(facts: &Facts<'_>) -> Vec<TokenismAlarm> {
    let mut alarms = Vec::new();
    members(facts, &mut alarms);
    for side in facts.sides {
        of_side(facts, side, &mut alarms);
    }
    alarms.sort_by_key(|alarm| alarm.severity);
    alarms
}

impl Facts<'_> {
    fn pointers<'a>(&self, members: impl IntoIterator<Item = &'a Id>) -> Vec<String> {
        let at = Pointer::root().key("members");
        members.into_iter().filter_map(|id| Some(at.index(self.roster.number(id.as_str())?).to_string())).collect()
    }

    fn names(&self, members: impl IntoIterator<Item = usize>) -> Vec<Id> {
        members.into_iter().filter_map(|member| self.roster.ids().get(member)).cloned().collect()
    }
}

fn raise(
    alarms: &mut Vec<TokenismAlarm>,
    code: TokenismCode,
    severity: TokenismSeverity,
    evidence: Vec<String>,
    statement: String,
    remedy: &str,
) {
    alarms.push(TokenismAlarm { code, severity, statement, evidence, remedy: remedy.to_owned() });
}

fn members(facts: &Facts<'_>, alarms: &mut Vec<TokenismAlarm>) {
    if let Some(id) = facts.dictator {
        raise(
            alarms,
            TokenismCode::OneMemberDecides,
            TokenismSeverity::Serious,
            facts.pointers([id]),
            format!("{id} decides alone, whatever all the others vote"),
            "say plainly that the others advise, or change the rule so that the votes of others are needed",
        );
    }
    let undeclared = |open: bool| {
        // Of those who decide alone that is said already.
        let hidden = |veto: &&TokenismVeto| !veto.declared && (open || facts.dictator != Some(&veto.member));
        let vetoes = facts.vetoes.iter().filter(hidden).filter(|veto| (veto.made_by == VetoMaker::SignOff) == open);
        vetoes.map(|veto| veto.member.clone()).collect::<Vec<Id>>()
    };
    let (signing, hidden) = (undeclared(true), undeclared(false));
    if !signing.is_empty() {
        raise(
            alarms,
            TokenismCode::UndeclaredSignOff,
            TokenismSeverity::Serious,
            facts.pointers(&signing),
            format!("{} must authorise every decision, and nobody has declared that", several(&signing)),
            "say openly who must authorise what and on which grounds, and ask everybody whether they agree; or drop the sign-off",
        );
    }
    if !hidden.is_empty() {
        raise(
            alarms,
            TokenismCode::UndeclaredVeto,
            TokenismSeverity::Warning,
            facts.pointers(&hidden),
            format!(
                "nothing passes without {}; the rule does not say so in as many words, and nobody has declared it",
                several(&hidden)
            ),
            "check whether that is meant, and declare it; or lower the bar",
        );
    }
    let idle = facts.verdicts.iter().enumerate().filter(|(_, verdict)| **verdict == Verdict::Never);
    let idle = facts.names(idle.map(|(member, _)| member));
    if !idle.is_empty() {
        raise(
            alarms,
            TokenismCode::VoteNeverMatters,
            TokenismSeverity::Warning,
            facts.pointers(&idle),
            format!("the {} of {} can never make a difference", if idle.len() == 1 { "vote" } else { "votes" }, several(&idle)),
            "check whether that is meant, and tell them; or make one of the changes that would give them weight",
        );
    }
    let away = facts.names(facts.away.iter().copied());
    if !away.is_empty() {
        raise(
            alarms,
            TokenismCode::CanBlockByStayingAway,
            TokenismSeverity::Note,
            facts.pointers(&away),
            format!("{}: each can stop every decision by staying away, though not by voting", several(&away)),
            "ask for a smaller quorum, or agree what happens when somebody does not come",
        );
    }
}

fn of_side(facts: &Facts<'_>, side: &TokenismSide, alarms: &mut Vec<TokenismAlarm>) {
    let id = &side.id;
    let seats = facts.roster.constituency(id.as_str()).unwrap_or_default();
    let evidence = || facts.pointers(&facts.names(seats.iter().copied()));
    if !side.outvoted_by.is_empty() {
        raise(
            alarms,
            TokenismCode::CanBeOutvoted,
            TokenismSeverity::Serious,
            evidence(),
            format!("{} can decide alone, whatever all of {id} vote", several(&side.outvoted_by)),
            "ask for a majority of each side, or for the agreement of those who can be outvoted",
        );
    } else if !side.can_block_by_voting && !side.can_block_by_staying_away {
        raise(
            alarms,
            TokenismCode::CanNeverBlock,
            TokenismSeverity::Serious,
            evidence(),
            format!("{id}, all of them together, can never block what the other sides want together"),
            "ask for a majority of each side, or for the agreement of those who cannot block",
        );
    }
    if !side.can_block_by_voting && side.can_block_by_staying_away {
        raise(
            alarms,
            TokenismCode::CanBlockByStayingAway,
            TokenismSeverity::Note,
            evidence(),
            format!(
                "{id} cannot block by voting, and can by staying away: whoever wants to stop something does better not to come"
            ),
            "give them a vote that can block in place of an absence that does",
        );
    }
    let alone = side.power_if_each_votes_alone.as_ref();
    // Without a fraction it is certain only beyond the error of the decimals.
    let less = |power: &&IndexValue| match &power.exact {
        Some(exact) => *exact < side.share_of_seats,
        None => power.value + power.error + f64::EPSILON < side.share_of_seats.approximately(),
    };
    if let Some(power) = alone.filter(less) {
        raise(
            alarms,
            TokenismCode::LessPowerThanSeats,
            TokenismSeverity::Note,
            evidence(),
            format!(
                "{id} has {} of the seats and, if each member votes alone, {} of the power",
                side.share_of_seats,
                in_words(power)
            ),
            "compare what each side can decide and block, which seats do not show",
        );
    }
}
