//! Records of a kind as a table.

mod columns;
mod data;
mod fields;
mod selection;

pub use columns::{Column, InvalidColumn, column_names};
pub use selection::{Condition, Selection, SortKey};

use serde_json::Value as Json;

use crate::calendar::DateRange;
use crate::charter::Subject;
use crate::charter::path_type::PathType;
use crate::network::{
    ActorRecord, DynamicRecord, PublishedRecord, RecordRef, StageProgress, TerritoryRecord,
    is_member_in,
};
use crate::records::{List, Membership};
use crate::say;
use crate::views::parts::countability::describe_countability;
use crate::views::parts::nouns::{ACTORS, DYNAMICS, Noun, TERRITORIES, counted};
use crate::views::parts::periods::periods_with_semicolons;
use crate::views::parts::record_json::record_json;
use crate::views::parts::{Alphabet, filtered, invented, scope};
use crate::views::view::{Cell, DataTable, Document, Facts, Question, Table};

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

impl Listed {
    /// The kind of record, as expressions name it.
    #[must_use]
    pub fn subject(self) -> Subject {
        match self {
            Self::Territories => Subject::Territory,
            Self::Actors => Subject::Actor,
            Self::Dynamics => Subject::Dynamic,
            Self::Published => Subject::Published,
        }
    }

    /// The keys of a record of the kind, and the values computed from them.
    fn keys(self) -> Vec<&'static str> {
        PathType::record(self.subject()).keys()
    }

    fn noun(self) -> &'static Noun {
        match self {
            Self::Territories => &TERRITORIES,
            Self::Actors => &ACTORS,
            Self::Dynamics => &DYNAMICS,
            Self::Published => &RECORDS_OF_PUBLISHED_FIGURES,
        }
    }
}

/// Lists the records of a kind that are active in a period, or all without a period, as far as
/// they are selected.
#[must_use]
pub fn gather(
    question: &Question,
    kind: Listed,
    period: Option<DateRange>,
    selection: &Selection,
) -> Facts {
    let language = question.language;
    let (records, all) = listed(question, kind, period);
    let records = selection.of(question, records);
    let (table, data) = if selection.columns.is_empty() {
        usual_tables(question, kind, &records)
    } else {
        chosen_tables(question, kind, &records, &selection.columns)
    };
    let document = document(question, kind, &records, (all, selection));
    let shown = language.number(records.len() as u64);
    let all = counted(all, kind.noun(), language);
    let mut scope = scope(question, false);
    scope.extend(selection.condition.as_ref().map(|condition| {
        let text = &condition.text;
        say!(language, fr: "Condition\u{a0}: {text}", en: "Condition: {text}")
    }));
    Facts {
        report: "list",
        title: table.caption.clone(),
        facts: document.to_json(),
        tables: vec![table],
        data,
        document: Some(document),
        notes: vec![say!(language, fr: "{shown} sur {all}", en: "{shown} of {all}")],
        invented: invented(question),
        scope,
        ..Facts::about(question)
    }
}

/// The records of a kind in their usual order, and the number of all of the kind.
fn listed<'n>(
    question: &Question<'n>,
    kind: Listed,
    period: Option<DateRange>,
) -> (Vec<RecordRef<'n>>, usize) {
    let network = question.network;
    match kind {
        Listed::Territories => (
            references(listed_territories(question), RecordRef::Territory),
            network.territories.len(),
        ),
        Listed::Actors => (
            references(listed_actors(question, period), RecordRef::Actor),
            network.actors.len(),
        ),
        Listed::Dynamics => (
            references(listed_dynamics(question, period), RecordRef::Dynamic),
            network.dynamics.len(),
        ),
        Listed::Published => (
            references(listed_publications(question, period), RecordRef::Published),
            network.published.len(),
        ),
    }
}

fn references<'n, T>(
    records: Vec<&'n T>,
    reference: fn(&'n T) -> RecordRef<'n>,
) -> Vec<RecordRef<'n>> {
    records.into_iter().map(reference).collect()
}

/// The table of a kind that people read, and those for other programs.
fn usual_tables(
    question: &Question,
    kind: Listed,
    records: &[RecordRef],
) -> (Table, Vec<DataTable>) {
    let listed = records.iter();
    match kind {
        Listed::Territories => {
            let records: Vec<_> = listed.filter_map(|record| record.territory()).collect();
            (
                territories(question, &records),
                vec![data::territories(question, &records)],
            )
        }
        Listed::Actors => {
            let records: Vec<_> = listed.filter_map(|record| record.actor()).collect();
            (
                actors(question, &records),
                vec![
                    data::actors(question, &records),
                    data::memberships(question, &records),
                ],
            )
        }
        Listed::Dynamics => {
            let records: Vec<_> = listed.filter_map(|record| record.dynamic()).collect();
            (
                dynamics(question, &records),
                vec![data::dynamics(question, &records)],
            )
        }
        Listed::Published => {
            let records: Vec<_> = listed.filter_map(|record| record.published()).collect();
            (
                published(question, &records),
                vec![
                    data::published(question, &records),
                    data::figures(question, &records),
                ],
            )
        }
    }
}

/// The columns chosen, as people read them and for other programs, whose headings are the columns
/// as they were typed.
fn chosen_tables(
    question: &Question,
    kind: Listed,
    records: &[RecordRef],
    columns: &[Column],
) -> (Table, Vec<DataTable>) {
    let (fr, en, name) = match kind {
        Listed::Territories => ("Territoires", "Territories", "territories"),
        Listed::Actors => ("Acteurs", "Actors", "actors"),
        Listed::Dynamics => ("Dynamiques", "Dynamics", "dynamics"),
        Listed::Published => ("Chiffres publiés", "Published figures", "published"),
    };
    let mut table = question.table(fr, en, records.iter().copied());
    let mut data = question.data(name, fr, en, records.iter().copied());
    for column in columns {
        table = table.column_named(&column.name, |record| column.cell(question, record));
        if column.is_id() {
            table = table.unfolded();
        }
        data = data.column(&column.name, &column.name, |record| {
            column.value(question, record)
        });
    }
    (table.build(), vec![data.build().in_no_language()])
}

/// The records for programs: all that lists say of each, or the columns chosen.
fn document(
    question: &Question,
    kind: Listed,
    records: &[RecordRef],
    (all, selection): (usize, &Selection),
) -> Document {
    let columns = &selection.columns;
    let rows = records.iter().map(|record| {
        if columns.is_empty() {
            return Json::Object(record_json(question, *record));
        }
        let cells = columns.iter();
        let keyed = cells.map(|it| (it.name.clone(), it.json(question, *record)));
        Json::Object(keyed.collect())
    });
    let condition = selection.condition.as_ref().map(|it| it.text.as_str());
    let names: Vec<&str> = columns.iter().map(|it| it.name.as_str()).collect();
    Document::new(question, kind.subject().name(), rows.collect())
        .asked(question)
        .with("where", condition)
        .with("columns", Some(names).filter(|names| !names.is_empty()))
        .with("of", all)
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
        .unfolded()
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
        .unfolded()
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
        .unfolded()
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
        .unfolded()
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
