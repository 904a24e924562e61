//! Pages of the documentation that show answers: between `<!-- PART -->` and `<!-- end -->` stands what is worked out anew.

use crate::tree::root;

/// A table in Markdown.
#[must_use]
pub fn table(heads: &[&str], rows: impl Iterator<Item = String>) -> String {
    let line: String = heads.iter().map(|_| "---|").collect();
    let rows: String = rows.map(|row| format!("| {row} |\n")).collect();
    format!("| {} |\n|{line}\n{rows}", heads.join(" | "))
}

/// Checks that the page at `path` has so many parts and that each is as `written` has it; with `COPROD_WRITE` set, writes them anew.
///
/// # Panics
/// If the page cannot be read, or shows anything else.
pub fn check(path: &str, parts: usize, written: impl Fn(&str) -> String) {
    let path = root().join(path);
    let page = std::fs::read_to_string(&path).unwrap();
    let (mut fresh, mut rest, mut found) = (String::new(), page.as_str(), 0);
    while let Some((before, after)) = rest.split_once("<!-- ") {
        let (part, after) = after.split_once(" -->\n").unwrap();
        let (_, tail) = after.split_once("<!-- end -->").unwrap();
        fresh += &format!("{before}<!-- {part} -->\n{}<!-- end -->", written(part));
        (rest, found) = (tail, found + 1);
    }
    fresh += rest;
    assert_eq!(found, parts);
    if std::env::var_os("COPROD_WRITE").is_some() {
        std::fs::write(&path, &fresh).unwrap();
    }
    assert!(fresh == page, "the page does not show what is answered: run with COPROD_WRITE=1 and look at the change");
}
