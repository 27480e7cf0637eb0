//! Findings with the texts that they point into and their counts, for every format.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{At, Finding, Place, Severity};
use crate::language::Language;
use crate::sources::{Source, Span};

/// Format of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// With excerpts, for people.
    Human(Width),
    /// One line each.
    Short,
    /// For machines.
    Json,
}

/// Width of a terminal, and whether it shows colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Width {
    /// Number of columns.
    pub columns: usize,
    /// Whether colours are wanted.
    pub colour: bool,
}

/// Findings ready to be written, with places resolved to bytes.
pub struct FindingsReport<'a> {
    /// Findings in the order in which they are reported.
    pub findings: &'a [Finding],
    /// Texts of files by path.
    pub sources: &'a BTreeMap<Arc<str>, Source>,
    /// Language of the reader.
    pub language: Language,
    /// Last line for people: what was read and what was found.
    pub summary: &'a str,
    /// Number of findings held back because a file is broken.
    pub held_back: usize,
    /// Number of findings left out because of `apes.toml` or a waiver.
    pub silenced: usize,
    /// Number of records read.
    pub records: usize,
}

impl FindingsReport<'_> {
    /// The text and the bytes of a place. The text is `None` where it is empty or was not read.
    #[must_use]
    pub fn locate(&self, place: &Place) -> (Option<&Source>, Span) {
        let source = self
            .sources
            .get(&place.file)
            .filter(|source| !source.text.is_empty());
        let span = if let At::Span(span) = place.at {
            span
        } else {
            Span::default()
        };
        (source, span)
    }

    /// Line and column of a place, from 1; the first of both where the text is not known.
    #[must_use]
    pub fn line_column(&self, place: &Place) -> (usize, usize) {
        let (source, span) = self.locate(place);
        source.map_or((1, 1), |source| source.line_column(span.start))
    }

    /// Number of findings of a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    }
}
