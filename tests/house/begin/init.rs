//! `apes init`: a workspace without a fault, in both languages, that overwrites nothing.

use std::path::Path;

use super::{done, run, run_in, text, validated};
use crate::workspace::{files, folder, write};

const REDON: [&str; 5] = [
    "init",
    "--name",
    "Réseau « du pays » de Redon \"et alentour\"",
    "--territory",
    "Redon Agglomération",
];

#[test]
fn a_new_workspace_has_no_fault_and_one_territory_by_its_name() {
    let root = folder();
    done(&root, &REDON);
    assert!(
        validated(&root).starts_with("1 fiche · 1 territoire, 0 acteur, 0 dynamique"),
        "{}",
        validated(&root)
    );
    assert!(validated(&root).contains("0 erreur, 0 avertissement, 0 note"));
    let territory = text(&root, "territories/redon-agglomeration/territory.toml");
    assert!(territory.contains("code = \"243500741\""), "{territory}");
    let settings = text(&root, "apes.toml");
    assert!(settings.contains("format = 1"), "{settings}");
    assert!(settings.contains("territory = \"redon-agglomeration\""));
    for (path, base) in [
        ("schemas/vocabulary.toml", "base = \"apes\""),
        ("schemas/charter.toml", "base = \"apes\""),
    ] {
        assert!(text(&root, path).contains(base), "{path}");
    }
}

#[test]
fn it_is_english_for_english_readers() {
    let root = folder();
    let output = run_in(
        &root,
        "en_GB.UTF-8",
        &["init", "--name", "N", "--territory", "35236"],
    );
    assert!(output.status.success());
    let all = files(&root);
    for (path, bytes) in &all {
        let text = String::from_utf8_lossy(bytes);
        let is_schema = path.ends_with(".schema.json");
        assert!(is_schema || !text.contains("fiche"), "{path}\n{text}");
        assert!(
            !text.contains("@en") && !text.contains("@fr"),
            "{path}\n{text}"
        );
    }
    assert!(text(&root, "apes.toml").contains("language = \"en\""));
    assert!(all.contains_key("territories/redon/actors/example-actor.toml"));
}

#[test]
fn examples_count_only_once_they_are_uncommented() {
    let root = folder();
    done(&root, &REDON);
    for path in [
        "territories/redon-agglomeration/actors/exemple-acteur.toml",
        "territories/redon-agglomeration/dynamics/exemple-dynamique.toml",
    ] {
        let uncommented: String = text(&root, path)
            .lines()
            .map(|line| {
                let line = line.strip_prefix('#').expect("a comment");
                format!("{}\n", line.strip_prefix(' ').unwrap_or(line))
            })
            .collect();
        write(&root, path, uncommented.as_bytes());
    }
    let summary = validated(&root);
    assert!(summary.contains("1 acteur, 1 dynamique"), "{summary}");
    assert!(summary.contains("0 avertissement"), "{summary}");
}

#[test]
fn a_file_of_comments_is_no_record_and_an_empty_one_is_a_fault() {
    let root = folder();
    done(&root, &REDON);
    let path = "territories/redon-agglomeration/actors/x.yaml";
    write(&root, path, b"\n# name: X\n\n  # kind: association\n");
    validated(&root);
    write(&root, path, b"\n");
    let (code, printed) = run(&root, &["validate"]);
    assert_eq!(code, 1, "{printed}");
}

#[test]
fn nothing_is_overwritten_and_what_is_left_is_told() {
    let root = folder();
    write(&root, ".gitlab-ci.yml", b"mine\n");
    let printed = done(&root, &REDON);
    let left = printed
        .split("laissé tel quel")
        .nth(1)
        .expect("what is left");
    assert!(left.contains(".gitlab-ci.yml"), "{printed}");
    assert_eq!(text(&root, ".gitlab-ci.yml"), "mine\n");
    let before = files(&root);
    let printed = done(&root, &REDON);
    assert!(printed.contains("  apes.toml"), "{printed}");
    assert_eq!(files(&root), before);
    std::fs::remove_file(root.join(".taplo.toml")).expect("a file that can go");
    done(&root, &["init"]);
    assert_eq!(files(&root), before, "what is missing is written again");
}

#[test]
fn without_a_terminal_it_says_which_options_it_needs() {
    let root = folder();
    for words in [&["init"][..], &["init", "--name", "X"]] {
        let (code, printed) = run(&root, words);
        assert_eq!(code, 2, "{printed}");
        assert!(printed.contains("--territory"), "{printed}");
    }
    let (code, printed) = run(
        &root,
        &["init", "--name", "X", "--territory", "Nulle-Part-sur-Rien"],
    );
    assert_eq!(code, 2, "{printed}");
    assert!(printed.contains("Nulle-Part-sur-Rien"), "{printed}");
    let (code, printed) = run(
        &root,
        &["init", "--name", "X", "--territory", "Saint-Martin"],
    );
    assert_eq!(code, 2, "{printed}");
    assert!(printed.contains("plusieurs territoires"), "{printed}");
    assert_eq!(files(&root).len(), 0, "nothing was written");
}

#[test]
fn outside_a_workspace_each_verb_says_how_to_begin() {
    let root = folder();
    for words in [
        &["validate"][..],
        &["list", "actors"],
        &["report", "map"],
        &["show", "x"],
        &["new", "actor", "X"],
        &["fix"],
        &["fmt"],
        &["set", "x", "name=y"],
        &["remove", "actor", "x"],
        &["merge", "actor", "x", "y"],
        &["convert", "x", "--to", "yaml"],
        &["migrate"],
        &["reconcile", "2020"],
        &["charter", "test"],
    ] {
        let (code, printed) = run_outside(&root, words);
        assert_eq!(code, 2, "{words:?}\n{printed}");
        assert!(printed.contains("apes init"), "{words:?}\n{printed}");
    }
}

/// Runs a verb on a folder without a workspace. The folder is inside that of the project, so that
/// it must be named.
fn run_outside(root: &Path, words: &[&str]) -> (i32, String) {
    let shown = root.to_str().expect("a path");
    run(root, &[words, &["--root", shown]].concat())
}

#[test]
fn recipes_are_read_only_pinned_and_without_secrets() {
    let root = folder();
    let words = [
        &REDON[..],
        &[
            "--repository",
            "https://example.org/apes.git",
            "--revision",
            "0123abc",
        ],
    ];
    done(&root, &words.concat());
    for path in [
        ".github/workflows/apes.yml",
        ".gitlab-ci.yml",
        ".forgejo/workflows/apes.yml",
    ] {
        let recipe = text(&root, path);
        let read: serde_yaml::Value = serde_yaml::from_str(&recipe).expect("YAML");
        assert!(read.is_mapping(), "{path}");
        assert!(recipe.contains("apes validate"), "{path}");
        assert!(recipe.contains("https://example.org/apes.git"), "{path}");
        assert!(recipe.contains("0123abc"), "{path}");
        assert!(!recipe.contains("secrets"), "{path}");
        assert!(
            !recipe.contains('{') || recipe.contains("${"),
            "{path}\n{recipe}"
        );
        if path != ".gitlab-ci.yml" {
            assert_eq!(read["permissions"]["contents"], "read", "{path}");
        }
        for used in recipe
            .lines()
            .filter_map(|line| line.split("uses: ").nth(1))
        {
            let commit = used.split(['@', ' ']).nth(1).unwrap_or_default();
            assert_eq!(commit.len(), 40, "{path}: {used}");
        }
        for image in recipe
            .lines()
            .filter_map(|line| line.split("image: ").nth(1))
        {
            assert!(image.contains(":1."), "{path}: {image}");
        }
    }
}

#[test]
fn settings_of_editors_name_schemas_that_are_there() {
    let root = folder();
    done(&root, &REDON);
    for path in [".vscode/settings.json", ".vscode/extensions.json"] {
        let read: serde_json::Value = serde_json::from_str(&text(&root, path)).expect("JSON");
        assert!(read.is_object(), "{path}");
    }
    let taplo: toml_edit::DocumentMut = text(&root, ".taplo.toml").parse().expect("TOML");
    for rule in taplo["rule"].as_array_of_tables().expect("rules") {
        let path = rule["schema"]["path"].as_str().expect("a path");
        let path = path.strip_prefix("./").expect("below the root");
        assert!(root.join(path).exists(), "{path}");
    }
}

#[cfg(unix)]
#[test]
fn the_hook_may_be_run_and_is_a_shell_script() {
    use std::os::unix::fs::PermissionsExt;
    let root = folder();
    done(&root, &REDON);
    let hook = root.join(".githooks/pre-commit");
    let mode = std::fs::metadata(&hook)
        .expect("a hook")
        .permissions()
        .mode();
    assert_eq!(mode & 0o111, 0o111);
    let checked = std::process::Command::new("sh")
        .arg("-n")
        .arg(&hook)
        .status()
        .expect("a shell");
    assert!(checked.success());
}

#[test]
fn schemas_are_where_the_records_say() {
    let root = folder();
    done(&root, &REDON);
    done(&root, &["new", "actor", "Le Cade", "--kind", "association"]);
    done(&root, &["new", "dynamic", "Café", "--format", "yaml"]);
    let mut count = 0;
    for (path, bytes) in files(&root) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let first = text.lines().next().unwrap_or_default();
        let address = first
            .strip_prefix("#:schema ")
            .or_else(|| first.strip_prefix("# yaml-language-server: $schema="));
        if let Some(address) = address {
            let folder = root.join(&path).parent().expect("a folder").to_owned();
            assert!(folder.join(address).exists(), "{path}: {address}");
            count += 1;
        }
    }
    assert!(count >= 6, "{count}");
}

#[test]
fn no_network_begins_among_the_records_of_another() {
    let root = folder();
    done(&root, &REDON);
    let before = files(&root);
    let inside = root.join("territories/redon-agglomeration");
    let (code, printed) = run(&inside, &REDON);
    assert_eq!(code, 2, "{printed}");
    assert_eq!(files(&root), before);
}
