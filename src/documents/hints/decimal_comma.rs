//! `decimal-comma`: a number with a decimal comma.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::line_tokens::TokenKind;
use crate::documents::reading::Reading;
use crate::documents::spelling::{WrittenNumber, number};
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
    if let Some(found) = with_comma(failure.unquoted()) {
        let spelled = failure.spelled(&found);
        let is_meant = !failure.is_yaml_error() && failure.accepts_number(&spelled);
        return is_meant.then(|| report(failure.reading, failure.value_span, &found, spelled));
    }
    let (span, found) = value_in_braces(failure)?;
    let spelled = failure.spelled(&found);
    Some(report(failure.reading, span, &found, spelled))
}

/// Reports a number that its comma cut, between braces of YAML; `None` for any other value.
#[must_use]
pub fn of_cut_value(reading: &Reading, whole: Span) -> Option<Finding> {
    let found = with_comma(reading.source.slice(whole))?;
    let spelled = found.as_thousands().filter(|text| text.ends_with("000"));
    let spelled = spelled.unwrap_or_else(|| found.plain.clone());
    Some(report(reading, whole, &found, spelled))
}

fn with_comma(text: &str) -> Option<WrittenNumber<'_>> {
    number(text).filter(|found| found.has_comma && found.unit.is_empty())
}

/// A value between braces with a decimal comma: the parser takes the comma for the end of the
/// value, the decimals for a key, and stops anywhere behind.
fn value_in_braces<'t>(failure: &ParseFailure<'_, 't>) -> Option<(Span, WrittenNumber<'t>)> {
    if !failure.is_toml_error() {
        return None;
    }
    let tokens = failure.tokens();
    tokens.array_windows().find_map(|[sign, value]| {
        let found = with_comma(failure.slice(value.span))?;
        let is_value = sign.kind == TokenKind::Sign('=') && value.kind == TokenKind::Word;
        let is_before = value.span.start <= failure.error_span.end;
        (is_value && is_before && failure.line().contains('{')).then_some((value.span, found))
    })
}

/// Reports a number with a comma, and proposes its spelling in records.
fn report(reading: &Reading, span: Span, found: &WrittenNumber, spelled: String) -> Finding {
    let language = reading.language;
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
    reading
        .finding(&HINT.rule, span, sentence)
        .label(label)
        .help(help)
        .edit(reading.place(span), Writing::Raw(spelled))
}
