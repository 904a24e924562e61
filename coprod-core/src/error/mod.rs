//! What can be wrong with a request, said so that the caller can mend it.
//!
//! Each area has one error enum; all of them become an [`ErrorReport`], the only form that leaves the library.

mod area;
mod code;
mod pointer;
mod report;
mod text;
mod visible;

pub use area::{
    GroupError, ParameterError, ParticipationError, PaymentError, PowerError, ReviewError, ShareError, TallyError, UnitError,
    WorkloadError,
};
pub use code::ErrorCode;
pub use pointer::Pointer;
pub use report::ErrorReport;
pub(crate) use text::InputIssue;
pub(crate) use visible::{is_hidden, turns_text, visible};
