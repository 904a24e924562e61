//! What is to be checked: a request and an answer to it, from wherever it comes.

use serde::{Deserialize, Serialize};

use crate::unit::{Hours, Id, Ratio, open_object};
use crate::workload::{Assignment, SplitRequest};

/// A split to be checked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VerifyRequest {
    /// What was asked.
    pub request: SplitRequest,
    /// What was answered: the answer of `workload.split`, or one of your own with as much as `assignments`.
    pub answer: ClaimedSplit,
}

open_object! {
    /// An answer to a request for a split, as far as it can be checked. Other fields are read past.
    ClaimedSplit {
        /// Who has each task. Never left out.
        assignments: Vec<Assignment>,
        /// What each person is said to have.
        people: Vec<ClaimedLoad>,
        /// The ratios that are claimed, the largest first.
        vector: Vec<Ratio>,
        /// The lower bound on the largest ratio that is claimed.
        bound: Ratio,
        /// What is said to show the bound.
        certificate: ClaimedCertificate,
    }

    /// What is said to show how good a split is. Other fields are read past: the check works them out afresh.
    ClaimedCertificate {
        /// People who, it is said, have more work that only they can do than fits below the bound.
        tight: Vec<Id>,
    }

    /// What a person is said to have. Other fields are read past.
    ClaimedLoad {
        /// The person.
        id: Id,
        /// Hours of all their tasks.
        hours: Hours,
        /// Their hours, times their burden, over their capacity.
        of_capacity: Ratio,
        /// Whom they are said to help beside which task. Where help depends on the skill that a place asks for, this tells who fills which place.
        support: Vec<ClaimedSupport>,
    }

    /// Help that a person is said to give. Other fields are read past.
    ClaimedSupport {
        /// The task.
        task: Id,
        /// Who has the task and is helped.
        person: Id,
    }
}
