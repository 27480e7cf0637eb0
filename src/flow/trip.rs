//! The way there: texts, trees, records, one network.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use serde::Deserialize;

use crate::diagnostic::{Finding, Severity};
use crate::documents::{Limits, Node, deserialize};
use crate::flow::foundation::{CHARTER, EMBEDDED, Foundation, SETTINGS, VOCABULARY, stray};
use crate::flow::judged::judged;
use crate::flow::people;
use crate::language::Language;
use crate::network::{Harvest, Network, Unread};
use crate::records::{
    self, Kind, Record, Settings, Sources, Statement, Stray, TerritoryId, Text as Prose, placed,
};
use crate::sources::Folder;

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
    let mut harvest = Harvest::default();
    let language = asked.unwrap_or(otherwise);
    let mut foundation = Foundation::of(folder, language);
    harvest.settings = foundation.read(SETTINGS, "settings");
    let spoken = asked.or(harvest.settings.language).unwrap_or(otherwise);
    if spoken != foundation.language {
        // The faults of `apes.toml` are told in the language that it asks for, too.
        foundation = Foundation::of(folder, spoken);
        harvest.settings = foundation.read(SETTINGS, "settings");
    }
    harvest.vocabulary = Arc::new(foundation.read_based(VOCABULARY, "vocabulary"));
    harvest.charter = foundation.read_based(CHARTER, "charter");
    let language = foundation.language;
    harvest.borrowed = EMBEDDED.map(|(path, ..)| path).into_iter().filter(|path| !folder.has(path)).collect();
    harvest.people = harvest.settings.people.as_ref().and_then(|named| people::read(folder, named, language));
    harvest.broken = foundation.broken;
    harvest.unread = foundation.unread;
    harvest.bases = foundation.bases;
    let mut findings = foundation.findings;
    let files = list(folder, &mut harvest);
    let (all, done) = (files.len(), AtomicUsize::new(0));
    // In a box, since it changes hands with every file.
    let reap = |mut reaped: Box<Reaped>, (path, kind): (String, Kind)| {
        reaped.add(folder, &path, kind, language);
        watch(done.fetch_add(1, Ordering::Relaxed) + 1, all);
        reaped
    };
    let reaped = files.into_par_iter().fold(Box::default, reap).reduce(Box::default, Reaped::and);
    let harvest = harvest.and(reaped.harvest);
    findings.extend(reaped.findings);
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
            Ok(path) => {
                let kind = placed(&path);
                (path, kind)
            }
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

/// What some of the files brought in, in their order.
#[derive(Default)]
struct Reaped {
    harvest: Harvest,
    findings: Vec<Finding>,
}

impl Reaped {
    fn and(mut self: Box<Self>, other: Box<Self>) -> Box<Self> {
        self.findings.extend(other.findings);
        self.harvest = std::mem::take(&mut self.harvest).and(other.harvest);
        self
    }

    /// Adds what one file more brings in.
    fn add(&mut self, folder: &Folder, path: &str, kind: Kind, language: Language) {
        match (folder.read(path, Limits::BYTES), kind) {
            (Ok(source), Kind::Text(key)) => {
                let file = source.path.clone();
                self.harvest.texts.push(Prose { key, file, markdown: source.text });
            }
            (Ok(source), kind) => {
                let (tree, findings) = judged(&source, schema_of(&kind), language);
                let intact =
                    tree.is_some() && !findings.iter().any(|finding| finding.severity == Severity::Error);
                let text = Text { file: source.path.clone(), tree: tree.as_ref(), intact };
                text.join(kind, &mut self.harvest);
                self.findings.extend(findings);
            }
            (Err(unread), kind) => {
                let file: Arc<str> = Arc::from(path);
                if !matches!(kind, Kind::Text(_)) {
                    Text { file: file.clone(), tree: None, intact: false }.join(kind, &mut self.harvest);
                }
                self.harvest.unread.push(Unread { file, why: stray(unread.why) });
            }
        }
    }
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

    fn join(&self, kind: Kind, harvest: &mut Harvest) {
        match kind {
            Kind::Territory(id) => harvest.territories.push(self.record(id.clone(), id)),
            Kind::Actor(home, id) => harvest.actors.push(self.record(id, home)),
            Kind::Dynamic(home, id) => harvest.dynamics.push(self.record(id, home)),
            Kind::Published(home, id) => harvest.published.push(self.record(id, home)),
            Kind::Sources | Kind::Text(_) | Kind::Litter => {
                harvest.sources.extend(self.as_value::<Sources>());
                harvest.broken.extend((!self.intact).then(|| self.file.clone()));
            }
        }
    }

    fn record<I, T: Deserialize<'t> + Default>(&self, id: I, home: TerritoryId) -> Record<I, T> {
        let (file, intact, common) = (self.file.clone(), self.intact, self.as_value());
        let astray = self.tree.map(|tree| records::astray(tree, &common)).unwrap_or_default();
        Record { id, file, home, intact, astray, common: Box::new(common), body: Box::new(self.as_value()) }
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
        _ if path.starts_with("territories/") => placed(path).as_ref().map_or("sources", schema_of),
        _ if path.ends_with("vocabulary.toml") => "vocabulary",
        _ if path.ends_with("charter.toml") => "charter",
        _ => placed(path).as_ref().map_or("sources", schema_of),
    }
}
