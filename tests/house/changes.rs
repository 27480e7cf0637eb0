//! `apes set` and `apes add`: values understood, errors refused, nothing else touched.

use std::path::{Path, PathBuf};

use crate::commands::apes;
use crate::workspace::{files, folder, write};

const DYNAMIC: &str = "territories/guise/dynamics/cafe.toml";
const YAML: &str = "territories/guise/dynamics/jardin.yaml";

fn workspace() -> PathBuf {
    let root = folder();
    for (path, text) in [
        (
            "apes.toml",
            "format = 1\nname = \"Essai\"\nlanguage = \"fr\"\nterritory = \"guise\"\n",
        ),
        (
            "territories/sources.toml",
            "[bilan-2024]\ntitle = \"Bilan 2024\"\ndocument = \"bilan.pdf\"\nyear = 2024\n",
        ),
        (
            "territories/guise/territory.toml",
            "name = \"Guise\"\nkind = \"commune\"\ncode = \"02361\"\nsources = [\"bilan-2024\"]\n",
        ),
        (
            "territories/guise/actors/le-cade.toml",
            "name = \"Le CADE\"\nkind = \"association\"\nsources = [\"bilan-2024\"]\n",
        ),
        (
            "territories/guise/actors/ville-de-guise.toml",
            "name = \"Ville de Guise\"\nkind = \"commune\"\n\
             sources = [\"bilan-2024\"]\naliases = [\"la mairie\"]\n",
        ),
        (
            DYNAMIC,
            "# le café du familistère\nname = \"Café\"\nseen = [2023] # compte rendu\n\
             sources = [\"bilan-2024\"]\n\n[partners]\nle-cade = \"porteur\"\n",
        ),
        (
            YAML,
            "name: Jardin\r\nseen:\r\n  - 2023\r\nsources: [bilan-2024]\r\n\r\npartners:\r\n  \
             le-cade: porteur # depuis toujours\r\n",
        ),
    ] {
        write(&root, path, text.as_bytes());
    }
    root
}

fn run(root: &Path, words: &[&str]) -> (i32, String) {
    let root = root.to_str().expect("a path");
    let output = apes(&[&["--root", root, "--lang", "fr"], words].concat());
    let printed = [output.stdout, output.stderr]
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .concat();
    (output.status.code().unwrap_or(-1), printed)
}

fn text(root: &Path, path: &str) -> String {
    String::from_utf8(files(root)[path].clone()).expect("UTF-8")
}

/// Asserts what a command makes of the café, from its beginning.
fn assert_made(words: &[&str], from: &str, to: &str) {
    let root = workspace();
    let before = text(&root, DYNAMIC);
    let (code, printed) = run(&root, words);
    assert_eq!(code, 0, "{words:?}\n{printed}");
    assert_eq!(
        text(&root, DYNAMIC),
        before.replace(from, to),
        "{words:?}\n{printed}"
    );
}

/// The last line above the partners.
const END: &str = "sources = [\"bilan-2024\"]\n";

/// Commands, with the lines of the café that they change and what becomes of them.
const UNDERSTOOD: &[(&[&str], &str, &str)] = &[
    (&["set", "cafe", "name=Le Café"], "\"Café\"", "\"Le Café\""),
    (
        &["set", "cafe", "theme=Transition écologique"],
        END,
        "sources = [\"bilan-2024\"]\ntheme = \"transition-ecologique\"\n",
    ),
    (
        &["set", "cafe", "seen=2023, 2024"],
        "[2023]",
        "[2023, 2024]",
    ),
    (&["set", "cafe", "seen=2025"], "[2023]", "[2025]"),
    (&["add", "cafe", "seen=2024"], "[2023]", "[2023, 2024]"),
    (&["add", "cafe", "seen=2023"], "", ""),
    (&["add", "cafe", "partners.le-cade=Porteur"], "", ""),
    (
        &["set", "cafe", "from=12/03/2021"],
        END,
        "sources = [\"bilan-2024\"]\nfrom = 2021-03-12\n",
    ),
    (
        &["set", "cafe", "from=mars 2021"],
        END,
        "sources = [\"bilan-2024\"]\nfrom = \"2021-03\"\n",
    ),
    (
        &["add", "cafe", "partners.la mairie=Support"],
        "\"porteur\"\n",
        "\"porteur\"\nville-de-guise = \"appui\"\n",
    ),
    (
        &["add", "cafe", "partners.Ville de Guise=appui"],
        "\"porteur\"\n",
        "\"porteur\"\nville-de-guise = \"appui\"\n",
    ),
    (
        &["add", "cafe", "partners.le-cade=appui"],
        "\"porteur\"",
        "{ role = [\"porteur\", \"appui\"] }",
    ),
    (
        &["set", "cafe", "partners.le-cade.from=2020"],
        "\"porteur\"",
        "{ role = \"porteur\", from = 2020 }",
    ),
    (
        &["set", "cafe", "purpose.needs=manger, et se parler"],
        "\"porteur\"\n",
        "\"porteur\"\n\n[purpose]\nneeds = [\"manger, et se parler\"]\n",
    ),
    (
        &[
            "set",
            "cafe",
            "years.2024.actions.Appui à l'émergence d'activités d'utilité et d'aspiration \
                 sociale=3,5",
        ],
        "\"porteur\"\n",
        "\"porteur\"\n\n[years.2024.actions]\nappui-emergence = 3.5\n",
    ),
    (
        &["set", "cafe", "--remove", "seen", "from=2023"],
        "seen = [2023] # compte rendu\nsources = [\"bilan-2024\"]\n",
        "sources = [\"bilan-2024\"]\nfrom = 2023\n",
    ),
];

#[test]
fn values_are_understood_by_the_schema_of_their_place() {
    for (words, from, to) in UNDERSTOOD {
        assert_made(words, from, to);
    }
}

#[test]
fn a_table_with_a_short_form_takes_the_value_in_its_main_key() {
    let root = workspace();
    for (words, line) in [
        (
            ["set", "cafe", "partners.le-cade.from=2020"],
            "le-cade = { role = \"porteur\", from = 2020 }",
        ),
        (
            ["add", "cafe", "partners.le-cade=appui"],
            "le-cade = { role = [\"porteur\", \"appui\"], from = 2020 }",
        ),
        (
            ["set", "cafe", "partners.Le Cade=Porteur"],
            "le-cade = { role = \"porteur\", from = 2020 }",
        ),
    ] {
        let (code, printed) = run(&root, &words);
        assert_eq!(code, 0, "{words:?}\n{printed}");
        let text = text(&root, DYNAMIC);
        assert!(text.lines().any(|found| found == line), "{words:?}\n{text}");
    }
}

#[test]
fn a_text_in_both_languages_keeps_the_other_one() {
    let root = workspace();
    for (words, line) in [
        (["set", "cafe", "summary=Un lieu"], "summary = \"Un lieu\""),
        (
            ["set", "cafe", "summary.en=A place"],
            "summary = { fr = \"Un lieu\", en = \"A place\" }",
        ),
        (
            ["set", "cafe", "summary=Un café"],
            "summary = { fr = \"Un café\", en = \"A place\" }",
        ),
    ] {
        let (code, printed) = run(&root, &words);
        assert_eq!(code, 0, "{words:?}\n{printed}");
        let text = text(&root, DYNAMIC);
        assert!(text.lines().any(|found| found == line), "{words:?}\n{text}");
    }
}

#[test]
fn yaml_keeps_its_manner_and_its_line_breaks() {
    let root = workspace();
    let before = text(&root, YAML);
    let (code, printed) = run(
        &root,
        &[
            "add",
            "jardin",
            "seen=2024",
            "partners.ville-de-guise=appui",
        ],
    );
    assert_eq!(code, 0, "{printed}");
    let wanted =
        before.replace("- 2023\r\n", "- 2023\r\n  - 2024\r\n") + "  ville-de-guise: appui\r\n";
    assert_eq!(text(&root, YAML), wanted);
}

#[test]
fn what_would_bring_an_error_is_shown_and_not_written() {
    for (words, name) in [
        (["set", "cafe", "theme=foret-profonde"], "unknown-word"),
        (["set", "cafe", "partners.inconnu=appui"], "unknown-actor"),
        (["set", "cafe", "colour=rouge"], "unknown-key"),
        (["set", "cafe", "from=hier"], "mistyped-value"),
    ] {
        let root = workspace();
        let before = files(&root);
        let (code, printed) = run(&root, &words);
        assert_eq!(code, 1, "{words:?}\n{printed}");
        assert!(
            printed.contains(name) && printed.contains("rien n'a été écrit"),
            "{words:?}\n{printed}"
        );
        assert_eq!(files(&root), before, "{words:?}");
    }
}

#[test]
fn what_cannot_be_done_says_why() {
    for (words, said) in [
        (vec!["set", "cafee", "name=x"], "vouliez-vous dire `cafe`"),
        (vec!["set", "cafe", "name"], "clé=valeur"),
        (
            vec!["set", "cafe", "--remove", "theme"],
            "`theme` n'y est pas",
        ),
        (vec!["add", "cafe", "name=x"], "apes set"),
    ] {
        let root = workspace();
        let before = files(&root);
        let (code, printed) = run(&root, &words);
        assert_eq!(code, 2, "{words:?}\n{printed}");
        assert!(printed.contains(said), "{words:?}\n{printed}");
        assert_eq!(files(&root), before, "{words:?}");
    }
}

#[test]
fn a_trial_shows_the_change_as_a_diff() {
    let root = workspace();
    let before = files(&root);
    let (code, printed) = run(&root, &["add", "cafe", "seen=2024", "--dry-run"]);
    assert_eq!(code, 0, "{printed}");
    assert!(
        printed.contains("-seen = [2023] # compte rendu\n+seen = [2023, 2024] # compte rendu\n"),
        "{printed}"
    );
    assert_eq!(files(&root), before);
}

#[test]
fn records_take_one_form_and_keep_it() {
    let root = workspace();
    let mixed = "sources = [\"bilan-2024\"]\nname=\"Café\" # le nom\nseen = [2023]\n[partners]\n\
        le-cade = \"porteur\"\n";
    write(&root, DYNAMIC, mixed.as_bytes());
    let before = files(&root);
    let (code, printed) = run(&root, &["fmt", "--check"]);
    assert_eq!(code, 1, "{printed}");
    assert!(printed.starts_with(&format!("{DYNAMIC}\n")), "{printed}");
    assert_eq!(files(&root), before);
    let (code, printed) = run(&root, &["fmt"]);
    assert_eq!(code, 0, "{printed}");
    assert_eq!(
        text(&root, DYNAMIC),
        "name = \"Café\" # le nom\nseen = [2023]\nsources = [\"bilan-2024\"]\n\n[partners]\n\
         le-cade = \"porteur\"\n"
    );
    let (code, printed) = run(&root, &["fmt", "--check"]);
    assert_eq!(
        (code, &*printed),
        (0, "0 fiche à remettre en forme\n"),
        "{printed}"
    );
    let changed: Vec<_> = files(&root)
        .into_iter()
        .filter(|(path, bytes)| before[path] != *bytes)
        .map(|(path, _)| path)
        .collect();
    assert_eq!(changed, [DYNAMIC], "other records were in form already");
}
