//! Columns fit together, and one bad row spoils no other.

use super::*;

#[test]
fn columns_of_different_length_are_refused() {
    let columns = BatchColumns { fee: Column::Each(&[1, 2]), age: Column::Each(&[40]), ..BatchColumns::default() };
    let error = take_home(&columns, 1).unwrap_err();
    assert_eq!((error.code().as_str(), error.path().as_str()), ("columns_differ", "/age"));
    assert!(take_home(&BatchColumns::default(), 1).is_err(), "no column says how many rows there are");
}

#[test]
fn a_bad_row_has_its_reason_and_spoils_no_other() {
    let columns = BatchColumns {
        fee: Column::Each(&[15_000, -1, 15_000, 15_000, 1_000_000_001]),
        paid_on: Column::Each(&[20_619, 20_619, 3, i32::MAX, 20_619]),
        ..BatchColumns::default()
    };
    for threads in [0, 1, 2, 3, 100] {
        let answer = take_home(&columns, threads).unwrap();
        let codes = [
            BatchCode::Done,
            BatchCode::NegativeAmount,
            BatchCode::DateNotKnown,
            BatchCode::DateNotKnown,
            BatchCode::AmountTooLarge,
        ];
        assert_eq!(answer.code, codes);
        assert_eq!(answer.kept, [15_000, 0, 0, 0, 0]);
    }
}

#[test]
fn no_rows_are_no_work() {
    let columns = BatchColumns { fee: Column::Each(&[]), ..BatchColumns::default() };
    assert_eq!(take_home(&columns, 4).unwrap().kept.len(), 0);
}

#[test]
fn an_amount_is_refused_for_its_own_size_alone() {
    let columns = BatchColumns {
        fee: Column::Each(&[536_870_912, 15_000]),
        wages: Column::Each(&[1_000_000_000, 1_000_000_001]),
        paid_on: Column::Every(20_619),
        paid: Column::Every(RowPaid::Gross),
        ..BatchColumns::default()
    };
    assert_eq!(take_home(&columns, 1).unwrap().code, [BatchCode::Done, BatchCode::AmountTooLarge]);
    let same_in_all = BatchColumns { fee: Column::Each(&[1]), pension: Column::Every(-1), ..BatchColumns::default() };
    assert_eq!(take_home(&same_in_all, 1).unwrap().code, [BatchCode::NegativeAmount]);
}

#[test]
fn an_answer_that_is_used_again_holds_nothing_of_before() {
    let three = [15_000; 300];
    let columns = BatchColumns { fee: Column::Each(&three), paid_on: Column::Every(20_619), ..BatchColumns::default() };
    let mut answer = take_home(&columns, 1).unwrap();
    assert_eq!(answer.kept, three);
    let one = BatchColumns { fee: Column::Each(&[-1, 7]), ..columns };
    take_home_into(&one, 2, &mut answer).unwrap();
    assert_eq!((&answer.kept[..], &answer.code[..]), (&[0, 7][..], &[BatchCode::NegativeAmount, BatchCode::Done][..]));
    assert!(take_home_into(&BatchColumns::default(), 1, &mut answer).is_err());
    assert_eq!(answer.kept, [0, 7], "an error leaves the answer as it was");
}

#[test]
fn facts_that_cannot_be_together_are_refused() {
    let capped = BatchColumns {
        fee: Column::Each(&[15_000, 15_000, 15_000]),
        carer: Column::Each(&[RowCarer::AllowanceForWeek, RowCarer::None, RowCarer::AllowanceForWeek]),
        paid_on: Column::Every(20_619),
        universal_credit_first_day: Column::Each(&[3, 3, 0]),
        universal_credit_maximum: Column::Every(42_490),
        universal_credit_cap: Column::Every(RowBenefitCap::SingleLondon),
        ..BatchColumns::default()
    };
    assert_eq!(take_home(&capped, 1).unwrap().code, [BatchCode::Contradiction, BatchCode::Done, BatchCode::Done]);
    let both = BatchColumns {
        fee: Column::Each(&[15_000]),
        paid_on: Column::Every(20_619),
        esa: Column::Every(Some(RowEsaKind::NewStyle)),
        jobseeker_weekly: Column::Every(9_050),
        ..BatchColumns::default()
    };
    assert_eq!(take_home(&both, 1).unwrap().code, [BatchCode::Contradiction]);
}
