//! What a batch refuses, and that the order of groups of different sizes is kept.

use super::*;
use crate::error::ErrorCode;

fn rows<'a>(sizes: &'a [usize], votes: &'a [VoteColumns<'a>], constituencies: &'a [u8]) -> GroupRows<'a> {
    GroupRows { sizes, votes, at_least: 1, constituencies }
}

#[test]
fn groups_of_different_sizes_come_back_in_their_order() {
    let votes = [VoteColumns { weights: &[50, 49, 1, 1, 2, 1, 1], bars: &[51, 2, 2] }];
    let found = measure_rows(&rows(&[3, 1, 3], &votes, &[0, 1, 1, 0, 1, 0, 0])).unwrap();
    assert_eq!(found.swings, [3, 1, 1, 0, 3, 1, 1]);
    assert_eq!(found.pivots, [4, 1, 1, 0, 4, 1, 1]);
    assert_eq!((found.orders, found.winning), (vec![6, 1, 6], vec![3, 0, 5]));
    assert_eq!(found.decides, [false, false, false, false, true, true]);
    assert_eq!(found.blocks, [true, true, true, false, false, false]);
}

#[test]
fn what_is_wrong_is_refused_with_its_place() {
    let refused = |sizes: &[usize], weights: &[u32], bars: &[u32], sides: &[u8]| {
        let error = measure_rows(&rows(sizes, &[VoteColumns { weights, bars }], sides)).unwrap_err();
        (error.code(), error.path().to_string())
    };
    let out_of_range = |path: &str| (ErrorCode::OutOfRange, path.to_owned());
    assert_eq!(refused(&[2, 0], &[1, 1], &[1, 1], &[]), out_of_range("/sizes/1"));
    assert_eq!(refused(&[17], &[1; 17], &[1], &[]), out_of_range("/sizes/0"));
    assert_eq!(refused(&[2], &[1], &[1], &[]), out_of_range("/votes/0/weights"));
    assert_eq!(refused(&[2], &[1, 1], &[1, 1], &[]), out_of_range("/votes/0/bars"));
    assert_eq!(refused(&[1, 2], &[1, u32::MAX, 1], &[1, 1], &[]), out_of_range("/votes/0/weights/1"));
    assert_eq!(refused(&[2], &[1, 1], &[0], &[]), (ErrorCode::QuotaZero, "/votes/0/bars/0".to_owned()));
    assert_eq!(refused(&[2], &[1, 1], &[1], &[0]), out_of_range("/constituencies"));
    assert_eq!(refused(&[2], &[1, 1], &[1], &[0, 8]), out_of_range("/constituencies/1"));
    assert!(measure_rows(&rows(&[], &[VoteColumns { weights: &[], bars: &[] }], &[])).unwrap().winning.is_empty());
}
