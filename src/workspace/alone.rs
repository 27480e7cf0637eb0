//! Shared files of a workspace read alone, where no record is needed.

use crate::charter::Charter;
use crate::documents::Limits;
use crate::language::Language;
use crate::records::{Sources, Vocabulary};
use crate::sources::Folder;
use crate::workspace::shared_files::{CHARTER, SharedFiles, VOCABULARY};

/// The vocabulary, as far as it can be read.
#[must_use]
pub fn shared_vocabulary(folder: &Folder) -> Vocabulary {
    SharedFiles::new(folder, Language::English).read_with_base(VOCABULARY, "vocabulary")
}

/// The charter, as far as it can be read.
#[must_use]
pub fn shared_charter(folder: &Folder) -> Charter {
    SharedFiles::new(folder, Language::English).read_with_base(CHARTER, "charter")
}

/// The ids and titles of the sources that several records cite.
#[must_use]
pub fn shared_sources(folder: &Folder) -> Vec<(String, String)> {
    let path = "territories/sources.toml";
    if folder.read(path, Limits::BYTES).is_err() {
        return Vec::new();
    }
    let sources: Sources = SharedFiles::new(folder, Language::English).read(path, "sources");
    let sources = sources.iter();
    sources
        .map(|(id, source)| (id.to_string(), source.title.clone().unwrap_or_default()))
        .collect()
}
