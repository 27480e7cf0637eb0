//! The way there: texts, trees, records, one network.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use serde::Deserialize;

use crate::charter::Charter;
use crate::diagnostic::{Finding, Severity};
use crate::documents::{self, Limits, Node, Reading, Syntax, deserialize};
use crate::language::Language;
use crate::network::{Harvest, Network, Unread};
use crate::records::{
    self, ActorId, DynamicId, Kind, PublishedId, Record, Settings, Statement, Stray, TerritoryId,
    Text as Prose, placed,
};
use crate::sources::{Folder, Source, Why};

const SETTINGS: &str = "apes.toml";
const VOCABULARY: &str = "schemas/vocabulary.toml";
const CHARTER: &str = "schemas/charter.toml";

/// What a workspace without these files speaks: the words and the charter of Apes.
const EMBEDDED: [(&str, &str); 2] = [
    (VOCABULARY, include_str!("../../schemas/vocabulary.toml")),
    (CHARTER, include_str!("../../schemas/charter.toml")),
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
    read_watched(folder, asked, otherwise, &|_, _| {})
}

/// The same, telling after each file how many of how many are read; from any thread.
#[must_use]
pub fn read_watched(
    folder: &Folder,
    asked: Option<Language>,
    otherwise: Language,
    watch: &(dyn Fn(usize, usize) + Sync),
) -> Trip {
    let mut findings = Vec::new();
    let mut harvest = Harvest::default();
    let language = asked.unwrap_or(otherwise);
    let mut foundation =
        Foundation { folder, language, findings: &mut findings, unread: Vec::new(), broken: Vec::new() };
    harvest.settings = foundation.read(SETTINGS, "settings");
    let spoken = asked.or(harvest.settings.language).unwrap_or(otherwise);
    if spoken != foundation.language {
        // The faults of `apes.toml` are told in the language that it asks for, too.
        foundation.findings.clear();
        foundation.unread.clear();
        foundation.language = spoken;
        harvest.settings = foundation.read(SETTINGS, "settings");
    }
    harvest.vocabulary = foundation.read(VOCABULARY, "vocabulary");
    harvest.charter = foundation.read(CHARTER, "charter");
    harvest.charter.file = Arc::from(CHARTER);
    let language = foundation.language;
    harvest.borrowed = EMBEDDED.map(|(path, _)| path).into_iter().filter(|path| !folder.has(path)).collect();
    harvest.broken = foundation.broken;
    harvest.unread = foundation.unread;
    let files = list(folder, &mut harvest);
    let (all, done) = (files.len(), AtomicUsize::new(0));
    let watched = |(path, kind): (String, Kind)| {
        let read = one(folder, &path, kind, language);
        watch(done.fetch_add(1, Ordering::Relaxed) + 1, all);
        read
    };
    let read: Vec<_> = files.into_par_iter().map(watched).collect();
    for (piece, unread, more) in read {
        piece.join(&mut harvest);
        harvest.unread.extend(unread);
        findings.extend(more);
    }
    Trip { network: Network::link(harvest), findings, language }
}

/// The language that a workspace asks for, its `apes.toml` read and nothing else; nothing where that cannot be read.
#[must_use]
pub fn language_of(folder: &Folder) -> Option<Language> {
    let source = folder.read(SETTINGS, Limits::BYTES).ok()?;
    let (tree, _) = judged(&source, "settings", Language::English);
    deserialize::read::<Settings>(&tree?).ok()?.language
}

/// The files that are records, with their kind; all others go to the harvest's unread.
fn list(folder: &Folder, harvest: &mut Harvest) -> Vec<(String, Kind)> {
    let (mut files, mut records) = (Vec::new(), 0);
    for listed in folder.list("territories") {
        let (path, kind) = match listed {
            Ok(path) => (path.clone(), placed(&path)),
            Err(unread) => match placed(&unread.path) {
                // A record that cannot be opened still has its kind and its id.
                Ok(kind) if !matches!(kind, Kind::Litter | Kind::Text(_)) => (unread.path, Ok(kind)),
                _ => (unread.path, Err(stray(unread.why))),
            },
        };
        match kind {
            Ok(Kind::Litter) => {}
            Ok(kind) if is_record(&kind) && records >= Limits::RECORDS => {
                harvest.unread.push(Unread { file: Arc::from(path), why: Stray::TooMany });
            }
            Ok(kind) => {
                records += usize::from(is_record(&kind));
                files.push((path, kind));
            }
            Err(why) => harvest.unread.push(Unread { file: Arc::from(path), why }),
        }
    }
    files
}

/// Whether a file is a record, of which a workspace has so many at most.
fn is_record(kind: &Kind) -> bool {
    !matches!(kind, Kind::Sources | Kind::Litter)
}

fn stray(why: Why) -> Stray {
    match why {
        Why::Link => Stray::Link,
        Why::Special => Stray::Special,
        Why::TooLarge(size) => Stray::TooLarge(size),
        Why::Refused(kind, words) => Stray::Refused(kind, words),
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
        let source = match written(self.folder, path) {
            Some(Ok(source)) => source,
            None => return T::default(),
            Some(Err(why)) => {
                self.broken.push(Arc::from(path));
                self.unread.push(Unread { file: Arc::from(path), why: stray(why) });
                return T::default();
            }
        };
        let (tree, findings) = judged(&source, kind, self.language);
        if findings.iter().any(|finding| finding.severity == Severity::Error) {
            self.broken.push(source.path.clone());
        }
        self.findings.extend(findings);
        tree.and_then(|tree| deserialize::read(&tree).ok()).unwrap_or_default()
    }
}

/// A text of the workspace, or the embedded one that stands for it; nothing where there is neither.
pub(super) fn written(folder: &Folder, path: &str) -> Option<Result<Source, Why>> {
    if folder.has(path) {
        return Some(folder.read(path, Limits::BYTES).map_err(|unread| unread.why));
    }
    let embedded = EMBEDDED.iter().find(|(known, _)| *known == path)?;
    Some(Ok(Source::new(path, embedded.1.to_owned())))
}

/// The charter of Apes.
pub(super) fn embedded_charter(language: Language) -> Charter {
    let text = EMBEDDED.iter().find(|(path, _)| *path == CHARTER).map_or("", |(_, text)| text);
    let source = Source::new(CHARTER, text.to_owned());
    let (tree, _) = judged(&source, "charter", language);
    tree.and_then(|tree| deserialize::read(&tree).ok()).unwrap_or_default()
}

/// A text's tree, judged by the schema of its kind.
pub(super) fn judged<'t>(
    source: &'t Source,
    kind: &str,
    language: Language,
) -> (Option<Node<'t>>, Vec<Finding>) {
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
    Prose(Option<Prose>),
}

impl Piece {
    fn join(self, harvest: &mut Harvest) {
        match self {
            Self::Territory(record) => harvest.territories.push(record),
            Self::Actor(record) => harvest.actors.push(record),
            Self::Dynamic(record) => harvest.dynamics.push(record),
            Self::Published(record) => harvest.published.push(record),
            Self::Prose(prose) => harvest.texts.extend(prose),
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
            if matches!(kind, Kind::Text(_)) {
                return (Piece::Prose(None), Some(Unread { file, why: stray(unread.why) }), Vec::new());
            }
            let text = Text { file: file.clone(), tree: None, intact: false };
            return (text.piece(kind), Some(Unread { file, why: stray(unread.why) }), Vec::new());
        }
    };
    if let Kind::Text(key) = kind {
        let prose = Prose { key, file: source.path.clone(), markdown: source.text };
        return (Piece::Prose(Some(prose)), None, Vec::new());
    }
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
        Kind::Sources | Kind::Text(_) | Kind::Litter => "sources",
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
            Kind::Sources | Kind::Text(_) | Kind::Litter => {
                Piece::Sources(self.as_value(), (!self.intact).then(|| self.file.clone()))
            }
        }
    }

    fn record<I, T: Deserialize<'t> + Default>(&self, id: I, home: TerritoryId) -> Record<I, T> {
        let (file, intact, common) = (self.file.clone(), self.intact, self.as_value());
        let astray = self.tree.map(|tree| records::astray(tree, &common)).unwrap_or_default();
        Record { id, file, home, intact, astray, common, body: self.as_value() }
    }
}

/// What one file states, in the order in which it is written; nothing where it cannot be read.
#[must_use]
pub fn statements(folder: &Folder, file: &str, language: Language) -> Vec<Statement> {
    let Ok(source) = folder.read(file, Limits::BYTES) else { return Vec::new() };
    let (tree, _) = judged(&source, kind_at(file), language);
    tree.map(|tree| records::statements(&tree)).unwrap_or_default()
}

/// The schema of a file, by its place.
pub(super) fn kind_at(path: &str) -> &'static str {
    match path {
        SETTINGS => "settings",
        VOCABULARY => "vocabulary",
        CHARTER => "charter",
        _ => placed(path).as_ref().map_or("sources", schema_of),
    }
}
