//! Counting ballots, again and slowly: each method written from its definition, one ballot and one path at a time, and compared with
//! the fast one on random small elections.

use std::collections::{BTreeMap, BTreeSet};

use coprod_core::api::call;
use coprod_core::power::tally::{
    BordaSettings, BordaUnranked, CopelandPoints, CopelandSettings, Counted, DefeatStrength, MinimaxSettings, NoSettings,
    RankedBallots, SeatSettings, StrengthSettings, TallyMethod, Ties, count_ranked,
};
use coprod_tests::dice::Dice;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Zero};
use serde_json::{Value, json};

type Places = Vec<Vec<usize>>;

/// An election: so many options, and ballots with how many voters cast each.
struct Election {
    options: usize,
    ballots: Vec<(u64, Places)>,
}

impl Election {
    fn random(options: usize, shared: bool, dice: &mut Dice) -> Self {
        let ballots = (0..1 + dice.below(6)).map(|_| (1 + dice.below(4) as u64, places(options, shared, dice))).collect();
        Self { options, ballots }
    }

    fn typed(&self) -> RankedBallots {
        let mut typed = RankedBallots::new(self.options).unwrap();
        for (count, places) in &self.ballots {
            let places: Vec<Vec<u16>> =
                places.iter().map(|place| place.iter().map(|option| u16::try_from(*option).unwrap()).collect()).collect();
            typed.push_shared(*count, places.iter().map(Vec::as_slice)).unwrap();
        }
        typed
    }

    fn above(&self, a: usize, b: usize) -> u64 {
        let at = |places: &Places, option| places.iter().position(|place| place.contains(&option)).unwrap_or(usize::MAX);
        self.ballots.iter().filter(|(_, places)| at(places, a) < at(places, b)).map(|(count, _)| count).sum()
    }

    /// Every ballot by itself, with the options one after another.
    fn papers(&self) -> Vec<Vec<usize>> {
        let one = |places: &Places| places.iter().map(|place| place[0]).collect::<Vec<_>>();
        self.ballots.iter().flat_map(|(count, places)| vec![one(places); usize::try_from(*count).unwrap()]).collect()
    }
}

fn places(options: usize, shared: bool, dice: &mut Dice) -> Places {
    let mut left: Vec<usize> = (0..options).collect();
    let mut places: Places = Vec::new();
    for _ in 0..dice.below(options + 1) {
        let option = left.swap_remove(dice.below(left.len()));
        match places.last_mut() {
            Some(last) if shared && dice.once_in(4) => last.push(option),
            _ => places.push(vec![option]),
        }
    }
    places
}

fn winners(counted: &Counted) -> BTreeSet<usize> {
    counted.outcomes.iter().map(|outcome| outcome.chosen[0]).collect()
}

fn chosen(counted: &Counted) -> BTreeSet<Vec<usize>> {
    counted.outcomes.iter().map(|outcome| outcome.chosen.clone()).collect()
}

fn counted(election: &Election, method: &TallyMethod) -> Counted {
    count_ranked(&election.typed(), method, &Ties::default()).unwrap()
}

fn with_most<N: Ord>(amounts: &[N]) -> BTreeSet<usize> {
    let most = amounts.iter().max().unwrap();
    (0..amounts.len()).filter(|option| amounts[*option] == *most).collect()
}

fn strength(election: &Election, by: DefeatStrength) -> Vec<Vec<u64>> {
    let cell = |a: usize, b: usize| {
        let (over, under) = (election.above(a, b), election.above(b, a));
        match by {
            _ if a == b || over <= under => 0,
            DefeatStrength::WinningVotes => over,
            DefeatStrength::Margins => over - under,
        }
    };
    (0..election.options).map(|a| (0..election.options).map(|b| cell(a, b)).collect()).collect()
}

#[test]
fn places_and_comparisons() {
    let mut dice = Dice::new(1);
    for _ in 0..4_000 {
        let options = 1 + dice.below(6);
        let election = Election::random(options, true, &mut dice);
        for unranked in [BordaUnranked::Zero, BordaUnranked::Average] {
            // Twice the points, ballot by ballot and option by option.
            let mut points = vec![0_u64; options];
            for (count, places) in &election.ballots {
                let mut all = places.clone();
                let named: Vec<usize> = places.iter().flatten().copied().collect();
                if unranked == BordaUnranked::Average {
                    all.push((0..options).filter(|option| !named.contains(option)).collect());
                }
                for (at, place) in all.iter().enumerate() {
                    let before: usize = all[..at].iter().map(Vec::len).sum();
                    let sum: usize = (before..before + place.len()).map(|position| options - 1 - position).sum();
                    for option in place {
                        points[*option] += count * (2 * sum / place.len()) as u64;
                    }
                }
            }
            let found = counted(&election, &TallyMethod::Borda(BordaSettings { unranked }));
            assert_eq!(winners(&found), with_most(&points));
            let half = |twice: u64| format!("{}{}", twice / 2, if twice % 2 == 1 { ".5" } else { "" });
            assert!(found.totals.iter().all(|total| total.total.to_string() == half(points[total.option])));
        }
        let pairs: Vec<(usize, usize)> =
            (0..options).flat_map(|a| (0..options).filter(move |b| *b != a).map(move |b| (a, b))).collect();
        let of = |own: usize| pairs.iter().filter(move |(a, _)| *a == own);
        let margin = |a: usize, b: usize| election.above(a, b) as i64 - election.above(b, a) as i64;
        let halves: Vec<i64> = (0..options).map(|own| of(own).map(|(a, b)| 1 + margin(*a, *b).signum()).sum()).collect();
        let net: Vec<i64> = (0..options).map(|own| of(own).map(|(a, b)| margin(*a, *b).signum()).sum()).collect();
        for (points, scores) in [(CopelandPoints::Half, halves), (CopelandPoints::Net, net)] {
            assert_eq!(winners(&counted(&election, &TallyMethod::Copeland(CopelandSettings { points }))), with_most(&scores));
        }
        let worst_margin: Vec<i64> = (0..options).map(|own| of(own).map(|(a, b)| margin(*a, *b)).min().unwrap_or(0)).collect();
        let lost = |a: usize, b: usize| if margin(a, b) < 0 { -(election.above(b, a) as i64) } else { 0 };
        let worst_votes: Vec<i64> = (0..options).map(|own| of(own).map(|(a, b)| lost(*a, *b)).min().unwrap_or(0)).collect();
        for (strength, scores) in [(DefeatStrength::Margins, worst_margin), (DefeatStrength::WinningVotes, worst_votes)] {
            assert_eq!(winners(&counted(&election, &TallyMethod::Minimax(MinimaxSettings { strength }))), with_most(&scores));
        }
    }
}

/// The strongest path by trying every path that visits no option twice.
fn path(strength: &[Vec<u64>], from: usize, to: usize, visited: &mut Vec<usize>) -> u64 {
    let mut best = strength[from][to];
    for through in 0..strength.len() {
        if through != to && !visited.contains(&through) && strength[from][through] > 0 {
            visited.push(through);
            best = best.max(strength[from][through].min(path(strength, through, to, visited)));
            visited.pop();
        }
    }
    best
}

#[test]
fn schulze_by_every_path() {
    let mut dice = Dice::new(2);
    for _ in 0..4_000 {
        let options = 1 + dice.below(5);
        let election = Election::random(options, true, &mut dice);
        for by in [DefeatStrength::WinningVotes, DefeatStrength::Margins] {
            let strength = strength(&election, by);
            let of = |a: usize, b: usize| if a == b { 0 } else { path(&strength, a, b, &mut vec![a]) };
            let best: BTreeSet<usize> = (0..options).filter(|a| (0..options).all(|b| of(*a, b) >= of(b, *a))).collect();
            let found = counted(&election, &TallyMethod::Schulze(StrengthSettings { strength: by }));
            assert_eq!(winners(&found), best);
            for a in 0..options {
                for b in 0..options {
                    assert_eq!(found.paths[a * options + b], of(a, b));
                }
            }
        }
    }
}

/// The winners under every order of the comparisons won that puts the stronger first.
fn lock_all(groups: &[Vec<(usize, usize)>], locked: &[(usize, usize)], options: usize, winners: &mut BTreeSet<usize>) {
    let Some((group, later)) = groups.split_first() else {
        winners.extend((0..options).filter(|own| locked.iter().all(|(_, below)| below != own)));
        return;
    };
    if group.is_empty() {
        return lock_all(later, locked, options, winners);
    }
    for next in 0..group.len() {
        let mut rest = group.clone();
        let (a, b) = rest.remove(next);
        let mut reached = BTreeSet::from([b]);
        while let Some((_, new)) = locked.iter().find(|(x, y)| reached.contains(x) && !reached.contains(y)) {
            reached.insert(*new);
        }
        let mut locked = locked.to_vec();
        if !reached.contains(&a) {
            locked.push((a, b));
        }
        let groups: Vec<Vec<(usize, usize)>> = std::iter::once(rest).chain(later.iter().cloned()).collect();
        lock_all(&groups, &locked, options, winners);
    }
}

#[test]
fn ranked_pairs_by_every_order() {
    let mut dice = Dice::new(3);
    for _ in 0..1_500 {
        let options = 1 + dice.below(4);
        let election = Election::random(options, true, &mut dice);
        for by in [DefeatStrength::WinningVotes, DefeatStrength::Margins] {
            let mut groups: BTreeMap<u64, Vec<(usize, usize)>> = BTreeMap::new();
            for (a, row) in strength(&election, by).iter().enumerate() {
                row.iter()
                    .enumerate()
                    .filter(|(_, won)| **won > 0)
                    .for_each(|(b, won)| groups.entry(*won).or_default().push((a, b)));
            }
            let groups: Vec<Vec<(usize, usize)>> = groups.into_values().rev().collect();
            let mut best = BTreeSet::new();
            lock_all(&groups, &[], options, &mut best);
            let found = counted(&election, &TallyMethod::RankedPairs(StrengthSettings { strength: by }));
            assert_eq!(winners(&found), best, "{:?}", election.ballots);
        }
    }
}

/// The votes of those who stand.
fn tops(papers: &[Vec<usize>], standing: &BTreeSet<usize>) -> BTreeMap<usize, usize> {
    let mut votes: BTreeMap<usize, usize> = standing.iter().map(|option| (*option, 0)).collect();
    papers.iter().filter_map(|paper| paper.iter().find(|option| standing.contains(option))).for_each(|option| {
        *votes.get_mut(option).unwrap() += 1;
    });
    votes
}

fn last(votes: &BTreeMap<usize, usize>) -> Vec<usize> {
    let fewest = votes.values().min().unwrap();
    votes.iter().filter(|(_, own)| *own == fewest).map(|(option, _)| *option).collect()
}

/// Everybody who can be left when one of the last goes out, again and again until one is left.
fn run_off(papers: &[Vec<usize>], standing: &BTreeSet<usize>, winners: &mut BTreeSet<usize>) {
    if standing.len() == 1 {
        winners.extend(standing);
        return;
    }
    for out in last(&tops(papers, standing)) {
        let mut standing = standing.clone();
        standing.remove(&out);
        run_off(papers, &standing, winners);
    }
}

#[test]
fn run_offs_by_every_order_of_going_out() {
    let mut dice = Dice::new(4);
    for _ in 0..4_000 {
        let options = 1 + dice.below(5);
        let election = Election::random(options, false, &mut dice);
        let papers = election.papers();
        let mut best = BTreeSet::new();
        run_off(&papers, &(0..options).collect(), &mut best);
        let found = counted(&election, &TallyMethod::Irv(NoSettings {}));
        assert_eq!(winners(&found), best, "{papers:?}");

        // By a lot: the one furthest behind goes out.
        let mut lot: Vec<usize> = (0..options).collect();
        (1..options).for_each(|at| lot.swap(at, dice.below(at + 1)));
        let mut standing: BTreeSet<usize> = (0..options).collect();
        while standing.len() > 1 {
            let out = *last(&tops(&papers, &standing)).iter().max_by_key(|option| lot[**option]).unwrap();
            standing.remove(&out);
        }
        let ties = Ties { lot: Some(lot.clone()), ..Ties::default() };
        let found = count_ranked(&election.typed(), &TallyMethod::Irv(NoSettings {}), &ties).unwrap();
        assert_eq!(winners(&found), standing);

        // By the earlier rounds, then by the lot.
        let mut standing: BTreeSet<usize> = (0..options).collect();
        let mut rounds: Vec<BTreeMap<usize, usize>> = Vec::new();
        while standing.len() > 1 {
            let votes = tops(&papers, &standing);
            let mut out = last(&votes);
            for round in rounds.iter().rev() {
                let fewest = out.iter().map(|option| round[option]).min().unwrap();
                out.retain(|option| round[option] == fewest);
            }
            // Those without a vote while others have one all go, whatever tells them apart.
            rounds.push(votes);
            standing.remove(out.iter().max_by_key(|option| lot[**option]).unwrap());
        }
        let ties = Ties { earlier_rounds: true, lot: Some(lot), ..Ties::default() };
        let found = count_ranked(&election.typed(), &TallyMethod::Irv(NoSettings {}), &ties).unwrap();
        assert_eq!(winners(&found), standing, "{papers:?} {ties:?}");

        // All of the last at once.
        let mut best = BTreeSet::new();
        all_at_once(&papers, &(0..options).collect(), &mut best);
        let ties = Ties { eliminate_all: true, ..Ties::default() };
        let found = count_ranked(&election.typed(), &TallyMethod::Irv(NoSettings {}), &ties).unwrap();
        assert_eq!(winners(&found), best, "{papers:?}");
    }
}

/// All of the last go out at once, unless nobody would be left: then one of them does.
fn all_at_once(papers: &[Vec<usize>], standing: &BTreeSet<usize>, winners: &mut BTreeSet<usize>) {
    let out = last(&tops(papers, standing));
    if standing.len() == 1 {
        winners.extend(standing);
    } else if out.len() < standing.len() {
        all_at_once(papers, &standing.iter().copied().filter(|option| !out.contains(option)).collect(), winners);
    } else {
        for one in out {
            all_at_once(papers, &standing.iter().copied().filter(|option| *option != one).collect(), winners);
        }
    }
}

fn fraction(numer: impl Into<BigInt>, denom: impl Into<BigInt>) -> BigRational {
    BigRational::new(numer.into(), denom.into())
}

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

fn outcomes(request: &Value) -> BTreeSet<String> {
    let answer: Value = serde_json::from_str(&call("power.tally", &request.to_string()).unwrap()).unwrap();
    answer["outcomes"].as_array().unwrap().iter().map(|outcome| outcome["chosen"][0].as_str().unwrap().to_owned()).collect()
}

fn names(options: &BTreeSet<usize>) -> BTreeSet<String> {
    options.iter().map(|option| format!("o{option}")).collect()
}

#[test]
fn ratings_voter_by_voter() {
    let mut dice = Dice::new(7);
    let grades = ["good", "fair", "poor"];
    for _ in 0..1_500 {
        let options = 1 + dice.below(5);
        let ids: Vec<String> = (0..options).map(|option| format!("o{option}")).collect();
        // A score from 0 to 3 of each option, or none; grades are the same from the other end.
        let voters: Vec<Vec<Option<i64>>> = (0..1 + dice.below(7))
            .map(|_| (0..options).map(|_| (!dice.once_in(4)).then(|| dice.below(4) as i64)).collect())
            .collect();
        let ballot = |voter: &Vec<Option<i64>>| {
            let rated = || voter.iter().enumerate().filter_map(|(option, score)| Some((format!("o{option}"), (*score)?)));
            let scores: serde_json::Map<String, Value> = rated().map(|(id, score)| (id, json!(score))).collect();
            let words: serde_json::Map<String, Value> =
                rated().map(|(id, score)| (id, json!(grades[2 - score.min(2) as usize]))).collect();
            let approves: Vec<String> = rated().filter(|(_, score)| *score > 1).map(|(id, _)| id).collect();
            json!({"scores": scores, "grades": words, "approves": approves})
        };
        let ballots: Vec<Value> = voters.iter().map(ballot).collect();
        let ask = |method: Value| outcomes(&json!({"options": ids, "ballots": ballots, "method": method}));
        let totals: Vec<i64> = (0..options).map(|option| voters.iter().map(|voter| voter[option].unwrap_or(0)).sum()).collect();
        assert_eq!(ask(json!({"score": {"least": 0, "most": 3}})), names(&with_most(&totals)));
        let means: Vec<BigRational> = (0..options)
            .map(|option| {
                let given: Vec<i64> = voters.iter().filter_map(|voter| voter[option]).collect();
                if given.is_empty() { BigRational::zero() } else { fraction(given.iter().sum::<i64>(), given.len()) }
            })
            .collect();
        assert_eq!(ask(json!({"score": {"least": 0, "most": 3, "unrated": "left_out"}})), names(&with_most(&means)));
        let approvals: Vec<usize> = (0..options)
            .map(|option| voters.iter().filter(|voter| voter[option].is_some_and(|score| score > 1)).count())
            .collect();
        assert_eq!(ask(json!({"approval": {}})), names(&with_most(&approvals)));

        // Every pair of options that can be in the run-off: nobody outside it has more than the lower of the two.
        let mut best = BTreeSet::new();
        for a in 0..options {
            for b in (0..options).filter(|b| *b != a && totals[a] >= totals[*b]) {
                let others = (0..options).filter(|other| *other != a && *other != b);
                if others.map(|other| totals[other]).max().is_none_or(|most| most <= totals[b]) {
                    let score = |voter: &Vec<Option<i64>>, option: usize| voter[option].unwrap_or(0);
                    let more = |x, y| voters.iter().filter(|voter| score(voter, x) > score(voter, y)).count();
                    best.extend((more(a, b) >= more(b, a)).then_some(a));
                    best.extend((more(b, a) >= more(a, b)).then_some(b));
                }
            }
        }
        if options == 1 {
            best.insert(0);
        }
        assert_eq!(ask(json!({"star": {"least": 0, "most": 3}})), names(&best), "{voters:?}");

        // Medians taken away one by one: 0 is the best grade.
        let sequence = |option: usize| {
            let mut given: Vec<i64> = voters.iter().map(|voter| 2 - voter[option].unwrap_or(0).min(2)).collect();
            given.sort_unstable();
            let mut medians = Vec::new();
            while !given.is_empty() {
                medians.push(-given.remove(given.len() / 2));
            }
            medians
        };
        let sequences: Vec<Vec<i64>> = (0..options).map(sequence).collect();
        assert_eq!(ask(json!({"majority_judgement": {"grades": grades}})), names(&with_most(&sequences)), "{voters:?}");
    }
}
