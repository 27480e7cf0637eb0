//! One text parsed into a tree, which is checked against its schema.

use crate::diagnostic::{At, Finding, Help, Writing};
use crate::documents::{self, Node, Reading, Syntax, hints};
use crate::geography;
use crate::language::Language;
use crate::say;
use crate::sources::Source;

/// Parses a text and checks it against the schema of its kind. The tree is `None` if the syntax is
/// broken.
pub(super) fn parse_and_check<'t>(
    source: &'t Source,
    kind: &str,
    language: Language,
) -> (Option<Node<'t>>, Vec<Finding>) {
    let reading = reading(source, language);
    let (tree, mut findings) = documents::read_as(&reading, kind);
    for finding in &mut findings {
        if finding.name == hints::unquoted_code::HINT.rule.name {
            name_communes(source, finding, language);
        }
    }
    (tree, findings)
}

/// Parses a text without checking it.
pub(super) fn parse(source: &Source, language: Language) -> (Option<Node<'_>>, Vec<Finding>) {
    documents::read(&reading(source, language))
}

fn reading(source: &Source, language: Language) -> Reading<'_> {
    Reading {
        source,
        syntax: Syntax::of(&source.path).unwrap_or(Syntax::Toml),
        language,
    }
}

/// Names the communes of suggested codes: the restored zero is a guess, which a reader who sees
/// the name can confirm. Done here because `documents` may not import `geography`.
fn name_communes(source: &Source, finding: &mut Finding, language: Language) {
    let (At::Span(span), Some(Help { sentence, edits })) =
        (&finding.primary.place.at, &mut finding.help)
    else {
        return;
    };
    let written = source.slice(*span);
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
