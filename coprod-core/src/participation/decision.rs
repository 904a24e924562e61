//! A decision as a project file holds it: how it is made, and who besides the rule can stop it or make it.

use serde::{Deserialize, Serialize};

use super::evidence::{Evidence, Holds};
use crate::group::Stage;
use crate::power::rule::Rule;
use crate::unit::{Date, Id};

/// A decision of the group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Decision {
    /// Its short name.
    pub id: Id,
    /// What it decides, for people to read; the id where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The stage of the work to which it belongs.
    pub stage: Stage,
    /// The day on which it was taken. Who was a member then is counted; where absent, who is a member `as_at`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The day on which the work on it began, not after `date`. A sign-off first used later catches it under way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub began: Option<Date>,
    /// Whether both sides agreed that this is not one of the key decisions. All others are.
    #[serde(default)]
    pub minor_by_agreement: bool,
    /// How it is made, as far as that differs from what is said of its stage.
    #[serde(default)]
    pub how: HowDecided,
}

impl Decision {
    /// The name for people to read.
    #[must_use]
    pub fn label(&self) -> &str {
        self.title.as_deref().unwrap_or(self.id.as_str())
    }
}

/// How decisions are made: of a whole stage, or of one decision. What a decision leaves out is as its stage says; its own rule,
/// fallback and statements go before those of the stage; sign-offs and powers of both count.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HowDecided {
    /// The group's rule. Absent, it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Rule>,
    /// Whether the host organisation decides by itself, without a rule of the group: then only evidence counts.
    #[serde(default)]
    pub host_decides: bool,
    /// What decides if the group fails to. It counts as a second way to pass.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fallback: Option<Rule>,
    /// Who must authorise the decision besides the rule: at most 100.
    #[serde(default)]
    pub sign_offs: Vec<SignOff>,
    /// Members who hold the agenda, at most 100: without one of them saying yes the matter does not come up.
    #[serde(default)]
    pub agenda_held_by: Vec<Id>,
    /// Members each of whom can make the decision alone, whatever the group says: at most 100.
    #[serde(default)]
    pub can_impose: Vec<Id>,
    /// Limits that were declared before the work began (law, budget, branding ...), in words, at most 100. They are no part of the rule and lower
    /// no level.
    #[serde(default)]
    pub declared_limits: Vec<String>,
    /// What is known besides: at most 1,000 pieces.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

/// Members who must authorise a decision besides the rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SignOff {
    /// The members, at most 100: each of them must say yes.
    pub by: Vec<Id>,
    /// What they authorise, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<String>,
    /// The limits on which alone they may refuse (law, budget, branding ...), in words. Absent, they may refuse as they see fit. A
    /// sign-off bound by limits that were declared before the work is no part of the rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limited_to: Option<String>,
    /// Whether everybody was told of it before the work began.
    #[serde(default)]
    pub declared_before_work: Holds,
    /// Whether the lived side agreed to it. It then counts as declared from `agreed_on`.
    #[serde(default)]
    pub agreed_by_lived: Holds,
    /// The day on which the lived side agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed_on: Option<Date>,
    /// The day on which it was first used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_used: Option<Date>,
}

impl SignOff {
    /// Whether it was declared in time for this decision. No means that it caught the decision under way.
    #[must_use]
    pub fn in_time(&self, began: Option<Date>, taken: Option<Date>) -> Holds {
        if self.declared_before_work == Holds::Yes {
            return Holds::Yes;
        }
        // A decision that began after the first use was not under way then.
        if began.zip(self.first_used).is_some_and(|(began, used)| used < began) {
            return Holds::Yes;
        }
        let agreed = match (self.agreed_by_lived, self.agreed_on, taken) {
            (Holds::Yes, Some(agreed), Some(taken)) if agreed <= taken => Holds::Yes,
            (Holds::Yes, Some(_), Some(_)) | (Holds::No, ..) => Holds::No,
            _ => Holds::Unknown,
        };
        match (agreed, self.declared_before_work) {
            (Holds::Yes, _) => Holds::Yes,
            (Holds::No, Holds::No) => Holds::No,
            _ => Holds::Unknown,
        }
    }
}
