//! One error enum per area, all made by one macro so that each variant states its code, message and help in one place.

use super::{ErrorCode, ErrorReport, Pointer};
use crate::error::text::InputIssue;

macro_rules! area_error {
    ($(#[$meta:meta])* $name:ident {
        $($(#[$doc:meta])* $variant:ident { $($field:ident: $kind:ty),* $(,)? } $message:literal $help:literal;)*
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
        #[non_exhaustive]
        #[allow(missing_docs, reason = "a variant's fields are the words of its message")]
        pub enum $name {
            $($(#[$doc])* #[error($message)] $variant { path: Pointer, $($field: $kind),* },)*
        }

        impl $name {
            /// The stable name of this kind of error.
            #[must_use]
            pub const fn code(&self) -> ErrorCode {
                match self { $(Self::$variant { .. } => ErrorCode::$variant),* }
            }

            /// Where in the request it is.
            #[must_use]
            pub const fn path(&self) -> &Pointer {
                match self { $(Self::$variant { path, .. } => path),* }
            }

            /// What to do about it.
            #[must_use]
            #[allow(unused_variables, reason = "not every help repeats every field")]
            pub fn help(&self) -> String {
                match self { $(Self::$variant { path, $($field),* } => format!($help)),* }
            }
        }

        impl From<$name> for ErrorReport {
            fn from(error: $name) -> Self {
                Self::new(error.code(), error.path(), error.to_string(), error.help())
            }
        }
    };
}

area_error! {
    /// What can be wrong with one value or one sum.
    UnitError {
        /// Fractional JSON number.
        FloatNotExact { found: String } "{found} is a fractional number, which a computer cannot hold exactly" "write it as text, such as \"7.5\" or \"2/3\"";
        /// Not a number.
        InvalidNumber { found: String } "\"{found}\" is not a number" "write a whole number, a decimal such as \"7.5\" or a fraction such as \"2/3\"";
        /// Outside its bounds.
        OutOfRange { found: String, bounds: String } "{found} is out of range" "give a value {bounds}";
        /// Not money.
        InvalidMoney { found: String } "{found} is not an amount of money" "write pounds and pence as text, such as \"150.00\"";
        /// Not a date.
        InvalidDate { found: String } "\"{found}\" is not a calendar date" "write year, month and day, such as \"2026-06-15\", between 1900 and 2199";
        /// Not an id.
        InvalidId { found: String } "\"{found}\" cannot be an id" "use 1 to 64 characters without spaces or control characters";
        /// Division by zero.
        DivisionByZero {} "a division by zero has no answer" "check the amounts that are zero";
    }
}

impl From<UnitError> for InputIssue {
    fn from(error: UnitError) -> Self {
        Self::new(error.code(), error.to_string(), error.help())
    }
}

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

area_error! {
    /// What can be wrong with a rule or the votes under it.
    PowerError {
        /// One id twice.
        DuplicateId { id: String } "\"{id}\" stands here twice" "name each once";
        /// Nobody of that name.
        UnknownMember { id: String } "no member has the id \"{id}\"" "use the id of a listed member";
        /// No such constituency.
        UnknownConstituency { id: String } "no member belongs to the constituency \"{id}\"" "use the id of a member's constituency, or a list of member ids";
        /// Nothing where something must be.
        EmptyRule {} "this list is empty" "name at least one";
        /// Two bars, or none.
        BarUnclear {} "the bar must be given exactly once" "give \"more_than\" or \"at_least\", not both";
        /// A share of nothing.
        BarNeedsBase { bar: String } "{bar} is not a whole number of votes" "say what it is a share of with \"of\", or give a whole number";
        /// Can never pass.
        QuotaOverTotal { bar: String, total: String } "{bar} are asked for, and there are only {total}, so this could never pass" "ask for no more than there is";
        /// Passes by itself.
        QuotaZero {} "this asks for nothing, so that it would pass without anybody" "ask for more than zero";
        /// Below zero.
        NegativeWeight { id: String, weight: String } "the weight of \"{id}\" is {weight}, which is below zero" "give a whole number from 0 up";
        /// Not whole.
        WeightNotWhole { weight: String } "{weight} is not a whole number" "multiply all weights and the bar so that they are whole";
        /// Too much.
        WeightsTooLarge {} "the weights add up to more than 9007199254740992" "divide all weights and the bar by the same number";
        /// Others than the voters.
        WeightsIncomplete {} "the weights do not name exactly the voters in \"among\"" "name every voter once, with 0 for a seat without a vote, or leave \"among\" out";
        /// No votes at all.
        NoVotes {} "nobody here has a vote" "give at least one weight above zero";
        /// Has no first vote.
        CastingVoteWithoutVote { id: String } "\"{id}\" has no vote here, so there is no second one" "give the casting vote to a voter of this part";
        /// Nobody has one.
        NoConstituencies {} "the members have no constituencies" "give every member a constituency";
        /// Out of its range.
        CountOutOfRange { count: usize, parts: usize } "{count} of {parts} parts are asked for" "ask for at least 1 and at most all of the parts";
        /// Two quorums, or none.
        QuorumUnclear {} "the quorum must be given exactly once" "give one of \"present\", \"cast\", \"present_count\" and \"cast_count\"";
        /// No such rule.
        UnknownRule { name: String } "no rule is called \"{name}\"" "define it in \"rules\" or write it out here";
        /// Uses itself.
        CyclicRule { cycle: String } "the rule uses itself: {cycle}" "break the circle";
        /// Too many parts.
        RuleTooLarge { limit: usize } "the rule has more than {limit} parts once it is written out" "write a simpler rule";
        /// Too deep.
        TooDeep { limit: usize } "the rule is nested more than {limit} deep" "write a flatter rule";
        /// A value in the request.
        OutOfRange { detail: String } "{detail}" "give a value in range";
    }
}

impl From<UnitError> for PowerError {
    fn from(error: UnitError) -> Self {
        Self::OutOfRange { path: error.path().clone(), detail: error.to_string() }
    }
}
