//! Applies the edits that findings propose.

use crate::diagnostic::{At, Edit, Writing};
use crate::documents::Syntax;
use crate::sources::Span;

/// A text with edits made in it, all together.
///
/// `None` where two of them overlap, one misses the text, or one still names its place by keys.
#[must_use]
pub fn apply(text: &str, syntax: Syntax, edits: &[Edit]) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (span, written) in &in_order(syntax, edits)? {
        out.push_str(text.get(done..span.start)?);
        text.get(span.start..span.end)?;
        out.push_str(written);
        done = span.end;
    }
    out.push_str(text.get(done..)?);
    Some(out)
}

/// Where a byte of the mended text stood before; `None` inside what an edit wrote.
#[must_use]
pub fn origin(offset: usize, syntax: Syntax, edits: &[Edit]) -> Option<usize> {
    let (mut before, mut after) = (0, 0);
    for (span, written) in &in_order(syntax, edits)? {
        let start = after + (span.start - before);
        if offset < start {
            break;
        }
        if offset < start + written.len() {
            return None;
        }
        (before, after) = (span.end, start + written.len());
    }
    Some(before + (offset - after))
}

/// The bytes that edits replace and what they write, in the order of the text.
fn in_order(syntax: Syntax, edits: &[Edit]) -> Option<Vec<(Span, String)>> {
    let mut ordered = Vec::with_capacity(edits.len());
    for edit in edits {
        let At::Span(span) = edit.place.at else {
            return None;
        };
        let written = match &edit.writing {
            Writing::Raw(written) => written.clone(),
            Writing::Text(text) => syntax.quote(text),
        };
        ordered.push((span, written));
    }
    ordered.sort_by_key(|(span, _)| *span);
    let apart = ordered
        .windows(2)
        .all(|pair| pair[0].0.end <= pair[1].0.start);
    apart.then_some(ordered)
}
