//! Every way of counting, against all coalitions one by one and against each other, and the indices for unions by their definitions.

use coprod_core::error::ErrorCode;
use coprod_core::power::{IndexValue, MeasureAnswer, MeasureRequest, MemberPower, PowerMethod, measure, measure_by};
use coprod_tests::dice::Dice;
use coprod_tests::power::{Group, passes, random_rule};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Zero};
use serde_json::{Value, json};

type Fraction = BigRational;

fn fraction(over: impl Into<BigInt>, under: impl Into<BigInt>) -> Fraction {
    Fraction::new(over.into(), under.into())
}

fn factorial(of: usize) -> BigInt {
    (1..=of).map(BigInt::from).product()
}

/// The outcome of every coalition, and what follows from it, with the plainest loops there are.
struct All {
    size: usize,
    wins: Vec<bool>,
}

impl All {
    fn of(rule: &Value, group: &Group) -> Self {
        let size = group.0.len();
        let did = |set: usize| (0..size).map(|i| if set >> i & 1 == 1 { 'y' } else { 'o' }).collect::<Vec<char>>();
        Self { size, wins: (0..1_usize << size).map(|set| passes(rule, group, &did(set))).collect() }
    }

    fn critical(&self, set: usize) -> Vec<usize> {
        if !self.wins[set] {
            return Vec::new();
        }
        (0..self.size).filter(|i| set >> i & 1 == 1 && !self.wins[set ^ (1 << i)]).collect()
    }

    /// By member: swings, and the sums that make Shapley-Shubik, Deegan-Packel, Holler and Johnston.
    fn lines(&self) -> (Vec<[Fraction; 5]>, usize, usize, usize) {
        let zero = || [(); 5].map(|()| Fraction::zero());
        let mut lines: Vec<[Fraction; 5]> = (0..self.size).map(|_| zero()).collect();
        let (mut winning, mut minimal, mut vulnerable) = (0, 0, 0);
        // Counted in whole numbers, by size, and made into fractions at the end.
        let mut swings = vec![vec![0_u64; self.size + 1]; self.size];
        let mut shared = vec![vec![0_u64; self.size + 1]; self.size];
        let mut in_minimal = vec![vec![0_u64; self.size + 1]; self.size];
        for set in 0..self.wins.len() {
            if !self.wins[set] {
                continue;
            }
            winning += 1;
            let (critical, size) = (self.critical(set), set.count_ones() as usize);
            vulnerable += usize::from(!critical.is_empty());
            minimal += usize::from(critical.len() == size && size > 0);
            for member in &critical {
                swings[*member][size] += 1;
                shared[*member][critical.len()] += 1;
                in_minimal[*member][size] += u64::from(critical.len() == size);
            }
        }
        for (member, line) in lines.iter_mut().enumerate() {
            for size in 1..=self.size {
                line[0] += fraction(swings[member][size], 1);
                let orders = factorial(size - 1) * factorial(self.size - size);
                line[1] += fraction(orders * swings[member][size], factorial(self.size));
                line[2] += fraction(in_minimal[member][size], size);
                line[3] += fraction(in_minimal[member][size], 1);
                line[4] += fraction(shared[member][size], size);
            }
        }
        (lines, winning, minimal, vulnerable)
    }
}

fn says(value: Option<&IndexValue>, expected: &Fraction) -> bool {
    value.and_then(|value| value.exact.as_ref()).is_some_and(|exact| exact.to_string() == expected.to_string())
}

/// The answers of every way that suits the rule.
fn answers(request: &MeasureRequest) -> Vec<(PowerMethod, MeasureAnswer)> {
    let answer = |method: &PowerMethod| match measure_by(request, Some(*method)) {
        Ok(answer) => Some((*method, answer)),
        Err(error) => {
            assert_eq!(error.code, ErrorCode::NoExactAnswer, "{error}");
            None
        }
    };
    PowerMethod::ALL.iter().filter_map(answer).collect()
}

fn compare(rule: &Value, group: &Group, used: &mut Vec<PowerMethod>) {
    let request = json!({"members": group.members(), "rule": rule});
    let request: MeasureRequest = serde_json::from_value(request).unwrap();
    let all = All::of(rule, group);
    let (lines, winning, minimal, vulnerable) = all.lines();
    let coalitions = all.wins.len();
    let constant = winning == 0 || winning == coalitions;
    let sum = |which: usize| lines.iter().map(|line| line[which].clone()).sum::<Fraction>();
    let (swings, held) = (sum(0), sum(3));
    let answers = answers(&request);
    assert!(!answers.is_empty(), "{rule}");
    for (method, answer) in answers {
        used.push(method);
        assert_eq!(
            (answer.winning.as_ref().unwrap().to_string(), answer.constant),
            (winning.to_string(), constant),
            "{method:?} {rule}"
        );
        let asked = |member: &MemberPower| (member.shapley_shubik.is_some(), member.holler.is_some(), member.johnston.is_some());
        for (member, line) in answer.members.iter().zip(&lines) {
            assert_eq!(member.swings.as_ref().unwrap().to_string(), line[0].to_string(), "{method:?} {rule}");
            assert_eq!(member.dummy, line[0].is_zero());
            if constant {
                assert_eq!(asked(member), (false, false, false));
                continue;
            }
            let of = |over: &Fraction, under: usize| over / fraction(under, 1);
            assert!(says(member.banzhaf.as_ref(), &(&line[0] / &swings)), "{method:?} {rule}");
            assert!(says(member.banzhaf_absolute.as_ref(), &of(&line[0], coalitions / 2)), "{method:?} {rule}");
            assert!(says(member.coleman_prevent.as_ref(), &of(&line[0], winning)), "{method:?} {rule}");
            assert!(says(member.coleman_initiate.as_ref(), &of(&line[0], coalitions - winning)), "{method:?} {rule}");
            if member.shapley_shubik.is_some() {
                assert!(says(member.shapley_shubik.as_ref(), &line[1]), "{method:?} {rule}");
            }
            if member.holler.is_some() {
                assert_eq!(answer.minimal_winning.as_ref().unwrap().to_string(), minimal.to_string(), "{method:?} {rule}");
                assert!(says(member.deegan_packel.as_ref(), &of(&line[2], minimal)), "{method:?} {rule}");
                assert!(says(member.holler.as_ref(), &(&line[3] / &held)), "{method:?} {rule}");
            }
            if member.johnston.is_some() {
                assert!(says(member.johnston.as_ref(), &of(&line[4], vulnerable)), "{method:?} {rule}");
            }
            let veto = |inside: &dyn Fn(usize) -> bool| (0..coalitions).all(|set| !all.wins[set] || inside(set));
            let at = answer.members.iter().position(|other| other.id == member.id).unwrap();
            assert_eq!(member.veto, veto(&|set| set >> at & 1 == 1), "{method:?} {rule}");
            assert_eq!(member.dictator, (0..coalitions).all(|set| all.wins[set] == (set >> at & 1 == 1)), "{method:?} {rule}");
        }
    }
}

/// One weighted vote, with weights of all sorts.
fn weighted(group: &Group, dice: &mut Dice) -> Value {
    let most = dice.pick(&[2, 3, 6, 30, 1000, 1_000_000_007]);
    let weights: Vec<usize> = (0..group.0.len()).map(|_| dice.below(most)).collect();
    let total: usize = weights.iter().sum::<usize>().max(1);
    let weights: serde_json::Map<String, Value> =
        weights.iter().enumerate().map(|(i, weight)| (format!("m{i}"), json!(if total == 1 { 1 } else { *weight }))).collect();
    json!({"votes": {"at_least": 1 + dice.below(total), "weights": weights}})
}

/// Several weighted votes joined, with heads beside them.
fn joined(group: &Group, dice: &mut Dice) -> Value {
    let heads = json!({"votes": {"at_least": 1 + dice.below(group.0.len()), "among": ids(group)}});
    let parts = [weighted(group, dice), heads, weighted(group, dice), json!({"each_constituency": {}})];
    let few: Vec<Value> = parts.iter().take(2 + dice.below(3)).cloned().collect();
    match dice.below(4) {
        0 => json!({ "all": few }),
        1 => json!({ "any": few }),
        2 => json!({"at_least": {"count": 1 + dice.below(few.len()), "of": few}}),
        _ => json!({"any": [{"all": few}, {"votes": {"at_least": group.0.len(), "among": ids(group)}}]}),
    }
}

fn ids(group: &Group) -> Value {
    (0..group.0.len()).map(|i| json!(format!("m{i}"))).collect()
}

fn shaped(group: &Group, dice: &mut Dice) -> Value {
    match dice.below(3) {
        0 => weighted(group, dice),
        1 => joined(group, dice),
        _ => random_rule(group, 3, dice),
    }
}

fn run(seeds: std::ops::Range<u64>, most: usize) {
    let mut used = Vec::new();
    for seed in seeds {
        let mut dice = Dice::new(seed);
        let group = Group::random(1 + dice.below(most), &mut dice);
        compare(&shaped(&group, &mut dice), &group, &mut used);
    }
    for method in PowerMethod::ALL {
        assert!(used.contains(method), "{method:?} was never tried");
    }
}

#[test]
fn every_way_of_counting_small_groups() {
    run(0..400, 8);
}

#[test]
fn every_way_of_counting_larger_groups() {
    run(10_000..10_006, 13);
}

#[test]
#[ignore = "takes long: run it in a release build after a change to counting"]
fn every_way_of_counting_many_more() {
    run(20_000..120_000, 8);
    run(200_000..201_000, 13);
    run(300_000..300_040, 16);
}

/// The values of a member for unions, from their definitions.
fn in_union(all: &All, unions: &[Vec<usize>], member: usize) -> [Fraction; 3] {
    let own = unions.iter().position(|union| union.contains(&member)).unwrap();
    let others: Vec<usize> = (0..unions.len()).filter(|union| *union != own).collect();
    let fellows: Vec<usize> = unions[own].iter().copied().filter(|fellow| *fellow != member).collect();
    let mut values = [Fraction::zero(), Fraction::zero(), Fraction::zero()];
    for some in 0..1_usize << others.len() {
        let chosen = (0..others.len()).filter(|i| some >> i & 1 == 1);
        let outside = chosen.flat_map(|i| unions[others[i]].iter()).fold(0, |set, member| set | 1 << member);
        for with in 0..1_usize << fellows.len() {
            let inside = (0..fellows.len()).filter(|i| with >> i & 1 == 1).fold(0, |set, i| set | 1 << fellows[i]);
            let set = outside | inside;
            if all.wins[set] || !all.wins[set | 1 << member] {
                continue;
            }
            let order = |before: u32, all: usize| {
                let before = before as usize;
                fraction(factorial(before) * factorial(all - 1 - before), factorial(all))
            };
            let (between, within) = (order(some.count_ones(), unions.len()), order(with.count_ones(), unions[own].len()));
            let tosses = |coins: usize| fraction(1, BigInt::one() << coins);
            values[0] += &between * &within;
            values[1] += tosses(others.len()) * tosses(fellows.len());
            values[2] += tosses(others.len()) * &within;
        }
    }
    values
}

#[test]
fn unions_by_their_definitions() {
    for seed in 0..150 {
        let mut dice = Dice::new(seed);
        let group = Group::random(1 + dice.below(8), &mut dice);
        let rule = shaped(&group, &mut dice);
        let size = group.0.len();
        let mut unions: Vec<Vec<usize>> = vec![Vec::new(); 1 + dice.below(4)];
        for member in 0..size {
            let at = dice.below(unions.len());
            unions[at].push(member);
        }
        let by_side = dice.below(4) == 0;
        if by_side {
            let mut sides = group.0.clone();
            sides.sort_unstable();
            sides.dedup();
            unions = sides.iter().map(|side| (0..size).filter(|i| group.0[*i] == *side).collect()).collect();
        }
        unions.retain(|union| !union.is_empty());
        let ids = |union: &Vec<usize>| union.iter().map(|i| json!(format!("m{i}"))).collect::<Value>();
        // A union of one need not be named.
        let named: Value = unions.iter().filter(|union| union.len() > 1 || dice.below(2) == 0).map(ids).collect();
        let asked = if by_side { json!("constituencies") } else { named };
        let request = json!({"members": group.members(), "rule": rule, "unions": asked});
        let answer = measure(&serde_json::from_value(request).unwrap()).unwrap();
        let all = All::of(&rule, &group);
        for (at, member) in answer.members.iter().enumerate() {
            let expected = in_union(&all, &unions, at);
            let found = [&member.owen, &member.banzhaf_owen, &member.symmetric_coalitional_banzhaf];
            for (found, expected) in found.iter().zip(&expected) {
                let found = found.as_ref().and_then(|found| found.exact.as_ref()).map(ToString::to_string);
                assert_eq!(found, (!answer.constant).then(|| expected.to_string()), "{rule} {unions:?}");
            }
        }
        assert_eq!(answer.unions.len(), unions.len());
    }
}
