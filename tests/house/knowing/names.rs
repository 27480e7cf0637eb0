//! French names of verbs and reports, and what is suggested for wrong words.

use std::collections::BTreeSet;

use apes::commands::command_line;
use apes::commands::shared::naming::{
    ABSENT, REPORT_NAMES, Suggestion, VERB_NAMES, near_commands, spellings,
};
use apes::language::Language;
use apes::views::VIEWS;

use super::{complaint, said};
use crate::golden::at_root;

/// Every verb by its whole name.
fn verbs() -> BTreeSet<String> {
    fn inside(command: &clap::Command, above: &str, found: &mut BTreeSet<String>) {
        for verb in command.get_subcommands() {
            let name = format!("{above} {}", verb.get_name())
                .trim_start()
                .to_owned();
            inside(verb, &name, found);
            found.insert(name);
        }
    }
    let mut found = BTreeSet::new();
    inside(&command_line(Language::English), "", &mut found);
    found
}

#[test]
fn every_verb_and_report_has_its_row() {
    let rows: BTreeSet<String> = VERB_NAMES
        .iter()
        .map(|names| names.verb.to_owned())
        .collect();
    assert_eq!(rows, verbs(), "the table of `naming/verb_names.rs`");
    let reports: Vec<&str> = REPORT_NAMES.iter().map(|names| names.report).collect();
    let views: Vec<&str> = VIEWS.iter().map(|view| view.name).collect();
    assert_eq!(reports, views, "the table of `naming/report_names.rs`");
    let program = command_line(Language::English);
    for names in VERB_NAMES {
        let hidden = program
            .find_subcommand(names.verb)
            .is_some_and(clap::Command::is_hide_set);
        assert!(
            hidden
                || !names.french.is_empty()
                || names.verb.contains(' ')
                // The same word in both languages.
                || names.verb == "code",
            "{}",
            names.verb
        );
    }
}

#[test]
fn no_name_means_two_things() {
    let mut seen = BTreeSet::new();
    for names in VERB_NAMES.iter().filter(|names| !names.verb.contains(' ')) {
        for name in spellings(names.verb, names.french)
            .iter()
            .map(String::as_str)
            .chain([names.verb])
        {
            assert!(
                seen.insert(name.to_owned()),
                "{name} is the name of two verbs"
            );
        }
    }
    for word in ABSENT.iter().flat_map(|(words, _)| *words) {
        assert!(!seen.contains(*word), "`{word}` exists, and is said not to");
    }
}

#[test]
fn verbs_and_reports_answer_to_their_french_names() {
    let root = at_root("");
    for (french, own) in [
        (&["valider", "--help"][..], &["validate", "--help"][..]),
        (&["vérifier", "--help"], &["validate", "--help"]),
        (&["verifier", "--help"], &["validate", "--help"]),
        (&["liste", "dynamics"], &["list", "dynamics"]),
        (&["montrer", "tilt"], &["show", "tilt"]),
        (&["rapport", "carte"], &["report", "map"]),
        (&["rapport", "thematique"], &["report", "theme"]),
        (
            &["rapport", "réseau", "--year", "2024"],
            &["report", "network", "--year", "2024"],
        ),
        (
            &["charte", "comparer", "apes", "."],
            &["charter", "compare", "apes", "."],
        ),
        (&["expliquer", "orphan-actor"], &["explain", "orphan-actor"]),
        (&["aide", "noms"], &["help", "noms"]),
    ] {
        assert_eq!(said(&root, french), said(&root, own), "{french:?}");
    }
}

/// A wrong command, the word after it, and what is suggested.
const MEANT: [(&str, Option<&str>, &[&str]); 22] = [
    ("carte", None, &["report map"]),
    ("cartes", None, &["report map"]),
    ("bilan", None, &["report annual"]),
    ("Bilans", None, &["report annual"]),
    ("rapport", Some("annuel"), &["report annual"]),
    ("agenda", None, &["report freshness"]),
    ("economie", None, &["report economy"]),
    ("chek", None, &["validate"]),
    ("verfier", None, &["validate"]),
    ("validat", None, &["validate"]),
    ("lsit", None, &["list"]),
    ("listes", None, &["list"]),
    ("mnotrer", None, &["show"]),
    ("corigé", None, &["fix"]),
    ("rennomer", None, &["rename"]),
    ("chartre", None, &["charter", "report charter"]),
    ("completion", None, &["completions"]),
    ("docteur", None, &["doctor"]),
    ("manuels", None, &["man"]),
    ("schemas", None, &["schema"]),
    ("xyzzy", None, &[]),
    ("", None, &[]),
];

#[test]
fn the_nearest_command_is_suggested_alone() {
    for (typed, following, wanted) in MEANT {
        let Suggestion { names, advice } = near_commands(typed, following, "");
        assert_eq!(names, wanted, "{typed}");
        assert!(advice.is_none(), "{typed}");
    }
    let inside = near_commands("amendement", None, "charter");
    assert_eq!(inside.names, ["try"]);
    for (words, _) in ABSENT {
        for word in *words {
            assert!(near_commands(word, None, "").advice.is_some(), "{word}");
        }
    }
}

#[test]
#[expect(
    clippy::too_many_lines,
    reason = "one scene: what is asked, then what is answered"
)]
fn what_was_meant_is_told_in_both_languages() {
    let root = at_root("");
    for (words, french, english) in [
        (
            &["carte"][..],
            "vouliez-vous dire « report map » ?",
            "exists: 'report map'",
        ),
        (
            &["chartre"],
            "« charter » ou « report charter » ?",
            "exist: 'charter', 'report charter'",
        ),
        (
            &["import", "x.csv"],
            "rien n'importe encore",
            "nothing imports a table yet",
        ),
        (
            &["éditer"],
            "`apes set ID CLÉ=VALEUR`",
            "`apes set ID KEY=VALUE`",
        ),
        (
            &["report", "mpa"],
            "vouliez-vous dire « map » ?",
            "exists: 'map'",
        ),
        (
            &["report", "bilans"],
            "vouliez-vous dire « annual » ?",
            "exists: 'annual'",
        ),
        (
            &["list", "actor"],
            "vouliez-vous dire « actors » ?",
            "exists: 'actors'",
        ),
        (
            &["validate", "--warnings"],
            "« --deny warnings » ?",
            "exists: '--deny warnings'",
        ),
        (
            &["report", "map", "--territoire", "x"],
            "« --territory » ?",
            "exists: '--territory'",
        ),
        (
            &["report", "map", "--themes", "x"],
            "« --theme » ?",
            "exists: '--theme'",
        ),
        (
            &["charter", "comparr"],
            "vouliez-vous dire « compare » ?",
            "exists: 'compare'",
        ),
    ] {
        let told = complaint(&root, &[words, &["--lang=fr"]].concat());
        assert!(told.contains(french), "{words:?}\n{told}");
        let told = complaint(&root, &[words, &["--lang=en"]].concat());
        assert!(told.contains(english), "{words:?}\n{told}");
    }
    let nothing = complaint(&root, &["validate", "--xyzzy", "--lang=fr"]);
    assert!(!nothing.contains("conseil"), "{nothing}");
}

#[test]
fn every_error_has_the_same_prefix() {
    let root = at_root("");
    for words in [
        &["frob"][..],
        &["validate", "--frob"],
        &["report", "frob"],
        &["show", "frob"],
        &["explain", "xyzzy"],
        &["help", "xyzzy"],
        &["list", "actors", "-o", "no/where.csv"],
        &["validate", "--root", "no/where"],
        &["report", "map", "--within", "3"],
    ] {
        let french = complaint(&root, &[words, &["--lang=fr"]].concat());
        assert!(french.starts_with("erreur : "), "{words:?}: {french}");
        let english = complaint(&root, &[words, &["--lang=en"]].concat());
        assert!(english.starts_with("error: "), "{words:?}: {english}");
    }
}

#[test]
fn a_usage_of_two_lines_keeps_them() {
    let told = complaint(&at_root(""), &["charter", "--frob", "--lang=fr"]);
    let wanted = "Utilisation : apes charter [OPTIONS]\n              apes charter <COMMANDE>\n";
    assert!(told.contains(wanted), "{told}");
    let help = said(&at_root(""), &["charter", "--help", "--lang=fr"]).replace('\u{a0}', " ");
    assert!(help.contains(wanted), "{help}");
}
