//! Findings with the texts that they point into and their counts, for every format.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{At, Finding, Place, Severity};
use crate::language::Language;
use crate::renderers::findings::viewpoint::Viewpoint;
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
    /// Annotations on the lines of a change, on GitHub.
    GitHub,
    /// The report of code quality that GitLab compares.
    GitLab,
    /// SARIF 2.1.0.
    Sarif,
    /// XML of `JUnit`, as Jenkins reads it.
    JUnit,
}

/// What of the findings is shown one by one, and how.
#[derive(Clone, Debug)]
pub struct Showing {
    /// The least severity of findings that are shown.
    pub level: Severity,
    /// Whether all of them are shown, each with its excerpt, however many there are.
    pub all: bool,
    /// Whether the reason of a check is given with the first of its findings only.
    pub reason_once: bool,
    /// Number of findings that are new, which are the first ones; `None` if none were compared.
    pub new: Option<usize>,
    /// Names of what fails beside errors: `warnings`, `notes`, or a check.
    pub denied: Vec<String>,
    /// The folder from which files are named.
    pub viewpoint: Viewpoint,
}

impl Default for Showing {
    fn default() -> Self {
        Self {
            level: Severity::Note,
            all: true,
            reason_once: false,
            new: None,
            denied: Vec::new(),
            viewpoint: Viewpoint::default(),
        }
    }
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
    /// What of the findings is shown.
    pub showing: Showing,
}

impl<'a> FindingsReport<'a> {
    /// The findings of the severity that is asked for.
    pub fn shown(&self) -> impl Iterator<Item = &'a Finding> {
        let level = self.showing.level;
        self.findings
            .iter()
            .filter(move |finding| finding.severity >= level)
    }

    /// Those of them that people read: new ones alone, unless all are asked for.
    pub fn shown_to_people(&self) -> impl Iterator<Item = &'a Finding> {
        let new = self.showing.new.filter(|_| !self.showing.all);
        let level = self.showing.level;
        self.findings
            .iter()
            .take(new.unwrap_or(usize::MAX))
            .filter(move |finding| finding.severity >= level)
    }

    /// Whether a finding is new; `None` if findings were not compared.
    #[must_use]
    pub fn is_new(&self, finding: &Finding) -> Option<bool> {
        let new = self.findings.get(..self.showing.new?)?;
        Some(new.as_ptr_range().contains(&std::ptr::from_ref(finding)))
    }

    /// Whether a finding lets the command fail: a new one that is an error, or denied.
    #[must_use]
    pub fn fails(&self, finding: &Finding) -> bool {
        let is_denied = |name: &String| match name.as_str() {
            "notes" => true,
            "warnings" => finding.severity == Severity::Warning,
            check => check == finding.name,
        };
        self.is_new(finding) != Some(false)
            && (finding.severity == Severity::Error || self.showing.denied.iter().any(is_denied))
    }

    /// The path of a file as the reader may open it.
    #[must_use]
    pub fn path(&self, file: &str) -> String {
        self.showing.viewpoint.path(file)
    }

    /// Line and column of the end of a place, from 1, past its last character.
    #[must_use]
    pub fn end_line_column(&self, place: &Place) -> (usize, usize) {
        let (source, span) = self.locate(place);
        source.map_or((1, 1), |source| source.line_column(span.end))
    }

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
