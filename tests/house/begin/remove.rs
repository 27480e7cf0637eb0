//! `apes remove`: a record goes, and nothing that names it is left behind.

use std::path::PathBuf;

use super::{done, run, text, validated};
use crate::workspace::{files, with, write};

fn network() -> PathBuf {
    with(&[
        (
            "apes.toml",
            "format = 1\nname = \"Essai\"\nlanguage = \"fr\"\nterritory = \"guise\"\n",
        ),
        (
            "territories/sources.toml",
            "[bilan]\ntitle = \"Bilan\"\nyear = 2024\n\n[autre]\ntitle = \"Autre\"\n",
        ),
        (
            "territories/guise/territory.toml",
            "name = \"Guise\"\nkind = \"commune\"\ncode = \"02361\"\nsources = [\"bilan\"]\n\n\
             [agreements.a-2024]\nwith = \"mairie\" # la ville\nfrom = 2024\n",
        ),
        (
            "territories/guise/actors/mairie.toml",
            "name = \"Mairie\"\nkind = \"commune\"\nsources = [\"bilan\"]\n",
        ),
        (
            "territories/guise/actors/cade.toml",
            "name = \"Cade\"\nkind = \"association\"\nsources = [\"bilan\"]\n",
        ),
        (
            "territories/guise/dynamics/cafe.toml",
            "name = \"Café\"\nseen = [2024]\nsources = [\"bilan\", \"autre\"]\n\
             inferred = [\"partners.mairie\", \"partners.cade.role\", \"name\"]\n\n\
             [partners]\nmairie = \"appui\" # à vérifier\ncade = \"porteur\"\n\n\
             [sourced]\nbilan = [\"partners.mairie\"]\nautre = [\"seen\"]\n",
        ),
        (
            "territories/guise/dynamics/jardin.yaml",
            "name: Jardin\nseen: [2024]\nsources: [bilan]\ninferred: [partners]\npartners:\n  \
             mairie: appui\n",
        ),
    ])
}

#[test]
fn what_is_named_stays_and_the_places_are_told() {
    let root = network();
    let before = files(&root);
    let (code, printed) = run(&root, &["remove", "actor", "mairie"]);
    assert_eq!(code, 2, "{printed}");
    for place in [
        "territories/guise/territory.toml (agreements.a-2024.with)",
        "territories/guise/dynamics/cafe.toml (partners.mairie)",
        "territories/guise/dynamics/jardin.yaml (partners.mairie)",
    ] {
        assert!(printed.contains(place), "{printed}");
    }
    for words in [
        &["remove", "source", "bilan"][..],
        &["remove", "territory", "guise"],
        &["remove", "territory", "guise", "--mentions"],
        &["remove", "actor", "personne"],
    ] {
        assert_eq!(run(&root, words).0, 2, "{words:?}");
    }
    let shown = done(
        &root,
        &["remove", "actor", "mairie", "--mentions", "--dry-run"],
    );
    assert!(
        shown.contains("-mairie = \"appui\" # à vérifier"),
        "{shown}"
    );
    assert!(shown.contains("-name = \"Mairie\""), "{shown}");
    assert_eq!(files(&root), before);
}

#[test]
fn mentions_go_with_it_and_nothing_else_does() {
    let root = network();
    let printed = done(&root, &["remove", "acteur", "mairie", "--mentions"]);
    assert!(
        printed.contains("retiré\u{a0}:\nterritories/guise/actors/mairie.toml"),
        "{printed}"
    );
    assert_eq!(
        text(&root, "territories/guise/dynamics/cafe.toml"),
        "name = \"Café\"\nseen = [2024]\nsources = [\"bilan\", \"autre\"]\n\
         inferred = [\"partners.cade.role\", \"name\"]\n\n\
         [partners]\ncade = \"porteur\"\n\n\
         [sourced]\nautre = [\"seen\"]\n",
    );
    assert_eq!(
        text(&root, "territories/guise/dynamics/jardin.yaml"),
        "name: Jardin\nseen: [2024]\nsources: [bilan]\n",
    );
    let territory = text(&root, "territories/guise/territory.toml");
    assert!(
        territory.contains("[agreements.a-2024]\nfrom = 2024"),
        "{territory}"
    );
    assert!(validated(&root).contains("1 acteur"));
}

#[test]
fn a_record_that_nobody_names_and_a_source_go_too() {
    let root = network();
    done(&root, &["remove", "dynamic", "jardin"]);
    write(
        &root,
        "territories/guise/dynamics/seul.toml",
        b"name = \"Seul\"\nseen = [2024]\nsources = [\"autre\"]\n",
    );
    done(&root, &["remove", "source", "autre", "--mentions"]);
    let cafe = text(&root, "territories/guise/dynamics/cafe.toml");
    assert!(cafe.contains("sources = [\"bilan\"]"), "{cafe}");
    assert!(!cafe.contains("autre"), "{cafe}");
    assert_eq!(
        text(&root, "territories/guise/dynamics/seul.toml"),
        "name = \"Seul\"\nseen = [2024]\n"
    );
    assert!(!text(&root, "territories/sources.toml").contains("[autre]"));
    validated(&root);
}
