//! The words that sentences about votes share.

use super::super::rule::{Base, State};
use crate::group::{Roster, listed};
#[cfg(feature = "counting")]
use crate::unit::Id;

/// Lists of names are cut after so many.
const MOST_NAMED: usize = 8;

/// The members by their ids: "ana, bo and cy", or "ana, bo and 12 others".
pub(super) fn names(roster: &Roster, members: &[usize]) -> String {
    cut(members.iter().filter_map(|member| roster.ids().get(*member)).map(ToString::to_string).collect())
}

/// The same for ids.
#[cfg(feature = "counting")]
pub(super) fn listed_ids(ids: &[Id]) -> String {
    cut(ids.iter().map(ToString::to_string).collect())
}

fn cut(mut names: Vec<String>) -> String {
    if names.len() > MOST_NAMED {
        let others = names.len() - (MOST_NAMED - 1);
        names.truncate(MOST_NAMED - 1);
        names.push(format!("{others} others"));
    }
    listed(&names)
}

/// Whom a part of the rule asks, as the opening of a sentence; nothing where it asks everybody.
pub(super) fn among(roster: &Roster, members: &[usize]) -> String {
    if members.len() == roster.len() {
        return String::new();
    }
    match roster.constituencies().iter().find(|(_, seats)| seats.as_slice() == members) {
        Some((constituency, _)) => format!("in the constituency {constituency}, "),
        None => format!("among {}, ", names(roster, members)),
    }
}

/// What a share is a share of, after a number of them.
pub(super) const fn base(base: Base) -> &'static str {
    match base {
        Base::Cast => "votes cast",
        Base::Present => "present",
        Base::Members => "members",
        Base::MembersLessAbstainers => "members who do not abstain",
    }
}

/// That there is nothing to take a share of.
pub(super) const fn nothing(base: Base) -> &'static str {
    match base {
        Base::Cast => "no votes were cast",
        Base::Present => "nobody is present",
        Base::Members => "nobody has a vote",
        Base::MembersLessAbstainers => "everybody abstained",
    }
}

/// "is" after one, "are" after any other number.
pub(super) const fn is_are(number: u64) -> &'static str {
    if number == 1 { "is" } else { "are" }
}

/// What somebody did.
pub(super) const fn did(state: State) -> &'static str {
    match state {
        State::Yes => "said yes",
        State::No => "said no",
        State::Object => "objected",
        State::Abstain => "abstained",
        State::Absent => "was absent",
    }
}

/// What somebody would have done instead.
#[cfg(feature = "counting")]
pub(super) const fn did_instead(state: State) -> &'static str {
    match state {
        State::Absent => "stayed away",
        other => did(other),
    }
}
