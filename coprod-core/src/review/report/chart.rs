//! Bars as inline SVG with a text equivalent.

use super::document::Bars;
use super::html::escaped;

const ROW: usize = 20;
const LEFT: usize = 190;
const FULL: usize = 300;
const RIGHT: usize = 150;

/// The chart. Its long description says every bar in words.
pub(super) fn svg(bars: &Bars, number: usize) -> String {
    let width = LEFT + FULL + RIGHT;
    let mut y = 0;
    let mut body = String::new();
    for row in &bars.rows {
        let height = ROW * row.bars.len();
        body.push_str(&format!(
            "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>\n",
            LEFT - 8,
            y + height / 2 + 5,
            escaped(&shortened(&row.name))
        ));
        for (index, (length, words)) in row.bars.iter().enumerate() {
            let bar = FULL * usize::try_from(*length).unwrap_or(0).min(1000) / 1000;
            let top = y + index * ROW;
            body.push_str(&format!(
                "<rect class=\"bar{index}\" x=\"{LEFT}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n<text x=\"{}\" y=\"{}\">{}</text>\n",
                top + 2,
                bar.max(1),
                ROW - 4,
                LEFT + bar.max(1) + 6,
                top + 15,
                escaped(words)
            ));
        }
        y += height + 8;
    }
    let legend: String = if bars.legend.len() > 1 {
        let keys = bars
            .legend
            .iter()
            .enumerate()
            .map(|(index, word)| format!("<li><span class=\"key bar{index}\"></span>{}</li>\n", escaped(word)));
        format!("<ul class=\"legend\">\n{}</ul>\n", keys.collect::<String>())
    } else {
        String::new()
    };
    format!(
        "<figure>\n<figcaption>{title}</figcaption>\n{legend}<svg viewBox=\"0 0 {width} {y}\" role=\"img\" aria-labelledby=\"c{number} d{number}\">\n\
         <title id=\"c{number}\">{title}</title>\n<desc id=\"d{number}\">{}</desc>\n{body}</svg>\n</figure>\n",
        escaped(&words(bars)),
        title = escaped(&bars.title),
    )
}

/// Every bar in words.
fn words(bars: &Bars) -> String {
    let row = |row: &super::document::BarRow| {
        let parts: Vec<String> = row
            .bars
            .iter()
            .enumerate()
            .map(|(index, (_, words))| match bars.legend.get(index) {
                Some(key) if bars.legend.len() > 1 => format!("{key} {words}"),
                _ => words.clone(),
            })
            .collect();
        format!("{}: {}.", row.name, parts.join("; "))
    };
    bars.rows.iter().map(row).collect::<Vec<_>>().join(" ")
}

fn shortened(name: &str) -> String {
    if name.chars().count() <= 26 { name.to_owned() } else { format!("{}…", name.chars().take(25).collect::<String>()) }
}
