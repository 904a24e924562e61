//! An amount is plain money where it is exact, and two amounts where it is not.

use super::{MoneyOrRange, MoneyRange};
use crate::error::{ErrorCode, InputIssue};
use crate::unit::{Money, from_json, to_json};

fn money(pence: i64) -> Money {
    Money::from_pence(pence).unwrap()
}

#[test]
fn it_is_ordered_and_exact_where_both_ends_are_the_same() {
    let range = MoneyOrRange::new(money(6750), money(5000));
    assert_eq!(range, MoneyOrRange::new(money(5000), money(6750)));
    assert_eq!((range.low(), range.high(), range.exact()), (money(5000), money(6750), None));
    assert_eq!(range.to_string(), "between 50.00 and 67.50");
    let exact = MoneyOrRange::from(money(6750));
    assert_eq!((exact.low(), exact.high(), exact.exact()), (money(6750), money(6750), Some(money(6750))));
    assert_eq!(exact.to_string(), "67.50");
}

#[test]
fn it_is_read_as_it_is_written() {
    let both = [(6750, 6750, r#""67.50""#), (-5, 6750, r#"{"low":"-0.05","high":"67.50"}"#)];
    for (low, high, text) in both {
        let value = MoneyOrRange::new(money(low), money(high));
        assert_eq!(to_json(&value).unwrap(), text);
        assert_eq!(serde_json::to_string(&value).unwrap(), text);
        assert_eq!(from_json::<MoneyOrRange>(text).unwrap(), value);
        assert_eq!(serde_json::from_str::<MoneyOrRange>(text).unwrap(), value);
    }
    assert_eq!(from_json::<MoneyOrRange>(r#"{"high":"1.00","low":"1.00"}"#).unwrap().exact(), Some(money(100)));
}

#[test]
fn an_error_keeps_its_words_and_its_place() {
    for json in ["150", "1.5", "\"1.5\"", "18446744073709551615"] {
        assert_eq!(from_json::<MoneyOrRange>(json).unwrap_err(), from_json::<Money>(json).unwrap_err(), "{json}");
        let found = serde_json::from_str::<MoneyOrRange>(json).unwrap_err().to_string();
        assert_eq!(InputIssue::find(&found).unwrap().code, ErrorCode::InvalidMoney, "{json}");
    }
    for json in ["{}", "{\"low\": 5}", "{\"low\": \"5.00\", \"mid\": 1}", "{\"low\": \"5.00\", \"high\": \"x\"}"] {
        assert_eq!(from_json::<MoneyOrRange>(json).unwrap_err(), from_json::<MoneyRange>(json).unwrap_err(), "{json}");
    }
    for json in ["null", "true", "[]"] {
        let found = from_json::<MoneyOrRange>(json).unwrap_err();
        assert_eq!(found.code, ErrorCode::WrongType);
        assert_eq!(found.help, "give money as text, such as \"150.00\", or an object with \"low\" and \"high\"");
    }
    let found = from_json::<Vec<MoneyOrRange>>(r#"["1.00", {"low": "5.00", "high": "4.00"}]"#).unwrap_err();
    assert_eq!((found.code, found.path.as_str()), (ErrorCode::OutOfRange, "/1"));
    assert_eq!(found.message, "the range from 5.00 down to 4.00 is out of range");
    assert_eq!(found.help, "give a value of \"low\" that is not above \"high\"");
}

#[cfg(feature = "schema")]
#[test]
fn the_schema_names_the_range_alone() {
    let schema = schemars::schema_for!(Vec<MoneyOrRange>).to_value();
    let inline = serde_json::json!({ "anyOf": [{ "$ref": "#/$defs/Money" }, { "$ref": "#/$defs/MoneyRange" }] });
    assert_eq!(schema["items"], inline);
    assert_eq!(schema["$defs"].as_object().unwrap().keys().collect::<Vec<_>>(), ["Money", "MoneyRange"]);
}
