//! The shipped charter: its criteria, their examples, and their findings in both workspaces.

mod grounds;
mod hostile;
mod mistyped;
mod patches;
mod typos;
mod values;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use apes::calendar::Day;
use apes::charter::Charter;
use apes::checks::example_run::outcomes;
use apes::language::Language;
use apes::network::Network;
use apes::sources::Folder;
use apes::workspace;

use crate::golden::assert_golden;
use crate::workspace::{TODAY, ValidatedFolder, with};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn example() -> PathBuf {
    root().join("examples/hauts-de-demain")
}

/// The network of the shipped workspace, with its charter.
fn shipped() -> Network {
    workspace::load(&Folder::at(&root()), None, Language::English).network
}

/// The findings about a charter in a workspace without records.
fn validate_charter(charter: &str) -> ValidatedFolder {
    ValidatedFolder::whole(
        &with(&[("schemas/charter.toml", charter)]),
        Language::English,
        TODAY,
    )
}

fn criteria(charter: &Charter) -> impl Iterator<Item = (&str, &apes::charter::Criterion)> {
    charter
        .criteria
        .iter()
        .map(|(id, criterion)| (id.as_str(), criterion))
}

#[test]
fn every_shipped_criterion_is_complete() {
    let network = shipped();
    assert!((45..=60).contains(&network.charter.criteria.len()));
    let output = ValidatedFolder::of(&root(), Language::French);
    let of_charter: Vec<_> = output
        .findings
        .iter()
        .filter(|finding| &*finding.primary.place.file == "schemas/charter.toml")
        .collect();
    assert!(of_charter.is_empty(), "{}", output.human());
    for (id, criterion) in criteria(&network.charter) {
        assert!(
            !criterion.right.is_empty() && !criterion.wrong.is_empty(),
            "{id}"
        );
        assert!(
            criterion.principle.is_none() || criterion.objective.is_none(),
            "{id}"
        );
    }
}

#[test]
fn a_source_has_the_same_title_in_charter_and_records() {
    let network = shipped();
    for (id, text) in &network.charter.sources {
        if let Some(of_records) = network.sources.get(id.as_str()) {
            assert_eq!(text.title, of_records.title, "{id}");
        }
    }
}

/// A run does not try these again.
#[test]
fn shipped_examples_come_out_as_they_say() {
    let network = shipped();
    for language in [Language::French, Language::English] {
        let compiled = network.compile_charter(&network.charter, language);
        assert_eq!(compiled.criteria.len(), network.charter.criteria.len());
        for criterion in &compiled.criteria {
            let (right, wrong) = outcomes(criterion, &network.charter, &network, language);
            let all = right.iter().chain(&wrong).all(|expected| *expected);
            assert!(all, "{}: {right:?}, {wrong:?}", criterion.id);
        }
    }
}

#[test]
fn only_examples_of_shipped_criteria_and_words_are_taken_as_tried() {
    let is_tried = |files: &[(&str, &str)]| {
        let network = workspace::load(&Folder::at(&with(files)), None, Language::English).network;
        network.has_shipped_examples("need-unnamed", true)
    };
    let charter = "schemas/charter.toml";
    let shipped_charter = include_str!("../../../schemas/charter.toml");
    let changed = shipped_charter.replacen("requires = ", "requires =  ", 1);
    let amended = "base = 'apes'\n[amended.need-unnamed]\nlevel = 'note'\n";
    let vocabulary = "base = 'apes'\n[themes.autre]\nfr = 'Autre'\nen = 'Other'\n";
    assert!(is_tried(&[]));
    assert!(is_tried(&[(charter, shipped_charter)]));
    assert!(is_tried(&[(charter, "base = 'apes'\n")]));
    assert!(!is_tried(&[(charter, &changed)]));
    assert!(!is_tried(&[(charter, amended)]));
    assert!(!is_tried(&[("schemas/vocabulary.toml", vocabulary)]));
}

/// The number of findings of each criterion in a workspace, with their level.
fn found(folder: &Path) -> String {
    let network = workspace::load(&Folder::at(folder), None, Language::English).network;
    let output = ValidatedFolder::whole(folder, Language::English, TODAY);
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for finding in &output.findings {
        if network.charter.criteria.get(&*finding.name).is_some() {
            *counts
                .entry((&finding.name, finding.severity.word(Language::English)))
                .or_default() += 1;
        }
    }
    counts
        .iter()
        .map(|((name, level), count)| format!("{count:4} {level:8} {name}\n"))
        .collect()
}

#[test]
fn findings_in_both_workspaces_are_as_expected() {
    assert_golden("tests/charter/found-apes.txt", &found(&root()));
    assert_golden("tests/charter/found-example.txt", &found(&example()));
}

#[test]
fn criteria_are_evaluated_by_their_dates() {
    let charter = "[principles.a]\nfr = 'A'\nen = 'A'\n\
        [criteria.summary-missing]\napplies_to = 'territory'\nfrom = 2010\nto = 2014\n\
        level = 'warning'\nrequires = 'territory.summary'\n\
        finding = { fr = 'x', en = 'x' }\nbecause = { fr = 'x', en = 'x' }\n\
        source = 'network'\n\
        [[criteria.summary-missing.right]]\nrecord = { summary = 'x' }\n\
        [[criteria.summary-missing.wrong]]\nrecord = { kind = 'epci' }\n";
    let folder = with(&[
        ("schemas/charter.toml", charter),
        (
            "territories/a/territory.toml",
            "name = 'A'\nkind = 'other'\nsources = [{ title = 'x', year = 2009 }]\n",
        ),
    ]);
    for (year, wanted) in [(2009, 0), (2010, 1), (2014, 1), (2015, 0)] {
        let output = ValidatedFolder::whole(&folder, Language::French, Day::last_of(year));
        assert_eq!(
            output
                .names()
                .iter()
                .filter(|name| **name == "summary-missing")
                .count(),
            wanted,
            "{year}"
        );
    }
}
