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
    let spelled = failure.spelled(&found);
    if failure.is_yaml_error() || !failure.accepts_number(&spelled) {
        return None;
    }
    let (reading, language) = (failure.reading, failure.reading.language);
    let (sentence, label, help) = if spelled == found.plain {
        (
            say!(language,
                fr: "ce nombre a une virgule décimale",
                en: "this number has a decimal comma"),
            say!(language, fr: "virgule décimale", en: "decimal comma"),
            say!(language, fr: "mettre un point décimal", en: "use a decimal point"),
        )
    } else {
        (
            say!(language,
                fr: "ce nombre a une virgule devant trois chiffres, comme entre des milliers",
                en: "this number has a comma before three digits, as between thousands"),
            say!(language, fr: "virgule entre les milliers", en: "comma between thousands"),
            say!(language,
                fr: "écrire le nombre d'un seul tenant\u{a0}: `{spelled}`",
                en: "write the number without any sign: `{spelled}`"),
        )
    };
    Some(
        reading
            .finding(&HINT.rule, failure.value_span, sentence)
            .label(label)
            .help(help)
            .edit(reading.place(failure.value_span), Writing::Raw(spelled)),
    )
}
