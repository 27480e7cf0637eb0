//! What stands in the place of a file or a folder is named, and never taken for absent.

use crate::incomplete::{Odd, apes, code, put, sound, text};

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
