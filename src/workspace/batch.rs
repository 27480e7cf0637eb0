//! The typed records of some files, as one thread collects them.

use std::sync::Arc;

use serde::Deserialize;

use crate::diagnostic::{Finding, Severity};
use crate::documents::{Limits, Node, deserialize};
use crate::language::Language;
use crate::network::{RawRecords, UnreadFile};
use crate::records::{self, FileKind, Record, ReportText, Sources, TerritoryId};
use crate::sources::{Folder, Source};
use crate::workspace::parse_and_check::parse_and_check;
use crate::workspace::schemas::schema_of;
use crate::workspace::shared_files::skip_reason;

/// Records and findings of some files, in the order of the files.
#[derive(Default)]
pub(super) struct Batch {
    pub raw: RawRecords,
    pub findings: Vec<Finding>,
}

impl Batch {
    /// Joins two batches; the files of `self` come first.
    pub fn and(mut self: Box<Self>, other: Box<Self>) -> Box<Self> {
        self.findings.extend(other.findings);
        self.raw = std::mem::take(&mut self.raw).and(other.raw);
        self
    }

    /// Reads a file and adds its record.
    pub fn add(&mut self, folder: &Folder, path: &str, kind: FileKind, language: Language) {
        match (folder.read(path, Limits::BYTES), kind) {
            (Ok(source), FileKind::Text(key)) => self.raw.texts.push(ReportText {
                key,
                file: source.path.clone(),
                markdown: source.text,
            }),
            (Ok(source), kind) => self.add_record(&source, kind, language),
            (Err(unread), kind) => {
                let file: Arc<str> = Arc::from(path);
                // A record that cannot be read keeps its id, so that references to it are not
                // reported as unknown.
                if !matches!(kind, FileKind::Text(_)) {
                    let unreadable = CheckedFile {
                        file: file.clone(),
                        tree: None,
                        intact: false,
                    };
                    unreadable.add_to(kind, &mut self.raw);
                }
                self.raw.unread.push(UnreadFile {
                    file,
                    why: skip_reason(unread.why),
                });
            }
        }
    }

    fn add_record(&mut self, source: &Source, kind: FileKind, language: Language) {
        if is_commented_out(&source.text) {
            return;
        }
        let (tree, findings) = parse_and_check(source, schema_of(&kind), language);
        let has_error = findings
            .iter()
            .any(|finding| finding.severity == Severity::Error);
        let checked = CheckedFile {
            file: source.path.clone(),
            tree: tree.as_ref(),
            intact: tree.is_some() && !has_error,
        };
        checked.add_to(kind, &mut self.raw);
        self.findings.extend(findings);
    }
}

/// Whether a text is nothing but comments: an example, or a record that somebody put aside. Where
/// nothing is written at all, a record is missing, which is a finding.
fn is_commented_out(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.next().is_some_and(is_comment) && lines.all(is_comment)
}

fn is_comment(line: &str) -> bool {
    line.starts_with('#')
}

/// A file with its checked tree, to be typed as a record.
struct CheckedFile<'t> {
    file: Arc<str>,
    tree: Option<&'t Node<'t>>,
    intact: bool,
}

impl<'t> CheckedFile<'t> {
    fn add_to(&self, kind: FileKind, raw: &mut RawRecords) {
        match kind {
            FileKind::Territory(id) => raw.territories.push(self.record(id.clone(), id)),
            FileKind::Actor(home, id) => raw.actors.push(self.record(id, home)),
            FileKind::Dynamic(home, id) => raw.dynamics.push(self.record(id, home)),
            FileKind::Published(home, id) => raw.published.push(self.record(id, home)),
            FileKind::Sources | FileKind::Text(_) | FileKind::Litter => {
                raw.sources.extend(self.typed::<Sources>());
                raw.broken.extend((!self.intact).then(|| self.file.clone()));
            }
        }
    }

    fn record<I, T: Deserialize<'t> + Default>(&self, id: I, home: TerritoryId) -> Record<I, T> {
        let common = self.typed();
        let unknown_statements = self
            .tree
            .map(|tree| records::unknown_statements(tree, &common))
            .unwrap_or_default();
        Record {
            id,
            file: self.file.clone(),
            home,
            intact: self.intact,
            unknown_statements,
            common: Box::new(common),
            body: Box::new(self.typed()),
        }
    }

    /// The tree as a value of a type; the default without a tree.
    fn typed<T: Deserialize<'t> + Default>(&self) -> T {
        self.tree
            .and_then(|tree| deserialize::read(tree).ok())
            .unwrap_or_default()
    }
}
