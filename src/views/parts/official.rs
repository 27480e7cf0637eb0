//! Figures of the official tables, with the year of these tables.

use crate::geography::{self, Area, AreaLevel, YEAR};
use crate::say;
use crate::views::view::Question;

/// The inhabitants and the communes of an area: labels with their values, in words.
///
/// The year of the tables stands in the label, since a report may be about quite another year.
#[must_use]
pub fn figures(question: &Question, area: Area) -> Vec<(String, String)> {
    let language = question.language;
    let rows = [
        (
            say!(language,
                fr: "habitants (population municipale, listes de {YEAR})",
                en: "inhabitants (municipal population, lists of {YEAR})"),
            area.population,
        ),
        (
            say!(language,
                fr: "communes (listes de {YEAR})",
                en: "communes (lists of {YEAR})"),
            number_of_communes(area),
        ),
    ];
    rows.into_iter()
        .filter_map(|(label, value)| Some((label, language.number(value?))))
        .collect()
}

/// The number of communes of an area; `None` for a commune, and for an area of a single one.
fn number_of_communes(area: Area) -> Option<u64> {
    if area.level >= AreaLevel::Commune {
        return None;
    }
    let communes = geography::communes_of(&area).len() as u64;
    (communes > 1).then_some(communes)
}
