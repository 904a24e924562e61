//! One project as its file holds it, and what must be true of it before anything is worked out.

mod check;
mod payments;
mod question;
mod session;

use serde::{Deserialize, Serialize};

pub use payments::PersonPayments;
pub use question::{BuiltInQuestion, ProjectQuestion, QUESTIONS, QuestionTheme};
pub use session::{Outcome, Session, Suggestion};

use crate::group::{Constituency, Person, Side, label};
use crate::participation::{Decision, StagesHow};
use crate::payment::{Engagement, RateCard};
use crate::power::rule::Rules;
use crate::unit::{Date, Id};
use crate::workload::{Assignment, Task};

/// A project may have this many people.
pub const MOST_PROJECT_PEOPLE: usize = 24;

/// A project may have this many entries in each of its other lists.
pub const MOST_PROJECT_ENTRIES: usize = 500;

/// A project: its people, its rules, its work and its pay. Everything but the title and the people may be left out; what is left out is
/// reported as unknown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Project {
    /// The version of this form: 1.
    #[serde(default = "version")]
    pub coprod: u32,
    /// What the project is called.
    pub title: String,
    /// The day that the review looks at; people who left by then are no longer there. Without it, everybody who has a `left` date is gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_at: Option<Date>,
    /// What the project says that it is, such as `co-production`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<String>,
    /// The kinds of people in the group.
    #[serde(default)]
    pub constituencies: Vec<Constituency>,
    /// The people: 1 to 24.
    pub people: Vec<Person>,
    /// Rules by name, for `use` in the decisions' rules.
    #[serde(default)]
    pub rules: Rules,
    /// How decisions are made in each stage.
    #[serde(default)]
    pub stages: StagesHow,
    /// What is decided, and how, as far as it differs from its stage.
    #[serde(default)]
    pub decisions: Vec<Decision>,
    /// What there is to do, the most important first.
    #[serde(default)]
    pub tasks: Vec<Task>,
    /// Who has which task so far.
    #[serde(default)]
    pub assignments: Vec<Assignment>,
    /// Meetings held.
    #[serde(default)]
    pub sessions: Vec<Session>,
    /// Rate cards of the project's own.
    #[serde(default)]
    pub cards: Vec<RateCard>,
    /// What people are offered for which work.
    #[serde(default)]
    pub engagements: Vec<Engagement>,
    /// What people are paid, with their circumstances, for those who chose to say: what they keep is worked out of it, and whether they
    /// are worse off for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub payments: Vec<PersonPayments>,
    /// Suggestions, and what became of them.
    #[serde(default)]
    pub feedback: Vec<Suggestion>,
    /// The questions that the group asked itself.
    #[serde(default)]
    pub questions: Vec<ProjectQuestion>,
    /// Whether the latest known rates are taken to hold on for dates beyond the time for which they are known.
    #[serde(default)]
    pub assume_latest: bool,
}

const fn version() -> u32 {
    1
}

impl Project {
    /// The person with this id.
    #[must_use]
    pub fn person(&self, id: &str) -> Option<&Person> {
        self.people.iter().find(|person| person.id.as_str() == id)
    }

    /// The name of a person, or the id where nobody has it.
    #[must_use]
    pub fn label<'a>(&'a self, id: &'a Id) -> &'a str {
        label(&self.people, id)
    }

    /// The side of a person, if it is known.
    #[must_use]
    pub fn side_of(&self, person: &Person) -> Option<Side> {
        self.constituency_of(person).and_then(Constituency::known_side)
    }

    /// The constituency that a person belongs to.
    #[must_use]
    pub fn constituency_of(&self, person: &Person) -> Option<&Constituency> {
        self.constituencies.iter().find(|known| Some(&known.id) == person.constituency.as_ref())
    }
}
