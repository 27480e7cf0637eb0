//! What holds of every finding of every fixture: its bytes are the text that it names, and a broken
//! file beside it takes none of the others away.

use std::collections::BTreeMap;
use std::path::PathBuf;

use apes::checks::{self, CHECKS, Context};
use apes::diagnostic::{At, Finding, Route, RouteStep};
use apes::documents::hints::HINTS;
use apes::documents::{Node, Reading, ScalarForm, Syntax, Value, read};
use apes::language::Language;
use apes::sources::{Folder, Source, Span};
use apes::workspace::{self, Resolved, Workspace};

use crate::golden::at_root;
use crate::workspace::{TODAY, ValidatedFolder, copy, write};

/// The folders of wrong records of all checks and hints.
fn fixtures() -> Vec<PathBuf> {
    let checks = CHECKS
        .iter()
        .map(|check| format!("checks/{}", check.rule.name));
    let hints = HINTS
        .iter()
        .map(|hint| format!("documents/{}", hint.rule.name));
    checks
        .chain(hints)
        .map(|name| at_root(&format!("tests/{name}/wrong")))
        .collect()
}

/// The findings of a folder, their places still named.
fn named_findings(workspace: &Workspace) -> Vec<Finding> {
    let language = Language::English;
    let network = &workspace.network;
    let charter = network.compile_charter(&network.charter, language);
    let mut context = Context::new(network, &charter, language, TODAY);
    context.findings.clone_from(&workspace.findings);
    checks::run(&mut context);
    context.findings
}

/// The value at a route, found by nothing but the route.
fn value<'n, 't>(node: &'n Node<'t>, route: &Route) -> Option<&'n Value<'t>> {
    let mut node = node;
    for step in &route.0 {
        node = match (step, &node.value) {
            (RouteStep::Key(key), Value::Table(entries)) => {
                let mut entries = entries.iter();
                &entries.find(|entry| entry.key == **key)?.node
            }
            (RouteStep::Item(index), Value::List(items)) => items.get(*index)?,
            _ => return None,
        };
    }
    Some(&node.value)
}

/// The value that a piece of a file has by itself, where it is a value and not part of one.
fn reread(piece: &str, syntax: Syntax) -> Option<(ScalarForm, String)> {
    let (path, text) = match syntax {
        Syntax::Toml => ("a.toml", format!("a = {piece}\n")),
        Syntax::Yaml => ("a.yaml", format!("a: {piece}\n")),
    };
    let source = Source::new(path, text);
    let (tree, _) = read(&Reading {
        source: &source,
        syntax,
        language: Language::English,
    });
    match &tree?.entry("a")?.node.value {
        Value::Scalar(form, text) => Some((*form, text.to_string())),
        _ => None,
    }
}

#[test]
fn the_bytes_of_a_finding_are_the_key_or_the_value_that_it_names() {
    let (mut keys, mut values) = (0, 0);
    for fixture in fixtures() {
        let folder = Folder::at(&fixture);
        let workspace = workspace::load(&folder, Some(Language::English), Language::English);
        for finding in named_findings(&workspace) {
            let place = finding.primary.place.clone();
            let Resolved {
                findings,
                sources,
                missing_places,
            } = workspace::resolve(&folder, &workspace, vec![finding.clone()]);
            let name = format!("{}: {}", fixture.display(), finding.sentence);
            assert_eq!(missing_places, Vec::<String>::new(), "{name}");
            let At::Span(span) = findings[0].primary.place.at else {
                panic!("{name} has no bytes");
            };
            let source = &sources[&place.file];
            match &place.at {
                At::Key(route) => keys += usize::from(is_key(source, span, route, &name)),
                At::Value(route) => values += usize::from(is_value(source, span, route, &name)),
                _ => {}
            }
        }
    }
    assert!(keys > 10 && values > 30, "{keys} keys, {values} values");
}

/// Whether the bytes are a key; asserts that it is the last of the route.
fn is_key(source: &Source, span: Span, route: &Route, name: &str) -> bool {
    let Some(RouteStep::Key(key)) = route.0.last() else {
        return false;
    };
    let piece = source.slice(span);
    assert_eq!(piece.trim_matches(['"', '\'']), &**key, "{name}");
    true
}

/// Whether the value named is a scalar; asserts that the bytes give it when read by themselves.
fn is_value(source: &Source, span: Span, route: &Route, name: &str) -> bool {
    let syntax = Syntax::of(&source.path).expect("a record");
    let (tree, _) = read(&Reading {
        source,
        syntax,
        language: Language::English,
    });
    let tree = tree.expect("a tree");
    let Some(Value::Scalar(form, text)) = value(&tree, route) else {
        return false;
    };
    let piece = source.slice(span);
    if piece.starts_with(['|', '>']) {
        return false; // a block is nothing by itself
    }
    let said = reread(piece, syntax);
    assert_eq!(said, Some((*form, text.to_string())), "{name}: {piece}");
    true
}

/// How often each finding is told, by its file, name and sentence.
fn counted(said: &ValidatedFolder) -> BTreeMap<(String, String, String), usize> {
    let mut counted = BTreeMap::new();
    for finding in &said.findings {
        let key = (
            finding.primary.place.file.to_string(),
            finding.name.to_string(),
            finding.sentence.clone(),
        );
        *counted.entry(key).or_default() += 1;
    }
    counted
}

#[test]
fn a_broken_file_takes_no_finding_away_but_those_that_wait_for_it() {
    for (path, text) in [
        ("territories/brise/actors/brise.toml", "name = [\n"),
        (
            "territories/brise/dynamics/brise.yaml",
            "name: \"a\n  b: c\n",
        ),
    ] {
        for fixture in fixtures() {
            let alone = ValidatedFolder::of(&fixture, Language::English);
            let root = copy(&fixture);
            write(&root, path, text.as_bytes());
            let beside = ValidatedFolder::of(&root, Language::English);
            let (before, after) = (counted(&alone), counted(&beside));
            let name = fixture.display();
            let gone: usize = before
                .iter()
                .map(|(finding, count)| count - after.get(finding).unwrap_or(&0).min(count))
                .sum();
            let waiting = beside.held_back.saturating_sub(alone.held_back);
            assert!(
                gone <= waiting,
                "{name}: {gone} gone, {waiting} wait\n{}",
                beside.human()
            );
            let new = after.keys().filter(|finding| !before.contains_key(finding));
            let elsewhere: Vec<_> = new.filter(|(file, ..)| !file.contains("brise")).collect();
            assert!(elsewhere.is_empty(), "{name}: {elsewhere:?}");
        }
    }
}
