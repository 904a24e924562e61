//! What options are called in sentences.

use crate::group::listed;

/// The names of the options, by number.
#[derive(Debug, Clone)]
pub(super) struct Names(Vec<String>);

impl Names {
    /// These names.
    #[must_use]
    pub(super) const fn new(names: Vec<String>) -> Self {
        Self(names)
    }

    /// "option 0", "option 1" and so on.
    #[must_use]
    pub(super) fn numbers(options: usize) -> Self {
        Self((0..options).map(|number| format!("option {number}")).collect())
    }

    pub(super) const fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn of(&self, option: usize) -> &str {
        self.0.get(option).map_or("?", String::as_str)
    }

    pub(super) fn list(&self, options: &[usize]) -> String {
        listed(&options.iter().map(|option| self.of(*option)).collect::<Vec<_>>())
    }
}

/// "1 vote", "2 votes", "3.5 votes".
pub(super) fn votes(number: impl std::fmt::Display) -> String {
    plural(number, "vote")
}

/// "1 point", "2 points".
pub(super) fn plural(number: impl std::fmt::Display, what: &str) -> String {
    let number = number.to_string();
    let end = if number == "1" { "" } else { "s" };
    format!("{number} {what}{end}")
}
