//! The words that sentences about votes share.

use super::super::rule::{Base, State};
use crate::group::{Roster, listed_briefly};
use crate::unit::Id;
use crate::unit::Ratio;

/// The members by their ids: "ana, bo and cy", or "ana, bo and 12 others".
pub(super) fn names(roster: &Roster, members: &[usize]) -> String {
    listed_briefly(&members.iter().filter_map(|member| roster.ids().get(*member)).map(Id::as_str).collect::<Vec<_>>())
}

/// The same for ids.
#[cfg(feature = "counting")]
pub(super) fn listed_ids(ids: &[Id]) -> String {
    listed_briefly(&ids.iter().map(Id::as_str).collect::<Vec<_>>())
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

/// What a share is a share of, after a number of them. Votes that somebody present carries count beside those present.
pub(super) const fn base(base: Base, number: u64, carried: bool) -> &'static str {
    match (base, number) {
        (Base::Cast, 1) => "vote cast",
        (Base::Cast, _) => "votes cast",
        (Base::Present, _) if carried => "present or carried",
        (Base::Present, _) => "present",
        (Base::Members, 1) => "member",
        (Base::Members, _) => "members",
        (Base::MembersLessAbstainers, 1) => "member who does not abstain",
        (Base::MembersLessAbstainers, _) => "members who do not abstain",
    }
}

/// What a share is a share of, after "of".
#[cfg(feature = "counting")]
pub(super) const fn the_base(base: Base) -> &'static str {
    match base {
        Base::Cast => "the votes cast",
        Base::Present => "those present",
        Base::Members => "the members",
        Base::MembersLessAbstainers => "the members who do not abstain",
    }
}

/// Whether a share asks for all.
pub(super) fn is_all(share: Ratio, strict: bool) -> bool {
    !strict && share == Ratio::ONE
}

/// A share in words: a share of 1 is all.
pub(super) fn share(share: Ratio, strict: bool) -> String {
    match strict {
        true => format!("more than {share}"),
        false if is_all(share, strict) => "all".to_owned(),
        false => format!("at least {share}"),
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
