//! One record with all that it says and all that points to it.

use std::fmt::Display;

use serde_json::Value as Json;

use crate::diagnostic::{Route, nearest};
use crate::geography::Area;
use crate::language::{Bilingual, Language};
use crate::network::queries::naming::namings_in;
use crate::network::{Network, RecordRef};
use crate::records::{Mentions, Record, Statement};
use crate::views::parts::lines::{self, record_lines::RecordLine};
use crate::views::parts::provenance::Cited;
use crate::views::parts::record_json::{record_head, record_json};
use crate::views::parts::tracing;
use crate::views::parts::{incomplete_line, invented};
use crate::views::view::{DataTable, Facts, Question, Table};

/// The reason why no record can be shown.
pub enum Lost {
    /// Several kinds share the id: their full names.
    Several(Vec<String>),
    /// No record has the id: the nearest one, if any.
    None(Option<String>),
}

/// Finds a record by its id, or by `actor/ID` where several kinds share it; else the only one of
/// this id or name whatever its case, accents and signs.
///
/// # Errors
///
/// Returns an error if no record or several records fit.
pub fn find<'n>(network: &'n Network, text: &str) -> Result<RecordRef<'n>, Lost> {
    let (kind, id) = text
        .split_once('/')
        .map_or((None, text), |(kind, id)| (Some(kind), id));
    let mut found = with_id(network, id);
    found.retain(|record| kind.is_none_or(|kind| kind == record.kind()));
    if found.is_empty() {
        found = network.records_called(id);
        found.retain(|record| kind.is_none_or(|kind| kind == record.kind()));
    }
    match &found[..] {
        [] => Err(Lost::None(nearest_id(network, id))),
        [record] => Ok(*record),
        several => {
            let names = several.iter().map(|record| full_id(*record));
            Err(Lost::Several(names.collect()))
        }
    }
}

/// The records with an id, one of each kind at most.
fn with_id<'n>(network: &'n Network, id: &str) -> Vec<RecordRef<'n>> {
    let found = [
        network.territory(id).map(RecordRef::Territory),
        network.actor(id).map(RecordRef::Actor),
        network.dynamic(id).map(RecordRef::Dynamic),
        network.published(id).map(RecordRef::Published),
    ];
    found.into_iter().flatten().collect()
}

fn nearest_id(network: &Network, id: &str) -> Option<String> {
    nearest(id, network.records().map(RecordRef::id)).map(str::to_owned)
}

/// A record as people type it where several kinds may share an id: `actor/tilt`.
fn full_id(record: RecordRef) -> String {
    format!("{}/{}", record.kind(), record.id())
}

/// What is read from the file of a record beside the record itself.
#[derive(Default)]
pub struct FileContent<'n> {
    /// Its statements, if the source of each is asked for.
    pub statements: Option<&'n [Statement]>,
    /// All its keys and values as they are written; null if it cannot be read.
    pub written: serde_json::Value,
}

/// Gathers what a record says and what points to it; with its statements, the source of each as
/// well.
#[must_use]
pub fn gather<'n>(
    question: &Question<'n>,
    subject: RecordRef<'n>,
    content: &FileContent<'n>,
) -> Facts {
    let lines = match subject {
        RecordRef::Territory(record) => lines::territory(question, record),
        RecordRef::Actor(record) => lines::actor(question, record),
        RecordRef::Dynamic(record) => lines::dynamic(question, record),
        RecordRef::Published(record) => lines::published(question, record),
    };
    match subject {
        RecordRef::Territory(record) => {
            let area = question.network.area_of(record);
            describe(question, (subject, record, lines), content, area.as_ref())
        }
        RecordRef::Actor(record) => describe(question, (subject, record, lines), content, None),
        RecordRef::Dynamic(record) => describe(question, (subject, record, lines), content, None),
        RecordRef::Published(record) => describe(question, (subject, record, lines), content, None),
    }
}

/// A record, whatever its kind and as it is, and the lines that are peculiar to its kind.
type DescribedRecord<'n, I, T> = (RecordRef<'n>, &'n Record<I, T>, Vec<RecordLine>);

fn describe<'n, I: Display, T: Mentions>(
    question: &Question<'n>,
    (subject, record, mut lines): DescribedRecord<'n, I, T>,
    content: &FileContent<'n>,
    area: Option<&Area>,
) -> Facts {
    let (language, kind, statements) = (question.language, subject.kind(), content.statements);
    let pointers = pointers(question.network, subject);
    lines.extend(pointers_line(question, &pointers));
    lines.extend(lines::common(question, &record.common));
    let mut cited = Cited::by(question.network, &record.common);
    let traced =
        statements.map(|statements| tracing::trace(question, record, statements, area, &mut cited));
    lines.extend(cited.line(statements.is_some()));
    let mut row = record_json(question, subject);
    row.insert("content".to_owned(), content.written.clone());
    row.insert("named_in".to_owned(), pointers_json(&pointers));
    let title = title(question, kind, record);
    let mut tables = vec![as_table(language, &title, &lines)];
    let mut data = vec![lines_data(
        question,
        &format!("{kind}/{}", record.id),
        &lines,
    )];
    let mut notes = Vec::new();
    if let Some(traced) = &traced {
        row.insert("statements".to_owned(), tracing::json(traced));
        tables.push(tracing::table(question, traced));
        data.push(tracing::data(question, traced));
        notes.extend(tracing::without_source(question, traced));
    }
    let document = question.document(kind, vec![Json::Object(row)]);
    Facts {
        report: "show",
        title,
        invented: invented(question),
        facts: document.to_json(),
        tables,
        data,
        document: Some(document),
        notes,
        scope: incomplete_line(question).into_iter().collect(),
        ..Facts::about(question)
    }
}

/// The lines as a table: each heading with its values below each other.
fn as_table(language: Language, caption: &str, lines: &[RecordLine]) -> Table {
    let rows = lines.iter().flat_map(|line| {
        line.values.iter().enumerate().map(|(index, value)| {
            let heading = (index == 0).then(|| line.heading.get(language));
            (heading, value)
        })
    });
    Table::of(language, caption, rows)
        .column("", "", |(heading, _)| heading)
        .column("", "", |(_, value)| value)
        .build()
}

/// The lines for other programs: a row for each value, with the heading in each.
fn lines_data(question: &Question, record: &str, lines: &[RecordLine]) -> DataTable {
    let language = question.language;
    let values = lines
        .iter()
        .flat_map(|line| (1_usize..).zip(&line.values).map(move |it| (line, it)));
    question
        .data(
            "record",
            "Ce que dit la fiche",
            "What the record says",
            values,
        )
        .column("fiche_id", "record_id", |_| record)
        .column("rubrique", "heading", |(line, _)| {
            line.heading.get(language)
        })
        .column("rang", "rank", |(_, (rank, _))| rank)
        .column("valeur", "value", |(_, (_, value))| value)
        .build()
}

fn title<I: Display, T>(question: &Question, kind: &str, record: &Record<I, T>) -> String {
    let (id, file, name) = (&record.id, &record.file, record.name());
    let home = question.network.territory_name(&record.home);
    if home == name {
        format!("{name} · {kind}/{id} · {file}")
    } else {
        format!("{name} · {home} · {kind}/{id} · {file}")
    }
}

/// A record that names another, and the route to the name.
type Pointer<'n> = (RecordRef<'n>, Route);

/// Every record that names one, and under which key.
fn pointers<'n>(network: &'n Network, subject: RecordRef) -> Vec<Pointer<'n>> {
    let (kind, id) = (subject.kind(), subject.id());
    let mut found = Vec::new();
    for record in network.records() {
        let namings = match record {
            RecordRef::Territory(record) => namings_in(record, kind, id),
            RecordRef::Actor(record) => namings_in(record, kind, id),
            RecordRef::Dynamic(record) => namings_in(record, kind, id),
            RecordRef::Published(record) => namings_in(record, kind, id),
        };
        found.extend(namings.into_iter().map(|naming| (record, naming.route)));
    }
    found
}

fn pointers_line(question: &Question, pointers: &[Pointer]) -> Option<RecordLine> {
    let values: Vec<String> = pointers
        .iter()
        .map(|(from, route)| describe_pointer(question, *from, route))
        .collect();
    (!values.is_empty()).then_some(RecordLine {
        heading: Bilingual {
            fr: "nommé dans",
            en: "named in",
        },
        values,
    })
}

fn pointers_json(pointers: &[Pointer]) -> Json {
    let rows = pointers.iter().map(|(from, route)| {
        let mut keys = record_head(*from);
        keys.insert("key".to_owned(), route.to_string().into());
        Json::Object(keys)
    });
    rows.collect()
}

/// A record that names another, and under which key: `dynamic/vises (succeeds)`.
fn describe_pointer(question: &Question, from: RecordRef, route: &Route) -> String {
    partnership(question, from, route).unwrap_or_else(|| format!("{} ({route})", full_id(from)))
}

/// A dynamic that names an actor as its partner, with role and period instead of the key; `None`
/// for any other pointer.
fn partnership(question: &Question, from: RecordRef, route: &Route) -> Option<String> {
    let dynamic = from.dynamic()?;
    let key = route.to_string();
    let partner = dynamic.body.partners.get(key.strip_prefix("partners.")?)?;
    let roles = lines::roles(question, partner);
    let period = dynamic.body.period().to_string();
    let parts: Vec<String> = [roles, period]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    Some(format!("{} ({})", full_id(from), parts.join(", ")))
}
