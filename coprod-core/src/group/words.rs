//! Several names as a sentence lists them.

/// "a", "a and b", "a, b and c"; "nobody" for none.
#[must_use]
pub fn listed<T: AsRef<str>>(names: &[T]) -> String {
    match names {
        [] => "nobody".to_owned(),
        [one] => one.as_ref().to_owned(),
        [rest @ .., last] => {
            let rest: Vec<&str> = rest.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", rest.join(", "), last.as_ref())
        }
    }
}

/// The name of a person, or of a kind of people, may have this many letters.
pub const MOST_NAME_LETTERS: usize = 100;

/// The title of a task or a decision may have this many letters.
pub const MOST_TITLE_LETTERS: usize = 200;

/// How many letters `text` has, if they are more than `most`.
pub(crate) fn letters_beyond(text: Option<&str>, most: usize) -> Option<usize> {
    // Letters take one byte at least.
    let count = text.filter(|text| text.len() > most)?.chars().count();
    (count > most).then_some(count)
}

/// A sentence names so many at most.
const MOST_NAMED: usize = 8;

/// The same for lists that may be long: beyond eight names the first seven, "and 5 others".
#[must_use]
pub fn listed_briefly<T: AsRef<str>>(names: &[T]) -> String {
    let named: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match named.get(..MOST_NAMED - 1) {
        Some(first) if named.len() > MOST_NAMED => {
            let others = format!("{} others", named.len() - first.len());
            listed(&first.iter().copied().chain([others.as_str()]).collect::<Vec<_>>())
        }
        _ => listed(&named),
    }
}
