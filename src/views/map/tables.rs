//! The tables of the map.

use crate::records::List;
use crate::views::parts::{ThemeFact, count_cell, total_precision};
use crate::views::view::{Cell, Question, Table};

use crate::views::map::gathered::{DynamicFact, MapFacts, TerritoryFact};

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

/// A row of the table for spreadsheets.
#[derive(Clone, Copy)]
enum CountedRow<'f> {
    /// A dynamic that has a record.
    Dynamic(&'f TerritoryFact, &'f DynamicFact),
    /// The dynamics of a theme that are known by count alone.
    ByCount(&'f ThemeFact),
}

/// A row for each dynamic, and one for each theme's dynamics that are known by count alone: summed
/// by theme, `count` gives the figures of the map.
pub fn rows(question: &Question, facts: &MapFacts) -> Table {
    let recorded = facts.territories.iter().flat_map(|territory| {
        let dynamics = territory.dynamics.iter();
        dynamics.map(move |dynamic| CountedRow::Dynamic(territory, dynamic))
    });
    let by_count = facts
        .themes
        .iter()
        .filter(|theme| theme.known_by_count > 0)
        .map(CountedRow::ByCount);
    question
        .table("Dynamiques", "Dynamics", recorded.chain(by_count))
        .column_named("id", |row| row.dynamic().map(|dynamic| &dynamic.id))
        .column_named("dynamic", |row| match row {
            CountedRow::Dynamic(_, dynamic) => dynamic.name.clone(),
            CountedRow::ByCount(_) => {
                question.words("connues par leur nombre seul", "known by their count alone")
            }
        })
        .column_named("theme_id", |row| match row {
            CountedRow::Dynamic(_, dynamic) => &dynamic.theme_id,
            CountedRow::ByCount(theme) => &theme.id,
        })
        .column_named("theme", |row| match row {
            CountedRow::Dynamic(_, dynamic) => &dynamic.theme,
            CountedRow::ByCount(theme) => &theme.label,
        })
        .column_named("territory_id", |row| {
            row.territory().map(|territory| &territory.id)
        })
        .column_named("territory", |row| {
            row.territory().map(|territory| &territory.name)
        })
        .column_named("period", |row| match row {
            CountedRow::Dynamic(_, dynamic) => &dynamic.period,
            CountedRow::ByCount(_) => &facts.period,
        })
        .column_named("count", |row| match row {
            CountedRow::Dynamic(..) => 1,
            CountedRow::ByCount(theme) => theme.known_by_count,
        })
        .column_named("inferred", |row| {
            let dynamic = row.dynamic()?;
            dynamic.inferred.then_some("true")
        })
        .column_named("file", |row| match row {
            CountedRow::Dynamic(_, dynamic) => Some(&dynamic.file),
            CountedRow::ByCount(_) => facts.published.as_ref().map(|published| &published.file),
        })
        .build()
}

impl<'f> CountedRow<'f> {
    fn territory(self) -> Option<&'f TerritoryFact> {
        match self {
            Self::Dynamic(territory, _) => Some(territory),
            Self::ByCount(_) => None,
        }
    }

    fn dynamic(self) -> Option<&'f DynamicFact> {
        match self {
            Self::Dynamic(_, dynamic) => Some(dynamic),
            Self::ByCount(_) => None,
        }
    }
}
