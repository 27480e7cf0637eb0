//! A broken file hides nothing else: the rest is checked, and what only the broken file could
//! answer is held back and counted.

use std::path::{Path, PathBuf};
use std::process::Command;

use apes::language::Language;

use crate::workspace::{ValidatedFolder, with};

const TERRITORY: (&str, &str) = (
    "territories/pays-du-coquelicot/territory.toml",
    "name = \"Pays du Coquelicot\"\nkind = \"epci\"\ncode = \"248000747\"\nsources = \
        [\"plaquette-2020\"]\n",
);
const SOURCES: (&str, &str) = (
    "territories/sources.toml",
    "[plaquette-2020]\ntitle = \"Plaquette\"\nyear = 2020\n",
);
const DYNAMIC: (&str, &str) = (
    "territories/pays-du-coquelicot/dynamics/plateformes.toml",
    "name = \"Plateformes\"\nthemes = \"production-locale\"\nfrom = 2024\nto = 2020\n\
     sources = [\"plaquette-2020\"]\n\n[partners]\ntilt = \"appui\"\nmaison = \"porteur\"\ntillt = \"appui\"\n",
);
const ORPHAN: (&str, &str) = (
    "territories/pays-du-coquelicot/actors/epicerie.toml",
    "name = \"L'Épicerie\"\nkind = \"cooperative\"\nsources = [\"plaquette-2020\"]\n",
);
/// Two actors that cannot be read, one in each syntax.
const BROKEN: [(&str, &str); 2] = [
    (
        "territories/pays-du-coquelicot/actors/tilt.toml",
        "name = \"Tilt\nkind = \"cooperative\"\n",
    ),
    (
        "territories/pays-du-coquelicot/actors/maison.yaml",
        "name: \"Maison\"\n  kind: association\n- x\n",
    ),
];
const PUBLISHED: (&str, &str) = (
    "territories/pays-du-coquelicot/published/bilan-2024.toml",
    "name = \"Bilan\"\nat = 2024\nrecords = \"complete\"\nsources = \
        [\"plaquette-2020\"]\n\n[figures]\nmembers = 7\n",
);

fn workspace() -> PathBuf {
    with(&[
        TERRITORY, SOURCES, DYNAMIC, ORPHAN, BROKEN[0], BROKEN[1], PUBLISHED,
    ])
}

fn validate(root: &Path, language: &str) -> (String, Option<i32>) {
    let run = Command::new(env!("CARGO_BIN_EXE_apes"))
        .args(["validate", "--lang", language, "--root"])
        .arg(root)
        .output()
        .expect("apes runs");
    (
        String::from_utf8(run.stdout).expect("UTF-8"),
        run.status.code(),
    )
}

#[test]
fn the_rest_is_checked_and_references_to_a_broken_file_are_sound() {
    let said = ValidatedFolder::of(&workspace(), Language::English);
    let unknown: Vec<&str> = said
        .findings
        .iter()
        .filter(|finding| finding.name.starts_with("unknown-actor"))
        .map(|finding| &*finding.sentence)
        .collect();
    assert_eq!(unknown, ["no record describes the actor `tillt`"]);
    assert!(said.names().contains(&"period-backwards"));
    for (file, _) in BROKEN {
        let syntax_errors: Vec<_> = said
            .findings
            .iter()
            .filter(|finding| *finding.primary.place.file == *file)
            .collect();
        assert!(
            !syntax_errors.is_empty() && syntax_errors.len() <= 5,
            "{file}: {}",
            said.human()
        );
    }
    assert_eq!(said.missed, Vec::<String>::new());
}

#[test]
fn a_record_with_an_invalid_value_still_links() {
    let said = ValidatedFolder::of(&workspace(), Language::English);
    let of_the_dynamic: Vec<&str> = said
        .findings
        .iter()
        .filter(|finding| *finding.primary.place.file == *DYNAMIC.0)
        .map(|finding| &*finding.name)
        .collect();
    assert_eq!(
        of_the_dynamic,
        ["unknown-key", "period-backwards", "unknown-actor"]
    );
}

#[test]
fn what_only_the_broken_file_could_answer_is_held_back_and_counted() {
    let root = workspace();
    let said = ValidatedFolder::of(&root, Language::English);
    for name in ["orphan-actor", "published-total-differs", "without-source"] {
        assert!(
            !said.names().contains(&name),
            "{name} is reported although files are broken"
        );
    }
    assert!(said.held_back > 0);
    let (french, code) = validate(&root, "fr");
    let held = format!("{} vérifications en attente, ", said.held_back);
    assert!(
        french.lines().any(|line| line.starts_with(&held)),
        "{french}"
    );
    assert_eq!(code, Some(1));
    let (english, _) = validate(&root, "en");
    let held = format!("{} ", said.held_back);
    let is_held = |line: &str| line.starts_with(&held) && line.contains(" left open until");
    assert!(english.lines().any(is_held), "{english}");
}

#[test]
fn fixed_files_are_checked_again() {
    let fixed = [
        (
            BROKEN[0].0,
            "name = \"Tilt\"\nkind = \"cooperative\"\nsources = [\"plaquette-2020\"]\n",
        ),
        (
            BROKEN[1].0,
            "name: Maison\nkind: association\nsources: [plaquette-2020]\n",
        ),
        (
            DYNAMIC.0,
            "name = \"Plateformes\"\nfrom = 2024\nsources = \
                [\"plaquette-2020\"]\n\n[partners]\ntilt = \"appui\"\nmaison = \"porteur\"\n",
        ),
    ];
    let root = with(&[
        TERRITORY, SOURCES, ORPHAN, PUBLISHED, fixed[0], fixed[1], fixed[2],
    ]);
    let said = ValidatedFolder::of(&root, Language::English);
    assert_eq!(
        said.names(),
        ["orphan-actor", "published-total-differs"],
        "{}",
        said.human()
    );
    assert_eq!(said.held_back, 0);
}

#[test]
fn broken_sources_words_or_principles_cause_no_other_findings() {
    let actor = (
        "territories/pays-du-coquelicot/actors/tilt.toml",
        "name = \"Tilt\"\nkind = \"cooperative\"\nmember = { from = 2020 }\nsources = [\"plaquette-2020\"]\n\n\
         [charter.evidence]\nutilite-sociale = \"Statuts\"\n",
    );
    for (file, text) in [
        (
            "territories/sources.toml",
            "[plaquette-2020\ntitle = \"Plaquette\"\n",
        ),
        ("schemas/vocabulary.toml", "[themes\n"),
        ("schemas/charter.toml", "[principles.utilite-sociale\n"),
    ] {
        let mut files = vec![TERRITORY, actor, (file, text)];
        if file != SOURCES.0 {
            files.push(SOURCES);
        }
        let said = ValidatedFolder::of(&with(&files), Language::French);
        let accused = said
            .findings
            .iter()
            .filter(|finding| *finding.primary.place.file != *file);
        assert_eq!(accused.count(), 0, "{file}: {}", said.human());
        assert!(!said.findings.is_empty() && said.held_back > 0, "{file}");
    }
}
