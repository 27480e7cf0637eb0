//! Two runs at once, and limits of size: what is written is whole.

use std::process::Command;

use crate::writing::{apes, command, files, prepared, said, temporaries, workspace};

#[test]
fn two_outputs_to_one_file_at_once_leave_one_of_them_whole() {
    let root = workspace();
    let expected: Vec<Vec<u8>> = ["fr", "en"]
        .iter()
        .map(|language| {
            apes(
                &root,
                &["report", "map", "--format", "html", "--lang", language],
            )
            .stdout
        })
        .collect();
    for _ in 0..4 {
        let runs: Vec<_> = ["fr", "en", "fr", "en"]
            .iter()
            .map(|language| {
                command(
                    &root,
                    &["report", "map", "-o", "out.html", "--lang", language],
                )
                .spawn()
                .expect("the program runs")
            })
            .collect();
        for mut run in runs {
            assert!(run.wait().expect("an end").success());
        }
        let written = std::fs::read(root.join("out.html")).expect("a report");
        assert!(expected.contains(&written));
        assert_eq!(temporaries(&root), [""; 0]);
    }
}

#[test]
fn changes_of_one_record_at_once_are_all_there_or_refused() {
    let root = workspace();
    let keys = [
        "summary=a",
        "website=https://example.org",
        "address=b",
        "notes=c",
    ];
    let runs: Vec<_> = keys
        .iter()
        .map(|key| {
            command(&root, &["set", "tilt", key])
                .stderr(std::process::Stdio::piped())
                .spawn()
                .expect("the program runs")
        })
        .collect();
    let mut refused = 0;
    for (key, run) in keys.iter().zip(runs) {
        let run = run.wait_with_output().expect("an end");
        let text = std::fs::read_to_string(root.join("territories/t/actors/tilt.toml"));
        let text = text.expect("a record");
        let name = key.split('=').next().expect("a key");
        if run.status.success() {
            assert!(text.contains(&format!("{name} = ")), "{key}: {text}");
        } else {
            refused += 1;
            let said = said(&run);
            assert!(said.contains("another program"), "{key}: {said}");
            assert!(!text.contains(&format!("{name} = ")), "{key}: {text}");
        }
    }
    assert!(refused < keys.len());
    assert_eq!(temporaries(&root), [""; 0]);
}

#[test]
fn a_limit_of_size_is_a_message_and_leaves_what_was_there() {
    let root = workspace();
    crate::workspace::write(&root, "out.html", b"old");
    let before = files(&root);
    let program = env!("CARGO_BIN_EXE_apes");
    for (language, word) in [("fr", "trop grand"), ("en", "arge")] {
        let script =
            format!("ulimit -f 8; exec {program} report map --lang {language} -o out.html");
        let run = prepared(Command::new("sh"), &root, &["-c", &script])
            .output()
            .expect("a shell");
        assert_eq!(run.status.code(), Some(2), "{}", said(&run));
        assert!(said(&run).contains("out.html"), "{}", said(&run));
        assert!(said(&run).contains(word), "{}", said(&run));
        assert_eq!(files(&root), before);
    }
}
