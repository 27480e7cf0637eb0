//! A folder of persons that cannot be read is said once.

use std::os::unix::fs::symlink;
use std::path::Path;

use apes::language::Language;

use crate::incomplete::{ACTOR, DYNAMIC, Odd, SETTINGS, TERRITORY, apes, put, text};
use crate::workspace::{ValidatedFolder, with, write};

#[test]
fn a_folder_of_persons_that_cannot_be_read_is_said_once() {
    let settings = format!("{}people = \"people\"\n", SETTINGS.1);
    let contact = "contacts = [{ role = \"accueil\", person = \"p-1\" }, { role = \"accueil\", \
        person = \"p-2\" }]\n";
    let actor = format!("{}{contact}", ACTOR.1);
    let files = [
        ("apes.toml", &*settings),
        TERRITORY,
        (ACTOR.0, &actor),
        DYNAMIC,
    ];
    let person = "name = \"A\"\nbasis = \"contract\"\n";

    let absent = with(&files);
    assert_eq!(
        ValidatedFolder::of(&absent, Language::English).names(),
        [""; 0]
    );

    for odd in [Odd::File, Odd::DanglingLink] {
        let root = with(&files);
        put(&root, "people", &odd);
        assert_said_once(&root);
    }
    let linked = with(&files);
    write(&linked, "elsewhere/p-1.toml", person.as_bytes());
    symlink("elsewhere", linked.join("people")).expect("a link");
    assert_said_once(&linked);

    let in_part = with(&files);
    write(&in_part, "people/p-1.toml", person.as_bytes());
    symlink("../elsewhere", in_part.join("people/more")).expect("a link");
    symlink("nobody@host:1", in_part.join("people/.#p-1.toml")).expect("an editor's lock");
    assert_said_once(&in_part);

    // One person that cannot be read is known all the same.
    let one = with(&files);
    write(&one, "people/p-1.toml", person.as_bytes());
    put(&one, "people/p-2.toml", &Odd::DanglingLink);
    let said = ValidatedFolder::of(&one, Language::English);
    assert_eq!(said.names(), ["faulty-person"], "{}", said.human());
    assert!(said.findings[0].sentence.contains("p-2.toml"));
}

fn assert_said_once(root: &Path) {
    let said = ValidatedFolder::of(root, Language::English);
    assert_eq!(said.names(), ["faulty-person"], "{}", said.human());
    assert!(said.findings[0].sentence.contains("`people`"));
    let report = apes(root, &["report", "freshness"]);
    let answer = text(&report.stdout).replace('\n', " ");
    assert!(
        answer.contains("Incomplete: the folder of persons"),
        "{answer}"
    );
}
