//! What can be wrong with a group of people.

use super::area_error;
use crate::error::{ErrorCode, ErrorReport, Pointer};

area_error! {
    /// What can be wrong with a group of people.
    GroupError {
        /// Nobody there.
        EmptyGroup { what: &'static str } "there are no {what}" "list at least one";
        /// Too many.
        GroupTooLarge { what: &'static str, count: usize, limit: usize } "there are {count} {what}, and {limit} is the most" "ask about a smaller group";
        /// One id twice.
        DuplicateId { id: String } "the id \"{id}\" is used twice" "give each its own id";
        /// Nobody of that name.
        UnknownMember { id: String } "no member has the id \"{id}\"" "use the id of a listed member";
        /// No such constituency.
        UnknownConstituency { id: String } "no constituency has the id \"{id}\"" "use the id of a listed constituency";
        /// Belongs nowhere.
        NoConstituency { id: String } "\"{id}\" belongs to no constituency" "name the constituency of every person, or of none";
        /// Ends before it starts.
        DatesReversed { first: String, second: String } "{second} is before {first}" "swap the two dates or mend one";
    }
}
