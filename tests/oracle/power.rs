//! Every index, found by trying all coalitions of rules at random, and for small groups by trying all orders.

use std::collections::BTreeMap;

use coprod_core::power::{MeasureRequest, measure};
use coprod_tests::ask::ask;
use coprod_tests::dice::Dice;
use coprod_tests::power::{Group, passes, random_rule};
use num_bigint::BigInt;
use num_rational::BigRational;
use serde_json::{Value, json};

type Fraction = BigRational;

fn fraction(over: usize, under: usize) -> Fraction {
    Fraction::new(BigInt::from(over), BigInt::from(under))
}

struct Game {
    size: usize,
    wins: Vec<bool>,
}

impl Game {
    fn of(rule: &Value, group: &Group) -> Self {
        let size = group.0.len();
        let did = |set: usize| (0..size).map(|i| if set >> i & 1 == 1 { 'y' } else { 'o' }).collect::<Vec<char>>();
        Self { size, wins: (0..1_usize << size).map(|set| passes(rule, group, &did(set))).collect() }
    }

    fn winning(&self) -> Vec<usize> {
        (0..self.wins.len()).filter(|set| self.wins[*set]).collect()
    }

    fn critical(&self, set: usize) -> Vec<usize> {
        (0..self.size).filter(|i| set >> i & 1 == 1 && self.wins[set] && !self.wins[set & !(1 << i)]).collect()
    }

    /// Every index of a member, by name.
    fn indices(&self, member: usize) -> BTreeMap<&'static str, Fraction> {
        let all = 1_usize << self.size;
        let winning = self.winning();
        let swings = |member: usize| winning.iter().filter(|set| self.critical(**set).contains(&member)).count();
        let total: usize = (0..self.size).map(swings).sum();
        let own = swings(member);
        let minimal: Vec<usize> =
            winning.iter().copied().filter(|set| self.critical(*set).len() == set.count_ones() as usize).collect();
        let with = |member: usize| minimal.iter().filter(move |set| **set >> member & 1 == 1);
        let vulnerable: Vec<Vec<usize>> =
            winning.iter().map(|set| self.critical(*set)).filter(|critical| !critical.is_empty()).collect();
        let shares = with(member).map(|set| fraction(1, set.count_ones() as usize)).sum::<Fraction>();
        let johnston = vulnerable.iter().filter(|set| set.contains(&member)).map(|set| fraction(1, set.len())).sum::<Fraction>();
        BTreeMap::from([
            ("banzhaf", fraction(own, total)),
            ("banzhaf_absolute", fraction(own, all / 2)),
            ("coleman_prevent", fraction(own, winning.len())),
            ("coleman_initiate", fraction(own, all - winning.len())),
            ("deegan_packel", shares / BigInt::from(minimal.len())),
            ("holler", fraction(with(member).count(), (0..self.size).map(|i| with(i).count()).sum())),
            ("johnston", johnston / BigInt::from(vulnerable.len())),
            ("shapley_shubik", self.shapley_shubik(member)),
        ])
    }

    /// By the size of what stands before the member in a random order.
    fn shapley_shubik(&self, member: usize) -> Fraction {
        let ways = |n: usize| (1..=n).map(BigInt::from).product::<BigInt>();
        let turned = (0..self.wins.len()).filter(|set| self.critical(*set).contains(&member));
        let orders: BigInt =
            turned.map(|set| ways(set.count_ones() as usize - 1) * ways(self.size - set.count_ones() as usize)).sum();
        Fraction::new(orders, ways(self.size))
    }

    /// By walking through every order of the members.
    fn pivots(&self) -> Vec<usize> {
        let mut pivots = vec![0; self.size];
        self.walk(0, &mut pivots);
        pivots
    }

    fn walk(&self, before: usize, pivots: &mut [usize]) {
        for member in (0..self.size).filter(|i| before >> i & 1 == 0) {
            let set = before | 1 << member;
            if self.wins[set] && !self.wins[before] {
                pivots[member] += (1..=self.size - set.count_ones() as usize).product::<usize>();
            } else {
                self.walk(set, pivots);
            }
        }
    }
}

fn measured(rule: &Value, group: &Group) -> Value {
    let request = json!({"members": group.members(), "rule": rule});
    ask("power.measure", &request)
}

fn compare(rule: &Value, group: &Group) {
    let answer = measured(rule, group);
    let game = Game::of(rule, group);
    let winning = game.winning();
    assert_eq!(answer["winning"], winning.len(), "{rule}");
    assert_eq!(answer["constant"], false, "no rule of the grammar is constant: {rule}");
    assert_eq!(answer["coleman_act"]["exact"], fraction(winning.len(), game.wins.len()).to_string(), "{rule}");
    let minimal = winning.iter().filter(|set| game.critical(**set).len() == set.count_ones() as usize).count();
    assert_eq!(answer["minimal_winning"], minimal, "{rule}");
    for member in 0..game.size {
        let found = &answer["members"][member];
        let swings = winning.iter().filter(|set| game.critical(**set).contains(&member)).count();
        assert_eq!(found["swings"], swings, "{rule}");
        for (name, expected) in game.indices(member) {
            assert_eq!(found[name]["exact"], expected.to_string(), "{name} of m{member}: {rule} for {:?}", group.0);
        }
        let inside = |set: usize| set >> member & 1 == 1;
        assert_eq!(found["dummy"], swings == 0, "{rule}");
        assert_eq!(found["veto"], winning.iter().all(|set| inside(*set)), "{rule}");
        assert_eq!(found["dictator"], (0..game.wins.len()).all(|set| game.wins[set] == inside(set)), "{rule}");
    }
    sides(&answer, &game, group);
}

/// The constituencies as players of a game of their own.
fn sides(answer: &Value, game: &Game, group: &Group) {
    let lines = answer["constituencies"].as_array().unwrap();
    let set_of = |id: &Value| (0..game.size).filter(|i| *id == group.0[*i]).fold(0, |set, i| set | 1 << i);
    let sets: Vec<usize> = lines.iter().map(|line| set_of(&line["id"])).collect();
    assert_eq!(sets.iter().sum::<usize>(), (1 << game.size) - 1);
    let union = |chosen: usize| (0..sets.len()).filter(|i| chosen >> i & 1 == 1).fold(0, |set, i| set | sets[i]);
    let between = Game { size: sets.len(), wins: (0..1_usize << sets.len()).map(|chosen| game.wins[union(chosen)]).collect() };
    for (side, line) in lines.iter().enumerate() {
        let indices = between.indices(side);
        let alone = |name: &str| {
            let own = (0..game.size).filter(|i| sets[side] >> i & 1 == 1);
            own.map(|i| game.indices(i)[name].clone()).sum::<Fraction>().to_string()
        };
        for name in ["shapley_shubik", "banzhaf"] {
            assert_eq!(line["if_each_constituency_votes_as_one"][name]["exact"], indices[name].to_string());
            assert_eq!(line["if_each_votes_alone"][name]["exact"], alone(name));
        }
        let seats = sets[side].count_ones() as usize;
        assert_eq!((&line["seats"], &line["share"]), (&json!(seats), &json!(fraction(seats, game.size).to_string())));
        let matters = (0..game.size).any(|i| sets[side] >> i & 1 == 1 && answer["members"][i]["dummy"] == false);
        assert_eq!(line["votes_can_matter"], matters);
    }
}

#[test]
fn every_index_of_rules_of_every_shape() {
    for seed in 0..300 {
        let mut dice = Dice::new(seed);
        let size = if seed % 20 == 0 { 10 } else { 1 + dice.below(8) };
        let group = Group::random(size, &mut dice);
        compare(&random_rule(&group, 3, &mut dice), &group);
    }
}

#[test]
#[ignore = "takes minutes: run it after a change to measuring"]
fn every_index_of_many_more_rules() {
    for seed in 1_000..6_000 {
        let mut dice = Dice::new(seed);
        let group = Group::random(1 + dice.below(9), &mut dice);
        compare(&random_rule(&group, 3, &mut dice), &group);
    }
}

#[test]
fn shapley_shubik_by_all_orders() {
    for seed in 0..100 {
        let mut dice = Dice::new(seed);
        let group = Group::random(1 + dice.below(6), &mut dice);
        let rule = random_rule(&group, 3, &mut dice);
        let (answer, pivots) = (measured(&rule, &group), Game::of(&rule, &group).pivots());
        for (member, pivots) in pivots.iter().enumerate() {
            let expected = fraction(*pivots, (1..=group.0.len()).product());
            assert_eq!(answer["members"][member]["shapley_shubik"]["exact"], expected.to_string(), "{rule}");
        }
    }
}

#[test]
fn the_decimal_is_the_nearest_to_the_fraction() {
    for seed in 0..40 {
        let mut dice = Dice::new(seed);
        let group = Group::random(7, &mut dice);
        let request = json!({"members": group.members(), "rule": random_rule(&group, 3, &mut dice)});
        let request: MeasureRequest = serde_json::from_value(request).unwrap();
        for member in measure(&request).unwrap().members {
            let index = member.shapley_shubik.unwrap();
            let exact: Fraction = index.exact.as_ref().unwrap().to_string().parse().unwrap();
            let distance = |float: f64| {
                let apart = Fraction::from_float(float).unwrap() - &exact;
                if apart < fraction(0, 1) { -apart } else { apart }
            };
            let nearest = distance(index.value);
            assert!(nearest <= distance(index.value.next_up()) && nearest <= distance(index.value.next_down()), "{exact}");
        }
    }
}
