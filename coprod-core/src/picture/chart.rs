//! A chart: panels of rows on one scale or several, each row with marks from 0 up and their words beside them.

use super::canvas::{Anchor, Canvas, Label};
use super::look::Look;
use super::sheet::{BAR, LINE, MARGIN, TEXT, WIDTH, heading, label, paragraph, sheet};
use super::text::width;

/// Where the words beside marks start.
const WORDS: u32 = 358;
/// Where marks start and how long the full scale is: under the row's name, or beside it.
const UNDER: (u32, u32) = (20, 326);
const BESIDE: (u32, u32) = (150, 196);

/// A chart before it is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// What it is about.
    pub title: String,
    /// What the marks mean.
    pub legend: Vec<Key>,
    /// The panels, from the top down.
    pub panels: Vec<Panel>,
    /// What is said below them.
    pub notes: Vec<String>,
}

/// What marks of one sort, or the dashed line, mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The mark; the dashed line where there is none.
    pub mark: Option<(Look, Shape)>,
    /// The meaning.
    pub words: String,
}

/// Rows on one scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    /// Its title; empty for none.
    pub title: String,
    /// What is said below the title.
    pub notes: Vec<String>,
    /// Its scale.
    pub scale: Scale,
    /// Its rows. Names stand beside the marks if no row has more than one, and above them otherwise.
    pub rows: Vec<Row>,
    /// A dashed line behind all rows.
    pub line: Option<Line>,
}

/// A dashed line at a value, in thousandths of the scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line(pub u32);

/// The words at even steps of a scale from 0 to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale(pub Vec<String>);

/// A row: a name and its marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The name.
    pub name: String,
    /// What is said at the end of its line, where the name stands above the marks.
    pub aside: String,
    /// The marks, one below the other.
    pub marks: Vec<Mark>,
}

/// A mark and the words beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// How it looks.
    pub look: Look,
    /// What it is.
    pub shape: Shape,
    /// How far along the scale it reaches, in thousandths of it; nothing is drawn where that is not known.
    pub at: Option<u32>,
    /// The words beside it.
    pub words: String,
}

/// Whether a value is a length, a place or a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A bar from 0.
    Bar,
    /// A dot at the value.
    Dot,
    /// An upright stroke at the value, beyond which nothing goes.
    Stop,
}

impl Chart {
    /// The chart as SVG; `description` says what it shows.
    #[must_use]
    pub fn drawn(&self, description: &str) -> String {
        sheet(&self.title, &self.legend, &self.notes, description, |canvas| {
            for panel in &self.panels {
                canvas.room(12);
                panel.drawn(canvas);
            }
        })
    }
}

impl Panel {
    fn drawn(&self, canvas: &mut Canvas) {
        if !self.title.is_empty() {
            heading(canvas, &self.title);
        }
        for note in &self.notes {
            paragraph(canvas, note, TEXT, false);
        }
        if self.rows.is_empty() {
            return;
        }
        let beside = self.rows.iter().all(|row| row.marks.len() <= 1);
        let (left, full) = if beside { BESIDE } else { UNDER };
        let place = |thousandths: u32| left + full * thousandths.min(1000) / 1000;
        let heights = self.rows.iter().map(|row| row.height(beside));
        let bottom = canvas.room(0) + 4 + heights.sum::<u32>();
        let top = canvas.room(4);
        let steps = u32::try_from(self.scale.0.len().saturating_sub(1).max(1)).unwrap_or(1);
        let mut lines = Vec::new();
        for (step, words) in (0..=steps).zip(&self.scale.0) {
            let x = left + full * step / steps;
            let mut top = top;
            for row in &self.rows {
                // No line of the scale runs through a name.
                let (height, name) = (row.height(beside), if beside { 0 } else { LINE - 2 });
                lines.push(((x, top + name), (x, top + height)));
                top += height;
            }
            // At the left edge the middle of a word would leave the sheet.
            let half = width(words, TEXT) / 2;
            let at = (x.max(half + 4), bottom + 17);
            canvas.label(Label { text: words, at, size: TEXT, bold: false, anchor: Anchor::Middle, most: full });
        }
        canvas.grid(&lines);
        if let Some(Line(at)) = self.line {
            let x = place(at);
            if beside {
                canvas.line((x, top), (x, bottom));
            } else {
                // Nor does the dashed line.
                let mut top = top;
                for row in &self.rows {
                    let height = row.height(beside);
                    canvas.line((x, top + LINE - 2), (x, top + height));
                    top += height;
                }
            }
        }
        for row in &self.rows {
            row.drawn(canvas, beside, left, &place);
        }
        canvas.room(LINE + 4);
    }
}

impl Row {
    fn height(&self, beside: bool) -> u32 {
        let lines = u32::try_from(self.marks.len()).unwrap_or(0);
        if beside { LINE } else { LINE * (lines + 1) + 6 }
    }

    fn drawn(&self, canvas: &mut Canvas, beside: bool, left: u32, place: &impl Fn(u32) -> u32) {
        let top = canvas.room(self.height(beside));
        let most = if beside { left } else { WORDS } - MARGIN - 8;
        label(canvas, &self.name, (MARGIN, top + 15), most);
        if !beside {
            label(canvas, &self.aside, (WORDS, top + 15), WIDTH - WORDS - 8);
        }
        let first = if beside { top + 3 } else { top + LINE + 1 };
        for (number, mark) in (0_u32..).zip(&self.marks) {
            let top = first + number * LINE;
            mark.drawn(canvas, top, left, place);
            label(canvas, &mark.words, (WORDS, top + 12), WIDTH - WORDS - 8);
        }
    }
}

impl Mark {
    fn drawn(&self, canvas: &mut Canvas, top: u32, left: u32, place: &impl Fn(u32) -> u32) {
        let Some(at) = self.at else { return };
        match self.shape {
            // What is more than nothing is seen.
            Shape::Bar => canvas.bar((left, top), (if at == 0 { 0 } else { (place(at) - left).max(2) }, BAR), self.look),
            Shape::Dot => canvas.dot((place(at), top + BAR / 2), self.look),
            Shape::Stop => canvas.stop((place(at), top), BAR),
        }
    }
}
