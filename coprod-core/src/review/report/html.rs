//! A report as one HTML page that needs nothing else: no script, no font, no image, no network.

use super::chart::chart;
use super::document::{Block, Table};

const STYLE: &str = include_str!("style.css");

pub(super) fn html(title: &str, blocks: &[Block]) -> String {
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>\n{STYLE}</style>\n\
         </head>\n<body>\n<main>\n",
        escaped(title)
    );
    for (number, block) in blocks.iter().enumerate() {
        match block {
            Block::Heading(level, title) => out.push_str(&format!("<h{level}>{}</h{level}>\n", escaped(title))),
            Block::Text(sentence) => out.push_str(&format!("<p>{}</p>\n", escaped(sentence))),
            Block::List(points) => {
                let items: String = points.iter().map(|point| format!("<li>{}</li>\n", escaped(point))).collect();
                out.push_str(&format!("<ul>\n{items}</ul>\n"));
            }
            Block::Table(content) => out.push_str(&table(content, number)),
            Block::Bars(bars) => out.push_str(&chart(bars)),
        }
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// A table in a box that scrolls by itself, and by keyboard, where the page is too narrow for it. On a small screen each cell stands on a
/// line of its own with its head before it; the roles say that it is a table all the same.
fn table(table: &Table, number: usize) -> String {
    let heads: String =
        table.heads.iter().map(|head| format!("<th role=\"columnheader\" scope=\"col\">{}</th>", escaped(head))).collect();
    let rows: String = table.rows.iter().map(|cells| row(&table.heads, cells)).collect();
    format!(
        "<div class=\"wide\" role=\"region\" aria-labelledby=\"t{number}\" tabindex=\"0\">\n<table role=\"table\">\n\
         <caption id=\"t{number}\">{}</caption>\n<thead role=\"rowgroup\"><tr role=\"row\">{heads}</tr></thead>\n\
         <tbody role=\"rowgroup\">\n{rows}</tbody>\n</table>\n</div>\n",
        escaped(&table.caption)
    )
}

fn row(heads: &[String], cells: &[String]) -> String {
    let mut cells = heads.iter().zip(cells);
    let first = cells.next().map(|(_, cell)| escaped(cell)).unwrap_or_default();
    let rest: String =
        cells.map(|(head, cell)| format!("<td role=\"cell\" data-head=\"{}\">{}</td>", escaped(head), escaped(cell))).collect();
    format!("<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">{first}</th>{rest}</tr>\n")
}

/// Text that is safe inside an element and inside a quoted attribute.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}
