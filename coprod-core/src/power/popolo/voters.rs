//! Who votes and how, vote by vote, with all that is said along the way.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde::de::value::StrDeserializer;

use super::document::{PopoloNamed, PopoloVote};
use super::number::PopoloNumber;
use super::read::PopoloReadRequest;
use super::{PopoloNote, word};
use crate::error::{ErrorReport, Pointer, PowerError};
use crate::group::Member;
use crate::power::rule::State;
use crate::unit::{Date, Id, IdMap};

/// An answer tells so many notes at most, and how many more there are.
pub const MOST_POPOLO_NOTES: usize = 10_000;

pub(super) const NO_PLACE: &str = "not taken over: there is no place for it";

/// One vote as far as it could be read.
pub(super) struct Voter<'a> {
    pub(super) id: Id,
    pub(super) place: usize,
    pub(super) did: Option<State>,
    pub(super) weight: Option<&'a PopoloNumber>,
    group: Option<(Id, Pointer)>,
    proxy: Option<Id>,
}

/// The group as `power.decide` takes it.
pub(super) struct Taken {
    pub(super) members: Vec<Member>,
    pub(super) votes: IdMap<State>,
    pub(super) delegates: IdMap<Id>,
}

pub(super) struct Reading<'a> {
    request: &'a PopoloReadRequest,
    /// What the caller says that options mean, by their plain words.
    options: BTreeMap<String, State>,
    /// The constituencies of the members given.
    constituencies: BTreeMap<&'a str, &'a Id>,
    notes: Vec<PopoloNote>,
    /// How many notes there are beyond the most that are told.
    untold: usize,
    /// What there is no place for in votes: the note on the first of its kind, and how many more there are.
    past: BTreeMap<String, (usize, usize)>,
}

impl<'a> Reading<'a> {
    /// # Errors
    /// `duplicate_id` for an option that means two things.
    pub(super) fn new(request: &'a PopoloReadRequest) -> Result<Self, PowerError> {
        let mut options: BTreeMap<String, State> = BTreeMap::new();
        for (index, given) in request.options.iter().enumerate() {
            if options.insert(word(&given.option), given.means).is_some_and(|before| before != given.means) {
                let path = Pointer::root().key("options").index(index).key("option");
                return Err(PowerError::DuplicateId { path, id: given.option.clone() });
            }
        }
        let constituency = |member: &'a Member| Some((member.id.as_str(), member.constituency.as_ref()?));
        let constituencies = request.members.iter().filter_map(constituency).collect();
        Ok(Self { request, options, constituencies, notes: Vec::new(), untold: 0, past: BTreeMap::new() })
    }

    pub(super) fn note(&mut self, path: &Pointer, says: impl Into<String>) {
        if self.notes.len() < MOST_POPOLO_NOTES {
            self.notes.push(PopoloNote { path: path.to_string(), says: says.into() });
        } else {
            self.untold += 1;
        }
    }

    /// All that was noted.
    pub(super) fn notes(mut self) -> Vec<PopoloNote> {
        for (first, more) in self.past.values().filter(|(_, more)| *more > 0) {
            if let Some(note) = self.notes.get_mut(*first) {
                note.says.push_str(&format!(", here and in {more} other vote{}", if *more == 1 { "" } else { "s" }));
            }
        }
        if self.untold > 0 {
            let says = format!("{} more notes are not told", self.untold);
            self.notes.push(PopoloNote { path: Pointer::root().key("document").to_string(), says });
        }
        self.notes
    }

    /// Says of the first vote that has it, and counts the others.
    fn past(&mut self, vote: &Pointer, keys: &[&str]) {
        let next = (self.notes.len(), 0);
        match self.past.get_mut(&keys.join("/")) {
            Some((_, more)) => *more += 1,
            None => {
                self.past.insert(keys.join("/"), next);
                let at = keys.iter().fold(vote.clone(), |at, key| at.key(key));
                self.note(&at, NO_PLACE);
            }
        }
    }

    pub(super) fn day(&mut self, text: &str, at: &Pointer) -> Option<Date> {
        let day: String = text.chars().take(10).collect();
        let date = Date::deserialize(StrDeserializer::<serde::de::value::Error>::new(&day)).ok();
        if date.is_none() || text.chars().count() > 10 {
            let what = if date.is_some() { "only the day" } else { "nothing" };
            self.note(at, format!("of the date \"{text}\" {what} is taken over"));
        }
        date
    }

    /// An id of the text; white space becomes an underscore.
    fn id(&mut self, text: &str, at: &Pointer) -> Option<Id> {
        let tidy = tidy(text);
        let id = Id::deserialize(StrDeserializer::<serde::de::value::Error>::new(&tidy)).ok();
        match &id {
            None if tidy.chars().count() > 64 => {
                self.note(at, "not taken over: this cannot be an id, because it is longer than 64 characters");
            }
            None => self.note(at, "not taken over: this cannot be an id"),
            Some(id) if id.as_str() != text => self.note(at, format!("taken over as \"{id}\"")),
            Some(_) => {}
        }
        id
    }

    /// # Errors
    /// `duplicate_id` for somebody who votes twice.
    pub(super) fn voters(&mut self, votes: &'a [PopoloVote], at: &Pointer) -> Result<Vec<Voter<'a>>, PowerError> {
        let mut voters: Vec<Voter> = Vec::with_capacity(votes.len());
        let mut seen: BTreeMap<Id, usize> = BTreeMap::new();
        for (index, vote) in votes.iter().enumerate() {
            let here = at.index(index);
            for key in &vote.other {
                self.past(&here, &[key.as_str()]);
            }
            let Some(name) = self.one_of(&here, &names(vote)) else {
                self.note(&here, "not taken over: it does not say who votes");
                continue;
            };
            let Some(id) = self.id(name.0, &name.1) else { continue };
            if seen.insert(id.clone(), index).is_some() {
                return Err(PowerError::DuplicateId { path: name.1, id: id.to_string() });
            }
            for (key, has) in [("role", vote.role.is_some()), ("pair_id", vote.pair_id.is_some())] {
                if has {
                    self.past(&here, &[key]);
                }
            }
            let named = [("voter", &vote.voter), ("group", &vote.group), ("party", &vote.party)];
            for (key, named) in named {
                for other in named.iter().flat_map(|named| &named.other) {
                    self.past(&here, &[key, other.as_str()]);
                }
            }
            let group = self.one_of(&here, &groups(vote));
            let group = group.and_then(|(text, at)| Some((self.id(text, &at)?, at)));
            let did = self.did(vote.option.as_deref(), &here);
            let proxy = vote.proxy_id.as_deref().and_then(|proxy| self.id(proxy, &here.key("proxy_id")));
            voters.push(Voter { id, place: index, did, weight: vote.weight.as_ref(), group, proxy });
        }
        Ok(voters)
    }

    /// The first of these texts that is there, with its place. The others are left out.
    fn one_of<'t>(&mut self, vote: &Pointer, texts: &[(Vec<&str>, Option<&'t str>)]) -> Option<(&'t str, Pointer)> {
        let mut given = texts.iter().filter_map(|(keys, text)| Some((keys, (*text)?)));
        let (keys, text) = given.next()?;
        for (other, more) in given {
            if more != text {
                self.past(vote, other);
            }
        }
        Some((text, keys.iter().fold(vote.clone(), |at, key| at.key(key))))
    }

    /// What an option means, if that is known.
    pub(super) fn meaning(&self, option: &str) -> Option<State> {
        let plain = word(option);
        let known = || match plain.as_str() {
            "yes" => Some(State::Yes),
            "no" => Some(State::No),
            "object" => Some(State::Object),
            "abstain" | "paired" => Some(State::Abstain),
            "absent" | "not voting" => Some(State::Absent),
            _ => None,
        };
        self.options.get(&plain).copied().or_else(known)
    }

    fn did(&mut self, option: Option<&str>, vote: &Pointer) -> Option<State> {
        let Some(option) = option else {
            self.note(vote, "not taken over: it does not say how");
            return None;
        };
        let (at, plain) = (vote.key("option"), word(option));
        let did = self.meaning(option);
        match plain.as_str() {
            _ if did.is_none() => self.note(&at, format!("not taken over: say what \"{option}\" means with \"options\"")),
            _ if self.options.contains_key(&plain) => {}
            "not voting" => self.note(&at, "\"not voting\" is taken for absent: say otherwise with \"options\""),
            "paired" => self.note(&at, "\"paired\" is taken for abstaining: say otherwise with \"options\""),
            _ => {}
        }
        did
    }

    /// The members and what they did. Constituencies come from the votes only if every vote has one.
    pub(super) fn taken(&mut self, voters: &[Voter], at: &Pointer) -> Taken {
        let given = &self.request.members;
        let known: BTreeMap<&Id, &Member> = given.iter().map(|member| (&member.id, member)).collect();
        let grouped = voters.iter().all(|voter| voter.group.is_some());
        if given.is_empty() && !grouped && voters.iter().any(|voter| voter.group.is_some()) {
            self.note(at, "groups are not taken over, because some votes have none: give \"members\" instead");
        }
        let mut members = given.clone();
        let mut votes: BTreeMap<Id, State> = BTreeMap::new();
        let mut handed: Vec<(&Voter, &Id)> = Vec::new();
        for voter in voters {
            let group = voter.group.as_ref().map(|(group, _)| group);
            if given.is_empty() {
                let constituency = group.filter(|_| grouped).cloned();
                members.push(Member { id: voter.id.clone(), constituency });
            } else if let Some(member) = known.get(&voter.id) {
                if let (Some((group, place)), true) = (&voter.group, group != member.constituency.as_ref()) {
                    let instead = match &member.constituency {
                        Some(constituency) => format!("belong to \"{constituency}\""),
                        None => "belong to no constituency".to_owned(),
                    };
                    self.note(place, format!("\"{group}\" is not taken over: {} is said to {instead} in \"members\"", voter.id));
                }
            } else {
                self.note(&at.index(voter.place), format!("not taken over: {} is none of the members given", voter.id));
                continue;
            }
            votes.extend(voter.did.map(|did| (voter.id.clone(), did)));
            handed.extend(voter.proxy.as_ref().map(|proxy| (voter, proxy)));
        }
        let delegates = self.delegates(&handed, &mut votes, at);
        Taken { members, votes: votes.into_iter().collect(), delegates }
    }

    /// Who handed over their vote. Whoever is said to have, but whose vote is not that of the one it went to, voted themselves.
    fn delegates(&mut self, handed: &[(&Voter, &Id)], votes: &mut BTreeMap<Id, State>, at: &Pointer) -> IdMap<Id> {
        let next: BTreeMap<&Id, &Id> = handed.iter().map(|(voter, proxy)| (&voter.id, *proxy)).collect();
        let round = round(&next);
        let mut stands: Vec<(Id, Id)> = Vec::new();
        for (voter, proxy) in handed {
            let place = at.index(voter.place).key("proxy_id");
            if round.contains(&voter.id) {
                self.note(&place, "not taken over: the vote is handed over in a circle");
            } else if voter.did.is_none() || votes.get(*proxy) != voter.did.as_ref() {
                self.note(&place, format!("not taken over: {proxy} is not known to have voted the same"));
            } else {
                stands.push((voter.id.clone(), (*proxy).clone()));
            }
        }
        for (from, _) in &stands {
            votes.remove(from);
        }
        stands.into_iter().collect()
    }

    /// The constituency that the members given have for a voter.
    pub(super) fn constituency(&self, vote: &PopoloVote) -> Option<String> {
        let names = names(vote);
        let name = tidy(names.iter().find_map(|(_, text)| *text)?);
        let constituency = self.constituencies.get(name.as_str())?;
        Some(constituency.to_string())
    }

    /// A refusal of the question where it came from the votes: where the members do.
    pub(super) fn refused_in_votes(&self, report: ErrorReport, votes_at: &Pointer) -> ErrorReport {
        let from_members = self.request.members.is_empty() && report.path.starts_with("/members");
        if from_members || report.path.starts_with("/votes") || report.path.starts_with("/delegates") {
            return ErrorReport { path: votes_at.to_string(), ..report };
        }
        report
    }
}

/// Those whose votes come back to them.
fn round<'a>(next: &BTreeMap<&'a Id, &'a Id>) -> BTreeSet<&'a Id> {
    let mut round = BTreeSet::new();
    // In which walk each was met: whoever is met twice in one is on a circle.
    let mut met: BTreeMap<&Id, usize> = BTreeMap::new();
    for (walk, start) in next.keys().enumerate() {
        let mut way = std::iter::successors(Some(*start), |id| next.get(id).copied());
        let again = way.find(|id| match met.get(id) {
            Some(_) => true,
            None => met.insert(*id, walk).is_some(),
        });
        if let Some(again) = again.filter(|id| met.get(id) == Some(&walk)) {
            let mut here = again;
            while round.insert(here) {
                here = next.get(here).copied().unwrap_or(here);
            }
        }
    }
    round
}

/// The text as an id could have it.
pub(super) fn tidy(text: &str) -> String {
    text.trim().chars().map(|letter| if letter.is_whitespace() { '_' } else { letter }).collect()
}

type Texts<'a> = Vec<(Vec<&'static str>, Option<&'a str>)>;

fn names(vote: &PopoloVote) -> Texts<'_> {
    let mut names: Texts = vec![(vec!["voter_id"], vote.voter_id.as_deref())];
    names.extend(of_named("voter", vote.voter.as_ref()));
    names
}

fn groups(vote: &PopoloVote) -> Texts<'_> {
    let (group, party) = (of_named("group", vote.group.as_ref()), of_named("party", vote.party.as_ref()));
    let [ids, names] = [0, 1].map(|which| [group.get(which).cloned(), party.get(which).cloned()]);
    let [group_id, party_id] = ids;
    let first = [(vec!["group_id"], vote.group_id.as_deref())].into_iter().chain(group_id);
    let second = [(vec!["party_id"], vote.party_id.as_deref())].into_iter().chain(party_id);
    first.chain(second).chain(names.into_iter().flatten()).collect()
}

/// The id and the name of somebody or something named.
fn of_named<'a>(key: &'static str, named: Option<&'a PopoloNamed>) -> Texts<'a> {
    let Some(named) = named else { return Vec::new() };
    let id = if named.plain { vec![key] } else { vec![key, "id"] };
    vec![(id, named.id.as_deref()), (vec![key, "name"], named.name.as_deref())]
}
