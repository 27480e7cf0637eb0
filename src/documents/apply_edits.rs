//! Application of the edits that findings propose.

use crate::diagnostic::{At, Edit, Writing};
use crate::documents::syntax::Syntax;
use crate::sources::Span;

/// Applies edits to a text, all of them at once.
///
/// Returns `None` if two of them overlap, one is outside the text, or one names its place by keys.
#[must_use]
pub fn apply(text: &str, syntax: Syntax, edits: &[Edit]) -> Option<String> {
    let mut edited = String::with_capacity(text.len());
    let mut copied = 0;
    for (span, replacement) in &replacements(syntax, edits)? {
        edited.push_str(text.get(copied..span.start)?);
        text.get(span.start..span.end)?;
        edited.push_str(replacement);
        copied = span.end;
    }
    edited.push_str(text.get(copied..)?);
    Some(edited)
}

/// The offset in the original text of a byte of the edited one. Returns `None` for a byte that an
/// edit wrote.
#[must_use]
pub fn original_offset(offset: usize, syntax: Syntax, edits: &[Edit]) -> Option<usize> {
    let (mut original, mut edited) = (0, 0);
    for (span, replacement) in &replacements(syntax, edits)? {
        let start = edited + (span.start - original);
        if offset < start {
            break;
        }
        if offset < start + replacement.len() {
            return None;
        }
        (original, edited) = (span.end, start + replacement.len());
    }
    Some(original + (offset - edited))
}

/// The replaced bytes with their replacements, in the order of the text. Returns `None` if two
/// overlap or one names its place by keys.
fn replacements(syntax: Syntax, edits: &[Edit]) -> Option<Vec<(Span, String)>> {
    let mut ordered = Vec::with_capacity(edits.len());
    for edit in edits {
        let At::Span(span) = edit.place.at else {
            return None;
        };
        let replacement = match &edit.writing {
            Writing::Raw(raw) => raw.clone(),
            Writing::Text(text) => syntax.quote(text),
        };
        ordered.push((span, replacement));
    }
    ordered.sort_by_key(|(span, _)| *span);
    let overlap = ordered
        .array_windows()
        .any(|[(span, _), (next, _)]| span.end > next.start);
    (!overlap).then_some(ordered)
}
