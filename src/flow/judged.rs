//! One text on its way: a tree, and what its shape is told.

use crate::diagnostic::Finding;
use crate::documents::{self, Node, Reading, Syntax};
use crate::language::Language;
use crate::sources::Source;

/// A text's tree, judged by the schema of its kind.
pub(super) fn judged<'t>(
    source: &'t Source,
    kind: &str,
    language: Language,
) -> (Option<Node<'t>>, Vec<Finding>) {
    let syntax = Syntax::of(&source.path).unwrap_or(Syntax::Toml);
    let reading = Reading { source, syntax, language };
    let (mut tree, mut findings) = documents::read(&reading);
    if let Some(tree) = &mut tree {
        findings.extend(documents::judge(&reading, kind, tree));
    }
    (tree, findings)
}
