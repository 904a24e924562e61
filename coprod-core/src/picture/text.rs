//! Text that fits its room and can do no harm.

use crate::error::turns_text;

/// So many characters of one text are drawn at most, however narrow they are.
const MOST_CHARACTERS: usize = 200;

/// What stands for the rest of a text that was cut.
const ELLIPSIS: char = '…';

/// Text that is safe inside an element and inside a quoted attribute. Tabs and new lines become spaces; what XML cannot hold, and what would turn the text after it round,
/// becomes the replacement character.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\t' | '\n' | '\r' => safe.push(' '),
            '\u{fffe}' | '\u{ffff}' => safe.push('\u{fffd}'),
            letter if letter.is_control() || turns_text(letter) => safe.push('\u{fffd}'),
            letter => safe.push(letter),
        }
    }
    safe
}

/// About how wide text is at a font size, in the same unit, rounded up: on the safe side for the wide ones among common fonts.
#[must_use]
pub fn width(text: &str, size: u32) -> u32 {
    let hundredths = text.chars().fold(0_u32, |sum, letter| sum.saturating_add(hundredths(letter)));
    hundredths.saturating_mul(size).div_ceil(100)
}

/// The width of one letter in hundredths of the font size.
const fn hundredths(letter: char) -> u32 {
    match letter {
        'i' | 'j' | 'l' | 'f' | 't' | 'r' | 'I' | ' ' | '\t' | '\n' | '\r' | '.' | ',' | ':' | ';' | '\'' | '!' | '|' | '('
        | ')' | '-' | '/' => 42,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' => 100,
        // What is shown in place of what cannot be.
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => 120,
        'A'..='Z' | '&' | '<' | '>' | '=' | '+' => 80,
        ' '..='\u{7e}' => 64,
        // Up to here scripts of single letters, beyond it those of whole syllables and words.
        '\u{a0}'..='\u{10ff}' => 85,
        _ => 120,
    }
}

/// The text if it fits into `most`, or as much of it as fits with an ellipsis.
#[must_use]
pub fn cut(text: &str, size: u32, most: u32) -> String {
    if width(text, size) <= most && text.chars().count() <= MOST_CHARACTERS {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut left = most.saturating_mul(100).checked_div(size).unwrap_or(0).saturating_sub(hundredths(ELLIPSIS));
    for letter in text.chars().take(MOST_CHARACTERS - 1) {
        let Some(rest) = left.checked_sub(hundredths(letter)) else { break };
        left = rest;
        kept.push(letter);
    }
    format!("{}{ELLIPSIS}", kept.trim_end())
}

/// So many bytes of the sentences are in the description inside a picture, which is read out as one: whole sentences only.
const LONGEST_DESCRIPTION: usize = 4000;

/// The sentences as the description inside a picture.
#[must_use]
pub fn description(sentences: &[String]) -> String {
    let mut said = String::new();
    for sentence in sentences {
        if said.len() + sentence.len() > LONGEST_DESCRIPTION {
            said += "There is more in the table.";
            break;
        }
        said += sentence;
        said.push(' ');
    }
    said.trim_end().to_owned()
}

/// The text in lines that fit into `most`, broken between words; a word that is too long by itself is cut.
#[must_use]
pub fn wrapped(text: &str, size: u32, most: u32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let longer = lines.last().map(|line| format!("{line} {word}")).filter(|line| width(line, size) <= most);
        match (longer, lines.last_mut()) {
            (Some(longer), Some(line)) => *line = longer,
            _ => lines.push(cut(word, size, most)),
        }
    }
    lines
}
