//! How requests are refused.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::{MOST_REQUEST_BYTES, call, limit, most_request_bytes};
use crate::error::{ErrorCode, ErrorReport};
use crate::unit::{Id, IdMap, Money};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Offer {
    fee: Money,
    #[serde(default)]
    to: Vec<Person>,
    #[serde(default)]
    shares: IdMap<u8>,
    #[serde(default)]
    paid: Option<bool>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Person {
    id: Id,
    #[serde(default)]
    side: Option<Side>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Side {
    Lived,
    Host,
    Other(Id),
}

fn read<T: DeserializeOwned>(request: &str) -> Result<T, ErrorReport> {
    super::read::read(request, MOST_REQUEST_BYTES)
}

fn refused(request: &str) -> ErrorReport {
    read::<Offer>(request).unwrap_err()
}

#[test]
fn depth_counts_brackets_outside_text() {
    assert!(limit::check("{\"a\": \"[[[\\\"[[\"}", MOST_REQUEST_BYTES).is_ok());
    let deep = format!("{}{}", "[".repeat(101), "]".repeat(101));
    assert_eq!(limit::check(&deep, MOST_REQUEST_BYTES).unwrap_err().code, ErrorCode::TooDeep);
}

#[test]
fn a_long_request_is_refused_unread() {
    let long = " ".repeat(MOST_REQUEST_BYTES + 1);
    assert_eq!(limit::check(&long, MOST_REQUEST_BYTES).unwrap_err().code, ErrorCode::RequestTooLarge);
    let usual = "{}".to_owned() + &" ".repeat(most_request_bytes("power.measure"));
    assert_eq!(call("power.measure", &usual).unwrap_err().code, ErrorCode::RequestTooLarge);
    assert_ne!(call("workload.split", &usual).unwrap_err().code, ErrorCode::RequestTooLarge);
}

#[test]
fn a_request_is_read() {
    let offer: Offer = read(
        r#"{"fee": "150.00", "to": [{"id": "ana", "side": "lived"}, {"id": "ben", "side": null}, {"id": "eve", "side": {"other": "x"}}],
            "shares": {"ana": 3}, "paid": true}"#,
    )
    .unwrap();
    assert_eq!(offer.fee.pence(), 15_000);
    assert_eq!(offer.to.first().unwrap().id.as_str(), "ana");
    assert_eq!(offer.to.first().unwrap().side, Some(Side::Lived));
    assert!(matches!(&offer.to.get(2).unwrap().side, Some(Side::Other(id)) if id.as_str() == "x"));
    assert_eq!(offer.shares.get("ana"), Some(&3));
    assert_eq!(offer.paid, Some(true));
}

#[test]
fn what_is_wrong_is_said_where_it_stands() {
    use ErrorCode::{DuplicateKey, InvalidJson, InvalidMoney, MissingField, UnknownField, UnknownValue, WrongType};
    let cases = [
        ("", InvalidJson, "", "the request is not JSON: eof while parsing a value at line 1 column 0"),
        (r#"{"fee": "1.00"} x"#, InvalidJson, "", "the request is not JSON: trailing characters at line 1 column 17"),
        ("null", WrongType, "", "here is null"),
        ("[]", WrongType, "", "here is a list"),
        ("{}", MissingField, "", "the field \"fee\" is missing"),
        (r#"{"fee": "1.00", "colour": 1}"#, UnknownField, "/colour", "the field \"colour\" is not known here"),
        (r#"{"fee": "1.00", "fee": "1.00"}"#, DuplicateKey, "", "the key \"fee\" stands twice"),
        (r#"{"fee": 1.5}"#, InvalidMoney, "/fee", "the number 1.5 is not an amount of money"),
        (r#"{"fee": "1.00", "to": {}}"#, WrongType, "/to", "here is an object"),
        (r#"{"fee": "1.00", "to": [["ana", "lived"]]}"#, WrongType, "/to/0", "here is a list"),
        (r#"{"fee": "1.00", "to": [{"id": "ana"}, {}]}"#, MissingField, "/to/1", "the field \"id\" is missing"),
        (
            r#"{"fee": "1.00", "to": [{"id": "ana", "side": "both"}]}"#,
            UnknownValue,
            "/to/0/side",
            "\"both\" is not one of the words allowed here",
        ),
        (r#"{"fee": "1.00", "to": [{"id": "ana", "side": {"lived": 1}}]}"#, WrongType, "/to/0/side", "here is an object"),
        (r#"{"fee": "1.00", "to": [{"id": "ana", "side": {"other": 1}}]}"#, ErrorCode::InvalidId, "/to/0/side/other", ""),
        (r#"{"fee": "1.00", "shares": {"a/b": -1}}"#, WrongType, "/shares/a~1b", "here is the whole number -1"),
        (r#"{"fee": "1.00", "shares": {"ana": 256}}"#, WrongType, "/shares/ana", "here is the whole number 256"),
        (r#"{"fee": "1.00", "shares": {"ana": 1.0}}"#, WrongType, "/shares/ana", "here is the fractional number 1.0"),
        (r#"{"fee": "1.00", "shares": {"ana": 1, "ana": 2}}"#, DuplicateKey, "/shares", "the key \"ana\" stands twice"),
        (r#"{"fee": "1.00", "paid": "yes"}"#, WrongType, "/paid", "here is the text \"yes\""),
    ];
    for (request, code, path, message) in cases {
        let report = refused(request);
        assert_eq!((report.code, report.path.as_str()), (code, path), "{request}: {report}");
        assert!(report.message.contains(message), "{request}: {report}");
        assert!(!report.help.is_empty() && !report.help.contains("struct"), "{request}: {report}");
    }
}

#[test]
fn a_number_that_is_too_large_is_told_the_largest() {
    let report = refused(r#"{"fee": "1.00", "shares": {"ana": 256}}"#);
    assert_eq!(report.help, "give a whole number from 0 to 255");
}

#[test]
fn a_request_plays_no_tricks_in_a_message() {
    let report = refused(r#"{"\u001b[31mzz\u0007\u202e": 1}"#);
    assert_eq!(report.message, r#"the field "\u001b[31mzz\u0007\u202e" is not known here"#);
    assert_eq!(report.path, "/\u{1b}[31mzz\u{7}\u{202e}");
    assert!(!report.to_string().chars().any(|letter| letter.is_control() || letter == '\u{202e}'), "{report}");
    let report = refused(r#"{"fee": "\u0001out_of_range\u0001a\u0001b\u0001"}"#);
    assert_eq!(report.code, ErrorCode::InvalidMoney);
}

#[test]
fn a_long_text_is_cut_in_the_message() {
    let report = refused(&format!("{{\"{}\": 1}}", "x".repeat(10_000)));
    assert!(report.message.len() < 200);
}
