//! Ids from names, with numbers that have the form of identifiers and belong to nobody.

use crate::records::id_from_name;
use crate::records::parts::identifiers::{INVENTED_SIGN, with_check_digit};

/// Makes an id from a name, of at most 60 characters: the index of the record comes behind it.
pub fn id_of(name: &str) -> String {
    let mut id = id_from_name(name);
    id.truncate(60);
    id.trim_end_matches('-').to_owned()
}

/// Returns an invented SIREN, which no register can hold.
pub fn siren(number: usize) -> String {
    // From 1: zeros throughout would be those of a form that is filled so as to be filled.
    invented(&with_check_digit(&format!(
        "{:08}",
        number % 10_000_000 + 1
    )))
}

/// Returns the SIRET of the first establishment of an invented SIREN.
pub fn siret(siren: &str) -> String {
    let digits = siren.replacen(INVENTED_SIGN, "0", 1);
    invented(&with_check_digit(&format!("{digits}0001")))
}

/// Returns an invented number of the register of associations.
pub fn rna(number: usize) -> String {
    format!("{INVENTED_SIGN}{:09}", number % 1_000_000_000 + 1)
}

/// Puts the sign of invented numbers in the place of the first digit, a zero.
fn invented(digits: &str) -> String {
    digits.replacen('0', &INVENTED_SIGN.to_string(), 1)
}

/// Returns a telephone number that the regulator reserves for works of fiction: 03 53 01 xx xx.
///
/// Source: Arcep, plan national de numérotation, décision 2018-0881, annexe 1.
pub fn phone(number: usize) -> String {
    format!("03 53 01 {:02} {:02}", number / 100 % 100, number % 100)
}

#[cfg(test)]
mod tests {
    use super::{id_of, rna, siren, siret};
    use crate::records::parts::identifiers::Number;

    #[test]
    fn numbers_are_invented_with_the_right_key() {
        for number in 0..2_000 {
            let siren = siren(number * 4_999);
            for (kind, text) in [
                (Number::Siret, siret(&siren)),
                (Number::Siren, siren),
                (Number::Rna, rna(number)),
            ] {
                assert!(kind.is_invented(&text), "{text}");
                assert!(!kind.may_be(&text), "{text}");
            }
        }
        let first = siren(0);
        assert!(!Number::Siren.is_filler(&first), "{first}");
    }

    #[test]
    fn names_become_ids() {
        assert_eq!(id_of("L'Œuvre commune — Hénin"), "l-oeuvre-commune-henin");
    }
}
