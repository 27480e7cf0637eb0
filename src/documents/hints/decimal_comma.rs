//! `decimal-comma`: a number with a decimal comma.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::reading::Reading;
use crate::documents::spelling::number;
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "decimal-comma", Error,
        fr: "dans un fichier, la virgule sépare deux éléments\u{202f}; les décimales suivent un \
            point",
        en: "in a file, a comma separates two items; decimals follow a point"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let found =
        number(failure.unquoted()).filter(|found| found.has_comma && found.unit.is_empty())?;
    if failure.is_yaml_error() || !failure.accepts_number(&found.plain) {
        return None;
    }
    Some(report(failure.reading, failure.value_span, found.plain))
}

/// Reports a number with a decimal comma, and proposes the one with a point.
#[must_use]
pub fn report(reading: &Reading, span: Span, with_point: String) -> Finding {
    let language = reading.language;
    reading
        .finding(
            &HINT.rule,
            span,
            say!(language,
                fr: "ce nombre a une virgule décimale",
                en: "this number has a decimal comma"),
        )
        .label(say!(language, fr: "virgule décimale", en: "decimal comma"))
        .help(say!(language, fr: "mettre un point décimal", en: "use a decimal point"))
        .edit(reading.place(span), Writing::Raw(with_point))
}
