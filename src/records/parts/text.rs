//! Prose for reports: a text of a territory for a year, section by section.

use std::sync::Arc;

use crate::language::Language;
use crate::records::TerritoryId;

/// What a text is for, as its place tells.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextKey {
    /// The territory in whose folder it lies.
    pub home: TerritoryId,
    /// The year it tells of.
    pub year: u16,
    /// The section of the report: the file's name.
    pub section: String,
    /// Its language, where the name tells it.
    pub language: Option<Language>,
}

/// A text as people wrote it, in Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportText {
    /// What it is for.
    pub key: TextKey,
    /// Its path below the root.
    pub file: Arc<str>,
    /// What it says.
    pub markdown: String,
}
