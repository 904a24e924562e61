//! What goes against expectations under a rule, each with a case in which it can be seen.

use super::super::rule::{Compiled, State};
use super::answer::{AttendanceParadox, ParadoxKind};
use super::fraction::Fraction;
use super::outlook::{KindOutlook, Outlook};
use super::plan::{ABSENT, ABSTAIN, NO, YES};
use crate::group::{Roster, listed, listed_briefly};
use crate::unit::{Id, IdMap};

/// All of them. `held` is the rule with all votes in the hands of those who cast them.
pub(super) fn all(held: &Compiled, roster: &Roster, outlook: &Outlook) -> Result<Vec<AttendanceParadox>, &'static str> {
    let mut asked: Vec<usize> = outlook.kinds.iter().flat_map(|(members, _)| members.iter().copied()).collect();
    asked.sort_unstable();
    let mut found = Vec::new();
    for (members, kind) in &outlook.kinds {
        for sort in SORTS {
            if let Some(case) = sort.case(held, roster, &asked, members, kind)? {
                found.push(case);
            }
        }
    }
    Ok(found)
}

/// One sort of paradox: what somebody does so that it passes, and does instead so that it fails.
struct Sort {
    kind: ParadoxKind,
    passes: usize,
    fails: usize,
    words: fn(&str) -> String,
}

const SORTS: [Sort; 4] = [
    Sort {
        kind: ParadoxKind::NoCarries,
        passes: NO,
        fails: ABSENT,
        words: |who| format!("{who}'s no can carry it: by staying away, {who} would stop it"),
    },
    Sort {
        kind: ParadoxKind::NoCarriesOverAbstaining,
        passes: NO,
        fails: ABSTAIN,
        words: |who| format!("{who}'s no can carry it: by abstaining, {who} would stop it"),
    },
    Sort {
        kind: ParadoxKind::YesStops,
        passes: ABSTAIN,
        fails: YES,
        words: |who| format!("{who}'s yes can stop it: by abstaining, {who} would carry it"),
    },
    Sort {
        kind: ParadoxKind::ComingStops,
        passes: ABSENT,
        fails: YES,
        words: |who| format!("{who}'s yes can stop it: by staying away, {who} would carry it"),
    },
];

impl Sort {
    fn case(
        &self,
        held: &Compiled,
        roster: &Roster,
        asked: &[usize],
        members: &[usize],
        kind: &KindOutlook,
    ) -> Result<Option<AttendanceParadox>, &'static str> {
        let like = |passes: &[bool; 4]| passes.get(self.passes) == Some(&true) && passes.get(self.fails) == Some(&false);
        let Some((first, others)) = members.first().copied().zip(kind.lasts.witness(like)) else { return Ok(None) };
        // Whatever those do whom the rule asks nothing, it is no part of the case.
        let mut states = vec![State::Absent; roster.len()];
        for (member, act) in others {
            set(&mut states, *member, state(usize::from(*act)));
        }
        set(&mut states, first, state(self.passes));
        gentler(held, &mut states, first, state(self.fails));
        let mut instead = states.clone();
        set(&mut instead, first, state(self.fails));
        if !held.passes(&states) || held.passes(&instead) {
            return Err("what stands for a case of a paradox is one");
        }
        let name = |member: &usize| roster.ids().get(*member).cloned();
        let who = name(&first).map(|id| id.to_string()).unwrap_or_default();
        let says = format!("{}; for example, {}", (self.words)(&who), case_words(roster, &states, asked, first));
        Ok(Some(AttendanceParadox {
            kind: self.kind,
            members: members.iter().filter_map(name).collect(),
            chance: Fraction::of(kind.lasts.of(0, like), &kind.others).told(),
            says,
            passes_with: asked.iter().filter_map(|member| Some((name(member)?, *states.get(*member)?))).collect::<IdMap<State>>(),
            fails_if_instead: state(self.fails),
        }))
    }
}

const fn state(act: usize) -> State {
    match act {
        YES => State::Yes,
        NO => State::Object,
        ABSTAIN => State::Abstain,
        _ => State::Absent,
    }
}

/// Says no in place of objecting, where that makes no difference to the case.
fn gentler(held: &Compiled, states: &mut [State], first: usize, instead: State) {
    let before = states.to_vec();
    for state in states.iter_mut().filter(|state| **state == State::Object) {
        *state = State::No;
    }
    let mut other = states.to_vec();
    set(&mut other, first, instead);
    if !held.passes(states) || held.passes(&other) {
        states.copy_from_slice(&before);
    }
}

fn set(states: &mut [State], member: usize, to: State) {
    if let Some(own) = states.get_mut(member) {
        *own = to;
    }
}

/// What the others do.
fn case_words(roster: &Roster, states: &[State], asked: &[usize], but: usize) -> String {
    let phrase = |state: State, one: &str, several: &str| {
        let members = asked.iter().filter(|member| **member != but && states.get(**member) == Some(&state));
        let names: Vec<&str> = members.filter_map(|member| roster.ids().get(*member)).map(Id::as_str).collect();
        let verb = if names.len() == 1 { one } else { several };
        (!names.is_empty()).then(|| format!("{} {verb}", listed_briefly(&names)))
    };
    let phrases: Vec<String> = [
        phrase(State::Yes, "says yes", "say yes"),
        phrase(State::No, "says no", "say no"),
        phrase(State::Object, "objects", "object"),
        phrase(State::Abstain, "abstains", "abstain"),
        phrase(State::Absent, "stays away", "stay away"),
    ]
    .into_iter()
    .flatten()
    .collect();
    if phrases.is_empty() { "alone".to_owned() } else { format!("when {}", listed(&phrases)) }
}
