//! Who comes how often, as it is asked.

use serde::{Deserialize, Serialize};

use super::super::delegation::Delegations;
use super::chance::Presence;
use crate::error::{Pointer, PowerError};
use crate::group::Roster;
use crate::unit::{Id, IdMap, Ratio};

/// How people attend: what is said of one member goes before what is said of a constituency, and that before what is said of everybody.
/// Members come independently of one another.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Attendance {
    /// What holds for everybody.
    #[serde(default)]
    pub everybody: AttendanceChances,
    /// What holds for the members of a constituency, by its id.
    #[serde(default)]
    pub constituencies: IdMap<AttendanceChances>,
    /// What holds for a member, by id.
    #[serde(default)]
    pub members: IdMap<AttendanceChances>,
    /// Votes handed over: whose, and to whom, who can hand them on. Whoever hands over does not come, and the one who casts the vote says
    /// the same for all; if that one does not come, the votes that they carry are absent as well. Nothing but chances of 0 can be said
    /// in `members` of somebody who hands over.
    #[serde(default)]
    pub delegates: IdMap<Id>,
    /// Whether those whose vote somebody present casts count as present: for quorums of members present, and for second votes at a tie.
    #[serde(default)]
    pub proxy_counts_present: bool,
}

/// Chances of one member or of each of several; what is left out is as it is for more members at once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AttendanceChances {
    /// The chance of being there, in the room or remotely: from 0, certainly absent, to 1, certainly there. 1 where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub present: Option<Ratio>,
    /// The chance of abstaining, for somebody who is there: from 0 to 1. 0 where nothing is said. Those who do not abstain say yes or no
    /// by the toss of a coin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abstain: Option<Ratio>,
    /// The part of being there that is remote: from 0 to 1. 0 where nothing is said. Those who take part remotely are there; the answer
    /// also says what would be if they were not counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remotely: Option<Ratio>,
}

impl Attendance {
    /// Checked: how each member attends, and who casts whose vote. It stands at `path` in the request.
    pub(super) fn resolved(&self, roster: &Roster, path: &Pointer) -> Result<(Vec<Presence>, Delegations), PowerError> {
        let delegations = Delegations::new(&self.delegates, roster, &path.key("delegates"))?;
        let mut own = vec![self.everybody; roster.len()];
        check(self.everybody, &path.key("everybody"))?;
        for (id, chances) in self.constituencies.iter() {
            let at = path.key("constituencies").key(id.as_str());
            let seats = roster.constituency(id.as_str());
            let seats = seats.ok_or_else(|| PowerError::UnknownConstituency { path: at.clone(), id: id.to_string() })?;
            check(*chances, &at)?;
            seats.iter().for_each(|seat| set(&mut own, *seat, *chances));
        }
        for (id, chances) in self.members.iter() {
            let at = path.key("members").key(id.as_str());
            let member = roster.number(id.as_str());
            let member = member.ok_or_else(|| PowerError::UnknownMember { path: at.clone(), id: id.to_string() })?;
            check(*chances, &at)?;
            // Whoever hands over does not come, so that there is nothing to say of how.
            let said = [chances.present, chances.abstain, chances.remotely];
            let said = said.into_iter().flatten().any(|chance| chance != Ratio::ZERO);
            if said && delegations.carrier(member).is_some() {
                return Err(PowerError::VoteHandedOver { path: at, id: id.to_string() });
            }
            set(&mut own, member, *chances);
        }
        let presence = |(member, chances): (usize, &AttendanceChances)| {
            if delegations.carrier(member).is_some() {
                return Presence::AWAY;
            }
            let present = chances.present.unwrap_or(Ratio::ONE);
            // Whoever never comes does nothing else either.
            if present == Ratio::ZERO {
                return Presence::AWAY;
            }
            let or_never = |chance: Option<Ratio>| chance.unwrap_or(Ratio::ZERO);
            Presence { present, abstain: or_never(chances.abstain), remotely: or_never(chances.remotely) }
        };
        let presences = own.iter().enumerate().map(presence).collect();
        Ok((presences, delegations))
    }
}

fn set(all: &mut [AttendanceChances], member: usize, said: AttendanceChances) {
    if let Some(own) = all.get_mut(member) {
        *own = AttendanceChances {
            present: said.present.or(own.present),
            abstain: said.abstain.or(own.abstain),
            remotely: said.remotely.or(own.remotely),
        };
    }
}

fn check(chances: AttendanceChances, path: &Pointer) -> Result<(), PowerError> {
    for (key, chance) in [("present", chances.present), ("abstain", chances.abstain), ("remotely", chances.remotely)] {
        if let Some(chance) = chance.filter(|chance| chance.is_negative() || *chance > Ratio::ONE) {
            let detail = format!("a chance is from 0 to 1, and here is {chance}");
            return Err(PowerError::OutOfRange { path: path.key(key), detail });
        }
    }
    Ok(())
}
