//! Records of a kind as a table.

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
use crate::views::view::{Cell, Facts, Question, Table};

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
    let (network, language) = (question.network, question.language);
    let (table, all, noun) = match kind {
        Listed::Territories => (
            territories(question),
            network.territories.len(),
            &TERRITORIES,
        ),
        Listed::Actors => (actors(question, period), network.actors.len(), &ACTORS),
        Listed::Dynamics => (
            dynamics(question, period),
            network.dynamics.len(),
            &DYNAMICS,
        ),
        Listed::Published => (
            published(question, period),
            network.published.len(),
            &RECORDS_OF_PUBLISHED_FIGURES,
        ),
    };
    let shown = language.number(table.rows.len() as u64);
    let all = counted(all, noun, language);
    let rows = table.rows.iter().map(|row| as_object(&table.columns, row));
    Facts {
        report: "list",
        title: table.caption.clone(),
        facts: serde_json::Value::Array(rows.collect()),
        tables: vec![table],
        notes: vec![say!(language, fr: "{shown} sur {all}", en: "{shown} of {all}")],
        invented: invented(question),
        scope: scope(question, false),
        ..Facts::about(question)
    }
}

/// A row for machines: each heading with its cell.
fn as_object(columns: &[String], row: &[Cell]) -> serde_json::Value {
    let cells = row
        .iter()
        .map(|cell| serde_json::to_value(cell).unwrap_or_default());
    serde_json::Value::Object(columns.iter().cloned().zip(cells).collect())
}

fn territories(question: &Question) -> Table {
    let network = question.network;
    let records = network
        .territories
        .iter()
        .filter(|record| question.covers(&record.id));
    question
        .table(
            "Territoires",
            "Territories",
            in_alphabetical_order(records, TerritoryRecord::name),
        )
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

fn actors(question: &Question, period: Option<DateRange>) -> Table {
    let network = question.network;
    let records = network
        .actors
        .iter()
        .filter(|record| question.covers_any(&record.home, &record.body.also_in))
        .filter(|record| period.is_none_or(|days| is_member_in(record, days)));
    question
        .table(
            "Acteurs",
            "Actors",
            in_alphabetical_order(records, ActorRecord::name),
        )
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

fn dynamics(question: &Question, period: Option<DateRange>) -> Table {
    let (network, language) = (question.network, question.language);
    let records = network
        .dynamics
        .iter()
        .filter(|record| period.is_none_or(|days| record.body.period().overlaps(days)))
        .filter(|record| filtered(question, record));
    let by_territory =
        in_alphabetical_order(records, |record| network.territory_label(&record.home));
    question
        .table("Dynamiques", "Dynamics", by_territory)
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
    Some(if stage.reached.inferred {
        say!(question.language, fr: "{label} (déduite)", en: "{label} (inferred)")
    } else {
        label
    })
}

fn published(question: &Question, period: Option<DateRange>) -> Table {
    let records = question
        .network
        .published
        .iter()
        .filter(|record| period.is_none_or(|days| is_dated_in(record, days)));
    let mut by_date = in_alphabetical_order(records, PublishedRecord::name);
    by_date.sort_by_key(|record| date(record));
    question
        .table("Chiffres publiés", "Published figures", by_date)
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
