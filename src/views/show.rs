//! One record with all that it says and all that points to it.

use crate::diagnostic::{Route, nearest};
use crate::language::Both;
use crate::network::{ActorRecord, DynamicRecord, Network, PublishedRecord, TerritoryRecord};
use crate::records::{Mention, Mentions, Record, To, Trail};
use crate::views::parts::invented;
use crate::views::parts::lines::{self, Line};
use crate::views::parts::provenance::sources;
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
    let (kind, id) = text.split_once('/').map_or((None, text), |(kind, id)| (Some(kind), id));
    let asked = |name: &str| kind.is_none_or(|kind| kind == name);
    let candidates: [Option<(&str, Subject)>; 4] = [
        network
            .territory(id)
            .filter(|_| asked("territory"))
            .map(|record| ("territory", Subject::Territory(record))),
        network.actor(id).filter(|_| asked("actor")).map(|record| ("actor", Subject::Actor(record))),
        network.dynamic(id).filter(|_| asked("dynamic")).map(|record| ("dynamic", Subject::Dynamic(record))),
        network
            .published(id)
            .filter(|_| asked("published"))
            .map(|record| ("published", Subject::Published(record))),
    ];
    let found: Vec<(&str, Subject)> = candidates.into_iter().flatten().collect();
    match found.as_slice() {
        [(_, subject)] => Ok(*subject),
        [] => Err(Lost::None(near(network, id))),
        several => Err(Lost::Several(several.iter().map(|(kind, _)| format!("{kind}/{id}")).collect())),
    }
}

fn near(network: &Network, id: &str) -> Option<String> {
    let ids = network.territories.iter().map(|record| record.id.as_str());
    let ids = ids.chain(network.actors.iter().map(|record| record.id.as_str()));
    let ids = ids.chain(network.dynamics.iter().map(|record| record.id.as_str()));
    nearest(id, ids.chain(network.published.iter().map(|record| record.id.as_str()))).map(str::to_owned)
}

/// Gathers what a record says, and what points to it.
#[must_use]
pub fn gather(question: &Question, subject: Subject, with_sources: bool) -> Facts {
    let (title, mut rows, common, pointed) = match subject {
        Subject::Territory(record) => {
            parts(question, "territory", record, lines::territory(question, record))
        }
        Subject::Actor(record) => parts(question, "actor", record, lines::actor(question, record)),
        Subject::Dynamic(record) => parts(question, "dynamic", record, lines::dynamic(question, record)),
        Subject::Published(record) => {
            parts(question, "published", record, lines::published(question, record))
        }
    };
    rows.extend(pointed);
    rows.extend(common);
    rows.extend(match subject {
        Subject::Territory(record) => sources(question, record, with_sources),
        Subject::Actor(record) => sources(question, record, with_sources),
        Subject::Dynamic(record) => sources(question, record, with_sources),
        Subject::Published(record) => sources(question, record, with_sources),
    });
    let language = question.language;
    let facts: serde_json::Map<_, _> = rows
        .iter()
        .map(|(heading, values)| (heading.in_(language).to_owned(), serde_json::Value::from(values.clone())))
        .collect();
    let cells = rows.iter().flat_map(|(heading, values)| {
        values.iter().enumerate().map(|(place, value)| {
            let first = if place == 0 { Cell::Text(heading.in_(language).to_owned()) } else { Cell::Nothing };
            vec![first, Cell::Text(value.clone())]
        })
    });
    let table =
        Table { caption: title.clone(), columns: vec![String::new(); 2], rows: cells.collect(), total: None };
    Facts {
        report: "show",
        title,
        invented: invented(question),
        facts: facts.into(),
        tables: vec![table],
        ..Facts::default()
    }
}

type Parts = (String, Vec<Line>, Vec<Line>, Vec<Line>);

fn parts<I: std::fmt::Display, T>(
    question: &Question,
    kind: &str,
    record: &Record<I, T>,
    said: Vec<Line>,
) -> Parts {
    let (id, file, name) = (record.id.to_string(), &record.file, record.name());
    let home = question.network.territory_name(&record.home);
    let title = if home == name {
        format!("{name} · {kind}/{id} · {file}")
    } else {
        format!("{name} · {home} · {kind}/{id} · {file}")
    };
    let pointed = pointers(question, kind, &id);
    (title, said, lines::common(question, &record.common), pointed)
}

/// Every record that names this one, and under which key.
fn pointers(question: &Question, kind: &str, id: &str) -> Vec<Line> {
    let network = question.network;
    let aims = |to: To| match kind {
        "actor" => matches!(to, To::Actor | To::NamedInPlace | To::Teller),
        "territory" => to == To::Territory,
        "dynamic" => to == To::Dynamic,
        _ => false,
    };
    let mut found = Vec::new();
    let aimed = |mention: &Mention| aims(mention.to) && mention.text == id;
    for record in &network.territories {
        found.extend(routes(record, aimed).map(|route| (format!("territory/{}", record.id), route)));
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
    let values = found.iter().map(|(from, route)| described(question, from, route));
    vec![(Both { fr: "nommé dans", en: "named in" }, values.collect())]
}

/// Where in a record the mentions stand that are aimed at.
fn routes<I, T: Mentions>(
    record: &Record<I, T>,
    aimed: impl Fn(&Mention) -> bool,
) -> std::vec::IntoIter<Route> {
    let mut routes = Vec::new();
    let mut visit = |mention: Mention| routes.extend(aimed(&mention).then(|| mention.trail.route()));
    record.common.mentions(&Trail::default(), &mut visit);
    record.body.mentions(&Trail::default(), &mut visit);
    routes.into_iter()
}

/// `dynamic/vises (partners.tilt)`, with role and period where the record is a dynamic's partner.
fn described(question: &Question, from: &str, route: &Route) -> String {
    let partner =
        from.strip_prefix("dynamic/").and_then(|id| question.network.dynamic(id)).and_then(|dynamic| {
            let key = route.to_string();
            let actor = key.strip_prefix("partners.")?;
            let roles = lines::roles(question, dynamic.body.partners.get(actor)?);
            let said = [roles, dynamic.body.period().to_string()].into_iter().filter(|part| !part.is_empty());
            Some(format!("{from} ({})", said.collect::<Vec<_>>().join(", ")))
        });
    partner.unwrap_or_else(|| format!("{from} ({route})"))
}
