//! The charter as law: judged before any record, held by its examples, and true of both workspaces.

mod hostile;
mod mistyped;
mod patches;
mod slips;
mod values;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use apes::calendar::Day;
use apes::charter::Charter;
use apes::language::Language;
use apes::network::Network;
use apes::sources::Folder;
use apes::workspace;

use crate::fresh::hold;
use crate::workspace::{Said, TODAY, with};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn example() -> PathBuf {
    root().join("examples/hauts-de-demain")
}

/// The network of the shipped workspace, and its charter.
fn shipped() -> Network {
    workspace::load(&Folder::at(&root()), None, Language::English).network
}

/// What is said of a charter alone, without any record.
fn said_of(charter: &str) -> Said {
    Said::whole(
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
fn every_criterion_is_in_order() {
    let network = shipped();
    assert!((30..=45).contains(&network.charter.criteria.len()));
    let said = Said::of(&root(), Language::French);
    let of_charter: Vec<_> = said
        .findings
        .iter()
        .filter(|one| &*one.primary.place.file == "schemas/charter.toml")
        .collect();
    assert!(of_charter.is_empty(), "{}", said.human());
    for (id, criterion) in criteria(&network.charter) {
        assert!(
            !criterion.right.is_empty() && !criterion.wrong.is_empty(),
            "{id}"
        );
        let source = criterion.source.as_deref().expect("a source");
        assert!(
            network.charter.sources.get(source).is_some(),
            "{id}: {source} is not in the charter itself"
        );
        assert!(
            criterion.principle.is_none() || criterion.objective.is_none(),
            "{id}"
        );
    }
}

#[test]
fn sources_bear_one_title() {
    let network = shipped();
    for (id, text) in &network.charter.sources {
        if let Some(of_records) = network.sources.get(id.as_str()) {
            assert_eq!(text.title, of_records.title, "{id}");
        }
    }
}

#[test]
fn examples_come_out_the_same_on_any_day() {
    for day in [
        Day::first_of(1990),
        Day::last_of(2015),
        TODAY,
        Day::last_of(2090),
    ] {
        let said = Said::whole(&root(), Language::English, day);
        let otherwise = said
            .findings
            .iter()
            .find(|one| one.name == "example-comes-out-otherwise");
        assert_eq!(otherwise, None, "{day}");
    }
}

/// What the charter finds in a workspace: how often, by criterion, with its level there.
fn found(folder: &Path) -> String {
    let network = workspace::load(&Folder::at(folder), None, Language::English).network;
    let said = Said::whole(folder, Language::English, TODAY);
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for finding in &said.findings {
        if network.charter.criteria.contains_key(&*finding.name) {
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
fn what_the_charter_finds_in_both_workspaces_is_known() {
    hold("tests/charter/found-apes.txt", &found(&root()));
    hold("tests/charter/found-example.txt", &found(&example()));
}

#[test]
fn the_law_is_that_of_the_day() {
    let charter = "[principles.a]\nfr = 'A'\nen = 'A'\n\
        [criteria.summary-missing]\napplies_to = 'territory'\nfrom = 2010\nto = 2014\nlevel = 'warning'\n\
        requires = 'territory.summary'\nfinding = { fr = 'x', en = 'x' }\nbecause = { fr = 'x', en = 'x' }\n\
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
        let said = Said::whole(&folder, Language::French, Day::last_of(year));
        assert_eq!(
            said.names()
                .iter()
                .filter(|name| **name == "summary-missing")
                .count(),
            wanted,
            "{year}"
        );
    }
}
