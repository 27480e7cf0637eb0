//! Policy of hidden characters: what untrusted text may not bring to a terminal or a file.

use crate::sources::hidden::characters;

/// A text without hidden characters, which become `<U+202E>`, on one line: line breaks and tabs
/// become a space.
#[must_use]
pub fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (_, character, hidden) in characters(text) {
        match character {
            '\n' | '\t' | '\r' => out.push(' '),
            _ if hidden => out += &format!("<U+{:04X}>", u32::from(character)),
            other => out.push(other),
        }
    }
    out
}

/// A JSON text whose hidden characters are escaped. JSON itself demands that of the first 32 only.
#[must_use]
pub fn json(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (_, character, hidden) in characters(text) {
        if character != '\n' && hidden {
            out.extend(
                character
                    .encode_utf16(&mut [0; 2])
                    .iter()
                    .map(|unit| format!("\\u{unit:04x}")),
            );
        } else {
            out.push(character);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_hidden_character_is_left() {
        assert_eq!(super::line("a\u{1b}[31mb"), "a<U+001B>[31mb");
        assert_eq!(super::line("tilt\u{202e}tlit"), "tilt<U+202E>tlit");
        assert_eq!(super::line("til\u{ad}t"), "til<U+00AD>t");
        assert_eq!(super::line("til\u{fdd0}t"), "til<U+FDD0>t");
        assert_eq!(
            super::json("\"a\u{9b}\u{e0041}\"\n"),
            "\"a\\u009b\\udb40\\udc41\"\n"
        );
        assert_eq!(super::line("deux\nlignes"), "deux lignes");
        assert_eq!(
            super::line("Cœur d'Ostrevent, 2\u{202f}000"),
            "Cœur d'Ostrevent, 2\u{202f}000"
        );
    }
}
