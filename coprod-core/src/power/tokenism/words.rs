//! Several members in a sentence.

use crate::group::listed_briefly;
use crate::unit::Id;

/// "ana, bo and cy"; where they are many "ana, bo ... and 30 others".
pub(super) fn several(ids: &[Id]) -> String {
    listed_briefly(&ids.iter().map(Id::as_str).collect::<Vec<_>>())
}
