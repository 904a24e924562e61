//! The families of changes, and the smallest of each that gives a member weight.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::find::{Verdict, passes_with, verdict};
use super::super::search::Steps;
use super::super::sheet::Sheet;
use super::Asked;
use super::edit::{leaves, with_leaf};
use super::quorum::company;
use crate::error::Pointer;
use crate::power::rule::{Among, Bar, Compiled, Leaf, Node, Quorum, Rule, Rules, VoteBase, Votes, Who};
use crate::unit::{Id, IdMap, Ratio};

/// Looking for changes takes so many steps at most, of one part looked at in one state each: about half a second.
pub const MOST_CHANGE_STEPS: u64 = 30_000_000;

/// Where a bar cannot be moved from one total to the next because there are too many, it is moved vote by vote up to so far. So far are
/// votes added one by one where there is a casting vote.
pub const MOST_STEPS_OF_A_BAR: u64 = 100;

/// Bars are moved from one total to the next where the voters can reach so many at most.
const MOST_TOTALS: usize = 1_000;

/// What one trial may take.
const MOST_TRIAL_STEPS: u64 = 400_000;

/// The largest sum of weights.
const MOST_WEIGHT: u64 = 1 << 53;

/// A family of changes to a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum TokenismFamily {
    /// The member gets more votes in a part in which the member has a seat.
    MoreVotes,
    /// The member joins the voters of a part: with as few votes as will do, or among those who may object.
    Joins,
    /// The bar of a part is lowered.
    BarLowered,
    /// The bar of a part is raised.
    BarRaised,
    /// A majority of the member's constituency must agree as well.
    ConstituencyVote,
    /// The member must agree as well: a veto.
    MustAgree,
    /// At least half of the member's constituency must be there. This gives weight to the member's presence, not to the vote.
    ConstituencyQuorum,
}

impl TokenismFamily {
    /// Every family there is.
    pub const ALL: &'static [Self] = &[
        Self::MoreVotes,
        Self::Joins,
        Self::BarLowered,
        Self::BarRaised,
        Self::ConstituencyVote,
        Self::MustAgree,
        Self::ConstituencyQuorum,
    ];

    const fn words(self) -> &'static str {
        match self {
            Self::MoreVotes => "more votes",
            Self::Joins => "joining the voters of a part",
            Self::BarLowered => "a lower bar",
            Self::BarRaised => "a higher bar",
            Self::ConstituencyVote => "a majority of the constituency as well",
            Self::MustAgree => "the member's agreement as well",
            Self::ConstituencyQuorum => "a quorum of the constituency",
        }
    }
}

/// A change that was found and tried.
pub(super) struct Change {
    pub(super) part: Option<usize>,
    pub(super) amount: Option<u64>,
    pub(super) statement: String,
    pub(super) rule: Rule,
    pub(super) compiled: Compiled,
    pub(super) by_vote: bool,
    /// Who says yes in a case in which the member decides, the member among them.
    pub(super) with: Vec<usize>,
}

/// Changes tried on behalf of one member.
pub(super) struct Trial<'a, 'b> {
    pub(super) asked: &'a Asked<'a>,
    pub(super) member: usize,
    pub(super) constituency: Option<&'a Id>,
    pub(super) steps: &'b mut Steps,
    pub(super) without: Vec<String>,
}

/// A changed rule, checked, and a coalition in which the member decides.
struct Tried {
    compiled: Compiled,
    with: Vec<usize>,
}

/// Whether the member matters after a change.
enum Outcome {
    Matters(Tried),
    Never,
    Unknown,
}

/// One part as the group wrote it and as it is checked.
struct Seat<'a> {
    part: usize,
    written: &'a Votes,
    voters: &'a [(usize, u64)],
    bar: Bar,
    casting: bool,
    total: u64,
}

impl<'a> Trial<'a, '_> {
    /// The smallest change of a family; otherwise `without` says why there is none.
    pub(super) fn smallest(&mut self, family: TokenismFamily) -> Option<Change> {
        if self.constituency.is_none() && matches!(family, TokenismFamily::ConstituencyVote | TokenismFamily::ConstituencyQuorum)
        {
            self.without.push(format!("{}: the members have no constituencies", family.words()));
            return None;
        }
        let mut told = true;
        let found = match family {
            TokenismFamily::MoreVotes => self.votes(true, &mut told),
            TokenismFamily::Joins => self.votes(false, &mut told),
            TokenismFamily::BarLowered => self.bars(true, &mut told),
            TokenismFamily::BarRaised => self.bars(false, &mut told),
            TokenismFamily::ConstituencyVote => self.constituency_vote(&mut told),
            TokenismFamily::MustAgree => self.must_agree(&mut told),
            TokenismFamily::ConstituencyQuorum => self.constituency_quorum(&mut told),
        };
        if !told {
            // A smaller one may be among those that could not be tried.
            self.without.push(format!("{}: trying all of them would take too long", family.words()));
            return None;
        }
        if found.is_none() {
            self.without.push(format!("{}: nothing of that sort does", family.words()));
        }
        found
    }

    fn id(&self) -> Option<&Id> {
        self.asked.compiled.ids().get(self.member)
    }

    fn name(&self) -> &str {
        self.id().map_or("", Id::as_str)
    }

    fn seats(&self) -> Vec<Seat<'a>> {
        let mut checked = Vec::new();
        collect(self.asked.compiled.root(), &mut checked);
        let seat = |((part, written), leaf): ((usize, &'a Rule), &'a Leaf)| match (written, leaf) {
            (Rule::Votes(written), Leaf::Votes { voters, bar, casting }) => Some(Seat {
                part,
                written,
                voters,
                bar: *bar,
                casting: casting.is_some(),
                total: voters.iter().map(|(_, weight)| weight).sum(),
            }),
            _ => None,
        };
        leaves(self.asked.rule).into_iter().enumerate().zip(checked).filter_map(seat).collect()
    }

    fn attempt(&mut self, rule: &Rule) -> Outcome {
        let none = Rules::default();
        let Ok(compiled) = Compiled::new(rule, &Pointer::root(), self.asked.roster, &none) else { return Outcome::Never };
        let sheet = Sheet::of(&compiled);
        if !self.steps.spend(compiled.len() + sheet.parts.iter().map(|part| part.points.len()).sum::<usize>()) {
            return Outcome::Unknown;
        }
        let (kinds, _) = sheet.kinds();
        let mut own = Steps(self.steps.0.min(MOST_TRIAL_STEPS));
        self.steps.0 -= own.0;
        let verdict = verdict(&sheet, &kinds, self.member, &mut own);
        self.steps.0 += own.0;
        match verdict {
            Verdict::Matters(with) => Outcome::Matters(Tried { compiled, with }),
            Verdict::Never => Outcome::Never,
            Verdict::Unknown => Outcome::Unknown,
        }
    }

    /// More votes in a part in which the member is a voter, or votes in one in which the member is none.
    fn votes(&mut self, seated: bool, told: &mut bool) -> Option<Change> {
        let mut best: Option<(u64, usize, Rule, Tried)> = None;
        let id = self.id()?.clone();
        let asked = self.asked;
        for seat in self.seats() {
            if seat.voters.iter().any(|(voter, _)| *voter == self.member) != seated {
                continue;
            }
            let named =
                seat.voters.iter().filter_map(|(voter, weight)| Some((asked.compiled.ids().get(*voter)?.clone(), *weight)));
            let voters: Vec<(Id, u64)> = named.collect();
            let Seat { part, written, casting, total, .. } = seat;
            let rule = |more: u64| {
                let own = voters.iter().find(|(voter, _)| *voter == id).map_or(0, |(_, weight)| *weight);
                let others = voters.iter().filter(|(voter, _)| *voter != id).cloned();
                let weights =
                    others.chain([(id.clone(), own + more)]).filter_map(|(voter, weight)| Some((voter, whole(weight)?)));
                let weights: IdMap<Ratio> = weights.collect();
                let changed = Votes { weights: Some(weights), among: None, ..written.clone() };
                with_leaf(asked.rule, part, &Rule::Votes(changed))
            };
            let most = MOST_WEIGHT.saturating_sub(total);
            // Only what is smaller than the best so far.
            let most = best.as_ref().map_or(most, |(amount, ..)| most.min(amount - 1));
            let found = if casting { self.one_by_one(most.min(MOST_STEPS_OF_A_BAR), &rule) } else { self.least(most, &rule) };
            match found {
                Ok(Some((amount, rule, tried))) => best = Some((amount, part, rule, tried)),
                Ok(None) => {}
                Err(()) => *told = false,
            }
        }
        let best = best.map(|(amount, part, rule, tried)| {
            let name = self.name();
            let votes = if amount == 1 { "1 vote".to_owned() } else { format!("{amount} votes") };
            let statement = if seated {
                format!("give {name} {votes} more in part {part}")
            } else {
                format!("let {name} vote in part {part} too, with {votes}")
            };
            Change {
                part: Some(part),
                amount: Some(amount),
                statement,
                rule,
                by_vote: true,
                with: tried.with,
                compiled: tried.compiled,
            }
        });
        if seated || best.as_ref().is_some_and(|change| change.amount == Some(1)) {
            return best;
        }
        best.or(self.consents(told))
    }

    /// The member may object too, in a part that asks for consent.
    fn consents(&mut self, told: &mut bool) -> Option<Change> {
        let asked = self.asked;
        let mut checked = Vec::new();
        collect(asked.compiled.root(), &mut checked);
        for (part, leaf) in checked.into_iter().enumerate() {
            let Leaf::Consent(among) = leaf else { continue };
            if among.contains(&self.member) {
                continue;
            }
            let ids = among.iter().chain([&self.member]).filter_map(|member| self.asked.compiled.ids().get(*member)).cloned();
            let among = Among { among: Some(Who::Members(ids.collect())) };
            let rule = with_leaf(self.asked.rule, part, &Rule::Consent(among));
            match self.attempt(&rule) {
                Outcome::Matters(tried) => {
                    let statement = format!("ask for {}'s consent too in part {part}", self.name());
                    return Some(Change {
                        part: Some(part),
                        amount: None,
                        statement,
                        rule,
                        by_vote: true,
                        with: tried.with,
                        compiled: tried.compiled,
                    });
                }
                Outcome::Never => {}
                Outcome::Unknown => *told = false,
            }
        }
        None
    }

    /// The least amount that does, where with any amount that does every larger one does too. That holds for a member's votes where there
    /// is no casting vote: at every coalition a part with the member grows more likely to pass, and one without less.
    fn least(&mut self, most: u64, rule: &impl Fn(u64) -> Rule) -> Result<Option<(u64, Rule, Tried)>, ()> {
        if most == 0 {
            return Ok(None);
        }
        // Doubling finds a range quickly where little is enough; the largest amount tells whether any is.
        let mut too_little = 0;
        let mut amount = 1_u64;
        let mut best = loop {
            match self.attempt(&rule(amount)) {
                Outcome::Matters(tried) => break (amount, tried),
                Outcome::Unknown => return Err(()),
                Outcome::Never if amount >= most => return Ok(None),
                Outcome::Never => {
                    too_little = amount;
                    amount = if amount < 8 { (2 * amount).min(most) } else { most.min(amount.saturating_mul(64)) };
                }
            }
        };
        while too_little + 1 < best.0 {
            let middle = too_little + (best.0 - too_little) / 2;
            match self.attempt(&rule(middle)) {
                Outcome::Matters(tried) => best = (middle, tried),
                Outcome::Never => too_little = middle,
                Outcome::Unknown => return Err(()),
            }
        }
        let (amount, tried) = best;
        Ok(Some((amount, rule(amount), tried)))
    }

    fn one_by_one(&mut self, most: u64, rule: &impl Fn(u64) -> Rule) -> Result<Option<(u64, Rule, Tried)>, ()> {
        for amount in 1..=most {
            match self.attempt(&rule(amount)) {
                Outcome::Matters(tried) => return Ok(Some((amount, rule(amount), tried))),
                Outcome::Never => {}
                Outcome::Unknown => return Err(()),
            }
        }
        Ok(None)
    }

    /// Another bar in one part, as near as can be to the one that there is.
    fn bars(&mut self, lower: bool, told: &mut bool) -> Option<Change> {
        let mut best: Option<(u64, usize, u64, u64, Rule, Tried)> = None;
        let asked = self.asked;
        for seat in self.seats() {
            let Some(bar) = needed(seat.bar, seat.total) else { continue };
            let bars = nearest(&seat, bar, lower);
            let Seat { part, written, total, .. } = seat;
            for to in bars {
                let amount = to.abs_diff(bar);
                if best.as_ref().is_some_and(|(least, ..)| *least <= amount) {
                    break;
                }
                let Some(changed) = with_bar(written, to, total) else { continue };
                let rule = with_leaf(asked.rule, part, &Rule::Votes(changed));
                match self.attempt(&rule) {
                    Outcome::Matters(tried) => best = Some((amount, part, bar, to, rule, tried)),
                    Outcome::Never => continue,
                    Outcome::Unknown => *told = false,
                }
                break;
            }
        }
        best.map(|(amount, part, from, to, rule, tried)| {
            let verb = if lower { "lower" } else { "raise" };
            let statement = format!("{verb} the bar of part {part} from {from} to {to} votes, as counted when all vote");
            Change {
                part: Some(part),
                amount: Some(amount),
                statement,
                rule,
                by_vote: true,
                with: tried.with,
                compiled: tried.compiled,
            }
        })
    }

    fn added(&mut self, rule: Rule, statement: String, told: &mut bool) -> Option<Change> {
        match self.attempt(&rule) {
            Outcome::Matters(tried) => Some(Change {
                part: None,
                amount: None,
                statement,
                rule,
                by_vote: true,
                with: tried.with,
                compiled: tried.compiled,
            }),
            Outcome::Never => None,
            Outcome::Unknown => {
                *told = false;
                None
            }
        }
    }

    fn constituency_vote(&mut self, told: &mut bool) -> Option<Change> {
        let side = self.constituency?.clone();
        let statement = format!("ask for a majority of {side} as well");
        let votes = Votes {
            more_than: Some(Ratio::new(1, 2).ok()?),
            of: Some(VoteBase::Cast),
            among: Some(Who::Constituency(side)),
            ..Votes::default()
        };
        self.added(Rule::All(vec![self.asked.rule.clone(), Rule::Votes(votes)]), statement, told)
    }

    fn must_agree(&mut self, told: &mut bool) -> Option<Change> {
        let id = self.id()?.clone();
        let statement = format!("ask for {id}'s agreement as well, which is a veto");
        self.added(Rule::All(vec![self.asked.rule.clone(), Rule::SignOff(vec![id])]), statement, told)
    }

    /// At least half of the constituency must be there: with just so many, each of them can stop it by staying away.
    fn constituency_quorum(&mut self, told: &mut bool) -> Option<Change> {
        let side = self.constituency?.clone();
        let seats = self.asked.roster.constituency(side.as_str())?;
        let heads = seats.len().div_ceil(2);
        let statement = format!(
            "ask that at least half of {side} are there: {}'s vote still never matters, but whether {} comes can",
            self.name(),
            self.name()
        );
        let quorum = Quorum {
            present: Some(Ratio::new(1, 2).ok()?),
            cast: None,
            present_count: None,
            cast_count: None,
            among: Some(Who::Constituency(side.clone())),
            then: self.asked.rule.clone(),
        };
        let rule = Rule::Quorum(Box::new(quorum));
        let compiled = Compiled::new(&rule, &Pointer::root(), self.asked.roster, &Rules::default()).ok()?;
        let others: Vec<usize> = seats.iter().copied().filter(|seat| *seat != self.member).collect();
        let cost = compiled.len() + self.asked.sheet.parts.iter().map(|part| part.points.len()).sum::<usize>();
        let mut own = Steps(self.steps.0.min(MOST_TRIAL_STEPS));
        self.steps.0 -= own.0;
        let found = company(&compiled, &others, heads - 1, cost, &mut own);
        self.steps.0 += own.0;
        let Ok(found) = found else {
            *told = false;
            return None;
        };
        let present = found?;
        let with = (0..compiled.len()).filter(|other| !others.contains(other) || present.contains(other)).collect();
        Some(Change { part: None, amount: None, statement, rule, compiled, by_vote: false, with })
    }
}

/// The case in which the member decides, voted through under the changed rule.
pub(super) fn holds(change: &Change, member: usize) -> bool {
    let without: Vec<usize> = change.with.iter().copied().filter(|other| *other != member).collect();
    !change.by_vote || (passes_with(&change.compiled, &change.with) && !passes_with(&change.compiled, &without))
}

pub(super) fn collect<'a>(node: &'a Node, leaves: &mut Vec<&'a Leaf>) {
    match node {
        Node::Leaf(leaf) => leaves.push(leaf),
        Node::AtLeast { of, .. } => of.iter().for_each(|part| collect(part, leaves)),
        Node::Quorum { then, .. } => collect(then, leaves),
    }
}

fn whole(number: u64) -> Option<Ratio> {
    Ratio::new(i64::try_from(number).ok()?, 1).ok()
}

/// How many votes are needed when all vote; nothing for a bar out of reach.
fn needed(bar: Bar, total: u64) -> Option<u64> {
    match bar {
        Bar::Count(count) => Some(count),
        Bar::Share { share, strict, .. } => {
            // Votes are at most 2^53 and the terms of a share below 2^63.
            let (over, under) = (i128::from(total) * i128::from(share.numer()), i128::from(share.denom()));
            let least = if strict { over / under + 1 } else { (over + under - 1) / under };
            u64::try_from(least).ok()
        }
    }
}

/// The part with a bar at so many votes of all.
fn with_bar(written: &Votes, to: u64, total: u64) -> Option<Votes> {
    let at_least = match written.of {
        None => whole(to)?,
        Some(_) => Ratio::new(i64::try_from(to).ok()?, i64::try_from(total).ok()?).ok()?,
    };
    Some(Votes { more_than: None, at_least: Some(at_least), ..written.clone() })
}

/// The bars below or above this one at which anything can change, the nearest first: the totals that the voters can reach, or one more
/// than these; every bar where there is a casting vote or there are too many totals, up to [`MOST_STEPS_OF_A_BAR`].
fn nearest(seat: &Seat<'_>, bar: u64, lower: bool) -> Vec<u64> {
    let near = || -> Vec<u64> {
        let step = |by: u64| if lower { bar.checked_sub(by) } else { bar.checked_add(by) };
        (1..=MOST_STEPS_OF_A_BAR).filter_map(step).filter(|to| *to > 0 && *to <= seat.total).collect()
    };
    if seat.casting {
        return near();
    }
    let mut totals = BTreeSet::from([0]);
    for (_, weight) in seat.voters.iter().filter(|(_, weight)| *weight > 0) {
        let more: Vec<u64> = totals.iter().map(|total| total + weight).collect();
        totals.extend(more);
        if totals.len() > MOST_TOTALS {
            return near();
        }
    }
    if lower {
        totals.into_iter().filter(|total| *total > 0 && *total < bar).rev().collect()
    } else {
        totals.into_iter().filter(|total| *total >= bar && *total < seat.total).map(|total| total + 1).collect()
    }
}
