//! The single transferable vote by the rules for Scottish local elections: the Scottish Local Government Elections Order 2007 (SSI
//! 2007/42), schedule 1, rules 45 to 52.
//!
//! The quota is the whole part of votes / (seats + 1), plus 1. The surplus of an option above it moves on all its papers, each at
//! surplus x its value on receipt / votes credited, to five decimal places, the remainder ignored; the largest surplus first. When
//! there is none, the option with the fewest votes is out, and its papers move at the value at which it received them. Options that tie
//! are told apart by the latest stage at which they had unequal votes, then by lot. When as many are left as there are seats to fill,
//! they are chosen.

use super::Standing;
use crate::error::TallyError;
use crate::power::tally::counted::{Counted, Round, Tie, TieBreak, TieFor, Ties, ValueChange};
use crate::power::tally::explore::{Count, Halt, Log, Work, explore};
use crate::power::tally::names::{Names, votes};
use crate::power::tally::number::VoteNumber;
use crate::power::tally::ranked::RankedBallots;

/// Votes are counted in units of which this many make one.
const ONE: u128 = 100_000;
const PLACES: u32 = 5;

/// Counts by the Scottish rules. The ballots name options one after another.
pub(in crate::power::tally) fn scottish(
    ballots: &RankedBallots,
    seats: usize,
    ties: &Ties,
    names: &Names,
    work: &mut Work,
) -> Result<Counted, TallyError> {
    explore(Stages::new(ballots, seats, ties, names), work)
}

/// Papers that came at the same value.
#[derive(Debug, Clone)]
struct Parcel {
    value: u128,
    papers: Vec<u32>,
}

#[derive(Clone)]
struct Stages<'a> {
    ballots: &'a RankedBallots,
    seats: usize,
    ties: &'a Ties,
    names: &'a Names,
    quota: u128,
    at: Vec<u16>,
    parcels: Vec<Vec<Parcel>>,
    votes: Vec<u128>,
    standing: Vec<Standing>,
    chosen: Vec<usize>,
    /// Chosen with more than the quota, which has not moved yet.
    surpluses: Vec<usize>,
    not_transferable: u128,
    lost: u128,
    history: Vec<Vec<u128>>,
    /// What moved papers, in order: the votes and the history of those who continue depend on nothing else.
    moves: Vec<usize>,
    /// What happens at the stage that is being counted.
    stage: Round,
    log: Log,
}

fn number(units: u128) -> VoteNumber {
    // At most 2^53 votes, far below the limit.
    VoteNumber::decimal(i128::try_from(units).unwrap_or(i128::MAX), PLACES)
}

impl<'a> Stages<'a> {
    fn new(ballots: &'a RankedBallots, seats: usize, ties: &'a Ties, names: &'a Names) -> Self {
        let options = ballots.options();
        let quota = (u128::from(ballots.votes()) / (seats as u128 + 1) + 1) * ONE;
        Self {
            ballots,
            seats,
            ties,
            names,
            quota,
            at: vec![0; ballots.len()],
            parcels: vec![Vec::new(); options],
            votes: vec![0; options],
            standing: vec![Standing::Continuing; options],
            chosen: Vec::new(),
            surpluses: Vec::new(),
            not_transferable: 0,
            lost: 0,
            history: Vec::new(),
            moves: Vec::new(),
            stage: Round::default(),
            log: Log::default(),
        }
    }

    fn of(&self, option: usize) -> u128 {
        self.votes.get(option).copied().unwrap_or(0)
    }

    fn continuing(&self) -> Vec<usize> {
        let continues = |(option, standing): (usize, &Standing)| (*standing == Standing::Continuing).then_some(option);
        self.standing.iter().enumerate().filter_map(continues).collect()
    }

    /// Credits papers, each at this value, to the next continuing options on them; says how many votes' worth moved, and how much has
    /// nowhere to go.
    fn deal(&mut self, papers: &[u32], value: u128, work: &mut Work) -> Result<(u128, u128), TallyError> {
        let mut sorted: Vec<Vec<u32>> = vec![Vec::new(); self.votes.len()];
        let (mut moved, mut stuck, mut looks) = (0, 0, 0);
        for paper in papers {
            let index = *paper as usize;
            let (Some(ballot), Some(at)) = (self.ballots.ballot(index), self.at.get_mut(index)) else { continue };
            let next = loop {
                looks += 1;
                match ballot.at(usize::from(*at)) {
                    Some(option) if self.standing.get(option) != Some(&Standing::Continuing) => *at += 1,
                    found => break found,
                }
            };
            let worth = value * u128::from(ballot.count);
            match next.and_then(|option| Some((sorted.get_mut(option)?, self.votes.get_mut(option)?))) {
                Some((parcel, votes)) => {
                    parcel.push(*paper);
                    *votes += worth;
                    moved += worth;
                }
                None => stuck += worth,
            }
        }
        for (own, papers) in self.parcels.iter_mut().zip(sorted).filter(|(_, papers)| !papers.is_empty()) {
            own.push(Parcel { value, papers });
        }
        work.spend(looks)?;
        Ok((moved, stuck))
    }

    fn first_stage(&mut self, work: &mut Work) -> Result<(), TallyError> {
        let all: Vec<u32> = (0..u32::try_from(self.ballots.len()).unwrap_or(u32::MAX)).collect();
        let (_, stuck) = self.deal(&all, ONE, work)?;
        self.not_transferable = stuck;
        let quota = number(self.quota);
        let total = votes(self.ballots.votes());
        let seats = self.seats;
        self.stage
            .because
            .push(format!("first preferences; the quota is {quota}: {total} divided by {seats} + 1, the whole part, plus 1"));
        Ok(())
    }

    /// Moves what an option has above the quota.
    fn move_surplus(&mut self, from: usize, work: &mut Work) -> Result<(), TallyError> {
        let (total, surplus) = (self.of(from), self.of(from) - self.quota);
        let parcels = self.parcels.get_mut(from).map(std::mem::take).unwrap_or_default();
        let (mut moved, mut stuck) = (0, 0);
        for Parcel { value, papers } in parcels {
            // Both are far below the square root of the limit.
            let after = surplus * value / total;
            let (on, nowhere) = self.deal(&papers, after, work)?;
            moved += on;
            stuck += nowhere;
            let papers = papers.iter().filter_map(|paper| self.ballots.ballot(*paper as usize)).map(|ballot| ballot.count).sum();
            self.stage.transfers.push(ValueChange { before: number(value), after: number(after), papers });
        }
        self.not_transferable += stuck;
        self.lost += surplus - moved - stuck;
        self.votes.get_mut(from).into_iter().for_each(|own| *own = self.quota);
        self.surpluses.retain(|option| *option != from);
        self.moves.push(from);
        let (name, surplus) = (self.names.of(from), votes(number(surplus)));
        self.stage.because.push(format!("{name} has {surplus} more than the quota, which move on at the transfer values"));
        Ok(())
    }

    fn exclude(&mut self, option: usize, how: &str, work: &mut Work) -> Result<(), TallyError> {
        let own = self.of(option);
        self.standing.get_mut(option).into_iter().for_each(|standing| *standing = Standing::Out);
        let parcels = self.parcels.get_mut(option).map(std::mem::take).unwrap_or_default();
        if !parcels.is_empty() {
            self.moves.push(option);
        }
        for Parcel { value, papers } in parcels {
            let (_, stuck) = self.deal(&papers, value, work)?;
            self.not_transferable += stuck;
        }
        self.votes.get_mut(option).into_iter().for_each(|own| *own = 0);
        self.stage.out.push(option);
        let words = format!("{} has the fewest votes, {}, and is out{how}", self.names.of(option), number(own));
        self.stage.because.push(words);
        Ok(())
    }

    /// Chooses whoever has reached the quota, and notes the stage.
    fn end_stage(&mut self) {
        for option in self.continuing() {
            let own = self.of(option);
            if own >= self.quota {
                self.choose(option);
                if own > self.quota {
                    self.surpluses.push(option);
                }
                self.stage.because.push(format!(
                    "{} has {}, which reaches the quota, and is chosen",
                    self.names.of(option),
                    number(own)
                ));
            }
        }
        self.last_seats();
        self.history.push(self.votes.clone());
        let not_out =
            |(option, standing): (usize, &Standing)| (*standing != Standing::Out).then_some((option, number(self.of(option))));
        let round = Round {
            votes: self.standing.iter().enumerate().filter_map(not_out).collect(),
            not_transferable: Some(number(self.not_transferable)),
            lost_to_rounding: Some(number(self.lost)),
            quota: Some(number(self.quota)),
            ..std::mem::take(&mut self.stage)
        };
        self.log.round(|| round);
    }

    fn choose(&mut self, option: usize) {
        self.standing.get_mut(option).into_iter().for_each(|standing| *standing = Standing::Chosen);
        self.chosen.push(option);
        self.stage.chosen.push(option);
    }

    /// Rule 51: as many are left as there are seats to fill.
    fn last_seats(&mut self) {
        let left = self.continuing();
        if !left.is_empty() && self.chosen.len() + left.len() == self.seats {
            let words = format!("{} fill the seats that are left", self.names.list(&left));
            self.stage.because.push(words);
            left.into_iter().for_each(|option| self.choose(option));
        }
    }

    /// Those of the tied that stood first (or last) at the latest stage at which they were not equal.
    fn told_apart(&self, tied: &[usize], most: bool) -> Vec<usize> {
        let mut left = tied.to_vec();
        for stage in self.history.iter().rev() {
            let votes = |option: &usize| stage.get(*option).copied().unwrap_or(0);
            let best = if most { left.iter().map(votes).max() } else { left.iter().map(votes).min() };
            left.retain(|option| Some(votes(option)) == best);
        }
        left
    }

    /// Which of the tied it falls on and how that was found, or the tie that nothing breaks.
    fn break_tie(&mut self, tied: Vec<usize>, tied_for: TieFor) -> Result<(usize, &'static str), Tie> {
        let most = tied_for == TieFor::Surplus;
        let left = self.told_apart(&tied, most);
        let by_lot = if most { self.ties.in_front(&left) } else { self.ties.behind(&left) };
        let (option, broken_by, how) = match (left.as_slice(), by_lot) {
            ([one], _) => {
                (*one, TieBreak::EarlierRounds, "; tied, and told apart by the latest stage at which they were unequal")
            }
            (_, Some(one)) => (one, TieBreak::Lot, "; tied, and told apart by the lot"),
            _ => {
                let round = self.history.len() + 1;
                return Err(Tie { round, tied_for, tied: left, broken_by: None, fell_on: Vec::new() });
            }
        };
        let round = self.history.len() + 1;
        self.log.tie(Tie { round, tied_for, tied, broken_by: Some(broken_by), fell_on: vec![option] });
        Ok((option, how))
    }

    /// Whether the options with the fewest votes have none and are all out before the last seats are filled: no paper moves.
    fn makes_no_difference(&self, last: usize, tied: usize) -> bool {
        self.surpluses.is_empty() && self.of(last) == 0 && self.chosen.len() + self.continuing().len() >= self.seats + tied
    }

    /// Those with the largest surplus, or else with the fewest votes.
    fn next(&self) -> (Vec<usize>, TieFor) {
        let (among, tied_for) =
            if self.surpluses.is_empty() { (self.continuing(), TieFor::Last) } else { (self.surpluses.clone(), TieFor::Surplus) };
        let votes = among.iter().map(|option| self.of(*option));
        let best = if tied_for == TieFor::Surplus { votes.max() } else { votes.min() };
        let mut next: Vec<usize> = among.into_iter().filter(|option| Some(self.of(*option)) == best).collect();
        next.sort_unstable();
        (next, tied_for)
    }
}

impl Count for Stages<'_> {
    type Key = (Vec<Standing>, Vec<usize>);

    fn run(&mut self, work: &mut Work) -> Result<Halt, TallyError> {
        if self.history.is_empty() {
            self.first_stage(work)?;
            self.end_stage();
        }
        while self.chosen.len() < self.seats {
            work.spend(self.votes.len() as u64)?;
            let (next, tied_for) = self.next();
            let (option, how) = match next.as_slice() {
                [one] => (*one, ""),
                [one, ..] if self.makes_no_difference(*one, next.len()) => {
                    (*one, "; several have none, and which of them is out first makes no difference")
                }
                _ => match self.break_tie(next, tied_for) {
                    Ok(found) => found,
                    Err(tie) => return Ok(Halt::Tie(tie)),
                },
            };
            match tied_for {
                TieFor::Surplus => self.move_surplus(option, work)?,
                _ => self.exclude(option, how, work)?,
            }
            self.end_stage();
        }
        let mut chosen = self.chosen.clone();
        chosen.sort_unstable();
        Ok(Halt::Done(chosen))
    }

    fn fall_on(&mut self, option: usize, work: &mut Work) -> Result<(), TallyError> {
        if self.surpluses.is_empty() {
            self.exclude(option, "; tied, and this is one way it could fall", work)?;
        } else {
            self.move_surplus(option, work)?;
        }
        self.end_stage();
        Ok(())
    }

    fn key(&self) -> Self::Key {
        (self.standing.clone(), self.moves.clone())
    }

    fn size(&self) -> u64 {
        self.at.len() as u64
    }

    fn log(&mut self) -> &mut Log {
        &mut self.log
    }
}
