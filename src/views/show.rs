//! One record with all that it says and all that points to it.

use std::fmt::Display;

use crate::diagnostic::{Route, nearest};
use crate::geography::Area;
use crate::language::{Bilingual, Language};
use crate::network::queries::naming::namings_in;
use crate::network::{ActorRecord, DynamicRecord, Network, PublishedRecord, TerritoryRecord};
use crate::records::{Mentions, Record, Statement};
use crate::views::parts::lines::{self, record_lines::RecordLine};
use crate::views::parts::provenance::Cited;
use crate::views::parts::tracing;
use crate::views::parts::{incomplete_line, invented};
use crate::views::view::{DataTable, Facts, Question, Table};

/// A record that was asked for.
#[derive(Clone, Copy)]
pub enum Subject<'n> {
    /// A territory.
    Territory(&'n TerritoryRecord),
    /// An actor.
    Actor(&'n ActorRecord),
    /// A dynamic.
    Dynamic(&'n DynamicRecord),
    /// Published figures.
    Published(&'n PublishedRecord),
}

/// The reason why no record can be shown.
pub enum Lost {
    /// Several kinds share the id: their full names.
    Several(Vec<String>),
    /// No record has the id: the nearest one, if any.
    None(Option<String>),
}

/// Finds a record by its id, or by `actor/ID` where several kinds share it.
///
/// # Errors
///
/// Returns an error if no record or several records have the id.
pub fn find<'n>(network: &'n Network, text: &str) -> Result<Subject<'n>, Lost> {
    let (kind, id) = text
        .split_once('/')
        .map_or((None, text), |(kind, id)| (Some(kind), id));
    let mut found: Vec<Subject> = subjects(network, id)
        .into_iter()
        .flatten()
        .filter(|subject| kind.is_none_or(|kind| kind == subject.kind()))
        .collect();
    match found.pop() {
        None => Err(Lost::None(nearest_id(network, id))),
        Some(subject) if found.is_empty() => Ok(subject),
        Some(last) => {
            found.push(last);
            let names = found
                .iter()
                .map(|subject| format!("{}/{id}", subject.kind()));
            Err(Lost::Several(names.collect()))
        }
    }
}

/// The records with an id, one of each kind at most.
fn subjects<'n>(network: &'n Network, id: &str) -> [Option<Subject<'n>>; 4] {
    [
        network.territory(id).map(Subject::Territory),
        network.actor(id).map(Subject::Actor),
        network.dynamic(id).map(Subject::Dynamic),
        network.published(id).map(Subject::Published),
    ]
}

fn nearest_id(network: &Network, id: &str) -> Option<String> {
    let territories = network.territories.iter().map(|record| record.id.as_str());
    let actors = network.actors.iter().map(|record| record.id.as_str());
    let dynamics = network.dynamics.iter().map(|record| record.id.as_str());
    let published = network.published.iter().map(|record| record.id.as_str());
    let ids = territories.chain(actors).chain(dynamics).chain(published);
    nearest(id, ids).map(str::to_owned)
}

impl<'n> Subject<'n> {
    /// The file of the record.
    #[must_use]
    pub fn file(&self) -> &'n str {
        match self {
            Self::Territory(record) => &record.file,
            Self::Actor(record) => &record.file,
            Self::Dynamic(record) => &record.file,
            Self::Published(record) => &record.file,
        }
    }

    /// The kind of record, as people type it before an id.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Territory(_) => "territory",
            Self::Actor(_) => "actor",
            Self::Dynamic(_) => "dynamic",
            Self::Published(_) => "published",
        }
    }
}

/// Gathers what a record says and what points to it; with its statements, the source of each as
/// well.
#[must_use]
pub fn gather<'n>(
    question: &Question<'n>,
    subject: Subject<'n>,
    statements: Option<&'n [Statement]>,
) -> Facts {
    let kind = subject.kind();
    match subject {
        Subject::Territory(record) => {
            let lines = lines::territory(question, record);
            let area = question.network.area_of(record);
            describe(question, (kind, record, lines), statements, area.as_ref())
        }
        Subject::Actor(record) => {
            let lines = lines::actor(question, record);
            describe(question, (kind, record, lines), statements, None)
        }
        Subject::Dynamic(record) => {
            let lines = lines::dynamic(question, record);
            describe(question, (kind, record, lines), statements, None)
        }
        Subject::Published(record) => {
            let lines = lines::published(question, record);
            describe(question, (kind, record, lines), statements, None)
        }
    }
}

/// A record's kind, the record, and the lines that are peculiar to its kind.
type DescribedRecord<'n, I, T> = (&'static str, &'n Record<I, T>, Vec<RecordLine>);

fn describe<'n, I: Display, T: Mentions>(
    question: &Question<'n>,
    (kind, record, mut lines): DescribedRecord<'n, I, T>,
    statements: Option<&'n [Statement]>,
    area: Option<&Area>,
) -> Facts {
    let language = question.language;
    lines.extend(pointers(question, kind, &record.id.to_string()));
    lines.extend(lines::common(question, &record.common));
    let mut cited = Cited::by(question.network, &record.common);
    let traced =
        statements.map(|statements| tracing::trace(question, record, statements, area, &mut cited));
    lines.extend(cited.line(statements.is_some()));
    let mut facts = as_object(language, &lines);
    let title = title(question, kind, record);
    let mut tables = vec![as_table(language, &title, &lines)];
    let mut data = vec![lines_data(
        question,
        &format!("{kind}/{}", record.id),
        &lines,
    )];
    let mut notes = Vec::new();
    if let Some(traced) = &traced {
        facts.insert(
            question.words("affirmations", "statements"),
            serde_json::to_value(traced).unwrap_or_default(),
        );
        tables.push(tracing::table(question, traced));
        data.push(tracing::data(question, traced));
        notes.extend(tracing::without_source(question, traced));
    }
    Facts {
        report: "show",
        title,
        invented: invented(question),
        facts: facts.into(),
        tables,
        data,
        notes,
        scope: incomplete_line(question).into_iter().collect(),
        ..Facts::about(question)
    }
}

/// The lines for machines: each heading with the list of its values.
fn as_object(
    language: Language,
    lines: &[RecordLine],
) -> serde_json::Map<String, serde_json::Value> {
    lines
        .iter()
        .map(|line| {
            (
                line.heading.get(language).to_owned(),
                line.values.clone().into(),
            )
        })
        .collect()
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

/// The line of every record that names this one, and under which key.
fn pointers(question: &Question, kind: &str, id: &str) -> Option<RecordLine> {
    let network = question.network;
    let mut found = Vec::new();
    for record in &network.territories {
        let namings = namings_in(record, kind, id).into_iter();
        found.extend(namings.map(|naming| (format!("territory/{}", record.id), naming.route)));
    }
    for record in &network.actors {
        let namings = namings_in(record, kind, id).into_iter();
        found.extend(namings.map(|naming| (format!("actor/{}", record.id), naming.route)));
    }
    for record in &network.dynamics {
        let namings = namings_in(record, kind, id).into_iter();
        found.extend(namings.map(|naming| (format!("dynamic/{}", record.id), naming.route)));
    }
    let values: Vec<String> = found
        .iter()
        .map(|(from, route)| describe_pointer(question, from, route))
        .collect();
    (!values.is_empty()).then_some(RecordLine {
        heading: Bilingual {
            fr: "nommé dans",
            en: "named in",
        },
        values,
    })
}

/// A record that names another, and under which key: `dynamic/vises (succeeds)`.
fn describe_pointer(question: &Question, from: &str, route: &Route) -> String {
    partnership(question, from, route).unwrap_or_else(|| format!("{from} ({route})"))
}

/// A dynamic that names an actor as its partner, with role and period instead of the key; `None`
/// for any other pointer.
fn partnership(question: &Question, from: &str, route: &Route) -> Option<String> {
    let dynamic = question.network.dynamic(from.strip_prefix("dynamic/")?)?;
    let key = route.to_string();
    let partner = dynamic.body.partners.get(key.strip_prefix("partners.")?)?;
    let roles = lines::roles(question, partner);
    let period = dynamic.body.period().to_string();
    let parts: Vec<String> = [roles, period]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    Some(format!("{from} ({})", parts.join(", ")))
}
