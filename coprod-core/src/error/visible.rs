//! Letters that cannot be seen: they could make two names look the same, or play tricks in a terminal.

use std::fmt::Write;

/// Whether a letter cannot be seen by itself: control characters, line breaks of other kinds, and what Unicode calls format characters
/// (zero-width spaces and joiners, marks of direction, the byte order mark).
#[must_use]
pub(crate) fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || turns_text(letter)
        || matches!(
            letter,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{2029}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
        )
}

/// Whether a letter changes the order in which the text after it is shown.
#[must_use]
pub(crate) const fn turns_text(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The text with each hidden letter written out as JSON writes it, such as `\u200b`.
#[must_use]
pub(crate) fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        if is_hidden(letter) {
            // Writing to text cannot fail.
            let _ = write!(shown, "\\u{:04x}", u32::from(letter));
        } else {
            shown.push(letter);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_letters_are_written_out_and_all_others_kept() {
        assert_eq!(visible("\u{1b}[31mzz\u{7}\u{9b}"), "\\u001b[31mzz\\u0007\\u009b");
        assert_eq!(visible("a\u{200b}\u{202e}\u{feff}\u{ad}"), "a\\u200b\\u202e\\ufeff\\u00ad");
        assert_eq!(visible("Siân, 山田, عمر \u{1f600} é"), "Siân, 山田, عمر \u{1f600} é");
    }
}
