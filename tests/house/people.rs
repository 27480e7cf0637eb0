//! Persons: read beside the workspace, found by contacts, named in no output without consent.

use std::path::Path;
use std::process::Command;

use apes::calendar::Day;
use apes::language::Language;
use apes::network::Network;
use apes::records::Person;
use apes::sources::Folder;
use apes::workspace;

use crate::workspace::{ValidatedFolder, with};

fn example() -> Network {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/hauts-de-demain");
    workspace::load(&Folder::at(&root), None, Language::French).network
}

fn day(year: u16, month: u8, day: u8) -> Day {
    Day { year, month, day }
}

#[test]
fn a_living_consent_shows_what_it_covers_for_its_purpose_and_nothing_else_does() {
    let network = example();
    let people = network.people.expect("the folder of the example");
    assert_eq!((people.persons.len(), people.faults.len()), (12, 0));
    let person = |id: &str| -> &Person { people.persons.get(id).expect("a person") };
    let shows =
        |id: &str, key: &str, purpose: &str, day: Day| person(id).consents_to(key, purpose, day);
    let today = day(2026, 11, 22);
    assert!(shows("p-001", "email", "annuaire-public", today));
    assert!(
        !shows("p-001", "phone", "annuaire-public", today),
        "not covered"
    );
    assert!(
        !shows("p-001", "email", "carte-publique", today),
        "another purpose"
    );
    assert!(
        !shows("p-001", "email", "annuaire-public", day(2024, 1, 14)),
        "not given yet"
    );
    assert!(shows("p-004", "name", "annuaire-public", day(2024, 9, 1)));
    assert!(
        !shows("p-004", "name", "annuaire-public", day(2024, 9, 2)),
        "withdrawn that day"
    );
    assert!(shows("p-006", "name", "annuaire-public", day(2023, 12, 31)));
    assert!(
        !shows("p-006", "name", "annuaire-public", day(2024, 1, 1)),
        "over"
    );
    assert!(
        !shows("p-008", "name", "annuaire-public", today),
        "a contract is no consent"
    );
    assert!(
        shows("p-010", "name", "annuaire-public", today),
        "without an end"
    );
}

#[test]
fn a_faulty_file_allows_nothing() {
    let person = "name = \"A\"\nbasis = \"consent\"\n[consent.lettre]\ncovers = [\"name\"]\non = \
        2020\nwithdrawn = \"soon\"\n";
    let root = with(&[
        (
            "apes.toml",
            "format = 1\nname = \"N\"\npeople = \"people\"\n",
        ),
        ("people/a.toml", person),
    ]);
    let people = workspace::load(&Folder::at(&root), None, Language::English)
        .network
        .people
        .expect("a folder");
    assert_eq!(people.faults.len(), 1);
    assert!(!people.persons.get("a").expect("a person").consents_to(
        "name",
        "lettre",
        day(2024, 1, 1)
    ));
}

#[test]
fn without_the_folder_contacts_are_roles_and_no_path_leads_through_the_disk() {
    let outside = with(&[("p-001.toml", "name = 3\n")]);
    let absolute = outside.to_str().expect("a path").to_owned();
    for people in ["../nowhere-to-be-found", &absolute, ""] {
        let settings = format!("format = 1\nname = \"N\"\npeople = \"{people}\"\n");
        let actor = "name = \"A\"\nkind = \"association\"\nmember = { from = 2020 }\nsources = [{ \
            title = \"S\" }]\ncontacts = [{ role = \"accueil\", person = \"p-404\" }]\n";
        let territory = "name = \"Lille\"\nkind = \"commune\"\ncode = \"59350\"\nsources = [{ title = \"S\" }]\n";
        let said = ValidatedFolder::of(
            &with(&[
                ("apes.toml", &settings),
                ("territories/t/territory.toml", territory),
                ("territories/t/actors/a.toml", actor),
            ]),
            Language::English,
        );
        assert!(said.findings.is_empty(), "{}", said.human());
    }
}

#[test]
fn no_output_names_a_person() {
    let network = example();
    let people = network.people.as_ref().expect("the folder of the example");
    let names: Vec<&str> = people
        .persons
        .values()
        .map(|person| person.name.as_str())
        .collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/hauts-de-demain");
    let mut asked: Vec<Vec<String>> = ["territories", "actors", "dynamics", "published"]
        .map(|kind| vec!["list".to_owned(), kind.to_owned()])
        .to_vec();
    asked.push(vec!["validate".to_owned()]);
    asked.push(
        ["report", "map", "--format", "json"]
            .map(str::to_owned)
            .to_vec(),
    );
    let with_contacts = network
        .actors
        .iter()
        .filter(|record| !record.common.contacts.is_empty());
    let ids: Vec<String> = with_contacts
        .map(|record| format!("actor/{}", record.id))
        .collect();
    assert!(ids.len() > 3, "{ids:?}");
    asked.extend(
        ids.into_iter()
            .map(|id| vec!["show".to_owned(), id, "--sources".to_owned()]),
    );
    for words in asked {
        let run = Command::new(env!("CARGO_BIN_EXE_apes"))
            .args(&words)
            .arg("--root")
            .arg(&root)
            .output();
        let run = run.expect("a run");
        let said = String::from_utf8_lossy(&run.stdout).into_owned()
            + &String::from_utf8_lossy(&run.stderr);
        assert!(run.status.success(), "{words:?}: {said}");
        for name in &names {
            assert!(!said.contains(name), "{words:?} names a person");
        }
    }
}

#[test]
fn a_file_of_a_person_is_no_charter_to_be_shown() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/hauts-de-demain");
    let file = "../hauts-de-demain-people/p-001.toml";
    for (verb, language, words) in [
        (&["try", file][..], "fr", "dossier des personnes"),
        (&["try", file], "en", "folder of persons"),
        (&["compare", "apes", file], "en", "p-001.toml"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_apes"))
            .arg("charter")
            .args(verb)
            .args(["--lang", language])
            .current_dir(&root)
            .output()
            .expect("the program runs");
        let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
        assert_eq!(output.status.code(), Some(2), "{verb:?}: {said}");
        assert!(said.contains(words), "{verb:?}: {said}");
        for private in ["Vadrouille", "celestine", "06 39"] {
            assert!(!said.contains(private), "{verb:?}: {said}");
        }
    }
}
