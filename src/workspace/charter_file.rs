//! A charter loaded without its workspace, to be tried or compared.

use std::path::Path;

use crate::charter::Charter;
use crate::diagnostic::{Finding, Severity};
use crate::documents::Limits;
use crate::language::Language;
use crate::network::{InvalidBase, UnreadFile};
use crate::sources::{Folder, Source};
use crate::workspace::shared_files::{CHARTER, SharedFiles};

/// A charter, with the findings about its files and their texts.
pub struct LoadedCharter {
    /// The charter, laid over its bases.
    pub charter: Charter,
    /// Findings about syntax and shape.
    pub findings: Vec<Finding>,
    /// Bases that are named and cannot be used.
    pub bases: Vec<InvalidBase>,
    /// The file and its bases, as far as they exist and could not be read.
    pub unread: Vec<UnreadFile>,
    /// Texts of the file and of its bases.
    pub texts: Vec<Source>,
}

impl LoadedCharter {
    /// Whether the charter was read whole: without errors, and with all its bases.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        let has_error = self
            .findings
            .iter()
            .any(|finding| finding.severity == Severity::Error);
        !has_error && self.bases.is_empty() && self.unread.is_empty()
    }
}

impl From<(Charter, SharedFiles<'_>)> for LoadedCharter {
    fn from((charter, shared): (Charter, SharedFiles)) -> Self {
        Self {
            charter,
            findings: shared.findings,
            bases: shared.bases,
            unread: shared.unread,
            texts: shared.texts,
        }
    }
}

/// Loads the charter of a file anywhere on the disk, its bases from a workspace. Returns `None` if
/// the file cannot be read.
#[must_use]
pub fn charter_at(workspace: &Folder, file: &Path, language: Language) -> Option<LoadedCharter> {
    let name = file.file_name()?.to_str()?;
    let source = Folder::at(parent(file)).read(name, Limits::BYTES).ok()?;
    // A file of the workspace is known by its path below the root, so that a base that leads back
    // to it is recognised.
    let path = workspace
        .below(file)
        .unwrap_or_else(|| file.to_string_lossy().into_owned());
    let mut shared = SharedFiles::new(workspace, language);
    let charter = shared.parse_with_base(Source::new(&path, source.text), "charter");
    Some((charter, shared).into())
}

/// Loads the charter that a person names: a file, a workspace, or `apes` for the embedded one.
/// Returns `None` if the name is none of these.
#[must_use]
pub fn charter_named(name: &Path, language: Language) -> Option<LoadedCharter> {
    if name.is_file() {
        let folder = parent(name);
        let workspace = Folder::containing(folder).unwrap_or_else(|| Folder::at(folder));
        return charter_at(&workspace, name, language);
    }
    let folder = Folder::at(name);
    let is_embedded = name.as_os_str() == "apes" && !name.is_dir();
    if !is_embedded && !folder.has("apes.toml") && !folder.has("territories") {
        return None;
    }
    let mut shared = SharedFiles::new(&folder, language);
    let charter = shared.read_with_base(CHARTER, "charter");
    Some((charter, shared).into())
}

/// The folder of a file; the current one for a bare name.
fn parent(file: &Path) -> &Path {
    file.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}
