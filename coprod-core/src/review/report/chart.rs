//! Bars as inline SVG. Every name and number beside them is text of the page, so that nobody needs to see the bars.

use super::document::{BarRow, Bars};
use super::html::escaped;

/// The full length of a bar.
const FULL: u32 = 1000;

/// The chart: a list with a name for each row and one bar or more, each with its words.
pub(super) fn chart(bars: &Bars) -> String {
    let keys = bars.legend.iter().enumerate().map(|(index, word)| {
        format!(
            "<li><svg class=\"key\" viewBox=\"0 0 1 1\" aria-hidden=\"true\">{}</svg> {}</li>\n",
            rect(index, 1),
            escaped(word)
        )
    });
    let rows = bars.rows.iter().map(|row| self::row(row, &bars.legend));
    format!(
        "<figure>\n<figcaption>{}</figcaption>\n<ul class=\"legend\">\n{}</ul>\n<dl class=\"bars\">\n{}</dl>\n</figure>\n",
        escaped(&bars.title),
        keys.collect::<String>(),
        rows.collect::<String>(),
    )
}

fn row(row: &BarRow, legend: &[String]) -> String {
    let bars = row.bars.iter().enumerate().map(|(index, (length, words))| {
        let key = legend.get(index).map(|key| format!("<span class=\"said\">{}: </span>", escaped(key))).unwrap_or_default();
        format!(
            "<dd><svg viewBox=\"0 0 {FULL} 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\">{}</svg>{key}{}</dd>\n",
            rect(index, (*length).min(FULL)),
            escaped(words)
        )
    });
    format!("<div><dt>{}</dt>\n{}</div>\n", escaped(&row.name), bars.collect::<String>())
}

fn rect(index: usize, length: u32) -> String {
    format!("<rect class=\"bar{index}\" width=\"{length}\" height=\"1\"/>")
}
