//! The one wrapper through which untrusted text reaches a terminal.

/// A text without anything that a terminal would obey: control, bidirectional and invisible
/// characters are shown
/// as `<U+202E>`; line breaks and tabs become a space.
#[must_use]
pub fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\t' | '\r' => out.push(' '),
            _ if is_obeyed(character) => out += &format!("<U+{:04X}>", u32::from(character)),
            other => out.push(other),
        }
    }
    out
}

/// A JSON text in which such characters are escaped too: JSON itself asks it of the first 32 only.
#[must_use]
pub fn json(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if character != '\n' && is_obeyed(character) {
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

/// Characters that change how others are shown, do something by themselves, or are never seen.
#[must_use]
pub fn is_obeyed(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{3164}' | '\u{ffa0}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{206a}'..='\u{206f}'
            | '\u{061c}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{2028}' | '\u{2029}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    #[test]
    fn nothing_is_obeyed() {
        assert_eq!(super::line("a\u{1b}[31mb"), "a<U+001B>[31mb");
        assert_eq!(super::line("tilt\u{202e}tlit"), "tilt<U+202E>tlit");
        assert_eq!(super::line("til\u{ad}t"), "til<U+00AD>t");
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
