//! The reading of one text: the text, its syntax, the reader's language, and the limits that hold.

use crate::diagnostic::{At, Finding, Place, Rule};
use crate::documents::Syntax;
use crate::language::Language;
use crate::sources::{Source, Span};

/// What a file may be at most; each limit is named in the message of whoever goes beyond it.
pub struct Limits;

impl Limits {
    /// Bytes of one file.
    pub const BYTES: u64 = 1024 * 1024;
    /// Tables and lists inside one another.
    pub const DEPTH: usize = 64;
    /// Keys in one table.
    pub const KEYS: usize = 1_000;
    /// Items in one list.
    pub const ITEMS: usize = 10_000;
    /// Records in one workspace.
    pub const RECORDS: usize = 200_000;
    /// Faults of shape told of one file.
    pub const FAULTS: usize = 1_000;
    /// Bytes of a line that a hand may have written.
    pub const LINE: usize = 10_000;
    /// Syntax errors told of one file.
    pub const SYNTAX_ERRORS: usize = 5;
}

/// One text being read.
#[derive(Clone, Copy)]
pub struct Reading<'t> {
    /// The text and its place.
    pub source: &'t Source,
    /// How it is written.
    pub syntax: Syntax,
    /// In which language its faults are told.
    pub language: Language,
}

impl<'t> Reading<'t> {
    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &'t str {
        &self.source.text
    }

    /// The place of some of its bytes.
    #[must_use]
    pub fn place(&self, span: Span) -> Place {
        Place {
            file: self.source.path.clone(),
            at: At::Span(span),
        }
    }

    /// A finding about some of its bytes.
    #[must_use]
    pub fn finding(&self, rule: &'static Rule, span: Span, sentence: String) -> Finding {
        Finding::new(rule, self.language, self.place(span), sentence)
    }
}
