//! Application of the edits that findings propose.

use crate::diagnostic::{At, Edit, Writing};
use crate::documents::syntax::Syntax;
use crate::sources::Span;

/// Applies edits to a text, all of them at once.
///
/// Returns `None` if two of them overlap, one is outside the text, or one names its place by keys.
#[must_use]
pub fn apply(text: &str, syntax: Syntax, edits: &[Edit]) -> Option<String> {
    Replacements::of(syntax, edits)?.applied_to(text)
}

/// The bytes of a text that edits replace, in its order.
pub struct Replacements(Vec<Replacement>);

struct Replacement {
    /// Bytes of the original text.
    span: Span,
    /// What takes their place.
    text: String,
    /// Where this begins in the edited text.
    start: usize,
}

impl Replacement {
    /// The end in the edited text.
    fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

impl Replacements {
    /// The replacements that edits make. Returns `None` if two overlap or one names its place by
    /// keys.
    #[must_use]
    pub fn of(syntax: Syntax, edits: &[Edit]) -> Option<Self> {
        let mut ordered = Vec::with_capacity(edits.len());
        for edit in edits {
            let At::Span(span) = edit.place.at else {
                return None;
            };
            let text = match &edit.writing {
                Writing::Raw(raw) => raw.clone(),
                Writing::Text(text) => syntax.quote(text),
            };
            ordered.push(Replacement {
                span,
                text,
                start: 0,
            });
        }
        ordered.sort_by_key(|replacement| replacement.span);
        let (mut original, mut edited) = (0, 0);
        for replacement in &mut ordered {
            // Negative where this one overlaps the one before.
            replacement.start = edited + replacement.span.start.checked_sub(original)?;
            (original, edited) = (replacement.span.end, replacement.end());
        }
        Some(Self(ordered))
    }

    /// The edited text. Returns `None` if a replacement is outside the text.
    #[must_use]
    pub fn applied_to(&self, text: &str) -> Option<String> {
        let mut edited = String::with_capacity(text.len());
        let mut copied = 0;
        for Replacement {
            span,
            text: replacement,
            ..
        } in &self.0
        {
            edited.push_str(text.get(copied..span.start)?);
            text.get(span.start..span.end)?;
            edited.push_str(replacement);
            copied = span.end;
        }
        edited.push_str(text.get(copied..)?);
        Some(edited)
    }

    /// The offset in the original text of a byte of the edited one. Returns `None` for a byte that
    /// a replacement wrote.
    #[must_use]
    pub fn original_offset(&self, offset: usize) -> Option<usize> {
        let begun = self.0.partition_point(|other| other.start <= offset);
        let last = begun.checked_sub(1).and_then(|index| self.0.get(index));
        match last {
            None => Some(offset),
            Some(last) => Some(last.span.end + offset.checked_sub(last.end())?),
        }
    }
}
