//! `apes merge`: two records of one body become one, and nothing that either says is lost.

use std::path::PathBuf;

use super::{done, run, text, validated};
use crate::workspace::{files, with, write};

fn network() -> PathBuf {
    with(&[
        (
            "apes.toml",
            "format = 1\nname = \"Essai\"\nlanguage = \"fr\"\nterritory = \"guise\"\nactor = \"le-cade\"\n",
        ),
        (
            "territories/sources.toml",
            "[un]\ntitle = \"Un\"\n\n[deux]\ntitle = \"Deux\"\n",
        ),
        (
            "territories/guise/territory.toml",
            "name = \"Guise\"\nkind = \"commune\"\ncode = \"02361\"\nsources = [\"un\"]\n",
        ),
        (
            "territories/guise/actors/cade.toml",
            "# la fiche de 2020\nname = \"CADE\"\nkind = \"association\"\n\
             summary = \"Une association\"\nsources = [\"un\"] # plaquette\n\n\
             [member]\nfrom = 2015\nto = 2018\n",
        ),
        (
            "territories/guise/actors/le-cade.yaml",
            "name: Le CADE\nkind: association\nsummary: { en: \"An association\" }\n\
             website: \"https://example.org\"\naliases: [\"l'ancien nom\"]\n\
             sources: [deux]\ninferred: [website]\nmember:\n  from: 2021\n",
        ),
        (
            "territories/guise/dynamics/cafe.toml",
            "name = \"Café\"\nseen = [2023]\nsources = [\"un\"]\n\
             inferred = [\"partners.cade\", \"partners.le-cade\"]\n\n\
             [partners]\ncade = \"porteur\"\nle-cade = { role = \"appui\", from = 2022 }\n",
        ),
        (
            "territories/guise/dynamics/jardin.yaml",
            "name: Jardin\nseen: [2024]\nsources: [deux]\npartners:\n  le-cade: porteur # ici\n",
        ),
    ])
}

#[test]
fn values_lists_periods_sources_and_mentions_are_united() {
    let root = network();
    done(&root, &["merge", "actor", "cade", "le-cade"]);
    let all = files(&root);
    assert!(!all.contains_key("territories/guise/actors/le-cade.yaml"));
    let actor = text(&root, "territories/guise/actors/cade.toml");
    for kept in [
        "# la fiche de 2020",
        "name = \"CADE\"",
        "# plaquette",
        "fr = \"Une association\"",
        "en = \"An association\"",
        "https://example.org",
        "l'ancien nom",
        "Le CADE",
        "le-cade",
        "\"un\", \"deux\"",
        "from = 2015",
        "from = 2021",
        "inferred = [\"website\"]",
    ] {
        assert!(actor.contains(kept), "{kept}\n{actor}");
    }
    let cafe = text(&root, "territories/guise/dynamics/cafe.toml");
    assert!(cafe.contains("inferred = [\"partners.cade\"]"), "{cafe}");
    assert!(
        cafe.contains("cade = { role = [\"porteur\", \"appui\"], from = 2022 }"),
        "{cafe}"
    );
    assert!(!cafe.contains("le-cade"), "{cafe}");
    let jardin = text(&root, "territories/guise/dynamics/jardin.yaml");
    assert!(jardin.contains("  cade: porteur # ici"), "{jardin}");
    assert!(text(&root, "apes.toml").contains("actor = \"cade\""));
    assert!(validated(&root).contains("0 erreur"));
    let shown = done(&root, &["show", "cade", "--sources"]);
    assert!(shown.contains("deux") || shown.contains("Deux"), "{shown}");
}

#[test]
fn each_statement_keeps_the_source_that_it_had() {
    let root = network();
    done(&root, &["merge", "actor", "cade", "le-cade"]);
    let actor = text(&root, "territories/guise/actors/cade.toml");
    let sourced = actor.split("[sourced]").nth(1).expect("a table of sources");
    let of = |source: &str| {
        let line = sourced.lines().find(|line| line.starts_with(source));
        line.unwrap_or_else(|| panic!("{actor}")).to_owned()
    };
    assert!(of("un").contains("\"summary"), "{actor}");
    assert!(!of("un").contains("website"), "{actor}");
    assert!(of("deux").contains("website"), "{actor}");
}

#[test]
fn contradictions_are_named_and_resolved_by_choice() {
    let root = network();
    let path = "territories/guise/actors/le-cade.yaml";
    let changed = text(&root, path).replace("association\nsummary", "scic\nsummary")
        + "phone: \"03 23 00 00 01\"\n";
    let changed = changed.replace("scic", "cooperative");
    write(&root, path, changed.as_bytes());
    let before = files(&root);
    let (code, printed) = run(&root, &["merge", "actor", "cade", "le-cade"]);
    assert_eq!(code, 2, "{printed}");
    assert!(
        printed.contains("`kind`\u{a0}: \"association\" dans A (`cade`), \"cooperative\" dans B")
    );
    assert_eq!(files(&root), before);
    for (side, kind) in [("A", "association"), ("le-cade", "cooperative")] {
        let root = with(&[]);
        for (path, bytes) in &before {
            write(&root, path, bytes);
        }
        done(
            &root,
            &["merge", "actor", "cade", "le-cade", "--take", side, "kind"],
        );
        let actor = text(&root, "territories/guise/actors/cade.toml");
        assert!(actor.contains(&format!("kind = \"{kind}\"")), "{actor}");
        assert!(actor.contains("03 23 00 00 01"), "{actor}");
        validated(&root);
    }
}

#[test]
fn what_still_goes_on_and_what_has_ended_contradict_each_other() {
    let root = network();
    for (path, text) in [
        (
            "territories/guise/dynamics/a.toml",
            "name = \"Atelier\"\nfrom = 2019\nto = 2021\nsources = [\"un\"]\n",
        ),
        (
            "territories/guise/dynamics/b.toml",
            "name = \"L'atelier\"\nfrom = 2019\nsuccedes = 1\nsources = [\"un\"]\n",
        ),
    ] {
        write(&root, path, text.replace("succedes = 1\n", "").as_bytes());
    }
    let (code, printed) = run(&root, &["merge", "dynamic", "a", "b"]);
    assert_eq!(code, 2, "{printed}");
    assert!(
        printed.contains("`to`\u{a0}: 2021 dans A (`a`), rien dans B"),
        "{printed}"
    );
    done(&root, &["merge", "dynamic", "a", "b", "--take", "B", "to"]);
    let merged = text(&root, "territories/guise/dynamics/a.toml");
    assert!(!merged.contains("to ="), "{merged}");
    assert!(merged.contains("L'atelier"), "{merged}");
}

#[test]
fn two_records_that_name_each_other_do_not_name_themselves() {
    let root = network();
    write(
        &root,
        "territories/guise/dynamics/marche.toml",
        b"name = \"March\xc3\xa9\"\nseen = [2024]\nsucceeds = [\"cafe\"]\nsources = [\"un\"]\n",
    );
    done(&root, &["merge", "dynamic", "cafe", "marche"]);
    let merged = text(&root, "territories/guise/dynamics/cafe.toml");
    assert!(!merged.contains("succeeds"), "{merged}");
    assert!(merged.contains("[2023, 2024]"), "{merged}");
    validated(&root);
}

#[test]
fn a_territory_takes_the_folder_of_the_other_and_a_source_its_mentions() {
    let root = network();
    write(
        &root,
        "territories/ville-de-guise/territory.toml",
        b"name = \"Ville de Guise\"\nkind = \"commune\"\nsources = [\"deux\"]\n",
    );
    write(
        &root,
        "territories/ville-de-guise/actors/neuf.toml",
        b"name = \"Neuf\"\nkind = \"association\"\nalso_in = [\"ville-de-guise\"]\nsources = [\"deux\"]\n",
    );
    done(&root, &["merge", "territory", "guise", "ville-de-guise"]);
    let moved = text(&root, "territories/guise/actors/neuf.toml");
    assert!(moved.contains("also_in = [\"guise\"]"), "{moved}");
    assert!(!root.join("territories/ville-de-guise").exists());
    done(
        &root,
        &["merge", "source", "un", "deux", "--take", "A", "title"],
    );
    for (path, bytes) in files(&root) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(
            !text.contains("\"deux\"") && !text.contains("[deux]"),
            "{path}\n{text}"
        );
    }
    validated(&root);
}
