//! Texts for reports: one of a territory for a year and a section.

use std::sync::Arc;

use crate::language::Language;
use crate::records::parts::id::TerritoryId;

/// The report and section to which a text belongs, as given by its path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextKey {
    /// Territory in whose folder the file is.
    pub home: TerritoryId,
    /// Year of the report.
    pub year: u16,
    /// Section of the report: the name of the file.
    pub section: String,
    /// Language, if the name of the file gives it.
    pub language: Option<Language>,
}

/// A text for a report, in Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportText {
    /// Report and section.
    pub key: TextKey,
    /// Path of the file below the root of the workspace.
    pub file: Arc<str>,
    /// Content.
    pub markdown: String,
}
