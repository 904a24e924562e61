//! A letter while it is written.

use super::{LetterBlank, LetterPart};

/// The parts so far, and what is left open in them.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) parts: Vec<LetterPart>,
    pub(super) blanks: Vec<LetterBlank>,
}

impl Draft {
    /// A place to fill in, said to be one.
    pub(super) fn blank(&mut self, what: &str, path: Option<String>) -> String {
        let blank = LetterBlank { what: what.to_owned(), path };
        if !self.blanks.contains(&blank) {
            self.blanks.push(blank);
        }
        format!("________ ({what}: to be filled in)")
    }

    pub(super) fn part(&mut self, heading: &str, lines: Vec<String>) {
        self.parts.push(LetterPart { heading: heading.to_owned(), lines });
    }

    /// The whole as plain text.
    pub(super) fn text(&mut self, subject: &str, to: &str, journal: bool) -> String {
        let mut text = String::new();
        if !journal {
            text.push_str(&format!("To: {to}\nDate: {}\n\n", self.blank("date of the letter", None)));
        }
        text.push_str(subject);
        text.push('\n');
        for part in &self.parts {
            text.push_str(&format!("\n{}\n", part.heading));
            for line in &part.lines {
                text.push_str(&format!("- {line}\n"));
            }
        }
        if !journal {
            text.push_str(&format!("\nYours faithfully,\n{}\n", self.blank("signature", None)));
        }
        text
    }
}
