//! `unquoted-code`: an official code or a phone number without quotes.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::schema::schemas::Schemas;
use crate::documents::schema::shape::{Code, Shape, ShapeKind};
use crate::documents::tree::ScalarForm;
use crate::language::Bilingual;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "unquoted-code", Error,
        fr: "un code n'est pas un nombre : sans guillemets, il perdrait son zéro ou ses lettres",
        en: "a code is not a number: without quotes it would lose its zero or its letters"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let (reading, language) = (failure.reading, failure.reading.language);
    let sentence =
        say!(language, fr: "un code se met entre guillemets", en: "a code is written in quotes");
    let finding = reading.finding(&HINT.rule, failure.value_span, sentence);
    if let Some((code, help)) = code_without_zero(failure) {
        return Some(
            finding
                .label(say!(language,
                    fr: "lu comme un nombre, qui a perdu son zéro",
                    en: "read as a number, which lost its zero"))
                .help(help.get(language).to_owned())
                .edit(reading.place(failure.value_span), Writing::Text(code)),
        );
    }
    let code = if failure.expected.is_some() {
        code_in_value(failure)?
    } else {
        code_in_error(failure)?
    };
    Some(
        finding
            .label(say!(language, fr: "lu comme un nombre", en: "read as a number"))
            .help(say!(language, fr: "ajouter les guillemets", en: "add the quotes"))
            .edit(reading.place(failure.value_span), Writing::Text(code)),
    )
}

/// The code of a number that lost its zero, with the zero, and what its readers are told.
///
/// Official codes have two, five or nine characters, telephone numbers ten digits. Of a number of a
/// register any digit may be missing.
fn code_without_zero(failure: &ParseFailure) -> Option<(String, Bilingual)> {
    let text = failure.value_text();
    if !is_digits(text) || text.starts_with('0') {
        return None;
    }
    let help = match (code_of(failure.expected?)?, text.len()) {
        (Code::Official, 4) => Bilingual {
            fr: "un code de commune a cinq caractères\u{a0}: remettre le zéro et ajouter les \
                guillemets",
            en: "the code of a commune has five characters: restore the zero and add the quotes",
        },
        (Code::Official, 1) => Bilingual {
            fr: "un code de département ou de région a deux chiffres\u{a0}: remettre le zéro et \
                ajouter les guillemets",
            en: "the code of a department or a region has two digits: restore the zero and add \
                the quotes",
        },
        (Code::Phone, 9) => Bilingual {
            fr: "un numéro de téléphone a dix chiffres\u{a0}: remettre le zéro et ajouter les \
                guillemets",
            en: "a telephone number has ten digits: restore the zero and add the quotes",
        },
        _ => return None,
    };
    let code = format!("0{text}");
    failure
        .accepts(ScalarForm::Text, &code)
        .then_some((code, help))
}

/// The family of codes of a shape, or of one of its alternatives.
fn code_of(shape: &Shape) -> Option<Code> {
    let schemas = Schemas::embedded();
    shape.code.or_else(|| match &shape.kind {
        ShapeKind::ShortOrTable(choices) => choices
            .iter()
            .find_map(|choice| code_of(schemas.shape(*choice))),
        _ => None,
    })
}

/// A code that TOML cannot read: with a leading zero, of a Corsican commune, a SIREN in groups, or
/// a phone number.
fn code_in_error(failure: &ParseFailure) -> Option<String> {
    if !failure.is_toml_error() {
        return None;
    }
    let text = failure.value_text();
    let ungrouped: String = text.split([' ', '\u{a0}', '\u{202f}', '.']).collect();
    if text.contains(' ') && is_digits(&ungrouped) && is_registry_number(failure, &ungrouped) {
        return Some(ungrouped);
    }
    let has_leading_zero = text.starts_with('0')
        && ungrouped.len() > 3
        && ungrouped
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    let is_corsican = text.len() == 5
        && matches!(text.get(..2), Some("2A" | "2B"))
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b'A' | b'B'));
    let is_phone_number = ungrouped
        .strip_prefix('+')
        .is_some_and(|rest| rest.len() > 6 && is_digits(rest));
    (has_leading_zero || is_corsican || is_phone_number).then(|| text.to_owned())
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether digits in groups are a SIREN or a SIRET. Nine digits may also be a large number, unless
/// the key is one of codes.
fn is_registry_number(failure: &ParseFailure, digits: &str) -> bool {
    let key = failure.line().split('=').next().unwrap_or_default();
    match digits.len() {
        9 => key.contains("siren") || key.contains("code"),
        14 => true,
        _ => false,
    }
}

/// A number where a code is expected, with its groups or without.
fn code_in_value(failure: &ParseFailure) -> Option<String> {
    let text = failure.value_text();
    let ungrouped: String = text.split_whitespace().collect();
    let digits = ungrouped.strip_prefix('+').unwrap_or(&ungrouped);
    code_of(failure.expected?)?;
    if digits.is_empty() || !is_digits(digits) {
        return None;
    }
    [text, &ungrouped]
        .into_iter()
        .find(|code| failure.accepts(ScalarForm::Text, code))
        .map(str::to_owned)
}
