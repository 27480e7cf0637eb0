//! `format` of `apes.toml`: another version is told in plain words, an older one is migrated.

use apes::commands::shared::migration::{Step, migrated};
use apes::documents::Node;
use apes::edits::Change;
use apes::language::{Bilingual, Language};
use apes::route;
use apes::sources::Folder;

use super::{done, run, text, validated};
use crate::workspace::{files, folder, with};

fn of_format(format: &str) -> std::path::PathBuf {
    let root = folder();
    done(&root, &["init", "--name", "N", "--territory", "35236"]);
    let settings = text(&root, "apes.toml").replace("format = 1", &format!("format = {format}"));
    crate::workspace::write(&root, "apes.toml", settings.as_bytes());
    root
}

#[test]
fn a_newer_workspace_asks_for_a_newer_program() {
    let root = of_format("2");
    let before = files(&root);
    for words in [
        &["validate"][..],
        &["list", "actors"],
        &["fix"],
        &["migrate"],
    ] {
        let (code, printed) = run(&root, words);
        assert_eq!(code, 2, "{printed}");
        assert!(printed.contains("au format 2, plus récent"), "{printed}");
        assert!(
            printed.contains("installer une version plus récente"),
            "{printed}"
        );
    }
    let english = [&["validate"][..], &["--lang", "en"]].concat();
    assert!(
        run(&root, &english)
            .1
            .contains("format 2, newer than that of this program")
    );
    assert_eq!(files(&root), before);
}

#[test]
fn an_older_workspace_is_led_to_migrate() {
    let root = of_format("0");
    let (code, printed) = run(&root, &["validate"]);
    assert_eq!(code, 2, "{printed}");
    assert!(printed.contains("`apes migrate`"), "{printed}");
    let shown = done(&root, &["migrate", "--dry-run"]);
    assert!(shown.contains("-format = 0\n+format = 1"), "{shown}");
    assert!(text(&root, "apes.toml").contains("format = 0"));
    done(&root, &["migrate"]);
    validated(&root);
    assert!(done(&root, &["migrate"]).contains("rien à changer"));
}

/// A made-up format 0, in which names were labels and a year was a text.
const MADE_UP: &[Step] = &[Step {
    from: 0,
    about: Bilingual {
        fr: "`label` devient `name`",
        en: "`label` becomes `name`",
    },
    changes: to_names,
}];

fn to_names(kind: &str, tree: &Node) -> Vec<Change> {
    let mut changes = Vec::new();
    if kind != "sources" && tree.entry("label").is_some() {
        changes.push(Change::RenameKey(route!["label"], "name".to_owned()));
    }
    if kind == "dynamic" && tree.entry("colour").is_some() {
        changes.push(Change::Remove(route!["colour"]));
    }
    changes
}

#[test]
fn a_made_up_format_0_becomes_format_1_and_nothing_else_changes() {
    let root = with(&[
        (
            "apes.toml",
            "# nous\nformat = 0\nlabel = \"Essai\"\nlanguage = \"fr\"\n",
        ),
        (
            "territories/guise/territory.yaml",
            "label: Guise # la ville\nkind: commune\ncode: \"02361\"\nsources: [{ title: T }]\n",
        ),
        (
            "territories/guise/dynamics/cafe.toml",
            "label = \"Café\"\ncolour = \"rouge\"\nseen = [2024] # vu\nsources = [{ title = \"T\" }]\n",
        ),
        ("territories/guise/texts/2024/bilan.md", "label: reste\n"),
    ]);
    let folder = Folder::at(&root);
    let draft = migrated(&folder, (0, 1), MADE_UP, Language::French).expect("a migration");
    draft.save(Language::French).expect("written");
    assert_eq!(
        text(&root, "apes.toml"),
        "# nous\nformat = 1\nname = \"Essai\"\nlanguage = \"fr\"\n"
    );
    assert_eq!(
        text(&root, "territories/guise/territory.yaml"),
        "name: Guise # la ville\nkind: commune\ncode: \"02361\"\nsources: [{ title: T }]\n"
    );
    assert_eq!(
        text(&root, "territories/guise/dynamics/cafe.toml"),
        "name = \"Café\"\nseen = [2024] # vu\nsources = [{ title = \"T\" }]\n"
    );
    assert_eq!(
        text(&root, "territories/guise/texts/2024/bilan.md"),
        "label: reste\n"
    );
    validated(&root);
}

#[test]
fn a_file_that_cannot_be_read_stops_the_migration_before_anything_is_written() {
    let root = of_format("0");
    let path = "territories/redon/actors/x.toml";
    crate::workspace::write(&root, path, b"name = \"X\n");
    let folder = Folder::at(&root);
    let refused = migrated(&folder, (0, 1), MADE_UP, Language::French).err();
    let refused = refused.map(|error| error.to_string()).unwrap_or_default();
    assert!(refused.contains(path), "{refused}");
}
