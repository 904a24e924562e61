//! The words that all areas share: who is in the group, and on which side of the service.

mod constituency;
mod member;
mod person;
mod roster;
mod stage;
mod time;
mod words;

pub use constituency::{Constituency, Expertise, Side};
pub use member::Member;
pub use person::{Circumstances, Person, label, labels};
pub use roster::Roster;
pub use stage::Stage;
pub use time::{DaysAway, SupportNeeded};
pub(crate) use words::letters_beyond;
pub use words::{MOST_NAME_LETTERS, MOST_TITLE_LETTERS, listed, listed_briefly};

#[cfg(test)]
mod tests;
