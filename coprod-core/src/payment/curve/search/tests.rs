//! Stretches of made-up marks.

use super::*;

impl Mark for i64 {
    fn same(&self, other: &Self) -> bool {
        self == other
    }
}

fn ends(from: i64, until: i64, of: impl Fn(i64) -> i64) -> Vec<(i64, i64)> {
    let found = stretches::<i64, ()>(from, until, 500, |fee| Ok(of(fee))).unwrap();
    found.into_iter().map(|stretch| (stretch.from, stretch.until)).collect()
}

#[test]
fn every_change_is_found_to_the_penny() {
    assert_eq!(ends(0, 200_000, |_| 1), [(0, 200_000)]);
    assert_eq!(ends(0, 200_000, |fee| i64::from(fee > 41_099)), [(0, 41_099), (41_100, 200_000)]);
    assert_eq!(ends(0, 200_000, |fee| fee / 70_000), [(0, 69_999), (70_000, 139_999), (140_000, 200_000)]);
    assert_eq!(ends(5, 5, |fee| fee), [(5, 5)]);
    assert_eq!(ends(5, 7, |fee| fee), [(5, 5), (6, 6), (7, 7)]);
}

#[test]
fn too_many_changes_end_the_search() {
    assert!(matches!(stretches::<i64, ()>(0, 10_000, 500, Ok), Err(Stop::TooMany)));
    assert_eq!(stretches::<i64, ()>(0, 499, 500, Ok).unwrap().len(), 500);
}

#[test]
fn a_fee_that_cannot_be_looked_at_ends_it_too() {
    let found = stretches::<i64, &str>(0, 10, 500, |fee| if fee == 10 { Err("no") } else { Ok(0) });
    assert!(matches!(found, Err(Stop::Failed("no"))));
}
