//! The command line in both languages: help, errors of usage, exit codes.

use std::collections::BTreeSet;
use std::process::{Command, Output};

use apes::commands::command_line;
use apes::commands::shared::french::{self, PLACEHOLDERS};
use apes::language::Language;
use clap::Arg;

use crate::golden::at_root;
use crate::workspace::with;

/// Runs the program at the project's root, on a day and in a width that are always the same.
pub fn apes(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_apes"))
        .args(words)
        .current_dir(at_root(""))
        .env_clear()
        .env("GIT_DIR", "none")
        .env("SOURCE_DATE_EPOCH", "1795305600")
        .output()
        .expect("the program runs")
}

fn printed(words: &[&str]) -> String {
    let output = apes(words);
    [output.stdout, output.stderr]
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .concat()
}

/// Every verb by its whole name, with its arguments; the program itself has those of every verb.
fn verbs() -> Vec<(String, Vec<Arg>)> {
    let program = command_line(Language::English);
    let mut found = vec![(
        "apes".to_owned(),
        program.get_arguments().cloned().collect(),
    )];
    collect_verbs(&program, "", &mut found);
    found
}

fn collect_verbs(command: &clap::Command, before: &str, found: &mut Vec<(String, Vec<Arg>)>) {
    for inner in command.get_subcommands() {
        let name = format!("{before} {}", inner.get_name())
            .trim_start()
            .to_owned();
        found.push((name.clone(), inner.get_arguments().cloned().collect()));
        collect_verbs(inner, &name, found);
    }
}

#[test]
fn every_word_has_a_french_text_and_every_text_its_word() {
    let mut used = BTreeSet::from(["--help", "--version"]);
    for (verb, arguments) in verbs() {
        let about = french::texts().find(|(name, _)| *name == verb);
        used.insert(
            about
                .unwrap_or_else(|| panic!("`{verb}` has no French text"))
                .0,
        );
        for argument in &arguments {
            let name = french::name_of(argument);
            let entry = french::entry(&verb, &name);
            used.insert(
                entry
                    .unwrap_or_else(|| panic!("`{verb} {name}` has no French text"))
                    .0,
            );
            let values = if argument.get_action().takes_values() {
                argument.get_possible_values()
            } else {
                Vec::new()
            };
            for value in values {
                let value_name = format!("{name} {}", value.get_name());
                let text = french::text(&verb, &value_name);
                let needed = value.get_help().is_some();
                assert_eq!(
                    text.is_some(),
                    needed,
                    "`{verb} {name} {}`",
                    value.get_name()
                );
                used.extend(french::entry(&verb, &value_name).map(|(key, _)| *key));
            }
        }
    }
    let unused: Vec<_> = french::texts()
        .map(|(key, _)| *key)
        .filter(|key| !used.contains(key))
        .collect();
    assert_eq!(unused, Vec::<&str>::new(), "texts of no word");
}

#[test]
fn every_placeholder_has_a_french_word() {
    let mut used = BTreeSet::new();
    for (verb, arguments) in verbs() {
        for argument in arguments
            .iter()
            .filter(|argument| argument.get_action().takes_values())
        {
            let word = argument
                .get_value_names()
                .map(|names| names.join(" "))
                .unwrap_or_default();
            assert!(
                PLACEHOLDERS.iter().any(|(english, _)| *english == word),
                "{verb}: <{word}>"
            );
            used.insert(word);
        }
    }
    assert!(
        PLACEHOLDERS
            .iter()
            .all(|(english, _)| used.contains(*english)),
        "a placeholder of no argument"
    );
}

#[test]
fn help_has_no_english_in_french_and_the_same_arguments() {
    for (verb, _) in verbs() {
        let verb_words = verb.split(' ').filter(|word| *word != "apes");
        let words: Vec<&str> = verb_words.chain(["--help"]).collect();
        for short in [false, true] {
            let words: Vec<&str> = words
                .iter()
                .map(|word| {
                    if short && *word == "--help" {
                        "-h"
                    } else {
                        word
                    }
                })
                .collect();
            let french = printed(&[&["--lang", "fr"], &*words].concat());
            let english = printed(&[&["--lang", "en"], &*words].concat());
            for left in [
                "Usage:",
                "Commands:",
                "default",
                "possible values:",
                "Possible values:",
                "Print",
                " the ",
            ] {
                assert!(
                    !french.contains(left),
                    "{verb}: {left:?} is left in\n{french}"
                );
            }
            assert_eq!(options(&french), options(&english), "{verb}");
            assert!(
                french.contains("\nOptions\u{a0}:\n")
                    && french.contains("\nUtilisation\u{a0}: apes"),
                "{french}"
            );
        }
    }
}

/// The options that a help page lists, in its order.
fn options(help: &str) -> Vec<String> {
    let lines = help
        .lines()
        .map(str::trim_start)
        .filter(|line| line.starts_with('-') && !line.starts_with("- "));
    lines
        .map(|line| {
            line.replace(" [<", " <")
                .split(" <")
                .next()
                .unwrap_or(line)
                .split("  ")
                .next()
                .unwrap_or(line)
                .to_owned()
        })
        .collect()
}

/// Arguments with an error of usage, and a part of its message in French and in English.
const MISREAD: [(&[&str], &str, &str); 13] = [
    (
        &["valdate"],
        "commande inconnue : « valdate »",
        "unrecognized subcommand 'valdate'",
    ),
    (
        &["valdate"],
        "conseil : vouliez-vous dire « validate » ?",
        "similar subcommand exists: 'validate'",
    ),
    (
        &["validate", "--forma", "x"],
        "argument inattendu : « --forma »",
        "unexpected argument '--forma'",
    ),
    (
        &["validate", "--format", "x"],
        "valeurs possibles : human, short, json, github, gitlab, sarif, junit",
        "[possible values: human, short, json, github, gitlab, sarif, junit]",
    ),
    (
        &["validate", "--root"],
        "il manque une valeur après « --root <DOSSIER> »",
        "a value is required for '--root <DIR>'",
    ),
    (
        &["validate", "--quiet=oui"],
        "« oui » est de trop",
        "unexpected value 'oui'",
    ),
    (
        &["validate", "--at", "2020"],
        "s'écrit année-mois-jour, comme 2020-12-31",
        "is written year-month-day, like 2020-12-31",
    ),
    (
        &["list"],
        "il manque un argument obligatoire : <TYPE>",
        "were not provided:\n  <KIND>",
    ),
    (
        &["list", "actors", "--year", "20"],
        "en quatre chiffres, comme 2020",
        "with four digits, like 2020",
    ),
    (
        &["list", "actors", "--years", "2016-2025"],
        "par deux points, comme 2016..2025",
        "by two dots, like 2016..2025",
    ),
    (
        &["list", "actors", "--years", "2025..2016"],
        "la première année est la plus ancienne",
        "the first year is the earlier one",
    ),
    (
        &["list", "actors", "--year", "2020", "--at", "2020-01-01"],
        "est incompatible avec « --at <JOUR> »",
        "cannot be used with",
    ),
    (
        &["list", "actors", "--year", "2020", "--year", "2021"],
        "ne peut être donné qu'une fois",
        "multiple times",
    ),
];

#[test]
fn errors_of_usage_are_printed_in_both_languages() {
    for (words, french, english) in MISREAD {
        for (language, wanted) in [("fr", french), ("en", english)] {
            let output = apes(&[words, &[&*format!("--lang={language}")]].concat());
            let printed =
                String::from_utf8_lossy(&output.stderr).replace(['\u{a0}', '\u{202f}'], " ");
            assert!(
                printed.contains(wanted),
                "{words:?}: {wanted:?} is not in\n{printed}"
            );
            assert!(
                language == "en" || !printed.contains("error") && !printed.contains("Usage:"),
                "{printed}"
            );
            assert_eq!(output.status.code(), Some(2), "{words:?}");
            assert!(output.stdout.is_empty(), "{words:?}");
        }
    }
}

#[test]
fn the_exit_code_is_0_1_or_2() {
    assert_eq!(apes(&["--help"]).status.code(), Some(0));
    assert_eq!(apes(&["--version"]).status.code(), Some(0));
    assert_eq!(apes(&["explain", "unknown-actor"]).status.code(), Some(0));
    assert_eq!(
        apes(&["validate", "--root", "tests/checks/unknown-actor/wrong"])
            .status
            .code(),
        Some(1)
    );
    assert_eq!(
        apes(&["validate", "--root", "no/such/folder"])
            .status
            .code(),
        Some(2)
    );
    assert_eq!(apes(&[]).status.code(), Some(2));
}

/// Runs `apes validate` in a folder, as a hook does.
fn validate_in(root: &std::path::Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_apes"))
        .arg("validate")
        .args(words)
        .current_dir(root)
        .env_clear()
        .env("GIT_DIR", "none")
        .env("SOURCE_DATE_EPOCH", "1795305600")
        .output()
        .expect("the program runs")
}

#[test]
fn a_path_that_a_commit_deletes_is_no_error_and_what_names_its_record_is_told() {
    let source = "sources = [{ title = \"Carte\", year = 2020 }]\n";
    let territory = format!("name = \"T\"\nkind = \"pays\"\n{source}");
    let actor = format!(
        "name = \"La Remise\"\nkind = \"association\"\nmember = {{ from = 2020 }}\n{source}"
    );
    let dynamic = |partner: &str| {
        format!("name = \"D\"\nfrom = 2024\n{source}\n[partners]\n{partner} = \"porteur\"\n")
    };
    let root = with(&[
        ("apes.toml", "format = 1\nname = \"R\"\n"),
        ("territories/t/territory.toml", &territory),
        ("territories/t/actors/la-remise.toml", &actor),
        ("territories/t/dynamics/kept.toml", &dynamic("la-remise")),
        ("territories/t/dynamics/other.toml", &dynamic("nobody")),
    ]);
    let (kept, gone) = (
        "territories/t/actors/la-remise.toml",
        "territories/t/actors/partie.toml",
    );
    for (language, sentence) in [
        (
            "fr",
            format!("`{gone}` n'existe pas\u{a0}: effacé, ou mal écrit"),
        ),
        (
            "en",
            format!("`{gone}` does not exist: deleted, or misspelt"),
        ),
    ] {
        let output = validate_in(&root, &[gone, kept, "--lang", language]);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(told.trim_end(), sentence);
        assert_eq!(output.status.code(), Some(0), "{output:?}");
    }
    let misspelt = validate_in(&root, &["territories/t/actors/la-remis.toml", "--lang=en"]);
    let told = String::from_utf8_lossy(&misspelt.stderr).into_owned();
    assert!(
        told.contains(&format!("(the nearest is `{kept}`)")),
        "{told}"
    );

    assert_gone_actor_is_told(&root, kept);
    let outside = validate_in(&root, &["../nowhere/a.toml", "--lang=en"]);
    assert_eq!(outside.status.code(), Some(2), "{outside:?}");
}

/// Deletes the record of an actor; the finding about the dynamic that names it is told, and no other.
fn assert_gone_actor_is_told(root: &std::path::Path, kept: &str) {
    std::fs::remove_file(root.join(kept)).expect("a file to delete");
    let output = validate_in(root, &[kept, "--format=short", "--lang=en"]);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(
        told.contains("kept.toml") && told.contains("unknown-actor"),
        "{told}"
    );
    assert!(!told.contains("other.toml"), "{told}");
}
