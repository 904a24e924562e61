//! What all pictures have in common: a sheet with a title, a legend, and what is said below.

use super::canvas::{Anchor, Canvas, Label};
use super::chart::{Key, Shape};
use super::text::wrapped;

/// The width of a sheet.
pub const WIDTH: u32 = 480;
/// What stays free at each side.
pub const MARGIN: u32 = 16;
/// The font size of the title.
const TITLE: u32 = 19;
/// The font size of a panel's title.
pub const HEADING: u32 = 17;
/// The font size of everything else.
pub const TEXT: u32 = 15;
/// The height of a line of text.
pub const LINE: u32 = 21;
/// The height of a bar.
pub const BAR: u32 = 14;

/// A sheet with a title, the meaning of its marks, what `body` draws, and notes below it, as SVG; `description` says what it shows.
#[must_use]
pub fn sheet(title: &str, legend: &[Key], notes: &[String], description: &str, body: impl FnOnce(&mut Canvas)) -> String {
    let mut canvas = Canvas::new(WIDTH);
    canvas.room(MARGIN);
    paragraph(&mut canvas, title, TITLE, true);
    canvas.room(6);
    for key in legend {
        let top = canvas.room(LINE);
        match key.mark {
            Some((look, Shape::Bar)) => canvas.bar((MARGIN + 4, top + 2), (26, BAR), look),
            Some((look, Shape::Dot)) => canvas.dot((MARGIN + 17, top + 9), look),
            Some((_, Shape::Stop)) => canvas.stop((MARGIN + 17, top + 2), BAR),
            None => canvas.line((MARGIN + 3, top + 9), (MARGIN + 31, top + 9)),
        }
        label(&mut canvas, &key.words, (MARGIN + 40, top + 15), WIDTH - 2 * MARGIN - 40);
    }
    body(&mut canvas);
    canvas.room(8);
    for note in notes {
        paragraph(&mut canvas, note, TEXT, false);
    }
    canvas.room(MARGIN);
    canvas.finished(title, description)
}

/// The title of a panel, below a line that parts it from what is above.
pub fn heading(canvas: &mut Canvas, text: &str) {
    let top = canvas.room(LINE + 6);
    canvas.grid(&[((MARGIN, top), (WIDTH - MARGIN, top))]);
    let (at, most) = ((MARGIN, top + 20), WIDTH - 2 * MARGIN);
    canvas.label(Label { text, at, size: HEADING, bold: true, anchor: Anchor::Start, most });
}

/// Text of the usual size, cut to `most`.
pub fn label(canvas: &mut Canvas, text: &str, at: (u32, u32), most: u32) {
    canvas.label(Label { text, at, size: TEXT, bold: false, anchor: Anchor::Start, most });
}

/// Text over as many lines as it needs.
pub fn paragraph(canvas: &mut Canvas, text: &str, size: u32, bold: bool) {
    let most = WIDTH - 2 * MARGIN;
    // As wide as what a label keeps of bold text.
    let fits = if bold { most - most / 10 } else { most };
    for line in wrapped(text, size, fits) {
        let top = canvas.room(size + 6);
        canvas.label(Label { text: &line, at: (MARGIN, top + size), size, bold, anchor: Anchor::Start, most });
    }
}
