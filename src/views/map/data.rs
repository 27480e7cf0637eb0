//! The map for other programs: every dynamic counted, then the themes.

use crate::calendar::Period;
use crate::views::parts::{ThemeFact, data};
use crate::views::view::{DataBuilder, DataTable, Question};

use crate::views::map::gathered::{DynamicFact, MapFacts, TerritoryFact};

/// Every table, that of the dynamics first.
pub fn tables(question: &Question, facts: &MapFacts) -> Vec<DataTable> {
    vec![
        dynamics(question, facts),
        data::themes(question, &facts.themes),
    ]
}

/// A row of the table of dynamics.
#[derive(Clone, Copy)]
enum CountedRow<'f> {
    /// A dynamic that has a record.
    Dynamic(&'f TerritoryFact, &'f DynamicFact),
    /// The dynamics of a theme that are known by count alone.
    ByCount(&'f ThemeFact),
}

/// A row for each dynamic, and one for each theme's dynamics that are known by count alone: summed
/// by theme, `count` gives the figures of the map.
fn dynamics(question: &Question, facts: &MapFacts) -> DataTable {
    let recorded = facts.territories.iter().flat_map(|territory| {
        let dynamics = territory.dynamics.iter();
        dynamics.map(move |dynamic| CountedRow::Dynamic(territory, dynamic))
    });
    let by_count = facts
        .themes
        .iter()
        .filter(|theme| theme.known_by_count > 0)
        .map(CountedRow::ByCount);
    let table = question
        .data(
            "dynamics",
            "Dynamiques",
            "Dynamics",
            recorded.chain(by_count),
        )
        .named(
            "dynamique",
            "dynamic",
            |row| row.dynamic().map(|dynamic| &dynamic.id),
            |row| row.dynamic().map(|dynamic| &dynamic.name),
        )
        .named(
            "thématique",
            "theme",
            |row| match row {
                CountedRow::Dynamic(_, dynamic) => &dynamic.theme_id,
                CountedRow::ByCount(theme) => &theme.id,
            },
            |row| match row {
                CountedRow::Dynamic(_, dynamic) => &dynamic.theme,
                CountedRow::ByCount(theme) => &theme.label,
            },
        );
    with_place(question, facts, table).build()
}

/// Where and when a dynamic is, and the number that its row stands for.
fn with_place<'f>(
    question: &Question,
    facts: &MapFacts,
    table: DataBuilder<CountedRow<'f>>,
) -> DataBuilder<CountedRow<'f>> {
    let network = question.network;
    table
        .column("thématique_déduite", "theme_inferred", |row| {
            row.dynamic().map(|dynamic| dynamic.inferred)
        })
        .named(
            "territoire",
            "territory",
            |row| row.territory().map(|territory| &territory.id),
            |row| {
                let territory = row.territory()?;
                Some(data::territory_name(question, &territory.id))
            },
        )
        .period(|row| period(question, row))
        .column("nombre", "count", |row| match row {
            CountedRow::Dynamic(..) => 1,
            CountedRow::ByCount(theme) => theme.known_by_count,
        })
        .column("par_le_nombre_seul", "by_count_alone", |row| {
            row.dynamic().is_none()
        })
        .column("publication_id", "publication_id", |row| match row {
            CountedRow::Dynamic(..) => None,
            CountedRow::ByCount(_) => facts.published.as_ref().map(|published| &published.id),
        })
        .column("fichier", "file", |row| match row {
            CountedRow::Dynamic(_, dynamic) => network
                .dynamic(&dynamic.id)
                .map(|record| record.file.to_string()),
            CountedRow::ByCount(_) => facts.published.as_ref().map(|it| it.file.clone()),
        })
}

/// The period of a dynamic; `None` for those known by their number alone.
fn period(question: &Question, row: CountedRow) -> Option<Period> {
    let record = question.network.dynamic(&row.dynamic()?.id)?;
    Some(record.body.period())
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
