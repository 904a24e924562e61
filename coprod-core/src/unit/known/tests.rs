//! A value that may not be known is read like the value, errors and all, and the word beside it.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::Known;
use crate::error::{ErrorCode, ErrorReport, InputIssue};
use crate::unit::{Count, Date, Hours, Id, IdMap, Money, Ratio, from_json, to_json};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
enum Nation {
    England,
    NorthernIreland,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Home {
    rent: Money,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    nation: Option<Known<Nation>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Person {
    wages: Known<Money>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    nation: Option<Known<Nation>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    worked: Vec<Known<bool>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    home: Option<Known<Home>>,
}

/// `json` by both readers, which agree.
fn read<T: DeserializeOwned + PartialEq + std::fmt::Debug>(json: &str) -> Known<T> {
    let found = from_json::<Known<T>>(json).unwrap();
    assert_eq!(serde_json::from_str::<Known<T>>(json).unwrap(), found);
    found
}

/// That a value and what may not be known refuse `json` in the same words, by both readers.
#[track_caller]
fn refused_alike<T: DeserializeOwned + std::fmt::Debug>(json: &str) {
    let own = from_json::<T>(json).unwrap_err();
    assert_eq!(from_json::<Known<T>>(json).unwrap_err(), own, "{json}");
    let (own, here) = (serde_json::from_str::<T>(json).unwrap_err(), serde_json::from_str::<Known<T>>(json).unwrap_err());
    let (own, here) = (own.to_string(), here.to_string());
    assert_eq!(InputIssue::find(&here), InputIssue::find(&own), "{json}");
    assert_eq!(here.split(" at line").next(), own.split(" at line").next(), "{json}");
}

#[track_caller]
fn report(json: &str) -> ErrorReport {
    from_json::<Person>(json).unwrap_err()
}

#[test]
fn the_value_is_read_as_it_is_and_written_back() {
    assert_eq!(read("\"67.50\""), Known::Is(Money::from_pence(6750).unwrap()));
    assert_eq!(read("\"2/3\""), Known::Is(Ratio::new(2, 3).unwrap()));
    assert_eq!(read("-2"), Known::Is(Ratio::from(-2)));
    assert_eq!(read("\"7.5\""), Known::Is(Hours::from_seconds(27_000).unwrap()));
    assert_eq!(read("\"2026-06-15\""), Known::Is(Date::new(2026, 6, 15).unwrap()));
    assert_eq!(read("12"), Known::Is(Count::from(12_u32)));
    assert_eq!(read("255"), Known::Is(255_u8));
    assert_eq!(read("false"), Known::Is(false));
    assert_eq!(read("\"northern_ireland\""), Known::Is(Nation::NorthernIreland));
    let person = r#"{"wages":"150.00","nation":"england","worked":[true,"unknown"],"home":{"rent":"9.00","nation":"unknown"}}"#;
    let found: Person = from_json(person).unwrap();
    assert_eq!(serde_json::from_str::<Person>(person).unwrap(), found);
    assert_eq!(to_json(&found).unwrap(), person);
    assert_eq!(serde_json::to_string(&found).unwrap(), person);
}

#[test]
fn the_word_is_read_for_every_type() {
    fn check<T: DeserializeOwned + Serialize + PartialEq + std::fmt::Debug>() {
        let found = read::<T>("\"unknown\"");
        assert!(found.is_unknown());
        assert_eq!(to_json(&found).unwrap(), "\"unknown\"");
    }
    check::<Money>();
    check::<Ratio>();
    check::<Hours>();
    check::<Date>();
    check::<Count>();
    check::<u8>();
    check::<bool>();
    check::<Nation>();
    check::<Home>();
    // It is never an id, even where ids are free.
    check::<Id>();
}

#[test]
fn what_the_value_refuses_is_refused_in_its_words() {
    let any = ["null", "[]", "[1, 2]", "{}", "{\"a\": 1}", "1.5", "\"\"", "\"Unknown\"", "18446744073709551615"];
    for json in any {
        refused_alike::<Money>(json);
        refused_alike::<Ratio>(json);
        refused_alike::<Hours>(json);
        refused_alike::<Date>(json);
        refused_alike::<u8>(json);
        refused_alike::<bool>(json);
    }
    for json in any.into_iter().filter(|json| json.starts_with(['"', '{'])) {
        refused_alike::<Count>(json);
    }
    for json in ["150", "-1", "true", "\"1.005\"", "\"99999999999999.00\""] {
        refused_alike::<Money>(json);
    }
    for json in ["256", "-1", "\"1\""] {
        refused_alike::<u8>(json);
    }
    for json in ["null", "1.5", "true", "\"x\"", "[]"] {
        refused_alike::<IdMap<Money>>(json);
    }
    for json in ["{\"a\": 5}", "{\"a\": \"1.00\", \"a\": \"1.00\"}"] {
        refused_alike::<IdMap<Money>>(json);
    }
    for json in
        ["{}", "{\"rent\": 5}", "{\"rent\": \"5.00\", \"rents\": 1}", "{\"rent\": \"5.00\", \"nation\": \"wales\"}", "1", "\"x\""]
    {
        assert_eq!(from_json::<Known<Home>>(json).unwrap_err(), from_json::<Home>(json).unwrap_err(), "{json}");
    }
}

#[test]
fn an_error_keeps_its_place() {
    let place = |json: &str| (report(json).code, report(json).path);
    assert_eq!(place(r#"{"wages": 5}"#), (ErrorCode::InvalidMoney, "/wages".to_owned()));
    assert_eq!(place(r#"{}"#), (ErrorCode::MissingField, String::new()));
    assert_eq!(place(r#"{"wages": null}"#), (ErrorCode::WrongType, "/wages".to_owned()));
    assert_eq!(place(r#"{"wages": "1.00", "worked": [true, "yes"]}"#), (ErrorCode::WrongType, "/worked/1".to_owned()));
    assert_eq!(place(r#"{"wages": "1.00", "home": {}}"#), (ErrorCode::MissingField, "/home".to_owned()));
    assert_eq!(place(r#"{"wages": "1.00", "home": {"rent": 1}}"#), (ErrorCode::InvalidMoney, "/home/rent".to_owned()));
    let unknown_field = r#"{"wages": "1.00", "home": {"rent": "1.00", "size": 1}}"#;
    assert_eq!(place(unknown_field), (ErrorCode::UnknownField, "/home/size".to_owned()));
    let deep = r#"{"wages": "1.00", "home": {"rent": "1.00", "nation": 1}}"#;
    assert_eq!(place(deep), (ErrorCode::WrongType, "/home/nation".to_owned()));
}

#[test]
fn a_wrong_word_is_answered_with_all_words() {
    let found = report(r#"{"wages": "1.00", "nation": "wales"}"#);
    assert_eq!((found.code, found.path.as_str()), (ErrorCode::UnknownValue, "/nation"));
    assert_eq!(found.message, "\"wales\" is not one of the words allowed here");
    assert_eq!(found.help, "use one of: \"england\", \"northern_ireland\", \"unknown\"");
    let found = serde_json::from_str::<Known<Nation>>("\"wales\"").unwrap_err().to_string();
    assert!(InputIssue::find(&found).unwrap().help.ends_with("\"unknown\""));
    for other in ["1", "true", "null", "[]", "{\"england\": null}", "{\"england\": 1}", "{}"] {
        let found = from_json::<Known<Nation>>(other).unwrap_err();
        assert_eq!((found.code, found.help.as_str()), (ErrorCode::WrongType, "give one of the words allowed here"), "{other}");
        assert!(serde_json::from_str::<Known<Nation>>(other).is_err());
    }
}

#[test]
fn the_methods_keep_what_is_not_known() {
    let (known, unknown) = (Known::Is(7_u8), Known::<u8>::Unknown);
    assert_eq!((known.known(), unknown.known()), (Some(&7), None));
    assert_eq!((known.is_unknown(), unknown.is_unknown()), (false, true));
    assert_eq!((known.map(u32::from), unknown.map(u32::from)), (Known::Is(7_u32), Known::Unknown));
    assert_eq!(Known::from(7_u8), known);
}

#[cfg(feature = "schema")]
#[test]
fn the_schema_has_no_name_of_its_own() {
    #[derive(schemars::JsonSchema)]
    #[allow(dead_code, reason = "only its schema is looked at")]
    struct Asked {
        /// What is earned.
        wages: Known<Money>,
        nation: Option<Known<Nation>>,
    }
    let schema = schemars::schema_for!(Asked).to_value();
    let word = serde_json::json!({ "type": "string", "const": "unknown" });
    let wages = serde_json::json!({ "description": "What is earned.", "anyOf": [{ "$ref": "#/$defs/Money" }, word] });
    assert_eq!(schema["properties"]["wages"], wages);
    let nation = serde_json::json!({ "anyOf": [{ "anyOf": [{ "$ref": "#/$defs/Nation" }, word] }, { "type": "null" }] });
    assert_eq!(schema["properties"]["nation"], nation);
    assert_eq!(schema["$defs"].as_object().unwrap().keys().collect::<Vec<_>>(), ["Money", "Nation"]);
}
