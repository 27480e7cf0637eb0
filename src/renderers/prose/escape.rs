//! Plain text escaped for Markdown.

use crate::renderers::safe;
use crate::sources::Cut;

/// A text escaped for Markdown, which then shows it as it is, at the start of a line too.
#[must_use]
pub fn escaped(text: &str) -> String {
    escaped_start(escaped_words(text))
}

/// A text escaped for Markdown after the start of a line.
pub(super) fn escaped_words(text: &str) -> String {
    let text = safe::line(text);
    let mut out = String::with_capacity(text.len());
    for (index, character) in text.char_indices() {
        match character {
            // A forge shows what stands between dollars as a formula.
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '$' => {
                out.extend(['\\', character]);
            }
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            // A forge would notify whoever has the name.
            '@' => out.push_str("&#64;"),
            // A forge makes links of bare addresses, among them those of file servers.
            ':' if is_file_server(text.before(index)) && text.behind(index).starts_with("://") => {
                out.push_str("\\:");
            }
            other => out.push(other),
        }
    }
    out
}

/// Whether a text ends with the scheme of file servers.
fn is_file_server(before: &str) -> bool {
    let start = before.len().saturating_sub(3);
    before
        .get(start..)
        .is_some_and(|scheme| scheme.eq_ignore_ascii_case("ftp"))
}

/// A line with a backslash where Markdown would take its start for an item of a list, a rule, or
/// the alignments of a table.
pub(super) fn escaped_start(line: String) -> String {
    let spaces = line.len() - line.trim_start_matches(' ').len();
    if spaces > 0 {
        let (before, rest) = line.split_at(spaces);
        let rest = escaped_start(rest.to_owned());
        // From four on, they would make a block of code.
        let first = if spaces < 4 { " " } else { "&#32;" };
        return format!("{first}{}{rest}", before.behind(1));
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = line.split_at(digits);
    let mut characters = rest.chars();
    let (mark, after) = (characters.next(), characters.next());
    let ends = after.is_none_or(char::is_whitespace);
    let only = |marks: &str| rest.trim_end().chars().all(|one| marks.contains(one));
    let is_mark = match mark {
        Some('-') => number.is_empty() && (ends || only("- :")),
        Some('+') => number.is_empty() && ends,
        Some(':') => number.is_empty() && only("-: "),
        Some('.' | ')') => !number.is_empty() && ends,
        _ => false,
    };
    if is_mark {
        format!("{number}\\{rest}")
    } else {
        line
    }
}

/// A line below another one of its paragraph, of which it must not become the underline, which
/// would make a heading of it.
pub(super) fn escaped_below(line: String) -> String {
    if !line.is_empty() && line.trim_end().chars().all(|one| one == '=') {
        return format!("\\{line}");
    }
    escaped_start(line)
}

/// A text in which every sign is written by its number, so that none can be taken for markup.
pub(super) fn by_number(text: &str) -> String {
    safe::line(text)
        .chars()
        .map(|character| {
            if character.is_ascii_alphanumeric() || !character.is_ascii_graphic() {
                character.to_string()
            } else {
                format!("&#{};", u32::from(character))
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn only_what_would_begin_something_is_escaped_at_the_start() {
        for (text, wanted) in [
            ("- un", "\\- un"),
            ("-5", "-5"),
            ("--- -", "\\--- -"),
            ("+ un", "\\+ un"),
            ("+3", "+3"),
            ("2024. Bilan", "2024\\. Bilan"),
            ("2024.", "2024\\."),
            ("2.5", "2.5"),
            ("=", "="),
            (":-: :-", "\\:-: :-"),
            (": oui", ": oui"),
            ("FTP://a.example", "FTP\\://a.example"),
            ("5 $", "5 \\$"),
            ("  - un", "  \\- un"),
            ("    un", "&#32;   un"),
        ] {
            assert_eq!(escaped(text), wanted);
        }
    }
}
