//! The text that is being read, with its syntax, the language of its findings and its limits.

use crate::diagnostic::{At, Finding, Place, Rule};
use crate::documents::syntax::Syntax;
use crate::language::Language;
use crate::sources::{Source, Span};

/// Limits of a file. Each is printed in the message about a file that exceeds it.
///
/// Records are small: the limits are far above any that people wrote, and low enough that a
/// crafted file cannot exhaust time or memory.
pub struct Limits;

impl Limits {
    /// Most bytes of one file.
    pub const BYTES: u64 = 1024 * 1024;
    /// Most tables and lists inside one another.
    pub const DEPTH: usize = 64;
    /// Keys of one table: fewer than this.
    pub const KEYS: usize = 1_000;
    /// Most items of one list.
    pub const ITEMS: usize = 10_000;
    /// Most records of one workspace.
    pub const RECORDS: usize = 200_000;
    /// Most findings of one file about values that do not fit the schema.
    pub const FINDINGS: usize = 1_000;
    /// Most bytes of a line that is searched for slips of writing; a longer line was written by a
    /// program, and searching it would take long.
    pub const LINE: usize = 10_000;
    /// Greatest number that is counted exactly, with all whole numbers below it.
    pub const NUMBER: f64 = 9_007_199_254_740_991.0;
    /// Most syntax errors reported of one file.
    pub const SYNTAX_ERRORS: usize = 5;
}

/// A text that is being read.
#[derive(Clone, Copy)]
pub struct Reading<'t> {
    /// The text with its path.
    pub source: &'t Source,
    /// Syntax of the text.
    pub syntax: Syntax,
    /// Language of the findings.
    pub language: Language,
}

impl<'t> Reading<'t> {
    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &'t str {
        &self.source.text
    }

    /// The place of some bytes of the text.
    #[must_use]
    pub fn place(&self, span: Span) -> Place {
        Place {
            file: self.source.path.clone(),
            at: At::Span(span),
        }
    }

    /// A finding of a rule about some bytes of the text.
    #[must_use]
    pub fn finding(&self, rule: &'static Rule, span: Span, sentence: String) -> Finding {
        Finding::new(rule, self.language, self.place(span), sentence)
    }
}
