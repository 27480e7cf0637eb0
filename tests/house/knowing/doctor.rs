//! `apes doctor`: every line, in order and not, and never a failure.

use super::{run, said};
use crate::golden::at_root;
use crate::workspace::{folder, with};

#[test]
fn a_whole_workspace_is_in_order() {
    for root in [at_root(""), at_root("examples/hauts-de-demain")] {
        for (option, subjects) in [
            (
                "--lang=fr",
                [
                    "programme",
                    "espace de travail",
                    "fiches",
                    "polices",
                    "terminal",
                ],
            ),
            (
                "--lang=en",
                ["program", "workspace", "records", "fonts", "terminal"],
            ),
        ] {
            let text = said(&root, &["doctor", option]);
            for subject in subjects {
                let has_line = text.lines().any(|line| {
                    line.chars()
                        .skip(4)
                        .collect::<String>()
                        .starts_with(subject)
                });
                assert!(has_line, "{subject}\n{text}");
            }
            assert!(!text.lines().any(|line| line.starts_with(" !")), "{text}");
        }
    }
}

/// The files of a workspace, and the beginning of the line that is not in order.
type Case<'c> = (&'c [(&'c str, &'c str)], &'c str);

#[test]
fn what_is_broken_is_told_with_a_remedy_and_never_fails() {
    let cases: [Case; 7] = [
        (&[("apes.toml", "format = ")], "apes.toml"),
        (&[("apes.toml", "format = 2\nname = \"R\"\n")], "apes.toml"),
        (&[("territories/t/territory.toml", "name = ")], "records"),
        (
            &[
                ("territories/t/notes.txt", "x"),
                ("apes.toml", "format = 1\nname = \"R\"\n"),
            ],
            "records",
        ),
        (
            &[
                ("schemas/vocabulary.toml", "[themes"),
                ("apes.toml", "format = 1\nname = \"R\"\n"),
            ],
            "vocabulary",
        ),
        (
            &[
                ("schemas/charter.toml", "\u{0}"),
                ("apes.toml", "format = 1\nname = \"R\"\n"),
            ],
            "charter",
        ),
        (
            &[
                ("schemas/editor/actor.schema.json", "{"),
                ("apes.toml", "format = 1\nname = \"R\"\n"),
            ],
            "schemas",
        ),
    ];
    for (files, subject) in cases {
        let output = run(&with(files), &["doctor", "--lang=en"]);
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!(output.status.code(), Some(1), "{files:?}\n{text}");
        let mut lines = text.lines().skip_while(|line| !line.starts_with(" ! "));
        let first = lines.next().unwrap_or_default();
        assert!(
            first.starts_with(&format!(" !  {subject}")),
            "{files:?}\n{text}"
        );
        assert!(
            lines.any(|line| line.trim_start().starts_with('→')),
            "{text}"
        );
        assert!(output.stderr.is_empty(), "{output:?}");
    }
}

#[test]
fn an_empty_folder_is_told_how_to_begin() {
    let output = run(&folder(), &["doctor", "--lang=fr", "--root", "."]);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(text.contains("`apes help commencer`"), "{text}");
}
