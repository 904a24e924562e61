//! The form of the answer.

use num_bigint::BigInt;
use serde::Serialize;

use super::super::bloc::Say;
use super::super::measure::IndexValue;
use super::words;
use crate::unit::{Count, Exact, Id};

/// What becomes of a group when so many cannot come.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AbsencesAnswer {
    /// If everybody comes.
    pub nobody_away: AbsenceWay,
    /// Every way in which so many can be away; ways that differ only by who of those who are alike it is are one.
    pub ways: Vec<AbsenceWay>,
    /// The number in `ways`, from 0, of the first of those in which it passes least often.
    pub worst: usize,
    /// The same for those in which it passes most often.
    pub best: usize,
    /// The chance to pass on average over all ways, each as likely as the other.
    pub typical: IndexValue,
    /// In how many ways nothing can pass at all.
    pub nothing_passes: Count,
    /// Of so many ways in all.
    pub of: Count,
    /// What becomes of each constituency, over all ways.
    pub constituencies: Vec<ConstituencyAbsences>,
    /// The same in sentences.
    pub says: Vec<String>,
    /// What is taken for granted.
    pub assumes: Vec<String>,
}

/// One way in which members are away.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AbsenceWay {
    /// Who is away.
    pub away: Vec<AwayMembers>,
    /// How many ways this stands for: so many choices of members who are alike.
    pub ways: Count,
    /// The chance that it passes when everybody else comes and tosses a coin: the share of all ways to vote.
    pub passes: IndexValue,
    /// What each member has left.
    pub members: Vec<MemberWithout>,
    /// What each constituency has left.
    pub constituencies: Vec<ConstituencyWithout>,
    /// The same in a sentence.
    pub says: String,
}

/// So many of some members who are alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AwayMembers {
    /// How many of these.
    pub count: usize,
    /// The members who are alike.
    pub of: Vec<Id>,
}

/// One member's power when some are away.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MemberWithout {
    /// The member.
    pub id: Id,
    /// Whether this member is taken to be away here; of members who are alike the first are.
    pub away: bool,
    /// The chance that the member's vote decides when all others who come toss a coin; 0 for somebody who is away.
    pub influence: IndexValue,
}

/// What a constituency can do when some are away.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConstituencyWithout {
    /// The constituency.
    pub id: Id,
    /// How many of its members come.
    pub present: usize,
    /// What those of its members who come can do together; to attend is said of those who come.
    #[serde(flatten)]
    pub say: Say,
    /// Its members' influence added up.
    pub influence: IndexValue,
}

/// What becomes of a constituency over all ways.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConstituencyAbsences {
    /// The constituency.
    pub id: Id,
    /// In how many ways its members who come can decide, if all others come too.
    pub can_decide: Count,
    /// In how many ways they can block by voting, if all others come too.
    pub can_block: Count,
    /// In how many ways none of their votes can matter.
    pub votes_cannot_matter: Count,
}

/// All ways together; nothing if there are none.
pub(super) fn gathered(nobody_away: AbsenceWay, ways: Vec<AbsenceWay>) -> Option<AbsencesAnswer> {
    let number = |counted: &dyn Fn(&AbsenceWay) -> bool| -> Count {
        let each = ways.iter().filter(|way| counted(way)).map(|way| way.ways.number());
        Count::from(each.sum::<num_bigint::BigUint>())
    };
    let of = number(&|_| true);
    let exact = |way: &AbsenceWay| way.passes.exact.clone().unwrap_or_else(Exact::zero);
    let order = |one: &AbsenceWay, other: &AbsenceWay| exact(one).cmp(&exact(other));
    let by_chance = ways.iter().enumerate();
    let worst = by_chance.clone().min_by(|one, other| order(one.1, other.1))?.0;
    // Of the best, the first.
    let best = by_chance.rev().max_by(|one, other| order(one.1, other.1))?.0;
    let weighed: Vec<Exact> = ways
        .iter()
        .filter_map(|way| {
            Some(exact(way).times(&Exact::new(BigInt::from(way.ways.number().clone()), BigInt::from(of.number().clone()))?))
        })
        .collect();
    let line = |(at, side): (usize, &ConstituencyWithout)| {
        let say = |way: &AbsenceWay, asked: fn(&Say) -> bool| way.constituencies.get(at).is_some_and(|own| asked(&own.say));
        ConstituencyAbsences {
            id: side.id.clone(),
            can_decide: number(&|way| say(way, |say| say.can_decide_if_all_attend)),
            can_block: number(&|way| say(way, |say| say.can_block_by_voting_if_all_attend)),
            votes_cannot_matter: number(&|way| say(way, |say| !say.votes_can_matter)),
        }
    };
    let constituencies: Vec<ConstituencyAbsences> = nobody_away.constituencies.iter().enumerate().map(line).collect();
    let nothing_passes = number(&|way| exact(way).is_zero());
    let typical = Exact::sum(&weighed);
    Some(AbsencesAnswer {
        says: words::all(&nobody_away, &ways, (worst, best), &typical, (&nothing_passes, &of), &constituencies),
        worst,
        best,
        typical: IndexValue::exactly(typical),
        nothing_passes,
        of,
        constituencies,
        nobody_away,
        ways,
        assumes: words::ASSUMES.map(str::to_owned).to_vec(),
    })
}
