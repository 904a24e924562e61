//! Pictures of numbers as SVG, each with the same said in sentences and in a table.
//!
//! A picture is one piece of text that needs nothing else: no script, no style sheet, no font, no identifier that could meet another on
//! a page. Its background is its own, so that it can be read on a dark page as well. Marks are told apart by pattern and shape before
//! colour, every number stands beside its mark as text, and the same request gives the same bytes in every language.
//!
//! Written here rather than with a crate for SVG: five kinds of marks need a hundred lines, and what matters is in them: that
//! every text is cut to its room and escaped, and that numbers are whole.

mod canvas;
mod chart;
mod look;
pub mod sheet;
mod text;

pub use canvas::{Anchor, Canvas, Label, Point};
pub use chart::{Chart, Key, Line, Mark, Panel, Row, Scale, Shape};
pub use look::{COLOURS, GRID, INK, Look, PAPER};
pub use text::{cut, description, escaped, width, wrapped};

use serde::Serialize;

/// A picture, and what it shows in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Picture {
    /// The picture: a self-contained SVG document that scales to the width it is given, with a title and a description inside.
    pub svg: String,
    /// The same in sentences, for everybody who does not see the picture.
    pub text: Vec<String>,
    /// The same as a table, with exact numbers where there are any.
    pub table: PictureTable,
}

/// A table that says what a picture shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PictureTable {
    /// What the table is about.
    pub caption: String,
    /// The heads of the columns.
    pub heads: Vec<String>,
    /// The rows, each with as many cells as there are heads; the first cell names the row.
    pub rows: Vec<Vec<String>>,
}

#[cfg(test)]
mod tests;
