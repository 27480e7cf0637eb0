//! Waivers: which findings they silence, until when, and when they are unneeded.

use apes::calendar::Day;
use apes::language::Language;

use crate::workspace::{TODAY, ValidatedFolder, with};

const SOURCE: &str = r#"sources = [{ title = "Diagnostic", year = 2024 }]"#;

const TERRITORY: (&str, &str) = (
    "territories/pays/territory.toml",
    "name = \"Pays\"\nkind = \"pays\"\nsources = [{ title = \"Diagnostic\", year = 2024 }]\n",
);

/// A charter with one criterion, in force in these years.
fn charter(from: u16, to: u16) -> String {
    format!(
        r#"[criteria.partners-unnamed]
applies_to = "dynamic"
from = {from}
to = {to}
level = "warning"
requires = "dynamic.partners"
finding = {{ fr = "aucun partenaire n'est nommé", en = "no partner is named" }}
because = {{ fr = "coopérer, c'est à plusieurs", en = "cooperation takes several" }}
source = "network"
right = [{{ record = {{ seen = [2021], partners = {{ a = "porteur" }} }}, beside = {{ actors = {{ a = {{ kind = "association" }} }} }} }}]
wrong = [{{ record = {{ seen = [2021] }} }}]
"#
    )
}

/// A dynamic without or with a partner, and a waiver of the criterion until a day.
fn dynamic(partners: &str, until: &str) -> String {
    format!(
        "name = \"Troc\"\ntheme = \"production-locale\"\nseen = [2021]\n{SOURCE}\nwaivers = [{{ check = \
         \"partners-unnamed\", because = \"attente\", by = \"bureau\", until = {until} }}]\n{partners}"
    )
}

/// Names of the findings, on a day, about a workspace with this charter and this dynamic.
fn names(charter: &str, dynamic: &str, day: Day) -> Vec<String> {
    let root = with(&[
        ("schemas/charter.toml", charter),
        TERRITORY,
        ("territories/pays/dynamics/troc.toml", dynamic),
    ]);
    ValidatedFolder::whole(&root, Language::English, day)
        .names()
        .into_iter()
        .map(str::to_owned)
        .collect()
}

const ALONE: &str = "";
const TOGETHER: &str =
    "[partners]\na = { name = \"A\", kind = \"association\", role = \"porteur\" }\n";

#[test]
fn a_waiver_silences_a_criterion_until_its_last_day() {
    let (charter_text, record) = (charter(2001, 2099), dynamic(ALONE, "2026-11-22"));
    assert_eq!(names(&charter_text, &record, TODAY), Vec::<String>::new());
    let tomorrow = Day { day: 23, ..TODAY };
    assert_eq!(
        names(&charter_text, &record, tomorrow),
        ["partners-unnamed", "waiver-expired"]
    );
}

#[test]
fn a_waiver_of_a_criterion_that_finds_nothing_is_unneeded() {
    let names = names(&charter(2001, 2099), &dynamic(TOGETHER, "2027"), TODAY);
    assert_eq!(
        names
            .iter()
            .filter(|name| *name != "unknown-actor")
            .collect::<Vec<_>>(),
        ["waiver-unneeded"]
    );
}

#[test]
fn a_waiver_of_a_criterion_that_is_not_in_force_is_not_called_unneeded() {
    let (charter_text, record) = (charter(2001, 2020), dynamic(ALONE, "2027"));
    assert_eq!(names(&charter_text, &record, TODAY), Vec::<String>::new());
}

#[test]
fn while_a_file_is_broken_no_waiver_is_called_unneeded() {
    let root = with(&[
        ("schemas/charter.toml", &charter(2001, 2099)),
        TERRITORY,
        (
            "territories/pays/dynamics/troc.toml",
            &dynamic(TOGETHER, "2027"),
        ),
        ("territories/pays/dynamics/panne.toml", "name = \n"),
    ]);
    let said = ValidatedFolder::whole(&root, Language::English, TODAY);
    assert!(
        !said.names().contains(&"waiver-unneeded"),
        "{:?}",
        said.names()
    );
}

#[test]
fn a_waiver_silences_one_check_in_one_record() {
    let other = format!("name = \"Don\"\ntheme = \"production-locale\"\nseen = [2021]\n{SOURCE}\n");
    let root = with(&[
        ("schemas/charter.toml", &charter(2001, 2099)),
        TERRITORY,
        (
            "territories/pays/dynamics/troc.toml",
            &dynamic(ALONE, "2027").replace(SOURCE, ""),
        ),
        ("territories/pays/dynamics/don.toml", &other),
    ]);
    let said = ValidatedFolder::whole(&root, Language::English, TODAY);
    let names: Vec<_> = said
        .findings
        .iter()
        .map(|one| (&*one.name, &*one.primary.place.file))
        .collect();
    assert_eq!(
        names,
        [
            ("partners-unnamed", "territories/pays/dynamics/don.toml"),
            ("without-source", "territories/pays/dynamics/troc.toml"),
        ]
    );
}
