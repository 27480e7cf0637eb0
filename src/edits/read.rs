//! A text as a tree, without what its reader found.

use crate::documents::{self, Node, Reading, Syntax};
use crate::language::Language;
use crate::sources::Source;

/// Reads a text; `None` if its syntax is broken.
pub(super) fn read(source: &Source, syntax: Syntax) -> Option<Node<'_>> {
    let reading = Reading {
        source,
        syntax,
        // Of findings, whose sentences have a language, nothing is used.
        language: Language::English,
    };
    documents::read(&reading).0
}
