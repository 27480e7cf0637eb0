//! `key-below-table`: a line below the heading of a table to which it does not belong.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::Hint;
use crate::documents::reading::Reading;
use crate::documents::syntax::Syntax;
use crate::sources::{Cut, Span};
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "key-below-table", Error,
        fr: "en TOML, une ligne appartient au dernier titre `[…]` qui la précède",
        en: "in TOML, a line belongs to the last `[…]` heading above it"),
    diagnose: |_| None,
};

/// Reports a key of the record's root that is below a heading, and proposes to move it above the
/// first one. Returns `None` if it is not below a heading.
#[must_use]
pub fn report(reading: &Reading, key_span: Span, value_span: Span, key: &str) -> Option<Finding> {
    let text = reading.text();
    let heading = if text.starts_with('[') {
        0
    } else {
        text.find("\n[")? + 1
    };
    if reading.syntax != Syntax::Toml || heading > key_span.start {
        return None;
    }
    let language = reading.language;
    let line = Span::new(
        reading.source.line_span(key_span.start).start,
        (reading.source.line_span(value_span.end).end + 1).min(text.len()),
    );
    let destination = Span::at(end_of_keys(text.before(heading)));
    let moved = format!("{}\n", reading.source.slice(line).trim());
    let title = reading.source.slice(reading.source.line_span(heading));
    Some(
        reading
            .finding(
                &HINT.rule,
                key_span,
                say!(language,
                fr: "la ligne `{key}` se trouve sous un tableau dont elle ne fait pas partie",
                en: "the line `{key}` is below a table that it does not belong to"),
            )
            .label(say!(language,
                fr: "lue comme une partie de ce tableau",
                en: "read as part of this table"))
            .help(say!(language,
                fr: "la remonter au-dessus du premier titre du fichier, `{title}`",
                en: "move it above the first heading of the file, `{title}`"))
            .edit(reading.place(destination), Writing::Raw(moved))
            .edit(reading.place(line), Writing::Raw(String::new())),
    )
}

/// The end of the last line that is neither blank nor a comment: a comment above the heading stays
/// with the heading.
fn end_of_keys(text: &str) -> usize {
    let (mut offset, mut end) = (0, 0);
    for line in text.split_inclusive('\n') {
        offset += line.len();
        if !line.trim().is_empty() && !line.trim_start().starts_with('#') {
            end = offset;
        }
    }
    end
}
