//! One error enum per area, all made by one macro so that each variant states its code, message and help in one place.

mod group;
mod parameter;
mod participation;
mod payment;
mod power;
mod review;
mod share;
mod tally;
mod unit;
mod workload;

pub use group::GroupError;
pub use parameter::ParameterError;
pub use participation::ParticipationError;
pub use payment::PaymentError;
pub use power::PowerError;
pub use review::ReviewError;
pub use share::ShareError;
pub use tally::TallyError;
pub use unit::UnitError;
pub use workload::WorkloadError;

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

            /// The same error about another place in the request.
            #[must_use]
            pub fn with_path(self, to: Pointer) -> Self {
                match self { $(Self::$variant { path: _, $($field),* } => Self::$variant { path: to, $($field),* }),* }
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

use area_error;
