//! The single transferable vote by Meek's method, after the reference rule of the Proportional Representation Foundation (Hill,
//! Wichmann and Woodall, 1987, in decimals): nine decimal places.
//!
//! Each chosen option keeps a part of every vote that reaches it, its keep factor, and passes the rest on to the next option named. The
//! quota is the votes that options have / (seats + 1), cut to nine places, plus 0.000000001. Keep factors are lowered, rounded up, until
//! the votes above the quota are under 0.000001 in all, or have not fallen; then the option with the fewest votes is out. Options within
//! the surplus of the fewest votes tie, and a lot tells them apart.

use super::Standing;
use super::tree::{ONE, Tree};
use crate::error::TallyError;
use crate::power::tally::counted::{Counted, Round, Tie, TieBreak, TieFor, Ties};
use crate::power::tally::explore::{Count, Halt, Log, Work, explore};
use crate::power::tally::names::Names;
use crate::power::tally::number::VoteNumber;
use crate::power::tally::ranked::RankedBallots;

/// A surplus below this many units is none: a millionth of a vote.
const NO_SURPLUS: i128 = 1_000;
const PLACES: u32 = 9;

/// Counts by Meek's method. The ballots name options one after another.
pub(in crate::power::tally) fn meek(
    ballots: &RankedBallots,
    seats: usize,
    ties: &Ties,
    names: &Names,
    work: &mut Work,
) -> Result<Counted, TallyError> {
    let start = Iterations::new(ballots, seats, ties, names, work)?;
    explore(start, work)
}

#[derive(Clone)]
struct Iterations<'a> {
    tree: Tree<'a>,
    seats: usize,
    ties: &'a Ties,
    names: &'a Names,
    /// The votes cast, in units.
    total: u128,
    keep: Vec<u64>,
    votes: Vec<u128>,
    quota: u128,
    standing: Vec<Standing>,
    chosen: usize,
    rounds: usize,
    log: Log,
}

fn number(units: u128) -> VoteNumber {
    // At most 2^53 votes of 10^9 units, far below the limit.
    VoteNumber::decimal(i128::try_from(units).unwrap_or(i128::MAX), PLACES)
}

fn signed(units: u128) -> i128 {
    i128::try_from(units).unwrap_or(i128::MAX)
}

impl<'a> Iterations<'a> {
    fn new(
        ballots: &'a RankedBallots,
        seats: usize,
        ties: &'a Ties,
        names: &'a Names,
        work: &mut Work,
    ) -> Result<Self, TallyError> {
        let options = ballots.options();
        let standing = vec![Standing::Continuing; options];
        let (tree, looks) = Tree::new(ballots, &standing);
        work.spend(looks)?;
        Ok(Self {
            tree,
            seats,
            ties,
            names,
            total: u128::from(ballots.votes()) * u128::from(ONE),
            keep: vec![ONE; options],
            votes: vec![0; options],
            quota: 0,
            standing,
            chosen: 0,
            rounds: 0,
            log: Log::default(),
        })
    }

    fn of(&self, option: usize) -> u128 {
        self.votes.get(option).copied().unwrap_or(0)
    }

    fn that(&self, is: Standing) -> Vec<usize> {
        let fits = |(option, standing): (usize, &Standing)| (*standing == is).then_some(option);
        self.standing.iter().enumerate().filter_map(fits).collect()
    }

    fn stand(&mut self, option: usize, standing: Standing, work: &mut Work) -> Result<(), TallyError> {
        self.standing.get_mut(option).into_iter().for_each(|own| *own = standing);
        self.chosen += usize::from(standing == Standing::Chosen);
        let looks = self.tree.open(option, &self.standing);
        work.spend(looks)
    }

    fn distribute(&mut self, work: &mut Work) -> Result<(), TallyError> {
        work.spend(self.tree.len() as u64)?;
        self.tree.votes(&self.keep, &mut self.votes);
        self.quota = self.votes.iter().sum::<u128>() / (self.seats as u128 + 1) + 1;
        Ok(())
    }

    /// Lowers keep factors until an option is chosen (`true`), or nothing is left to pass on (`false`, and the surplus).
    fn iterate(&mut self, work: &mut Work) -> Result<Result<Vec<usize>, i128>, TallyError> {
        let mut before = None;
        loop {
            self.distribute(work)?;
            let reached: Vec<usize> =
                self.that(Standing::Continuing).into_iter().filter(|option| self.of(*option) >= self.quota).collect();
            if !reached.is_empty() {
                return Ok(Ok(reached));
            }
            let above = |option| signed(self.of(option)) - signed(self.quota);
            let surplus = self.that(Standing::Chosen).into_iter().map(above).sum::<i128>().max(0);
            if surplus < NO_SURPLUS || before.is_some_and(|before| surplus >= before) {
                return Ok(Err(surplus));
            }
            before = Some(surplus);
            for option in self.that(Standing::Chosen) {
                let (votes, quota) = (self.of(option), self.quota);
                if let Some(keep) = self.keep.get_mut(option) {
                    // At most 10^9 times 2^53 * 10^9. An option never keeps more than all of a vote.
                    let part = (u128::from(*keep) * quota).div_ceil(ONE.into());
                    let part = (part * u128::from(ONE))
                        .checked_div(votes)
                        .map_or(ONE.into(), |floor| floor + u128::from(floor * votes < part * u128::from(ONE)));
                    *keep = u64::try_from(part).unwrap_or(ONE).min(ONE);
                }
            }
        }
    }

    fn note(&mut self, words: String, chosen: &[usize], out: &[usize]) {
        self.rounds += 1;
        let not_out =
            |(option, standing): (usize, &Standing)| (*standing != Standing::Out).then_some((option, number(self.of(option))));
        let keep = |option: usize| (option, number(self.keep.get(option).copied().unwrap_or(ONE).into()));
        let round = Round {
            votes: self.standing.iter().enumerate().filter_map(not_out).collect(),
            not_transferable: Some(number(self.total - self.votes.iter().sum::<u128>())),
            quota: Some(number(self.quota)),
            keep_factors: self.that(Standing::Chosen).into_iter().map(keep).collect(),
            chosen: chosen.to_vec(),
            out: out.to_vec(),
            because: vec![words],
            ..Round::default()
        };
        self.log.round(|| round);
    }

    fn exclude(&mut self, option: usize, how: &str, work: &mut Work) -> Result<(), TallyError> {
        let words = format!("{} has the fewest votes, {}, and is out{how}", self.names.of(option), number(self.of(option)));
        self.note(words, &[], &[option]);
        self.stand(option, Standing::Out, work)
    }

    /// Those with the fewest votes, and all within the surplus of them.
    fn last(&self, surplus: i128) -> Vec<usize> {
        let continuing = self.that(Standing::Continuing);
        let fewest = continuing.iter().map(|option| signed(self.of(*option))).min().unwrap_or(0);
        continuing.into_iter().filter(|option| signed(self.of(*option)) <= fewest + surplus).collect()
    }

    /// Whether the last have no votes and are all out before the last seats are filled: no vote moves.
    fn makes_no_difference(&self, last: &[usize]) -> bool {
        let left = self.that(Standing::Continuing).len();
        last.iter().all(|option| self.of(*option) == 0) && self.chosen + left >= self.seats + last.len()
    }

    /// Fills the last seats, if no more are left than that.
    fn finish(&mut self, work: &mut Work) -> Result<bool, TallyError> {
        let left = self.that(Standing::Continuing);
        if self.chosen < self.seats && self.chosen + left.len() > self.seats {
            return Ok(false);
        }
        if self.chosen < self.seats {
            self.distribute(work)?;
            let words = format!("{} fill the seats that are left", self.names.list(&left));
            self.note(words, &left, &[]);
            for option in left {
                self.stand(option, Standing::Chosen, work)?;
            }
        }
        Ok(true)
    }
}

impl Count for Iterations<'_> {
    type Key = (Vec<Standing>, Vec<u64>);

    fn run(&mut self, work: &mut Work) -> Result<Halt, TallyError> {
        while !self.finish(work)? {
            match self.iterate(work)? {
                Ok(reached) => {
                    let (names, quota) = (self.names.list(&reached), number(self.quota));
                    let (reach, are) = if reached.len() == 1 { ("reaches", "is") } else { ("reach", "are") };
                    self.note(format!("{names} {reach} the quota of {quota}, and {are} chosen"), &reached, &[]);
                    for option in reached {
                        self.stand(option, Standing::Chosen, work)?;
                    }
                }
                Err(surplus) => {
                    let last = self.last(surplus);
                    let by_lot = self.ties.behind(&last);
                    match (last.as_slice(), by_lot) {
                        ([one], _) => self.exclude(*one, "", work)?,
                        ([one, ..], _) if self.makes_no_difference(&last) => {
                            self.exclude(*one, "; several have none, and which of them is out first makes no difference", work)?;
                        }
                        (_, Some(one)) => {
                            let round = self.rounds + 1;
                            let (tied_for, broken_by) = (TieFor::Last, Some(TieBreak::Lot));
                            self.log.tie(Tie { round, tied_for, tied: last.clone(), broken_by, fell_on: vec![one] });
                            self.exclude(one, "; tied, and told apart by the lot", work)?;
                        }
                        _ => {
                            let round = self.rounds + 1;
                            return Ok(Halt::Tie(Tie {
                                round,
                                tied_for: TieFor::Last,
                                tied: last,
                                broken_by: None,
                                fell_on: Vec::new(),
                            }));
                        }
                    }
                }
            }
        }
        Ok(Halt::Done(self.that(Standing::Chosen)))
    }

    fn fall_on(&mut self, option: usize, work: &mut Work) -> Result<(), TallyError> {
        self.exclude(option, "; tied, and this is one way it could fall", work)
    }

    fn key(&self) -> Self::Key {
        (self.standing.clone(), self.keep.clone())
    }

    fn size(&self) -> u64 {
        (self.tree.len() + self.tree.ballots()) as u64
    }

    fn log(&mut self) -> &mut Log {
        &mut self.log
    }
}
