//! What `--output` names: files keep their mode, links lead to their target, devices and pipes take
//! bytes as they come, records are never replaced.

use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _, PermissionsExt as _, symlink};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::writing::{apes, command, files, said, workspace};

const MAP: [&str; 5] = ["report", "map", "--format", "md", "--output"];

fn to(path: &str) -> Vec<&str> {
    [&MAP[..], &[path]].concat()
}

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).expect("a file").mode() & 0o7777
}

fn chmod(path: &Path, mode: u32) {
    let permissions = std::fs::Permissions::from_mode(mode);
    std::fs::set_permissions(path, permissions).expect("a mode");
}

fn mkfifo(path: &Path) {
    let made = Command::new("mkfifo").arg(path).status().expect("mkfifo");
    assert!(made.success());
}

#[test]
fn a_replaced_file_keeps_its_mode_whoever_replaces_it() {
    for kept in [0o600, 0o640, 0o604, 0o666, 0o755] {
        let root = workspace();
        for path in ["out.md", "tables/map-dynamics.csv"] {
            crate::workspace::write(&root, path, b"old");
            chmod(&root.join(path), kept);
        }
        let record = root.join("territories/t/dynamics/d.toml");
        chmod(&record, kept);
        let runs: [&[&str]; 4] = [
            &to("out.md"),
            &["report", "map", "-o", "tables/"],
            &["set", "d", "from=2023"],
            &["fmt"],
        ];
        for words in runs {
            let run = apes(&root, words);
            assert!(run.status.success(), "{words:?}: {}", said(&run));
        }
        assert_eq!(mode(&root.join("out.md")), kept);
        assert_eq!(mode(&root.join("tables/map-dynamics.csv")), kept);
        assert_eq!(mode(&record), kept);
        let text = std::fs::read_to_string(&record).expect("a record");
        assert!(text.contains("2023"), "{text}");
    }
}

#[test]
fn a_new_file_has_the_mode_that_the_machine_gives_to_new_files() {
    let root = workspace();
    crate::workspace::write(&root, "plain", b"");
    assert!(apes(&root, &to("out.md")).status.success());
    assert_eq!(mode(&root.join("out.md")), mode(&root.join("plain")));
}

#[test]
fn a_link_stays_and_its_target_is_written() {
    let root = workspace();
    crate::workspace::write(&root, "below/real.md", b"old");
    symlink("below/real.md", root.join("link.md")).expect("a link");
    assert!(apes(&root, &to("link.md")).status.success());
    assert!(
        root.join("link.md")
            .symlink_metadata()
            .expect("a link")
            .is_symlink()
    );
    let written = std::fs::read(root.join("below/real.md")).expect("a report");
    assert!(written.starts_with(b"#"));

    symlink("nowhere", root.join("dangling.md")).expect("a link");
    let run = apes(&root, &to("dangling.md"));
    assert_eq!(run.status.code(), Some(2));
    assert!(said(&run).contains("leads nowhere"), "{}", said(&run));
    assert!(!root.join("nowhere").exists());
}

#[test]
fn devices_and_pipes_are_written_to_and_stay() {
    let root = workspace();
    assert!(apes(&root, &to("out.md")).status.success());
    let whole = std::fs::read(root.join("out.md")).expect("a report");

    let pipe = root.join("pipe.md");
    mkfifo(&pipe);
    let reader = Command::new("cat")
        .arg(&pipe)
        .stdout(Stdio::piped())
        .spawn()
        .expect("cat");
    let run = apes(&root, &to("pipe.md"));
    assert!(run.status.success(), "{}", said(&run));
    assert_eq!(reader.wait_with_output().expect("cat").stdout, whole);
    assert!(
        pipe.symlink_metadata()
            .expect("a pipe")
            .file_type()
            .is_fifo()
    );

    let null = Path::new("/dev/null");
    let before = null.metadata().expect("a device").ino();
    assert!(apes(&root, &to("/dev/null")).status.success());
    assert_eq!(null.metadata().expect("a device").ino(), before);
    assert!(
        null.metadata()
            .expect("a device")
            .file_type()
            .is_char_device()
    );

    let full = apes(&root, &to("/dev/full"));
    if Path::new("/dev/full").exists() {
        assert_eq!(full.status.code(), Some(2));
        assert!(said(&full).contains("/dev/full"), "{}", said(&full));
    }
}

#[test]
fn a_pipe_that_nobody_reads_is_not_waited_for_for_ever() {
    let root = workspace();
    mkfifo(&root.join("pipe.md"));
    let begun = Instant::now();
    let run = apes(&root, &[&to("pipe.md")[..], &["--lang", "fr"]].concat());
    assert_eq!(run.status.code(), Some(2));
    assert!(
        said(&run).contains("aucun programme n'y lit"),
        "{}",
        said(&run)
    );
    assert!(begun.elapsed() < Duration::from_secs(20));
}

#[test]
fn other_names_of_standard_output_print_what_is_printed() {
    let root = workspace();
    let printed = apes(&root, &["report", "map", "--format", "md"]).stdout;
    if !Path::new("/dev/stdout").exists() {
        return;
    }
    assert_eq!(apes(&root, &to("/dev/stdout")).stdout, printed);
    // Appended to what a shell has written before, as by any other program.
    let shell = format!(
        "{{ echo before; {} {}; echo after; }} > all.txt",
        env!("CARGO_BIN_EXE_apes"),
        to("/dev/stdout").join(" ")
    );
    let mut run = Command::new("sh");
    run.args(["-c", &shell])
        .current_dir(&root)
        .env("SOURCE_DATE_EPOCH", "1795305600");
    assert!(run.status().expect("sh").success());
    let all = std::fs::read(root.join("all.txt")).expect("a file");
    assert_eq!(all, [b"before\n", &printed[..], b"after\n"].concat());
}

#[test]
fn sockets_and_folders_are_refused_and_stay() {
    let root = workspace();
    let socket = root.join("s.md");
    let _listener = std::os::unix::net::UnixListener::bind(&socket).expect("a socket");
    for (path, why) in [
        ("s.md", "not a file"),
        ("..", "folder"),
        ("territories", "folder"),
    ] {
        let run = apes(&root, &to(path));
        assert_eq!(run.status.code(), Some(2), "{path}");
        assert!(said(&run).contains(why), "{path}: {}", said(&run));
    }
    assert!(
        socket
            .symlink_metadata()
            .expect("a socket")
            .file_type()
            .is_socket()
    );
    for path in ["", "nowhere/..", "nowhere/out.md"] {
        assert_eq!(apes(&root, &to(path)).status.code(), Some(2), "{path}");
    }
}

#[test]
fn names_as_long_as_the_system_takes_them_are_written() {
    let root = workspace();
    for length in [245, 246, 250, 255] {
        let name = format!("{}.md", "a".repeat(length - 3));
        let run = apes(&root, &to(&name));
        assert!(run.status.success(), "{length}: {}", said(&run));
        assert!(root.join(name).exists());
    }
    let run = apes(&root, &to(&format!("{}.md", "a".repeat(253))));
    assert_eq!(run.status.code(), Some(2));
}

#[test]
fn no_output_takes_the_place_of_what_a_workspace_is_read_from() {
    let root = workspace();
    crate::workspace::write(&root, "../people/p-1.toml", b"name = \"A\"\n");
    crate::workspace::write(&root, "templates/map.html", b"x");
    crate::workspace::write(&root, "schemas/charter.toml", b"format = 1\n");
    symlink("territories/t/actors/tilt.toml", root.join("innocent.md")).expect("a link");
    symlink("territories", root.join("elsewhere")).expect("a link");
    let above = root.parent().expect("above").to_owned();
    let before = files(&above);
    for path in [
        "apes.toml",
        "innocent.md",
        "territories/t/territory.toml",
        "territories/t/new.md",
        "territories/t/dynamics/../actors/tilt.toml",
        "elsewhere/t/actors/tilt.toml",
        "schemas/charter.toml",
        "templates/map.html",
        "geography/outlines.topojson",
        "../people/p-1.toml",
        "../people/p-2.toml",
    ] {
        for format in ["md", "html", "csv"] {
            let run = apes(&root, &["report", "map", "--format", format, "-o", path]);
            assert_eq!(run.status.code(), Some(2), "{path}: {}", said(&run));
            let is_said = ["settings of a workspace", "what was just read"];
            let is_said = is_said.iter().any(|words| said(&run).contains(words));
            assert!(is_said, "{path}: {}", said(&run));
        }
    }
    for folder in ["territories/", "territories/t", "schemas", "../people/"] {
        let run = apes(&root, &["report", "map", "-o", folder]);
        assert_eq!(run.status.code(), Some(2), "{folder}: {}", said(&run));
    }
    // Those of another workspace are safe as well, and from other verbs.
    let other = workspace();
    let path = root.join("territories/t/territory.toml");
    let path = path.to_string_lossy();
    let inside = root.join("territories/u");
    for words in [
        vec!["list", "actors", "--format", "csv", "-o", &*path],
        vec!["charter", "--format", "md", "-o", &*path],
        vec!["demo", "-o", &inside.to_string_lossy()],
    ] {
        assert_eq!(apes(&other, &words).status.code(), Some(2), "{words:?}");
    }
    assert_eq!(files(&above), before);
}

#[test]
fn no_output_takes_the_place_of_what_it_is_made_from() {
    let root = workspace();
    crate::workspace::write(&root, "page.md", b"{{ report }}\n");
    crate::workspace::write(
        &root,
        "prose.md",
        b"<!-- apes: dynamics at=2024 -->1<!-- /apes -->\n",
    );
    crate::workspace::write(&root, "new.toml", b"format = 1\nbase = \"apes\"\n");
    let before = files(&root);
    for words in [
        ["report", "map", "--template", "page.md", "-o", "page.md"],
        [
            "reconcile",
            "--prose",
            "prose.md",
            "--format=text",
            "-o",
            "./prose.md",
        ],
        [
            "charter",
            "try",
            "new.toml",
            "--format=md",
            "-o",
            "new.toml",
        ],
    ] {
        let run = apes(&root, &words);
        assert_eq!(run.status.code(), Some(2), "{words:?}: {}", said(&run));
    }
    assert_eq!(files(&root), before);
}

#[test]
fn a_reader_that_closes_its_pipe_is_no_error() {
    let root = workspace();
    let mut child = command(&root, &["report", "map", "--format", "html"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    let run = child.wait_with_output().expect("an end");
    assert!(run.status.success(), "{}", said(&run));
}
