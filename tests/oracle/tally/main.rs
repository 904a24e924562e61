//! Counting ballots, again and slowly: each method written from its definition, one ballot and one path at a time, and compared with
//! the fast one on random small elections.

mod condorcet;
mod run_off;
mod stv;

use std::collections::BTreeSet;

use coprod_core::power::tally::{
    BordaSettings, BordaUnranked, CopelandPoints, CopelandSettings, Counted, DefeatStrength, MinimaxSettings, RankedBallots,
    TallyMethod, Ties, count_ranked,
};
use coprod_tests::ask::ask;
use coprod_tests::dice::Dice;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;
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

fn fraction(numer: impl Into<BigInt>, denom: impl Into<BigInt>) -> BigRational {
    BigRational::new(numer.into(), denom.into())
}

fn outcomes(request: &Value) -> BTreeSet<String> {
    let answer = ask("power.tally", request);
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
