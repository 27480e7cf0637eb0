//! The way there: texts, trees, records, one network.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use serde::Deserialize;

use crate::diagnostic::{Finding, Severity};
use crate::documents::{Limits, Node, deserialize};
use crate::language::Language;
use crate::network::{Network, RawRecords, UnreadFile};
use crate::records::{
    self, FileKind, Record, ReportText as Prose, Settings, SkipReason, Sources, Statement,
    TerritoryId, classify_path,
};
use crate::sources::Folder;
use crate::workspace::parse_and_check::parse_and_check;
use crate::workspace::people;
use crate::workspace::shared_files::{
    CHARTER, EMBEDDED, SETTINGS, SharedFiles, VOCABULARY, skip_reason,
};

/// A workspace read: its network, and what reading it found.
pub struct Workspace {
    /// All records, linked.
    pub network: Network,
    /// Faults of writing and of shape.
    pub findings: Vec<Finding>,
    /// The language in which findings are told.
    pub language: Language,
}

/// Reads a workspace; the language is the one asked for, else the workspace's, else the one given
/// last.
#[must_use]
pub fn load(folder: &Folder, asked: Option<Language>, otherwise: Language) -> Workspace {
    load_with_progress(folder, asked, otherwise, &|_, _| {})
}

/// The same, telling after each file how many of how many are read; from any thread.
#[must_use]
pub fn load_with_progress(
    folder: &Folder,
    asked: Option<Language>,
    otherwise: Language,
    watch: &(dyn Fn(usize, usize) + Sync),
) -> Workspace {
    let mut raw = RawRecords::default();
    let language = asked.unwrap_or(otherwise);
    let mut shared = SharedFiles::of(folder, language);
    raw.settings = shared.read(SETTINGS, "settings");
    let spoken = asked.or(raw.settings.language).unwrap_or(otherwise);
    if spoken != shared.language {
        // The faults of `apes.toml` are told in the language that it asks for, too.
        shared = SharedFiles::of(folder, spoken);
        raw.settings = shared.read(SETTINGS, "settings");
    }
    raw.vocabulary = Arc::new(shared.read_based(VOCABULARY, "vocabulary"));
    raw.charter = shared.read_based(CHARTER, "charter");
    let language = shared.language;
    raw.default_files = EMBEDDED
        .map(|(path, ..)| path)
        .into_iter()
        .filter(|path| !folder.has(path))
        .collect();
    raw.people = raw
        .settings
        .people
        .as_ref()
        .and_then(|named| people::read(folder, named, language));
    raw.broken = shared.broken;
    raw.unread = shared.unread;
    raw.bases = shared.bases;
    let mut findings = shared.findings;
    let files = list(folder, &mut raw);
    let (all, done) = (files.len(), AtomicUsize::new(0));
    // In a box, since it changes hands with every file.
    let load_one = |mut batch: Box<Batch>, (path, kind): (String, FileKind)| {
        batch.add(folder, &path, kind, language);
        watch(done.fetch_add(1, Ordering::Relaxed) + 1, all);
        batch
    };
    let batch = files
        .into_par_iter()
        .fold(Box::default, load_one)
        .reduce(Box::default, Batch::and);
    let raw = raw.and(batch.raw);
    findings.extend(batch.findings);
    Workspace {
        network: Network::link(raw),
        findings,
        language,
    }
}

/// The language that a workspace asks for, its `apes.toml` read and nothing else; nothing where
/// that cannot be read.
#[must_use]
pub fn language_of(folder: &Folder) -> Option<Language> {
    let source = folder.read(SETTINGS, Limits::BYTES).ok()?;
    let (tree, _) = parse_and_check(&source, "settings", Language::English);
    deserialize::read::<Settings>(&tree?).ok()?.language
}

/// The files that are records, with their kind; all others go to the harvest's unread.
fn list(folder: &Folder, raw: &mut RawRecords) -> Vec<(String, FileKind)> {
    let (mut files, mut records) = (Vec::new(), 0);
    for listed in folder.list("territories") {
        let (path, kind) = match listed {
            Ok(path) => {
                let kind = classify_path(&path);
                (path, kind)
            }
            Err(unread) => match classify_path(&unread.path) {
                // A record that cannot be opened still has its kind and its id.
                Ok(kind) if !matches!(kind, FileKind::Litter | FileKind::Text(_)) => {
                    (unread.path, Ok(kind))
                }
                _ => (unread.path, Err(skip_reason(unread.why))),
            },
        };
        match kind {
            Ok(FileKind::Litter) => {}
            Ok(kind) if is_record(&kind) && records >= Limits::RECORDS => {
                raw.unread.push(UnreadFile {
                    file: Arc::from(path),
                    why: SkipReason::TooMany,
                });
            }
            Ok(kind) => {
                records += usize::from(is_record(&kind));
                files.push((path, kind));
            }
            Err(why) => raw.unread.push(UnreadFile {
                file: Arc::from(path),
                why,
            }),
        }
    }
    files
}

/// Whether a file is a record, of which a workspace has so many at most.
fn is_record(kind: &FileKind) -> bool {
    !matches!(kind, FileKind::Sources | FileKind::Litter)
}

/// What some of the files brought in, in their order.
#[derive(Default)]
struct Batch {
    raw: RawRecords,
    findings: Vec<Finding>,
}

impl Batch {
    fn and(mut self: Box<Self>, other: Box<Self>) -> Box<Self> {
        self.findings.extend(other.findings);
        self.raw = std::mem::take(&mut self.raw).and(other.raw);
        self
    }

    /// Adds what one file more brings in.
    fn add(&mut self, folder: &Folder, path: &str, kind: FileKind, language: Language) {
        match (folder.read(path, Limits::BYTES), kind) {
            (Ok(source), FileKind::Text(key)) => {
                let file = source.path.clone();
                self.raw.texts.push(Prose {
                    key,
                    file,
                    markdown: source.text,
                });
            }
            (Ok(source), kind) => {
                let (tree, findings) = parse_and_check(&source, schema_of(&kind), language);
                let intact = tree.is_some()
                    && !findings
                        .iter()
                        .any(|finding| finding.severity == Severity::Error);
                let text = Text {
                    file: source.path.clone(),
                    tree: tree.as_ref(),
                    intact,
                };
                text.join(kind, &mut self.raw);
                self.findings.extend(findings);
            }
            (Err(unread), kind) => {
                let file: Arc<str> = Arc::from(path);
                if !matches!(kind, FileKind::Text(_)) {
                    Text {
                        file: file.clone(),
                        tree: None,
                        intact: false,
                    }
                    .join(kind, &mut self.raw);
                }
                self.raw.unread.push(UnreadFile {
                    file,
                    why: skip_reason(unread.why),
                });
            }
        }
    }
}

fn schema_of(kind: &FileKind) -> &'static str {
    match kind {
        FileKind::Territory(_) => "territory",
        FileKind::Actor(..) => "actor",
        FileKind::Dynamic(..) => "dynamic",
        FileKind::Published(..) => "published",
        FileKind::Sources | FileKind::Text(_) | FileKind::Litter => "sources",
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
        self.tree
            .and_then(|tree| deserialize::read(tree).ok())
            .unwrap_or_default()
    }

    fn join(&self, kind: FileKind, raw: &mut RawRecords) {
        match kind {
            FileKind::Territory(id) => raw.territories.push(self.record(id.clone(), id)),
            FileKind::Actor(home, id) => raw.actors.push(self.record(id, home)),
            FileKind::Dynamic(home, id) => raw.dynamics.push(self.record(id, home)),
            FileKind::Published(home, id) => raw.published.push(self.record(id, home)),
            FileKind::Sources | FileKind::Text(_) | FileKind::Litter => {
                raw.sources.extend(self.as_value::<Sources>());
                raw.broken.extend((!self.intact).then(|| self.file.clone()));
            }
        }
    }

    fn record<I, T: Deserialize<'t> + Default>(&self, id: I, home: TerritoryId) -> Record<I, T> {
        let (file, intact, common) = (self.file.clone(), self.intact, self.as_value());
        let unknown_statements = self
            .tree
            .map(|tree| records::unknown_statements(tree, &common))
            .unwrap_or_default();
        Record {
            id,
            file,
            home,
            intact,
            unknown_statements,
            common: Box::new(common),
            body: Box::new(self.as_value()),
        }
    }
}

/// What one file states, in the order in which it is written; nothing where it cannot be read.
#[must_use]
pub fn statements(folder: &Folder, file: &str, language: Language) -> Vec<Statement> {
    let Ok(source) = folder.read(file, Limits::BYTES) else {
        return Vec::new();
    };
    let (tree, _) = parse_and_check(&source, schema_at(file), language);
    tree.map(|tree| records::statements(&tree))
        .unwrap_or_default()
}

/// The schema of a file, by its place.
pub(super) fn schema_at(path: &str) -> &'static str {
    match path {
        SETTINGS => "settings",
        _ if path.starts_with("territories/") => {
            classify_path(path).as_ref().map_or("sources", schema_of)
        }
        _ if path.ends_with("vocabulary.toml") => "vocabulary",
        _ if path.ends_with("charter.toml") => "charter",
        _ => classify_path(path).as_ref().map_or("sources", schema_of),
    }
}
