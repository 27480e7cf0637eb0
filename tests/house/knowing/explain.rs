//! `apes explain`: checks, criteria, keys, lists and words; what was meant; what to copy.

use std::collections::BTreeSet;

use apes::checks::{self, HEADINGS};
use apes::documents::{key_references, kinds};
use apes::language::Language;
use apes::records::List;
use apes::sources::Folder;
use apes::workspace;
use unicode_width::UnicodeWidthStr;

use super::{complaint, run_in, said};
use crate::golden::at_root;
use crate::workspace::{ValidatedFolder, with};

#[test]
fn every_rule_has_one_heading() {
    let mut listed = BTreeSet::new();
    for heading in HEADINGS {
        for rule in heading.rules {
            assert!(listed.insert(*rule), "{rule} is under two headings");
        }
    }
    let rules: BTreeSet<&str> = checks::rules().map(|rule| rule.name).collect();
    assert_eq!(listed, rules, "the headings of `checks/headings.rs`");
}

#[test]
fn the_list_has_every_name_under_headings_and_fits() {
    for root in [at_root(""), at_root("examples/hauts-de-demain")] {
        for (option, language) in [
            ("--lang=fr", Language::French),
            ("--lang=en", Language::English),
        ] {
            let text = said(&root, &["explain", option]);
            let workspace = workspace::load(&Folder::at(&root), Some(language), language);
            for name in checks::names(&workspace.network) {
                assert!(text.contains(&format!("\n{name} ")), "{name}");
            }
            for heading in HEADINGS {
                let title = heading.title.get(language);
                assert!(text.lines().any(|line| line == title), "{title}\n{text}");
            }
        }
        let narrow = run_in(&root, 40, &["explain", "--lang=fr"]);
        let text = String::from_utf8(narrow.stdout).expect("UTF-8");
        let wide: Vec<&str> = text.lines().filter(|line| line.width() > 40).collect();
        assert!(wide.is_empty(), "{wide:#?}");
    }
}

#[test]
fn every_kind_key_list_and_word_is_explained() {
    let root = at_root("examples/hauts-de-demain");
    let network = workspace::load(&Folder::at(&root), None, Language::French).network;
    let mut names: Vec<String> = List::ALL
        .iter()
        .map(|(_, name)| (*name).to_owned())
        .collect();
    for (list, name) in List::ALL {
        let words = network.vocabulary.list(list).iter();
        names.extend(words.map(|(id, _)| format!("{name}.{id}")).take(1));
    }
    for kind in kinds() {
        names.push(kind.to_owned());
        let keys = key_references(kind);
        assert!(keys.len() > 3, "{kind}");
        for key in &keys {
            for language in [Language::French, Language::English] {
                assert!(
                    !key.description(language).is_empty(),
                    "{} says nothing",
                    key.name()
                );
            }
        }
        // A run for each of a thousand keys would take long.
        let deepest = keys.iter().max_by_key(|key| key.path.len());
        names.extend(deepest.map(apes::documents::KeyReference::name));
    }
    for name in &names {
        let text = said(&root, &["explain", name, "--lang=fr"]);
        let last = name.rsplit('.').next().expect("a name");
        let first = text.lines().next().expect("a line");
        assert!(first.contains(last), "{name}\n{text}");
    }
}

/// What is typed, and the beginning of what is explained.
const CALLED: [(&str, &str); 14] = [
    ("actor.member", "actor.member ·"),
    ("acteur.member", "actor.member ·"),
    ("Actor.Member", "actor.member ·"),
    ("actor", "actor ·"),
    ("ACTEUR", "actor ·"),
    ("member", "actor.member ·"),
    ("adhésion", "actor.member ·"),
    ("dynamic.partners.tilt", "dynamic.partners ·"),
    ("dynamic.partners.tilt.role", "dynamic.partners.*.role ·"),
    ("actor_kinds", "actor_kinds ·"),
    ("Coopérative", "cooperative ·"),
    ("ORPHAN-ACTOR", "orphan-actor ·"),
    ("need-unnamed", "need-unnamed ·"),
    ("thèmes", "themes ·"),
];

#[test]
fn names_are_understood_without_case_accents_and_plurals() {
    for (typed, wanted) in CALLED {
        let text = said(&at_root(""), &["explain", typed, "--lang=fr"]);
        assert!(text.starts_with(wanted), "{typed}\n{text}");
    }
}

#[test]
fn what_is_nobodys_name_is_looked_for() {
    let text = said(&at_root(""), &["explain", "date", "--lang=fr"]);
    for name in [
        "french-date",
        "date-time",
        "impossible-date",
        "dynamic-without-date",
    ] {
        assert!(text.contains(&format!("\n  {name} ")), "{name}\n{text}");
    }
    let text = said(&at_root(""), &["explain", "code", "postal", "--lang=fr"]);
    assert!(text.contains("Rien ne s'appelle"), "{text}");
    let told = complaint(&at_root(""), &["explain", "unknwon-actor", "--lang=fr"]);
    assert!(
        told.contains("vouliez-vous dire `unknown-actor` ?"),
        "{told}"
    );
}

#[test]
fn criteria_are_sentences_and_code_is_folded_away() {
    let root = at_root("");
    let network = workspace::load(&Folder::at(&root), None, Language::French).network;
    assert!(network.charter.criteria.len() > 30);
    for language in [Language::French, Language::English] {
        let label = |_: &str, word: &str| word.to_owned();
        for (id, criterion) in &network.charter.criteria {
            let told = apes::charter::in_words::describe(criterion, &label, language);
            let told = told.expect("an expression that can be parsed");
            let sentence = format!(
                "{} {}",
                told.condition.unwrap_or_default(),
                told.requirement
            );
            for code in [
                "dynamic.",
                "actor.",
                "territory.",
                "row.",
                "==",
                ">=",
                "_",
                "()",
            ] {
                assert!(!sentence.contains(code), "{id}: {code} in {sentence}");
            }
            assert!(!told.requirement.is_empty(), "{id}");
        }
    }
    let plain = said(
        &root,
        &["explain", "fewer-than-three-families", "--lang=fr"],
    );
    let plain = plain.replace('\u{a0}', " ");
    assert!(
        plain.contains("il y a au moins 3 familles d'acteurs"),
        "{plain}"
    );
    assert!(plain.contains("l'étape « ouverture à"), "{plain}");
    assert!(!plain.contains("count(dynamic.families)"), "{plain}");
    let whole = said(
        &root,
        &["explain", "fewer-than-three-families", "--technical"],
    );
    assert!(whole.contains("count(dynamic.families) >= 3"), "{whole}");
}

#[test]
fn negations_are_told_without_nesting() {
    let criterion = |requires: &str| apes::charter::Criterion {
        requires: requires.to_owned(),
        ..apes::charter::Criterion::default()
    };
    let label = |_: &str, word: &str| word.to_owned();
    for (requires, french) in [
        (
            "not (dynamic.counted or dynamic.reached('ouverture'))",
            "la dynamique ne compte pas et l'étape « ouverture » n'est pas atteinte",
        ),
        (
            "not count(dynamic.partners) >= 3",
            "il y a moins de 3 partenaires",
        ),
        (
            "not (dynamic.form in ['ptce'])",
            "la forme de la dynamique n'est pas « ptce »",
        ),
        (
            "dynamic.form in ['a', 'b', 'c']",
            "la forme de la dynamique est « a », « b » ou « c »",
        ),
        ("dynamic.notes", "la fiche indique « remarques »"),
    ] {
        let mut criterion = criterion(requires);
        criterion.applies_to =
            apes::documents::deserialize::OneOrMany(vec![apes::charter::Subject::Dynamic]);
        let told = apes::charter::in_words::describe(&criterion, &label, Language::French);
        let told = told
            .expect("an expression")
            .requirement
            .replace('\u{a0}', " ");
        assert_eq!(told, french, "{requires}");
    }
}

/// The lines behind a marker, up to the first empty one, without their indent.
fn copied(text: &str, marker: &str) -> String {
    let lines = text
        .lines()
        .map(str::trim)
        .skip_while(|line| *line != marker);
    lines
        .take_while(|line| !line.is_empty())
        .map(|line| line.to_owned() + "\n")
        .collect()
}

#[test]
fn the_lines_to_copy_silence_the_check() {
    let fixture = at_root("tests/checks/orphan-actor/wrong");
    for option in ["--lang=fr", "--lang=en"] {
        let text = said(&fixture, &["explain", "orphan-actor", option]);
        let setting = copied(&text, "[checks]").replace("note", "off");
        let waiver = copied(&text, "[[waivers]]");
        let source = "sources = [{ title = \"T\", year = 2020 }]\n";
        let actor = format!("name = \"A\"\nkind = \"association\"\n{source}");
        let territory = format!("name = \"T\"\nkind = \"pays\"\n{source}");
        let settings = "format = 1\nname = \"R\"\n";
        let names = |settings: &str, actor: &str| {
            let root = with(&[
                ("apes.toml", settings),
                ("territories/t/territory.toml", &territory),
                ("territories/t/actors/a.toml", actor),
            ]);
            let found = ValidatedFolder::of(&root, Language::English);
            found
                .names()
                .iter()
                .map(|name| (*name).to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(names(settings, &actor), ["orphan-actor"]);
        assert_eq!(
            names(&format!("{settings}\n{setting}"), &actor),
            [""; 0],
            "{setting}"
        );
        assert_eq!(
            names(settings, &format!("{actor}\n{waiver}")),
            [""; 0],
            "{waiver}"
        );
    }
    let syntax = said(&fixture, &["explain", "unclosed-quote", "--lang=en"]);
    assert!(
        !syntax.contains("[[waivers]]") && syntax.contains("stays an error"),
        "{syntax}"
    );
    let near = said(&fixture, &["explain", "unknown-actor", "--lang=en"]);
    assert!(
        near.contains("See also   unknown-territory, unknown-dynamic"),
        "{near}"
    );
}
