//! National identifiers of bodies: SIREN, SIRET, RNA, by form and by key.

/// The digits of a number without the blanks that people put between them.
#[must_use]
pub fn bare(text: &str) -> String {
    text.chars()
        .filter(|character| !character.is_whitespace() && *character != '.')
        .collect()
}

/// Whether nine digits are a SIREN: their Luhn sum is a multiple of ten.
///
/// Source: INSEE, répertoire Sirene; the algorithm is ISO/IEC 7812-1, annex B.
#[must_use]
pub fn is_siren(text: &str) -> bool {
    text.len() == 9 && luhn(text)
}

/// La Poste, whose establishments outnumber what the key can tell apart.
const LA_POSTE: &str = "356000000";

/// Whether fourteen digits are a SIRET: a SIREN, five digits, and the Luhn sum of all.
///
/// La Poste's own, beyond its head office, are right where the sum of their digits is a multiple of
/// five.
#[must_use]
pub fn is_siret(text: &str) -> bool {
    let Some(siren) = text.get(..9) else {
        return false;
    };
    let digits = || text.bytes().map(|byte| u32::from(byte - b'0'));
    text.len() == 14
        && all_digits(text)
        && is_siren(siren)
        && (luhn(text) || siren == LA_POSTE && digits().sum::<u32>() % 5 == 0)
}

/// Whether a text has the form of a number of the national register of associations: `W` and nine
/// signs.
///
/// Overseas numbers may hold a letter in second place of the office.
#[must_use]
pub fn is_rna(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digit_or_letter = |byte: &u8| byte.is_ascii_digit() || byte.is_ascii_uppercase();
    bytes.len() == 10
        && bytes[0] == b'W'
        && bytes[1].is_ascii_digit()
        && digit_or_letter(&bytes[2])
        && bytes[3..].iter().all(u8::is_ascii_digit)
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn luhn(text: &str) -> bool {
    let doubled = |(place, byte): (usize, u8)| {
        let digit = u32::from(byte - b'0');
        match place % 2 {
            0 => digit,
            _ if digit > 4 => digit * 2 - 9,
            _ => digit * 2,
        }
    };
    all_digits(text) && text.bytes().rev().enumerate().map(doubled).sum::<u32>() % 10 == 0
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
            for place in 0..number.len() {
                let mut changed = number.as_bytes().to_vec();
                changed[place] = b'0' + (changed[place] - b'0' + 1) % 10;
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
