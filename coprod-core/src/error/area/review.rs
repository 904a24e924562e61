//! What can be wrong with a project as a whole.

use super::area_error;
use crate::error::{ErrorCode, ErrorReport, Pointer};

area_error! {
    /// What can be wrong with a project as a whole.
    ReviewError {
        /// Another version of the form.
        UnknownVersion { version: u32 } "version {version} of the project file is not known" "write \"coprod\": 1";
        /// Nobody there.
        EmptyGroup {} "there are no people" "list at least one person";
        /// Too many.
        TooMany { what: &'static str, count: usize, limit: usize } "there are {count} {what}, and {limit} is the most" "review a smaller part of the project";
        /// Too long.
        InvalidText { what: &'static str, count: usize, limit: usize } "this {what} has {count} letters, and {limit} is the most" "write it shorter";
        /// One id twice.
        DuplicateId { id: String } "the id \"{id}\" is used twice" "give each its own id";
        /// Belongs nowhere.
        NoConstituency { id: String } "\"{id}\" belongs to no constituency" "name the constituency of every person";
        /// No such constituency.
        UnknownConstituency { id: String } "no constituency has the id \"{id}\"" "use the id of a listed constituency, or add it to the list";
        /// Nobody of that name.
        UnknownMember { id: String } "no person has the id \"{id}\"" "use the id of a listed person";
        /// No such task.
        UnknownTask { id: String } "no task has the id \"{id}\"" "use the id of a listed task";
        /// Ends before it starts.
        DatesReversed { first: String, second: String } "{second} is before {first}" "swap the two dates or mend one";
        /// Nobody's work.
        PersonNeeded {} "nobody is named for this work" "add \"person\": the id of the person whose work it is";
        /// Not a built-in question.
        UnknownQuestion { id: String } "\"{id}\" is not one of the built-in questions" "use the id of a built-in question, or add \"text\" for one of your own";
    }
}
