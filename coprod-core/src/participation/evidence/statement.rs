//! The statements that evidence can be given for, each with the question that a facilitator asks.

use serde::{Deserialize, Serialize};

use crate::unit::Id;

/// Whether something holds. What nobody has said is unknown, never no.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Holds {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// Nobody has said, or people disagree.
    #[default]
    Unknown,
}

/// One piece of evidence about how a decision is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evidence {
    /// What is stated.
    pub statement: Statement,
    /// Whether it holds.
    pub holds: Holds,
    /// Where this can be checked: minutes, terms of reference, a recording.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Who says so. Where two raters disagree the statement is unknown; without raters a yes beside a no is an error.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rater: Option<Id>,
}

macro_rules! statements {
    ($($(#[doc = $doc:literal])+ $variant:ident, $about:ident, $question:literal;)*) => {
        /// A statement about how a decision is made. "The lived side" is everybody in the group with lived experience together.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum Statement {
            $($(#[doc = $doc])+ $variant,)*
        }

        impl Statement {
            /// Every statement there is.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// What to ask, so that yes means that it holds.
            #[must_use]
            pub const fn question(self) -> &'static str {
                match self { $(Self::$variant => $question),* }
            }

            /// What it is about.
            #[must_use]
            pub const fn about(self) -> StatementAbout {
                match self { $(Self::$variant => StatementAbout::$about),* }
            }
        }
    };
}

statements! {
    /// The lived side is told of the decision: P1.
    Told, Voice, "are people with lived experience told of the decision?";
    /// The lived side is asked before the decision is made: P2. Having a vote counts as being asked.
    AskedBefore, Voice, "are people with lived experience asked before the decision is made?";
    /// Whoever decides owes the lived side an answer with reasons: P3.
    ReplyOwed, Voice, "does whoever decides owe people with lived experience an answer with reasons?";
    /// Nobody outside the rule can stop the decision or make it. Powers that are named with the decision belong to the rule.
    /// Where it does not hold, name the power as a sign-off or a power to impose: one that is not named leaves only what evidence
    /// supports as the low end. Who holds the agenda names no such power.
    NoPowerOutsideRule, Standing, "is there nobody outside the group's rule who can stop the decision or make it?";
    /// The rule cannot be changed without the lived side.
    RuleChangeNeedsLived, Standing, "is it impossible to change the rule without people with lived experience?";
    /// If the group fails to decide, things stay as they are. Where something else happens, name it as `fallback`.
    DeadlockChangesNothing, Standing, "if the group cannot decide, does everything stay as it is?";
    /// The lived side controls the rules.
    LivedControlRules, Control, "do people with lived experience control the rules?";
    /// The lived side controls the agenda.
    LivedControlAgenda, Control, "do people with lived experience control the agenda?";
    /// The lived side controls the money and other resources.
    LivedControlResources, Control, "do people with lived experience control the money and other resources?";
    /// People with lived experience do some of the tasks.
    LivedDoTasks, Tasks, "do people with lived experience do some of the tasks?";
    /// People of the host side do some of the tasks.
    HostDoTasks, Tasks, "do people who work in the service do some of the tasks?";
}

/// What a statement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum StatementAbout {
    /// Whether the lived side is heard: it decides the level where votes do not.
    Voice,
    /// Whether the rule stands: without it no rule proves shared power.
    Standing,
    /// What the lived side controls: the step from P5 to P6.
    Control,
    /// Who does the work: it never changes a level, and co-production needs both sides to take part by vote or task.
    Tasks,
}

/// A statement and its question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StatementQuestion {
    /// The statement.
    pub statement: Statement,
    /// What it is about.
    pub about: StatementAbout,
    /// What to ask.
    pub question: &'static str,
}

/// Every statement with its question.
pub(crate) fn statements() -> Vec<StatementQuestion> {
    let with_question = |statement: &Statement| StatementQuestion {
        statement: *statement,
        about: statement.about(),
        question: statement.question(),
    };
    Statement::ALL.iter().map(with_question).collect()
}
