//! Loading of a workspace: its files are listed, parsed, typed, then linked into one network.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::diagnostic::Finding;
use crate::documents::{Limits, Node, ScalarForm, Value, deserialize};
use crate::language::Language;
use crate::network::{Network, RawRecords, UnreadFile};
use crate::records::{self, FileKind, SkipReason, Statement, classify_path};
use crate::sources::{Folder, Source};
use crate::workspace::batch::Batch;
use crate::workspace::editor_schemas;
use crate::workspace::parse_and_check::{parse, parse_and_check};
use crate::workspace::people;
use crate::workspace::schemas::schema_at;
use crate::workspace::shared_files::{
    CHARTER, EMBEDDED, SETTINGS, SharedFiles, VOCABULARY, skip_reason,
};
use crate::workspace::strays;

/// A loaded workspace.
pub struct Workspace {
    /// All records, linked.
    pub network: Network,
    /// Findings about syntax and shape.
    pub findings: Vec<Finding>,
    /// Language of findings and reports.
    pub language: Language,
}

/// Loads a workspace, in the requested language, else its own, else the fallback.
#[must_use]
pub fn load(folder: &Folder, requested: Option<Language>, fallback: Language) -> Workspace {
    load_with_progress(folder, requested, fallback, &|_, _| {})
}

/// Like [`load`]; after each file, from any thread, `progress` is given the numbers of files read
/// and of all files.
#[must_use]
pub fn load_with_progress(
    folder: &Folder,
    requested: Option<Language>,
    fallback: Language,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Workspace {
    let mut raw = RawRecords::default();
    let mut findings = Vec::new();
    let language = read_shared_files(folder, requested, fallback, &mut raw, &mut findings);
    let files = list(folder, &mut raw);
    raw.unread.extend(strays::outside(folder));
    let (total, done) = (files.len(), AtomicUsize::new(0));
    let batch = files
        .into_par_iter()
        // Boxed, since a batch is moved for each file, and is large.
        .fold(Box::<Batch>::default, |mut batch, (path, kind)| {
            batch.add(folder, &path, kind, language);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, total);
            batch
        })
        .reduce(Box::default, Batch::and);
    findings.extend(batch.findings);
    Workspace {
        network: Network::link(raw.and(batch.raw)),
        findings,
        language,
    }
}

/// Reads settings, vocabulary, charter and persons. Returns the language of the workspace.
fn read_shared_files(
    folder: &Folder,
    requested: Option<Language>,
    fallback: Language,
    raw: &mut RawRecords,
    findings: &mut Vec<Finding>,
) -> Language {
    let mut shared = SharedFiles::new(folder, requested.unwrap_or(fallback));
    raw.settings = shared.read(SETTINGS, "settings");
    let language = requested.or(raw.settings.language).unwrap_or(fallback);
    if language != shared.language {
        // Read again: findings about `apes.toml` are in the language that it sets, too.
        shared = SharedFiles::new(folder, language);
        raw.settings = shared.read(SETTINGS, "settings");
    }
    raw.vocabulary = Arc::new(shared.read_with_base(VOCABULARY, "vocabulary"));
    raw.charter = shared.read_with_base(CHARTER, "charter");
    raw.default_files = EMBEDDED
        .map(|(path, ..)| path)
        .into_iter()
        .filter(|path| !folder.has(path))
        .collect();
    raw.people = raw
        .settings
        .people
        .as_ref()
        .and_then(|name| people::read(folder, name, language));
    raw.editor_schemas = editor_schemas::read(folder);
    raw.broken = shared.broken;
    raw.unread = shared.unread;
    raw.bases = shared.bases;
    raw.as_shipped = shared.as_shipped;
    findings.extend(shared.findings);
    language
}

/// The language that a workspace sets, read from its `apes.toml` alone; `None` if it sets none or
/// the file cannot be read.
#[must_use]
pub fn language_of(folder: &Folder) -> Option<Language> {
    match scalar_of_settings(folder, "language")? {
        (ScalarForm::Text, code) if code.len() == 2 => Language::from_code(&code),
        _ => None,
    }
}

/// The path of the folder of persons that a workspace sets, read from its `apes.toml` alone; `None`
/// if it sets none or the file cannot be read.
#[must_use]
pub fn people_folder_of(folder: &Folder) -> Option<PathBuf> {
    match scalar_of_settings(folder, "people")? {
        (ScalarForm::Text, name) => Some(folder.root().join(name)),
        _ => None,
    }
}

/// A value of `apes.toml` at its top; `None` if it has none, or one of several parts.
// Not checked against the schema, which every command would have to compile for this one value.
pub(super) fn scalar_of_settings(folder: &Folder, key: &str) -> Option<(ScalarForm, String)> {
    let source = folder.read(SETTINGS, Limits::BYTES).ok()?;
    match &parse(&source, Language::English).0?.entry(key)?.node.value {
        Value::Scalar(form, text) => Some((*form, text.to_string())),
        _ => None,
    }
}

/// Lists the files to read, with their kinds; those that cannot be read are added to the unread.
fn list(folder: &Folder, raw: &mut RawRecords) -> Vec<(String, FileKind)> {
    let (mut files, mut records) = (Vec::new(), 0);
    for listed in folder.list_unless_folder("territories", is_for_file) {
        let (path, kind) = match listed {
            Ok(path) => {
                let kind = classify_path(&path);
                (path, kind)
            }
            Err(unread) => match classify_path(&unread.path) {
                // A record that cannot be opened still has its kind and its id, and litter is
                // passed over even if it is a link: Emacs locks files with one that leads nowhere.
                Ok(kind) if !matches!(kind, FileKind::Text(_)) => (unread.path, Ok(kind)),
                _ => (unread.path, Err(skip_reason(unread.why))),
            },
        };
        match kind {
            Ok(FileKind::Litter) => {}
            Ok(kind) if counts_as_record(&kind) && records >= Limits::RECORDS => {
                raw.unread.push(UnreadFile {
                    file: Arc::from(path),
                    why: SkipReason::TooMany,
                });
            }
            Ok(kind) => {
                records += usize::from(counts_as_record(&kind));
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

/// Whether a file of some kind is kept at a path.
fn is_for_file(path: &str) -> bool {
    classify_path(path).is_ok_and(|kind| kind != FileKind::Litter)
}

/// Whether a file counts towards the limit of records.
fn counts_as_record(kind: &FileKind) -> bool {
    !matches!(kind, FileKind::Sources | FileKind::Litter)
}

/// The statements of one file, in the order in which they are written; empty if it cannot be read.
#[must_use]
pub fn statements(folder: &Folder, file: &str, language: Language) -> Vec<Statement> {
    let Ok(source) = folder.read(file, Limits::BYTES) else {
        return Vec::new();
    };
    checked_tree(&source, language)
        .map(|tree| records::statements(&tree))
        .unwrap_or_default()
}

/// All keys and values of one file as they are written; null if it cannot be read.
#[must_use]
pub fn content(folder: &Folder, file: &str, language: Language) -> serde_json::Value {
    let Ok(source) = folder.read(file, Limits::BYTES) else {
        return serde_json::Value::Null;
    };
    checked_tree(&source, language)
        .and_then(|tree| deserialize::read(&tree).ok())
        .unwrap_or_default()
}

/// The tree of a file of a workspace, checked against the schema of its path; `None` if its syntax
/// is broken.
#[must_use]
pub fn checked_tree(source: &Source, language: Language) -> Option<Node<'_>> {
    parse_and_check(source, schema_at(&source.path), language).0
}
