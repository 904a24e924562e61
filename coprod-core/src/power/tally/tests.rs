//! Counts that can be told by hand, and limits.

use super::*;

fn counted(json: &str) -> TallyAnswer {
    tally(&serde_json::from_str(json).unwrap()).unwrap()
}

fn ids(list: &[crate::unit::Id]) -> Vec<&str> {
    list.iter().map(crate::unit::Id::as_str).collect()
}

#[test]
fn a_tie_is_stated_with_a_way_to_each_outcome() {
    let answer = counted(
        r#"{"options":["a","b","c"],"ballots":[{"count":2,"ranking":["a"]},{"count":1,"ranking":["b","a"]},{"count":1,"ranking":["c","b"]}],
            "method":{"irv":{}}}"#,
    );
    assert!(!answer.decided && answer.winners.is_empty());
    assert_eq!(ids(&answer.tied), ["a", "b"]);
    let ways: Vec<(Vec<&str>, Vec<&str>)> =
        answer.outcomes.iter().map(|outcome| (ids(&outcome.chosen), ids(&outcome.ways[0].fell_on))).collect();
    // Without b, a has three of four. Without c, a and b have two each, and one of them goes out.
    assert_eq!(ways, [(vec!["a"], vec!["b"]), (vec!["b"], vec!["c"])]);
    assert_eq!(answer.ties[0].broken_by, None);
    assert!(answer.rounds.iter().all(|round| round.one_of_several));
    assert!(answer.because.iter().any(|words| words == "no rule breaks a tie, so that 2 outcomes are possible"));
}

#[test]
fn sides_that_want_the_same_are_said_to() {
    let answer = counted(
        r#"{"options":["a","b"],"ballots":[{"constituency":"lived","ranking":["a"]},{"constituency":"staff","ranking":["a","b"]},
            {"ranking":["b"]}],"method":{"irv":{}}}"#,
    );
    assert_eq!(answer.sides_differ, Some(false));
    assert_eq!(answer.sides_because.last().map(String::as_str), Some("they want the same"));
    assert!(answer.assumes.contains(&"1 vote of no constituency count in the whole and for no side".to_owned()));
}

#[test]
fn sides_that_tie_leave_it_open_even_with_a_lot() {
    let answer = counted(
        r#"{"options":["a","b"],"ballots":[{"constituency":"lived","ranking":["a"]},{"constituency":"staff","ranking":["a"]},
            {"constituency":"staff","ranking":["b"]}],"method":{"plurality":{}},"ties":{"lot":["b","a"]}}"#,
    );
    assert_eq!((answer.decided, answer.sides_differ), (true, None));
    assert_eq!(answer.sides[1].outcomes.as_ref().map(Vec::len), Some(2));
}

#[test]
fn numbers_have_one_text_form() {
    let text = |units, places| VoteNumber::decimal(units, places).to_string();
    assert_eq!(
        (text(0, 5), text(2_640_000, 5), text(-5, 1), text(1, 9)),
        ("0".into(), "26.4".into(), "-0.5".into(), "0.000000001".into())
    );
    assert_eq!(VoteNumber::from(crate::unit::Exact::new(14, 6).unwrap()).to_string(), "7/3");
    assert_eq!(VoteNumber::decimal(25, 1).exact(), crate::unit::Exact::new(5, 2).unwrap());
}

#[test]
fn ballots_that_cannot_be_are_left_out_whole() {
    let mut ballots = RankedBallots::new(3).unwrap();
    ballots.push(2, &[0, 1]).unwrap();
    let before = ballots.clone();
    assert!(ballots.push(1, &[0, 0]).is_err() && ballots.push(1, &[3]).is_err() && ballots.push(0, &[0]).is_err());
    assert!(ballots.push(MOST_VOTES, &[0]).is_err());
    assert_eq!((ballots.votes(), ballots.len(), ballots.is_empty()), (2, 1, false));
    assert_eq!(before.ballots().count(), ballots.ballots().count());
    assert!(RankedBallots::new(0).is_err() && RankedBallots::new(MOST_OPTIONS + 1).is_err());
}

#[test]
fn counts_in_batches_are_those_of_one_by_one() {
    // More ballots than a batch holds, and one that many voters cast.
    let mut many = RankedBallots::new(9).unwrap();
    (0..70_000).for_each(|_| many.push(1, &[3, 1]).unwrap());
    many.push(5, &[1, 8]).unwrap();
    let pairs = Pairwise::of(&many);
    assert_eq!((pairs.over(3, 1), pairs.over(1, 3), pairs.over(1, 0), pairs.over(0, 8)), (70_000, 5, 70_005, 0));
    assert_eq!((pairs.over(8, 0), pairs.over(0, 9), pairs.winner()), (5, 0, Some(3)));
}

#[test]
fn unranked_forms_are_refused_by_the_typed_way_in() {
    let mut ballots = RankedBallots::new(2).unwrap();
    let approval = TallyMethod::Approval(NoSettings {});
    assert!(count_ranked(&ballots, &approval, &Ties::default()).is_err());
    ballots.push(1, &[1]).unwrap();
    let error = count_ranked(&ballots, &approval, &Ties::default()).unwrap_err();
    assert_eq!(error.code(), crate::error::ErrorCode::BallotUnfit);
    let seats = TallyMethod::MeekStv(SeatSettings { seats: 3 });
    assert_eq!(count_ranked(&ballots, &seats, &Ties::default()).unwrap_err().code(), crate::error::ErrorCode::SeatsOutOfRange);
}

#[test]
fn grades_are_told_apart_however_many_there_are() {
    let answer = counted(
        r#"{"options":["a","b"],"ballots":[
            {"count":1000000000000,"grades":{"a":"good","b":"poor"}},{"count":1000000000000,"grades":{"a":"poor","b":"good"}},
            {"count":1,"grades":{"a":"fair","b":"good"}}],
            "method":{"majority_judgement":{"grades":["good","fair","poor"]}}}"#,
    );
    assert_eq!(ids(&answer.winners), ["b"]);
}

#[test]
fn a_run_off_with_a_tie_for_a_place_follows_both() {
    let answer = counted(
        r#"{"options":["a","b","c"],"ballots":[{"count":2,"scores":{"a":5}},{"scores":{"b":4,"c":4}},{"count":2,"scores":{"c":3,"b":3}},
            {"scores":{"a":1,"b":1,"c":1}}],"method":{"star":{"least":0,"most":5}}}"#,
    );
    // a and b and c have 11 each; a loses to both, and b and c tie.
    assert_eq!(ids(&answer.tied), ["b", "c"]);
}
