//! The program itself on an input: how it ends, how long it takes, what it prints.

use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::input::{Input, Kind, scratch};

/// Bytes of an output beyond which it grew out of proportion.
const LARGE: usize = 64 << 20;

/// Time that the program may take, unoptimised on a busy machine.
const SLOW: Duration = Duration::from_mins(1);

/// Verbs that read, then those that write.
const VERBS: &[&[&str]] = &[
    &["validate"],
    &["validate", "--format", "json"],
    &["validate", "--format", "short", "--lang", "en"],
    &["list", "actors"],
    &["list", "dynamics", "--format", "csv"],
    &["show", "tilt", "--sources"],
    &["report", "map", "--format", "svg"],
    &["report", "map"],
    &["report", "annual", "--format", "md"],
    &["report", "network", "--format", "html"],
    &["report", "funder", "--format", "odt", "--output", "out.odt"],
    &["report", "freshness", "--format", "ics"],
    &["report", "process"],
    &["reconcile"],
    &["charter", "test"],
    &["explain", "orphan-actor"],
    &["fmt"],
    &["fix"],
];

/// The faults of the program on an input.
pub fn run(input: &Input) -> Vec<String> {
    if input.kind == Kind::Repository {
        return Vec::new();
    }
    let root = scratch("program");
    input.write(&root);
    let index = usize::try_from(input.choice / 7 % VERBS.len() as u64).expect("an index");
    let verb = match input.kind {
        Kind::Outlines => &["report", "map", "--format", "svg"],
        _ => VERBS[index],
    };
    fault(&root, verb)
        .map(|fault| format!("{}: {fault}", verb.join(" ")))
        .into_iter()
        .collect()
}

fn fault(root: &Path, verb: &[&str]) -> Option<String> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_apes"))
        .args(verb)
        .arg("--root")
        .arg(root)
        .current_dir(root)
        .env_clear()
        .env("GIT_DIR", "none")
        .env("SOURCE_DATE_EPOCH", "1795305600")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("apes runs");
    let mut stdout = child.stdout.take().expect("a pipe");
    let mut stderr = child.stderr.take().expect("a pipe");
    let reader = std::thread::spawn(move || {
        let mut bytes = Vec::new();
        // Ignored: a program that was ended may leave half a line.
        let _ = stdout.read_to_end(&mut bytes);
        bytes
    });
    let errors = std::thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = stderr.read_to_end(&mut bytes);
        bytes
    });
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().expect("a child") {
            break status;
        }
        if begun.elapsed() > SLOW {
            let _ = child.kill();
            let _ = child.wait();
            return Some("hangs".to_owned());
        }
        std::thread::sleep(Duration::from_millis(10));
    };
    let (output, errors) = (reader.join().ok()?, errors.join().ok()?);
    let said = String::from_utf8_lossy(&errors);
    if !matches!(status.code(), Some(0..=2)) {
        return Some(format!("ends with {status}"));
    }
    if let Some(line) = said.lines().find(|line| line.contains("panicked")) {
        return Some(line.to_owned());
    }
    (output.len() > LARGE || errors.len() > LARGE).then(|| format!("prints {} bytes", output.len()))
}
