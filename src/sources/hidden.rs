//! Characters of a text that are never seen: the one policy for what is found in records and for
//! what is shown.

use crate::sources::cut::Cut;

/// The characters of a text, each with its byte and whether it is hidden: a control, a mark of
/// direction, without width, blank though no space, a tag, or no character.
///
/// Joiners are hidden unless they do their work: between letters of scripts that join them, and
/// inside emoji.
pub fn characters(text: &str) -> impl Iterator<Item = (usize, char, bool)> {
    text.char_indices()
        .map(move |(at, character)| (at, character, is_hidden(text, at, character)))
}

/// The hidden characters of a text, line ends and tabs apart.
pub fn hidden(text: &str) -> impl Iterator<Item = char> {
    characters(text).filter_map(|(_, character, hidden)| {
        let is_space = matches!(character, '\n' | '\r' | '\t');
        (hidden && !is_space).then_some(character)
    })
}

/// Whether a text shows nothing: it is empty, or has only spaces, blanks and hidden characters.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    // The last is the empty pattern of Braille.
    let is_space = |character: char| character.is_whitespace() || character == '\u{2800}';
    characters(text).all(|(_, character, hidden)| hidden || is_space(character))
}

fn is_hidden(text: &str, at: usize, character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_control();
    }
    match character {
        '\u{200c}' | '\u{200d}' => !joins(text, at, character),
        '\u{180e}' => !is_before(text, at, is_mongolian),
        '\u{e0000}'..='\u{e007f}' => !is_in_flag(text, at),
        _ => {
            character.is_control()
                || matches!(character,
                    // Soft hyphen, and fillers of Hangul: blank, but part of a word.
                    '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}'
                    // Zero-width characters and marks of direction.
                    | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
                    | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
                    | '\u{fdd0}'..='\u{fdef}')
                // The last two code points of every plane, two of which XML cannot hold.
                || u32::from(character) & 0xFFFE == 0xFFFE
        }
    }
}

/// Whether a joiner, or its contrary, stands where its script or an emoji needs it.
fn joins(text: &str, at: usize, joiner: char) -> bool {
    let after = text.behind(at + joiner.len_utf8()).chars().next();
    let is_after = |is: fn(char) -> bool| after.is_some_and(is);
    // Scripts of India and their neighbours end words with one, after a letter without its vowel.
    is_before(text, at, is_indic)
        || is_before(text, at, is_cursive) && is_after(is_cursive)
        || joiner == '\u{200d}' && is_before(text, at, ends_emoji) && is_after(is_emoji)
}

fn is_before(text: &str, at: usize, is: fn(char) -> bool) -> bool {
    text.before(at).chars().next_back().is_some_and(is)
}

/// Arabic, Syriac, N'Ko and other scripts whose letters join.
fn is_cursive(character: char) -> bool {
    matches!(character,
        '\u{620}'..='\u{6ff}' | '\u{700}'..='\u{8ff}' | '\u{fb50}'..='\u{fdcf}'
        | '\u{fe70}'..='\u{fefc}' | '\u{10ac0}'..='\u{10aff}' | '\u{1e900}'..='\u{1e95f}')
        || is_mongolian(character)
}

fn is_mongolian(character: char) -> bool {
    matches!(character, '\u{1820}'..='\u{18aa}')
}

/// Devanagari to Sinhala, Tibetan, Myanmar, Khmer and others.
fn is_indic(character: char) -> bool {
    matches!(character,
        '\u{900}'..='\u{dff}' | '\u{f00}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{1a20}'..='\u{1aaf}' | '\u{1b00}'..='\u{1bff}' | '\u{a8e0}'..='\u{a8ff}'
        | '\u{a980}'..='\u{a9df}' | '\u{11000}'..='\u{11fff}')
}

/// Pictures, and the signs beside them that emoji join.
fn is_emoji(character: char) -> bool {
    matches!(character,
        '\u{2194}'..='\u{21aa}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}'
        | '\u{1f000}'..='\u{1faff}')
}

/// An emoji, or the selector of its coloured form.
fn ends_emoji(character: char) -> bool {
    is_emoji(character) || character == '\u{fe0f}'
}

/// Flags that are written with tags: those of England, Scotland and Wales.
const FLAGS: [&str; 3] = [
    "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
    "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
    "\u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}",
];

fn is_in_flag(text: &str, at: usize) -> bool {
    text.before(at).rfind('\u{1f3f4}').is_some_and(|start| {
        let flag = FLAGS
            .iter()
            .find(|flag| text.behind(start).starts_with(**flag));
        flag.is_some_and(|flag| at < start + flag.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joiners_stay_where_they_work() {
        for text in [
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
            "ശ്രീ അവന്\u{200d}",
            "👨\u{200d}👩\u{200d}👧",
            "❤\u{fe0f}\u{200d}🔥",
            "👩🏽\u{200d}🌾",
            "🏳\u{fe0f}\u{200d}🌈",
            FLAGS[1],
            "ᠮᠣᠩᠭᠣᠯ\u{180e}ᠠ",
        ] {
            assert_eq!(hidden(text).count(), 0, "{text}");
        }
        for (text, wanted) in [
            ("ti\u{200d}lt", '\u{200d}'),
            ("\u{200c}ab", '\u{200c}'),
            ("می\u{200c}", '\u{200c}'),
            ("می\u{200c}\u{200c}خ", '\u{200c}'),
            ("👨\u{200d}", '\u{200d}'),
            ("a\u{e0067}", '\u{e0067}'),
            ("🏴\u{e0061}", '\u{e0061}'),
            ("a\u{180e}", '\u{180e}'),
        ] {
            assert_eq!(hidden(text).next(), Some(wanted), "{}", text.escape_debug());
        }
    }

    #[test]
    fn what_shows_nothing_is_blank() {
        for text in [
            "",
            " ",
            "\u{a0}\u{200b}\u{2007}",
            "\u{2800}",
            "\u{3164}\u{ad}",
            "\u{0}",
        ] {
            assert!(is_blank(text), "{}", text.escape_debug());
        }
        assert!(!is_blank("a") && !is_blank("·"));
    }
}
