//! Records of a kind as a table.

mod data;

use crate::calendar::DateRange;
use crate::network::{
    ActorRecord, DynamicRecord, PublishedRecord, StageProgress, TerritoryRecord, is_member_in,
};
use crate::records::{List, Membership};
use crate::say;
use crate::views::parts::countability::describe_countability;
use crate::views::parts::nouns::{ACTORS, DYNAMICS, Noun, TERRITORIES, counted};
use crate::views::parts::periods::periods_with_semicolons;
use crate::views::parts::{Alphabet, filtered, invented, scope};
use crate::views::view::{Cell, DataTable, Facts, Question, Table};

const RECORDS_OF_PUBLISHED_FIGURES: Noun = Noun::new(
    ["fiche de chiffres publiés", "fiches de chiffres publiés"],
    [
        "record of published figures",
        "records of published figures",
    ],
);

/// The kinds that can be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// Territories.
    Territories,
    /// Actors.
    Actors,
    /// Dynamics.
    Dynamics,
    /// Published figures.
    Published,
}

/// Lists the records of a kind that are active in a period, or all without a period.
#[must_use]
pub fn gather(question: &Question, kind: Listed, period: Option<DateRange>) -> Facts {
    let language = question.language;
    let (table, data, all, noun) = tables(question, kind, period);
    let shown = language.number(table.rows.len() as u64);
    let all = counted(all, noun, language);
    let rows = table.rows.iter().map(|row| as_object(&table.columns, row));
    Facts {
        report: "list",
        title: table.caption.clone(),
        facts: serde_json::Value::Array(rows.collect()),
        tables: vec![table],
        data,
        notes: vec![say!(language, fr: "{shown} sur {all}", en: "{shown} of {all}")],
        invented: invented(question),
        scope: scope(question, false),
        ..Facts::about(question)
    }
}

/// The table of a kind that people read, those for other programs, the number of all records of the
/// kind, and its noun.
fn tables(
    question: &Question,
    kind: Listed,
    period: Option<DateRange>,
) -> (Table, Vec<DataTable>, usize, &'static Noun) {
    let network = question.network;
    match kind {
        Listed::Territories => {
            let records = listed_territories(question);
            (
                territories(question, &records),
                vec![data::territories(question, &records)],
                network.territories.len(),
                &TERRITORIES,
            )
        }
        Listed::Actors => {
            let records = listed_actors(question, period);
            (
                actors(question, &records),
                vec![
                    data::actors(question, &records),
                    data::memberships(question, &records),
                ],
                network.actors.len(),
                &ACTORS,
            )
        }
        Listed::Dynamics => {
            let records = listed_dynamics(question, period);
            (
                dynamics(question, &records),
                vec![data::dynamics(question, &records)],
                network.dynamics.len(),
                &DYNAMICS,
            )
        }
        Listed::Published => {
            let records = listed_publications(question, period);
            (
                published(question, &records),
                vec![
                    data::published(question, &records),
                    data::figures(question, &records),
                ],
                network.published.len(),
                &RECORDS_OF_PUBLISHED_FIGURES,
            )
        }
    }
}

/// A row for machines: each heading with its cell.
fn as_object(columns: &[String], row: &[Cell]) -> serde_json::Value {
    let cells = row
        .iter()
        .map(|cell| serde_json::to_value(cell).unwrap_or_default());
    serde_json::Value::Object(columns.iter().cloned().zip(cells).collect())
}

fn listed_territories<'n>(question: &Question<'n>) -> Vec<&'n TerritoryRecord> {
    let territories = question.network.territories.iter();
    let records = territories.filter(|record| question.covers(&record.id));
    in_alphabetical_order(records, TerritoryRecord::name)
}

fn territories(question: &Question, records: &[&TerritoryRecord]) -> Table {
    let network = question.network;
    question
        .table("Territoires", "Territories", records.iter().copied())
        .column("identifiant", "id", |record| record.id.to_string())
        .column("nom", "name", TerritoryRecord::name)
        .column("type", "kind", |record| {
            question.label(List::TerritoryKinds, record.body.kind.as_str())
        })
        .column("habitants", "inhabitants", |record| {
            network.area_of(record).and_then(|area| area.population)
        })
        .column("dynamiques", "dynamics", |record| {
            network.dynamics_of(&record.id).count()
        })
        .column("étape", "stage", |record| {
            stage(
                question,
                &network.territory_progress(record, question.asked.last),
            )
        })
        .build()
}

fn listed_actors<'n>(question: &Question<'n>, period: Option<DateRange>) -> Vec<&'n ActorRecord> {
    let actors = question.network.actors.iter();
    let records = actors
        .filter(|record| question.covers_any(&record.home, &record.body.also_in))
        .filter(|record| period.is_none_or(|days| is_member_in(record, days)));
    in_alphabetical_order(records, ActorRecord::name)
}

fn actors(question: &Question, records: &[&ActorRecord]) -> Table {
    let network = question.network;
    question
        .table("Acteurs", "Actors", records.iter().copied())
        .column("identifiant", "id", |record| record.id.to_string())
        .column("nom", "name", ActorRecord::name)
        .column("type", "kind", |record| {
            question.label(List::ActorKinds, record.body.kind.as_str())
        })
        .column("territoire", "territory", |record| {
            network.territory_label(&record.home)
        })
        // A text even if it is empty: in JSON, a reader finds a string in every row.
        .column("adhésion", "membership", |record| {
            Cell::Text(membership(record))
        })
        .build()
}

/// The periods of an actor's membership, as the record writes them.
fn membership(record: &ActorRecord) -> String {
    let memberships = record.body.member.0.iter();
    let periods: Vec<_> = memberships.map(Membership::period).collect();
    periods_with_semicolons(&periods)
}

/// The dynamics in the alphabetical order of their territories.
fn listed_dynamics<'n>(
    question: &Question<'n>,
    period: Option<DateRange>,
) -> Vec<&'n DynamicRecord> {
    let network = question.network;
    let records = network
        .dynamics
        .iter()
        .filter(|record| period.is_none_or(|days| record.body.period().overlaps(days)))
        .filter(|record| filtered(question, record));
    in_alphabetical_order(records, |record| network.territory_label(&record.home))
}

fn dynamics(question: &Question, records: &[&DynamicRecord]) -> Table {
    let (network, language) = (question.network, question.language);
    question
        .table("Dynamiques", "Dynamics", records.iter().copied())
        .column("identifiant", "id", |record| record.id.to_string())
        .column("territoire", "territory", |record| {
            network.territory_label(&record.home)
        })
        .column("période", "period", |record| {
            Cell::Text(record.body.period().to_string())
        })
        .column("partenaires", "partners", |record| {
            record.body.partners.len()
        })
        .column("étape", "stage", |record| {
            stage(
                question,
                &network.dynamic_progress(record, question.asked.last),
            )
        })
        .column("comptée", "counts", |record| {
            describe_countability(network.countability(record)).get(language)
        })
        .column("thématique", "theme", |record| {
            let theme = record.body.theme.as_ref()?;
            Some(question.short_label(List::Themes, theme.as_str()))
        })
        .column("nom", "name", DynamicRecord::name)
        .build()
}

/// The stage reached last, and whether the writer inferred it.
fn stage(question: &Question, progress: &StageProgress) -> Option<String> {
    let stage = progress.current()?;
    let label = question.short_label(List::Stages, stage.id);
    Some(if stage.inferred {
        say!(question.language, fr: "{label} (déduite)", en: "{label} (inferred)")
    } else {
        label
    })
}

/// The publications by date, then by name.
fn listed_publications<'n>(
    question: &Question<'n>,
    period: Option<DateRange>,
) -> Vec<&'n PublishedRecord> {
    let records = question
        .network
        .published
        .iter()
        .filter(|record| period.is_none_or(|days| is_dated_in(record, days)));
    let mut by_date = in_alphabetical_order(records, PublishedRecord::name);
    by_date.sort_by_key(|record| date(record));
    by_date
}

fn published(question: &Question, records: &[&PublishedRecord]) -> Table {
    question
        .table(
            "Chiffres publiés",
            "Published figures",
            records.iter().copied(),
        )
        .column("identifiant", "id", |record| record.id.to_string())
        .column("nom", "name", PublishedRecord::name)
        .column("période", "period", |record| Cell::Text(date(record)))
        .column("chiffres", "figures", |record| {
            record.body.figures.len() + record.body.dynamics_by_theme.len()
        })
        .build()
}

fn is_dated_in(record: &PublishedRecord, days: DateRange) -> bool {
    let date = record.body.at;
    date.is_some_and(|date| DateRange::from(date).overlaps(days))
}

/// The date of published figures, as the record writes it; empty where it has none.
fn date(record: &PublishedRecord) -> String {
    let date = record.body.at;
    date.map_or_else(String::new, |date| date.to_string())
}

/// Records in the alphabetical order of a name; equal names keep their order.
fn in_alphabetical_order<'r, T>(
    records: impl Iterator<Item = &'r T>,
    name: impl Fn(&T) -> String,
) -> Vec<&'r T> {
    let alphabet = Alphabet::new();
    let mut named: Vec<(String, &T)> = records.map(|record| (name(record), record)).collect();
    named.sort_by(|(name, _), (other, _)| alphabet.compare(name, other));
    named.into_iter().map(|(_, record)| record).collect()
}
