//! What the formats of findings share: the findings, the texts they point into, and what was
//! counted.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{At, Finding, Place, Severity};
use crate::language::Language;
use crate::sources::{Source, Span};

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// With excerpts, for people.
    Human(Width),
    /// One line each.
    Short,
    /// For machines.
    Json,
}

/// How wide a terminal is, and whether it shows colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Width {
    /// Columns.
    pub columns: usize,
    /// Whether colours are wanted.
    pub colour: bool,
}

/// Findings ready to be written, their places resolved to bytes.
pub struct Told<'a> {
    /// In telling order.
    pub findings: &'a [Finding],
    /// The texts by path.
    pub sources: &'a BTreeMap<Arc<str>, Source>,
    /// In which language.
    pub language: Language,
    /// The last line for people: what was read and what was found.
    pub summary: &'a str,
    /// Judgements held back because a file is broken.
    pub held_back: usize,
    /// Findings left out because `apes.toml` or a waiver says so.
    pub silenced: usize,
    /// Records read.
    pub records: usize,
}

impl Told<'_> {
    /// The bytes of a place, and the text they lie in.
    #[must_use]
    pub fn found(&self, place: &Place) -> (Option<&Source>, Span) {
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

    /// Line and column of a place, from 1; the first line where the text cannot be shown.
    #[must_use]
    pub fn line_column(&self, place: &Place) -> (usize, usize) {
        let (source, span) = self.found(place);
        source.map_or((1, 1), |source| source.line_column(span.start))
    }

    /// How many findings are of a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    }
}
