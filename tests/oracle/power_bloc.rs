//! What a bloc can do, found by trying everything that everybody can do.

use coprod_core::error::Pointer;
use coprod_core::group::{Member, Roster};
use coprod_core::power::bloc::say;
use coprod_core::power::rule::{Compiled, Rule, Rules};
use coprod_tests::dice::Dice;
use coprod_tests::power::{Did, Group, passes, random_rule};
use serde_json::{Value, json};

const DID: [Did; 5] = ['x', 'a', 'o', 'n', 'y'];

fn compile(rule: &Value, group: &Group) -> Compiled {
    let members: Vec<Member> = serde_json::from_value(group.members()).unwrap();
    let roster = Roster::new(&members, &Pointer::root(), 100).unwrap();
    let rule: Rule = serde_json::from_value(rule.clone()).unwrap();
    Compiled::new(&rule, &Pointer::root(), &roster, &Rules::default()).unwrap()
}

/// The outcome of every combination, numbered as a number whose digit `i` is what member `i` did.
fn outcomes(rule: &Value, group: &Group) -> Vec<bool> {
    let size = group.0.len();
    let combination = |mut code: usize| {
        let digits = (0..size).map(|_| {
            let did = DID[code % 5];
            code /= 5;
            did
        });
        digits.collect::<Vec<Did>>()
    };
    (0..5_usize.pow(size as u32)).map(|code| passes(rule, group, &combination(code))).collect()
}

struct Everything {
    outcomes: Vec<bool>,
    size: usize,
}

impl Everything {
    /// All codes in which the members inside the bloc do one of `states`, and nobody else counts.
    fn codes(&self, bloc: usize, states: std::ops::RangeInclusive<usize>) -> Vec<usize> {
        let mut codes = vec![0];
        for member in (0..self.size).filter(|member| bloc >> member & 1 == 1) {
            let place = 5_usize.pow(member as u32);
            codes = codes.iter().flat_map(|code| states.clone().map(move |digit| code + digit * place)).collect();
        }
        codes
    }

    fn decides(&self, bloc: usize, others_from: usize) -> bool {
        let all_yes = self.codes(bloc, 4..=4)[0];
        let others = !bloc & ((1 << self.size) - 1);
        self.codes(others, others_from..=4).iter().all(|code| self.outcomes[all_yes + code])
    }

    fn blocks(&self, bloc: usize, own: std::ops::RangeInclusive<usize>, others_from: usize) -> bool {
        let others = self.codes(!bloc & ((1 << self.size) - 1), others_from..=4);
        self.codes(bloc, own).iter().any(|code| others.iter().all(|other| !self.outcomes[code + other]))
    }

    fn fewest(&self, bloc: usize, test: impl Fn(usize) -> bool) -> Option<u32> {
        (0..1 << self.size).filter(|set| set & !bloc == 0 && test(*set)).map(usize::count_ones).min()
    }

    fn matters(&self, bloc: usize) -> bool {
        let everybody = (1 << self.size) - 1;
        let outcome = |yes: usize| self.outcomes[self.codes(yes, 4..=4)[0] + self.codes(!yes & everybody, 2..=2)[0]];
        (0..=everybody).any(|yes| {
            (0..self.size).any(|member| bloc >> member & 1 == 1 && outcome(yes | 1 << member) != outcome(yes & !(1 << member)))
        })
    }
}

fn compare(rule: &Value, group: &Group) {
    let size = group.0.len();
    let compiled = compile(rule, group);
    let all = Everything { outcomes: outcomes(rule, group), size };
    for bloc in 1..1_usize << size {
        let members: Vec<usize> = (0..size).filter(|member| bloc >> member & 1 == 1).collect();
        let expected = json!({
            "can_decide_if_all_attend": all.decides(bloc, 1),
            "can_decide_whatever": all.decides(bloc, 0),
            "can_block_by_voting_if_all_attend": all.blocks(bloc, 1..=4, 1),
            "can_block_by_voting_whatever": all.blocks(bloc, 1..=4, 0),
            "can_block_by_staying_away": all.blocks(bloc, 0..=0, 0),
            "needs_to_decide": all.fewest(bloc, |set| all.decides(set, 1)),
            "needs_to_block": all.fewest(bloc, |set| all.blocks(set, 1..=4, 1)),
            "votes_can_matter": all.matters(bloc),
        });
        let found = serde_json::to_value(say(&compiled, &members).unwrap()).unwrap();
        assert_eq!(found, expected, "{rule} for {members:?} of {:?}", group.0);
    }
}

#[test]
fn blocs_of_up_to_four_members() {
    for seed in 0..2_000 {
        let mut dice = Dice::new(seed);
        let group = Group::random(1 + dice.below(4), &mut dice);
        compare(&random_rule(&group, 2, &mut dice), &group);
    }
}

#[test]
fn second_votes_against_every_base() {
    let group = Group(vec!["lived", "lived", "staff", "staff"]);
    for of in ["cast", "present", "members", "members_less_abstainers"] {
        for bar in ["1/3", "1/2", "3/5", "2/3", "3/4", "1"] {
            compare(&json!({"votes": {"at_least": bar, "of": of, "casting_vote": "m0"}}), &group);
            compare(&json!({"quorum": {"cast": bar, "then": {"majority": {"of": of, "casting_vote": "m3"}}}}), &group);
        }
    }
}

#[test]
#[ignore = "takes a minute: run it after a change to blocs"]
fn blocs_of_five_members() {
    for seed in 10_000..11_000 {
        let mut dice = Dice::new(seed);
        let group = Group::random(5, &mut dice);
        compare(&random_rule(&group, 2, &mut dice), &group);
    }
}
