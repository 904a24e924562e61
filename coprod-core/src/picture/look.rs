//! How marks look: pattern first, then colour.

/// The background.
pub const PAPER: &str = "#ffffff";
/// Text, outlines and reference lines: 16 to 1 on the background.
pub const INK: &str = "#14202b";
/// Lines of the scale: 3.4 to 1 on the background.
pub const GRID: &str = "#838e98";

/// Every colour of a mark that carries a meaning: each stands out from the background at 3 to 1 at least, and people who see no red or no
/// green tell blue from orange.
pub const COLOURS: &[&str] = &[INK, GRID, BLUE, ORANGE, PURPLE];

const BLUE: &str = "#1f5f8b";
const ORANGE: &str = "#b3541e";
const PURPLE: &str = "#6b3a8a";

/// How the marks of one sort look. No two share a pattern or a shape, so that they can be told apart in black and white.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Look {
    /// An outline; a ring.
    Hollow,
    /// Filled, blue; a disc.
    Solid,
    /// Upright stripes, orange; a diamond.
    Striped,
    /// Dots, purple; a square.
    Dotted,
}

impl Look {
    /// Every look there is.
    pub const ALL: [Self; 4] = [Self::Hollow, Self::Solid, Self::Striped, Self::Dotted];

    /// The colour of the outline and of the pattern.
    #[must_use]
    pub const fn colour(self) -> &'static str {
        match self {
            Self::Hollow => INK,
            Self::Solid => BLUE,
            Self::Striped => ORANGE,
            Self::Dotted => PURPLE,
        }
    }
}
