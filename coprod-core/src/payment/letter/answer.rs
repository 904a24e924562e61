//! What the letters say.

use serde::Serialize;

use crate::payment::BenefitName;
use crate::unit::Date;

/// Letters and journal notes with the facts for each office, to be checked, completed and sent by the person. What is not known is left
/// open in them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LetterAnswer {
    /// One for each office that pays a benefit which is told.
    pub letters: Vec<BenefitLetter>,
    /// What to see to before anything is sent.
    pub notes: Vec<String>,
}

/// One letter or journal note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BenefitLetter {
    /// Which benefit it is about; absent for council tax reduction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub benefit: Option<BenefitName>,
    /// Whether it is a note for an online journal, or a letter.
    pub form: LetterForm,
    /// Whom it goes to.
    pub to: String,
    /// By when.
    pub by: String,
    /// The last day, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_date: Option<Date>,
    /// What it is about.
    pub subject: String,
    /// Its parts, in order.
    pub parts: Vec<LetterPart>,
    /// What is left open, to be filled in before it is sent.
    pub blanks: Vec<LetterBlank>,
    /// The whole of it as plain text.
    pub text: String,
}

/// The form of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum LetterForm {
    /// A note for the online journal of Universal Credit.
    JournalNote,
    /// A letter.
    Letter,
}

/// A part of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LetterPart {
    /// What it is about.
    pub heading: String,
    /// Its lines.
    pub lines: Vec<String>,
}

/// Something that a letter leaves open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LetterBlank {
    /// What goes there.
    pub what: String,
    /// Where in the request it would be told; absent for what is never asked, such as a name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
}
