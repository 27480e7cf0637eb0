//! Temporary files: those of others stay, those of killed runs are taken away by the next one.

use std::fs::File;

use crate::writing::{apes, files, said, temporaries, workspace};

/// Names like those that are left by killed runs.
const LEFT: [&str; 2] = [".apes-0123456789abcdef.tmp", ".apes-fedcba9876543210.tmp"];

#[test]
fn those_of_others_stay_and_hinder_nobody() {
    let root = workspace();
    let others = [
        ".out.md.1234.tmp",
        "out.md.tmp",
        ".apes-1.tmp",
        ".apes-0123456789abcdef.tmp.bak",
        ".apes-0123456789abcdeg.tmp",
        "apes-0123456789abcdef.tmp",
    ];
    for name in others {
        crate::workspace::write(&root, name, b"of others");
    }
    std::os::unix::fs::symlink("apes.toml", root.join(LEFT[0])).expect("a link");
    crate::workspace::write(&root, &format!("{}/notes.txt", LEFT[1]), b"of others");
    let before = files(&root);
    let run = apes(&root, &["report", "map", "--format", "md", "-o", "out.md"]);
    assert!(run.status.success(), "{}", said(&run));
    let mut after = files(&root);
    assert!(after.remove("out.md").is_some());
    assert_eq!(after, before);
    assert!(root.join(LEFT[0]).symlink_metadata().is_ok());
}

#[test]
fn those_of_killed_runs_go_and_those_of_running_ones_stay() {
    let root = workspace();
    for name in LEFT {
        crate::workspace::write(&root, name, b"half");
    }
    let running = File::options()
        .write(true)
        .open(root.join(LEFT[1]))
        .expect("a file");
    running.lock().expect("a lock");
    let words = ["report", "map", "--format", "md", "-o", "out.md"];
    assert!(apes(&root, &words).status.success());
    assert!(!root.join(LEFT[0]).exists());
    assert!(root.join(LEFT[1]).exists());
    drop(running);
    assert!(apes(&root, &words).status.success());
    assert_eq!(temporaries(&root), [""; 0]);
}

#[test]
fn a_change_of_one_record_takes_them_away_among_all() {
    let root = workspace();
    for folder in ["territories", "territories/t", "territories/t/actors"] {
        crate::workspace::write(&root, &format!("{folder}/{}", LEFT[0]), b"half");
    }
    // Nobody takes them for records meanwhile.
    let validated = apes(
        &root,
        &["validate", "--format", "short", "--only", "unread-file"],
    );
    assert!(validated.status.success(), "{}", said(&validated));
    let run = apes(&root, &["set", "d", "from=2023"]);
    assert!(run.status.success(), "{}", said(&run));
    assert_eq!(temporaries(&root), [""; 0]);
}

#[test]
fn an_invented_workspace_takes_away_a_half_of_an_earlier_one() {
    let above = crate::workspace::folder();
    for folder in ["", "empty/"] {
        let left = format!("{folder}{}/territories/t/territory.toml", LEFT[0]);
        crate::workspace::write(&above, &left, b"half");
    }
    for target in ["empty", "new"] {
        let run = apes(&above, &["demo", "--records", "12", "-o", target]);
        assert!(run.status.success(), "{target}: {}", said(&run));
        assert!(above.join(target).join("apes.toml").exists());
    }
    assert_eq!(temporaries(&above), [""; 0]);
    // In the folder where one is, too.
    let here = above.join("here");
    crate::workspace::write(&here, &format!("{}/apes.toml", LEFT[1]), b"half");
    assert!(
        apes(&here, &["demo", "--records", "12", "-o", "."])
            .status
            .success()
    );
    assert_eq!(temporaries(&above), [""; 0]);
    assert!(here.join("apes.toml").exists());
}
