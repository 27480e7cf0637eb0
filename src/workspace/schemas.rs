//! The schema that checks a file, by its kind or its path.

use crate::records::{FileKind, classify_path};
use crate::workspace::shared_files::SETTINGS;

/// Name of the schema of a kind of file.
pub(super) fn schema_of(kind: &FileKind) -> &'static str {
    match kind {
        FileKind::Territory(_) => "territory",
        FileKind::Actor(..) => "actor",
        FileKind::Dynamic(..) => "dynamic",
        FileKind::Published(..) => "published",
        FileKind::Sources | FileKind::Text(_) | FileKind::Litter => "sources",
    }
}

/// Name of the schema of a file, by its path below the root.
#[must_use]
pub fn schema_at(path: &str) -> &'static str {
    if path == SETTINGS {
        "settings"
    } else if !path.starts_with("territories/") && path.ends_with("vocabulary.toml") {
        "vocabulary"
    } else if !path.starts_with("territories/") && path.ends_with("charter.toml") {
        "charter"
    } else {
        classify_path(path).as_ref().map_or("sources", schema_of)
    }
}
