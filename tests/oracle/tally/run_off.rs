//! Run-offs: whoever is last goes out, in every order of those who tie.

use std::collections::{BTreeMap, BTreeSet};

use coprod_core::power::tally::{NoSettings, TallyMethod, Ties, count_ranked};
use coprod_tests::dice::Dice;

use super::{Election, counted, winners};

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
