//! A report as Markdown.

use super::document::{Block, Table};

pub(super) fn markdown(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        match block {
            Block::Heading(level, title) => out.push_str(&format!("{} {}\n\n", "#".repeat(usize::from(*level)), escaped(title))),
            Block::Text(sentence) => out.push_str(&format!("{}\n\n", escaped(sentence))),
            Block::List(points) => {
                for point in points {
                    out.push_str(&format!("- {}\n", escaped(point)));
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

fn lines(table: &Table) -> String {
    let row = |cells: &Vec<String>| format!("| {} |\n", cells.iter().map(|cell| escaped(cell)).collect::<Vec<_>>().join(" | "));
    let rule = vec!["---".to_owned(); table.heads.len()];
    let mut out = format!("{}\n\n{}| {} |\n", escaped(&table.caption), row(&table.heads), rule.join(" | "));
    for cells in &table.rows {
        out.push_str(&row(cells));
    }
    out.push('\n');
    out
}

/// Text that Markdown takes as it stands.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' | '\r' => out.push(' '),
            '|' | '*' | '_' | '`' | '[' | ']' | '#' | '\\' | '~' => {
                out.push('\\');
                out.push(letter);
            }
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            _ => out.push(letter),
        }
    }
    out
}
