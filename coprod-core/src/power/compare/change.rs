//! What changes from one rule to another, exactly.

use num_bigint::BigInt;

use super::super::bloc::Say;
use super::super::game::Game;
use super::super::measure::{ConstituencyPower, IndexValue, MeasureAnswer, MemberPower, PowerIndex, PowerSums};
use super::super::rule::{Compiled, Node};
use super::answer::{ConstituencyChange, IndexChange, MemberChange, MemberTurn, NeedsChange, PowerChange, RuleChange, SayAnswer};
use super::{Measured, deadlock, words};
use crate::unit::{Count, Id};

/// A rule with its name, and what was found of it.
type Found<'a> = (&'a Id, &'a Compiled, &'a Measured);

pub(super) fn change(before: Found<'_>, after: Found<'_>, asked: &[PowerIndex]) -> RuleChange {
    let ((first, first_rule, old), (name, rule, new)) = (before, after);
    let counted_both = old.power.winning.is_some() && new.power.winning.is_some();
    let apart = if counted_both { apart(first_rule, rule) } else { None };
    let counted = |count: &BigInt| count.to_biguint().map(Count::from);
    let mut change = RuleChange {
        rule: name.clone(),
        against: first.clone(),
        chance_to_pass: difference(new.power.coleman_act.as_ref(), old.power.coleman_act.as_ref()),
        neither: new.deadlock.as_ref().zip(old.deadlock.as_ref()).map(|(new, old)| new.neither.minus(&old.neither)),
        passes_only_now: apart.as_ref().and_then(|(now, _)| counted(now)),
        passes_no_longer: apart.as_ref().and_then(|(_, before)| counted(before)),
        same_decisions: apart.as_ref().map(|(now, before)| *now == BigInt::ZERO && *before == BigInt::ZERO),
        power: between(&old.power, &new.power, asked),
        words: Vec::new(),
    };
    change.words = words::of_change(&change, old, new, asked);
    change
}

/// How many ways to vote pass under the second rule alone, and under the first alone.
fn apart(first: &Compiled, second: &Compiled) -> Option<(BigInt, BigInt)> {
    let count = |rule: &Compiled| {
        let game = Game::of(rule);
        deadlock::winning(&game).map(|winning| BigInt::from(winning << game.silent))
    };
    let both = Node::AtLeast { count: 2, of: vec![first.root().clone(), second.root().clone()] };
    let both = count(&Compiled::over(first.ids().to_vec(), both))?;
    Some((count(second)? - &both, count(first)? - both))
}

/// What changes in power, by the first index asked for where it is said who gains and who loses.
pub(in super::super) fn between(old: &MeasureAnswer, new: &MeasureAnswer, asked: &[PowerIndex]) -> PowerChange {
    let members = members(old, new, asked);
    let moved = |up: bool| -> Vec<Id> {
        let first = members.iter().filter(|line| line.indices.first().is_some_and(|index| index.moved(up)));
        first.map(|line| line.id.clone()).collect()
    };
    PowerChange {
        gain: moved(true),
        lose: moved(false),
        constituencies: constituencies(&old.constituencies, &new.constituencies),
        members,
    }
}

/// What changes for each member who is there before or after, in the order of the second answer.
fn members(old: &MeasureAnswer, new: &MeasureAnswer, asked: &[PowerIndex]) -> Vec<MemberChange> {
    let find = |list: &MeasureAnswer, id: &Id| list.members.iter().find(|line| line.id == *id).cloned();
    let there = new.members.iter().map(|line| &line.id);
    let gone = old.members.iter().map(|line| &line.id).filter(|id| !new.members.iter().any(|line| line.id == **id));
    let line = |id: &Id| member(id, find(old, id).as_ref(), find(new, id).as_ref(), asked);
    there.chain(gone).map(line).collect()
}

fn member(id: &Id, old: Option<&MemberPower>, new: Option<&MemberPower>, asked: &[PowerIndex]) -> MemberChange {
    let value = |line: Option<&MemberPower>, index| line.and_then(|line| line.index(index)).cloned();
    let indices = asked.iter().map(|index| {
        let (from, to) = (value(old, *index), value(new, *index));
        IndexChange { index: *index, difference: difference(to.as_ref(), from.as_ref()), from, to }
    });
    let mut turns = Vec::new();
    if let Some((old, new)) = old.zip(new) {
        let mut turn = |before: bool, after: bool, gains: MemberTurn, loses: MemberTurn| match (before, after) {
            (false, true) => turns.push(gains),
            (true, false) => turns.push(loses),
            _ => {}
        };
        turn(!old.dummy, !new.dummy, MemberTurn::GainsAVoteThatMatters, MemberTurn::BecomesPowerless);
        turn(old.veto, new.veto, MemberTurn::GainsAVeto, MemberTurn::LosesTheVeto);
        turn(old.dictator, new.dictator, MemberTurn::BecomesDictator, MemberTurn::NoLongerDictator);
    }
    MemberChange { id: id.clone(), indices: indices.collect(), turns }
}

/// What changes for each constituency that is there before and after.
fn constituencies(old: &[ConstituencyPower], new: &[ConstituencyPower]) -> Vec<ConstituencyChange> {
    let pairs = new.iter().filter_map(|new| Some((old.iter().find(|old| old.id == new.id)?, new)));
    pairs.map(|(old, new)| constituency(old, new)).collect()
}

fn constituency(old: &ConstituencyPower, new: &ConstituencyPower) -> ConstituencyChange {
    let answers = |say: &Say| {
        [
            (SayAnswer::CanDecideIfAllAttend, say.can_decide_if_all_attend),
            (SayAnswer::CanDecideWhatever, say.can_decide_whatever),
            (SayAnswer::CanBlockByVotingIfAllAttend, say.can_block_by_voting_if_all_attend),
            (SayAnswer::CanBlockByVotingWhatever, say.can_block_by_voting_whatever),
            (SayAnswer::CanBlockByStayingAway, say.can_block_by_staying_away),
            (SayAnswer::VotesCanMatter, say.votes_can_matter),
        ]
    };
    let turned = |to: bool| -> Vec<SayAnswer> {
        let pairs = answers(&old.say).into_iter().zip(answers(&new.say));
        pairs.filter(|((_, before), (_, after))| before != after && *after == to).map(|((answer, _), _)| answer).collect()
    };
    let power = |of: fn(&ConstituencyPower) -> Option<&PowerSums>| {
        difference(of(new).map(|sums| &sums.shapley_shubik), of(old).map(|sums| &sums.shapley_shubik))
    };
    ConstituencyChange {
        id: new.id.clone(),
        gains: turned(true),
        loses: turned(false),
        needs_to_decide: NeedsChange { from: old.say.needs_to_decide, to: new.say.needs_to_decide },
        needs_to_block: NeedsChange { from: old.say.needs_to_block, to: new.say.needs_to_block },
        if_each_votes_alone: power(|line| line.if_each_votes_alone.as_ref()),
        if_each_constituency_votes_as_one: power(|line| line.if_each_constituency_votes_as_one.as_ref()),
    }
}

impl IndexChange {
    /// Whether the index surely grows, or surely falls.
    pub(in super::super) fn moved(&self, up: bool) -> bool {
        self.difference.as_ref().is_some_and(|difference| difference.is_surely(up))
    }
}

impl IndexValue {
    /// Whether it is above zero, or below, whatever its error.
    pub(in super::super) fn is_surely(&self, above: bool) -> bool {
        match &self.exact {
            Some(exact) if above => !exact.is_zero() && !exact.is_negative(),
            Some(exact) => exact.is_negative(),
            None if above => self.value > self.error,
            None => self.value < -self.error,
        }
    }
}

/// What one value has more than another, where both are known.
pub(in super::super) fn difference(to: Option<&IndexValue>, from: Option<&IndexValue>) -> Option<IndexValue> {
    to.zip(from).map(|(to, from)| minus(to, from))
}

/// What one value has more than another.
pub(super) fn minus(to: &IndexValue, from: &IndexValue) -> IndexValue {
    match (&to.exact, &from.exact) {
        (Some(to), Some(from)) => IndexValue::exactly(to.minus(from)),
        // Both errors may add up, and subtracting rounds once more, by less than the values' own last place.
        _ => IndexValue { exact: None, value: to.value - from.value, error: to.error + from.error + f64::EPSILON },
    }
}
