#![doc = include_str!("attendance.md")]

mod answer;
mod blocs;
mod chance;
mod fraction;
mod layer;
mod outlook;
mod paradox;
mod plan;
mod points;
mod quorums;
mod request;
mod walk;
mod work;

pub use answer::{
    AttendanceParadox, AttendedConstituency, AttendedMember, AttendedPower, ParadoxKind, QuorumMet, WithoutRemote,
    WithoutRemoteMember,
};
pub use fraction::{MOST_DIGITS_OF_A_FRACTION, MOST_DIGITS_OF_THE_WHOLE};
pub use request::{Attendance, AttendanceChances};
pub use work::MOST_ATTENDANCE_STEPS;

use self::chance::Presence;
use self::fraction::Fraction;
use self::outlook::{KindOutlook, Outlook, OutlookError};
use super::delegation::Delegations;
use super::measure::IndexValue;
use super::roles::kinds_by_member;
use super::rule::Compiled;
use crate::error::{ErrorReport, Pointer};
use crate::group::Roster;
use crate::unit::{Exact, Id};

/// What is taken for granted.
const ASSUMES: [&str; 3] = [
    "members come, and abstain, independently of one another",
    "whoever comes and does not abstain says yes or no by the toss of a coin: this weighs votes, and foretells none",
    "a no is an objection, where the rule minds the difference",
];

/// Power under a rule when people come as often as stated; the statement stands at `path` in the request.
///
/// # Errors
/// Those of checking the statement; `no_exact_answer` beyond [`MOST_ATTENDANCE_STEPS`].
pub(super) fn attended(
    rule: &Compiled,
    roster: &Roster,
    attendance: &Attendance,
    path: &Pointer,
) -> Result<AttendedPower, ErrorReport> {
    let (presences, delegations) = attendance.resolved(roster, path)?;
    let held = delegations.applied(rule, attendance.proxy_counts_present);
    let group = Group { rule, held: &held, roster, presences: &presences, delegations: &delegations };
    group.power().map_err(|error| match error {
        OutlookError::TooMuch(error) => error.with_path(path.clone()).into(),
        OutlookError::Broken(what) => ErrorReport::internal(what),
    })
}

/// The chance that it passes when these stay away and everybody else comes and tosses a coin, and each member's influence then; takes the
/// work off what is `left`.
///
/// # Errors
/// `no_exact_answer` where what is left is not enough.
pub(super) fn without(rule: &Compiled, away: &[usize], left: &mut u64) -> Result<(Exact, Vec<Exact>), ErrorReport> {
    let there = |member: usize| if away.contains(&member) { Presence::AWAY } else { Presence::THERE };
    let presences: Vec<Presence> = (0..rule.len()).map(there).collect();
    let outlook = Outlook::of(rule, &presences, false, left).map_err(|error| match error {
        OutlookError::TooMuch(error) => error.into(),
        OutlookError::Broken(what) => ErrorReport::internal(what),
    })?;
    let influences: Vec<Exact> = outlook.kinds.iter().map(|(_, outlook)| outlook.influence.exact()).collect();
    let of = |kind: Option<usize>| kind.and_then(|kind| influences.get(kind)).cloned().unwrap_or_else(Exact::zero);
    let kinds = kinds_by_member(outlook.kinds.iter().map(|(members, _)| members), rule.len());
    Ok((outlook.passes.exact(), kinds.into_iter().map(of).collect()))
}

/// A group and how it attends.
struct Group<'a> {
    rule: &'a Compiled,
    /// The same rule with all votes in the hands of those who cast them.
    held: &'a Compiled,
    roster: &'a Roster,
    presences: &'a [Presence],
    delegations: &'a Delegations,
}

impl Group<'_> {
    fn power(&self) -> Result<AttendedPower, OutlookError> {
        let Self { rule, held, roster, presences, delegations } = self;
        let mut left = MOST_ATTENDANCE_STEPS;
        let quorums = quorums::quorums(rule, held, roster, presences, &mut left)?;
        let outlook = Outlook::of(held, presences, true, &mut left)?;
        let kinds = kinds_by_member(outlook.kinds.iter().map(|(members, _)| members), roster.len());
        let mut constituencies = Vec::with_capacity(roster.constituencies().len());
        for (id, seats) in roster.constituencies() {
            constituencies.push(self.constituency(id, seats, &outlook, &kinds, &mut left));
        }
        let mut left_out = Vec::new();
        if outlook.unallocated.is_none() {
            left_out.push("the Shapley-Shubik indices".to_owned());
        }
        if constituencies.iter().any(|line| line.can_decide.is_none()) {
            left_out.push("the chances that a constituency can decide or block".to_owned());
        }
        let without_remote = outlook.passes_in_person.as_ref().map(|passes| WithoutRemote {
            passes: passes.told(),
            quorums: quorums.iter().map(|met| met.in_person.clone()).collect(),
            members: self.in_person(&outlook, &kinds),
        });
        Ok(AttendedPower {
            passes: outlook.passes.told(),
            quorums: quorums.into_iter().map(|met| met.line).collect(),
            members: self.members(&outlook, &kinds),
            constituencies,
            unallocated: outlook.unallocated.as_ref().map(Fraction::told),
            paradoxes: paradox::all(held, roster, &outlook).map_err(OutlookError::Broken)?,
            carried_votes: delegations
                .lines(roster, |member| presences.get(member).is_none_or(|presence| *presence == Presence::AWAY)),
            if_remote_did_not_count: without_remote,
            assumes: ASSUMES.map(str::to_owned).to_vec(),
            left_out,
        })
    }

    fn members(&self, outlook: &Outlook, kinds: &[Option<usize>]) -> Vec<AttendedMember> {
        let lines: Vec<KindLine> = outlook.kinds.iter().map(|(_, kind)| KindLine::of(kind, &outlook.all_influence)).collect();
        let unasked = KindLine::unasked(outlook);
        let line = |((member, id), kind): ((usize, &Id), &Option<usize>)| {
            let presence = self.presences.get(member).copied().unwrap_or(Presence::AWAY);
            let own = kind.and_then(|kind| lines.get(kind)).unwrap_or(&unasked).clone();
            AttendedMember {
                id: id.clone(),
                presence: fraction::told(presence.there(false)),
                swing: own.swing,
                influence: own.influence,
                normalised: own.normalised,
                shapley_shubik: own.shapley_shubik,
                attend_yes: own.attend_yes,
                perverse: own.perverse,
                backfires: own.backfires,
                helps: own.helps,
                hurts: own.hurts,
            }
        };
        self.roster.ids().iter().enumerate().zip(kinds).map(line).collect()
    }

    fn in_person(&self, outlook: &Outlook, kinds: &[Option<usize>]) -> Vec<WithoutRemoteMember> {
        let influence =
            |(_, kind): &(Vec<usize>, KindOutlook)| kind.influence_in_person.as_ref().unwrap_or(&Fraction::zero()).told();
        let influences: Vec<IndexValue> = outlook.kinds.iter().map(influence).collect();
        let line = |((member, id), kind): ((usize, &Id), &Option<usize>)| {
            let presence = self.presences.get(member).map_or_else(Exact::zero, |presence| presence.there(true));
            let influence = kind.and_then(|kind| influences.get(kind)).cloned();
            WithoutRemoteMember {
                id: id.clone(),
                presence: fraction::told(presence),
                influence: influence.unwrap_or_else(|| Fraction::zero().told()),
            }
        };
        self.roster.ids().iter().enumerate().zip(kinds).map(line).collect()
    }

    fn constituency(
        &self,
        id: &Id,
        seats: &[usize],
        outlook: &Outlook,
        kinds: &[Option<usize>],
        left: &mut u64,
    ) -> AttendedConstituency {
        let there = seats.iter().filter_map(|seat| self.presences.get(*seat)).map(|presence| presence.there(false));
        let kind_of = |seat: &usize| kinds.get(*seat).copied().flatten();
        let influences = seats.iter().filter_map(|seat| outlook.kinds.get(kind_of(seat)?)).map(|(_, kind)| &kind.influence);
        // Votes that were handed over are cast by those who hold them, whatever their constituency.
        let blocs = blocs::chances(self.held, self.presences, seats, left);
        let (can_decide, can_block) = blocs.map_or((None, None), |blocs| (Some(blocs.can_decide), Some(blocs.can_block)));
        AttendedConstituency {
            id: id.clone(),
            seats: seats.len(),
            expected_presence: fraction::told(Exact::sum(&there.collect::<Vec<_>>())),
            influence: outlook.all_influence.like(influences.map(Fraction::part).sum()).told(),
            can_decide: can_decide.as_ref().map(Fraction::told),
            can_block: can_block.as_ref().map(Fraction::told),
        }
    }
}

/// What is told of each member of a kind.
#[derive(Clone)]
struct KindLine {
    swing: IndexValue,
    influence: IndexValue,
    normalised: Option<IndexValue>,
    shapley_shubik: Option<IndexValue>,
    attend_yes: IndexValue,
    perverse: IndexValue,
    backfires: IndexValue,
    helps: IndexValue,
    hurts: IndexValue,
}

impl KindLine {
    fn of(kind: &KindOutlook, all: &Fraction) -> Self {
        Self {
            swing: kind.swing.told(),
            influence: kind.influence.told(),
            normalised: kind.influence.share_of(all).as_ref().map(Fraction::told),
            shapley_shubik: kind.shapley_shubik.as_ref().map(Fraction::told),
            attend_yes: kind.attend_yes.told(),
            perverse: kind.perverse.told(),
            backfires: kind.backfires.told(),
            helps: kind.helps.told(),
            hurts: kind.hurts.told(),
        }
    }

    /// Of members whom the rule asks nothing.
    fn unasked(outlook: &Outlook) -> Self {
        let none = Fraction::zero().told();
        Self {
            swing: none.clone(),
            influence: none.clone(),
            normalised: Fraction::zero().share_of(&outlook.all_influence).as_ref().map(Fraction::told),
            shapley_shubik: outlook.unallocated.as_ref().map(|_| none.clone()),
            attend_yes: none.clone(),
            perverse: none.clone(),
            backfires: none.clone(),
            helps: none.clone(),
            hurts: none,
        }
    }
}

#[cfg(test)]
mod tests;
