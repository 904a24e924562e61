//! What each did, or had done for them by the one who casts their vote: for telling a decision under the rule as it was asked.

use super::super::rule::{Bar, State, Tally, heads_counted, tally};
use super::words;
use crate::group::{Roster, listed};

/// So many who carry votes are named in one sentence, with whose.
const MOST_CARRIERS_NAMED: usize = 3;

/// The votes as they were cast, member by member.
pub(super) struct Meeting<'a> {
    pub(super) roster: &'a Roster,
    /// What each did, or had done for them.
    pub(super) did: Vec<State>,
    /// What those who were there did; whoever handed over their vote was absent, unless that counts as present.
    there: Vec<State>,
    /// Who casts the vote of each who handed it over.
    carriers: Vec<Option<usize>>,
    /// Whether those whose vote somebody present casts count as present.
    proxies: bool,
}

impl<'a> Meeting<'a> {
    /// Everybody's states, and who casts the vote of whom.
    pub(super) fn new(roster: &'a Roster, states: &[State], carrier: impl Fn(usize) -> Option<usize>, proxies: bool) -> Self {
        let carriers: Vec<Option<usize>> = (0..roster.len()).map(carrier).collect();
        let own = |member: usize| states.get(member).copied().unwrap_or(State::Absent);
        let did: Vec<State> = carriers.iter().enumerate().map(|(member, carrier)| own(carrier.unwrap_or(member))).collect();
        let there = if proxies { did.clone() } else { states.to_vec() };
        Self { roster, did, there, carriers, proxies }
    }

    /// What the member did, or had done for them.
    pub(super) fn did(&self, member: usize) -> State {
        self.did.get(member).copied().unwrap_or(State::Absent)
    }

    /// Who casts the member's vote, if that is somebody else.
    fn carrier(&self, member: usize) -> Option<usize> {
        self.carriers.get(member).copied().flatten()
    }

    /// Whether somebody present casts the vote of this member for them.
    fn is_carried(&self, member: usize) -> bool {
        self.carrier(member).is_some() && self.did(member).is_present()
    }

    /// Whether somebody present casts the vote of one of these for them.
    pub(super) fn any_carried(&self, members: &[usize]) -> bool {
        members.iter().any(|member| self.is_carried(*member))
    }

    /// The holder of a second vote, if there is one: a vote handed over brings none, unless that counts as present.
    pub(super) fn second(&self, casting: Option<usize>) -> Option<usize> {
        casting.filter(|holder| self.proxies || self.carrier(*holder).is_none())
    }

    /// What the votes of one part add up to, with a second vote if there is one.
    pub(super) fn tally(&self, voters: &[(usize, u64)], bar: Bar, casting: Option<usize>) -> Tally {
        tally(voters, bar, self.second(casting), &self.did)
    }

    /// How many of these a quorum counts.
    pub(super) fn heads(&self, cast: bool, among: &[usize]) -> usize {
        heads_counted(cast, among, if cast { &self.did } else { &self.there })
    }

    /// What one member did, told of the one who cast the vote: "bo said no", "bo said no for ana".
    pub(super) fn told(&self, member: usize) -> String {
        let name = words::names(self.roster, &[member]);
        match self.carrier(member).map(|carrier| words::names(self.roster, &[carrier])) {
            None => format!("{name} {}", words::did(self.did(member))),
            Some(carrier) if self.did(member).is_present() => format!("{carrier} {} for {name}", words::did(self.did(member))),
            Some(carrier) => format!("{carrier}, who casts the vote of {name}, was absent"),
        }
    }

    /// Whose votes among these were cast by others, as an aside in a sentence; nothing where none was.
    pub(super) fn carried(&self, members: &[usize]) -> String {
        aside(self.carried_words(members))
    }

    /// The same with what there is to tell of a second vote of `casting` at a tie.
    pub(super) fn asides(&self, voters: &[usize], casting: Option<usize>, tally: Tally, tie: bool) -> String {
        let name = |holder: usize| words::names(self.roster, &[holder]);
        let second = casting.and_then(|holder| match self.second(casting) {
            Some(_) if tally.casting_used => Some(format!("at a tie, with the second vote of {}", name(holder))),
            None if tie => Some(format!("a tie, and {} handed over the vote, which leaves no second one", name(holder))),
            _ => None,
        });
        aside(second.into_iter().chain(self.carried_words(voters)))
    }

    fn carried_words(&self, members: &[usize]) -> Option<String> {
        let mut carried: Vec<(usize, usize)> = Vec::new();
        for member in members.iter().filter(|member| self.is_carried(**member)) {
            carried.extend(self.carrier(*member).map(|carrier| (carrier, *member)));
        }
        carried.sort_unstable();
        let by: Vec<&[(usize, usize)]> = carried.chunk_by(|one, other| one.0 == other.0).collect();
        if by.is_empty() {
            return None;
        }
        if by.len() > MOST_CARRIERS_NAMED {
            return Some(format!("{} of the votes are carried by {} members", carried.len(), by.len()));
        }
        let told = |votes: &&[(usize, usize)]| {
            let (carrier, _) = votes.first()?;
            let whose: Vec<usize> = votes.iter().map(|(_, member)| *member).collect();
            let did = words::did(self.did(*carrier));
            Some(format!("{} {did} for {}", words::names(self.roster, &[*carrier]), words::names(self.roster, &whose)))
        };
        Some(listed(&by.iter().filter_map(told).collect::<Vec<_>>()))
    }

    /// What carried votes are to a quorum of members present, as an aside in a sentence.
    pub(super) fn carried_presence(&self, among: &[usize]) -> String {
        let carried: Vec<usize> = among.iter().copied().filter(|member| self.is_carried(*member)).collect();
        let (whose, one) = (words::names(self.roster, &carried), carried.len() == 1);
        let counts = match (self.proxies, one) {
            (true, true) => "counts as present",
            (true, false) => "count as present",
            (false, true) => "does not count as present",
            (false, false) => "do not count as present",
        };
        let votes = if one { "whose vote is carried" } else { "whose votes are carried" };
        aside((!carried.is_empty()).then(|| format!("{whose}, {votes}, {counts}")))
    }
}

/// What is said in brackets; nothing where nothing is.
fn aside(told: impl IntoIterator<Item = String>) -> String {
    let told: Vec<String> = told.into_iter().collect();
    if told.is_empty() { String::new() } else { format!(" ({})", told.join("; ")) }
}
