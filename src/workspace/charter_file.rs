//! A charter read apart from its workspace: before a vote, or beside another.

use std::path::Path;

use crate::charter::Charter;
use crate::diagnostic::Finding;
use crate::documents::Limits;
use crate::language::Language;
use crate::network::InvalidBase;
use crate::sources::{Folder, Source};
use crate::workspace::shared_files::{CHARTER, SharedFiles};

/// A charter, with what is wrong with its writing and the texts that it was read from.
pub struct LoadedCharter {
    /// What it says, its bases included.
    pub charter: Charter,
    /// Faults of writing and of shape.
    pub findings: Vec<Finding>,
    /// Bases that it names and that are not there.
    pub bases: Vec<InvalidBase>,
    /// The text of the file and those of its bases.
    pub texts: Vec<Source>,
}

/// Reads the charter that a file holds, wherever it lies; a base that it names is one of the
/// workspace. Nothing where
/// there is no file that can be read.
#[must_use]
pub fn charter_at(workspace: &Folder, file: &Path, language: Language) -> Option<LoadedCharter> {
    let name = file.file_name()?.to_str()?;
    let beside = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let read = Folder::at(beside).read(name, Limits::BYTES).ok()?;
    // A file of the workspace is known by its path there, so that nothing starts from itself.
    let known = workspace
        .below(file)
        .unwrap_or_else(|| file.to_string_lossy().into_owned());
    let mut shared = SharedFiles::of(workspace, language);
    let charter = shared.take_based(Source::new(&known, read.text), "charter");
    Some(apart(charter, shared))
}

/// Reads the charter that people name: a file, the workspace that has it, or `apes`.
#[must_use]
pub fn charter_named(named: &Path, language: Language) -> Option<LoadedCharter> {
    if named.is_file() {
        let beside = named
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let here = beside.unwrap_or(Path::new("."));
        let workspace = Folder::containing(here).unwrap_or_else(|| Folder::at(here));
        return charter_at(&workspace, named, language);
    }
    let folder = Folder::at(named);
    let embedded = named.as_os_str() == "apes" && !named.is_dir();
    if !embedded && !folder.has("apes.toml") && !folder.has("territories") {
        return None;
    }
    let mut shared = SharedFiles::of(&folder, language);
    let charter = shared.read_based(CHARTER, "charter");
    Some(apart(charter, shared))
}

fn apart(charter: Charter, shared: SharedFiles) -> LoadedCharter {
    let SharedFiles {
        findings,
        bases,
        layers,
        ..
    } = shared;
    LoadedCharter {
        charter,
        findings,
        bases,
        texts: layers,
    }
}
