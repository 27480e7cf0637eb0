//! `key-below-table`: a line that slid below a table and now belongs to it.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::Hint;
use crate::documents::{Reading, Syntax};
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "key-below-table", Error,
        fr: "en TOML, une ligne appartient au dernier titre `[…]` qui la précède",
        en: "in TOML a line belongs to the last `[…]` heading above it"),
    diagnose: |_| None,
};

/// Tells a key of the whole record that stands below a heading, and moves it.
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
    let above = below_keys(&text[..heading]);
    let moved = format!("{}\n", reading.source.slice(line).trim());
    let title = reading.source.slice(reading.source.line_span(heading));
    Some(
        reading
            .finding(
                &HINT.rule,
                key_span,
                say!(language,
                fr: "la ligne `{key}` a glissé sous un tableau",
                en: "the line `{key}` slid below a table"),
            )
            .label(
                say!(language, fr: "lue comme une partie de ce tableau", en: "read as a part of \
                    that table"),
            )
            .help(say!(language,
                fr: "la remonter au-dessus du premier titre du fichier, `{title}`",
                en: "move it above the first heading of the file, `{title}`"))
            .edit(reading.place(Span::new(above, above)), Writing::Raw(moved))
            .edit(reading.place(line), Writing::Raw(String::new())),
    )
}

/// Where the last line ends that is neither blank nor a comment: what introduces the heading stays
/// with it.
fn below_keys(text: &str) -> usize {
    let (mut at, mut end) = (0, 0);
    for line in text.split_inclusive('\n') {
        at += line.len();
        if !line.trim().is_empty() && !line.trim_start().starts_with('#') {
            end = at;
        }
    }
    end
}
