//! Counts and results within groups, compared with the votes.

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigInt;

use super::document::{PopoloCount, PopoloGroupResult, PopoloNamed};
use super::event::Event;
use super::number::{PopoloNumber, tens};
use super::voters::{NO_PLACE, Reading, tidy};
use super::word;
use crate::error::Pointer;
use crate::power::rule::State;

/// How many votes there are, and what they weigh; both in units.
#[derive(Default)]
struct Tally {
    heads: BigInt,
    weight: BigInt,
}

/// Some of the votes, by what was chosen: in the document's own words, and by what these mean.
#[derive(Default)]
struct Chosen {
    words: BTreeMap<String, Tally>,
    states: BTreeMap<State, Tally>,
}

/// A group as votes and counts name it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Id(String),
    Name(String),
}

/// All votes and those of each group, in units that make every weight and count whole.
struct Tallies {
    places: usize,
    all: Chosen,
    groups: BTreeMap<Group, Chosen>,
}

/// What is counted.
struct Counted<'a> {
    option: &'a str,
    word: String,
    means: Option<State>,
    /// By what the group can be known, the surest first; nothing for a count of all votes.
    group: Vec<Group>,
    value: &'a PopoloNumber,
}

/// What all counts of one meaning within one group come to, with the first count of each word.
#[derive(Default)]
struct Sum {
    words: BTreeMap<String, BigInt>,
    total: BigInt,
}

impl Reading<'_> {
    /// Notes counts that the votes do not bear out.
    pub(super) fn counts(&mut self, event: &Event) {
        if event.counts.is_empty() {
            return;
        }
        let tallies = self.tallies(event);
        let counted: Vec<Option<Counted>> = event.counts.iter().map(|count| self.counted(count)).collect();
        let mut sums: BTreeMap<(Option<Group>, State), Sum> = BTreeMap::new();
        for own in counted.iter().flatten() {
            let (Some(means), Some(value)) = (own.means, own.value.in_units(tallies.places)) else { continue };
            let sum = sums.entry((own.group.first().cloned(), means)).or_default();
            if !sum.words.contains_key(&own.word) {
                sum.total += &value;
                sum.words.insert(own.word.clone(), value);
            }
        }
        for (index, (count, own)) in event.counts.iter().zip(&counted).enumerate() {
            let here = event.counts_at.index(index);
            for key in &count.other {
                self.note(&here.key(key), NO_PLACE);
            }
            self.named(count.group.as_ref(), &here);
            let Some(own) = own else {
                self.note(&here, "it does not say of which option, or how many");
                continue;
            };
            let sum = own.means.and_then(|means| sums.get(&(own.group.first().cloned(), means)));
            if let Some(says) = tallies.disagree(own, sum) {
                self.note(&here, says);
            }
        }
    }

    /// Results within groups are said, and not taken over.
    pub(super) fn group_result(&mut self, group: &PopoloGroupResult, at: &Pointer) {
        for key in &group.other {
            self.note(&at.key(key), NO_PLACE);
        }
        let named = group.group.as_ref().and_then(|named| named.id.as_deref().or(named.name.as_deref()));
        let id = group.group_id.as_deref().or(named).unwrap_or("?");
        let result = group.result.as_deref().unwrap_or("?");
        self.note(at, format!("the result within {id} is not taken over: \"{result}\""));
    }

    /// What there is no place for in the name of a counted group.
    fn named(&mut self, group: Option<&PopoloNamed>, at: &Pointer) {
        for key in group.iter().flat_map(|group| &group.other) {
            self.note(&at.key("group").key(key), NO_PLACE);
        }
    }

    fn counted<'c>(&self, count: &'c PopoloCount) -> Option<Counted<'c>> {
        let (option, value) = (count.option.as_deref()?, count.value.as_ref()?);
        let (ids, names) = keys(count.group_id.as_deref(), count.group.as_ref());
        // An id can be what others call the name, and the other way round.
        let sure = ids.iter().cloned().map(Group::Id).chain(names.iter().cloned().map(Group::Name));
        let unsure = ids.iter().cloned().map(Group::Name).chain(names.iter().cloned().map(Group::Id));
        let group = sure.chain(unsure).collect();
        Some(Counted { option, word: word(option), means: self.meaning(option), group, value })
    }

    fn tallies(&self, event: &Event) -> Tallies {
        let weights = event.votes.iter().filter_map(|vote| vote.weight.as_ref());
        let values = event.counts.iter().filter_map(|count| count.value.as_ref());
        let places = weights.chain(values).map(PopoloNumber::places).max().unwrap_or(0);
        let one = PopoloNumber::from(1);
        let mut tallies = Tallies { places, all: Chosen::default(), groups: BTreeMap::new() };
        for vote in event.votes {
            let Some(option) = vote.option.as_deref() else { continue };
            let weight = vote.weight.as_ref().unwrap_or(&one).in_units(places).unwrap_or_default();
            let (ids, names) = keys(vote.group_id.as_deref(), vote.group.as_ref());
            let (more_ids, more_names) = keys(vote.party_id.as_deref(), vote.party.as_ref());
            let ids = ids.into_iter().chain(more_ids).map(Group::Id);
            let mut groups: BTreeSet<Group> = ids.chain(names.into_iter().chain(more_names).map(Group::Name)).collect();
            if groups.is_empty() {
                groups.extend(self.constituency(vote).map(Group::Id));
            }
            let (word, means) = (word(option), self.meaning(option));
            let add = |chosen: &mut Chosen| {
                let by_state = means.map(|means| chosen.states.entry(means).or_default());
                for tally in by_state.into_iter().chain([chosen.words.entry(word.clone()).or_default()]) {
                    tally.heads += tens(places);
                    tally.weight += &weight;
                }
            };
            add(&mut tallies.all);
            for group in groups {
                add(tallies.groups.entry(group).or_default());
            }
        }
        tallies
    }
}

impl Tallies {
    /// What is wrong with a count, if anything is. Where one meaning is counted under several words, these counts together can be right.
    fn disagree(&self, own: &Counted, sum: Option<&Sum>) -> Option<String> {
        let none = Chosen::default();
        let chosen = match own.group.first() {
            None => &self.all,
            Some(_) if self.groups.is_empty() => return Some("not compared: no vote says to which group it belongs".to_owned()),
            Some(_) => own.group.iter().find_map(|group| self.groups.get(group)).unwrap_or(&none),
        };
        let (by_word, by_state) = (chosen.words.get(&own.word), own.means.and_then(|means| chosen.states.get(&means)));
        let zero = Tally::default();
        let fits = |tally: Option<&Tally>, count: &BigInt| {
            let tally = tally.unwrap_or(&zero);
            tally.heads == *count || tally.weight == *count
        };
        let value = own.value.in_units(self.places)?;
        let together = sum.map(|sum| match sum.words.get(&own.word) {
            Some(first) => &sum.total - first + &value,
            None => &sum.total + &value,
        });
        if fits(by_word, &value) || together.is_some_and(|together| fits(by_state, &together)) {
            return None;
        }
        let tally = by_word.or(by_state).unwrap_or(&zero);
        let heads = self.number(&tally.heads);
        let weigh =
            if tally.weight == tally.heads { String::new() } else { format!(", which weigh {}", self.number(&tally.weight)) };
        let within = match own.group.first() {
            Some(Group::Id(group) | Group::Name(group)) => format!(" within \"{group}\""),
            None => String::new(),
        };
        let (value, option) = (own.value, own.option);
        Some(format!("{value} are stated for \"{option}\"{within}, and the votes come to {heads}{weigh}"))
    }

    fn number(&self, units: &BigInt) -> PopoloNumber {
        PopoloNumber::new(units.clone(), self.places)
    }
}

/// The ids and the names by which a group is known.
fn keys(id: Option<&str>, named: Option<&PopoloNamed>) -> (Vec<String>, Vec<String>) {
    let ids = id.into_iter().chain(named.and_then(|named| named.id.as_deref()));
    (ids.map(tidy).collect(), named.and_then(|named| named.name.as_deref()).map(tidy).into_iter().collect())
}
