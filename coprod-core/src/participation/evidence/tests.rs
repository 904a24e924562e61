//! Evidence proves, excludes or leaves open.

use super::*;
use crate::error::{ErrorCode, Pointer};
use crate::participation::LevelRange;

fn item(statement: Statement, holds: Holds, rater: Option<&str>) -> Evidence {
    let rater = rater.map(|id| serde_json::from_value(serde_json::json!(id)).unwrap());
    Evidence { statement, holds, source: None, rater }
}

fn gather(items: &[Evidence]) -> Result<Findings, (ErrorCode, String)> {
    let placed: Vec<Placed<'_>> = items.iter().enumerate().map(|(i, item)| (item, Pointer::root().index(i))).collect();
    Findings::gather(&placed, &[]).map_err(|error| (error.code(), error.path().to_string()))
}

use Holds::{No, Unknown, Yes};
use Statement::{AskedBefore, ReplyOwed, Told};

#[test]
fn a_yes_proves_a_no_excludes_and_unknown_spans() {
    let voice = |items: &[(Statement, Holds)]| {
        let items: Vec<Evidence> = items.iter().map(|(statement, holds)| item(*statement, *holds, None)).collect();
        gather(&items).unwrap().voice()
    };
    let range = |low, high| LevelRange { low, high };
    assert_eq!(voice(&[]), range(0, 3));
    assert_eq!(voice(&[(Told, No)]), range(0, 0));
    assert_eq!(voice(&[(Told, Yes)]), range(1, 3));
    assert_eq!(voice(&[(AskedBefore, Yes)]), range(2, 3));
    assert_eq!(voice(&[(AskedBefore, Yes), (ReplyOwed, No)]), range(2, 2));
    assert_eq!(voice(&[(ReplyOwed, Yes)]), range(3, 3));
    assert_eq!(voice(&[(AskedBefore, No), (Told, Unknown)]), range(0, 1));
}

#[test]
fn a_yes_above_a_no_contradicts_itself() {
    let above = gather(&[item(Told, No, None), item(ReplyOwed, Yes, None)]);
    assert_eq!(above.unwrap_err(), (ErrorCode::ContradictoryEvidence, "/1".to_owned()));
    assert_eq!(gather(&[item(Told, Yes, None), item(Told, No, None)]).unwrap_err().0, ErrorCode::ContradictoryEvidence);
}

#[test]
fn raters_may_disagree_and_one_rater_may_not() {
    let two = gather(&[item(Told, Yes, Some("ana")), item(Told, No, Some("eve"))]).unwrap();
    assert_eq!((two.holds(Told), two.disputed()), (Unknown, &[Told][..]));
    assert!(gather(&[item(Told, Yes, Some("ana")), item(Told, No, Some("ana"))]).is_err());
}

#[test]
fn a_seat_counts_unless_evidence_says_no() {
    let seat = |items: &[Evidence], asked| gather(items).unwrap().with_seats(true, asked).voice();
    assert_eq!(seat(&[], true), LevelRange { low: 2, high: 3 });
    assert_eq!(seat(&[], false), LevelRange { low: 1, high: 3 });
    assert_eq!(seat(&[item(AskedBefore, No, None)], true), LevelRange { low: 1, high: 1 });
    assert_eq!(seat(&[item(Told, No, None)], true), LevelRange { low: 0, high: 0 });
}
