//! The tables of the map.

use crate::records::List;
use crate::views::parts::{count_cell, total_precision};
use crate::views::view::{Cell, Question, Table};

use crate::views::map::gathered::MapFacts;

/// The number of dynamics of each theme, those recorded apart where there is a publication.
pub fn by_theme(question: &Question, facts: &MapFacts) -> Table {
    let mut table = question
        .table(
            "Dynamiques par thématique",
            "Dynamics by theme",
            &facts.themes,
        )
        .column_named("", |theme| symbol(question, theme.digit, &theme.id))
        .column("thématique", "theme", |theme| &theme.label)
        .total(question.words("total", "total"))
        .column("dynamiques", "dynamics", |theme| {
            theme.dynamics_cell(question.language)
        })
        .total(count_cell(
            facts.total,
            total_precision(&facts.themes),
            question.language,
        ));
    if facts.published.is_some() {
        table = table
            .column("dont fiches", "recorded", |theme| theme.recorded)
            .total(facts.recorded);
    }
    table
        .column_named("", |theme| Cell::Bar {
            full: theme.recorded,
            hollow: theme.known_by_count,
        })
        .build()
}

/// The dynamics of each territory, one by one; the territory is named in its first row.
pub fn by_territory(question: &Question, facts: &MapFacts) -> Table {
    let rows = facts.territories.iter().flat_map(|territory| {
        territory
            .dynamics
            .iter()
            .enumerate()
            .map(move |(index, dynamic)| ((index == 0).then_some(&territory.name), dynamic))
    });
    question
        .table("Dynamiques par territoire", "Dynamics by territory", rows)
        .column("territoire", "territory", |(territory, _)| territory)
        .column_named("", |(_, dynamic)| {
            symbol(question, dynamic.digit, &dynamic.theme_id)
        })
        .column("dynamique", "dynamic", |(_, dynamic)| &dynamic.name)
        .column("période", "period", |(_, dynamic)| {
            &dynamic.period_in_words
        })
        .column("thématique déduite", "theme inferred", |(_, dynamic)| {
            dynamic.inferred.then(|| question.words("oui", "yes"))
        })
        .build()
        .without_empty_columns()
}

/// A theme's symbol, as the map draws it.
fn symbol(question: &Question, digit: usize, theme: &str) -> Cell {
    let word = question.network.vocabulary.word(List::Themes, theme);
    Cell::Symbol {
        digit,
        shape: word.and_then(|word| word.shape.clone()).unwrap_or_default(),
    }
}
