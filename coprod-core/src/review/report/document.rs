//! A report before it has a form: headings, sentences, tables and bars.

/// A part of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// A heading; level 1 is the title.
    Heading(u8, String),
    /// A paragraph.
    Text(String),
    /// A list of points.
    List(Vec<String>),
    /// A table.
    Table(Table),
    /// A chart, which repeats in a picture what a table beside it says.
    Bars(Bars),
}

/// A table with a caption, heads of columns, and rows whose first cell is the head of the row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) caption: String,
    pub(super) heads: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

/// Bars from 0 up, one or two a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bars {
    pub(super) title: String,
    /// What the first and the second bar of a row show.
    pub(super) legend: Vec<String>,
    pub(super) rows: Vec<BarRow>,
}

/// One row of bars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct BarRow {
    pub(super) name: String,
    /// Lengths in thousandths of the full width, with the words beside each.
    pub(super) bars: Vec<(u32, String)>,
}

impl Table {
    pub(super) fn new(caption: impl Into<String>, heads: &[&str]) -> Self {
        Self { caption: caption.into(), heads: heads.iter().map(|head| (*head).to_owned()).collect(), rows: Vec::new() }
    }

    pub(super) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }
}
