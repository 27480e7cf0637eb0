//! `decimal-comma`: a number with a decimal comma.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::spelling::number;
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
    let (reading, language) = (failure.reading, failure.reading.language);
    Some(
        reading
            .finding(
                &HINT.rule,
                failure.value_span,
                say!(language,
                    fr: "ce nombre a une virgule décimale",
                    en: "this number has a decimal comma"),
            )
            .label(say!(language, fr: "virgule décimale", en: "decimal comma"))
            .help(say!(language, fr: "mettre un point décimal", en: "use a decimal point"))
            .edit(reading.place(failure.value_span), Writing::Raw(found.plain)),
    )
}
