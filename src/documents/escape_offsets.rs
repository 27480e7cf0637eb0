//! Offsets in a file of the bytes of a TOML text, which escapes and line breaks displace.

use crate::sources::{Cut, Span};

/// The bytes of the file for some bytes of an unescaped text.
///
/// `written` is the text in the file, quotes included, `whole` its bytes there, and `inside` bytes
/// of the unescaped text. Returns `whole` where the text is not quoted, so that its offsets are not
/// known.
#[must_use]
pub fn file_span(written: &str, whole: Span, inside: Span) -> Span {
    let offsets = character_offsets(written);
    match (
        file_offset(&offsets, inside.start),
        file_offset(&offsets, inside.end),
    ) {
        (Some(start), Some(end)) if start <= end => {
            Span::new(whole.start + start, whole.start + end)
        }
        _ => whole,
    }
}

/// The offset, in the written text, of the first character at or behind a byte of the unescaped
/// one.
fn file_offset(offsets: &[(usize, usize)], unescaped: usize) -> Option<usize> {
    offsets
        .iter()
        .find(|(offset, _)| *offset >= unescaped)
        .map(|(_, written)| *written)
}

/// The offset of each character in the unescaped and in the written text; at last those of the
/// text's end. Empty for a text without quotes.
fn character_offsets(written: &str) -> Vec<(usize, usize)> {
    let quotes = ["\"\"\"", "'''", "\"", "'"]
        .into_iter()
        .find(|quotes| written.starts_with(quotes))
        .filter(|quotes| written.len() >= 2 * quotes.len());
    let Some(quotes) = quotes else {
        return Vec::new();
    };
    let has_escapes = quotes.starts_with('"');
    let end = written.len() - quotes.len();
    let mut offset = quotes.len();
    if quotes.len() == 3 {
        // A line break behind the opening quotes is not part of the text.
        offset += written
            .behind(offset)
            .chars()
            .take_while(|character| *character == '\r')
            .count();
        offset += usize::from(written.behind(offset).starts_with('\n'));
    }
    let (mut offsets, mut unescaped) = (Vec::new(), 0);
    while let Some(character) = written
        .get(offset..end)
        .and_then(|rest| rest.chars().next())
    {
        let (length, unescaped_length) = if has_escapes && character == '\\' {
            escape_lengths(written.between(offset, end))
        } else {
            (character.len_utf8(), character.len_utf8())
        };
        if unescaped_length > 0 {
            offsets.push((unescaped, offset));
        }
        unescaped += unescaped_length;
        offset += length;
    }
    offsets.push((unescaped, end));
    offsets
}

/// Bytes of the escape at the start of `written`, in the file and in the unescaped text.
fn escape_lengths(written: &str) -> (usize, usize) {
    match written.behind(1).chars().next() {
        Some('u') => code_lengths(written, 4),
        Some('U') => code_lengths(written, 8),
        Some('x') => code_lengths(written, 2),
        Some(character) if character.is_whitespace() => {
            // A backslash at the end of a line joins it to the next word.
            let rest = written.behind(1).trim_start();
            (written.len() - rest.len(), 0)
        }
        Some(_) => (2, 1),
        None => (1, 0),
    }
}

/// The lengths of an escape that gives a character by a number of hexadecimal digits.
fn code_lengths(written: &str, digits: usize) -> (usize, usize) {
    let character = written
        .get(2..2 + digits)
        .and_then(|code| u32::from_str_radix(code, 16).ok())
        .and_then(char::from_u32);
    (2 + digits, character.map_or(1, char::len_utf8))
}

#[cfg(test)]
mod tests {
    use super::file_span;
    use crate::sources::Cut;
    use crate::sources::Span;

    #[test]
    fn the_bytes_of_a_name_are_found_however_the_text_is_written() {
        for written in [
            "\"dynamic.purpse\"",
            "'dynamic.purpse'",
            "\"\\u0064ynamic.purpse\"",
            "\"\"\"\ndynamic.purpse\"\"\"",
            "\"\"\"\\\n   dynamic.purpse\"\"\"",
            "'''\ndynamic.purpse'''",
        ] {
            let span = file_span(written, Span::new(0, written.len()), Span::new(8, 14));
            assert_eq!(written.between(span.start, span.end), "purpse", "{written}");
        }
        let accented = "\"\\u00e9t\\u00e9 == 'a\\\"b'\"";
        let span = file_span(accented, Span::new(0, accented.len()), Span::new(9, 14));
        assert_eq!(accented.between(span.start, span.end), "'a\\\"b'");
        assert_eq!(
            file_span("bare", Span::new(3, 7), Span::new(0, 2)),
            Span::new(3, 7)
        );
    }
}
