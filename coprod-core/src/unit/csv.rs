//! Cells of tables with commas (RFC 4180), which every spreadsheet reads.

/// Letters with which a cell begins that a spreadsheet may take for a formula: those of the keyboard, and the wide ones of East Asian
/// keyboards, which some programs take for the same.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A cell that holds a text. A text that a spreadsheet would take for a formula is marked as text by an apostrophe.
pub(crate) fn cell(text: &str) -> String {
    let text = if text.starts_with(FORMULA) { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}
