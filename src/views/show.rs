//! One record with all that it says and all that points to it.

use crate::diagnostic::{Route, nearest};
use crate::geography::Area;
use crate::language::{Bilingual, Language};
use crate::network::{ActorRecord, DynamicRecord, Network, PublishedRecord, TerritoryRecord};
use crate::records::{LazyRoute, Mention, Mentions, Record, Statement, Target};
use crate::views::parts::invented;
use crate::views::parts::lines::{self, Line};
use crate::views::parts::provenance::Cited;
use crate::views::parts::tracing;
use crate::views::view::{Cell, Facts, Question, Table};

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

/// Why no record can be shown.
pub enum Lost {
    /// Several kinds share the id: their full names.
    Several(Vec<String>),
    /// None has it: the nearest id, if any.
    None(Option<String>),
}

/// Finds a record by its id, or by `actor/ID` where several kinds share it.
///
/// # Errors
/// Where none or several bear the id.
pub fn find<'n>(network: &'n Network, text: &str) -> Result<Subject<'n>, Lost> {
    let (kind, id) = text
        .split_once('/')
        .map_or((None, text), |(kind, id)| (Some(kind), id));
    let asked = |name: &str| kind.is_none_or(|kind| kind == name);
    let candidates: [Option<(&str, Subject)>; 4] = [
        network
            .territory(id)
            .filter(|_| asked("territory"))
            .map(|record| ("territory", Subject::Territory(record))),
        network
            .actor(id)
            .filter(|_| asked("actor"))
            .map(|record| ("actor", Subject::Actor(record))),
        network
            .dynamic(id)
            .filter(|_| asked("dynamic"))
            .map(|record| ("dynamic", Subject::Dynamic(record))),
        network
            .published(id)
            .filter(|_| asked("published"))
            .map(|record| ("published", Subject::Published(record))),
    ];
    let found: Vec<(&str, Subject)> = candidates.into_iter().flatten().collect();
    match found.as_slice() {
        [(_, subject)] => Ok(*subject),
        [] => Err(Lost::None(near(network, id))),
        several => Err(Lost::Several(
            several
                .iter()
                .map(|(kind, _)| format!("{kind}/{id}"))
                .collect(),
        )),
    }
}

fn near(network: &Network, id: &str) -> Option<String> {
    let ids = network.territories.iter().map(|record| record.id.as_str());
    let ids = ids.chain(network.actors.iter().map(|record| record.id.as_str()));
    let ids = ids.chain(network.dynamics.iter().map(|record| record.id.as_str()));
    nearest(
        id,
        ids.chain(network.published.iter().map(|record| record.id.as_str())),
    )
    .map(str::to_owned)
}

impl<'n> Subject<'n> {
    /// The record's file.
    #[must_use]
    pub fn file(&self) -> &'n str {
        match self {
            Self::Territory(record) => &record.file,
            Self::Actor(record) => &record.file,
            Self::Dynamic(record) => &record.file,
            Self::Published(record) => &record.file,
        }
    }
}

/// Gathers what a record says, and what points to it; with its statements, where each of them is
/// from.
#[must_use]
pub fn gather<'n>(
    question: &Question<'n>,
    subject: Subject<'n>,
    statements: Option<&'n [Statement]>,
) -> Facts {
    match subject {
        Subject::Territory(record) => {
            let area = question.network.area_of(record);
            let said = lines::territory(question, record);
            told(
                question,
                ("territory", record, said),
                statements,
                area.as_ref(),
            )
        }
        Subject::Actor(record) => told(
            question,
            ("actor", record, lines::actor(question, record)),
            statements,
            None,
        ),
        Subject::Dynamic(record) => told(
            question,
            ("dynamic", record, lines::dynamic(question, record)),
            statements,
            None,
        ),
        Subject::Published(record) => told(
            question,
            ("published", record, lines::published(question, record)),
            statements,
            None,
        ),
    }
}

/// A record's kind, the record, and what is peculiar to its kind.
type Shown<'n, I, T> = (&'static str, &'n Record<I, T>, Vec<Line>);

fn told<'n, I: std::fmt::Display, T: Mentions>(
    question: &Question<'n>,
    (kind, record, mut rows): Shown<'n, I, T>,
    statements: Option<&'n [Statement]>,
    area: Option<&Area>,
) -> Facts {
    let language = question.language;
    rows.extend(pointers(question, kind, &record.id.to_string()));
    rows.extend(lines::common(question, &record.common));
    let mut cited = Cited::by(question.network, &record.common);
    let traced =
        statements.map(|statements| tracing::trace(question, record, statements, area, &mut cited));
    rows.extend(cited.line(statements.is_some()));
    let mut facts: serde_json::Map<_, _> = rows
        .iter()
        .map(|(heading, values)| {
            (
                heading.get(language).to_owned(),
                serde_json::Value::from(values.clone()),
            )
        })
        .collect();
    let title = title(question, kind, record);
    let mut tables = vec![as_table(language, &title, &rows)];
    let mut notes = Vec::new();
    if let Some(traced) = &traced {
        let heading = Bilingual {
            fr: "affirmations",
            en: "statements",
        }
        .get(language);
        facts.insert(
            heading.to_owned(),
            serde_json::to_value(traced).unwrap_or_default(),
        );
        let (table, left) = tracing::table(language, traced);
        tables.push(table);
        notes.extend(left);
    }
    let (facts, invented) = (facts.into(), invented(question));
    Facts {
        report: "show",
        title,
        invented,
        facts,
        tables,
        notes,
        ..Facts::default()
    }
}

/// Each heading with its values below each other.
fn as_table(language: Language, caption: &str, rows: &[Line]) -> Table {
    let cells = rows.iter().flat_map(|(heading, values)| {
        values.iter().enumerate().map(|(place, value)| {
            let first = if place == 0 {
                Cell::Text(heading.get(language).to_owned())
            } else {
                Cell::Nothing
            };
            vec![first, Cell::Text(value.clone())]
        })
    });
    Table {
        caption: caption.to_owned(),
        columns: vec![String::new(); 2],
        rows: cells.collect(),
        total: None,
    }
}

fn title<I: std::fmt::Display, T>(
    question: &Question,
    kind: &str,
    record: &Record<I, T>,
) -> String {
    let (id, file, name) = (&record.id, &record.file, record.name());
    let home = question.network.territory_name(&record.home);
    if home == name {
        format!("{name} · {kind}/{id} · {file}")
    } else {
        format!("{name} · {home} · {kind}/{id} · {file}")
    }
}

/// Every record that names this one, and under which key.
fn pointers(question: &Question, kind: &str, id: &str) -> Vec<Line> {
    let network = question.network;
    let aims = |to: Target| match kind {
        "actor" => matches!(to, Target::Actor | Target::NamedInPlace | Target::Informant),
        "territory" => to == Target::Territory,
        "dynamic" => to == Target::Dynamic,
        _ => false,
    };
    let mut found = Vec::new();
    let aimed = |mention: &Mention| aims(mention.to) && mention.text == id;
    for record in &network.territories {
        found
            .extend(routes(record, aimed).map(|route| (format!("territory/{}", record.id), route)));
    }
    for record in &network.actors {
        found.extend(routes(record, aimed).map(|route| (format!("actor/{}", record.id), route)));
    }
    for record in &network.dynamics {
        found.extend(routes(record, aimed).map(|route| (format!("dynamic/{}", record.id), route)));
    }
    if found.is_empty() {
        return Vec::new();
    }
    let values = found
        .iter()
        .map(|(from, route)| described(question, from, route));
    vec![(
        Bilingual {
            fr: "nommé dans",
            en: "named in",
        },
        values.collect(),
    )]
}

/// Where in a record the mentions stand that are aimed at.
fn routes<I, T: Mentions>(
    record: &Record<I, T>,
    aimed: impl Fn(&Mention) -> bool,
) -> std::vec::IntoIter<Route> {
    let mut routes = Vec::new();
    let mut visit =
        |mention: Mention| routes.extend(aimed(&mention).then(|| mention.route.route()));
    record.common.mentions(&LazyRoute::default(), &mut visit);
    record.body.mentions(&LazyRoute::default(), &mut visit);
    routes.into_iter()
}

/// `dynamic/vises (partners.tilt)`, with role and period where the record is a dynamic's partner.
fn described(question: &Question, from: &str, route: &Route) -> String {
    let partner = from
        .strip_prefix("dynamic/")
        .and_then(|id| question.network.dynamic(id))
        .and_then(|dynamic| {
            let key = route.to_string();
            let actor = key.strip_prefix("partners.")?;
            let roles = lines::roles(question, dynamic.body.partners.get(actor)?);
            let said = [roles, dynamic.body.period().to_string()]
                .into_iter()
                .filter(|part| !part.is_empty());
            Some(format!("{from} ({})", said.collect::<Vec<_>>().join(", ")))
        });
    partner.unwrap_or_else(|| format!("{from} ({route})"))
}
