//! Too few file handles or too little memory are a message, and never a shorter answer.

use std::process::Command;

use crate::incomplete::{apes, code, sound, text};

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

#[cfg(target_os = "linux")]
#[test]
fn too_little_memory_is_a_message_and_2() {
    let root = sound();
    let mut refused = 0;
    for kilobytes in (30_000..=100_000).step_by(2_000) {
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
