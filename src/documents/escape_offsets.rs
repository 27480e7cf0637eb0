//! From bytes of a text as it reads to bytes of the file, where TOML writes it with escapes or over
//! several lines.

use crate::sources::Span;

/// The bytes of a file that stand for some bytes of a text; `written` is the text as the file has
/// it, quotes
/// included, and `whole` its bytes. Where the text is written in a way that leaves a doubt, the
/// whole of it.
#[must_use]
pub fn within(written: &str, whole: Span, inside: Span) -> Span {
    let starts = starts(written);
    let found = |at: usize| {
        starts
            .iter()
            .find(|(read, _)| *read >= at)
            .map(|(_, raw)| whole.start + raw)
    };
    match (found(inside.start), found(inside.end)) {
        (Some(start), Some(end)) if start <= end => Span::new(start, end),
        _ => whole,
    }
}

/// Each character's byte in the text as it reads, with its byte as it is written; at last the end
/// of the text.
fn starts(written: &str) -> Vec<(usize, usize)> {
    let quotes = ["\"\"\"", "'''", "\"", "'"]
        .into_iter()
        .find(|quotes| written.starts_with(quotes));
    let Some(quotes) = quotes.filter(|quotes| written.len() >= 2 * quotes.len()) else {
        return Vec::new();
    };
    let escaped = quotes.starts_with('"');
    let end = written.len() - quotes.len();
    let mut raw = quotes.len();
    if quotes.len() == 3 {
        raw += written[raw..]
            .chars()
            .take_while(|sign| *sign == '\r')
            .count();
        raw += usize::from(written[raw..].starts_with('\n'));
    }
    let (mut starts, mut read) = (Vec::new(), 0);
    while let Some(sign) = written.get(raw..end).and_then(|rest| rest.chars().next()) {
        let (length, meant) = if escaped && sign == '\\' {
            escape(&written[raw..end])
        } else {
            (sign.len_utf8(), sign.len_utf8())
        };
        if meant > 0 {
            starts.push((read, raw));
        }
        read += meant;
        raw += length;
    }
    starts.push((read, end));
    starts
}

/// How many bytes an escape takes in the file, and how many in the text.
fn escape(written: &str) -> (usize, usize) {
    let digits = |count: usize| {
        let code = written
            .get(2..2 + count)
            .and_then(|digits| u32::from_str_radix(digits, 16).ok());
        (
            2 + count,
            code.and_then(char::from_u32).map_or(1, char::len_utf8),
        )
    };
    match written[1..].chars().next() {
        Some('u') => digits(4),
        Some('U') => digits(8),
        Some('x') => digits(2),
        Some(sign) if sign.is_whitespace() => {
            // A backslash at the end of a line joins it to the next word.
            let rest = written[1..].trim_start();
            (written.len() - rest.len(), 0)
        }
        Some(_) => (2, 1),
        None => (1, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::within;
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
            let span = within(written, Span::new(0, written.len()), Span::new(8, 14));
            assert_eq!(&written[span.start..span.end], "purpse", "{written}");
        }
        let accented = "\"\\u00e9t\\u00e9 == 'a\\\"b'\"";
        let span = within(accented, Span::new(0, accented.len()), Span::new(9, 14));
        assert_eq!(&accented[span.start..span.end], "'a\\\"b'");
        assert_eq!(
            within("bare", Span::new(3, 7), Span::new(0, 2)),
            Span::new(3, 7)
        );
    }
}
