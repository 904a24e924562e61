//! Instant run-off: the option with the fewest votes goes out, and its ballots move to the next option named, until one has more than
//! half of the votes that are left.

use super::counted::{Counted, Round, Tie, TieBreak, TieFor, Ties};
use super::explore::{Count, Halt, Log, Work, explore};
use super::names::{Names, votes};
use super::number::VoteNumber;
use super::ranked::RankedBallots;
use crate::error::TallyError;

/// Counts by instant run-off. The ballots name options one after another.
pub(super) fn irv(ballots: &RankedBallots, ties: &Ties, names: &Names, work: &mut Work) -> Result<Counted, TallyError> {
    let counted = explore(RunOff::new(ballots, ties, names), work)?;
    let because = counted.rounds.last().map(|last| last.because.clone()).unwrap_or_default();
    Ok(Counted { because, ..counted })
}

#[derive(Clone)]
struct RunOff<'a> {
    ballots: &'a RankedBallots,
    ties: &'a Ties,
    names: &'a Names,
    /// How far each ballot has been read.
    at: Vec<u16>,
    /// The ballots that count for each option.
    piles: Vec<Vec<u32>>,
    votes: Vec<u64>,
    standing: Vec<bool>,
    exhausted: u64,
    /// The votes at the end of each round, for ties.
    history: Vec<Vec<u64>>,
    /// Who went out with votes, in order: what the history depends on.
    order: Vec<usize>,
    started: bool,
    log: Log,
}

impl<'a> RunOff<'a> {
    fn new(ballots: &'a RankedBallots, ties: &'a Ties, names: &'a Names) -> Self {
        let options = ballots.options();
        Self {
            ballots,
            ties,
            names,
            at: vec![0; ballots.len()],
            piles: vec![Vec::new(); options],
            votes: vec![0; options],
            standing: vec![true; options],
            exhausted: 0,
            history: Vec::new(),
            order: Vec::new(),
            started: false,
            log: Log::default(),
        }
    }

    /// Gives these ballots to the next options on them that stand.
    fn deal(&mut self, ballots: impl Iterator<Item = u32>, work: &mut Work) -> Result<(), TallyError> {
        let mut looks = 0;
        for number in ballots {
            let index = number as usize;
            let (Some(ballot), Some(at)) = (self.ballots.ballot(index), self.at.get_mut(index)) else { continue };
            let next = loop {
                looks += 1;
                match ballot.at(usize::from(*at)) {
                    Some(option) if self.standing.get(option) != Some(&true) => *at += 1,
                    found => break found,
                }
            };
            match next.and_then(|option| Some((self.piles.get_mut(option)?, self.votes.get_mut(option)?))) {
                Some((pile, votes)) => {
                    pile.push(number);
                    *votes += ballot.count;
                }
                None => self.exhausted += ballot.count,
            }
        }
        work.spend(looks)
    }

    fn start(&mut self, work: &mut Work) -> Result<(), TallyError> {
        self.started = true;
        let all = 0..u32::try_from(self.ballots.len()).unwrap_or(u32::MAX);
        self.deal(all, work)
    }

    fn those_standing(&self) -> Vec<(usize, u64)> {
        let stands = |(option, votes): (usize, &u64)| (self.standing.get(option) == Some(&true)).then_some((option, *votes));
        self.votes.iter().enumerate().filter_map(stands).collect()
    }

    /// Takes options out and deals their ballots again.
    fn take_out(&mut self, out: &[usize], words: String, work: &mut Work) -> Result<(), TallyError> {
        let round = self.round(words, &[], out);
        self.log.round(|| round);
        self.history.push(self.votes.clone());
        let mut pile = Vec::new();
        for option in out {
            if self.votes.get(*option).is_some_and(|votes| *votes > 0) {
                self.order.push(*option);
            }
            self.standing.get_mut(*option).into_iter().for_each(|standing| *standing = false);
            self.votes.get_mut(*option).into_iter().for_each(|votes| *votes = 0);
            self.piles.get_mut(*option).into_iter().for_each(|own| pile.append(own));
        }
        self.deal(pile.into_iter(), work)
    }

    fn round(&self, words: String, chosen: &[usize], out: &[usize]) -> Round {
        Round {
            votes: self.those_standing().into_iter().map(|(option, votes)| (option, votes.into())).collect(),
            not_transferable: Some(VoteNumber::from(self.exhausted)),
            chosen: chosen.to_vec(),
            out: out.to_vec(),
            because: vec![words],
            ..Round::default()
        }
    }

    /// Of those with the fewest votes, the ones that had the fewest in the latest earlier round in which they differ.
    fn fewest_before(&self, tied: &[usize]) -> Vec<usize> {
        let mut left = tied.to_vec();
        for round in self.history.iter().rev() {
            let votes = |option: &usize| round.get(*option).copied().unwrap_or(0);
            let fewest = left.iter().map(votes).min();
            left.retain(|option| Some(votes(option)) == fewest);
        }
        left
    }

    /// Nothing is left to tell those apart who stand.
    fn without_votes(&self, tied: &[usize]) -> Tie {
        let round = self.history.len() + 1;
        Tie { round, tied_for: TieFor::First, tied: tied.to_vec(), broken_by: None, fell_on: Vec::new() }
    }

    /// Takes all others out, of whom none has a vote.
    fn keep_only(&mut self, option: usize, how: &str, work: &mut Work) -> Result<(), TallyError> {
        let others: Vec<usize> =
            self.those_standing().into_iter().map(|(other, _)| other).filter(|other| *other != option).collect();
        let words = format!("no ballot names any of those left; {} stays, {how}", self.names.of(option));
        self.take_out(&others, words, work)
    }

    fn winner(&mut self, option: usize, votes_for: u64, left: u64) -> Halt {
        let name = self.names.of(option);
        let words = if self.those_standing().len() == 1 {
            format!("{name} is the only one left, with {}", votes(votes_for))
        } else {
            format!("{name} has {} of the {left} that count, which is more than half", votes(votes_for))
        };
        let round = self.round(words, &[option], &[]);
        self.log.round(|| round);
        Halt::Done(vec![option])
    }

    /// Takes out one of those that tie for last, by the caller's rules; hands the tie back if none of them breaks it.
    fn break_tie(&mut self, tied: Vec<usize>, votes_each: u64, all: bool, work: &mut Work) -> Result<Option<Tie>, TallyError> {
        let round = self.history.len() + 1;
        let tie = |broken_by, fell_on| Tie { round, tied_for: TieFor::Last, tied: tied.clone(), broken_by, fell_on };
        let last = format!("{} tie for last with {} each", self.names.list(&tied), votes(votes_each));
        if self.ties.eliminate_all && !all {
            self.log.tie(tie(Some(TieBreak::EliminateAll), tied.clone()));
            self.take_out(&tied, format!("{last}, and all of them go out"), work)?;
            return Ok(None);
        }
        let (mut left, mut by) = (tied.clone(), TieBreak::EarlierRounds);
        if self.ties.earlier_rounds {
            left = self.fewest_before(&tied);
        }
        if left.len() > 1 {
            match self.ties.behind(&left) {
                Some(behind) => (left, by) = (vec![behind], TieBreak::Lot),
                None => return Ok(Some(Tie { tied: left, ..tie(None, Vec::new()) })),
            }
        }
        let how = if by == TieBreak::Lot {
            "by the lot"
        } else {
            "having had the fewest in the latest earlier round in which they differ"
        };
        self.log.tie(tie(Some(by), left.clone()));
        self.take_out(&left, format!("{last}; {} goes out, {how}", self.names.list(&left)), work)?;
        Ok(None)
    }
}

impl Count for RunOff<'_> {
    type Key = (Vec<bool>, Vec<usize>);

    fn run(&mut self, work: &mut Work) -> Result<Halt, TallyError> {
        if !self.started {
            self.start(work)?;
        }
        loop {
            let standing = self.those_standing();
            work.spend(standing.len() as u64)?;
            // Cannot overflow: votes that were cast.
            let left: u64 = standing.iter().map(|(_, votes)| votes).sum();
            if let Some((option, own)) = standing.iter().find(|(_, own)| *own > left - *own || standing.len() == 1) {
                return Ok(self.winner(*option, *own, left));
            }
            let fewest = standing.iter().map(|(_, own)| *own).min().unwrap_or(0);
            let last: Vec<usize> = standing.iter().filter(|(_, own)| *own == fewest).map(|(option, _)| *option).collect();
            let all = last.len() == standing.len();
            match last.as_slice() {
                // Whichever goes first, all of them go before anybody with a vote, and no ballot moves.
                several if fewest == 0 && !all => {
                    let (have, go) = if several.len() == 1 { ("has", "goes") } else { ("have", "go") };
                    let words = format!("{} {have} no votes and {go} out", self.names.list(several));
                    self.take_out(several, words, work)?;
                }
                _ if left == 0 => match self.ties.in_front(&last) {
                    Some(option) => {
                        self.log.tie(Tie { broken_by: Some(TieBreak::Lot), fell_on: vec![option], ..self.without_votes(&last) });
                        self.keep_only(option, "by the lot", work)?;
                    }
                    None => return Ok(Halt::Tie(self.without_votes(&last))),
                },
                [one] => {
                    let words = format!("{} has the fewest votes, {}, and goes out", self.names.of(*one), votes(fewest));
                    self.take_out(&[*one], words, work)?;
                }
                _ => {
                    if let Some(tie) = self.break_tie(last, fewest, all, work)? {
                        return Ok(Halt::Tie(tie));
                    }
                }
            }
        }
    }

    fn fall_on(&mut self, option: usize, work: &mut Work) -> Result<(), TallyError> {
        if self.those_standing().iter().all(|(_, votes)| *votes == 0) {
            return self.keep_only(option, "which is one way this could go", work);
        }
        let words = format!("{} ties for last, and this is the way in which it goes out", self.names.of(option));
        self.take_out(&[option], words, work)
    }

    fn key(&self) -> Self::Key {
        let order = if self.ties.earlier_rounds { self.order.clone() } else { Vec::new() };
        (self.standing.clone(), order)
    }

    fn size(&self) -> u64 {
        self.at.len() as u64
    }

    fn log(&mut self) -> &mut Log {
        &mut self.log
    }
}
