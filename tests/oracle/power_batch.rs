//! Many groups at once, against one by one.

use coprod_core::error::ErrorCode;
use coprod_core::power::batch::{GroupColumns, MOST_WEIGHT_IN_BATCH, VoteColumns, measure_batch};
use coprod_core::power::{MeasureAnswer, MeasureRequest, measure};
use coprod_tests::dice::Dice;
use serde_json::{Value, json};

struct Batch {
    members: usize,
    rows: usize,
    weights: Vec<Vec<u32>>,
    bars: Vec<Vec<u32>>,
    sides: Vec<u8>,
    at_least: usize,
}

impl Batch {
    fn random(dice: &mut Dice) -> Self {
        let (members, rows, votes) = (1 + dice.below(10), 1 + dice.below(20), 1 + dice.below(3));
        let most = dice.pick(&[2, 4, 1000, 200_000_000]);
        let (mut weights, mut bars) = (Vec::new(), Vec::new());
        for _ in 0..votes {
            let own: Vec<u32> = (0..rows * members).map(|_| u32::try_from(dice.below(most)).unwrap()).collect();
            let bar = |row: &[u32]| row.iter().sum::<u32>().max(1);
            bars.push(own.chunks(members).map(|row| 1 + u32::try_from(dice.below(bar(row) as usize)).unwrap()).collect());
            weights.push(own);
        }
        let sides = (0..rows * members).map(|_| u8::try_from(dice.below(3)).unwrap()).collect();
        Self { members, rows, weights, bars, sides, at_least: 1 + dice.below(votes) }
    }

    /// The rule of one group as a request; nothing for a group in which one of the votes has no voters.
    fn request(&self, row: usize) -> Option<Value> {
        let own = row * self.members..(row + 1) * self.members;
        let vote = |(weights, bars): (&Vec<u32>, &Vec<u32>)| {
            let weights = &weights[own.clone()];
            if weights.iter().all(|weight| *weight == 0) {
                return None;
            }
            let weights = weights.iter().enumerate().map(|(i, weight)| (format!("m{i}"), json!(weight)));
            let weights: serde_json::Map<String, Value> = weights.collect();
            Some(json!({"votes": {"at_least": bars[row], "weights": weights}}))
        };
        let votes: Option<Vec<Value>> = self.weights.iter().zip(&self.bars).map(vote).collect();
        let sides = self.sides[own.clone()].iter().enumerate();
        let members: Value = sides.map(|(i, side)| json!({"id": format!("m{i}"), "constituency": format!("c{side}")})).collect();
        Some(json!({"members": members, "rule": {"at_least": {"count": self.at_least, "of": votes?}}}))
    }
}

#[test]
fn groups_at_once_are_as_one_by_one() {
    let mut compared = 0;
    for seed in 0..60 {
        let batch = Batch::random(&mut Dice::new(seed));
        let votes: Vec<VoteColumns> =
            batch.weights.iter().zip(&batch.bars).map(|(weights, bars)| VoteColumns { weights, bars }).collect();
        let (members, at_least) = (batch.members, batch.at_least);
        let columns = GroupColumns { members, votes: &votes, at_least, constituencies: &batch.sides };
        let found = measure_batch(&columns).unwrap();
        let sides = found.decides.len() / batch.rows;
        for row in 0..batch.rows {
            let Some(request) = batch.request(row) else { continue };
            let request: MeasureRequest = serde_json::from_value(request).unwrap();
            let one: MeasureAnswer = measure(&request).unwrap();
            compared += 1;
            assert_eq!(one.winning.as_ref().unwrap().to_string(), found.winning[row].to_string());
            for (member, line) in one.members.iter().enumerate() {
                let at = row * members + member;
                assert_eq!(line.swings.as_ref().unwrap().to_string(), found.swings[at].to_string());
                let whole = coprod_core::unit::Exact::new(found.pivots[at], found.orders).unwrap();
                assert_eq!(line.shapley_shubik.as_ref().and_then(|index| index.exact.clone()), (!one.constant).then_some(whole));
            }
            for side in 0..sides {
                let line = one.constituencies.iter().find(|line| line.id.as_str() == format!("c{side}"));
                let (decides, blocks) = (found.decides[row * sides + side], found.blocks[row * sides + side]);
                assert_eq!(decides, line.is_some_and(|line| line.say.can_decide_if_all_attend));
                assert_eq!(blocks, line.is_some_and(|line| line.say.can_block_by_voting_if_all_attend));
            }
        }
    }
    assert!(compared > 300, "only {compared}");
}

#[test]
fn wrong_columns_are_refused() {
    let refused = |members: usize, weights: &[u32], bars: &[u32], at_least: usize, sides: &[u8]| {
        let votes = [VoteColumns { weights, bars }];
        let error = measure_batch(&GroupColumns { members, votes: &votes, at_least, constituencies: sides }).unwrap_err();
        (error.code(), error.path().to_string())
    };
    let out = |path: &str| (ErrorCode::OutOfRange, path.to_owned());
    assert_eq!(refused(0, &[], &[1], 1, &[]), out("/members"));
    assert_eq!(refused(17, &[1; 17], &[1], 1, &[]), out("/members"));
    assert_eq!(refused(2, &[1, 1, 1], &[1], 1, &[]), out("/votes/0/weights"));
    assert_eq!(refused(1, &[1, 1], &[1, 0], 1, &[]), (ErrorCode::QuotaZero, "/votes/0/bars/1".to_owned()));
    assert_eq!(refused(1, &[1], &[1], 2, &[]), (ErrorCode::CountOutOfRange, "/at_least".to_owned()));
    let most = u32::try_from(MOST_WEIGHT_IN_BATCH).unwrap();
    assert_eq!(refused(2, &[1, 1, most, 1], &[1, 1], 1, &[]), out("/votes/0/weights/2"));
    assert_eq!(refused(2, &[1, 1], &[1], 1, &[0]), out("/constituencies"));
    assert_eq!(refused(2, &[1, 1], &[1], 1, &[0, 8]), out("/constituencies/1"));
    let none = measure_batch(&GroupColumns { members: 2, votes: &[], at_least: 1, constituencies: &[] }).unwrap_err();
    assert_eq!(none.path().to_string(), "/votes");
}

#[test]
fn a_bar_beyond_all_is_never_reached() {
    let most = u32::try_from(MOST_WEIGHT_IN_BATCH).unwrap();
    let votes = [VoteColumns { weights: &[most, 0, most, 0], bars: &[u32::MAX, most] }];
    let found = measure_batch(&GroupColumns { members: 2, votes: &votes, at_least: 1, constituencies: &[] }).unwrap();
    assert_eq!(found.winning, [0, 2]);
    assert_eq!(found.swings, [0, 0, 2, 0]);
    assert_eq!((found.pivots.as_slice(), found.orders), ([0, 0, 2, 0].as_slice(), 2));
}
