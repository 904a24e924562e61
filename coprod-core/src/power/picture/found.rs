//! What was found of one rule, ready to be drawn and told.

use super::super::bloc::Say;
use super::super::measure::{IndexValue, MeasureAnswer, PowerSums, measure_within};
use super::super::rule::Compiled;
use super::{Share, ShareIndex};
use crate::error::{ErrorCode, ErrorReport};
use crate::group::Roster;
use crate::unit::{Exact, Id};

/// Power in one picture may take roughly so long to measure: a second and a half, shared out among its rules.
const MOST_NANOSECONDS: u64 = 1_500_000_000;

/// Power under one rule, or why there is none to show.
#[derive(Debug)]
pub(super) struct Found {
    /// How many members there are.
    pub(super) count: usize,
    /// The constituencies.
    pub(super) sides: Vec<Side>,
    /// Each member's power; empty where it is not known.
    pub(super) members: Vec<Member>,
    /// The share of all ways to vote in which it passes, where it is known.
    pub(super) passes: Option<Share>,
    /// Why no power is shown, as a sentence.
    pub(super) without: Option<String>,
}

/// One constituency.
#[derive(Debug)]
pub(super) struct Side {
    pub(super) id: Id,
    pub(super) seats: usize,
    pub(super) share: Share,
    pub(super) alone: Option<Share>,
    pub(super) as_one: Option<Share>,
    pub(super) say: Option<Say>,
}

/// A member, or several who are alike: of one constituency and with the same power.
#[derive(Debug, Clone)]
pub(super) struct Member {
    pub(super) id: Id,
    pub(super) constituency: Option<Id>,
    pub(super) power: Share,
    pub(super) veto: bool,
    pub(super) dictator: bool,
    /// How many others are like this one.
    pub(super) others: usize,
}

impl Found {
    /// What there is to see of one of so many rules. A group that is too large for the index is shown by its seats.
    ///
    /// # Errors
    /// Those of measuring, but for the two that say that it takes too much work.
    pub(super) fn of(rule: &Compiled, roster: &Roster, index: ShareIndex, rules: u64) -> Result<Self, ErrorReport> {
        match measure_within(rule, roster, &[index.index()], MOST_NANOSECONDS / rules.max(1)) {
            Ok(answer) => Ok(Self::measured(&answer, roster, index)),
            Err(error) if matches!(error.code, ErrorCode::NoExactAnswer | ErrorCode::TooMuchWork) => {
                Ok(Self::seats_only(roster, format!("Power is not shown: {}.", error.message)))
            }
            Err(error) => Err(error),
        }
    }

    fn measured(answer: &MeasureAnswer, roster: &Roster, index: ShareIndex) -> Self {
        if answer.constant {
            let never = answer.winning.as_ref().is_some_and(|winning| *winning == 0_u32.into());
            let what = if never { "never passes" } else { "always passes" };
            let mut found = Self::seats_only(roster, format!("Power is not shown: this rule {what}, so nobody's vote matters."));
            for (side, line) in found.sides.iter_mut().zip(&answer.constituencies) {
                side.say = Some(line.say);
            }
            return found;
        }
        let sum = |sums: &Option<PowerSums>| sums.as_ref().map(|sums| Share::of(chosen(sums, index)));
        let sides = answer.constituencies.iter().map(|line| Side {
            id: line.id.clone(),
            seats: line.seats,
            share: Share::exactly(line.share.clone()),
            alone: sum(&line.if_each_votes_alone),
            as_one: sum(&line.if_each_constituency_votes_as_one),
            say: Some(line.say),
        });
        let members = answer.members.iter().filter_map(|line| {
            let value = match index {
                ShareIndex::ShapleyShubik => line.shapley_shubik.as_ref(),
                ShareIndex::Banzhaf => line.banzhaf.as_ref(),
            };
            Some(Member {
                id: line.id.clone(),
                constituency: line.constituency.clone(),
                power: Share::of(value?),
                veto: line.veto,
                dictator: line.dictator,
                others: 0,
            })
        });
        Self {
            count: roster.len(),
            sides: sides.collect(),
            members: members.collect(),
            passes: answer.coleman_act.as_ref().map(Share::of),
            without: None,
        }
    }

    fn seats_only(roster: &Roster, why: String) -> Self {
        let side = |(id, seats): &(Id, Vec<usize>)| Side {
            id: id.clone(),
            seats: seats.len(),
            share: Share::exactly(Exact::new(seats.len(), roster.len()).unwrap_or_else(Exact::zero)),
            alone: None,
            as_one: None,
            say: None,
        };
        let sides = roster.constituencies().iter().map(side).collect();
        Self { count: roster.len(), sides, members: Vec::new(), passes: None, without: Some(why) }
    }

    /// The members one by one if they are few, those who are alike together otherwise.
    pub(super) fn kinds(&self, few: usize) -> Vec<Member> {
        if self.members.len() <= few {
            return self.members.clone();
        }
        let mut kinds: Vec<Member> = Vec::new();
        for member in &self.members {
            let same = |kind: &&mut Member| kind.constituency == member.constituency && kind.power == member.power;
            match kinds.iter_mut().find(same) {
                Some(kind) => kind.others += 1,
                None => kinds.push(member.clone()),
            }
        }
        kinds
    }

    /// The share of each member if all had the same; nothing where no power is shown.
    pub(super) fn equal(&self) -> Option<Share> {
        Exact::new(1, self.members.len()).map(Share::exactly)
    }

    /// How often it passes, as a sentence.
    pub(super) fn chance(&self) -> Option<String> {
        self.passes.as_ref().map(|passes| format!("It passes in {} of all ways to vote.", passes.told()))
    }

    /// One sentence or two on each constituency, and on the members where there are none.
    pub(super) fn sentences(&self) -> Vec<String> {
        let sides = self.sides.iter().map(|side| self.sentence(side));
        self.without.iter().cloned().chain(self.chance()).chain(sides).collect()
    }

    fn sentence(&self, side: &Side) -> String {
        let mut said = format!("{}: {} of {}, {}", side.id, side.seats, seats(self.count), side.share.told());
        if self.without.is_none() {
            let told = |share: &Option<Share>, why: &str| match share {
                None => why.to_owned(),
                Some(share) if share.exact().is_zero() => "none of the power".to_owned(),
                Some(share) => format!("{} of the power", share.told()),
            };
            said += &format!(
                "; {} if each member votes alone; {} if each constituency votes as one",
                told(&side.alone, "a power that is not worked out"),
                told(&side.as_one, "a power that is not worked out, as there are too many constituencies,"),
            );
        }
        if let Some(say) = side.say {
            let can = match (say.can_decide_if_all_attend, say.can_block_by_voting_if_all_attend) {
                (true, true) => "can decide and can block",
                (true, false) => "can decide but cannot block",
                (false, true) => "can block but cannot decide",
                (false, false) => "can neither decide nor block",
            };
            said += &format!(". Together they {can} when everybody attends");
        }
        said + "."
    }

    /// The heads of a table of this.
    pub(super) fn heads(&self) -> Vec<&'static str> {
        let said = |head: &&&str| !self.sides.is_empty() || **head != AS_ONE_HEAD;
        HEADS.iter().filter(said).copied().collect()
    }

    /// The rows of the table: the constituencies, then these members.
    pub(super) fn rows(&self, members: &[Member]) -> Vec<Vec<String>> {
        let told = |share: &Option<Share>| share.as_ref().map_or_else(|| "not known".to_owned(), Share::told);
        let can = |side: &Side, of: fn(&Say) -> bool| side.say.as_ref().map_or("not known", |say| yes_no(of(say))).to_owned();
        let side = |side: &Side| {
            vec![
                side.id.to_string(),
                side.seats.to_string(),
                side.share.told(),
                told(&side.alone),
                told(&side.as_one),
                can(side, |say| say.can_decide_if_all_attend),
                can(side, |say| say.can_block_by_voting_if_all_attend),
            ]
        };
        let one_seat = Exact::new(1, self.count).map(Share::exactly);
        let member = |member: &Member| {
            let each = if member.others == 0 { "" } else { ", each" };
            let mut row = vec![format!("{}{each}", member.name()), "1".to_owned(), told(&one_seat), member.power.told()];
            row.extend((!self.sides.is_empty()).then(|| "-".to_owned()));
            row.extend([yes_no(member.dictator).to_owned(), yes_no(member.veto).to_owned()]);
            row
        };
        self.sides.iter().map(side).chain(members.iter().map(member)).collect()
    }
}

/// What a table says.
const HEADS: [&str; 7] = [
    "Who",
    "Seats",
    "Share of the seats",
    "Power if each member votes alone",
    AS_ONE_HEAD,
    "Can decide alone",
    "Can block alone",
];

const AS_ONE_HEAD: &str = "Power if each constituency votes as one";

const fn yes_no(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}

impl Member {
    /// "ana", "5 like ana".
    pub(super) fn name(&self) -> String {
        if self.others == 0 { self.id.to_string() } else { format!("{} like {}", self.others + 1, self.id) }
    }
}

fn chosen(sums: &PowerSums, index: ShareIndex) -> &IndexValue {
    match index {
        ShareIndex::ShapleyShubik => &sums.shapley_shubik,
        ShareIndex::Banzhaf => &sums.banzhaf,
    }
}

/// "1 seat", "8 seats".
pub(super) fn seats(count: usize) -> String {
    if count == 1 { "1 seat".to_owned() } else { format!("{count} seats") }
}
