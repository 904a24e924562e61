#![doc = include_str!("attendance.md")]

mod answer;
mod blocs;
mod chance;
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
pub use request::{Attendance, AttendanceChances};
pub use work::MOST_ATTENDANCE_STEPS;

use self::chance::Presence;
use self::outlook::{KindOutlook, Outlook, OutlookError};
use super::delegation::Delegations;
use super::measure::IndexValue;
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
    let numbers = Numbers::of(&outlook, &presences);
    let influences = (0..rule.len()).map(|member| numbers.influence(member)).collect();
    Ok((outlook.passes.clone(), influences))
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
        let numbers = Numbers::of(&outlook, presences);
        let mut constituencies = Vec::with_capacity(roster.constituencies().len());
        for (id, seats) in roster.constituencies() {
            constituencies.push(self.constituency(id, seats, &numbers, &mut left));
        }
        let mut left_out = Vec::new();
        if outlook.unallocated.is_none() {
            left_out.push("the Shapley-Shubik indices".to_owned());
        }
        if constituencies.iter().any(|line| line.can_decide.is_none()) {
            left_out.push("the chances that a constituency can decide or block".to_owned());
        }
        let without_remote = outlook.passes_in_person.clone().map(|passes| WithoutRemote {
            passes: IndexValue::exactly(passes),
            quorums: quorums.iter().map(|met| met.in_person.clone()).collect(),
            members: self.in_person(&numbers),
        });
        Ok(AttendedPower {
            passes: IndexValue::exactly(outlook.passes.clone()),
            quorums: quorums.into_iter().map(|met| met.line).collect(),
            members: self.members(&numbers),
            constituencies,
            unallocated: outlook.unallocated.clone().map(IndexValue::exactly),
            paradoxes: paradox::all(held, roster, presences, &outlook).map_err(OutlookError::Broken)?,
            carried_votes: delegations
                .lines(roster, |member| presences.get(member).is_none_or(|presence| *presence == Presence::AWAY)),
            if_remote_did_not_count: without_remote,
            assumes: ASSUMES.map(str::to_owned).to_vec(),
            left_out,
        })
    }

    fn members(&self, numbers: &Numbers<'_>) -> Vec<AttendedMember> {
        let line = |(member, id): (usize, &Id)| {
            let outlook = numbers.outlook(member);
            let of = |value: fn(&KindOutlook) -> &Exact| {
                IndexValue::exactly(outlook.map_or_else(Exact::zero, |outlook| value(outlook).clone()))
            };
            let presence = self.presences.get(member).copied().unwrap_or(Presence::AWAY);
            let influence = numbers.influence(member);
            let shapley_shubik = match outlook {
                Some(outlook) => outlook.shapley_shubik.clone(),
                None => numbers.outlook.unallocated.as_ref().map(|_| Exact::zero()),
            };
            AttendedMember {
                id: id.clone(),
                presence: IndexValue::exactly(presence.there(false)),
                swing: of(|outlook| &outlook.swing),
                normalised: influence.divided_by(&numbers.all_influence).map(IndexValue::exactly),
                influence: IndexValue::exactly(influence),
                shapley_shubik: shapley_shubik.map(IndexValue::exactly),
                attend_yes: of(|outlook| &outlook.attend_yes),
                perverse: of(|outlook| &outlook.perverse),
                backfires: of(|outlook| &outlook.backfires),
                helps: of(|outlook| &outlook.helps),
                hurts: of(|outlook| &outlook.hurts),
            }
        };
        self.roster.ids().iter().enumerate().map(line).collect()
    }

    fn in_person(&self, numbers: &Numbers<'_>) -> Vec<WithoutRemoteMember> {
        let line = |(member, id): (usize, &Id)| {
            let presence = self.presences.get(member).map_or_else(Exact::zero, |presence| presence.there(true));
            let swing = numbers.outlook(member).and_then(|outlook| outlook.swing_in_person.clone());
            let influence = presence.times(&swing.unwrap_or_else(Exact::zero));
            WithoutRemoteMember {
                id: id.clone(),
                presence: IndexValue::exactly(presence),
                influence: IndexValue::exactly(influence),
            }
        };
        self.roster.ids().iter().enumerate().map(line).collect()
    }

    fn constituency(&self, id: &Id, seats: &[usize], numbers: &Numbers<'_>, left: &mut u64) -> AttendedConstituency {
        let there = seats.iter().filter_map(|seat| self.presences.get(*seat)).map(|presence| presence.there(false));
        let influences: Vec<Exact> = seats.iter().map(|seat| numbers.influence(*seat)).collect();
        // Votes that were handed over are cast by those who hold them, whatever their constituency.
        let blocs = blocs::chances(self.held, self.presences, seats, left);
        let (can_decide, can_block) = blocs.map_or((None, None), |blocs| (Some(blocs.can_decide), Some(blocs.can_block)));
        AttendedConstituency {
            id: id.clone(),
            seats: seats.len(),
            expected_presence: IndexValue::exactly(Exact::sum(&there.collect::<Vec<_>>())),
            influence: IndexValue::exactly(Exact::sum(&influences)),
            can_decide: can_decide.map(IndexValue::exactly),
            can_block: can_block.map(IndexValue::exactly),
        }
    }
}

/// What follows, by member.
struct Numbers<'a> {
    outlook: &'a Outlook,
    presences: &'a [Presence],
    kind_of: Vec<Option<usize>>,
    all_influence: Exact,
}

impl<'a> Numbers<'a> {
    fn of(outlook: &'a Outlook, presences: &'a [Presence]) -> Self {
        let mut kind_of = vec![None; presences.len()];
        for (number, (members, _)) in outlook.kinds.iter().enumerate() {
            for member in members {
                if let Some(own) = kind_of.get_mut(*member) {
                    *own = Some(number);
                }
            }
        }
        let mut numbers = Self { outlook, presences, kind_of, all_influence: Exact::zero() };
        let influences: Vec<Exact> = (0..presences.len()).map(|member| numbers.influence(member)).collect();
        numbers.all_influence = Exact::sum(&influences);
        numbers
    }

    fn outlook(&self, member: usize) -> Option<&KindOutlook> {
        let kind = self.kind_of.get(member).copied().flatten()?;
        self.outlook.kinds.get(kind).map(|(_, outlook)| outlook)
    }

    fn influence(&self, member: usize) -> Exact {
        let presence = self.presences.get(member).map_or_else(Exact::zero, |presence| presence.there(false));
        self.outlook(member).map_or_else(Exact::zero, |outlook| presence.times(&outlook.swing))
    }
}

#[cfg(test)]
mod tests;
