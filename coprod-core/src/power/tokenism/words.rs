//! Several members in a sentence.

use crate::group::listed;
use crate::unit::Id;

/// A sentence names so many; the rest are counted.
const MOST_NAMED: usize = 12;

/// "ana, bo and cy"; beyond a dozen "ana, bo ... and 30 others".
pub(super) fn several(ids: &[Id]) -> String {
    let mut names: Vec<&str> = ids.iter().take(MOST_NAMED).map(Id::as_str).collect();
    let others = match ids.len() - names.len() {
        0 => return listed(&names),
        1 => "1 other".to_owned(),
        more => format!("{more} others"),
    };
    names.push(&others);
    listed(&names)
}
