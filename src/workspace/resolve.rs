//! The way back: from places by name to bytes, and from edits to text in their file's syntax.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{At, Edit, Finding, Label, Writing};
use crate::documents::{self, Syntax};
use crate::language::Language;
use crate::sources::{Folder, Source, Span};
use crate::workspace::load::schema_at;
use crate::workspace::parse_and_check::parse_and_check;
use crate::workspace::shared_files::written;

/// Findings with their places resolved to bytes, in the order of files and lines, and the texts
/// they point into.
pub struct Resolved {
    /// In telling order.
    pub findings: Vec<Finding>,
    /// By path.
    pub sources: BTreeMap<Arc<str>, Source>,
    /// Places that were named but are not there; none, or a check is wrong.
    pub missed: Vec<String>,
}

/// Reads the files that findings speak of again, turns names into bytes and edits into text.
///
/// One file after the other, so that no more trees stand at once than there are hands.
#[must_use]
pub fn resolve(folder: &Folder, findings: Vec<Finding>, language: Language) -> Resolved {
    resolve_beside(folder, &[], findings, language)
}

/// The same, where some of the texts lie in no folder, as an example does.
#[must_use]
pub fn resolve_beside(
    folder: &Folder,
    texts: &[Source],
    mut findings: Vec<Finding>,
    language: Language,
) -> Resolved {
    let read = |file: &str| {
        let own = texts.iter().find(|text| &*text.path == file).cloned();
        let lying = || written(folder, file).and_then(Result::ok);
        own.or_else(lying)
            .unwrap_or_else(|| Source::new(file, String::new()))
    };
    let read: Vec<(Source, Vec<String>)> = places(&mut findings)
        .into_par_iter()
        .map(|(file, places)| {
            let source = read(&file);
            let missed = resolve_in(&source, places, language);
            (source, missed)
        })
        .collect();
    let mut resolved = Resolved {
        findings,
        sources: BTreeMap::new(),
        missed: Vec::new(),
    };
    for (source, missed) in read {
        resolved.missed.extend(missed);
        resolved.sources.insert(source.path.clone(), source);
    }
    resolved.findings.sort_by(|one, other| {
        (&one.primary.place, &one.name, &one.sentence).cmp(&(
            &other.primary.place,
            &other.name,
            &other.sentence,
        ))
    });
    resolved.findings.dedup();
    resolved
}

/// Every place that findings name, by file; on the way, what edits write is put into the syntax of
/// their file.
fn places(findings: &mut [Finding]) -> BTreeMap<Arc<str>, Vec<&mut At>> {
    let mut places: BTreeMap<Arc<str>, Vec<&mut At>> = BTreeMap::new();
    for finding in findings {
        for Label { place, .. } in
            std::iter::once(&mut finding.primary).chain(&mut finding.secondary)
        {
            places
                .entry(place.file.clone())
                .or_default()
                .push(&mut place.at);
        }
        for Edit { place, writing } in finding.help.iter_mut().flat_map(|help| &mut help.edits) {
            if let Writing::Text(text) = writing {
                let syntax = Syntax::of(&place.file).unwrap_or(Syntax::Toml);
                let is_key = matches!(place.at, At::Key(_));
                *writing = Writing::Raw(if is_key {
                    syntax.key(text)
                } else {
                    syntax.quote(text)
                });
            }
            places
                .entry(place.file.clone())
                .or_default()
                .push(&mut place.at);
        }
    }
    places
}

/// Turns names into bytes of one text; answers the names that are not there.
fn resolve_in(source: &Source, places: Vec<&mut At>, language: Language) -> Vec<String> {
    let (tree, _) = parse_and_check(source, schema_at(&source.path), language);
    let mut missed = Vec::new();
    for at in places {
        let (span, met) = match (&tree, &*at) {
            (Some(tree), At::Within(_, inside)) => {
                let (whole, met) = tree.resolve(at);
                (
                    documents::file_span(source.slice(whole), whole, *inside),
                    met,
                )
            }
            (Some(tree), at) => tree.resolve(at),
            (None, At::Span(span)) => (*span, true),
            (None, _) => (Span::default(), true),
        };
        if !met {
            missed.push(format!("{}: {at:?}", source.path));
        }
        // Whatever was found, what is shown lies inside the text as it is now, between whole
        // characters.
        *at = At::Span(source.clamp(span));
    }
    missed
}
