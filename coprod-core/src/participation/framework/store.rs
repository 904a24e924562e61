//! The frameworks as they are stored: names, levels, sources and how far each was checked.

use serde::{Deserialize, Serialize};

use super::super::scale::LevelRange;
use crate::error::{ErrorReport, ParticipationError, Pointer};
use crate::unit::{Id, from_json};

const LIBRARY: &str = include_str!("frameworks.json");

/// All that is stored.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Library {
    pub(crate) disputes: Vec<String>,
    pub(crate) frameworks: Vec<Framework>,
}

/// A published framework of participation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Framework {
    /// The short name used in requests.
    pub id: Id,
    /// Its title.
    pub name: String,
    /// Where it was published.
    pub citation: String,
    /// What its levels are to one another.
    pub order: FrameworkOrder,
    /// How far its levels were checked against the source.
    pub confidence: Confidence,
    /// What was checked and what was not.
    pub checked: String,
    /// What to know before using it.
    pub note: String,
    /// Its levels, in this project's own words.
    pub levels: Vec<FrameworkLevel>,
}

/// What the levels of a framework are to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum FrameworkOrder {
    /// Rungs in an order.
    Ladder,
    /// A few wide bands in an order.
    Bands,
    /// Ways of taking part of which none is above another.
    Unordered,
    /// Conditions, principles or standards: they gate or describe and give no level.
    Conditions,
    /// Phases of the work.
    Phases,
    /// One definition that is met or not.
    Definition,
}

/// How far a framework was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Confidence {
    /// Its levels were seen quoted.
    Seen,
    /// A part of it was seen quoted, and the rest is from memory.
    Partly,
    /// Its levels are from memory.
    Unconfirmed,
}

/// One level of a framework.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FrameworkLevel {
    /// Its name.
    pub name: String,
    /// What it means.
    pub definition: String,
    /// Where it lies on the common scale; absent for what is not a level of power.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub power: Option<LevelRange>,
    /// What tells it from its neighbours besides power.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub also_needs: Option<AlsoNeeds>,
    /// What can be said against its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contestable: Option<String>,
}

/// What a level turns on besides power.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum AlsoNeeds {
    /// Which stages of the work people take part in.
    StagesCovered,
    /// Whether people do the work together, or only decide together.
    DoingTogether,
    /// Who started the work.
    WhoStarted,
    /// Facts that are not about power.
    OtherFacts,
}

impl AlsoNeeds {
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::StagesCovered => "which stages people take part in",
            Self::DoingTogether => "whether people do the work together",
            Self::WhoStarted => "who started the work",
            Self::OtherFacts => "facts that are not about power",
        }
    }
}

impl Framework {
    /// What to warn of when it is used.
    #[must_use]
    pub fn warning(&self) -> Option<String> {
        match self.confidence {
            Confidence::Seen => None,
            Confidence::Partly | Confidence::Unconfirmed => {
                Some(format!("{} was not checked against its source ({}): check it before you quote it", self.name, self.checked))
            }
        }
    }
}

/// The frameworks asked for, which stand at `path`; all where none is named.
pub(crate) fn chosen(ids: &[Id], path: &Pointer) -> Result<Library, ErrorReport> {
    let mut library: Library = from_json(LIBRARY).map_err(ErrorReport::internal)?;
    for (index, id) in ids.iter().enumerate() {
        if !library.frameworks.iter().any(|framework| framework.id == *id) {
            let known: Vec<&str> = library.frameworks.iter().map(|framework| framework.id.as_str()).collect();
            let (id, known) = (id.to_string(), known.join(", "));
            return Err(ParticipationError::UnknownFramework { path: path.index(index), id, known }.into());
        }
    }
    if !ids.is_empty() {
        library.frameworks.retain(|framework| ids.contains(&framework.id));
    }
    Ok(library)
}
