//! Names into ids, and numbers that look like identifiers but can be nobody's.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The id that a name gives: small letters without accents, digits and hyphens.
pub fn id_of(name: &str) -> String {
    let plain = name.replace(['œ', 'Œ'], "oe").replace(['æ', 'Æ'], "ae");
    let letters = plain
        .nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase);
    let signs: String = letters
        .map(|letter| {
            if letter.is_ascii_alphanumeric() {
                letter
            } else {
                '-'
            }
        })
        .collect();
    let parts: Vec<&str> = signs.split('-').filter(|part| !part.is_empty()).collect();
    let mut id = parts.join("-");
    id.truncate(60);
    id.trim_end_matches('-').to_owned()
}

/// A SIREN whose key is right and which INSEE has given to nobody: it begins with three zeros.
pub fn siren(number: usize) -> String {
    keyed(&format!("000{:05}", number % 100_000))
}

/// The SIRET of the first establishment of such a SIREN.
pub fn siret(siren: &str) -> String {
    keyed(&format!("{siren}0001"))
}

/// A number of the register of associations from an office that does not exist.
pub fn rna(number: usize) -> String {
    format!("W000{:06}", number % 1_000_000)
}

/// A telephone number that the regulator keeps for fiction: 03 53 01 xx xx.
///
/// Source: Arcep, plan national de numérotation, décision 2018-0881, annexe 1.
pub fn phone(number: usize) -> String {
    format!("03 53 01 {:02} {:02}", number / 100 % 100, number % 100)
}

/// Digits and the Luhn key behind them (ISO/IEC 7812-1, annex B).
fn keyed(digits: &str) -> String {
    let doubled = |(place, byte): (usize, u8)| {
        let digit = u32::from(byte - b'0') * if place % 2 == 0 { 2 } else { 1 };
        if digit > 9 { digit - 9 } else { digit }
    };
    let sum: u32 = digits.bytes().rev().enumerate().map(doubled).sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}

#[cfg(test)]
mod tests {
    use super::{id_of, siren, siret};
    use crate::records::parts::identifiers::{is_siren, is_siret};

    #[test]
    fn numbers_have_the_right_key() {
        for number in 0..2_000 {
            assert!(
                is_siren(&siren(number)) && siren(number).starts_with("000"),
                "{number}"
            );
            assert!(is_siret(&siret(&siren(number))), "{number}");
        }
    }

    #[test]
    fn names_become_ids() {
        assert_eq!(id_of("L'Œuvre commune — Hénin"), "l-oeuvre-commune-henin");
    }
}
