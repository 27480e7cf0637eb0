//! Codes and addresses that are right but for their spelling.

use crate::diagnostic::{Finding, Writing};
use crate::documents::reading::Reading;
use crate::documents::schema::fit;
use crate::documents::schema::shape::Shape;
use crate::documents::spelling::{bare, is_between_digits};
use crate::documents::tree::ScalarForm;
use crate::language::Bilingual;
use crate::sources::{Cut, Span};

/// Offers, for a text that does not fit a shape, the spelling of it that does; returns the finding
/// as it is if there is none.
#[must_use]
pub fn offer(
    finding: Finding,
    reading: &Reading,
    span: Span,
    text: &str,
    shape: &Shape,
) -> Finding {
    let mut spellings = spellings(text).into_iter();
    let fitting = spellings
        .find(|(spelling, _)| spelling != text && fit::fits(ScalarForm::Text, spelling, shape));
    match fitting {
        Some((spelling, help)) => finding
            .help(help.get(reading.language).to_owned())
            .edit(reading.place(span), Writing::Text(spelling)),
        None => finding,
    }
}

/// The spellings that a text may stand for, the least changed first, each with what its reader is
/// told.
fn spellings(text: &str) -> Vec<(String, Bilingual)> {
    let without_spaces = Bilingual {
        fr: "l'écrire d'un seul tenant",
        en: "write it without spaces",
    };
    let trimmed = text.trim_matches(|sign| sign != '.' && is_between_digits(sign));
    let mut found = vec![(
        trimmed.to_owned(),
        Bilingual {
            fr: "effacer les espaces autour",
            en: "delete the spaces around it",
        },
    )];
    let plain = bare(text);
    if !is_code(&plain) {
        return found;
    }
    let is_whole = plain.len() == text.len();
    let capital = Bilingual {
        fr: "l'écrire en majuscules",
        en: "write it in capitals",
    };
    found.push((
        plain.to_ascii_uppercase(),
        if is_whole { capital } else { without_spaces },
    ));
    if plain.len() == 1 {
        found.push((
            format!("0{plain}"),
            Bilingual {
                fr: "un code de département ou de région a deux caractères\u{a0}: remettre le zéro",
                en: "the code of a department or a region has two characters: restore the zero",
            },
        ));
    }
    if plain.len() == SIRET {
        found.push((
            plain.before(SIREN).to_owned(),
            Bilingual {
                fr: "c'est un SIRET\u{a0}: garder les neuf premiers chiffres, le SIREN",
                en: "this is a SIRET number: keep the first nine digits, the SIREN",
            },
        ));
    }
    found
}

/// Digits of a SIREN, and of a SIRET, which begins with one.
const SIREN: usize = 9;
const SIRET: usize = 14;

/// Whether a text without its spaces is a code: digits, with a letter or two at most.
fn is_code(plain: &str) -> bool {
    let letters = plain.bytes().filter(u8::is_ascii_alphabetic).count();
    letters <= 2
        && plain.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && plain.bytes().any(|byte| byte.is_ascii_digit())
}
