//! Ids from names, with numbers that have the form of identifiers and belong to nobody.

use crate::records::id_from_name;
use crate::records::parts::identifiers::with_check_digit;

/// Makes an id from a name, of at most 60 characters: the index of the record comes behind it.
pub fn id_of(name: &str) -> String {
    let mut id = id_from_name(name);
    id.truncate(60);
    id.trim_end_matches('-').to_owned()
}

/// Returns a SIREN with a right check digit, which INSEE assigns to nobody: it starts with three
/// zeros.
pub fn siren(number: usize) -> String {
    with_check_digit(&format!("000{:05}", number % 100_000))
}

/// Returns the SIRET of the first establishment of a SIREN.
pub fn siret(siren: &str) -> String {
    with_check_digit(&format!("{siren}0001"))
}

/// Returns a number of the register of associations, of an office that does not exist.
pub fn rna(number: usize) -> String {
    format!("W000{:06}", number % 1_000_000)
}

/// Returns a telephone number that the regulator reserves for works of fiction: 03 53 01 xx xx.
///
/// Source: Arcep, plan national de numérotation, décision 2018-0881, annexe 1.
pub fn phone(number: usize) -> String {
    format!("03 53 01 {:02} {:02}", number / 100 % 100, number % 100)
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
