//! Warnings about a scalar that fits its schema, but hardly as it was meant.

use crate::diagnostic::{At, Finding, Severity};
use crate::documents::hints::{self, thousands_point};
use crate::documents::reading::Reading;
use crate::documents::schema::schemas::Schemas;
use crate::documents::schema::shape::{Shape, ShapeId, ShapeKind};
use crate::documents::tree::ScalarForm;
use crate::sources::Span;

/// The finding about a value that fits.
pub(super) fn scan(
    reading: &Reading,
    span: Span,
    form: ScalarForm,
    text: &str,
    id: ShapeId,
) -> Option<Finding> {
    let shape = Schemas::embedded().shape(id);
    match form {
        ScalarForm::Text => hints::scan_text(reading, span, text, shape),
        ScalarForm::Integer | ScalarForm::Float => {
            thousands_point::scan(reading, span, text, shape)
        }
        ScalarForm::Boolean | ScalarForm::Date => None,
    }
}

/// Whether a text is the name of a record, a word of the vocabulary or a code; the schemas then say
/// that it is not empty.
pub(super) fn names_something(shape: &Shape) -> bool {
    let names = shape.names.is_some() || shape.word.is_some() || shape.code.is_some();
    match &shape.kind {
        ShapeKind::ShortOrTable(choices) => {
            let mut shapes = choices.iter().map(|id| Schemas::embedded().shape(*id));
            names || shapes.any(names_something)
        }
        _ => names,
    }
}

/// Whether the place of a finding is among some bytes.
pub(super) fn is_inside(finding: &Finding, outer: Span) -> bool {
    matches!(&finding.primary.place.at,
        At::Span(span) if outer.start <= span.start && span.end <= outer.end)
        && finding.severity != Severity::Error
}
