//! The result within one group of voters.

use std::cmp::Ordering;

use crate::power::rule::{Leaf, Node, State, heads_counted};

/// What the members did: those who handed over their vote by themselves, and with the vote that was cast for them.
pub(super) struct Votes {
    pub(super) own: Vec<State>,
    pub(super) all: Vec<State>,
}

/// What a rule asks of one group.
#[derive(Default)]
struct Asked {
    /// Whether the votes within it are enough, for each part that asks for them.
    parts: Vec<bool>,
    /// Whether a quorum of its own is missed.
    missed: bool,
}

/// `pass` or `fail` where the rule asks this constituency by itself; else which side had more votes, which passes nothing. The rule is given
/// as it is written, and with all votes in the hands of those who cast them: the same tree.
pub(super) fn within(rule: (&Node, &Node), seats: &[usize], votes: &Votes) -> String {
    let mut asked = Asked::default();
    ask(rule, seats, votes, true, &mut asked);
    let passed = asked.parts.iter().filter(|passed| **passed).count();
    if !asked.parts.is_empty() && (passed == 0 || passed == asked.parts.len()) {
        return if passed == 0 { "fail" } else { "pass" }.to_owned();
    }
    let count =
        |which: fn(State) -> bool| seats.iter().filter(|seat| votes.all.get(**seat).is_some_and(|state| which(*state))).count();
    let (yes, no) = (count(|state| state == State::Yes), count(|state| matches!(state, State::No | State::Object)));
    let more = match yes.cmp(&no) {
        _ if yes + no == 0 => "no votes",
        Ordering::Greater => "more yes than no",
        Ordering::Less => "more no than yes",
        Ordering::Equal => "as many yes as no",
    };
    if asked.missed { format!("{more}, without its quorum") } else { more.to_owned() }
}

/// `quorate` says whether every quorum of the group on the way here is met.
fn ask((rule, applied): (&Node, &Node), seats: &[usize], votes: &Votes, quorate: bool, asked: &mut Asked) {
    match (rule, applied) {
        (Node::Leaf(leaf), Node::Leaf(applied)) => {
            let heard: Vec<usize> = match leaf {
                Leaf::Votes { voters, .. } => {
                    voters.iter().filter(|(_, weight)| *weight > 0).map(|(member, _)| *member).collect()
                }
                Leaf::Consent(among) | Leaf::SignOff(among) => among.clone(),
            };
            if heard == seats {
                asked.parts.push(quorate && applied.passes(&votes.own));
            }
        }
        (Node::AtLeast { of, .. }, Node::AtLeast { of: applied, .. }) => {
            of.iter().zip(applied).for_each(|parts| ask(parts, seats, votes, quorate, asked));
        }
        (Node::Quorum { among, then, .. }, Node::Quorum { cast, among: counted, heads, then: applied }) => {
            let met = among != seats || heads_counted(*cast, counted, &votes.own) >= *heads;
            asked.missed |= !met;
            ask((then, applied), seats, votes, quorate && met, asked);
        }
        _ => {}
    }
}
