//! National identifiers of organisations (SIREN, SIRET, RNA), with their check digits.

/// Removes the spaces and points that people write between digits.
#[must_use]
pub fn bare(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace() && *character != '.')
        .collect()
}

/// Returns whether a text is a SIREN: nine digits whose Luhn sum is a multiple of ten.
///
/// Source: INSEE, répertoire Sirene; the algorithm is ISO/IEC 7812-1, annex B.
#[must_use]
pub fn is_siren(text: &str) -> bool {
    text.len() == 9 && luhn(text)
}

/// SIREN of La Poste, which has more establishments than SIRET numbers with a right Luhn sum.
const LA_POSTE: &str = "356000000";

/// Returns whether a text is a SIRET: fourteen digits that begin with a SIREN, and whose Luhn sum
/// is a multiple of ten.
///
/// For establishments of La Poste, the plain sum of the digits may be a multiple of five instead.
#[must_use]
pub fn is_siret(text: &str) -> bool {
    let Some(siren) = text.get(..9) else {
        return false;
    };
    text.len() == 14
        && all_digits(text)
        && is_siren(siren)
        && (luhn(text) || siren == LA_POSTE && digit_sum(text).is_multiple_of(5))
}

/// Returns whether a text has the form of a number of the national register of associations (RNA):
/// `W` and nine digits.
///
/// In numbers of overseas offices, the second digit may be a letter (`W9R1000456`).
#[must_use]
pub fn is_rna(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 10
        && bytes[0] == b'W'
        && bytes[1].is_ascii_digit()
        && (bytes[2].is_ascii_digit() || bytes[2].is_ascii_uppercase())
        && bytes[3..].iter().all(u8::is_ascii_digit)
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns the sum of the digits of a text that has only digits.
fn digit_sum(text: &str) -> u32 {
    text.bytes().map(|byte| u32::from(byte - b'0')).sum()
}

/// Returns whether the Luhn sum of a text of digits is a multiple of ten.
fn luhn(text: &str) -> bool {
    all_digits(text) && luhn_sum(text).is_multiple_of(10)
}

/// Returns the Luhn sum of a text that has only digits: every second digit from the right is
/// doubled, and 9 is subtracted from a result of two digits.
fn luhn_sum(text: &str) -> u32 {
    text.bytes()
        .rev()
        .enumerate()
        .map(|(position, byte)| {
            let digit = u32::from(byte - b'0');
            match position % 2 {
                0 => digit,
                _ if digit > 4 => digit * 2 - 9,
                _ => digit * 2,
            }
        })
        .sum()
}

/// Appends its Luhn check digit to a text of digits.
#[must_use]
pub fn with_check_digit(digits: &str) -> String {
    let check_digit = (10 - luhn_sum(&format!("{digits}0")) % 10) % 10;
    format!("{digits}{check_digit}")
}

#[cfg(test)]
mod tests {
    use super::{is_rna, is_siren, is_siret};

    #[test]
    fn known_numbers_pass() {
        for siren in ["356000000", "200053742", "215903501", "200093201"] {
            assert!(is_siren(siren), "{siren}");
        }
        for siret in [
            "23350001600040",
            "38047555800058",
            "21860194600013",
            "35600000000048",
            "35600000009075",
        ] {
            assert!(is_siret(siret), "{siret}");
        }
        assert!(is_rna("W595000123") && is_rna("W9R1000456"));
    }

    #[test]
    fn one_changed_digit_fails() {
        for number in ["356000000", "200053742", "23350001600040", "38047555800058"] {
            for position in 0..number.len() {
                let mut changed = number.as_bytes().to_vec();
                changed[position] = b'0' + (changed[position] - b'0' + 1) % 10;
                let changed = String::from_utf8(changed).unwrap();
                assert!(!is_siren(&changed) && !is_siret(&changed), "{changed}");
            }
        }
        assert!(!is_siret("35600000009076"));
        for wrong in [
            "w595000123",
            "W59500012",
            "W5950001234",
            "5950001234",
            "W595-00123",
        ] {
            assert!(!is_rna(wrong), "{wrong}");
        }
    }
}
