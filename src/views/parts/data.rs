//! Rows that several reports give other programs: results, resources, observations, publications.

use crate::calendar::{DateRange, PartialDate, Period};
use crate::network::{ActorRecord, DynamicRecord, RecordRef, TerritoryRecord};
use crate::records::{Common, List, Partner, Precision, Resource, ResultRow, TerritoryId, Word};
use crate::views::parts::observed::{ObservationFact, reporter_name};
use crate::views::parts::periods::infers_a_date;
use crate::views::parts::{means, themes::ThemeFact};
use crate::views::view::{DataBuilder, DataTable, Question, SEVERAL, Value};

/// A record that has results and resources, and the grant for which they are shown.
#[derive(Clone)]
pub struct Holder<'n> {
    /// Name of the grant for `--agreement`; empty where the report is not about grants.
    pub grant: String,
    /// `territory`, `actor` or `dynamic`.
    pub kind: &'static str,
    /// Id of the record.
    pub id: String,
    /// Name of the record.
    pub name: String,
    /// Path of the record.
    pub file: &'n str,
    /// Keys of the record.
    pub common: &'n Common,
}

impl<'n> Holder<'n> {
    /// A territory.
    #[must_use]
    pub fn territory(record: &'n TerritoryRecord) -> Self {
        Self::of(RecordRef::Territory(record))
    }

    /// An actor.
    #[must_use]
    pub fn actor(record: &'n ActorRecord) -> Self {
        Self::of(RecordRef::Actor(record))
    }

    /// A dynamic.
    #[must_use]
    pub fn dynamic(record: &'n DynamicRecord) -> Self {
        Self::of(RecordRef::Dynamic(record))
    }

    /// A record of any kind.
    #[must_use]
    pub fn of(record: RecordRef<'n>) -> Self {
        Self {
            grant: String::new(),
            kind: record.kind(),
            id: record.id().to_owned(),
            name: record.name(),
            file: record.file(),
            common: record.common(),
        }
    }

    /// The same record, shown for a grant.
    #[must_use]
    pub fn for_grant(self, grant: &str) -> Self {
        Self {
            grant: grant.to_owned(),
            ..self
        }
    }
}

/// A row of a year of a record: the year as written, the word of the vocabulary, the row.
type YearRow<'r, R> = (&'r Holder<'r>, &'r str, &'r Word, &'r R);

/// A word for the precision of a number: `exact`, `about`, `at-least` or `at-most`.
#[must_use]
pub fn precision(precision: Precision) -> &'static str {
    match precision {
        Precision::Exact => "exact",
        Precision::About => "about",
        Precision::AtLeast => "at-least",
        Precision::AtMost => "at-most",
    }
}

/// The ids of a partner's roles, in one cell.
#[must_use]
pub fn role_ids(partner: &Partner) -> Value {
    Value::several(partner.role.iter().map(Word::as_str))
}

/// The labels of a partner's roles, in one cell.
#[must_use]
pub fn role_labels(question: &Question, partner: &Partner) -> Value {
    let roles = partner.role.iter();
    Value::several(roles.map(|role| question.label(List::Roles, role.as_str())))
}

/// The name of a territory, whole; empty for an unknown one.
#[must_use]
pub fn territory_name(question: &Question, id: &str) -> String {
    question.network.territory_name(&TerritoryId::from(id))
}

/// A table of dynamics with the theme of each, and whether the writer of its record inferred it.
pub fn with_theme<'n, T: Copy>(
    question: &Question,
    table: DataBuilder<T>,
    dynamic: impl Fn(T) -> &'n DynamicRecord,
) -> DataBuilder<T> {
    table
        .named(
            "thématique",
            "theme",
            |item| dynamic(item).body.theme.as_ref().map(ToString::to_string),
            |item| {
                let theme = dynamic(item).body.theme.as_ref();
                theme.map(|id| question.label(List::Themes, id.as_str()))
            },
        )
        .column("thématique_déduite", "theme_inferred", |item| {
            dynamic(item).common.infers("theme")
        })
}

/// A table of dynamics with the period of each, and whether the writer of its record inferred a
/// date.
pub fn with_dates<'n, T: Copy>(
    table: DataBuilder<T>,
    dynamic: impl Fn(T) -> &'n DynamicRecord,
) -> DataBuilder<T> {
    table
        .period(|item| Some(dynamic(item).body.period()))
        .column("dates_déduites", "dates_inferred", |item| {
            infers_a_date(dynamic(item))
        })
}

/// A table of the results of records in a range of years, a row for each indicator and year.
#[must_use]
pub fn results(question: &Question, holders: &[Holder], years: DateRange) -> DataTable {
    let rows = holders.iter().flat_map(|holder| {
        let blocks = holder.common.years_in(years);
        blocks.flat_map(move |(year, block)| {
            let rows = block.results.iter();
            rows.map(move |(id, row)| (holder, year, id, row))
        })
    });
    let rows: Vec<YearRow<ResultRow>> = rows.collect();
    of_records(
        question,
        "results",
        [
            "Résultats par indicateur et par année",
            "Results by indicator and year",
        ],
        &rows,
    )
    .named(
        "indicateur",
        "indicator",
        |(_, _, id, _)| id.as_str(),
        |(_, _, id, _)| question.label(List::Indicators, id.as_str()),
    )
    .column("unité", "unit", |(_, _, id, _)| {
        let word = question
            .network
            .vocabulary
            .word(List::Indicators, id.as_str());
        word.and_then(|word| word.unit.as_ref()?.get(question.language))
    })
    .column("prévu", "target", |(.., row)| row.target)
    .column("réalisé", "value", |(.., row)| row.value)
    .column("précision", "precision", |(.., row)| {
        row.value.map(|_| precision(row.is))
    })
    .column("déduit", "inferred", |(holder, year, id, row)| {
        row.inferred || holder.common.infers(&format!("years.{year}.results.{id}"))
    })
    .named(
        "rapporté_par",
        "told_by",
        |(.., row)| row.told_by.as_ref().map(ToString::to_string),
        |(.., row)| row.told_by.as_ref().map(|it| reporter_name(question, it)),
    )
    .column("source_id", "source_id", |(.., row)| {
        row.source.as_ref().map(ToString::to_string)
    })
    .column("fichier", "file", |(holder, ..)| holder.file)
    .build()
}

/// A table of the resources of records in a range of years, a row for each that they give; euros
/// and hours are never added.
#[must_use]
pub fn resources(question: &Question, holders: &[Holder], years: DateRange) -> DataTable {
    let rows = resource_rows(holders, years);
    of_records(
        question,
        "resources",
        [
            "Ressources, une ligne par montant ou par temps donné",
            "Resources, a row for each amount or time given",
        ],
        &rows,
    )
    .named(
        "nature",
        "nature",
        |(_, _, id, _)| id.as_str(),
        |(_, _, id, _)| question.label(List::Natures, id.as_str()),
    )
    .named(
        "catégorie",
        "category",
        |(_, _, id, _)| question.network.category_of(id.as_str()),
        |(_, _, id, _)| {
            let category = question.network.category_of(id.as_str());
            category.map(|category| means::category(question, category))
        },
    )
    .column("prévu_euros", "planned_euros", |(.., row)| row.planned)
    .column("réalisé_euros", "actual_euros", |(.., row)| row.actual)
    .column("heures", "hours", |(.., row)| row.hours)
    .named(
        "payeur",
        "payer",
        |(.., row)| row.payer.as_ref().map(ToString::to_string),
        |(.., row)| {
            let payer = row.payer.as_ref();
            payer.map(|id| question.network.actor_name(id.as_str()))
        },
    )
    .column("déduit", "inferred", |(holder, year, id, row)| {
        row.inferred
            || holder
                .common
                .infers(&format!("years.{year}.resources.{id}"))
    })
    .column("source_id", "source_id", |(.., row)| {
        row.source.as_ref().map(ToString::to_string)
    })
    .column("fichier", "file", |(holder, ..)| holder.file)
    .build()
}

/// Every resource that records give in a range of years.
fn resource_rows<'r>(holders: &'r [Holder<'r>], years: DateRange) -> Vec<YearRow<'r, Resource>> {
    let mut rows = Vec::new();
    for holder in holders {
        for (year, block) in holder.common.years_in(years) {
            for (id, resources) in &block.resources {
                rows.extend(resources.0.iter().map(|row| (holder, year, id, row)));
            }
        }
    }
    rows
}

/// A table with the record and the year of each row.
fn of_records<'r, R>(
    question: &Question,
    name: &str,
    [fr, en]: [&'static str; 2],
    rows: &[YearRow<'r, R>],
) -> DataBuilder<YearRow<'r, R>> {
    let table = question.data(name, fr, en, rows.iter().copied());
    let has_grants = rows.iter().any(|(holder, ..)| !holder.grant.is_empty());
    let table = if has_grants {
        table.column("convention_id", "grant_id", |(holder, ..)| &holder.grant)
    } else {
        table
    };
    table
        .column("type_de_fiche", "record_kind", |(holder, ..)| holder.kind)
        .named(
            "fiche",
            "record",
            |(holder, ..)| &holder.id,
            |(holder, ..)| &holder.name,
        )
        // A span of years is a text, and not the number of a year.
        .column("année", "year", |(_, year, ..)| {
            match year.parse::<u16>() {
                Ok(year) => Value::from(year),
                Err(_) => Value::from(year.replace("..", "/")),
            }
        })
}

/// A table of obstacles, levers and tools, a row for each.
#[must_use]
pub fn observations(question: &Question, facts: &[ObservationFact]) -> DataTable {
    question
        .data(
            "observations",
            "Freins, leviers et outils, un à un",
            "Obstacles, levers and tools, one by one",
            facts,
        )
        .named(
            "nature",
            "nature",
            |fact| fact.nature,
            |fact| match fact.nature {
                "obstacle" => question.words("frein", "obstacle"),
                "lever" => question.words("levier", "lever"),
                _ => question.words("outil", "tool"),
            },
        )
        .named("type", "kind", |fact| &fact.kind_id, |fact| &fact.kind)
        .named(
            "territoire",
            "territory",
            |fact| &fact.territory_id,
            |fact| territory_name(question, &fact.territory_id),
        )
        .named(
            "dynamique",
            "dynamic",
            |fact| &fact.dynamic_id,
            |fact| &fact.dynamic,
        )
        .period(|fact| Some(fact.dates.clone()))
        .column("levé_le", "lifted_on", |fact| {
            fact.lifted.as_deref().map(Value::date)
        })
        .named(
            "rapporté_par",
            "told_by",
            |fact| &fact.told_by_id,
            |fact| &fact.told_by,
        )
        .column("déduit", "inferred", |fact| fact.inferred)
        .column("remarque", "note", |fact| &fact.note)
        .column("fichier", "file", |fact| &fact.file)
        .build()
}

/// A table of themes with their counts: published, or recorded, or known by their number alone.
#[must_use]
pub fn themes(question: &Question, facts: &[ThemeFact]) -> DataTable {
    question
        .data(
            "themes",
            "Dynamiques par thématique",
            "Dynamics by theme",
            facts,
        )
        .named("thématique", "theme", |fact| &fact.id, |fact| &fact.label)
        .column("numéro", "number", |fact| fact.digit)
        .column("dynamiques", "dynamics", |fact| fact.dynamics)
        .column("dont_fiches", "recorded", |fact| fact.recorded)
        .column("connues_par_leur_nombre", "known_by_count", |fact| {
            fact.known_by_count
        })
        .build()
}

/// Several periods in one cell, as intervals of ISO 8601-2: `2015/2024`, `2018/..`, `2021`.
#[must_use]
pub fn intervals(periods: &[Period]) -> Value {
    Value::several(periods.iter().map(interval))
}

fn interval(period: &Period) -> String {
    let last_seen = period
        .seen
        .iter()
        .max()
        .map(|year| PartialDate::Year(*year));
    match (period.from, period.to.or(period.from.and(last_seen))) {
        (None, None) => {
            let mut years = period.seen.clone();
            years.sort_unstable();
            let years: Vec<String> = years.iter().map(u16::to_string).collect();
            years.join(SEVERAL)
        }
        (from, to) => format!("{}/{}", end(from), end(to)),
    }
}

/// One end of an interval; two dots where it is open.
fn end(date: Option<PartialDate>) -> String {
    date.map_or_else(|| "..".to_owned(), |date| date.to_string())
}
