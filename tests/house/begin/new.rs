//! `apes new`: a record in its place, with what is known and what the gazetteer adds.

use std::path::{Path, PathBuf};

use super::{done, run, text, validated};
use crate::workspace::{files, folder};

fn begun() -> PathBuf {
    let root = folder();
    done(
        &root,
        &[
            "init",
            "--name",
            "Essai",
            "--territory",
            "Redon Agglomération",
        ],
    );
    root
}

const HOME: &str = "territories/redon-agglomeration";

/// Commands, the file that each writes, and lines of it.
type Made = (
    &'static [&'static str],
    &'static str,
    &'static [&'static str],
);

const MADE: &[Made] = &[
    (
        &["new", "territory", "Questembert Communauté"],
        "territories/questembert-communaute/territory.toml",
        &[
            "name = \"Questembert Communauté\"",
            "kind = \"epci\"",
            "code = \"245614383\"",
        ],
    ),
    (
        &[
            "new",
            "territory",
            "Le Coquelicot",
            "--at",
            "Pays du Coquelicot",
        ],
        "territories/le-coquelicot/territory.toml",
        &[
            "name = \"Le Coquelicot\"",
            "kind = \"epci\"",
            "code = \"248000747\"",
        ],
    ),
    (
        &["new", "territoire", "35115"],
        "territories/fougeres/territory.toml",
        &[
            "name = \"Fougères\"",
            "kind = \"commune\"",
            "code = \"35115\"",
        ],
    ),
    (
        &["new", "territory", "Ille-et-Vilaine"],
        "territories/ille-et-vilaine/territory.toml",
        &["kind = \"departement\"", "code = \"35\""],
    ),
    (
        &[
            "new",
            "acteur",
            "Café d'à côté",
            "--at",
            "Redon",
            "--kind",
            "Association",
        ],
        "territories/redon-agglomeration/actors/cafe-d-a-cote.toml",
        &["kind = \"association\"", "place = \"35236\""],
    ),
];

#[test]
fn the_gazetteer_fills_in_what_it_knows() {
    let root = begun();
    for (words, path, lines) in MADE {
        done(&root, words);
        let text = text(&root, path);
        for line in *lines {
            assert!(text.lines().any(|found| found == *line), "{line}\n{text}");
        }
    }
    let summary = validated(&root);
    assert!(
        summary.starts_with("6 fiches · 5 territoires, 1 acteur"),
        "{summary}"
    );
}

#[test]
fn a_place_leads_to_its_territory_the_narrowest_first() {
    let root = begun();
    done(&root, &["new", "territory", "35236"]);
    done(&root, &["new", "territory", "Questembert Communauté"]);
    done(
        &root,
        &[
            "new",
            "actor",
            "A",
            "--kind",
            "cooperative",
            "--at",
            "35236",
        ],
    );
    done(
        &root,
        &[
            "new",
            "actor",
            "B",
            "--kind",
            "cooperative",
            "--at",
            "Bains-sur-Oust",
        ],
    );
    let all = files(&root);
    assert!(
        all.contains_key("territories/redon/actors/a.toml"),
        "{:?}",
        all.keys()
    );
    assert!(all.contains_key("territories/redon-agglomeration/actors/b.toml"));
    let (code, printed) = run(&root, &["new", "actor", "C", "--kind", "cooperative"]);
    assert_eq!(code, 2, "{printed}");
    assert!(printed.contains("--territory") && printed.contains("questembert-communaute"));
}

#[test]
fn what_is_missing_is_told_in_one_line_and_what_is_wrong_is_refused() {
    let root = begun();
    let printed = done(&root, &["new", "actor", "Le CADE"]);
    let told = "il reste à remplir\u{a0}: `kind` (obligatoire), `sources`";
    assert!(printed.lines().any(|line| line == told), "{printed}");
    let before = files(&root);
    for words in [
        &["new", "actor", "Le CADE"][..],
        &["new", "actor", "Autre", "--kind", "licorne"],
        &[
            "new",
            "actor",
            "Autre",
            "--kind",
            "cooperative",
            "couleur=rouge",
        ],
        &["new", "actor", "Autre", "--id", "Pas Un Id"],
        &["new", "actor", "«»"],
        &["new", "actor", ""],
        &["new", "dynamic", "X", "partners.inconnu=porteur"],
        &["new", "territory", "X", "--at", "Nulle-Part"],
    ] {
        let (code, printed) = run(&root, words);
        assert_ne!(code, 0, "{words:?}\n{printed}");
        assert_eq!(files(&root), before, "{words:?}");
    }
}

#[test]
fn a_name_that_is_nearly_taken_is_a_warning() {
    let root = begun();
    done(
        &root,
        &[
            "new",
            "actor",
            "Association Le Potager",
            "--kind",
            "association",
        ],
    );
    done(
        &root,
        &[
            "new",
            "published",
            "Bilan 2024",
            "at=2024",
            "records=partial",
        ],
    );
    let printed = done(
        &root,
        &["new", "actor", "Le potagé", "--kind", "association"],
    );
    assert!(printed.contains("`association-le-potager`"), "{printed}");
    for words in [
        &[
            "new",
            "published",
            "Bilan 2025",
            "at=2025",
            "records=partial",
        ][..],
        &["new", "actor", "La Recyclerie", "--kind", "association"],
    ] {
        let printed = done(&root, words);
        assert!(!printed.contains("attention"), "{printed}");
    }
}

#[test]
fn both_syntaxes_and_both_places_of_values_hold() {
    for format in ["toml", "yaml"] {
        let root = begun();
        done(
            &root,
            &["new", "source", "Compte rendu de 2025", "year=2025"],
        );
        done(
            &root,
            &[
                "new",
                "actor",
                "Le Cade",
                "--kind",
                "association",
                "--format",
                format,
            ],
        );
        let printed = done(
            &root,
            &[
                "new",
                "dynamique",
                "Épicerie",
                "--theme",
                "Production locale",
                "--source",
                "Compte rendu de 2025",
                "--format",
                format,
                "seen=2024, 2025",
                "partners.Le Cade=porteur",
                "years.2025.actions.appui-emergence=3,5",
            ],
        );
        assert!(!printed.contains("il reste"), "{printed}");
        let path = format!("{HOME}/dynamics/epicerie.{format}");
        let text = text(&root, &path);
        assert!(text.contains("compte-rendu-de-2025"), "{text}");
        assert!(text.contains("appui-emergence"), "{text}");
        assert!(validated(&root).contains("0 erreur"));
        // What is a comment becomes a key where it stands: no value is below a table.
        let first_table = text.find("\n[").unwrap_or(text.len());
        let place = text.find("# place").expect("an optional key");
        assert!(format == "yaml" || place < first_table, "{text}");
        assert!(!text.contains("# [partners]"), "{text}");
    }
}

#[test]
fn every_optional_key_may_be_uncommented() {
    for (format, kind) in [
        ("toml", "actor"),
        ("yaml", "actor"),
        ("toml", "dynamic"),
        ("yaml", "dynamic"),
        ("toml", "territory"),
        ("yaml", "territory"),
        ("toml", "published"),
        ("yaml", "published"),
    ] {
        let root = begun();
        done(&root, &["new", kind, "Quelque chose", "--format", format]);
        let made = files(&root)
            .into_keys()
            .find(|path| path.contains("quelque-chose"))
            .expect("a record");
        let uncommented: String = text(&root, &made)
            .lines()
            .map(|line| format!("{}\n", line.strip_prefix("# ").unwrap_or(line)))
            .filter(|line| is_code(line, format))
            .collect();
        let source = apes::sources::Source::new(&made, uncommented.clone());
        let tree = apes::workspace::checked_tree(&source, apes::language::Language::English);
        let tree = tree.unwrap_or_else(|| panic!("{made} cannot be read:\n{uncommented}"));
        for key in apes::documents::top_keys(kind) {
            assert!(
                key.name == "name" || key.example.is_null() || tree.entry(&key.name).is_some(),
                "{made}: {}\n{uncommented}",
                key.name
            );
        }
    }
}

/// Whether an uncommented line is a part of the record and not a description of a key.
fn is_code(line: &str, format: &str) -> bool {
    let line = line.trim_end();
    if format == "toml" {
        line.contains(" = ") || line.starts_with('[')
    } else {
        let key = line.trim_start().split(':').next().unwrap_or_default();
        line.contains(':') && !key.contains(' ') && !line.starts_with('#')
    }
}

#[test]
fn a_new_record_keeps_its_form() {
    let root = begun();
    done(
        &root,
        &[
            "new",
            "actor",
            "Le Cade",
            "--kind",
            "association",
            "member.from=2024",
        ],
    );
    done(
        &root,
        &[
            "new",
            "dynamic",
            "Épicerie",
            "seen=2024",
            "partners.le-cade=porteur",
        ],
    );
    let (code, printed) = run(
        &root,
        &["fmt", "--check", Path::new(HOME).to_str().expect("a path")],
    );
    assert_eq!(code, 0, "{printed}");
}
