//! Legal categories of INSEE, and those that fit the kinds of actors.

use std::sync::LazyLock;

use strsim::osa_distance;

/// Codes and names of the third level of the nomenclature, sorted.
///
/// Source: Insee, catégories juridiques, niveau III.
static CATEGORIES: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let lines = include_str!("../../../schemas/legal_categories.tsv").lines();
    lines
        .skip(1)
        .filter_map(|line| line.split_once('\t'))
        .collect()
});

/// For each kind of actor whose legal form is certain, the beginnings of the categories that it may
/// have, the most usual first. Other kinds (a shared place, a network…) may be of any form.
///
/// 3 is that of bodies under foreign law. A SCOP or SCIC may be a company of any form, a mutual an
/// insurer (64), a foundation an endowment fund (99).
const FITTING: &[(&str, &[&str])] = &[
    ("association", &["92", "91", "99", "3"]),
    ("fondation", &["93", "99", "3"]),
    ("mutuelle", &["82", "64", "51", "8", "3"]),
    ("cooperative", &["5", "6", "3"]),
    ("societe-ess", &["5", "6", "3"]),
    ("entreprise", &["5", "1", "2", "3", "4", "6"]),
    ("commune", &["7210"]),
    ("commune-associee", &["7312", "7210"]),
    ("departement", &["7220", "722"]),
    ("region", &["7230", "722"]),
    ("epci", &["7346", "73"]),
    ("petr", &["7357", "73"]),
    ("syndicat-mixte", &["7354", "73"]),
];

/// Returns the name of a category, in French; `None` for a code that is not one.
#[must_use]
pub fn name_of(code: &str) -> Option<&'static str> {
    CATEGORIES
        .binary_search_by(|(known, _)| (*known).cmp(code))
        .ok()
        .and_then(|position| CATEGORIES.get(position))
        .map(|(_, name)| *name)
}

/// Returns every category with its name, by code.
fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    CATEGORIES.iter().copied()
}

/// Returns the beginnings of the categories that a kind of actor may have; `None` for a kind that
/// may have any.
#[must_use]
pub fn fitting(kind: &str) -> Option<&'static [&'static str]> {
    let row = FITTING.iter().find(|(known, _)| *known == kind)?;
    Some(row.1)
}

/// Returns whether a category is one that a kind of actor may have.
#[must_use]
pub fn fits(code: &str, kind: &str) -> bool {
    fitting(kind).is_none_or(|beginnings| {
        beginnings
            .iter()
            .any(|beginning| code.starts_with(beginning))
    })
}

/// The number of categories that [`near`] returns at most.
const MOST_NEAR: usize = 3;

/// Returns the categories that an unknown code may stand for: those one slip away, then the first
/// that are usual for the kind of actor.
#[must_use]
pub fn near(code: &str, kind: &str) -> Vec<(&'static str, &'static str)> {
    let slips = all().filter(|(known, _)| osa_distance(known, code) == 1 && fits(known, kind));
    let usual = fitting(kind).and_then(|beginnings| beginnings.first());
    let typical = all().filter(|(known, _)| usual.is_some_and(|usual| known.starts_with(usual)));
    let mut found = Vec::new();
    for category in slips.chain(typical) {
        if !found.contains(&category) && found.len() < MOST_NEAR {
            found.push(category);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{FITTING, all, fits, name_of, near};

    #[test]
    fn categories_are_sorted_and_have_four_digits() {
        let codes: Vec<&str> = all().map(|(code, _)| code).collect();
        assert!(codes.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(
            codes
                .iter()
                .all(|code| code.len() == 4 && code.parse::<u16>().is_ok())
        );
        assert_eq!(name_of("9220"), Some("Association déclarée"));
        assert_eq!(
            (name_of("9999"), name_of("922"), name_of("code")),
            (None, None, None)
        );
    }

    #[test]
    fn every_beginning_is_that_of_a_category() {
        for (kind, beginnings) in FITTING {
            for beginning in *beginnings {
                assert!(
                    all().any(|(code, _)| code.starts_with(beginning)),
                    "{kind}: {beginning}"
                );
            }
        }
    }

    #[test]
    fn a_form_fits_its_kinds() {
        for (code, kind) in [
            ("9220", "association"),
            ("5710", "cooperative"),
            ("7348", "epci"),
        ] {
            assert!(fits(code, kind), "{code} {kind}");
        }
        for (code, kind) in [
            ("5710", "association"),
            ("9220", "commune"),
            ("9300", "association"),
        ] {
            assert!(!fits(code, kind), "{code} {kind}");
        }
        assert!(fits("5710", "lieu-partage"), "of any form");
    }

    #[test]
    fn near_categories_are_few_and_fit() {
        assert!(
            near("9999", "association")
                .iter()
                .any(|(code, _)| *code == "9220")
        );
        assert_eq!(
            near("5711", "cooperative").first().map(|(code, _)| *code),
            Some("5710")
        );
        assert!(near("8888", "lieu-partage").is_empty());
    }
}
