//! What is left of a group when some are away, found by trying everything that those who come can do.

use coprod_tests::ask::ask;
use coprod_tests::dice::Dice;
use coprod_tests::power::{Did, Group, passes, random_rule};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;
use serde_json::{Value, json};

const THERE: [Did; 4] = ['a', 'o', 'n', 'y'];
const ANYHOW: [Did; 5] = ['x', 'a', 'o', 'n', 'y'];

struct Slow<'a> {
    rule: &'a Value,
    group: &'a Group,
    /// Whether each member comes.
    comes: Vec<bool>,
}

impl Slow<'_> {
    /// All that these can do, on top of what is settled.
    fn tries(&self, settled: &[Did], who: &[usize], how: &[Did]) -> Vec<Vec<Did>> {
        let mut all = vec![settled.to_vec()];
        for member in who {
            all = all
                .into_iter()
                .flat_map(|did| {
                    how.iter().map(move |own| {
                        let mut next = did.clone();
                        next[*member] = *own;
                        next
                    })
                })
                .collect();
        }
        all
    }

    fn passes(&self, did: &[Did]) -> bool {
        passes(self.rule, self.group, did)
    }

    fn nobody(&self) -> Vec<Did> {
        vec!['x'; self.comes.len()]
    }

    fn others(&self, bloc: &[usize]) -> Vec<usize> {
        (0..self.comes.len()).filter(|member| self.comes[*member] && !bloc.contains(member)).collect()
    }

    fn chance(&self) -> BigRational {
        let all = self.tries(&self.nobody(), &self.others(&[]), &['y', 'o']);
        let passing = all.iter().filter(|did| self.passes(did)).count();
        BigRational::new(BigInt::from(passing), BigInt::from(all.len()))
    }

    fn influence(&self, member: usize) -> BigRational {
        let turned = |did: &Vec<Did>| {
            let with = |own: Did| {
                let mut did = did.clone();
                did[member] = own;
                i32::from(self.passes(&did))
            };
            with('y') - with('o')
        };
        if !self.comes[member] {
            return BigRational::zero();
        }
        let all = self.tries(&self.nobody(), &self.others(&[member]), &['y', 'o']);
        BigRational::new(BigInt::from(all.iter().map(turned).sum::<i32>()), BigInt::from(all.len()))
    }

    fn decides(&self, bloc: &[usize], how: &[Did]) -> bool {
        let mut settled = self.nobody();
        bloc.iter().for_each(|member| settled[*member] = 'y');
        self.tries(&settled, &self.others(bloc), how).iter().all(|did| self.passes(did))
    }

    fn blocks(&self, bloc: &[usize], how: &[Did]) -> bool {
        let own = self.tries(&self.nobody(), bloc, &THERE);
        own.iter().any(|settled| self.tries(settled, &self.others(bloc), how).iter().all(|did| !self.passes(did)))
    }

    fn fewest(&self, bloc: &[usize], enough: impl Fn(&[usize]) -> bool) -> Value {
        let sets = 0..1_usize << bloc.len();
        let chosen = |set: usize| -> Vec<usize> {
            bloc.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1).map(|(_, member)| *member).collect()
        };
        json!(sets.filter(|set| enough(&chosen(*set))).map(|set| set.count_ones()).min())
    }
}

fn number(id: &Value) -> usize {
    id.as_str().unwrap()[1..].parse().unwrap()
}

fn exact(value: &Value) -> BigRational {
    value["exact"].as_str().unwrap().parse().unwrap()
}

fn compare(seed: u64) {
    let mut dice = Dice::new(seed);
    let size = 2 + dice.below(4);
    let group = Group::random(size, &mut dice);
    let rule = random_rule(&group, 3, &mut dice);
    let among: Vec<usize> = match dice.below(3) {
        0 => (0..size).collect(),
        1 => (0..size).filter(|member| group.0[*member] == group.0[0]).collect(),
        _ => (0..size).filter(|member| *member == 0 || dice.once_in(2)).collect(),
    };
    let count = 1 + dice.below(among.len().min(size - 1));
    let ids: Vec<String> = among.iter().map(|member| format!("m{member}")).collect();
    let request = json!({"members": group.members(), "rule": rule, "away": {"count": count, "among": ids}});
    let answer = ask("power.absences", &request);
    let mut chances: Vec<BigRational> = Vec::new();
    let mut lines = vec![&answer["nobody_away"]];
    lines.extend(answer["ways"].as_array().unwrap());
    for (place, line) in lines.into_iter().enumerate() {
        // Every choice of those who are alike.
        let mut choices: Vec<Vec<usize>> = vec![Vec::new()];
        for part in line["away"].as_array().unwrap() {
            let alike: Vec<usize> = part["of"].as_array().unwrap().iter().map(number).collect();
            let wanted = usize::try_from(part["count"].as_u64().unwrap()).unwrap();
            let sets = (0..1_usize << alike.len()).filter(|set| set.count_ones() as usize == wanted);
            let sets: Vec<Vec<usize>> = sets
                .map(|set| alike.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1).map(|(_, member)| *member).collect())
                .collect();
            choices = choices.iter().flat_map(|one| sets.iter().map(move |set| [one.clone(), set.clone()].concat())).collect();
        }
        assert_eq!(line["ways"], json!(choices.len()), "{request}");
        for (choice, away) in choices.iter().enumerate() {
            let slow = Slow { rule: &rule, group: &group, comes: (0..size).map(|member| !away.contains(&member)).collect() };
            let chance = slow.chance();
            assert_eq!(exact(&line["passes"]), chance, "{request} {away:?}");
            if place > 0 {
                chances.push(chance);
            }
            for side in line["constituencies"].as_array().unwrap() {
                let bloc: Vec<usize> = (0..size).filter(|member| group.0[*member] == side["id"] && slow.comes[*member]).collect();
                let why = format!("{request} {away:?} {}", side["id"]);
                assert_eq!(side["present"], json!(bloc.len()), "{why}");
                let sum: BigRational = bloc.iter().map(|member| slow.influence(*member)).sum();
                assert_eq!(exact(&side["influence"]), sum, "{why}");
                let decides = slow.decides(&bloc, &THERE);
                let blocks = slow.blocks(&bloc, &THERE);
                assert_eq!(side["can_decide_if_all_attend"], json!(decides), "{why}");
                assert_eq!(side["can_decide_whatever"], json!(slow.decides(&bloc, &ANYHOW)), "{why}");
                assert_eq!(side["can_block_by_voting_if_all_attend"], json!(blocks), "{why}");
                assert_eq!(side["can_block_by_voting_whatever"], json!(slow.blocks(&bloc, &ANYHOW)), "{why}");
                let gone = slow.tries(&slow.nobody(), &slow.others(&bloc), &ANYHOW).iter().all(|did| !slow.passes(did));
                assert_eq!(side["can_block_by_staying_away"], json!(gone), "{why}");
                if choice == 0 {
                    assert_eq!(side["needs_to_decide"], slow.fewest(&bloc, |some| slow.decides(some, &THERE)), "{why}");
                    assert_eq!(side["needs_to_block"], slow.fewest(&bloc, |some| slow.blocks(some, &THERE)), "{why}");
                }
            }
            if choice == 0 {
                for member in line["members"].as_array().unwrap() {
                    let own = number(&member["id"]);
                    assert_eq!(exact(&member["influence"]), slow.influence(own), "{request} {away:?} {own}");
                }
            }
        }
    }
    let ways = answer["ways"].as_array().unwrap();
    let at = |key: &str| exact(&ways[usize::try_from(answer[key].as_u64().unwrap()).unwrap()]["passes"]);
    assert_eq!(at("worst"), chances.iter().min().unwrap().clone());
    assert_eq!(at("best"), chances.iter().max().unwrap().clone());
    let mean: BigRational = chances.iter().sum::<BigRational>() / BigRational::from(BigInt::from(chances.len()));
    assert_eq!(exact(&answer["typical"]), mean);
    assert_eq!(answer["of"], json!(chances.len()));
    assert_eq!(answer["nothing_passes"], json!(chances.iter().filter(|chance| chance.is_zero()).count()));
}

#[test]
fn absences_of_small_groups() {
    (0..100).for_each(compare);
}

#[test]
#[ignore = "takes minutes: run it after a change to absences"]
fn absences_of_many_more() {
    (1_000..11_000).for_each(compare);
}
