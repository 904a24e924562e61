//! Runs one shared vector: a call, its request, and the response or the error that must come back.

use serde_json::Value;

/// Runs a vector and says how the answer differs from what it must be.
///
/// A response is compared whole, as a JSON value. With `"subset": true` only the keys given are compared, in objects at any depth;
/// lists are compared item by item and must have the same length. Of an error the parts given are compared, `code` and `path` at
/// least.
///
/// # Errors
/// What differs, or what is wrong with the vector itself.
pub fn check(vector: &Value) -> Result<(), String> {
    const KNOWN: [&str; 6] = ["call", "request", "response", "error", "source", "subset"];
    let fields = vector.as_object().ok_or("a vector is an object")?;
    if let Some(key) = fields.keys().find(|key| !KNOWN.contains(&key.as_str())) {
        return Err(format!("a vector has no field \"{key}\""));
    }
    let text = |key: &str| vector[key].as_str().filter(|text| !text.trim().is_empty()).ok_or(format!("\"{key}\" is missing"));
    let (call, _) = (text("call")?, text("source")?);
    // A request that is not JSON, or holds one key twice, is written as text.
    let request = match vector.get("request").ok_or("\"request\" is missing")? {
        Value::String(raw) => raw.clone(),
        request => request.to_string(),
    };
    let answer = coprod_core::api::call(call, &request);
    match (vector.get("response"), vector.get("error"), answer) {
        (Some(expected), None, Ok(answer)) => {
            let answer: Value = serde_json::from_str(&answer).map_err(|error| format!("the answer is not JSON: {error}"))?;
            compare(expected, &answer, vector["subset"] == Value::Bool(true), "")
        }
        (None, Some(expected), Err(report)) => {
            for key in ["code", "path"] {
                expected.get(key).ok_or(format!("the expected error has no \"{key}\""))?;
            }
            let report = serde_json::to_value(&report).map_err(|error| error.to_string())?;
            compare(expected, &report, true, "/error")
        }
        (Some(_), None, Err(report)) => Err(format!("an answer was expected, and here is an error: {report}")),
        (None, Some(_), Ok(answer)) => Err(format!("an error was expected, and here is an answer: {answer}")),
        _ => Err("a vector has either \"response\" or \"error\"".to_owned()),
    }
}

fn compare(expected: &Value, found: &Value, subset: bool, at: &str) -> Result<(), String> {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            for (key, value) in expected {
                let at = format!("{at}/{key}");
                compare(value, found.get(key).ok_or(format!("{at}: missing, and {value} was expected"))?, subset, &at)?;
            }
            match found.keys().find(|key| !subset && !expected.contains_key(*key)) {
                Some(key) => Err(format!("{at}/{key}: not expected, and here is {}", found[key])),
                None => Ok(()),
            }
        }
        (Value::Array(expected), Value::Array(items)) if expected.len() == items.len() => expected
            .iter()
            .zip(items)
            .enumerate()
            .try_for_each(|(index, (expected, item))| compare(expected, item, subset, &format!("{at}/{index}"))),
        (expected, found) if expected == found => Ok(()),
        (expected, found) => Err(format!("{at}: {expected} was expected, and here is {found}")),
    }
}
