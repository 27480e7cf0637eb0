//! SIGINT and SIGTERM end the program with 130 and 143.

use std::process::{Command, Stdio};
use std::time::Duration;

use crate::writing::{command, files, said, workspace};

#[test]
fn a_signal_ends_a_run_that_waits_or_works() {
    let root = workspace();
    let made = Command::new("mkfifo").arg(root.join("pipe.md")).status();
    assert!(made.expect("mkfifo").success());
    let before = files(&root);
    for (signal, code) in [("INT", 130), ("TERM", 143)] {
        let child = command(&root, &["report", "map", "--format", "md", "-o", "pipe.md"])
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        // By then it has rendered the report, and waits for a reader of the pipe.
        std::thread::sleep(Duration::from_millis(1_500));
        let number = child.id().to_string();
        let sent = Command::new("kill").args(["-s", signal, &number]).status();
        assert!(sent.expect("kill").success(), "{signal}");
        let run = child.wait_with_output().expect("an end");
        assert_eq!(run.status.code(), Some(code), "{signal}: {}", said(&run));
    }
    assert_eq!(files(&root), before);
}
