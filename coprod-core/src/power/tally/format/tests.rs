//! Files as they are found, and faults in them.

use super::*;
use crate::error::ErrorCode;

fn read(format: BallotFormat, text: &str) -> Result<BallotsReadAnswer, ErrorReport> {
    ballots_read(&BallotsReadRequest { format, text: text.to_owned() })
}

fn fault(format: BallotFormat, text: &str) -> String {
    let error = read(format, text).unwrap_err();
    assert_eq!((error.code, error.path.as_str()), (ErrorCode::BadLine, "/text"), "{error}");
    error.message
}

fn json(answer: &BallotsReadAnswer) -> String {
    crate::unit::to_json(&answer.ballots).unwrap()
}

const TOI: &str = "# FILE NAME: x.toi\n# TITLE: Topics\n# DATA TYPE: toi\n# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 4\n\
    # NUMBER UNIQUE ORDERS: 2\n# ALTERNATIVE NAME 1: Easy read\n# ALTERNATIVE NAME 2: Film\n# ALTERNATIVE NAME 3: Web\n3: 2,{1,3}\n1: 1\n";

#[test]
fn preflib_is_read() {
    let answer = read(BallotFormat::Toi, TOI).unwrap();
    assert_eq!(crate::unit::to_json(&answer.options).unwrap(), r#"["Easy_read","Film","Web"]"#);
    assert_eq!(answer.names.get("Easy_read").map(String::as_str), Some("Easy read"));
    assert_eq!(json(&answer), r#"[{"count":3,"ranking":["Film",["Easy_read","Web"]]},{"ranking":["Easy_read"]}]"#);
    assert_eq!((answer.title.as_deref(), answer.votes), (Some("Topics"), Count::from(4_u64)));
}

#[test]
fn faults_in_preflib_name_their_line() {
    let change = |from: &str, to: &str| TOI.replace(from, to);
    assert!(fault(BallotFormat::Soi, TOI).starts_with("line 3: "));
    for (from, to, line) in [
        ("VOTERS: 4", "VOTERS: 5", 5),
        ("ORDERS: 2", "ORDERS: 3", 6),
        ("NAME 3", "NAME 4", 9),
        ("3: 2,", "0: 2,", 10),
        ("3: 2,", "2.5: 2,", 10),
        ("3: 2,", "-3: 2,", 10),
        ("{1,3}", "{1,3", 10),
        ("{1,3}", "1,3}", 10),
        ("{1,3}", "{1,2}", 10),
        ("1: 1\n", "1: 4\n", 11),
        ("1: 1\n", "1 1\n", 11),
    ] {
        let said = fault(BallotFormat::Toi, &change(from, to));
        assert!(said.starts_with(&format!("line {line}: ")), "{to}: {said}");
    }
    let strict = |kind: &str| change("toi", kind);
    assert!(fault(BallotFormat::Soi, &strict("soi")).starts_with("line 10: "));
    assert!(fault(BallotFormat::Toc, &strict("toc")).starts_with("line 11: "));
    assert!(fault(BallotFormat::Soc, "3\n1,a\n").starts_with("line 1: "));
}

#[test]
fn blt_is_read() {
    let text = "# a comment\n4 2\n-3\n2 1 3 2=4 0\n1 - 4 0 # one\n3 0\n0\n\"Ana\"\n\"Bo B\"\n\"Cy # 3\"\n\"Dee\"\n\"Panel\"\n";
    let answer = read(BallotFormat::Blt, text).unwrap();
    assert_eq!(json(&answer), r#"[{"count":2,"ranking":["Ana",["Bo_B","Dee"]]},{"ranking":["Dee"]},{"count":3,"ranking":[]}]"#);
    assert_eq!((answer.seats, answer.title.as_deref(), answer.withdrawn), (Some(2), Some("Panel"), vec!["Cy # 3".to_owned()]));
    for (text, line) in [
        ("", 1),
        ("4\n", 1),
        ("2 1\n1 1 2\n0\n", 2),
        ("2 1\n1 3 0\n0\n", 2),
        ("2 1\n1 1 1 0\n0\n", 2),
        ("2 1\n1.5 1 0\n0\n", 2),
        ("2 1\n1 1 0\n", 2),
        ("2 1\n1 1 0\n0\n\"a\"\n", 4),
        ("2 1\n1 1 0\n0\n\"a\"\nb\n", 5),
        ("1 1\n1 1 0\n0\n\"a\"\n\"t\"\nmore\n", 6),
        ("2 1\n-5\n1 1 0\n0\n", 2),
    ] {
        let said = fault(BallotFormat::Blt, text);
        assert!(said.starts_with(&format!("line {line}: ")), "{text}: {said}");
    }
}

#[test]
fn abif_is_read() {
    let text = "{\"title\": \"Capital\"}\n# a comment\n=Memph:[Memphis, TN]\n42:Memph/5>[Nash ville]/2=Chat\n2:Chat\n1:\n3: Memph/5, Chat/0\n";
    let answer = read(BallotFormat::Abif, text).unwrap();
    assert_eq!(
        json(&answer),
        r#"[{"count":42,"ranking":["Memph",["Nash_ville","Chat"]],"scores":{"Memph":"5","Nash_ville":"2"}},{"count":2,"ranking":["Chat"]},{"ranking":[]},{"count":3,"scores":{"Chat":"0","Memph":"5"}}]"#
    );
    assert_eq!(answer.names.get("Memph").map(String::as_str), Some("Memphis, TN"));
    assert_eq!((answer.title.as_deref(), answer.votes), (Some("Capital"), Count::from(48_u64)));
    for text in ["1:a>", "1:a>b,c", "1:a,b>c", "1:a,b", "1:a>a", "x:a", "1:>a", "1:a/x", "1:[a", "a>b", "=a", "1:[a] b"] {
        let said = fault(BallotFormat::Abif, &format!("1:z\n{text}\n"));
        assert!(said.starts_with("line 2: "), "{text}: {said}");
    }
}

#[test]
fn what_a_form_cannot_hold_is_refused_or_named() {
    let write = |format, ballots: &str| {
        let ballots = serde_json::from_str(ballots).unwrap();
        let options = serde_json::from_str(r#"["a","b","c"]"#).unwrap();
        let (names, title, seats) = (IdMap::default(), Some("Topics".to_owned()), Some(1));
        ballots_write(&BallotsWriteRequest { format, options, names, ballots, title, seats })
    };
    let both =
        r#"[{"ranking":["b","a"],"constituency":"lived"},{"count":2,"ranking":["b","a"]},{"ranking":["c"],"scores":{"c":4}}]"#;
    let answer = write(BallotFormat::Abif, both).unwrap();
    assert!(answer.text.ends_with("=c:[c]\n3:b>a\n1:c/4\n"), "{}", answer.text);
    assert_eq!(answer.left_out, ["constituency", "seats"]);
    assert_eq!(write(BallotFormat::Blt, both).unwrap().text, "3 1\n3 2 1 0\n1 3 0\n0\n\"a\"\n\"b\"\n\"c\"\n\"Topics\"\n");
    let code = |format, ballots| write(format, ballots).unwrap_err().code;
    assert_eq!(code(BallotFormat::Soc, both), ErrorCode::FormatUnfit);
    assert_eq!(code(BallotFormat::Soi, r#"[{"ranking":[["a","b"]]}]"#), ErrorCode::FormatUnfit);
    assert_eq!(code(BallotFormat::Toi, r#"[{"ranking":[]}]"#), ErrorCode::FormatUnfit);
    assert_eq!(code(BallotFormat::Abif, r#"[{"scores":{"a":"1/2","b":1}}]"#), ErrorCode::FormatUnfit);
    assert_eq!(code(BallotFormat::Abif, r#"[{"ranking":["a"],"scores":{"b":1}}]"#), ErrorCode::FormatUnfit);
    assert_eq!(code(BallotFormat::Blt, r#"[{"approves":["a"]}]"#), ErrorCode::BallotUnfit);
}
