//! What to beware of, what was assumed, what to take advice on, and what is not worked out for this person.

mod facts;
mod passported;
mod payments;
mod permitted;
mod person;
mod tax;
mod together;

use super::answer::{TakeHomeWarning, TakeHomeWarningCode};

/// The notes so far, each once.
#[derive(Default)]
pub(super) struct Notes {
    pub(super) warnings: Vec<TakeHomeWarning>,
    pub(super) advice_needed: Vec<String>,
    pub(super) assumes: Vec<String>,
    pub(super) not_modelled: Vec<String>,
}

impl Notes {
    pub(super) fn warn(&mut self, code: TakeHomeWarningCode, text: impl Into<String>) {
        let warning = TakeHomeWarning { code, text: text.into() };
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    fn advise(&mut self, text: impl Into<String>) {
        once(&mut self.advice_needed, text.into());
    }

    pub(super) fn assume(&mut self, text: impl Into<String>) {
        once(&mut self.assumes, text.into());
    }

    fn leave_out(&mut self, text: impl Into<String>) {
        once(&mut self.not_modelled, text.into());
    }
}

fn once(list: &mut Vec<String>, text: String) {
    if !list.contains(&text) {
        list.push(text);
    }
}

#[cfg(test)]
mod tests;
