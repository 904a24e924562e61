//! All ledgers that keep steps, behind one pointer: the rules are then compiled once for them, which a browser's visitor need not fetch
//! several times. A step that is kept takes far longer than the call through the pointer.

use super::{Draft, Ledger, Subject};

/// What keeps steps.
pub(in crate::payment) trait Keep {
    /// Keeps a step and says its number.
    fn keep(&mut self, draft: Draft<'_>) -> u32;

    /// Says what the following steps are about.
    fn about(&mut self, subject: Subject);
}

/// Any keeper of steps as a ledger.
pub(in crate::payment) struct Steps<'a>(pub(in crate::payment) &'a mut dyn Keep);

impl Ledger for Steps<'_> {
    fn keep(&mut self, draft: Draft<'_>) -> u32 {
        self.0.keep(draft)
    }

    fn about(&mut self, subject: Subject) {
        self.0.about(subject);
    }
}
