//! Plain text escaped for Markdown.

use crate::renderers::safe;

/// A text escaped for Markdown, which then shows it as it is.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in safe::line(text).chars() {
        match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' => out.extend(['\\', character]),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            // A forge would notify whoever has the name.
            '@' => out.push_str("&#64;"),
            other => out.push(other),
        }
    }
    out
}
