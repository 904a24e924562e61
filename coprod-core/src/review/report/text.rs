//! A report as plain text, for a terminal.

use super::document::{Block, Table};

const WIDTH: usize = 100;

pub(super) fn text(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        match block {
            Block::Heading(1, title) => out.push_str(&format!("{title}\n{}\n\n", "=".repeat(title.chars().count()))),
            Block::Heading(2, title) => out.push_str(&format!("\n{title}\n{}\n\n", "-".repeat(title.chars().count()))),
            Block::Heading(_, title) => out.push_str(&format!("{}\n\n", title.to_uppercase())),
            Block::Text(sentence) => out.push_str(&format!("{}\n\n", wrapped(sentence, ""))),
            Block::List(points) => {
                for point in points {
                    out.push_str(&format!("  - {}\n", wrapped(point, "    ")));
                }
                out.push('\n');
            }
            Block::Table(table) => out.push_str(&lines(table)),
            // The table beside a chart says the same.
            Block::Bars(_) => {}
        }
    }
    out
}

/// Breaks a sentence at spaces; further lines start with `indent`.
fn wrapped(sentence: &str, indent: &str) -> String {
    let (mut out, mut column) = (String::new(), 0);
    for word in sentence.split(' ') {
        let length = word.chars().count();
        if column > 0 && column + 1 + length > WIDTH - indent.len() {
            out.push('\n');
            out.push_str(indent);
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    out
}

fn lines(table: &Table) -> String {
    let cells = || std::iter::once(&table.heads).chain(&table.rows);
    let columns = cells().map(Vec::len).max().unwrap_or(0);
    let width =
        |column: usize| cells().filter_map(|row| row.get(column)).map(|cell: &String| cell.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let row = |row: &Vec<String>| {
        let padded = widths.iter().zip(row).map(|(width, cell)| format!("{cell:<width$}"));
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let rule = widths.iter().map(|width| "-".repeat(*width)).collect::<Vec<_>>().join("  ");
    let mut out = format!("{}\n  {}\n  {rule}\n", table.caption, row(&table.heads));
    for cells in &table.rows {
        out.push_str(&format!("  {}\n", row(cells)));
    }
    out.push('\n');
    out
}
