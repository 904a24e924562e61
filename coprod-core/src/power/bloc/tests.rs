//! Blocs of small groups whose say can be told by hand.

use super::*;
use crate::error::ErrorCode;
use crate::group::{Member, Roster};
use crate::power::rule::{Rule, Rules};

fn compile(members: usize, lived: usize, rule: &str) -> Compiled {
    let member = |number: usize| {
        let side = if number < lived { "lived" } else { "staff" };
        format!(r#"{{"id":"m{number}","constituency":"{side}"}}"#)
    };
    let members: Vec<String> = (0..members).map(member).collect();
    let members: Vec<Member> = serde_json::from_str(&format!("[{}]", members.join(","))).unwrap();
    let roster = Roster::new(&members, &Pointer::root(), 1000).unwrap();
    let rule: Rule = serde_json::from_str(rule).unwrap();
    Compiled::new(&rule, &Pointer::root(), &roster, &Rules::default()).unwrap()
}

fn lived(members: usize, lived: usize, rule: &str) -> Say {
    say(&compile(members, lived, rule), &(0..lived).collect::<Vec<_>>()).unwrap()
}

#[test]
fn a_majority_of_seats_decides_and_a_half_blocks() {
    let five_of_nine = lived(9, 5, r#"{"majority":{}}"#);
    assert!(five_of_nine.can_decide_if_all_attend && five_of_nine.can_decide_whatever);
    assert!(five_of_nine.can_block_by_voting_whatever && !five_of_nine.can_block_by_staying_away);
    assert_eq!((five_of_nine.needs_to_decide, five_of_nine.needs_to_block), (Some(5), Some(5)));
    let half = lived(8, 4, r#"{"majority":{}}"#);
    assert_eq!((half.can_decide_if_all_attend, half.needs_to_decide, half.needs_to_block), (false, None, Some(4)));
    let two_of_eight = lived(8, 2, r#"{"majority":{}}"#);
    assert!(!two_of_eight.can_block_by_voting_if_all_attend && two_of_eight.votes_can_matter);
}

#[test]
fn a_quorum_lets_the_others_stay_away() {
    let rule = r#"{"quorum":{"present":"2/3","then":{"majority":{}}}}"#;
    let say = lived(9, 5, rule);
    assert!(say.can_decide_if_all_attend && !say.can_decide_whatever && say.can_block_by_staying_away);
}

#[test]
fn where_votes_cast_are_counted_abstaining_can_block() {
    let rule = r#"{"quorum":{"cast_count":4,"then":{"votes":{"at_least":"1/2","of":"cast"}}}}"#;
    let say = lived(6, 3, rule);
    assert!(say.can_block_by_voting_if_all_attend && !say.can_decide_if_all_attend);
}

#[test]
fn one_objection_stops_consent_and_nobody_decides_alone() {
    let say = lived(4, 2, r#"{"consent":{}}"#);
    assert_eq!((say.needs_to_block, say.can_decide_if_all_attend, say.can_block_by_staying_away), (Some(1), false, false));
}

#[test]
fn seats_without_votes_never_matter() {
    let say = lived(8, 5, r#"{"advisory":{"deciders":"staff"}}"#);
    assert!(!say.votes_can_matter && !say.can_block_by_voting_whatever && say.needs_to_block.is_none());
    let nassau = r#"{"votes":{"at_least":16,"weights":{"m3":9,"m4":9,"m5":7,"m0":3,"m1":1,"m2":1}}}"#;
    assert!(!lived(6, 3, nassau).votes_can_matter);
}

#[test]
fn large_groups_of_like_members_are_counted() {
    let say = lived(1000, 600, r#"{"quorum":{"present":"1/2","then":{"majority":{}}}}"#);
    assert_eq!((say.needs_to_decide, say.needs_to_block, say.can_decide_whatever), (Some(501), Some(500), true));
}

#[test]
fn a_search_that_is_too_long_is_refused() {
    let weights: Vec<String> = (0..60).map(|number| format!(r#""m{number}":{}"#, number + 1)).collect();
    let rule = format!(
        r#"{{"quorum":{{"present":"1/3","then":{{"votes":{{"more_than":"1/2","of":"cast","weights":{{{}}}}}}}}}}}"#,
        weights.join(",")
    );
    let error = say(&compile(60, 30, &rule), &(30..60).collect::<Vec<_>>()).unwrap_err();
    assert_eq!(error.code(), ErrorCode::TooMuchWork);
    assert_eq!(say(&compile(3, 1, r#"{"majority":{}}"#), &[3]).unwrap_err().code(), ErrorCode::UnknownMember);
}

#[test]
fn the_fewest_of_many_with_different_weights_are_the_heaviest() {
    let count = 300_u64;
    let weights: Vec<String> = (0..count).map(|number| format!("\"m{number}\":{}", (1_u64 << 43) + number * number)).collect();
    let rule = format!(r#"{{"votes":{{"more_than":"1/2","of":"cast","weights":{{{}}}}}}}"#, weights.join(","));
    let rule = compile(300, 300, &rule);
    let heavier: Vec<usize> = (140..300).collect();
    let mut left = 4_000_000;
    let roles = roles(&rule);
    let say = say_with(&rule, &heavier, &roles, None, Some(true), &mut left).unwrap();
    // Nearly the same weights: half of all members, and these are the heavier ones.
    assert_eq!((say.needs_to_decide, say.needs_to_block), (Some(150), Some(150)));
}

#[test]
fn places_are_counted_and_taken_out() {
    use super::places::Places;
    let all = Places::first(130);
    assert_eq!((all.count(), all.lowest(), all.words()), (130, Some(0), 3));
    let mut some = Places::first(0);
    [0, 64, 129].into_iter().for_each(|place| some.put(place));
    let rest = all.without(&some);
    assert_eq!((rest.count(), rest.lowest()), (127, Some(1)));
    assert_eq!((all.from(64).lowest(), all.from(130).count(), Places::first(64).from(0).count()), (Some(64), 0, 64));
}
