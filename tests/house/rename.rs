//! `apes rename`: files move, every mention follows, nothing is lost.

use std::collections::BTreeMap;
use std::path::Path;

use apes::language::Language;

use crate::commands::apes;
use crate::golden::at_root;
use crate::workspace::{TODAY, ValidatedFolder, copy, files, folder, write};

fn run(root: &Path, words: &[&str]) -> (i32, String) {
    let root = root.to_str().expect("a path");
    let output = apes(&[&["--root", root, "--lang", "en"], words].concat());
    let printed = [output.stdout, output.stderr]
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .concat();
    (output.status.code().unwrap_or(-1), printed)
}

fn texts(root: &Path) -> BTreeMap<String, String> {
    files(root)
        .into_iter()
        .map(|(path, bytes)| (path, String::from_utf8_lossy(&bytes).into_owned()))
        .collect()
}

/// The number of findings of each rule.
fn findings(root: &Path) -> BTreeMap<String, usize> {
    let validated = ValidatedFolder::whole(root, Language::English, TODAY);
    let mut counts = BTreeMap::new();
    for name in validated.names() {
        *counts.entry(name.to_owned()).or_default() += 1;
    }
    counts
}

/// Asserts that a renaming leaves the same findings, and the old id in no file but as an alias.
fn assert_renamed(workspace: &str, kind: &str, old: &str, new: &str) {
    let root = copy(&at_root(workspace));
    let before = findings(&root);
    let (code, printed) = run(&root, &["rename", kind, old, new]);
    assert_eq!(code, 0, "{kind} {old}\n{printed}");
    assert_eq!(findings(&root), before, "{kind} {old}");
    let (code, printed) = run(&root, &["show", &format!("{kind}/{new}")]);
    assert!(kind == "source" || code == 0, "{printed}");
    let quoted = format!("\"{old}\"");
    for (path, text) in texts(&root) {
        let places = format!("/{path}");
        assert!(
            !places.contains(&format!("/{old}/")) && !places.contains(&format!("/{old}.")),
            "{path}"
        );
        for line in text.lines().filter(|line| line.contains(&quoted)) {
            let is_alias = line.starts_with("aliases");
            // Other kinds may have the same id.
            assert!(is_alias || kind != "source", "{path}: {line}");
        }
    }
}

#[test]
fn the_records_of_both_workspaces_are_renamed_whole() {
    let example = "examples/hauts-de-demain";
    let root = at_root(example);
    let names = |folder: &str| -> Vec<String> {
        let mut names: Vec<String> = files(&root)
            .into_keys()
            .filter(|path| path.contains(&format!("/{folder}/")))
            .filter_map(|path| Some(path.rsplit_once('/')?.1.rsplit_once('.')?.0.to_owned()))
            .collect();
        names.sort();
        names
    };
    for (kind, folder) in [("actor", "actors"), ("dynamic", "dynamics")] {
        for old in names(folder).iter().step_by(40) {
            assert_renamed(example, kind, old, "un-tout-autre-nom");
        }
    }
    assert_renamed(example, "territory", "metropole-lilloise", "la-metropole");
    assert_renamed(example, "territory", "hauts-de-demain", "la-region");
}

/// A small workspace with an actor that is named in many ways.
fn small() -> std::path::PathBuf {
    let root = folder();
    write(
        &root,
        "apes.toml",
        b"format = 1\nname = \"Trial\"\nlanguage = \"en\"\nterritory = \"guise\"\nactor = \"le-cade\"\n",
    );
    for (path, text) in [
        (
            "territories/sources.toml",
            "[bilan]\ntitle = \"Bilan\"\ndocument = \"b.pdf\"\nyear = 2024\n\n[site]\n\
             title = \"Site\"\nurl = \"https://example.org\"\n",
        ),
        (
            "territories/guise/territory.toml",
            "name = \"Guise\"\nkind = \"commune\"\ncode = \"02361\"\nsources = [\"bilan\"]\n",
        ),
        (
            "territories/guise/actors/le-cade.toml",
            "# ours\nname = \"Le CADE\"\nkind = \"association\"\nsources = [\"bilan\"]\n",
        ),
        (
            "territories/guise/dynamics/cafe.yaml",
            "name: Café\nseen: [2023]\nsources: [bilan, site]\n\
             inferred: [partners.le-cade]\n\npartners:\n  \
             le-cade: porteur # since ever\n\nsourced:\n  bilan: [seen]\n  \
             site: [partners.le-cade, name]\n",
        ),
    ] {
        write(&root, path, text.as_bytes());
    }
    root
}

#[test]
fn mentions_statements_and_aliases_follow() {
    let root = small();
    let (code, printed) = run(
        &root,
        &["rename", "actor", "le-cade", "cade-guise", "--dry-run"],
    );
    assert_eq!(code, 0, "{printed}");
    assert!(
        printed.contains("rename to territories/guise/actors/cade-guise.toml")
            && texts(&root).contains_key("territories/guise/actors/le-cade.toml"),
        "{printed}"
    );
    let before = texts(&root);
    let (code, printed) = run(&root, &["rename", "actor", "le-cade", "cade-guise"]);
    assert_eq!(code, 0, "{printed}");
    let after = texts(&root);
    assert_eq!(
        after["territories/guise/actors/cade-guise.toml"],
        before["territories/guise/actors/le-cade.toml"].clone() + "aliases = [\"le-cade\"]\n"
    );
    assert!(!after.contains_key("territories/guise/actors/le-cade.toml"));
    assert_eq!(
        after["territories/guise/dynamics/cafe.yaml"].replace('"', ""),
        before["territories/guise/dynamics/cafe.yaml"].replace("le-cade", "cade-guise")
    );
    assert_eq!(
        after["apes.toml"],
        before["apes.toml"].replace("le-cade", "cade-guise")
    );
    let (code, printed) = run(&root, &["rename", "source", "bilan", "bilan-2024"]);
    assert_eq!(code, 0, "{printed}");
    let last = texts(&root);
    assert!(last["territories/sources.toml"].starts_with("[bilan-2024]\n"));
    assert!(last["territories/guise/dynamics/cafe.yaml"].contains("bilan-2024: [seen]"));
}

#[test]
fn a_renaming_that_cannot_be_whole_is_refused() {
    let root = copy(&at_root("examples/hauts-de-demain"));
    let before = files(&root);
    for (words, said) in [
        (["actor", "personne-du-tout", "x"], "nothing of this kind"),
        (
            ["territory", "metropole-lilloise", "Le Nord"],
            "did you mean `le-nord`",
        ),
        (
            ["territory", "metropole-lilloise", "hauts-de-demain"],
            "is taken already",
        ),
    ] {
        let (code, printed) = run(&root, &[&["rename"], &words[..]].concat());
        assert_eq!(code, 2, "{words:?}\n{printed}");
        assert!(printed.contains(said), "{words:?}\n{printed}");
    }
    write(
        &root,
        "territories/hauts-de-demain/actors/casse.toml",
        b"name = \"\n",
    );
    let (code, printed) = run(
        &root,
        &["rename", "territory", "metropole-lilloise", "la-metropole"],
    );
    assert!(code == 2 && printed.contains("apes validate"), "{printed}");
    std::fs::remove_file(root.join("territories/hauts-de-demain/actors/casse.toml")).expect("gone");
    assert_eq!(files(&root), before);
}
