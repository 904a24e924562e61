//! A grid of people by days or weeks: what they have in each, counted.

use crate::picture::sheet::{LINE, MARGIN, TEXT, heading, label};
use crate::picture::{Anchor, Canvas, Label, Look, wrapped};

/// The columns of one grid.
pub(super) const COLUMNS: usize = 7;

/// Sessions, and what is due.
pub(super) const SESSION: Look = Look::Solid;
pub(super) const DUE: Look = Look::Striped;

/// Where the columns start, and how wide each is.
const LEFT: u32 = 144;
const WIDE: u32 = 46;
/// The height of a line of cells: one line for sessions, one for what is due.
const TALL: u32 = 2 * LINE + 4;

/// A grid.
pub(super) struct Grid {
    pub(super) title: String,
    /// Two words above each column.
    pub(super) heads: Vec<[String; 2]>,
    pub(super) lines: Vec<Line>,
}

/// What one person has in each column.
pub(super) struct Line {
    pub(super) name: String,
    pub(super) cells: [Cell; COLUMNS],
}

/// How much there is in one column.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) sessions: u32,
    pub(super) due: u32,
}

impl Grid {
    pub(super) fn drawn(&self, canvas: &mut Canvas) {
        canvas.room(12);
        heading(canvas, &self.title);
        let columns = || (0_u32..).map(|column| LEFT + column * WIDE);
        let top = canvas.room(2 * LINE);
        for (x, words) in columns().zip(&self.heads) {
            for (line, words) in (0_u32..).zip(words) {
                let at = (x + WIDE / 2, top + line * LINE + 15);
                canvas.label(Label { text: words, at, size: TEXT, bold: false, anchor: Anchor::Middle, most: WIDE - 2 });
            }
        }
        let end = LEFT + WIDE * u32::try_from(COLUMNS).unwrap_or_default();
        for line in &self.lines {
            let top = canvas.room(TALL);
            let mut lines = vec![((MARGIN, top), (end, top))];
            lines.extend(columns().take(COLUMNS + 1).map(|x| ((x, top), (x, top + TALL))));
            canvas.grid(&lines);
            let most = LEFT - MARGIN - 8;
            let mut names = wrapped(&line.name, TEXT, most);
            // What does not fit into two lines is cut at the end of the second.
            let rest = names.split_off(names.len().min(1)).join(" ");
            names.extend(Some(rest).filter(|rest| !rest.is_empty()));
            let first = if names.len() > 1 { top + 16 } else { top + LINE + 6 };
            for (number, name) in (0_u32..).zip(&names) {
                label(canvas, name, (MARGIN, first + number * LINE), most);
            }
            for (x, cell) in columns().zip(&line.cells) {
                for (count, look, y) in [(cell.sessions, SESSION, top + 12), (cell.due, DUE, top + LINE + 13)] {
                    if count > 0 {
                        canvas.dot((x + 10, y), look);
                        label(canvas, &count.to_string(), (x + 19, y + 5), WIDE - 20);
                    }
                }
            }
        }
        let bottom = canvas.room(4);
        canvas.grid(&[((MARGIN, bottom), (end, bottom))]);
    }
}
