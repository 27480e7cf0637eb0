//! Help, wrong words and the system's refusals follow `--lang`, else the workspace, else the machine.

use std::path::{Path, PathBuf};
use std::process::Command;

use apes::language::Language;

use crate::workspace::with;

/// What the program says in a folder, on a machine that speaks a language.
fn said(folder: &Path, machine: &str, words: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_apes"))
        .args(words)
        .current_dir(folder)
        .env_clear()
        .env("GIT_DIR", "none")
        .env("LANG", machine)
        .output()
        .expect("the program runs");
    [output.stdout, output.stderr]
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .concat()
}

/// A folder with an `apes.toml`, and one inside it.
fn workspace(settings: &str) -> (PathBuf, PathBuf) {
    let root = with(&[
        ("apes.toml", settings),
        ("territories/flandre/README.md", ""),
    ]);
    let inside = root.join("territories/flandre");
    (root, inside)
}

/// A folder above all others, in no workspace.
fn nowhere() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .last()
        .expect("a root")
}

#[test]
fn help_and_wrong_words_follow_the_workspace() {
    let (french, inside) = workspace("format = 1\nname = \"R\"\nlanguage = \"fr\"\n");
    for words in [
        &["--help"][..],
        &["validate", "--help"],
        &["validate", "--frob"],
        &["frob"],
    ] {
        assert!(
            said(&inside, "C", words).contains("Utilisation"),
            "{words:?}"
        );
        assert!(
            said(&inside, "C", &[&["--lang", "en"], words].concat()).contains("Usage:"),
            "{words:?}"
        );
    }
    let root = french.to_string_lossy().into_owned();
    assert!(said(nowhere(), "C", &["--root", &root, "--help"]).contains("Utilisation"));
    assert!(said(nowhere(), "C", &[&format!("--root={root}"), "list", "frob"]).contains("TYPE"));
    assert!(said(nowhere(), "C", &["--help"]).contains("Usage:"));
    assert!(said(nowhere(), "fr_FR.UTF-8", &["--help"]).contains("Utilisation"));
    let (_english, inside) = workspace("format = 1\nname = \"R\"\nlanguage = \"en\"\n");
    assert!(said(&inside, "fr_FR.UTF-8", &["--help"]).contains("Usage:"));
}

#[test]
fn a_broken_or_enormous_apes_toml_does_not_break_help() {
    for settings in [
        "language = \"fr",
        "language = 3\n",
        "\u{fffd}",
        &"# a\n".repeat(500_000),
    ] {
        let (_folder, inside) = workspace(settings);
        assert!(said(&inside, "C", &["--help"]).contains("Usage:"));
        assert!(said(&inside, "fr", &["--help"]).contains("Utilisation"));
    }
}

#[test]
fn the_system_refuses_in_french_too() {
    let (_folder, inside) = workspace("format = 1\nname = \"R\"\nlanguage = \"fr\"\n");
    let refused = said(
        &inside,
        "C",
        &["list", "actors", "--output", "/nowhere/at-all.csv"],
    );
    assert!(
        refused.contains("ce fichier ou ce dossier n'existe pas"),
        "{refused}"
    );
    let refused = said(
        &inside,
        "C",
        &[
            "--lang",
            "en",
            "list",
            "actors",
            "--output",
            "/nowhere/at-all.csv",
        ],
    );
    assert!(refused.contains("No such file or directory"), "{refused}");
    let kind = std::io::ErrorKind::PermissionDenied;
    assert_eq!(
        Language::French.describe_os_error(kind, "Permission denied"),
        "accès refusé"
    );
    assert_eq!(
        Language::English.describe_os_error(kind, "Permission denied"),
        "Permission denied"
    );
    let other = std::io::ErrorKind::Other;
    assert_eq!(
        Language::French.describe_os_error(other, "something odd"),
        "something odd",
        "better than nothing"
    );
}
