//! Answers from records that could not all be read: each says so, none is silent.
#![cfg(unix)]

use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use apes::language::Language;
use apes::renderers::format::FORMATS;
use apes::views::VIEWS;

use crate::workspace::{ValidatedFolder, with, write};

const SETTINGS: (&str, &str) = ("apes.toml", "format = 1\nname = \"N\"\n");
const TERRITORY: (&str, &str) = (
    "territories/t/territory.toml",
    "name = \"Lille\"\nkind = \"commune\"\ncode = \"59350\"\nsources = [{ title = \"S\" }]\n",
);
const ACTOR: (&str, &str) = (
    "territories/t/actors/tilt.toml",
    "name = \"Tilt\"\nkind = \"association\"\nsources = [{ title = \"S\" }]\n",
);
const DYNAMIC: (&str, &str) = (
    "territories/t/dynamics/d.toml",
    "name = \"D\"\nfrom = 2024\nsources = [{ title = \"S\" }]\n\n[partners]\ntilt = \"appui\"\n",
);
/// A dynamic without the end of its list.
const BROKEN: (&str, &str) = ("territories/t/dynamics/e.toml", "name = [\n");

fn sound() -> PathBuf {
    with(&[SETTINGS, TERRITORY, ACTOR, DYNAMIC])
}

fn broken() -> PathBuf {
    let root = sound();
    write(&root, BROKEN.0, BROKEN.1.as_bytes());
    root
}

fn apes(root: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_apes"))
        .args(words)
        .args(["--lang", "en", "--root"])
        .arg(root)
        .current_dir(root)
        .env_clear()
        .env("SOURCE_DATE_EPOCH", "1795305600")
        .output()
        .expect("the program runs")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("an exit code")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A file, a folder or a link in the place of what should be there.
enum Odd {
    File,
    Folder,
    DanglingLink,
}

fn put(root: &Path, path: &str, odd: &Odd) {
    let whole = root.join(path);
    if whole.is_dir() {
        std::fs::remove_dir_all(&whole).expect("a folder that goes");
    } else if whole.exists() {
        std::fs::remove_file(&whole).expect("a file that goes");
    }
    match odd {
        Odd::File => write(root, path, b"odd"),
        Odd::Folder => std::fs::create_dir_all(&whole).expect("a folder"),
        Odd::DanglingLink => {
            std::fs::create_dir_all(whole.parent().expect("a folder above")).expect("folders");
            symlink("leads-nowhere", &whole).expect("a link");
        }
    }
}

/// What stands in the wrong place, and the path that is said not to be read.
const ODD: [(&str, Odd, &str); 16] = [
    ("territories", Odd::File, "territories"),
    ("territories", Odd::DanglingLink, "territories"),
    ("territories/u", Odd::DanglingLink, "territories/u"),
    (
        "territories/t/actors",
        Odd::DanglingLink,
        "territories/t/actors",
    ),
    (
        "territories/t/actors/b.toml",
        Odd::DanglingLink,
        "territories/t/actors/b.toml",
    ),
    (
        "territories/t/dynamics/b.toml",
        Odd::Folder,
        "territories/t/dynamics/b.toml",
    ),
    (
        "territories/t/dynamics/b.yaml",
        Odd::Folder,
        "territories/t/dynamics/b.yaml",
    ),
    (
        "territories/t/texts/2024/context.md",
        Odd::Folder,
        "territories/t/texts/2024/context.md",
    ),
    (
        "territories/t/texts/2024",
        Odd::DanglingLink,
        "territories/t/texts/2024",
    ),
    (
        "territories/sources.toml",
        Odd::Folder,
        "territories/sources.toml",
    ),
    ("schemas", Odd::File, "schemas/charter.toml"),
    ("schemas", Odd::DanglingLink, "schemas/charter.toml"),
    ("schemas/charter.toml", Odd::Folder, "schemas/charter.toml"),
    (
        "schemas/charter.toml",
        Odd::DanglingLink,
        "schemas/charter.toml",
    ),
    (
        "schemas/vocabulary.toml",
        Odd::Folder,
        "schemas/vocabulary.toml",
    ),
    ("apes.toml", Odd::Folder, "apes.toml"),
];

#[test]
fn whatever_is_refused_is_named_and_never_taken_for_absent() {
    for (path, odd, first) in &ODD {
        let root = sound();
        put(&root, path, odd);
        let words = ["list", "dynamics", "--format", "json"];
        let plain = apes(&root, &words);
        let said = text(&plain.stderr);
        assert_eq!(code(&plain), 1, "{path}: {said}");
        assert!(said.contains(&format!("`{first}`")), "{path}: {said}");
        let json: serde_json::Value = serde_json::from_slice(&plain.stdout).expect("JSON");
        assert_eq!(json["incomplete"]["first"], *first, "{path}");
        assert!(json["incomplete"]["files"].as_u64() >= Some(1), "{path}");

        let accepted = apes(&root, &[&words[..], &["--incomplete", "--quiet"]].concat());
        assert_eq!(code(&accepted), 0, "{path}");
        assert_eq!(accepted.stdout, plain.stdout, "{path}");
        assert!(text(&accepted.stderr).contains(first), "{path}");

        let validated = apes(&root, &["validate", "--format", "short"]);
        assert_eq!(code(&validated), 1, "{path}");
        let found = text(&validated.stdout);
        assert!(
            found
                .lines()
                .any(|line| line.starts_with(first) && line.contains("unread-file")),
            "{path}: {found}"
        );
    }
}

#[test]
fn every_verb_and_report_says_that_records_are_missing() {
    let (sound, broken) = (sound(), broken());
    let prose = "Elles sont <!-- apes: dynamics at=2024 -->3<!-- /apes -->.\n";
    for root in [&sound, &broken] {
        write(root, "prose.md", prose.as_bytes());
    }
    let mut asked: Vec<Vec<&str>> = VIEWS
        .iter()
        .map(|view| vec!["report", view.name, "--territory", "t"])
        .collect();
    asked.extend(["territories", "actors", "dynamics", "published"].map(|kind| vec!["list", kind]));
    asked.extend([
        vec!["show", "d"],
        vec!["show", "actor/tilt", "--sources"],
        vec!["charter"],
        vec!["charter", "test"],
        vec!["charter", "try", "--require", "seen-recently", "true"],
        vec!["reconcile", "2024"],
    ]);
    for words in &asked {
        let whole = apes(&sound, words);
        if code(&whole) == 2 {
            continue;
        }
        assert_eq!(code(&whole), 0, "{words:?}: {}", text(&whole.stderr));
        assert!(!text(&whole.stdout).contains("Incomplete"), "{words:?}");
        let partial = apes(&broken, words);
        let said = text(&partial.stderr);
        assert_eq!(code(&partial), 1, "{words:?}: {said}");
        assert!(said.contains(BROKEN.0), "{words:?}: {said}");
        let answer = text(&partial.stdout).replace('\n', " ");
        assert!(answer.contains("Incomplete"), "{words:?}: {answer}");
        let accepted = apes(&broken, &[&words[..], &["--incomplete"]].concat());
        assert_eq!(code(&accepted), 0, "{words:?}");
    }
    let prose = apes(&broken, &["reconcile", "--prose", "prose.md"]);
    assert_eq!(code(&prose), 1);
    assert!(text(&prose.stderr).contains(BROKEN.0));
}

#[test]
fn every_format_ends_with_1_and_those_that_have_room_say_why() {
    let (sound, broken) = (sound(), broken());
    let mut spoken = Vec::new();
    for report in ["map", "network", "freshness"] {
        for format in FORMATS {
            let file = format!("out.{}", format.name);
            let words = ["report", report, "--format", format.name, "--output", &file];
            // A format of which this build or this report has nothing to write.
            if code(&apes(&sound, &words)) == 2 {
                continue;
            }
            let partial = apes(&broken, &words);
            assert_eq!(code(&partial), 1, "{words:?}");
            assert!(text(&partial.stderr).contains(BROKEN.0), "{words:?}");
            let written = std::fs::read(broken.join(&file)).expect("an output");
            if text(&written).to_lowercase().contains("incomplete") {
                spoken.push(format.name);
            }
        }
    }
    for name in ["text", "md", "html", "json", "svg"] {
        assert!(spoken.contains(&name), "{name}: {spoken:?}");
    }
}

#[test]
fn too_few_file_handles_are_a_message_and_never_a_shorter_answer() {
    let root = sound();
    for verb in [
        "list dynamics --format csv",
        "validate --format short",
        "report map",
    ] {
        let words: Vec<&str> = verb.split(' ').collect();
        let whole = apes(&root, &words);
        let mut refused = 0;
        for handles in 4..=16 {
            let program = env!("CARGO_BIN_EXE_apes");
            let script = format!("ulimit -n {handles}; exec {program} {verb} --lang en --root .");
            let few = Command::new("sh")
                .args(["-c", &script])
                .current_dir(&root)
                .env_clear()
                .env("SOURCE_DATE_EPOCH", "1795305600")
                .output()
                .expect("a shell");
            let said = text(&few.stderr);
            // Loaded before the program begins.
            if said.contains("shared libraries") {
                continue;
            }
            if code(&few) == code(&whole) && few.stdout == whole.stdout {
                continue;
            }
            refused += 1;
            assert_eq!(code(&few), 2, "{handles}: {said}");
            assert_eq!(text(&few.stdout), "", "{handles}");
            assert!(said.contains("open files"), "{handles}: {said}");
        }
        assert!(refused > 0, "{verb}: no limit was too low");
    }
}

#[test]
fn a_choice_of_findings_does_not_hide_that_files_were_not_read() {
    let root = broken();
    for words in [
        ["validate", "--only", "orphan-actor"],
        ["validate", "--skip", "unclosed-bracket"],
    ] {
        let said = apes(&root, &words);
        let printed = text(&said.stdout) + &text(&said.stderr);
        assert!(printed.contains(BROKEN.0), "{words:?}: {printed}");
    }
}

#[test]
fn a_criterion_of_a_charter_that_was_not_read_is_not_unknown() {
    let settings = format!("{}\n[checks.own-criterion]\nlevel = \"note\"\n", SETTINGS.1);
    let root = with(&[("apes.toml", &*settings), TERRITORY, ACTOR, DYNAMIC]);
    let names = |root: &Path| {
        let said = ValidatedFolder::of(root, Language::English);
        let named = said.names().contains(&"unknown-check");
        (named, said.held_back > 0)
    };
    assert_eq!(names(&root), (true, false));
    put(&root, "schemas/charter.toml", &Odd::Folder);
    assert_eq!(names(&root), (false, true));
}

#[cfg(target_os = "linux")]
#[test]
fn too_little_memory_is_a_message_and_2() {
    let root = sound();
    let mut refused = 0;
    for kilobytes in [30_000, 40_000, 44_000, 50_000, 60_000, 80_000] {
        let program = env!("CARGO_BIN_EXE_apes");
        let script = format!("ulimit -v {kilobytes}; exec {program} list actors --root .");
        let little = Command::new("sh")
            .args(["-c", &script])
            .current_dir(&root)
            .env_clear()
            .output()
            .expect("a shell");
        let said = text(&little.stderr);
        if little.status.success() || said.contains("shared libraries") {
            continue;
        }
        // Too little even to start: the system ends it before `main`.
        if little.status.code().is_none() && said.is_empty() {
            continue;
        }
        refused += 1;
        assert_eq!(little.status.code(), Some(2), "{kilobytes}: {said}");
        assert_eq!(text(&little.stdout), "", "{kilobytes}");
        let is_said = ["memory", "thread"].iter().any(|word| said.contains(word));
        assert!(is_said, "{kilobytes}: {said}");
    }
    assert!(refused > 0, "no limit was too low");
}

#[test]
fn a_record_in_a_folder_that_was_not_read_is_not_unknown() {
    for (path, odd) in [
        ("territories/t/actors", Odd::DanglingLink),
        ("territories/u", Odd::DanglingLink),
    ] {
        let dynamic = DYNAMIC.1.replace("tilt", "elsewhere") + "\n";
        let dynamic = dynamic.replace("from = 2024", "from = 2024\npart_of = \"other\"\n");
        let root = with(&[SETTINGS, TERRITORY, (DYNAMIC.0, &dynamic)]);
        let without = ValidatedFolder::of(&root, Language::English);
        assert_eq!(without.names(), ["unknown-dynamic", "unknown-actor"]);
        put(&root, path, &odd);
        let said = ValidatedFolder::of(&root, Language::English);
        assert_eq!(said.names(), ["unread-file"], "{}", said.human());
        assert!(said.held_back >= 2, "{}", said.held_back);
    }
}

#[test]
fn a_folder_of_persons_that_cannot_be_read_is_said_once() {
    let settings = format!("{}people = \"people\"\n", SETTINGS.1);
    let contact = "contacts = [{ role = \"accueil\", person = \"p-1\" }, { role = \"accueil\", \
        person = \"p-2\" }]\n";
    let actor = format!("{}{contact}", ACTOR.1);
    let files = [
        ("apes.toml", &*settings),
        TERRITORY,
        (ACTOR.0, &actor),
        DYNAMIC,
    ];
    let person = "name = \"A\"\nbasis = \"contract\"\n";

    let absent = with(&files);
    assert_eq!(
        ValidatedFolder::of(&absent, Language::English).names(),
        [""; 0]
    );

    for odd in [Odd::File, Odd::DanglingLink] {
        let root = with(&files);
        put(&root, "people", &odd);
        assert_said_once(&root);
    }
    let linked = with(&files);
    write(&linked, "elsewhere/p-1.toml", person.as_bytes());
    symlink("elsewhere", linked.join("people")).expect("a link");
    assert_said_once(&linked);

    let in_part = with(&files);
    write(&in_part, "people/p-1.toml", person.as_bytes());
    symlink("../elsewhere", in_part.join("people/more")).expect("a link");
    symlink("nobody@host:1", in_part.join("people/.#p-1.toml")).expect("an editor's lock");
    assert_said_once(&in_part);

    // One person that cannot be read is known all the same.
    let one = with(&files);
    write(&one, "people/p-1.toml", person.as_bytes());
    put(&one, "people/p-2.toml", &Odd::DanglingLink);
    let said = ValidatedFolder::of(&one, Language::English);
    assert_eq!(said.names(), ["faulty-person"], "{}", said.human());
    assert!(said.findings[0].sentence.contains("p-2.toml"));
}

fn assert_said_once(root: &Path) {
    let said = ValidatedFolder::of(root, Language::English);
    assert_eq!(said.names(), ["faulty-person"], "{}", said.human());
    assert!(said.findings[0].sentence.contains("`people`"));
    let report = apes(root, &["report", "freshness"]);
    let answer = text(&report.stdout).replace('\n', " ");
    assert!(
        answer.contains("Incomplete: the folder of persons"),
        "{answer}"
    );
}

#[test]
fn outlines_templates_and_charters_that_cannot_be_read_are_refused() {
    let map = ["report", "map", "--format", "md"];
    for (path, words) in [
        ("geography", &map[..]),
        ("geography/outlines.topojson", &map),
        ("templates", &map),
        ("templates/map.md", &map),
        ("schemas/charter.toml", &["charter", "compare", "apes", "."]),
        ("schemas/charter.toml", &["charter", "compare", ".", "apes"]),
        ("base.toml", &["charter", "try", "patch.toml"]),
    ] {
        for odd in [Odd::File, Odd::Folder, Odd::DanglingLink] {
            let is_sound = matches!(odd, Odd::File) && path.contains('.')
                || matches!(odd, Odd::Folder) && !path.contains('.');
            if is_sound {
                continue;
            }
            let root = sound();
            write(&root, "patch.toml", b"format = 1\nbase = \"base.toml\"\n");
            put(&root, path, &odd);
            let said = apes(&root, words);
            let why = text(&said.stderr);
            assert_eq!(code(&said), 2, "{path}: {why}");
            assert!(why.contains(path), "{path}: {why}");
            assert!(why.contains("cannot be read"), "{path}: {why}");
            assert_eq!(text(&said.stdout), "", "{path}");
        }
    }
    let root = sound();
    put(&root, "schemas", &Odd::DanglingLink);
    let explained = apes(&root, &["explain"]);
    assert_eq!(code(&explained), 1);
    assert!(text(&explained.stderr).contains("Incomplete"));
}
