//! The way back: from places by name to bytes, and from edits to text in their file's syntax.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{At, Finding, Label, Writing};
use crate::documents::{Limits, Node, Syntax};
use crate::flow::trip::{judged, kind_at};
use crate::language::Language;
use crate::sources::{Folder, Source};

/// Findings with their places resolved to bytes, in the order of files and lines, and the texts they point into.
pub struct Resolved {
    /// In telling order.
    pub findings: Vec<Finding>,
    /// By path.
    pub sources: BTreeMap<Arc<str>, Source>,
    /// Places that were named but are not there; none, or a check is wrong.
    pub missed: Vec<String>,
}

/// Reads the few files that findings speak of again, turns names into bytes and edits into text.
#[must_use]
pub fn resolve(folder: &Folder, mut findings: Vec<Finding>, language: Language) -> Resolved {
    let mut sources = BTreeMap::new();
    for finding in &findings {
        for place in std::iter::once(&finding.primary).chain(&finding.secondary).map(|label| &label.place) {
            sources.entry(place.file.clone()).or_insert_with(|| {
                folder
                    .read(&place.file, Limits::BYTES)
                    .unwrap_or_else(|_| Source::new(&place.file, String::new()))
            });
        }
    }
    let trees: BTreeMap<Arc<str>, Option<Node>> = sources
        .iter()
        .map(|(path, source)| (path.clone(), judged(source, kind_at(path), language).0))
        .collect();
    let mut missed = Vec::new();
    for finding in &mut findings {
        let labels = std::iter::once(&mut finding.primary).chain(&mut finding.secondary);
        for Label { place, .. } in labels {
            resolve_at(&trees, &sources, &place.file, &mut place.at, &mut missed);
        }
        for edit in finding.help.iter_mut().flat_map(|help| &mut help.edits) {
            if let Writing::Text(text) = &edit.writing {
                let syntax = Syntax::of(&edit.place.file).unwrap_or(Syntax::Toml);
                let is_key = matches!(edit.place.at, At::Key(_));
                edit.writing = Writing::Raw(if is_key { syntax.key(text) } else { syntax.quote(text) });
            }
            resolve_at(&trees, &sources, &edit.place.file, &mut edit.place.at, &mut missed);
        }
    }
    findings.sort_by(|one, other| {
        (&one.primary.place, &one.name, &one.sentence).cmp(&(
            &other.primary.place,
            &other.name,
            &other.sentence,
        ))
    });
    findings.dedup();
    Resolved { findings, sources, missed }
}

/// Whatever was found, what is shown lies inside the text as it is now, between whole characters.
fn resolve_at(
    trees: &BTreeMap<Arc<str>, Option<Node>>,
    sources: &BTreeMap<Arc<str>, Source>,
    file: &Arc<str>,
    at: &mut At,
    missed: &mut Vec<String>,
) {
    let (span, met) = match trees.get(file) {
        Some(Some(tree)) => tree.resolve(at),
        _ => match at {
            At::Span(span) => (*span, true),
            _ => (crate::sources::Span::default(), true),
        },
    };
    if !met {
        missed.push(format!("{file}: {at:?}"));
    }
    *at = At::Span(sources.get(file).map_or(span, |source| source.clamp(span)));
}
