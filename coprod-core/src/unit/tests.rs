//! The text forms and the exact arithmetic of the units.

use super::*;
use crate::error::ErrorCode;

fn read<T: serde::de::DeserializeOwned>(json: &str) -> Result<T, ErrorCode> {
    serde_json::from_str(json).map_err(|error| crate::error::InputIssue::find(&error.to_string()).unwrap().code)
}

#[test]
fn money_is_text_with_two_decimals() {
    assert_eq!(read::<Money>("\"150.00\"").unwrap().pence(), 15000);
    assert_eq!(read::<Money>("\"-0.05\"").unwrap().to_string(), "-0.05");
    for wrong in ["\"150.5\"", "\"1.005\"", "\"\"", "\"£5.00\"", "\"1e3\"", "\" 5.00\"", "\".50\"", "150", "150.0"] {
        assert_eq!(read::<Money>(wrong), Err(ErrorCode::InvalidMoney), "{wrong}");
    }
    assert_eq!(read::<Money>("\"99999999999999.00\""), Err(ErrorCode::OutOfRange));
}

#[test]
fn money_splits_by_largest_remainder() {
    let parts = Money::from_pence(100).unwrap().split(&[1, 1, 1]).unwrap();
    assert_eq!(parts.iter().map(|part| part.pence()).collect::<Vec<_>>(), [34, 33, 33]);
    assert!(Money::from_pence(100).unwrap().split(&[0, 0]).is_err());
    let debt = Money::from_pence(-100).unwrap().split(&[2, 1]).unwrap();
    assert_eq!(debt.iter().map(|part| part.pence()).collect::<Vec<_>>(), [-67, -33]);
}

#[test]
fn money_times_a_ratio_rounds_half_away_from_zero() {
    let taper = Ratio::new(11, 20).unwrap();
    assert_eq!(Money::from_pence(10).unwrap().times(taper).unwrap().pence(), 6);
    assert_eq!(Money::from_pence(-10).unwrap().times(taper).unwrap().pence(), -6);
}

#[test]
fn ratios_are_read_exactly_and_floats_refused() {
    assert_eq!(read::<Ratio>("\"0.8\"").unwrap(), Ratio::new(4, 5).unwrap());
    assert_eq!(read::<Ratio>("\"4/6\"").unwrap().to_string(), "2/3");
    assert_eq!(read::<Ratio>("3").unwrap().whole(), Some(3));
    assert_eq!(read::<Ratio>("0.5"), Err(ErrorCode::FloatNotExact));
    assert_eq!(read::<Ratio>("9007199254740992").unwrap().whole(), Some(1 << 53));
    for large in ["9007199254740993", "-9007199254740993", "18446744073709551615", "1e20", "99999999999999999999", "-1E+400"] {
        let report = from_json::<Ratio>(large).unwrap_err();
        assert_eq!(report.code, ErrorCode::OutOfRange, "{large}");
        assert_eq!(report.message, format!("the JSON number {large}, which is beyond 2^53, is out of range"));
        assert_eq!(from_json::<Money>(large).unwrap_err().code, ErrorCode::InvalidMoney, "{large}");
    }
    for fraction in ["1.5", "1e-400", "99999999999999999999.5"] {
        assert_eq!(from_json::<Ratio>(fraction).unwrap_err().code, ErrorCode::FloatNotExact, "{fraction}");
    }
    for long in ["999999999999999999", "1/999999999999999999", "1.99999999999999999", "0.999999999999999999"] {
        assert_eq!(read::<Ratio>(&format!("\"{long}\"")), Err(ErrorCode::OutOfRange), "{long}");
    }
    for wrong in ["", "-", "1.", ".5", "1.x", "x.1", "1/", "--1", "1.2.3", "999999999999999999x"] {
        assert_eq!(read::<Ratio>(&format!("\"{wrong}\"")), Err(ErrorCode::InvalidNumber), "{wrong}");
    }
    assert_eq!(read::<Ratio>("\"1/0\""), Err(ErrorCode::DivisionByZero));
    assert_eq!(read::<Ratio>("\"1/-2\""), Err(ErrorCode::InvalidNumber));
}

#[test]
fn hours_are_exact_to_the_second() {
    assert_eq!(read::<Hours>("\"7.5\"").unwrap().seconds(), 27000);
    assert_eq!(read::<Hours>("\"1/3\"").unwrap().to_string(), "1/3");
    assert_eq!(read::<Hours>("\"0.01\"").unwrap().to_string(), "0.01");
    assert_eq!(read::<Hours>("12").unwrap().to_string(), "12");
    assert_eq!(read::<Hours>("\"-1\""), Err(ErrorCode::OutOfRange));
    assert_eq!(read::<Hours>("\"1/7\""), Err(ErrorCode::OutOfRange));
}

#[test]
fn seconds_are_hours_up_to_a_million() {
    let most = 3_600_000_000;
    assert_eq!(Hours::of_seconds(5400).unwrap().to_string(), "1.5");
    assert_eq!(Hours::of_seconds(most).unwrap().to_string(), "1000000");
    assert_eq!(Hours::of_seconds(most + 1), None);
    assert_eq!(Hours::of_seconds(u64::MAX), None);
}

#[test]
fn dates_are_real_days() {
    let leap = read::<Date>("\"2024-02-29\"").unwrap();
    assert_eq!(leap.to_string(), "2024-02-29");
    for wrong in ["\"2026-02-29\"", "\"2026-2-1\"", "\"15/06/2026\"", "\"1899-12-31\"", "\"2200-01-01\"", "20260615"] {
        assert_eq!(read::<Date>(wrong), Err(ErrorCode::InvalidDate), "{wrong}");
    }
}

#[test]
fn ids_are_short_and_visible() {
    assert_eq!(read::<Id>("\"Siân\"").unwrap().as_str(), "Siân");
    let long = format!("\"{}\"", "x".repeat(65));
    for wrong in ["\"\"", "\"a b\"", "\"a\\u0001\"", long.as_str(), "7"] {
        assert_eq!(read::<Id>(wrong), Err(ErrorCode::InvalidId), "{wrong}");
    }
    for hidden in ["a\u{200b}", "a\u{202e}b", "\u{feff}a", "a\u{ad}", "a\u{2060}", "a\u{200d}b"] {
        let error = hidden.parse::<Id>().unwrap_err().to_string();
        assert!(error.contains("\\u") && !error.chars().any(crate::error::is_hidden), "{error}");
    }
}

#[test]
fn a_key_that_stands_twice_is_refused() {
    assert_eq!(read::<IdMap<Ratio>>("{\"ana\": 1, \"ana\": 2}"), Err(ErrorCode::DuplicateKey));
}

#[test]
fn counts_beyond_two_to_the_53_are_text() {
    assert_eq!(serde_json::to_string(&Count::from(5_u32)).unwrap(), "5");
    assert_eq!(serde_json::to_string(&Count::from(u64::MAX)).unwrap(), "\"18446744073709551615\"");
}

#[test]
fn counts_are_read_as_they_are_written() {
    for text in ["0", "5", "9007199254740992", "\"18446744073709551615\""] {
        assert_eq!(serde_json::to_string(&read::<Count>(text).unwrap()).unwrap(), text);
        assert_eq!(to_json(&from_json::<Count>(text).unwrap()).unwrap(), text);
    }
    let long = format!("\"{}\"", "9".repeat(4001));
    for wrong in ["-1", "1.5", "9007199254740993", "18446744073709551615", "\"\"", "\"-1\"", "\"+1\"", "\"1_0\"", long.as_str()] {
        assert_eq!(read::<Count>(wrong), Err(ErrorCode::OutOfRange), "{wrong}");
        assert_eq!(from_json::<Count>(wrong).unwrap_err().code, ErrorCode::OutOfRange, "{wrong}");
    }
}

#[test]
fn hours_are_worded_by_their_number() {
    let worded = |text: &str| read::<Hours>(text).unwrap().in_words();
    assert_eq!((worded("1"), worded("\"1.5\"")), ("1 hour".to_owned(), "1.5 hours".to_owned()));
}

/// Every day that there is, counted by hand from 1 January 1970, a Thursday.
#[test]
fn dates_follow_the_calendar_day_by_day() {
    let leap = |year: i32| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let mut number = -(1900..1970).map(|year| if leap(year) { 366 } else { 365 }).sum::<i32>();
    for year in 1900..2200 {
        for month in 1..=12 {
            let length = [31, if leap(year) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][usize::from(month) - 1];
            for day in 1..=length {
                let date = Date::new(year, month, day).unwrap();
                assert_eq!((date.epoch_days(), date.calendar(), date.month_length()), (number, (year, month, day), length));
                assert_eq!(i32::from(date.days_from_monday()), (number + 3).rem_euclid(7));
                assert_eq!(Date::from_epoch_days(number).unwrap(), date);
                number += 1;
            }
            assert!(Date::new(year, month, length + 1).is_err() && Date::new(year, month, 0).is_err());
        }
    }
    let (first, last) = (Date::new(1900, 1, 1).unwrap(), Date::new(2199, 12, 31).unwrap());
    assert_eq!(first.before(), None);
    assert!(first.plus_days(-1).is_err() && last.plus_days(1).is_err() && last.plus_days(i32::MAX).is_err());
    assert!(Date::from_epoch_days(i32::MIN).is_err() && Date::new(2026, 13, 1).is_err());
    assert_eq!(last.in_words(), "31 December 2199");
}

#[cfg(feature = "workload")]
#[test]
fn times_of_day_are_hours_and_minutes() {
    for good in ["00:00", "09:30", "23:59"] {
        assert_eq!(good.parse::<ClockTime>().unwrap().to_string(), good);
    }
    for bad in ["24:00", "9:30", "09:60", "0930", "09:30:00", "+9:30", "", "09:3", "٠٩:٣٠"] {
        assert!(bad.parse::<ClockTime>().is_err(), "{bad}");
    }
    assert_eq!("01:01".parse::<ClockTime>().unwrap().seconds(), 3660);
}

#[test]
fn cells_are_never_formulas() {
    assert_eq!(cell("a, \"b\"\nc"), "\"a, \"\"b\"\"\nc\"");
    assert_eq!(cell("=1+1"), "'=1+1");
    assert_eq!(cell("-1,5"), "\"'-1,5\"");
    assert_eq!(cell("plain = fine"), "plain = fine");
}
