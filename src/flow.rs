//! The whole trip, written once: texts, trees, records, one network; and back, from places by name to bytes.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use serde::Deserialize;

use crate::diagnostic::{At, Finding, Label, Severity, Writing};
use crate::documents::{self, Limits, Node, Reading, Syntax, deserialize};
use crate::language::Language;
use crate::network::{Harvest, Network, Unread};
use crate::records::{ActorId, DynamicId, Kind, PublishedId, Record, Stray, TerritoryId, placed};
use crate::sources::{Folder, Source, Why};

const SETTINGS: &str = "apes.toml";
const VOCABULARY: &str = "schemas/vocabulary.toml";
const CHARTER: &str = "schemas/charter.toml";

/// What a workspace without these files speaks: the words and the charter of Apes.
const EMBEDDED: [(&str, &str); 2] = [
    (VOCABULARY, include_str!("../schemas/vocabulary.toml")),
    (CHARTER, include_str!("../schemas/charter.toml")),
];

/// A workspace read: its network, and what reading it found.
pub struct Trip {
    /// All records, linked.
    pub network: Network,
    /// Faults of writing and of shape.
    pub findings: Vec<Finding>,
    /// The language in which findings are told.
    pub language: Language,
}

/// Reads a workspace; the language is the one asked for, else the workspace's, else the one given last.
#[must_use]
pub fn read(folder: &Folder, asked: Option<Language>, otherwise: Language) -> Trip {
    let mut findings = Vec::new();
    let mut harvest = Harvest::default();
    let language = asked.unwrap_or(otherwise);
    let mut foundation =
        Foundation { folder, language, findings: &mut findings, unread: Vec::new(), broken: Vec::new() };
    harvest.settings = foundation.read(SETTINGS, "settings");
    foundation.language = asked.or(harvest.settings.language).unwrap_or(otherwise);
    harvest.vocabulary = foundation.read(VOCABULARY, "vocabulary");
    harvest.charter = foundation.read(CHARTER, "charter");
    let language = foundation.language;
    harvest.broken = foundation.broken;
    harvest.unread = foundation.unread;
    let files = list(folder, &mut harvest);
    let read: Vec<_> = files.into_par_iter().map(|(path, kind)| one(folder, &path, kind, language)).collect();
    for (piece, unread, more) in read {
        piece.join(&mut harvest);
        harvest.unread.extend(unread);
        findings.extend(more);
    }
    Trip { network: Network::link(harvest), findings, language }
}

/// The files that are records, with their kind; all others go to the harvest's unread.
fn list(folder: &Folder, harvest: &mut Harvest) -> Vec<(String, Kind)> {
    let mut files = Vec::new();
    for listed in folder.list("territories") {
        let (path, kind) = match listed {
            Ok(path) => (path.clone(), placed(&path)),
            Err(unread) => match placed(&unread.path) {
                // A record that cannot be opened still has its kind and its id.
                Ok(kind) if !matches!(kind, Kind::Litter | Kind::Text) => (unread.path, Ok(kind)),
                _ => (unread.path, Err(stray(unread.why))),
            },
        };
        match kind {
            Ok(Kind::Litter | Kind::Text) => {}
            Ok(_) if files.len() >= Limits::RECORDS => {
                harvest.unread.push(Unread { file: Arc::from(path), why: Stray::TooMany });
            }
            Ok(kind) => files.push((path, kind)),
            Err(why) => harvest.unread.push(Unread { file: Arc::from(path), why }),
        }
    }
    files
}

fn stray(why: Why) -> Stray {
    match why {
        Why::Link => Stray::Link,
        Why::Special => Stray::Special,
        Why::TooLarge(size) => Stray::TooLarge(size),
        Why::Refused(words) => Stray::Refused(words),
    }
}

/// The files that all others rest on.
struct Foundation<'f> {
    folder: &'f Folder,
    language: Language,
    findings: &'f mut Vec<Finding>,
    unread: Vec<Unread>,
    broken: Vec<Arc<str>>,
}

impl Foundation<'_> {
    fn read<T: for<'de> Deserialize<'de> + Default>(&mut self, path: &str, kind: &str) -> T {
        let embedded = EMBEDDED.iter().find(|(known, _)| *known == path);
        let source = match embedded {
            Some((_, text)) if !self.folder.has(path) => Source::new(path, (*text).to_owned()),
            _ if !self.folder.has(path) => return T::default(),
            _ => match self.folder.read(path, Limits::BYTES) {
                Ok(source) => source,
                Err(unread) => {
                    self.broken.push(Arc::from(path));
                    self.unread.push(Unread { file: Arc::from(path), why: stray(unread.why) });
                    return T::default();
                }
            },
        };
        let (tree, findings) = judged(&source, kind, self.language);
        if findings.iter().any(|finding| finding.severity == Severity::Error) {
            self.broken.push(source.path.clone());
        }
        self.findings.extend(findings);
        tree.and_then(|tree| deserialize::read(&tree).ok()).unwrap_or_default()
    }
}

/// A text's tree, judged by the schema of its kind.
fn judged<'t>(source: &'t Source, kind: &str, language: Language) -> (Option<Node<'t>>, Vec<Finding>) {
    let syntax = Syntax::of(&source.path).unwrap_or(Syntax::Toml);
    let reading = Reading { source, syntax, language };
    let (mut tree, mut findings) = documents::read(&reading);
    if let Some(tree) = &mut tree {
        findings.extend(documents::judge(&reading, kind, tree));
    }
    (tree, findings)
}

/// One file, read.
enum Piece {
    Territory(Record<TerritoryId, crate::records::Territory>),
    Actor(Record<ActorId, crate::records::Actor>),
    Dynamic(Record<DynamicId, crate::records::Dynamic>),
    Published(Record<PublishedId, crate::records::Published>),
    Sources(crate::records::Sources, Option<Arc<str>>),
}

impl Piece {
    fn join(self, harvest: &mut Harvest) {
        match self {
            Self::Territory(record) => harvest.territories.push(record),
            Self::Actor(record) => harvest.actors.push(record),
            Self::Dynamic(record) => harvest.dynamics.push(record),
            Self::Published(record) => harvest.published.push(record),
            Self::Sources(sources, broken) => {
                harvest.broken.extend(broken);
                harvest.sources.extend(sources);
            }
        }
    }
}

fn one(folder: &Folder, path: &str, kind: Kind, language: Language) -> (Piece, Option<Unread>, Vec<Finding>) {
    let source = match folder.read(path, Limits::BYTES) {
        Ok(source) => source,
        Err(unread) => {
            let file: Arc<str> = Arc::from(path);
            let text = Text { file: file.clone(), tree: None, intact: false };
            return (text.piece(kind), Some(Unread { file, why: stray(unread.why) }), Vec::new());
        }
    };
    let (tree, findings) = judged(&source, schema_of(&kind), language);
    let intact = tree.is_some() && !findings.iter().any(|finding| finding.severity == Severity::Error);
    let text = Text { file: source.path.clone(), tree: tree.as_ref(), intact };
    (text.piece(kind), None, findings)
}

fn schema_of(kind: &Kind) -> &'static str {
    match kind {
        Kind::Territory(_) => "territory",
        Kind::Actor(..) => "actor",
        Kind::Dynamic(..) => "dynamic",
        Kind::Published(..) => "published",
        Kind::Sources | Kind::Text | Kind::Litter => "sources",
    }
}

/// A judged tree on its way to a record.
struct Text<'t> {
    file: Arc<str>,
    tree: Option<&'t Node<'t>>,
    intact: bool,
}

impl<'t> Text<'t> {
    fn as_value<T: Deserialize<'t> + Default>(&self) -> T {
        self.tree.and_then(|tree| deserialize::read(tree).ok()).unwrap_or_default()
    }

    fn piece(&self, kind: Kind) -> Piece {
        match kind {
            Kind::Territory(id) => Piece::Territory(self.record(id.clone(), id)),
            Kind::Actor(home, id) => Piece::Actor(self.record(id, home)),
            Kind::Dynamic(home, id) => Piece::Dynamic(self.record(id, home)),
            Kind::Published(home, id) => Piece::Published(self.record(id, home)),
            Kind::Sources | Kind::Text | Kind::Litter => {
                Piece::Sources(self.as_value(), (!self.intact).then(|| self.file.clone()))
            }
        }
    }

    fn record<I, T: Deserialize<'t> + Default>(&self, id: I, home: TerritoryId) -> Record<I, T> {
        let (file, intact) = (self.file.clone(), self.intact);
        Record { id, file, home, intact, common: self.as_value(), body: self.as_value() }
    }
}

/// Findings with their places resolved to bytes, in the order of files and lines, and the texts they point into.
pub struct Resolved {
    /// In telling order.
    pub findings: Vec<Finding>,
    /// By path.
    pub sources: BTreeMap<Arc<str>, Source>,
    /// Places that were named but are not there; none, or a check is wrong.
    pub missed: Vec<String>,
}

/// Reads the few files that findings speak of again, turns names into bytes and edits into text.
#[must_use]
pub fn resolve(folder: &Folder, mut findings: Vec<Finding>, language: Language) -> Resolved {
    let mut sources = BTreeMap::new();
    for finding in &findings {
        for place in std::iter::once(&finding.primary).chain(&finding.secondary).map(|label| &label.place) {
            sources.entry(place.file.clone()).or_insert_with(|| {
                folder
                    .read(&place.file, Limits::BYTES)
                    .unwrap_or_else(|_| Source::new(&place.file, String::new()))
            });
        }
    }
    let trees: BTreeMap<Arc<str>, Option<Node>> = sources
        .iter()
        .map(|(path, source)| (path.clone(), judged(source, kind_at(path), language).0))
        .collect();
    let mut missed = Vec::new();
    for finding in &mut findings {
        let labels = std::iter::once(&mut finding.primary).chain(&mut finding.secondary);
        for Label { place, .. } in labels {
            resolve_at(&trees, &place.file, &mut place.at, &mut missed);
        }
        for edit in finding.help.iter_mut().flat_map(|help| &mut help.edits) {
            if let Writing::Text(text) = &edit.writing {
                let syntax = Syntax::of(&edit.place.file).unwrap_or(Syntax::Toml);
                let is_key = matches!(edit.place.at, At::Key(_));
                edit.writing = Writing::Raw(if is_key { syntax.key(text) } else { syntax.quote(text) });
            }
            resolve_at(&trees, &edit.place.file, &mut edit.place.at, &mut missed);
        }
    }
    findings.sort_by(|one, other| {
        (&one.primary.place, &one.name, &one.sentence).cmp(&(
            &other.primary.place,
            &other.name,
            &other.sentence,
        ))
    });
    findings.dedup();
    Resolved { findings, sources, missed }
}

fn resolve_at(
    trees: &BTreeMap<Arc<str>, Option<Node>>,
    file: &Arc<str>,
    at: &mut At,
    missed: &mut Vec<String>,
) {
    let (span, met) = match trees.get(file) {
        Some(Some(tree)) => tree.resolve(at),
        _ => match at {
            At::Span(span) => (*span, true),
            _ => (crate::sources::Span::default(), true),
        },
    };
    if !met {
        missed.push(format!("{file}: {at:?}"));
    }
    *at = At::Span(span);
}

fn kind_at(path: &str) -> &'static str {
    match path {
        SETTINGS => "settings",
        VOCABULARY => "vocabulary",
        CHARTER => "charter",
        _ => placed(path).as_ref().map_or("sources", schema_of),
    }
}
