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

pub(crate) use area_error;
