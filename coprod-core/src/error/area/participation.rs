//! What can be wrong with decisions and what is said about them.

use super::area_error;
use crate::error::{ErrorCode, ErrorReport, Pointer};

area_error! {
    /// What can be wrong with decisions and what is said about them.
    ParticipationError {
        /// Nobody or nothing there.
        EmptyGroup { what: &'static str } "there are no {what}" "list at least one";
        /// Too many.
        GroupTooLarge { what: &'static str, count: usize, limit: usize } "there are {count} {what}, and {limit} is the most" "ask about fewer at a time";
        /// Too long.
        InvalidText { what: &'static str, count: usize, limit: usize } "this {what} has {count} letters, and {limit} is the most" "write it shorter";
        /// One id twice.
        DuplicateId { id: String } "the id \"{id}\" is used twice" "give each its own id";
        /// Nobody of that name.
        UnknownMember { id: String } "no person has the id \"{id}\"" "use the id of a listed person";
        /// No such constituency.
        UnknownConstituency { id: String } "no constituency has the id \"{id}\"" "use the id of a listed constituency";
        /// Belongs nowhere.
        NoConstituency { id: String } "\"{id}\" belongs to no constituency" "name the constituency of every person";
        /// No such framework.
        UnknownFramework { id: String, known: String } "no framework has the id \"{id}\"" "use one of: {known}";
        /// Both ways of deciding.
        RuleUnclear {} "the host decides, and a rule or a fallback is given as well" "leave out \"host_decides\", or the rule and the fallback";
        /// Yes and no.
        ContradictoryEvidence { holds: String, denied: String } "the answer to \"{holds}\" is yes and the answer to \"{denied}\" is no, which cannot both be" "mend one of them, or say who gave each answer";
        /// More than the stated work.
        TooMuchWork {} "this would take more work than one request may" "ask about fewer decisions or members at a time";
    }
}
