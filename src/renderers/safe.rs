//! Policy of hidden characters: what untrusted text may not bring to a terminal or a file.

/// A text without hidden characters, which become `<U+202E>`, on one line: line breaks and tabs
/// become a space.
#[must_use]
pub fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\t' | '\r' => out.push(' '),
            _ if is_hidden(character) => out += &format!("<U+{:04X}>", u32::from(character)),
            other => out.push(other),
        }
    }
    out
}

/// A JSON text whose hidden characters are escaped. JSON itself demands that of the first 32 only.
#[must_use]
pub fn json(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if character != '\n' && is_hidden(character) {
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

/// Whether a character is a control, changes how others are shown, or is never seen: controls,
/// marks of direction, characters without width, tags, and code points that are not characters.
///
/// Terminals, pages, SVG, `OpenDocument` and `GraphML` all use this list.
#[must_use]
pub fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            // Soft hyphen, joiners, and fillers of Hangul and Mongolian: blank, but part of a word.
            '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{3164}' | '\u{ffa0}'
            // Zero-width characters and marks of direction.
            | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            // Tags, which can carry a whole hidden text, and code points that are no characters.
            | '\u{e0000}'..='\u{e007f}' | '\u{fdd0}'..='\u{fdef}')
        // The last two code points of every plane, two of which XML cannot hold.
        || u32::from(character) & 0xFFFE == 0xFFFE
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
