//! The layout of explanations: indented blocks, hanging paragraphs.

use unicode_width::UnicodeWidthStr;

/// Columns that a paragraph needs beside its heading.
const COMFORTABLE: usize = 30;

/// A text with each line indented by four columns.
#[must_use]
pub fn indented(text: &str) -> String {
    text.trim_end()
        .lines()
        .map(|line| format!("    {line}").trim_end().to_owned() + "\n")
        .collect()
}

/// A heading with a paragraph beside it, or below it on a narrow terminal.
#[must_use]
pub fn entry(heading: &str, text: &str, columns: usize) -> String {
    if columns < heading.chars().count() + COMFORTABLE {
        format!("{}\n{}", heading.trim_end(), hanging("    ", text, columns))
    } else {
        hanging(heading, text, columns)
    }
}

/// A paragraph folded beside its heading, its lines aligned.
#[must_use]
pub fn hanging(heading: &str, text: &str, columns: usize) -> String {
    let indent = heading.chars().count();
    let width = columns.saturating_sub(indent).max(COMFORTABLE / 2);
    let mut out = heading.to_owned();
    let mut used = 0;
    for word in text.split(' ') {
        if used > 0 && used + 1 + word.width() > width {
            out.push('\n');
            out.push_str(&" ".repeat(indent));
            used = 0;
        } else if used > 0 {
            out.push(' ');
            used += 1;
        }
        out.push_str(word);
        used += word.width();
    }
    out + "\n"
}
