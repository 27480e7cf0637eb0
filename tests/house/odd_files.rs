//! Files that are not records: links, pipes, folders, endless or random bytes. Each is reported,
//! none is followed.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use apes::diagnostic::Severity;
use apes::language::Language;
use apes::renderers::findings::Format;

use crate::workspace::{ValidatedFolder, folder, with, write};

const TERRITORY: (&str, &str) = (
    "territories/t/territory.toml",
    "name = \"T\"\nkind = \"pays\"\nsources = [{ title = \"Carte\", year = 2020 }]\n",
);
const ACTOR: &str = "territories/t/actors/tilt.toml";
const DYNAMIC: (&str, &str) = (
    "territories/t/dynamics/d.toml",
    "name = \"D\"\nfrom = 2024\nsources = [{ title = \"Carte\", year = 2020 }]\n\n[partners]\ntilt \
        = \"appui\"\n",
);

/// Validates a workspace; asserts that this is quick and that every place is in its text.
fn validated(root: &Path) -> ValidatedFolder {
    let begun = Instant::now();
    let said = ValidatedFolder::of(root, Language::French);
    assert!(
        begun.elapsed() < Duration::from_secs(15),
        "{:?}",
        begun.elapsed()
    );
    assert_eq!(said.missed, Vec::<String>::new());
    for format in [Format::Short, Format::Json] {
        said.text(format);
    }
    assert!(
        begun.elapsed() < Duration::from_secs(15),
        "{:?}",
        begun.elapsed()
    );
    said
}

/// Asserts one finding, about the odd file, and none about the dynamic that names it.
fn only_unread(root: &Path, sentence: &str) {
    let said = validated(root);
    assert_eq!(said.names(), ["unread-file"], "{}", said.human());
    assert_eq!(said.findings[0].severity, Severity::Error);
    assert_eq!(said.findings[0].sentence, sentence);
    assert_eq!(*said.findings[0].primary.place.file, *ACTOR);
}

#[cfg(unix)]
#[test]
fn links_and_pipes_are_never_opened() {
    let secret = folder();
    write(
        &secret,
        "secret.toml",
        b"name = \"Secret\"\nkind = \"association\"\n",
    );
    let linked = with(&[TERRITORY, DYNAMIC]);
    std::fs::create_dir_all(linked.join("territories/t/actors")).expect("a folder");
    std::os::unix::fs::symlink(secret.join("secret.toml"), linked.join(ACTOR)).expect("a link");
    only_unread(&linked, "ce lien symbolique n'est pas suivi");
    assert!(!validated(&linked).human().contains("Secret"));

    let piped = with(&[TERRITORY, DYNAMIC]);
    std::fs::create_dir_all(piped.join("territories/t/actors")).expect("a folder");
    let made = Command::new("mkfifo")
        .arg(piped.join(ACTOR))
        .status()
        .expect("mkfifo");
    assert!(made.success());
    only_unread(
        &piped,
        "ce n'est pas un fichier ordinaire\u{a0}: il n'est pas ouvert",
    );

    let outside = with(&[TERRITORY]);
    std::os::unix::fs::symlink(&secret, outside.join("territories/elsewhere")).expect("a link");
    std::os::unix::fs::symlink("..", outside.join("territories/t/round")).expect("a link");
    let said = validated(&outside);
    assert_eq!(said.names(), ["unread-file", "unread-file"]);
    assert!(
        said.findings
            .iter()
            .all(|finding| finding.severity == Severity::Error)
    );
}

#[cfg(unix)]
#[test]
fn links_with_which_editors_lock_a_record_are_passed_over() {
    let root = with(&[
        TERRITORY,
        DYNAMIC,
        (ACTOR, "name = \"Tilt\"\nkind = \"cooperative\"\n"),
    ]);
    let before = validated(&root).names().len();
    for lock in ["actors/.#tilt.toml", ".#territory.toml"] {
        let lock = root.join("territories/t").join(lock);
        std::os::unix::fs::symlink("me@host.1:2", lock).expect("a link that leads nowhere");
    }
    assert_eq!(validated(&root).names().len(), before);
}

#[cfg(unix)]
#[test]
fn the_files_that_others_rest_on_are_not_followed_either() {
    for file in [
        "apes.toml",
        "schemas/vocabulary.toml",
        "schemas/charter.toml",
        "territories/sources.toml",
    ] {
        let root = with(&[TERRITORY]);
        let path = root.join(file);
        std::fs::create_dir_all(path.parent().expect("above")).expect("a folder");
        assert!(
            Command::new("mkfifo")
                .arg(&path)
                .status()
                .expect("mkfifo")
                .success()
        );
        let said = validated(&root);
        assert_eq!(said.names(), ["unread-file"], "{file}: {}", said.human());
        assert_eq!(*said.findings[0].primary.place.file, *file);
    }
}

#[test]
fn a_folder_named_like_a_record_is_not_read() {
    let root = with(&[
        TERRITORY,
        (&format!("{ACTOR}/notes.toml"), "name = \"x\"\n"),
    ]);
    assert_eq!(validated(&root).names(), ["unread-file"]);
    let root = with(&[TERRITORY]);
    std::fs::create_dir_all(root.join(ACTOR)).expect("a folder");
    std::fs::create_dir_all(root.join("apes.toml")).expect("a folder");
    assert_eq!(validated(&root).names(), ["unread-file"; 2]);
}

#[test]
fn a_file_too_large_is_not_read() {
    let root = with(&[TERRITORY, DYNAMIC]);
    write(&root, ACTOR, "# vide\n".repeat(300_000).as_bytes());
    only_unread(
        &root,
        "ce fichier a 2\u{202f}100\u{202f}000 octets, 1\u{202f}048\u{202f}576 au plus sont lus",
    );
}

/// A TOML record with values inside one another.
fn nested(open: &str, close: &str, depth: usize) -> String {
    format!(
        "name = \"T\"\nextra = {{ a = {}1{} }}\n",
        open.repeat(depth),
        close.repeat(depth)
    )
}

/// Records beyond every limit: ending of the file, text.
fn excessive_files() -> Vec<(&'static str, String)> {
    let wide: String = (0..1_001).map(|key| format!("k{key} = 1\n")).collect();
    let wide_yaml = wide.replace(" = ", ": ").replace('\n', "\n  ");
    let long = "é".repeat(500_000);
    let (open, close) = ("[".repeat(200_000), "]".repeat(200_000));
    let tables = (0..100).map(|depth| format!("{}a:\n", " ".repeat(depth)));
    vec![
        ("toml", nested("[", "]", 100)),
        ("toml", nested("{ a = ", " }", 100)),
        ("toml", nested("[", "]", 200_000)),
        ("toml", format!("name = \"T\"\n\n[extra]\n{wide}")),
        (
            "toml",
            format!("name = \"{long}\"\nkind = \"association\"\n"),
        ),
        ("yaml", format!("name: T\nextra: {open}1{close}\n")),
        ("yaml", format!("name: T\nextra: {}1\n", "\n- ".repeat(100))),
        ("yaml", tables.collect()),
        ("yaml", format!("name: T\nextra:\n  {wide_yaml}")),
    ]
}

/// Validates a workspace in which an actor has these bytes, and counts its errors.
fn errors_of_actor(ending: &str, bytes: &[u8]) -> (usize, ValidatedFolder) {
    let root = with(&[TERRITORY]);
    write(&root, &format!("territories/t/actors/tilt.{ending}"), bytes);
    let said = validated(&root);
    let errors = said
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error);
    (errors.count(), said)
}

#[test]
fn deep_wide_and_long_files_are_reported_quickly() {
    for (ending, text) in excessive_files() {
        let (errors, said) = errors_of_actor(ending, text.as_bytes());
        let start: String = text.chars().take(60).collect();
        assert!(errors > 0, "{ending} {start}: {}", said.human());
        let length = said.human().len();
        assert!(length < 100_000, "{ending} {start}: {length} bytes");
    }
}

#[test]
fn bytes_that_are_not_text_are_reported() {
    let record = "name = \"Forêt\"\nkind = \"association\"\nmember = { from = 2020 }\n\
                  sources = [{ title = \"Carte\", year = 2020 }]\n";
    let wide: Vec<u8> = record.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let windows: Vec<u8> = record
        .chars()
        .map(|character| u8::try_from(u32::from(character)).expect("Latin"))
        .collect();
    let marked = ["\u{feff}".as_bytes(), record.as_bytes()].concat();
    for bytes in [record.as_bytes(), &marked] {
        let (_, said) = errors_of_actor("toml", bytes);
        assert_eq!(said.names(), Vec::<&str>::new(), "{}", said.human());
    }
    let odd: [(&str, &[u8]); 8] = [
        ("empty", b""),
        ("a mark alone", b"\xef\xbb\xbf"),
        ("NUL", b"name = \"a\0b\"\n"),
        ("NUL alone", b"\0\0\0\0"),
        ("UTF-16", &[b"\xff\xfe", &*wide].concat()),
        ("UTF-16 without its mark", &wide),
        ("Windows-1252", &windows),
        (
            "not text at all",
            b"\xc3\x28\xa0\xa1\xe2\x28\xa1\xff\xfe\xfd",
        ),
    ];
    for (what, bytes) in odd {
        for ending in ["toml", "yaml"] {
            let (errors, said) = errors_of_actor(ending, bytes);
            assert!(
                (1..=5).contains(&errors),
                "{what}, {ending}: {}",
                said.human()
            );
        }
    }
}
