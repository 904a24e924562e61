//! Tables against the evaluator, set by set.

use super::super::rule::{Compiled, Rule, Rules, State};
use super::*;
use crate::error::Pointer;
use crate::group::{Member, Roster};

fn agree(size: usize, rule: &str) {
    let ids: Vec<String> = (0..size).map(|number| format!("\"m{number}\"")).collect();
    let members: Vec<Member> = serde_json::from_str(&format!("[{}]", ids.join(","))).unwrap();
    let roster = Roster::new(&members, &Pointer::root(), 27).unwrap();
    let rule: Rule = serde_json::from_str(rule).unwrap();
    let rule = Compiled::new(&rule, &Pointer::root(), &roster, &Rules::default()).unwrap();
    let table = Table::of(&Game::of(&rule)).unwrap();
    for set in 0..1_usize << table.voters().len() {
        let says = |member: usize| if set & table.set(&[member]) > 0 { State::Yes } else { State::Object };
        let states: Vec<State> = (0..size).map(says).collect();
        assert_eq!(table.passes(set), rule.passes(&states), "{states:?}");
    }
}

#[test]
fn ties_and_second_votes() {
    for of in ["cast", "present", "members", "members_less_abstainers"] {
        for bar in [
            "\"more_than\":\"1/2\"",
            "\"at_least\":\"1/2\"",
            "\"at_least\":\"2/5\"",
            "\"at_least\":\"3/5\"",
            "\"at_least\":\"1\"",
        ] {
            agree(4, &format!(r#"{{"votes":{{{bar},"of":"{of}","casting_vote":"m1"}}}}"#));
            agree(3, &format!(r#"{{"votes":{{{bar},"of":"{of}","weights":{{"m0":3,"m1":2,"m2":1}},"casting_vote":"m1"}}}}"#));
            agree(3, &format!(r#"{{"votes":{{{bar},"of":"{of}","weights":{{"m0":3,"m1":2,"m2":2}},"casting_vote":"m1"}}}}"#));
        }
    }
    for bar in 1..=4 {
        agree(4, &format!(r#"{{"votes":{{"at_least":{bar},"casting_vote":"m3"}}}}"#));
    }
}

#[test]
fn joined_rules_in_every_size_of_table() {
    for size in 1..10 {
        agree(size, r#"{"majority":{}}"#);
        let each: Vec<String> = (0..size).map(|number| format!(r#"{{"sign_off":["m{number}"]}}"#)).collect();
        for count in 1..=size {
            agree(size, &format!(r#"{{"at_least":{{"count":{count},"of":[{}]}}}}"#, each.join(",")));
        }
        agree(size, r#"{"any":[{"consent":{}},{"quorum":{"cast":"1","then":{"two_thirds":{}}}}]}"#);
    }
}

#[test]
fn sums_up_to_the_largest_weights_are_exact() {
    agree(
        3,
        r#"{"votes":{"more_than":"1/2","of":"cast","weights":{"m0":"4503599627370496","m1":"4503599627370495","m2":1},"casting_vote":"m1"}}"#,
    );
}
