//! A charter read apart from its workspace: before a vote, or beside another.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::charter::Charter;
use crate::diagnostic::Finding;
use crate::documents::{Limits, deserialize};
use crate::flow::trip::judged;
use crate::language::Language;
use crate::sources::{Folder, Source};

/// A charter, with what is wrong with its writing and the texts that it was read from.
pub struct Apart {
    /// What it says.
    pub charter: Charter,
    /// Faults of writing and of shape.
    pub findings: Vec<Finding>,
    /// By path.
    pub sources: BTreeMap<Arc<str>, Source>,
}

/// Reads the charter that a file holds, wherever it lies; nothing where there is none that can be read.
#[must_use]
pub fn charter_at(_workspace: &Folder, file: &Path, language: Language) -> Option<Apart> {
    let name = file.file_name()?.to_str()?;
    let beside = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let read = Folder::at(beside).read(name, Limits::BYTES).ok()?;
    let source = Source::new(&file.to_string_lossy(), read.text);
    let (tree, findings) = judged(&source, "charter", language);
    let mut charter: Charter = tree.and_then(|tree| deserialize::read(&tree).ok()).unwrap_or_default();
    charter.file = source.path.clone();
    let sources = BTreeMap::from([(source.path.clone(), source)]);
    Some(Apart { charter, findings, sources })
}

/// Reads the charter that people name: a file, the workspace that has it, or `apes`.
#[must_use]
pub fn charter_named(named: &Path, language: Language) -> Option<Apart> {
    if named.is_file() {
        return charter_at(&Folder::containing(named)?, named, language);
    }
    let embedded = named.as_os_str() == "apes";
    let folder = Folder::at(named);
    let charter = if embedded {
        super::trip::embedded_charter(language)
    } else if folder.has("apes.toml") || folder.has("territories") {
        super::trip::read(&folder, Some(language), language).network.charter
    } else {
        return None;
    };
    Some(Apart { charter, findings: Vec::new(), sources: BTreeMap::new() })
}
