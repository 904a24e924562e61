//! The few marks that pictures are made of, one below the other on a sheet.

use std::fmt::Write;

use super::look::{GRID, INK, Look, PAPER};
use super::text::{cut, escaped};

/// From one stripe or dot of a pattern to the next.
const STEP: u32 = 6;

/// A place on the sheet: to the right, and down.
pub type Point = (u32, u32);

/// A sheet of a given width that grows downward. Units are those of the picture; it scales to any size.
#[derive(Debug, Clone)]
pub struct Canvas {
    width: u32,
    height: u32,
    marks: String,
}

/// Text in a picture.
#[derive(Debug, Clone, Copy)]
pub struct Label<'a> {
    /// What it says; it is cut to `most`.
    pub text: &'a str,
    /// Where its base line starts, ends or has its middle.
    pub at: Point,
    /// The font size.
    pub size: u32,
    /// Whether it is bold.
    pub bold: bool,
    /// What `at` is to the text.
    pub anchor: Anchor,
    /// How wide it may be.
    pub most: u32,
}

/// Which point of a text is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its start.
    Start,
    /// Its middle.
    Middle,
}

impl Canvas {
    /// An empty sheet.
    #[must_use]
    pub const fn new(width: u32) -> Self {
        Self { width, height: 0, marks: String::new() }
    }

    /// Takes so much height below what is there, and says where it starts.
    pub const fn room(&mut self, height: u32) -> u32 {
        let top = self.height;
        self.height = self.height.saturating_add(height);
        top
    }

    fn put(&mut self, mark: std::fmt::Arguments<'_>) {
        // Writing to text cannot fail.
        let _ = self.marks.write_fmt(mark);
        self.marks.push('\n');
    }

    /// A text.
    pub fn label(&mut self, label: Label<'_>) {
        // Bold letters are wider by a tenth.
        let most = if label.bold { label.most.saturating_sub(label.most / 10) } else { label.most };
        let text = escaped(&cut(label.text, label.size, most));
        let ((x, y), size) = (label.at, label.size);
        let bold = if label.bold { " font-weight=\"bold\"" } else { "" };
        let anchor = if label.anchor == Anchor::Middle { " text-anchor=\"middle\"" } else { "" };
        self.put(format_args!("<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{bold}{anchor}>{text}</text>"));
    }

    /// A bar to the right of `left`: nothing for a length of 0.
    pub fn bar(&mut self, (left, top): Point, (length, height): (u32, u32), look: Look) {
        if length == 0 {
            return;
        }
        let colour = look.colour();
        let fill = if look == Look::Solid { colour } else { PAPER };
        self.put(format_args!(
            "<rect x=\"{left}\" y=\"{top}\" width=\"{length}\" height=\"{height}\" fill=\"{fill}\" stroke=\"{colour}\" stroke-width=\"2\"/>"
        ));
        let each =
            |mark: &dyn Fn(u32) -> String| (STEP..length).step_by(STEP as usize).map(|x| mark(left + x)).collect::<String>();
        let (path, drawn) = match look {
            Look::Hollow | Look::Solid => return,
            Look::Striped => (each(&|x| format!("M{x} {top}v{height}")), "stroke-width=\"2\""),
            Look::Dotted => (each(&|x| format!("M{x} {}h0", top + height / 2)), "stroke-width=\"4\" stroke-linecap=\"round\""),
        };
        if !path.is_empty() {
            self.put(format_args!("<path d=\"{path}\" stroke=\"{colour}\" {drawn}/>"));
        }
    }

    /// A mark at a point.
    pub fn dot(&mut self, (x, y): Point, look: Look) {
        let colour = look.colour();
        let fill = if look == Look::Hollow { PAPER } else { colour };
        let drawn = format!("fill=\"{fill}\" stroke=\"{colour}\" stroke-width=\"2\"");
        match look {
            Look::Hollow | Look::Solid => self.put(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"5\" {drawn}/>")),
            Look::Striped => self.put(format_args!("<path d=\"M{x} {y}m-6 0l6 -6l6 6l-6 6z\" {drawn}/>")),
            Look::Dotted => self.put(format_args!("<path d=\"M{x} {y}m-5 -5h10v10h-10z\" {drawn}/>")),
        }
    }

    /// A dashed line that marks a value.
    pub fn line(&mut self, (x1, y1): Point, (x2, y2): Point) {
        self.put(format_args!("<path d=\"M{x1} {y1}L{x2} {y2}\" stroke=\"{INK}\" stroke-width=\"2\" stroke-dasharray=\"5 3\"/>"));
    }

    /// Room around an upright line that is drawn next, so that it stands out from a bar below it.
    pub fn halo(&mut self, (x, top): Point, bottom: u32) {
        self.put(format_args!("<path d=\"M{x} {top}V{bottom}\" stroke=\"{PAPER}\" stroke-width=\"6\"/>"));
    }

    /// A thick upright stroke with a foot at each end: a limit.
    pub fn stop(&mut self, (x, top): Point, height: u32) {
        let (left, bottom) = (x.saturating_sub(4), top.saturating_add(height));
        self.put(format_args!(
            "<path d=\"M{left} {top}H{x}V{bottom}H{left}\" fill=\"none\" stroke=\"{INK}\" stroke-width=\"3\"/>"
        ));
    }

    /// Thin lines, of a scale or between parts, each from one point to another.
    pub fn grid(&mut self, lines: &[(Point, Point)]) {
        let path: String = lines.iter().map(|((x1, y1), (x2, y2))| format!("M{x1} {y1}L{x2} {y2}")).collect();
        self.put(format_args!("<path d=\"{path}\" stroke=\"{GRID}\" stroke-width=\"1\"/>"));
    }

    /// The picture, with its name and what it shows for those who do not see it.
    #[must_use]
    pub fn finished(self, title: &str, description: &str) -> String {
        let Self { width, height, marks } = self;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 {width} {height}\" \
             font-family=\"system-ui, 'Liberation Sans', Arial, sans-serif\" fill=\"{INK}\">\n<title>{}</title>\n<desc>{}</desc>\n\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{PAPER}\"/>\n{marks}</svg>\n",
            escaped(title),
            escaped(description)
        )
    }
}
