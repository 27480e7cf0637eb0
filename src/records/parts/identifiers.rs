//! National identifiers of organisations (SIREN, SIRET, RNA), with their check digits, and
//! invented ones, which are in no register.

pub use crate::documents::bare;

/// A kind of national identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// SIREN, of a body: nine digits.
    Siren,
    /// SIRET, of an establishment: its SIREN and five digits.
    Siret,
    /// Number of the national register of associations: `W` and nine digits.
    Rna,
}

impl Number {
    /// Every kind, in the order of the schema.
    pub const ALL: [Self; 3] = [Self::Siren, Self::Siret, Self::Rna];

    /// The key of a record under which it is written.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Siren => "siren",
            Self::Siret => "siret",
            Self::Rna => "rna",
        }
    }

    /// The name that people use, in both languages.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Siren => "SIREN",
            Self::Siret => "SIRET",
            Self::Rna => "RNA",
        }
    }

    /// Whether a text has the form and the key of a number of the register.
    #[must_use]
    pub fn may_be(self, text: &str) -> bool {
        match self {
            Self::Siren => is_siren(text),
            Self::Siret => is_siret(text),
            Self::Rna => is_rna(text),
        }
    }

    /// Whether a text is an invented number: [`INVENTED_SIGN`], then digits in the number of the
    /// register's own. With a zero for the sign, the keys are right, so that slips show in invented
    /// numbers too.
    ///
    /// No register can hold such a number: SIREN and SIRET are digits alone, and a number of the
    /// register of associations begins with `W`. Digits would not do, of any beginning: `000` and
    /// `005` have both been assigned.
    #[must_use]
    pub fn is_invented(self, text: &str) -> bool {
        let Some(digits) = text.strip_prefix(INVENTED_SIGN) else {
            return false;
        };
        match self {
            Self::Siren => is_siren(&format!("0{digits}")),
            Self::Siret => is_siret(&format!("0{digits}")),
            Self::Rna => digits.len() == 9 && all_digits(digits),
        }
    }

    /// Whether a text was filled in for the sake of filling: one digit throughout, or in all places
    /// but the last where that is a key.
    #[must_use]
    pub fn is_filler(self, text: &str) -> bool {
        // A SIRET is as little anybody's as the SIREN in it.
        let length = text.len().min(9);
        let body = match self {
            Self::Siren | Self::Siret => text.get(..length.saturating_sub(1)),
            Self::Rna => Some(text),
        };
        let digits = body
            .unwrap_or_default()
            .trim_start_matches(['W', INVENTED_SIGN])
            .as_bytes();
        !digits.is_empty() && digits.iter().all(|digit| Some(digit) == digits.first())
    }
}

/// The sign with which invented numbers begin.
pub const INVENTED_SIGN: char = 'X';

/// Returns whether a text is a SIREN: nine digits whose Luhn sum is a multiple of ten.
///
/// Source: INSEE, répertoire Sirene; the algorithm is ISO/IEC 7812-1, annex B.
#[must_use]
pub fn is_siren(text: &str) -> bool {
    text.len() == 9 && luhn(text)
}

/// Returns whether a text is the SIREN of an intercommunality, of today or of yesterday: one of the
/// series 24, whose next two digits are the department, or 200, of the public bodies founded since.
/// The key rules out that one digit is wrong.
#[must_use]
pub fn is_siren_of_intercommunality(text: &str) -> bool {
    is_siren(text) && (text.starts_with("24") || text.starts_with("200"))
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
    let [b'W', second, third, others @ ..] = bytes else {
        return false;
    };
    others.len() == 7
        && second.is_ascii_digit()
        && (third.is_ascii_digit() || third.is_ascii_uppercase())
        && others.iter().all(u8::is_ascii_digit)
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
    use crate::sources::Cut;

    use super::{INVENTED_SIGN, Number, bare, is_rna, is_siren, is_siret, with_check_digit};

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

    #[test]
    fn no_register_can_hold_an_invented_number() {
        for number in 0..1_000 {
            let body = with_check_digit(&format!("{:08}", number * 97));
            let establishment = with_check_digit(&format!("{body}{:04}", number % 10));
            for (kind, digits) in [(Number::Siren, &body), (Number::Siret, &establishment)] {
                let invented = format!("{INVENTED_SIGN}{}", digits.behind(1));
                assert_eq!(
                    kind.is_invented(&invented),
                    digits.starts_with('0'),
                    "{invented}"
                );
                assert!(!kind.may_be(&invented), "{invented}");
                assert!(!kind.is_invented(digits), "{digits}");
                // The digit for which the sign stands is one of no other register either.
                assert!(invented.parse::<u64>().is_err(), "{invented}");
            }
            let rna = format!("{INVENTED_SIGN}{number:09}");
            assert!(Number::Rna.is_invented(&rna) && !is_rna(&rna), "{rna}");
        }
        assert!(!Number::Siren.is_invented("X00064619"), "a wrong key");
    }

    #[test]
    fn one_digit_throughout_is_filler() {
        for (number, text) in [
            (Number::Siren, "000000000"),
            (Number::Siren, "999999998"),
            (Number::Siren, "111111118"),
            (Number::Siret, "00000000000000"),
            (Number::Siret, "99999999800017"),
            (Number::Rna, "W000000000"),
            (Number::Rna, "W999999999"),
        ] {
            assert!(number.is_filler(text), "{text}");
        }
        for (number, text) in [
            (Number::Siren, "356000000"),
            (Number::Siren, "000325175"),
            (Number::Siret, "35600000000048"),
            (Number::Rna, "W595000123"),
            (Number::Siren, ""),
        ] {
            assert!(!number.is_filler(text), "{text}");
        }
    }

    #[test]
    fn signs_between_digits_are_left_out() {
        assert_eq!(bare(" 200\u{202f}093\u{a0}201\u{200b}"), "200093201");
        assert_eq!(bare("\u{202a}200.093.201\u{202c}"), "200093201");
    }
}
