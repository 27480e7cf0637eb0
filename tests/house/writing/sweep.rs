//! Each system call of each kind of write, failing, killed and interrupted: what is written is as it
//! was or as it should be, and nothing is left after the next run.
//!
//! `strace` makes them fail. Where it is missing these tests say that they are skipped, and fail if
//! `APES_STRACE` is `required`, as where `.ci/run` runs them.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::writing::{apes, command, files, prepared, said, temporaries, workspace};

/// System calls by which files are written, and the error with which each is made to fail.
const CALLS: [(&str, &str); 10] = [
    ("write", "ENOSPC"),
    ("fsync", "EIO"),
    ("fchmod", "EPERM"),
    ("fchown", "EPERM"),
    ("flock", "ENOLCK"),
    ("rename", "EACCES"),
    ("linkat", "EPERM"),
    ("unlink", "EACCES"),
    ("mkdir", "ENOSPC"),
    ("openat", "EROFS"),
];

/// A kind of write.
struct Kind {
    words: &'static [&'static str],
    /// What the next run is, which takes away what the killed one has left.
    next: &'static [&'static str],
}

fn again(words: &'static [&'static str]) -> Kind {
    Kind { words, next: words }
}

/// Whether `strace` works here; says so if it does not.
fn can_trace() -> bool {
    let tried = Command::new("strace")
        .args(["-qq", "-o", "/dev/null", "true"])
        .output();
    if tried.is_ok_and(|tried| tried.status.success()) {
        return true;
    }
    assert!(
        std::env::var_os("APES_STRACE").is_none_or(|value| value != "required"),
        "strace is missing, or may not trace"
    );
    // Past the capture of the test's output, which nobody reads of a test that passes.
    let _ = writeln!(
        std::io::stderr(),
        "SKIPPED: strace is missing, or may not trace"
    );
    false
}

fn traced(root: &Path, words: &[&str], options: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_apes");
    let all = [&["-f", "-qq"], options, &[program], words].concat();
    prepared(Command::new("strace"), root, &all)
        // One thread reads records, so that calls have the same order in each run.
        .env("RAYON_NUM_THREADS", "1")
        .output()
        .expect("strace runs")
}

/// The calls of a write: name, how many of this name there are up to it.
fn calls(root: &Path, words: &[&str]) -> Vec<(&'static str, &'static str, usize)> {
    let log = root.with_file_name("calls.txt");
    let names: Vec<&str> = CALLS.iter().map(|(name, _)| *name).collect();
    let trace = format!("trace={}", names.join(","));
    let run = traced(root, words, &["-o", &log.to_string_lossy(), "-e", &trace]);
    assert!(run.status.success(), "{words:?}: {}", said(&run));
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut calls = Vec::new();
    for line in std::fs::read_to_string(&log).expect("calls").lines() {
        // A call that another thread interrupts has a second line.
        let Some((name, error)) = CALLS
            .iter()
            .find(|(name, _)| line.contains(&format!(" {name}(")))
        else {
            continue;
        };
        let count = counts.entry(name).or_default();
        *count += 1;
        // Most files are opened to be read, and most of what is not is no file.
        let is_message =
            *name == "write" && (line.contains("write(1,") || line.contains("write(2,"));
        if (*name != "openat" || line.contains("O_CREAT")) && !is_message {
            calls.push((*name, *error, *count));
        }
    }
    std::fs::remove_file(log).expect("a file that goes");
    calls
}

/// Every file is as it was before, or as it is after a whole run.
fn assert_whole(
    now: &BTreeMap<String, Vec<u8>>,
    before: &BTreeMap<String, Vec<u8>>,
    after: &BTreeMap<String, Vec<u8>>,
    of: &str,
) {
    for path in before.keys().chain(after.keys()) {
        let found = now.get(path);
        let is_whole = found == before.get(path) || found == after.get(path);
        assert!(
            is_whole,
            "{of}: {path} is neither as it was nor as it should be"
        );
    }
    let unknown = now.keys().find(|path| {
        path.strip_suffix(".tmp").is_none()
            && !path.contains(".tmp/")
            && !before.contains_key(*path)
            && !after.contains_key(*path)
    });
    assert_eq!(unknown, None, "{of}");
}

fn prepared_workspace() -> PathBuf {
    let root = workspace();
    crate::workspace::write(&root, "out.html", b"old");
    crate::workspace::write(&root, "out.odt", b"old");
    crate::workspace::write(&root, "tables/map-dynamics.csv", b"old");
    // A record that `fix` corrects.
    let actor = b"name = \"Zest\"\nkind = \"associatoin\"\nsources = [{ title = \"S\" }]\n";
    crate::workspace::write(&root, "territories/t/actors/zest.toml", actor);
    root
}

/// Makes each call of a write fail, and be the last one before a kill or a signal.
fn sweep(kind: &Kind) {
    if !can_trace() {
        return;
    }
    let root = prepared_workspace();
    let above = |root: &Path| root.parent().expect("above").to_owned();
    let before = files(&above(&root));
    let calls = calls(&root, kind.words);
    assert!(calls.len() >= 4, "{:?}: {calls:?}", kind.words);
    let after = files(&above(&root));
    assert_ne!(before, after, "{:?} writes nothing", kind.words);
    for (name, error, nth) in calls {
        for (fault, code) in [
            (format!("signal=SIGKILL:when={nth}"), None),
            (format!("error={error}:when={nth}"), Some(2)),
            (format!("signal=SIGTERM:when={nth}"), Some(143)),
        ] {
            let root = prepared_workspace();
            let of = format!("{:?}, {name}, {fault}", kind.words);
            let inject = format!("inject={name}:{fault}");
            let trace = format!("trace={name}");
            let options = ["-o", "/dev/null", "-e", &trace, "-e", &inject];
            let run = traced(&root, kind.words, &options);
            let now = files(&above(&root));
            assert_whole(&now, &before, &after, &of);
            if code.is_some() {
                // Unless the system refuses to remove it, which the next run tries again.
                if name != "unlink" {
                    assert_eq!(temporaries(&above(&root)), [""; 0], "{of}");
                }
                // What it can do without, it does without.
                let is_done = run.status.success() && (now == after || name == "unlink");
                assert!(is_done || run.status.code() == code, "{of}: {}", said(&run));
            }
            if temporaries(&above(&root)).is_empty() {
                continue;
            }
            let next = apes(&root, kind.next);
            assert_ne!(next.status.code(), None, "{of}");
            assert_eq!(temporaries(&above(&root)), [""; 0], "{of}: {}", said(&next));
            assert_whole(&files(&above(&root)), &before, &after, &of);
        }
    }
}

#[test]
fn a_report() {
    sweep(&again(&["report", "map", "-o", "out.html"]));
}

#[test]
fn a_document_through_a_template_of_ours() {
    sweep(&again(&["report", "process", "-o", "out.odt"]));
}

#[test]
fn a_folder_of_tables() {
    sweep(&again(&["report", "map", "-o", "tables/"]));
}

#[test]
fn a_value_that_is_set() {
    sweep(&again(&["set", "d", "from=2023", "-q"]));
}

#[test]
fn a_correction() {
    sweep(&again(&["fix", "-q"]));
}

#[test]
fn a_record_that_is_renamed() {
    sweep(&Kind {
        words: &["rename", "actor", "tilt", "tilleul"],
        next: &["fmt"],
    });
}

#[test]
fn figures_that_are_frozen() {
    sweep(&Kind {
        words: &["reconcile", "2024", "--freeze"],
        next: &["set", "d", "from=2024"],
    });
}

/// An invented workspace is whole or absent as one: no half of it is ever seen.
#[test]
#[expect(
    clippy::too_many_lines,
    reason = "one scene: what is asked, then what is answered"
)]
fn an_invented_workspace() {
    if !can_trace() {
        return;
    }
    for (target, at) in [("new", "."), ("empty", "."), (".", "empty")] {
        let words = ["demo", "--records", "8", "--seed", "3", "-q", "-o", target];
        let prepare = || {
            let above = crate::workspace::folder();
            std::fs::create_dir(above.join("empty")).expect("a folder");
            above
        };
        let above = prepare();
        let calls = calls(&above.join(at), &words);
        assert!(calls.len() >= 4, "{calls:?}");
        let after = files(&above);
        assert!(after.len() > 5);
        let last = calls.len() - 1;
        for (index, (name, error, nth)) in calls.into_iter().enumerate() {
            // Of the many files that are written alike, every third is enough.
            let is_alike = name == "write" || name == "openat" || name == "mkdir";
            if is_alike && index % 3 != 0 && index != last {
                continue;
            }
            for fault in [
                format!("signal=SIGKILL:when={nth}"),
                format!("error={error}:when={nth}"),
            ] {
                let above = prepare();
                let of = format!("demo -o {target}, {name}, {fault}");
                let (inject, trace) = (format!("inject={name}:{fault}"), format!("trace={name}"));
                let options = ["-o", "/dev/null", "-e", &trace, "-e", &inject];
                let run = traced(&above.join(at), &words, &options);
                let visible = |above: &Path| {
                    let mut all = files(above);
                    all.retain(|path, _| !path.contains(".tmp/"));
                    all
                };
                if fault.starts_with("error") {
                    assert_eq!(temporaries(&above), [""; 0], "{of}: {}", said(&run));
                    let now = visible(&above);
                    assert!(now.is_empty() || now == after, "{of}: {:?}", now.keys());
                }
                // Where its shell works, no folder takes the place of another: the next run ends
                // what was begun.
                let now = visible(&above);
                let is_whole = now.is_empty() || now == after;
                assert!(is_whole || target == ".", "{of}: {:?}", now.keys());
                let _ = command(&above.join(at), &words)
                    .output()
                    .expect("the program runs");
                assert_eq!(temporaries(&above), [""; 0], "{of}");
                assert_eq!(files(&above), after, "{of}");
            }
        }
    }
}
