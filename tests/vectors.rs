//! Every shared vector holds in Rust, and a broken one would be noticed.

use std::fs;
use std::path::{Path, PathBuf};

use coprod_tests::vector::check;
use serde_json::{Value, json};

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else {
            assert!(path.extension().is_some_and(|end| end == "json"), "{} is not a vector", path.display());
            found.push(path);
        }
    }
}

#[test]
fn every_vector_holds() {
    let mut found = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors"), &mut found);
    found.sort();
    assert!(!found.is_empty(), "there are no vectors");
    let wrong: Vec<String> = found
        .iter()
        .filter_map(|path| {
            let vector: Value = match serde_json::from_str(&fs::read_to_string(path).unwrap()) {
                Ok(vector) => vector,
                Err(error) => return Some(format!("{}: {error}", path.display())),
            };
            check(&vector).err().map(|error| format!("{}: {error}", path.display()))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {} vectors fail:\n{}", wrong.len(), found.len(), wrong.join("\n"));
}

fn example() -> Value {
    json!({
        "call": "power.explain", "source": "by definition",
        "request": {"members": ["ana"], "rule": {"sign_off": ["ana"]}},
        "response": {
            "words": ["ana must say yes"], "expanded": {"sign_off": ["ana"]}, "expanded_words": ["ana must say yes"]
        }
    })
}

#[test]
fn broken_vectors_are_caught() {
    assert_eq!(check(&example()), Ok(()));
    let broken = |change: fn(&mut Value)| {
        let mut vector = example();
        change(&mut vector);
        check(&vector).expect_err("a broken vector passed")
    };
    let said = broken(|vector| vector["response"]["words"][0] = json!("ana may say yes"));
    assert!(said.starts_with("/words/0: "), "{said}");
    broken(|vector| vector["response"]["words"] = json!([]));
    broken(|vector| drop(vector["response"].as_object_mut().unwrap().remove("words")));
    broken(|vector| vector["response"]["extra"] = json!(null));
    broken(|vector| vector["request"]["members"][0] = json!("bo"));
    broken(|vector| drop(vector.as_object_mut().unwrap().remove("source")));
    broken(|vector| vector["error"] = json!({"code": "unknown_member", "path": ""}));
    broken(|vector| vector["subsett"] = json!(true));
}

#[test]
fn a_subset_compares_the_keys_given_and_no_others() {
    let mut vector = example();
    vector["subset"] = json!(true);
    vector["response"].as_object_mut().unwrap().remove("words");
    assert_eq!(check(&vector), Ok(()));
    vector["response"]["expanded_words"] = json!([]);
    assert!(check(&vector).is_err());
}

#[test]
fn an_error_is_compared_by_code_and_path() {
    let mut vector = example();
    vector["request"]["rule"] = json!({"sign_off": ["bo"]});
    vector.as_object_mut().unwrap().remove("response");
    vector["error"] = json!({"code": "unknown_member", "path": "/rule/sign_off/0"});
    assert_eq!(check(&vector), Ok(()));
    vector["error"]["path"] = json!("/rule");
    assert!(check(&vector).is_err());
    vector["error"] = json!({"code": "unknown_member"});
    assert!(check(&vector).is_err());
}
