//! What a file that was not read could hold is no finding.

use std::path::Path;

use apes::language::Language;

use crate::incomplete::{
    ACTOR, BROKEN, DYNAMIC, Odd, SETTINGS, TERRITORY, apes, broken, put, text,
};
use crate::workspace::{ValidatedFolder, with};

#[test]
fn a_choice_of_findings_does_not_hide_that_files_were_not_read() {
    let root = broken();
    for words in [
        ["validate", "--only", "orphan-actor"],
        ["validate", "--skip", "unclosed-bracket"],
    ] {
        let said = apes(&root, &words);
        let printed = text(&said.stdout) + &text(&said.stderr);
        assert!(printed.contains(BROKEN.0), "{words:?}: {printed}");
    }
}

#[test]
fn a_criterion_of_a_charter_that_was_not_read_is_not_unknown() {
    let settings = format!("{}\n[checks.own-criterion]\nlevel = \"note\"\n", SETTINGS.1);
    let root = with(&[("apes.toml", &*settings), TERRITORY, ACTOR, DYNAMIC]);
    let names = |root: &Path| {
        let said = ValidatedFolder::of(root, Language::English);
        let named = said.names().contains(&"unknown-check");
        (named, said.held_back > 0)
    };
    assert_eq!(names(&root), (true, false));
    put(&root, "schemas/charter.toml", &Odd::Folder);
    assert_eq!(names(&root), (false, true));
}

#[test]
fn a_record_in_a_folder_that_was_not_read_is_not_unknown() {
    for (path, odd) in [
        ("territories/t/actors", Odd::DanglingLink),
        ("territories/u", Odd::DanglingLink),
    ] {
        let dynamic = DYNAMIC.1.replace("tilt", "elsewhere") + "\n";
        let dynamic = dynamic.replace("from = 2024", "from = 2024\npart_of = \"other\"\n");
        let root = with(&[SETTINGS, TERRITORY, (DYNAMIC.0, &dynamic)]);
        let without = ValidatedFolder::of(&root, Language::English);
        assert_eq!(without.names(), ["unknown-dynamic", "unknown-actor"]);
        put(&root, path, &odd);
        let said = ValidatedFolder::of(&root, Language::English);
        assert_eq!(said.names(), ["unread-file"], "{}", said.human());
        assert!(said.held_back >= 2, "{}", said.held_back);
    }
}
