//! Who could have turned a decision: everybody together, those on one side of it, and each constituency by itself.

use num_bigint::BigUint;
use serde::Serialize;

use super::flip::{Changes, Direction, Pattern, Reach, Task, gentler};
use super::words;
use crate::group::{Roster, listed};
use crate::power::roles::Role;
use crate::power::rule::{Compiled, State};
use crate::power::work::Work;
use crate::unit::{Count, Id};

/// Finding out who could have turned a decision may look at this many votes (one voter in one part of the rule, once), shared equally
/// between all who are asked about; beside a first look, in which the whole rule is looked at six times for each member at most.
pub const MOST_VOTES_TRIED_FOR_WAYS: u64 = 12_000_000;

/// So many patterns of smallest sets are listed at most, each time.
pub const MOST_CHANGE_PATTERNS: usize = 10;

/// Which members change their votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum WhoChanges {
    /// Anybody.
    Everybody,
    /// Only those who said yes.
    SaidYes,
    /// Only those who said no or objected.
    SaidNo,
    /// Only those who abstained or were absent.
    TookNoSide,
    /// Only the members of one constituency.
    Constituency,
}

/// What it takes to turn the outcome if only some members change what they did, and all others stay as they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TurnWay {
    /// Which members change.
    pub who: WhoChanges,
    /// Which constituency, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub constituency: Option<Id>,
    /// Whether they could turn the outcome. Null where finding out would take more work than is allowed.
    pub possible: Option<bool>,
    /// How many of them must change at least, as far as is known. Null if they cannot turn it or that is not known.
    pub at_least: Option<usize>,
    /// How many changes the sets listed have: the fewest, if this is `at_least`.
    pub count: Option<usize>,
    /// The smallest sets of changes as patterns, up to ten, in a fixed order; one set from which no change can be left out where the
    /// fewest are not known.
    pub sets: Vec<ChangePattern>,
    /// How many smallest sets there are. Null if not all of them are listed.
    pub set_count: Option<Count>,
    /// The same as a plain sentence.
    pub sentence: String,
}

/// Sets of changes that differ only in which of the members who are alike change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangePattern {
    /// Who changes: so many of each of these.
    pub choices: Vec<ChangeChoice>,
    /// How many sets these are.
    pub sets: Count,
}

/// Some of the members who did the same and count for the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangeChoice {
    /// Any of these.
    pub members: Vec<Id>,
    /// How many of them.
    pub choose: usize,
    /// What they did.
    pub from: State,
    /// What it would have to be, and for how many of them.
    pub to: Vec<StateCount>,
}

/// How many do one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StateCount {
    /// What they do.
    pub state: State,
    /// How many.
    pub count: usize,
}

/// Everybody, each side, and each constituency, as far as there is anybody in it.
pub(super) fn ways(rule: &Compiled, roles: &[Role], roster: &Roster, states: &[State]) -> Vec<TurnWay> {
    let direction = if rule.passes(states) { Direction::ToFail } else { Direction::ToPass };
    let all = || 0..states.len();
    let did = |which: fn(State) -> bool| -> Vec<usize> {
        all().filter(|member| states.get(*member).is_some_and(|state| which(*state))).collect()
    };
    let mut families: Vec<(WhoChanges, Option<Id>, Vec<usize>)> = vec![
        (WhoChanges::Everybody, None, all().collect()),
        (WhoChanges::SaidYes, None, did(|state| state == State::Yes)),
        (WhoChanges::SaidNo, None, did(|state| matches!(state, State::No | State::Object))),
        (WhoChanges::TookNoSide, None, did(|state| matches!(state, State::Abstain | State::Absent))),
    ];
    families
        .extend(roster.constituencies().iter().map(|(id, seats)| (WhoChanges::Constituency, Some(id.clone()), seats.clone())));
    families.retain(|(_, _, members)| !members.is_empty());
    let each = MOST_VOTES_TRIED_FOR_WAYS / families.len().max(1) as u64;
    let way = |(who, constituency, members): (WhoChanges, Option<Id>, Vec<usize>)| {
        let changes = Changes::among(roles, states, direction, |member| members.binary_search(&member).is_ok());
        let reach =
            Task { rule, roles, states, direction, changes: &changes, first_look: u64::MAX }.reach(each, MOST_CHANGE_PATTERNS);
        let sets = patterns(rule, roster, states, direction, &changes, &reach);
        let sentence = sentence(who, constituency.as_ref(), direction, &reach, &sets);
        let known = reach.possible == Some(true);
        TurnWay {
            who,
            constituency,
            possible: reach.possible,
            at_least: known.then_some(reach.at_least),
            count: known.then_some(reach.found.len()),
            set_count: (known && reach.all)
                .then(|| Count::from(reach.patterns.iter().map(|pattern| &pattern.sets).sum::<BigUint>())),
            sets,
            sentence,
        }
    };
    families.into_iter().map(way).collect()
}

/// The patterns with the members' ids; the one set that is known where there are none.
pub(super) fn patterns(
    rule: &Compiled,
    roster: &Roster,
    states: &[State],
    direction: Direction,
    changes: &Changes,
    reach: &Reach,
) -> Vec<ChangePattern> {
    let state = |member: usize| states.get(member).copied().unwrap_or(State::Absent);
    let ids = |members: &[usize]| members.iter().filter_map(|member| roster.ids().get(*member).cloned()).collect::<Vec<Id>>();
    if reach.patterns.is_empty() {
        let mut found = reach.found.clone();
        soften(rule, &mut found, states, direction);
        found.sort_unstable();
        let choice = |(member, to): &(usize, State)| ChangeChoice {
            members: ids(&[*member]),
            choose: 1,
            from: state(*member),
            to: vec![StateCount { state: *to, count: 1 }],
        };
        let one = ChangePattern { choices: found.iter().map(choice).collect(), sets: Count::from(1_u32) };
        return if found.is_empty() { Vec::new() } else { vec![one] };
    }
    let named = |pattern: &Pattern| {
        // One set of the pattern, said gently; all its sets are alike.
        let mut one: Vec<(usize, State)> = Vec::new();
        for (kind, to) in &pattern.choices {
            let mut members = changes.kinds.get(*kind).map_or(&[][..], |kind| kind.members.as_slice()).iter();
            for (state, count) in to {
                one.extend(members.by_ref().take(*count).map(|member| (*member, *state)));
            }
        }
        soften(rule, &mut one, states, direction);
        let mut rest = one.into_iter();
        let choice = |(kind, to): &(usize, Vec<(State, usize)>)| {
            let members = changes.kinds.get(*kind).map_or(&[][..], |kind| kind.members.as_slice());
            let choose = to.iter().map(|(_, count)| count).sum();
            let mut counts: Vec<StateCount> = Vec::new();
            for (_, state) in rest.by_ref().take(choose) {
                match counts.iter_mut().find(|known| known.state == state) {
                    Some(known) => known.count += 1,
                    None => counts.push(StateCount { state, count: 1 }),
                }
            }
            ChangeChoice {
                members: ids(members),
                choose,
                from: members.first().map_or(State::Absent, |first| state(*first)),
                to: counts,
            }
        };
        ChangePattern { choices: pattern.choices.iter().map(choice).collect(), sets: Count::from(pattern.sets.clone()) }
    };
    reach.patterns.iter().map(named).collect()
}

/// Says no in place of an objection where that does as well, unless there are so many changes that finding out takes long.
fn soften(rule: &Compiled, found: &mut Vec<(usize, State)>, states: &[State], direction: Direction) {
    let work = Work::new(rule, MOST_VOTES_TRIED_FOR_WAYS / 100);
    if work.can_afford(found.len() as u64).is_ok() {
        gentler(rule, found, states, direction);
    }
}

fn sentence(who: WhoChanges, constituency: Option<&Id>, direction: Direction, reach: &Reach, sets: &[ChangePattern]) -> String {
    let these = match (who, constituency) {
        (WhoChanges::Everybody, _) => "anybody".to_owned(),
        (WhoChanges::SaidYes, _) => "those who said yes".to_owned(),
        (WhoChanges::SaidNo, _) => "those who said no".to_owned(),
        (WhoChanges::TookNoSide, _) => "those who abstained or were absent".to_owned(),
        (WhoChanges::Constituency, Some(id)) => format!("the constituency {id}"),
        (WhoChanges::Constituency, None) => "the constituency".to_owned(),
    };
    let outcome = if direction == Direction::ToPass { "pass" } else { "fail" };
    let Some(first) = sets.first() else {
        return match reach.possible {
            Some(_) if who == WhoChanges::Everybody => format!("no change of votes could make it {outcome}"),
            Some(_) => format!("{these} could not make it {outcome} while the others stay as they are"),
            None => format!("whether {these} could make it {outcome} would take too much work to find out"),
        };
    };
    let mut sentence = match who {
        WhoChanges::Everybody => format!("it would {outcome} if {}", pattern_words(first)),
        _ => format!("{these} could make it {outcome}: if {}", pattern_words(first)),
    };
    match sets.len() - 1 {
        _ if reach.at_least < reach.found.len() => {
            sentence.push_str(&format!("; perhaps with fewer changes, but no fewer than {}", reach.at_least));
        }
        0 if reach.all => {}
        _ if !reach.all => sentence.push_str("; there are other ways with as many changes"),
        1 => sentence.push_str("; or in 1 other way with as many changes"),
        others => sentence.push_str(&format!("; or in {others} other ways with as many changes")),
    }
    sentence
}

/// "ana and eve said yes and any 2 of bo, cy and dee objected".
pub(super) fn pattern_words(pattern: &ChangePattern) -> String {
    let mut whole: Vec<(State, Vec<Id>)> = Vec::new();
    let mut some: Vec<String> = Vec::new();
    for choice in &pattern.choices {
        for part in &choice.to {
            if part.count < choice.members.len() {
                let names = words::listed_ids(&choice.members);
                some.push(format!("any {} of {names} {}", part.count, words::did_instead(part.state)));
                continue;
            }
            match whole.iter_mut().find(|(state, _)| *state == part.state) {
                Some((_, members)) => members.extend(choice.members.iter().cloned()),
                None => whole.push((part.state, choice.members.clone())),
            }
        }
    }
    let whole = whole.iter().map(|(state, members)| format!("{} {}", words::listed_ids(members), words::did_instead(*state)));
    listed(&whole.chain(some).collect::<Vec<_>>())
}
