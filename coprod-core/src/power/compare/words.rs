//! The comparison in sentences.

use super::super::bloc::Say;
use super::super::measure::{ConstituencyPower, IndexValue, MeasureAnswer, PowerIndex};
use super::Measured;
use super::answer::{ConstituencyChange, DeadlockRisk, MemberChange, MemberTurn, RuleChange, SayAnswer};
use crate::group::{listed, listed_briefly};
use crate::unit::{Exact, Id};

/// What the figures mean and assume.
pub(super) fn means() -> Vec<String> {
    [
        "everybody attends and says yes or objects, except where an answer about a constituency says \"whatever\" or \"staying away\"",
        "the chance to pass is the share of all ways to vote that pass a decision: the chance if each member tosses a coin",
        "deadlock: those who say yes cannot pass a decision, and those who say no could not pass one either, so that neither a motion \
         nor its opposite passes and what is there stays; its chance is the share of all ways to vote in which that happens",
        "both: those who say yes pass a decision, and those who say no could pass one too, so that it matters who puts the question",
        "seats against power: a constituency's share of the members against its share of power by the Shapley-Shubik index",
    ]
    .map(str::to_owned)
    .to_vec()
}

/// A value to read: the fraction, or a decimal where that is long or not known.
pub(in super::super) fn value(value: &IndexValue) -> String {
    short(value).unwrap_or_else(|| format!("about {:.PLACES$}", value.value))
}

/// The fraction, if it is known and short.
fn short(value: &IndexValue) -> Option<String> {
    value.exact.as_ref().map(ToString::to_string).filter(|text| text.len() <= 15)
}

/// A fraction to read: a decimal where it is long.
pub(in super::super) fn fraction(exact: &Exact) -> String {
    value(&IndexValue::exactly(exact.clone()))
}

/// Decimals have so many places, and up to so many where fewer would be the same for two values that differ.
const PLACES: usize = 4;
const MOST_PLACES: usize = 12;

/// Two values to read, of which one comes in place of the other: with as many decimal places as it takes to tell them apart.
pub(in super::super) fn two(from: &IndexValue, to: &IndexValue) -> (String, String) {
    let decimals = |places: usize| (format!("{:.places$}", from.value), format!("{:.places$}", to.value));
    let apart = |places: &usize| {
        let (from, to) = decimals(*places);
        from != to
    };
    let places = (PLACES..=MOST_PLACES).find(apart).unwrap_or(PLACES);
    let said = |value: &IndexValue| short(value).unwrap_or_else(|| format!("about {:.places$}", value.value));
    let (last, other) = decimals(MOST_PLACES);
    let near = if from != to && last == other { " (not the same, but nearer than these decimals can show)" } else { "" };
    (said(from), format!("{}{near}", said(to)))
}

/// What one rule comes to.
pub(super) fn of_one(power: &MeasureAnswer, deadlock: Option<&DeadlockRisk>) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(chance) = &power.coleman_act {
        lines.push(format!("of all ways to vote, {} pass a decision", value(chance)));
    }
    if let Some(risk) = deadlock {
        lines.push(match (risk.strong, risk.proper) {
            (true, true) => "either a motion or its opposite can pass, never both and never neither".to_owned(),
            (false, true) => format!(
                "in {} of all ways to vote neither a motion nor its opposite can pass, and what is there stays; never can both",
                fraction(&risk.neither)
            ),
            (true, false) => format!(
                "in {} of all ways to vote a motion and its opposite can both pass, so that it matters who puts the question",
                fraction(&risk.both)
            ),
            (false, false) => format!(
                "in {} of all ways to vote neither a motion nor its opposite can pass, and in {} both can",
                fraction(&risk.neither),
                fraction(&risk.both)
            ),
        });
        if let Some(sides) = &risk.between_constituencies {
            let (ways, neither, both) = (sides.ways.number(), sides.neither.number(), sides.both.number());
            let when = "when the constituencies disagree, each of one mind,";
            if neither == ways {
                lines.push(format!("{when} they always stop each other"));
            } else if both == ways {
                lines.push(format!("{when} those for it and those against it could always each decide"));
            } else if *neither != num_bigint::BigUint::ZERO {
                lines.push(format!("{when} they stop each other in {neither} of {ways} ways"));
            }
            if both != ways && *both != num_bigint::BigUint::ZERO {
                lines.push(format!("{when} either part could decide in {both} of {ways} ways"));
            }
            if neither == both && *both == num_bigint::BigUint::ZERO {
                lines.push(format!("{when} one part always prevails"));
            }
        }
    }
    lines.extend(power.constituencies.iter().map(side));
    let named = |of: fn(&super::super::MemberPower) -> bool| -> Vec<&Id> {
        power.members.iter().filter(|member| of(member)).map(|member| &member.id).collect()
    };
    let (vetoes, dummies) = (named(|member| member.veto && !member.dictator), named(|member| member.dummy));
    lines.extend(named(|member| member.dictator).first().map(|id| format!("{id} alone decides")));
    if !vetoes.is_empty() {
        let say = if vetoes.len() == 1 { "says" } else { "all say" };
        lines.push(format!("nothing passes unless {} {say} yes", several(&vetoes)));
    }
    if !dummies.is_empty() {
        lines.push(format!("the votes of {} never make a difference", several(&dummies)));
    }
    lines
}

fn side(line: &ConstituencyPower) -> String {
    let can = can(&line.say);
    let power = line.if_each_constituency_votes_as_one.as_ref();
    let share = power.map(|sums| {
        let share = match value(&sums.shapley_shubik).as_str() {
            "0" => "none".to_owned(),
            "1" => "all".to_owned(),
            share => share.to_owned(),
        };
        format!(", and {share} of the power if each constituency votes as one")
    });
    format!("{} has {} of the seats{}; together it {can}", line.id, fraction(&line.share), share.unwrap_or_default())
}

fn can(say: &Say) -> String {
    let with = |needs: Option<usize>| needs.map(|needs| format!(" (with {needs} of its members)")).unwrap_or_default();
    let (decide, block) = (with(say.needs_to_decide), with(say.needs_to_block));
    match (say.can_decide_if_all_attend, say.can_block_by_voting_if_all_attend) {
        (true, true) => format!("can decide{decide} and block{block}"),
        (true, false) => format!("can decide{decide} and cannot block"),
        (false, true) => format!("can block{block} and cannot decide"),
        (false, false) if say.votes_can_matter => "can neither decide nor block".to_owned(),
        (false, false) => "has no vote that makes a difference".to_owned(),
    }
}

/// Names in a sentence.
fn several(ids: &[&Id]) -> String {
    listed_briefly(&ids.iter().map(|id| id.as_str()).collect::<Vec<_>>())
}

/// What changes against the first rule.
pub(super) fn of_change(change: &RuleChange, old: &Measured, new: &Measured, asked: &[PowerIndex]) -> Vec<String> {
    let (rule, against) = (format!("\"{}\"", change.rule), format!("\"{}\"", change.against));
    let mut lines = Vec::new();
    if change.same_decisions == Some(true) {
        lines.push(format!(
            "when everybody attends and says yes or objects, {rule} and {against} decide alike: they can differ only where somebody is absent, \
             abstains, or says no without objecting"
        ));
    } else if let (Some(now), Some(longer)) = (&change.passes_only_now, &change.passes_no_longer) {
        let (now, longer) = (now.number(), longer.number());
        lines.push(format!("ways to vote that pass only under {rule}: {now}; only under {against}: {longer}"));
    }
    if let Some((from, to)) = old.power.coleman_act.as_ref().zip(new.power.coleman_act.as_ref()) {
        let (was, is) = two(from, to);
        let chances = || format!("the chance to pass is {is} under {rule} and {was} under {against}");
        lines.push(match &change.chance_to_pass {
            Some(by) if by.is_surely(true) => format!("it is easier to pass anything: {}", chances()),
            Some(by) if by.is_surely(false) => format!("it is harder to pass anything: {}", chances()),
            Some(by) if by.exact.is_some() => format!("the chance to pass is {} under both", value(from)),
            _ => format!("the chance to pass is {} under both, as far as these decimals can tell", value(from)),
        });
    }
    if let Some((old, new)) = old.deadlock.as_ref().zip(new.deadlock.as_ref())
        && old.neither != new.neither
    {
        let more = if new.neither > old.neither { "deadlock is likelier" } else { "deadlock is less likely" };
        let (was, is) = two(&IndexValue::exactly(old.neither.clone()), &IndexValue::exactly(new.neither.clone()));
        lines.push(format!("{more}: {is} under {rule} and {was} under {against}"));
    }
    lines.extend(change.power.constituencies.iter().flat_map(|side| constituency(side, &format!("under {rule}"))));
    if let Some(index) = asked.first() {
        lines.extend(moved(&change.power.members, *index));
    }
    lines.extend(turned(&change.power.members));
    lines
}

/// What a constituency can do that it could not, and the other way round.
pub(in super::super) fn constituency(side: &ConstituencyChange, when: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut say = |answers: &[SayAnswer], now: bool| {
        if !answers.is_empty() {
            let what: Vec<&str> = answers.iter().map(|answer| answer.words()).collect();
            let can = if now { "can now" } else { "can no longer" };
            lines.push(format!("{when}, {} {can} {}", side.id, listed(&what)));
        }
    };
    say(&side.gains, true);
    say(&side.loses, false);
    for (what, needs) in [("decide", side.needs_to_decide), ("block", side.needs_to_block)] {
        if let (Some(from), Some(to)) = (needs.from, needs.to)
            && from != to
        {
            lines.push(format!("{when}, {} can {what} with {to} of its members, in place of {from}", side.id));
        }
    }
    lines
}

impl SayAnswer {
    const fn words(self) -> &'static str {
        match self {
            Self::CanDecideIfAllAttend => "decide if all attend",
            Self::CanDecideWhatever => "decide whatever the others do",
            Self::CanBlockByVotingIfAllAttend => "block by voting if all attend",
            Self::CanBlockByVotingWhatever => "block by voting whoever attends",
            Self::CanBlockByStayingAway => "block by staying away",
            Self::VotesCanMatter => "make a difference by a vote",
        }
    }
}

/// Who gains and who loses, members whose index moves from and to the same together.
pub(in super::super) fn moved(members: &[MemberChange], index: PowerIndex) -> Vec<String> {
    let mut groups: Vec<(String, Vec<&Id>)> = Vec::new();
    for member in members {
        let Some(line) = member.indices.first().filter(|line| line.moved(true) || line.moved(false)) else { continue };
        let (Some(from), Some(to)) = (&line.from, &line.to) else { continue };
        let verb = if line.moved(true) { ("gains", "gain") } else { ("loses", "lose") };
        let (from, to) = two(from, to);
        let key = format!("{}|{}|from {from} to {to}", verb.0, verb.1);
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, ids)) => ids.push(&member.id),
            None => groups.push((key, vec![&member.id])),
        }
    }
    if groups.is_empty() && members.iter().all(|member| member.indices.iter().all(|line| line.difference.is_some())) {
        return vec![format!("nobody's power changes by the {}", index_name(index))];
    }
    let said = |(key, ids): (String, Vec<&Id>)| {
        let mut parts = key.splitn(3, '|');
        let (one, many, rest) = (parts.next()?, parts.next()?, parts.next()?);
        let verb = if ids.len() == 1 { one } else { many };
        let each = if ids.len() == 1 { "" } else { " each" };
        Some(format!("{} {verb} power{each}: {rest} by the {}", several(&ids), index_name(index)))
    };
    groups.into_iter().filter_map(said).collect()
}

/// The name of an index in a sentence.
pub(in super::super) const fn index_name(index: PowerIndex) -> &'static str {
    match index {
        PowerIndex::Banzhaf => "Banzhaf index",
        PowerIndex::BanzhafAbsolute => "absolute Banzhaf index",
        PowerIndex::ShapleyShubik => "Shapley-Shubik index",
        PowerIndex::DeeganPackel => "Deegan-Packel index",
        PowerIndex::Holler => "Holler index",
        PowerIndex::Johnston => "Johnston index",
        PowerIndex::ColemanPrevent => "Coleman index of prevention",
        PowerIndex::ColemanInitiate => "Coleman index of initiative",
    }
}

/// What members become, in sentences, those who become the same together.
pub(in super::super) fn turned(members: &[MemberChange]) -> Vec<String> {
    let turns = [
        MemberTurn::BecomesDictator,
        MemberTurn::NoLongerDictator,
        MemberTurn::GainsAVeto,
        MemberTurn::LosesTheVeto,
        MemberTurn::GainsAVoteThatMatters,
        MemberTurn::BecomesPowerless,
    ];
    let with = |turn: &MemberTurn| -> Vec<&Id> {
        members.iter().filter(|member| member.turns.contains(turn)).map(|member| &member.id).collect()
    };
    let said = |turn: MemberTurn| {
        let ids = with(&turn);
        let (names, one) = (several(&ids), ids.len() == 1);
        (!ids.is_empty()).then(|| match turn {
            MemberTurn::GainsAVoteThatMatters => {
                format!("the {} of {names} can now make a difference", if one { "vote" } else { "votes" })
            }
            MemberTurn::BecomesPowerless => {
                format!("the {} of {names} can no longer make a difference", if one { "vote" } else { "votes" })
            }
            MemberTurn::GainsAVeto if one => format!("{names} gains a veto: nothing passes unless {names} says yes"),
            MemberTurn::GainsAVeto => format!("{names} each gain a veto: nothing passes unless all of them say yes"),
            MemberTurn::LosesTheVeto if one => format!("{names} loses the veto: a decision no longer needs the yes of {names}"),
            MemberTurn::LosesTheVeto => {
                format!("{names} each lose their veto: a decision no longer needs all of them to say yes")
            }
            MemberTurn::BecomesDictator => format!("{names} alone now decides"),
            MemberTurn::NoLongerDictator => format!("{names} alone no longer decides"),
        })
    };
    turns.into_iter().filter_map(said).collect()
}
