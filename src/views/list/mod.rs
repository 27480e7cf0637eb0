//! Records of a kind as a table.

mod columns;
mod data;
mod fields;
mod kind;
mod selection;
mod tables;

pub use columns::{Column, InvalidColumn, column_names};
pub use kind::Listed;
pub use selection::{Condition, Selection, SortKey};

use serde_json::Value as Json;

use crate::calendar::DateRange;
use crate::network::{
    ActorRecord, DynamicRecord, PublishedRecord, RecordRef, TerritoryRecord, is_member_in,
};
use crate::say;
use crate::views::parts::nouns::counted;
use crate::views::parts::record_json::record_json;
use crate::views::parts::{Alphabet, filtered, invented, scope};
use crate::views::view::{DataTable, Document, Facts, Question, Table};

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
                tables::territories(question, &records),
                vec![data::territories(question, &records)],
            )
        }
        Listed::Actors => {
            let records: Vec<_> = listed.filter_map(|record| record.actor()).collect();
            (
                tables::actors(question, &records),
                vec![
                    data::actors(question, &records),
                    data::memberships(question, &records),
                ],
            )
        }
        Listed::Dynamics => {
            let records: Vec<_> = listed.filter_map(|record| record.dynamic()).collect();
            (
                tables::dynamics(question, &records),
                vec![data::dynamics(question, &records)],
            )
        }
        Listed::Published => {
            let records: Vec<_> = listed.filter_map(|record| record.published()).collect();
            (
                tables::published(question, &records),
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
    question
        .document_asked(kind.subject().name(), rows.collect())
        .with("where", condition)
        .with("columns", Some(names).filter(|names| !names.is_empty()))
        .with("of", all)
}

fn listed_territories<'n>(question: &Question<'n>) -> Vec<&'n TerritoryRecord> {
    let territories = question.network.territories.iter();
    let records = territories.filter(|record| question.covers(&record.id));
    in_alphabetical_order(records, TerritoryRecord::name)
}

fn listed_actors<'n>(question: &Question<'n>, period: Option<DateRange>) -> Vec<&'n ActorRecord> {
    let actors = question.network.actors.iter();
    let records = actors
        .filter(|record| question.covers_any(&record.home, &record.body.also_in))
        .filter(|record| period.is_none_or(|days| is_member_in(record, days)));
    in_alphabetical_order(records, ActorRecord::name)
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
    by_date.sort_by_key(|record| tables::date(record));
    by_date
}

fn is_dated_in(record: &PublishedRecord, days: DateRange) -> bool {
    let date = record.body.at;
    date.is_some_and(|date| DateRange::from(date).overlaps(days))
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
