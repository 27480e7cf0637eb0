//! `unquoted-code`: an official code or a phone number without quotes.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::{ScalarForm, Kind, Schemas, Shape};
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "unquoted-code", Error,
        fr: "un code n'est pas un nombre : sans guillemets, il perdrait son zéro ou ses lettres",
        en: "a code is no number: without quotes it would lose its zero or its letters"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let (reading, language) = (failure.reading, failure.reading.language);
    let sentence =
        say!(language, fr: "un code se met entre guillemets", en: "a code stands in quotes");
    let finding = reading.finding(&HINT.rule, failure.value, sentence);
    if let Some(code) = without_zero(failure) {
        let said = finding.label(say!(language,
            fr: "lu comme un nombre, qui a perdu son zéro",
            en: "read as a number, which lost its zero"));
        let help = say!(language,
            fr: "un code de commune a cinq caractères\u{a0}: rendre le zéro, ajouter les \
                guillemets",
            en: "the code of a commune has five characters: give back the zero, add the quotes");
        return Some(
            said.help(help)
                .edit(reading.place(failure.value), Writing::Text(code)),
        );
    }
    let code = if failure.wanted.is_some() {
        wanted(failure)?
    } else {
        broken(failure)?
    };
    Some(
        finding
            .label(say!(language, fr: "lu comme un nombre", en: "read as a number"))
            .help(say!(language, fr: "ajouter les guillemets", en: "add the quotes"))
            .edit(reading.place(failure.value), Writing::Text(code)),
    )
}

/// The code of a commune that lost its zero as a number.
fn without_zero(failure: &ParseFailure) -> Option<String> {
    let text = failure.text();
    let code =
        text.len() == 4 && text.bytes().all(|sign| sign.is_ascii_digit()) && !text.starts_with('0');
    (code && failure.wanted.is_some_and(is_of_commune)).then(|| format!("0{text}"))
}

/// Whether a shape, or one of its alternatives, is the code of a commune.
fn is_of_commune(wanted: &Shape) -> bool {
    let inner = |choice: &usize| is_of_commune(Schemas::embedded().shape(*choice));
    match &wanted.kind {
        Kind::ShortOrTable(choices) => choices.iter().any(inner),
        _ => wanted.names.as_deref() == Some("commune"),
    }
}

/// What TOML cannot read: a leading zero, a Corsican commune, the groups of a SIREN or of a phone
/// number.
fn broken(failure: &ParseFailure) -> Option<String> {
    let text = failure.text();
    let tight: String = text.split([' ', '\u{a0}', '\u{202f}', '.']).collect();
    let signs = |more: fn(u8) -> bool| {
        tight
            .bytes()
            .all(|sign| sign.is_ascii_digit() || more(sign))
    };
    let zero = text.starts_with('0') && tight.len() > 3 && signs(|sign| sign.is_ascii_uppercase());
    let corsican = text.len() == 5
        && matches!(text.get(..2), Some("2A" | "2B"))
        && signs(|sign| matches!(sign, b'A' | b'B'));
    let number = text.contains(' ') && signs(|_| false) && registered(failure, &tight);
    let abroad = tight
        .strip_prefix('+')
        .is_some_and(|rest| rest.len() > 6 && rest.bytes().all(|sign| sign.is_ascii_digit()));
    if !failure.breaks_toml() || !(zero || corsican || number || abroad) {
        return None;
    }
    Some(if number { tight } else { text.to_owned() })
}

/// A SIREN or a SIRET in groups; nine digits may also be a large number, unless the key says.
fn registered(failure: &ParseFailure, digits: &str) -> bool {
    let key = failure.line().split('=').next().unwrap_or_default();
    match digits.len() {
        9 => key.contains("siren") || key.contains("code"),
        14 => true,
        _ => false,
    }
}

/// A number where a text of a certain form is wanted, or groups that fit without their spaces.
fn wanted(failure: &ParseFailure) -> Option<String> {
    let text = failure.text();
    let tight: String = text.split_whitespace().collect();
    let digits = tight.len() > 4 && tight.bytes().all(|sign| sign.is_ascii_digit());
    [text, &tight]
        .into_iter()
        .find(|code| digits && failure.wants(ScalarForm::Text, code))
        .map(str::to_owned)
}
