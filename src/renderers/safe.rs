//! The one wrapper through which untrusted text reaches a terminal.

/// A text without anything that a terminal would obey: control, bidirectional and invisible characters are shown
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

/// Characters that change how others are shown, or do something by themselves.
#[must_use]
pub fn is_obeyed(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{206a}'..='\u{206f}'
            | '\u{061c}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{2028}' | '\u{2029}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    #[test]
    fn nothing_is_obeyed() {
        assert_eq!(super::line("a\u{1b}[31mb"), "a<U+001B>[31mb");
        assert_eq!(super::line("tilt\u{202e}tlit"), "tilt<U+202E>tlit");
        assert_eq!(super::line("deux\nlignes"), "deux lignes");
        assert_eq!(super::line("Cœur d'Ostrevent, 2\u{202f}000"), "Cœur d'Ostrevent, 2\u{202f}000");
    }
}
