//! Several seats, one paper at a time: the Scottish rules, and Meek.

use std::collections::BTreeMap;

use coprod_core::power::tally::{Counted, SeatSettings, TallyMethod};
use coprod_tests::dice::Dice;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Zero};

use super::{Election, chosen, counted, fraction};

fn whole(number: usize) -> BigRational {
    fraction(number, 1)
}

/// Cut to so many decimal places, or rounded up to them.
fn places_of(number: &BigRational, places: u32, up: bool) -> BigRational {
    let one = BigRational::from_integer(BigInt::from(10).pow(places));
    let scaled = number * &one;
    (if up { scaled.ceil() } else { scaled.floor() }) / one
}

/// The Scottish rules with one paper at a time: each has a value and lies with an option or nowhere.
#[derive(Clone)]
struct Scottish {
    papers: Vec<(Vec<usize>, BigRational, Option<usize>)>,
    votes: Vec<BigRational>,
    /// `None` continues, `true` is chosen, `false` is out.
    standing: Vec<Option<bool>>,
    surplus: Vec<usize>,
    stages: Vec<Vec<BigRational>>,
}

impl Scottish {
    fn move_to_next(&mut self, paper: usize) {
        let (order, value, place) = &mut self.papers[paper];
        *place = order.iter().copied().find(|option| self.standing[*option].is_none());
        // Only options behind the one that had it can still be there: those before are chosen or out.
        if let Some(place) = place {
            self.votes[*place] += &*value;
        }
    }

    fn end_stage(&mut self, quota: &BigRational, seats: usize) {
        for option in 0..self.votes.len() {
            if self.standing[option].is_none() && self.votes[option] >= *quota {
                self.standing[option] = Some(true);
                if self.votes[option] > *quota {
                    self.surplus.push(option);
                }
            }
        }
        let chosen = self.standing.iter().filter(|standing| **standing == Some(true)).count();
        let left = self.standing.iter().filter(|standing| standing.is_none()).count();
        if chosen + left == seats {
            self.standing.iter_mut().filter(|standing| standing.is_none()).for_each(|standing| *standing = Some(true));
        }
        self.stages.push(self.votes.clone());
    }

    fn go_on(mut self, quota: &BigRational, seats: usize, ends: &mut BTreeMap<Vec<usize>, Vec<Vec<BigRational>>>) {
        let chosen: Vec<usize> = (0..self.votes.len()).filter(|option| self.standing[*option] == Some(true)).collect();
        if chosen.len() == seats {
            ends.entry(chosen).or_insert(self.stages);
            return;
        }
        let moving = !self.surplus.is_empty();
        let mut tied: Vec<usize> = if moving {
            self.surplus.clone()
        } else {
            (0..self.votes.len()).filter(|option| self.standing[*option].is_none()).collect()
        };
        for stage in self.stages.iter().rev() {
            let votes = tied.iter().map(|option| &stage[*option]);
            let best = if moving { votes.max() } else { votes.min() }.unwrap().clone();
            tied.retain(|option| stage[*option] == best);
        }
        for option in tied {
            let mut next = self.clone();
            let own: Vec<usize> = (0..next.papers.len()).filter(|paper| next.papers[*paper].2 == Some(option)).collect();
            if moving {
                let surplus = &next.votes[option] - quota;
                for paper in &own {
                    let value = &surplus * &next.papers[*paper].1 / &next.votes[option];
                    next.papers[*paper].1 = places_of(&value, 5, false);
                }
                next.surplus.retain(|other| *other != option);
                next.votes[option] = quota.clone();
            } else {
                next.standing[option] = Some(false);
                next.votes[option] = BigRational::zero();
            }
            own.iter().for_each(|paper| next.move_to_next(*paper));
            next.end_stage(quota, seats);
            next.go_on(quota, seats, ends);
        }
        self.papers.clear();
    }
}

fn shown(number: &BigRational, places: u32) -> String {
    let units = (number * BigRational::from_integer(BigInt::from(10).pow(places))).to_integer();
    let text = format!("{units:0>width$}", width = places as usize + 1, units = units.to_string());
    let (before, after) = text.split_at(text.len() - places as usize);
    let after = after.trim_end_matches('0');
    if after.is_empty() { before.to_owned() } else { format!("{before}.{after}") }
}

/// The votes of every round, as far as they are the same in every way.
fn compare_rounds(found: &Counted, stages: &[Vec<BigRational>], places: u32) {
    if found.ties.iter().any(|tie| tie.broken_by.is_none()) {
        return;
    }
    assert_eq!(found.rounds.len(), stages.len());
    for (round, stage) in found.rounds.iter().zip(stages) {
        for (option, votes) in &round.votes {
            assert_eq!(votes.to_string(), shown(&stage[*option], places));
        }
    }
}

#[test]
fn scottish_rules_paper_by_paper() {
    let mut dice = Dice::new(5);
    for _ in 0..3_000 {
        let options = 1 + dice.below(5);
        let election = Election::random(options, false, &mut dice);
        let seats = 1 + dice.below(options);
        let papers = election.papers();
        let quota = whole(papers.len() / (seats + 1) + 1);
        let mut start = Scottish {
            papers: papers.iter().map(|paper| (paper.clone(), BigRational::one(), None)).collect(),
            votes: vec![BigRational::zero(); options],
            standing: vec![None; options],
            surplus: Vec::new(),
            stages: Vec::new(),
        };
        (0..papers.len()).for_each(|paper| start.move_to_next(paper));
        start.end_stage(&quota, seats);
        let mut ends = BTreeMap::new();
        start.go_on(&quota, seats, &mut ends);
        let found = counted(&election, &TallyMethod::ScottishStv(SeatSettings { seats: u32::try_from(seats).unwrap() }));
        assert_eq!(chosen(&found), ends.keys().cloned().collect(), "{papers:?} {seats}");
        compare_rounds(&found, ends.values().next().unwrap(), 5);
    }
}

/// Meek's method with one paper at a time.
#[derive(Clone)]
struct Meek {
    keep: Vec<BigRational>,
    standing: Vec<Option<bool>>,
    rounds: Vec<Vec<BigRational>>,
}

impl Meek {
    fn distribute(&self, papers: &[Vec<usize>], seats: usize) -> (Vec<BigRational>, BigRational) {
        let mut votes = vec![BigRational::zero(); self.keep.len()];
        for paper in papers {
            let mut weight = BigRational::one();
            for option in paper {
                let part = places_of(&(&weight * &self.keep[*option]), 9, true);
                votes[*option] += &part;
                weight -= part;
            }
        }
        let sum: BigRational = votes.iter().sum();
        let quota = places_of(&(sum / whole(seats + 1)), 9, false) + fraction(1, 1_000_000_000);
        (votes, quota)
    }

    fn that(&self, is: Option<bool>) -> Vec<usize> {
        (0..self.standing.len()).filter(|option| self.standing[*option] == is).collect()
    }

    fn go_on(mut self, papers: &[Vec<usize>], seats: usize, ends: &mut BTreeMap<Vec<usize>, Vec<Vec<BigRational>>>) {
        loop {
            let (chosen, left) = (self.that(Some(true)), self.that(None));
            if chosen.len() == seats || chosen.len() + left.len() <= seats {
                if chosen.len() < seats {
                    self.rounds.push(self.distribute(papers, seats).0);
                }
                let mut all = chosen.clone();
                all.extend(if chosen.len() < seats { left } else { Vec::new() });
                all.sort_unstable();
                ends.entry(all).or_insert(self.rounds);
                return;
            }
            let mut before: Option<BigRational> = None;
            let last = loop {
                let (votes, quota) = self.distribute(papers, seats);
                let reached: Vec<usize> = self.that(None).into_iter().filter(|option| votes[*option] >= quota).collect();
                if !reached.is_empty() {
                    reached.iter().for_each(|option| self.standing[*option] = Some(true));
                    self.rounds.push(votes);
                    break Vec::new();
                }
                let surplus: BigRational = self.that(Some(true)).iter().map(|option| &votes[*option] - &quota).sum();
                let surplus = surplus.max(BigRational::zero());
                if surplus < fraction(1, 1_000_000) || before.is_some_and(|before| surplus >= before) {
                    let fewest = self.that(None).iter().map(|option| votes[*option].clone()).min().unwrap();
                    let last: Vec<usize> =
                        self.that(None).into_iter().filter(|option| votes[*option] <= &fewest + &surplus).collect();
                    self.rounds.push(votes);
                    break last;
                }
                before = Some(surplus);
                for option in self.that(Some(true)) {
                    let part = places_of(&(&self.keep[option] * &quota), 9, true);
                    self.keep[option] = places_of(&(part / &votes[option]), 9, true).min(BigRational::one());
                }
            };
            if !last.is_empty() {
                for out in last {
                    let mut next = self.clone();
                    next.standing[out] = Some(false);
                    next.keep[out] = BigRational::zero();
                    next.go_on(papers, seats, ends);
                }
                return;
            }
        }
    }
}

#[test]
fn meek_paper_by_paper() {
    let mut dice = Dice::new(6);
    for _ in 0..150 {
        let options = 1 + dice.below(5);
        let election = Election::random(options, false, &mut dice);
        let seats = 1 + dice.below(options);
        let papers = election.papers();
        let start = Meek { keep: vec![BigRational::one(); options], standing: vec![None; options], rounds: Vec::new() };
        let mut ends = BTreeMap::new();
        start.go_on(&papers, seats, &mut ends);
        let found = counted(&election, &TallyMethod::MeekStv(SeatSettings { seats: u32::try_from(seats).unwrap() }));
        assert_eq!(chosen(&found), ends.keys().cloned().collect(), "{papers:?} {seats}");
        compare_rounds(&found, ends.values().next().unwrap(), 9);
    }
}
