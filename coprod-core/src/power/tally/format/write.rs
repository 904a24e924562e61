//! Writes files of ballots.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::preflib::Kind;
use super::{BallotFormat, BallotsWriteRequest};
use crate::error::{Pointer, TallyError, visible};
use crate::power::tally::ballot::Ballot;
use crate::power::tally::check::Options;
use crate::unit::Ratio;

/// What is to be written.
pub(super) struct File<'a> {
    pub(super) request: &'a BallotsWriteRequest,
    pub(super) options: &'a Options<'a>,
    pub(super) counts: &'a [u64],
}

fn at(number: usize) -> Pointer {
    Pointer::root().key("ballots").index(number)
}

fn unfit(path: Pointer, detail: impl Into<String>) -> TallyError {
    TallyError::FormatUnfit { path, detail: detail.into() }
}

/// Lines that are alike together, the most common first, then by their text.
fn grouped(lines: impl IntoIterator<Item = (u64, String)>) -> Vec<(u64, String)> {
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    // The sum of all counts has been checked to fit.
    lines.into_iter().for_each(|(count, line)| *counts.entry(line).or_default() += count);
    let mut all: Vec<(u64, String)> = counts.into_iter().map(|(line, count)| (count, line)).collect();
    all.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    all
}

impl File<'_> {
    /// What the options are called, in the order of the request.
    fn names(&self) -> Vec<String> {
        let name = |id: &crate::unit::Id| self.request.names.get(id).cloned().unwrap_or_else(|| id.to_string());
        self.request.options.iter().map(|id| visible(name(id).trim())).collect()
    }

    /// The places of a ranking, as options by their place in the request from 0 up; those that share a place in that order.
    fn places(&self, number: usize, ballot: &Ballot) -> Result<Vec<Vec<usize>>, TallyError> {
        let path = at(number).key("ranking");
        let needs = || TallyError::BallotUnfit { path: at(number), needs: "\"ranking\"".to_owned() };
        let mut named = vec![false; self.request.options.len()];
        let mut places = Vec::new();
        for (place, options) in ballot.ranking.as_ref().ok_or_else(needs)?.iter().enumerate() {
            let mut shared = Vec::new();
            for id in options.options() {
                self.options.number(id, || path.index(place))?;
                let option = self.request.options.iter().position(|own| own == id).unwrap_or(0);
                if named.get_mut(option).is_some_and(|named| std::mem::replace(named, true)) {
                    return Err(TallyError::DuplicateId { path: path.index(place), id: id.to_string() });
                }
                shared.push(option);
            }
            shared.sort_unstable();
            if !shared.is_empty() {
                places.push(shared);
            }
        }
        Ok(places)
    }

    fn ballots(&self) -> impl Iterator<Item = (usize, &Ballot, u64)> {
        self.request.ballots.iter().zip(self.counts).enumerate().map(|(number, (ballot, count))| (number, ballot, *count))
    }

    /// What ballots say and the form does not hold.
    pub(super) fn left_out(&self) -> Vec<String> {
        let abif = self.request.format == BallotFormat::Abif;
        let any = |says: fn(&Ballot) -> bool| self.request.ballots.iter().any(says);
        let fields = [
            ("constituency", any(|ballot| ballot.constituency.is_some())),
            ("voter", any(|ballot| ballot.voter.is_some())),
            ("approves", any(|ballot| ballot.approves.is_some())),
            ("scores", !abif && any(|ballot| ballot.scores.is_some())),
            ("grades", any(|ballot| ballot.grades.is_some())),
            ("ratings", any(|ballot| ballot.ratings.is_some())),
            ("seats", self.request.seats.is_some() && self.request.format != BallotFormat::Blt),
        ];
        fields.into_iter().filter(|(_, there)| *there).map(|(field, _)| field.to_owned()).collect()
    }

    pub(super) fn preflib(&self, kind: Kind) -> Result<String, TallyError> {
        let mut lines = Vec::new();
        for (number, ballot, count) in self.ballots() {
            let places = self.places(number, ballot)?;
            let path = || at(number).key("ranking");
            if places.is_empty() {
                return Err(unfit(path(), "a blank ballot has no line in PrefLib"));
            }
            if !kind.shared && places.iter().any(|place| place.len() > 1) {
                return Err(unfit(path(), format!("options share a place, which {} does not allow", kind.name)));
            }
            if kind.complete && places.iter().map(Vec::len).sum::<usize>() < self.options.len() {
                return Err(unfit(path(), format!("{} asks for all options on every ballot", kind.name)));
            }
            let place = |place: &Vec<usize>| {
                let numbers: Vec<String> = place.iter().map(|option| (option + 1).to_string()).collect();
                if numbers.len() == 1 { numbers.concat() } else { format!("{{{}}}", numbers.join(",")) }
            };
            lines.push((count, places.iter().map(place).collect::<Vec<_>>().join(",")));
        }
        let lines = grouped(lines);
        let title = self.request.title.as_deref().map(visible).unwrap_or_default();
        let (options, votes) = (self.options.len(), self.counts.iter().sum::<u64>());
        let mut text = format!(
            "# FILE NAME: ballots.{0}\n# TITLE: {title}\n# DATA TYPE: {0}\n# NUMBER ALTERNATIVES: {options}\n\
             # NUMBER VOTERS: {votes}\n# NUMBER UNIQUE ORDERS: {1}\n",
            kind.name,
            lines.len()
        );
        // Writing to text cannot fail.
        for (at, name) in self.names().iter().enumerate() {
            let _ = writeln!(text, "# ALTERNATIVE NAME {}: {name}", at + 1);
        }
        lines.iter().for_each(|(count, line)| {
            let _ = writeln!(text, "{count}: {line}");
        });
        Ok(text)
    }

    pub(super) fn blt(&self) -> Result<String, TallyError> {
        let seats = self
            .request
            .seats
            .ok_or_else(|| unfit(Pointer::root().key("seats"), "a file of this form says how many are chosen"))?;
        let mut lines = Vec::new();
        for (number, ballot, count) in self.ballots() {
            let place = |place: &Vec<usize>| place.iter().map(|option| (option + 1).to_string()).collect::<Vec<_>>().join("=");
            let places: Vec<String> = self.places(number, ballot)?.iter().map(place).chain(["0".to_owned()]).collect();
            lines.push((count, places.join(" ")));
        }
        let mut text = format!("{} {seats}\n", self.options.len());
        grouped(lines).iter().for_each(|(count, line)| {
            let _ = writeln!(text, "{count} {line}");
        });
        text.push_str("0\n");
        let title = self.request.title.clone().unwrap_or_default();
        for (at, name) in self.names().iter().chain([&visible(&title)]).enumerate() {
            if name.contains('"') {
                let path = if at < self.options.len() { Pointer::root().key("names") } else { Pointer::root().key("title") };
                return Err(unfit(path, "a name with a quote in it cannot be written in this form"));
            }
            let _ = writeln!(text, "\"{name}\"");
        }
        Ok(text)
    }

    pub(super) fn abif(&self) -> Result<String, TallyError> {
        let ids: Vec<String> = self.request.options.iter().map(|id| abif_id(id.as_str())).collect::<Result<_, _>>()?;
        let mut text = "{\"version\": \"0.1\"}\n".to_owned();
        if let Some(title) = &self.request.title {
            let _ = writeln!(text, "{{\"title\": \"{}\"}}", visible(title).replace('"', "'"));
        }
        for (id, name) in ids.iter().zip(self.names()) {
            let _ = writeln!(text, "={id}:[{}]", name.replace('[', "(").replace(']', ")"));
        }
        let mut lines = Vec::new();
        for (number, ballot, count) in self.ballots() {
            lines.push((count, self.abif_ballot(number, ballot, &ids)?));
        }
        grouped(lines).iter().for_each(|(count, line)| {
            let _ = writeln!(text, "{count}:{line}");
        });
        Ok(text)
    }

    /// A ranking with the scores beside its options; without a ranking the scores alone, with commas.
    fn abif_ballot(&self, number: usize, ballot: &Ballot, ids: &[String]) -> Result<String, TallyError> {
        let path = || at(number).key("scores");
        let mut scores: BTreeMap<usize, Ratio> = BTreeMap::new();
        for (id, score) in ballot.scores.iter().flat_map(|scores| scores.iter()) {
            self.options.number(id, || path().key(id.as_str()))?;
            if score.whole().is_none() {
                return Err(unfit(path().key(id.as_str()), "a score that is not a whole number cannot be written in this form"));
            }
            scores.insert(self.request.options.iter().position(|own| own == id).unwrap_or(0), *score);
        }
        let option = |option: &usize| {
            let score = scores.get(option).map(|score| format!("/{score}")).unwrap_or_default();
            format!("{}{score}", ids.get(*option).map_or("", String::as_str))
        };
        if ballot.ranking.is_none() && ballot.scores.is_some() {
            let all: Vec<String> = scores.keys().map(option).collect();
            // A single score without an order would be read as an order too.
            return match all.len() {
                0 | 1 => Err(unfit(path(), "a ballot with fewer than two scores and no ranking cannot be written in this form")),
                _ => Ok(all.join(",")),
            };
        }
        let places = self.places(number, ballot)?;
        if let Some(option) = scores.keys().find(|option| !places.iter().any(|place| place.contains(option))) {
            let id = self.request.options.get(*option).map(ToString::to_string).unwrap_or_default();
            return Err(unfit(
                path().key(id),
                "an option with a score that is not in the ranking cannot be written in this form",
            ));
        }
        let place = |place: &Vec<usize>| place.iter().map(option).collect::<Vec<_>>().join("=");
        Ok(places.iter().map(place).collect::<Vec<_>>().join(">"))
    }
}

/// The id as it stands in a file: in brackets if it holds a letter that means something.
fn abif_id(id: &str) -> Result<String, TallyError> {
    if id.contains(['[', ']', '"']) {
        return Err(unfit(Pointer::root().key("options"), format!("the id \"{}\" cannot be written in this form", visible(id))));
    }
    let plain = id.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.'));
    Ok(if plain { id.to_owned() } else { format!("[{id}]") })
}
