//! How certain a number or a statement is, in words: its precision, whether it was inferred.

use crate::language::Language;
use crate::records::Precision;
use crate::say;
use crate::views::view::Cell;

/// Numbers from here on are written with their thousands apart.
const LARGE_NUMBER: u64 = 1_000;

/// A precision as records write it.
#[must_use]
pub fn name_of(precision: Precision) -> &'static str {
    match precision {
        Precision::Exact => "exact",
        Precision::About => "about",
        Precision::AtLeast => "at-least",
        Precision::AtMost => "at-most",
    }
}

/// A number in words with its precision: `environ 20`.
#[must_use]
pub fn with_precision(number: String, precision: Precision, language: Language) -> String {
    match precision {
        Precision::Exact => number,
        Precision::About => say!(language, fr: "environ\u{a0}{number}", en: "about\u{a0}{number}"),
        Precision::AtLeast => say!(language,
            fr: "au moins\u{a0}{number}",
            en: "at least\u{a0}{number}"),
        Precision::AtMost => say!(language,
            fr: "au plus\u{a0}{number}",
            en: "at most\u{a0}{number}"),
    }
}

/// The precision of a difference of two numbers; `None` if nothing is known of it, as between two
/// lower bounds.
#[must_use]
pub fn of_difference(number: Precision, subtracted: Precision) -> Option<Precision> {
    use Precision::{About, AtLeast, AtMost, Exact};
    match (number, subtracted) {
        (Exact, Exact) => Some(Exact),
        (About | Exact, About | Exact) => Some(About),
        (AtLeast, Exact | AtMost) | (Exact, AtMost) => Some(AtLeast),
        (AtMost, Exact | AtLeast) | (Exact, AtLeast) => Some(AtMost),
        _ => None,
    }
}

/// The precision of a sum of two numbers.
#[must_use]
pub fn sum(one: Precision, other: Precision) -> Precision {
    match (one, other) {
        (Precision::Exact, other) => other,
        (one, Precision::Exact) => one,
        (one, other) if one == other => one,
        _ => Precision::About,
    }
}

/// Words with the mark that they were inferred, if they were.
#[must_use]
pub fn with_inference(words: String, is_inferred: bool, language: Language) -> String {
    if is_inferred && !words.is_empty() {
        say!(language, fr: "{words} (déduit)", en: "{words} (inferred)")
    } else {
        words
    }
}

/// A number as a cell, in words where it is not exact or was inferred.
#[must_use]
pub fn cell(value: f64, precision: Precision, is_inferred: bool, language: Language) -> Cell {
    let number = language.decimal(value, 2);
    let words = with_precision(number, precision, language);
    let is_count = precision == Precision::Exact && !is_inferred;
    match whole(value).filter(|count| is_count && *count < LARGE_NUMBER) {
        Some(count) => Cell::Number(count),
        None => Cell::measure(value, with_inference(words, is_inferred, language)),
    }
}

/// A number as a count; `None` for one below zero, or with decimals. Up to 10¹⁵ a floating-point
/// number holds every whole number exactly.
fn whole(value: f64) -> Option<u64> {
    let is_whole = value >= 0.0 && value.fract() == 0.0 && value < 1e15;
    is_whole.then(|| format!("{value:.0}").parse().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_the_precision_that_it_was_published_with() {
        for (precision, fr, en) in [
            (Precision::Exact, "80", "80"),
            (Precision::About, "environ\u{a0}80", "about\u{a0}80"),
            (Precision::AtLeast, "au moins\u{a0}80", "at least\u{a0}80"),
            (Precision::AtMost, "au plus\u{a0}80", "at most\u{a0}80"),
        ] {
            let described = |language| with_precision("80".to_owned(), precision, language);
            assert_eq!(described(Language::French), fr);
            assert_eq!(described(Language::English), en);
        }
    }

    #[test]
    fn a_difference_is_no_more_precise_than_its_numbers() {
        use Precision::{About, AtLeast, AtMost, Exact};
        assert_eq!(of_difference(Exact, Exact), Some(Exact));
        assert_eq!(of_difference(Exact, About), Some(About));
        assert_eq!(of_difference(AtLeast, Exact), Some(AtLeast));
        assert_eq!(of_difference(Exact, AtLeast), Some(AtMost));
        assert_eq!(of_difference(AtLeast, AtMost), Some(AtLeast));
        for (number, subtracted) in [(AtLeast, AtLeast), (AtMost, AtMost), (About, AtLeast)] {
            assert_eq!(of_difference(number, subtracted), None);
        }
    }
}
