//! One text on its way: a tree, and what its shape is told.

use crate::diagnostic::{At, Finding, Help, Writing};
use crate::documents::{self, Node, Reading, Syntax, hints};
use crate::geography;
use crate::language::Language;
use crate::say;
use crate::sources::Source;

/// A text's tree, judged by the schema of its kind.
pub(super) fn parse_and_check<'t>(
    source: &'t Source,
    kind: &str,
    language: Language,
) -> (Option<Node<'t>>, Vec<Finding>) {
    let syntax = Syntax::of(&source.path).unwrap_or(Syntax::Toml);
    let reading = Reading {
        source,
        syntax,
        language,
    };
    let (mut tree, mut findings) = documents::read(&reading);
    if let Some(tree) = &mut tree {
        findings.extend(documents::validate(&reading, kind, tree));
    }
    for finding in findings
        .iter_mut()
        .filter(|finding| finding.name == hints::unquoted_code::HINT.rule.name)
    {
        name_guessed(source, finding, language);
    }
    (tree, findings)
}

/// Says which commune a code names that got its zero back: that is a guess, and whoever reads it
/// can tell.
fn name_guessed(source: &Source, finding: &mut Finding, language: Language) {
    let (At::Span(written), Some(Help { sentence, edits })) =
        (&finding.primary.place.at, &mut finding.help)
    else {
        return;
    };
    let written = source.slice(*written);
    for edit in edits {
        if let Writing::Text(code) = &edit.writing
            && code.strip_prefix('0') == Some(written)
            && let Some(area) = geography::official(code).next()
        {
            let name = area.label();
            *sentence +=
                &say!(language, fr: " (`{code}`\u{a0}: {name})", en: " (`{code}`: {name})");
        }
    }
}
