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

#[test]
fn outcomes_of_examples_do_not_depend_on_the_day() {
    for day in [
        Day::first_of(1990),
        Day::last_of(2015),
        TODAY,
        Day::last_of(2090),
    ] {
        let output = ValidatedFolder::whole(&root(), Language::English, day);
        let unexpected = output
            .findings
            .iter()
            .find(|finding| finding.name == "example-comes-out-otherwise");
        assert_eq!(unexpected, None, "{day}");
    }
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
