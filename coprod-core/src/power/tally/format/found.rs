//! What was found in a file, and how its faults are told.

use std::collections::BTreeSet;

use super::BallotsReadAnswer;
use crate::error::{Pointer, TallyError, visible};
use crate::power::tally::ballot::{Ballot, RankPlace};
use crate::power::tally::ranked::{MOST_OPTIONS, MOST_VOTES};
use crate::power::tally::request::MOST_BALLOTS;
use crate::unit::{Count, Id, IdMap, Ratio};

/// A fault in a line, counted from 1 up.
pub(super) fn bad_line(line: usize, detail: impl Into<String>) -> TallyError {
    TallyError::BadLine { path: Pointer::root().key("text"), line, detail: detail.into() }
}

/// The first letters of what was found, to be shown.
pub(super) fn short(text: &str) -> String {
    format!("\"{}\"", visible(&text.chars().take(40).collect::<String>()))
}

/// The lines with their numbers from 1 up, without white space around them.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(at, line)| (at + 1, line.trim()))
}

/// How many voters, as a file says it: a whole number above zero.
pub(super) fn read_count(line: usize, text: &str) -> Result<u64, TallyError> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let count = text.parse().ok().filter(|count| digits && *count > 0 && *count <= MOST_VOTES);
    count.ok_or_else(|| bad_line(line, format!("{} is not a whole number of voters from 1 up", short(text))))
}

/// One ballot, with options by their place in the list.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) count: u64,
    pub(super) ranking: Option<Vec<Vec<usize>>>,
    pub(super) scores: Vec<(usize, Ratio)>,
}

/// What was found in a file.
#[derive(Debug, Default)]
pub(super) struct FoundFile {
    /// The options' names, in the order of the file, and their ids where it has ids too.
    pub(super) names: Vec<String>,
    pub(super) ids: Option<Vec<String>>,
    pub(super) ballots: Vec<Found>,
    pub(super) title: Option<String>,
    pub(super) seats: Option<u32>,
    /// Places in the list of options that were withdrawn.
    pub(super) withdrawn: BTreeSet<usize>,
}

impl FoundFile {
    /// Refuses more options or ballots than are worked with, as soon as there are.
    pub(super) fn check_size(&self) -> Result<(), TallyError> {
        let path = || Pointer::root().key("text");
        let too_many = |what: &str, count, limit| TallyError::TooMany { path: path(), what: what.to_owned(), count, limit };
        if self.names.len() > MOST_OPTIONS {
            return Err(too_many("options", self.names.len(), MOST_OPTIONS));
        }
        if self.ballots.len() > MOST_BALLOTS {
            return Err(too_many("ballots", self.ballots.len(), MOST_BALLOTS));
        }
        Ok(())
    }

    /// The ids: those of the file, or names where all of them will do, or numbers.
    fn all_ids(&self) -> Result<Vec<Id>, TallyError> {
        if let Some(ids) = &self.ids {
            return ids.iter().map(|id| Ok(id.parse()?)).collect();
        }
        let joined = |name: &String| name.split_whitespace().collect::<Vec<_>>().join("_").parse::<Id>().ok();
        let named: Option<Vec<Id>> = self.names.iter().map(joined).collect();
        let unique = |ids: &Vec<Id>| ids.iter().collect::<BTreeSet<_>>().len() == ids.len();
        match named.filter(unique) {
            Some(ids) => Ok(ids),
            None => (1..=self.names.len()).map(|number| Ok(number.to_string().parse()?)).collect(),
        }
    }

    pub(super) fn answer(self) -> Result<BallotsReadAnswer, TallyError> {
        self.check_size()?;
        let path = || Pointer::root().key("text");
        let ids = self.all_ids()?;
        if ids.len() == self.withdrawn.len() {
            let (detail, hint) = ("the file has no options".to_owned(), "check that the format is the one named".to_owned());
            return Err(TallyError::OutOfRange { path: path(), detail, hint });
        }
        if self.ballots.is_empty() {
            return Err(TallyError::NoBallots { path: path() });
        }
        let votes = self.ballots.iter().try_fold(0_u64, |sum, ballot| sum.checked_add(ballot.count));
        let votes = votes.filter(|votes| *votes <= MOST_VOTES).ok_or_else(|| TallyError::OutOfRange {
            path: path(),
            detail: format!("there are more than {MOST_VOTES} votes in all"),
            hint: "divide all counts by the same number".to_owned(),
        })?;
        let stays = |option: &usize| !self.withdrawn.contains(option);
        let id = |option: usize| ids.get(option).filter(|_| stays(&option)).cloned();
        let place = |place: &Vec<usize>| {
            let mut shared: Vec<Id> = place.iter().filter_map(|option| id(*option)).collect();
            match shared.len() {
                0 => None,
                1 => shared.pop().map(RankPlace::One),
                _ => Some(RankPlace::Shared(shared)),
            }
        };
        let ballot = |found: &Found| Ballot {
            count: (found.count != 1).then(|| Count::from(found.count)),
            ranking: found.ranking.as_ref().map(|places| places.iter().filter_map(place).collect()),
            scores: (!found.scores.is_empty()).then(|| {
                found.scores.iter().filter_map(|(option, score)| Some((id(*option)?, *score))).collect::<IdMap<Ratio>>()
            }),
            ..Ballot::default()
        };
        let named = |(id, name): (&Id, &String)| (id.as_str() != name).then(|| (id.clone(), name.clone()));
        Ok(BallotsReadAnswer {
            options: (0..ids.len()).filter_map(id).collect(),
            names: ids
                .iter()
                .zip(&self.names)
                .enumerate()
                .filter(|(at, _)| stays(at))
                .filter_map(|(_, pair)| named(pair))
                .collect(),
            ballots: self.ballots.iter().map(ballot).collect(),
            votes: Count::from(votes),
            title: self.title,
            seats: self.seats,
            withdrawn: self.withdrawn.iter().filter_map(|option| self.names.get(*option)).cloned().collect(),
        })
    }
}
