//! Resolution of findings: places by name become bytes, edits become text in the file's syntax.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{At, Edit, Finding, Label, Place, Writing};
use crate::documents::{self, Node, Syntax};
use crate::language::Language;
use crate::sources::{Folder, Source, Span};
use crate::workspace::load::Workspace;
use crate::workspace::parse_and_check::{parse, parse_and_check};
use crate::workspace::schemas::schema_at;
use crate::workspace::shared_files::read_shared;

/// Findings with their places resolved, and the texts that they point into.
pub struct Resolved {
    /// Findings by file and position, without duplicates.
    pub findings: Vec<Finding>,
    /// Texts by path.
    pub sources: BTreeMap<Arc<str>, Source>,
    /// Places that a finding names and that do not exist; empty unless a check is wrong.
    pub missing_places: Vec<String>,
}

/// Parses the files of a workspace that findings point into once more, and resolves all their
/// places.
#[must_use]
pub fn resolve(folder: &Folder, workspace: &Workspace, findings: Vec<Finding>) -> Resolved {
    let of_loading = workspace.findings.iter();
    let unfit: BTreeSet<&str> = of_loading
        .map(|finding| &*finding.primary.place.file)
        .collect();
    // Nothing is taken out of a tree that fits its schema: it need not be checked again.
    let fits = |file: &str| !unfit.contains(file);
    resolve_in_files(folder, &[], findings, workspace.language, &fits)
}

/// Like [`resolve`], with texts that are not files of the workspace, such as an example.
#[must_use]
pub fn resolve_with(
    folder: &Folder,
    texts: &[Source],
    findings: Vec<Finding>,
    language: Language,
) -> Resolved {
    resolve_in_files(folder, texts, findings, language, &|_| false)
}

/// Resolves the places in each file; `fits` says whether a file is known to fit its schema.
fn resolve_in_files(
    folder: &Folder,
    texts: &[Source],
    mut findings: Vec<Finding>,
    language: Language,
    fits: &(dyn Fn(&str) -> bool + Sync),
) -> Resolved {
    // Files are parsed in parallel; at most one tree per thread is alive.
    let resolved: Vec<(Source, Vec<String>)> = places_by_file(&mut findings)
        .into_par_iter()
        .map(|(file, places)| {
            let source = source(folder, texts, &file);
            let tree = if fits(&file) {
                parse(&source, language).0
            } else {
                parse_and_check(&source, schema_at(&source.path), language).0
            };
            let missing = resolve_in(&source, tree.as_ref(), places);
            (source, missing)
        })
        .collect();
    let (mut sources, mut missing_places) = (BTreeMap::new(), Vec::new());
    for (source, missing) in resolved {
        missing_places.extend(missing);
        sources.insert(source.path.clone(), source);
    }
    findings.sort_by(|a, b| order(a).cmp(&order(b)));
    findings.dedup();
    Resolved {
        findings,
        sources,
        missing_places,
    }
}

/// The key by which findings are ordered.
fn order(finding: &Finding) -> (&Place, &str, &str) {
    (&finding.primary.place, &finding.name, &finding.sentence)
}

/// The text of a file; empty if it cannot be read any more.
fn source(folder: &Folder, texts: &[Source], file: &str) -> Source {
    let given = texts.iter().find(|text| &*text.path == file).cloned();
    given
        .or_else(|| read_shared(folder, file).and_then(Result::ok))
        .unwrap_or_else(|| Source::new(file, String::new()))
}

/// Every place that findings name, by file. Texts of edits are put into the syntax of their file
/// on the way.
fn places_by_file(findings: &mut [Finding]) -> BTreeMap<Arc<str>, Vec<&mut At>> {
    let mut places: BTreeMap<Arc<str>, Vec<&mut At>> = BTreeMap::new();
    for finding in findings {
        let labels = std::iter::once(&mut finding.primary).chain(&mut finding.secondary);
        let label_places = labels.map(|Label { place, .. }| place);
        let edits = finding.help.iter_mut().flat_map(|help| &mut help.edits);
        let edit_places = edits.map(|edit| {
            write_in_syntax(edit);
            &mut edit.place
        });
        for Place { file, at } in label_places.chain(edit_places) {
            places.entry(file.clone()).or_default().push(at);
        }
    }
    places
}

/// Quotes the text of an edit as the syntax of its file asks.
fn write_in_syntax(edit: &mut Edit) {
    if let Writing::Text(text) = &edit.writing {
        let syntax = Syntax::of(&edit.place.file).unwrap_or(Syntax::Toml);
        edit.writing = Writing::Raw(match edit.place.at {
            At::Key(_) => syntax.key(text),
            _ => syntax.quote(text),
        });
    }
}

/// Resolves the places of one text. Returns those that do not exist.
fn resolve_in(source: &Source, tree: Option<&Node>, places: Vec<&mut At>) -> Vec<String> {
    let mut missing = Vec::new();
    for at in places {
        let (span, exists) = match (tree, &*at) {
            (Some(tree), At::Within(_, inside)) => {
                let (whole, exists) = tree.resolve(at);
                let span = documents::file_span(source.slice(whole), whole, *inside);
                (span, exists)
            }
            (Some(tree), At::Item(_)) => {
                let (item, exists) = tree.resolve(at);
                (documents::item_span(&source.text, item), exists)
            }
            (Some(tree), at) => tree.resolve(at),
            (None, At::Span(span)) => (*span, true),
            (None, _) => (Span::default(), true),
        };
        if !exists {
            missing.push(format!("{}: {at:?}", source.path));
        }
        // The file may have changed since it was loaded: a span must lie inside the text as it is
        // now, between whole characters.
        *at = At::Span(source.clamp(span));
    }
    missing
}
