//! A whole run of continuous integration, with the environment of each forge: a fork's change that
//! adds faults.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value as Json;

use crate::workspace::{folder, write};

const RECORD: &str = "réseau/territories/lens/actors/mine.toml";

/// A repository whose workspace is in a folder, with a known fault; a branch adds another.
fn repository() -> Option<PathBuf> {
    let root = folder();
    let settings = "format = 1\nname = \"R\"\nlanguage = \"fr\"\n";
    write(&root, "réseau/apes.toml", settings.as_bytes());
    let territory = "name = \"Lens\"\nkind = \"commune\"\ncode = \"62498\"\n";
    write(
        &root,
        "réseau/territories/lens/territory.toml",
        territory.as_bytes(),
    );
    let old = "name = \"Ancien\"\nkind = \"associatio\"\n";
    write(
        &root,
        "réseau/territories/lens/actors/ancien.toml",
        old.as_bytes(),
    );
    for words in [
        vec!["init", "-q", "-b", "main"],
        vec!["add", "."],
        vec!["commit", "-q", "-m", "one"],
        vec!["checkout", "-q", "-b", "fork"],
    ] {
        git(&root, &words)?;
    }
    write(&root, RECORD, b"name = \"Mine\"\n\nkind = \"cooperativ\"\n");
    git(&root, &["add", "."])?;
    git(&root, &["commit", "-q", "-m", "two"])?;
    Some(root)
}

/// Runs git with settings of its own; `None` without git, which CI must have.
fn git(at: &Path, words: &[&str]) -> Option<()> {
    let run = Command::new("git")
        .args(["-c", "user.name=a", "-c", "user.email=a@example.org"])
        .args(words)
        .current_dir(at)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env_remove("GIT_DIR")
        .output();
    let is_done = run.is_ok_and(|output| output.status.success());
    assert!(is_done || std::env::var_os("CI").is_none(), "git {words:?}");
    is_done.then_some(())
}

fn validate(root: &Path, environment: &[(&str, &str)], words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_apes"))
        .arg("validate")
        .args(words)
        .current_dir(root.join("réseau"))
        .env_clear()
        .envs(environment.iter().copied())
        .env("SOURCE_DATE_EPOCH", "1795305600")
        .output()
        .expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

#[test]
fn on_github_the_faults_of_a_change_are_annotated_on_its_lines() {
    let Some(root) = repository() else { return };
    let environment = [("GITHUB_ACTIONS", "true"), ("CI", "true")];
    let run = validate(&root, &environment, &["--since", "main"]);
    let log = text(&run.stdout);
    assert_eq!(run.status.code(), Some(1), "{log}");
    let errors: Vec<&str> = log
        .lines()
        .filter(|line| line.starts_with("::error"))
        .collect();
    assert_eq!(errors.len(), 1, "{log}");
    let wanted = format!("file={RECORD},line=3,col=8,endLine=3,endColumn=19,title=unknown-word");
    assert!(errors[0].contains(&wanted), "{log}");
    let whole = validate(&root, &environment, &[]);
    let errors = text(&whole.stdout);
    let errors = errors.lines().filter(|line| line.starts_with("::error"));
    assert_eq!(errors.count(), 2, "without a revision, all faults");
}

#[test]
fn on_gitlab_a_report_is_written_and_the_log_is_for_people() {
    let Some(root) = repository() else { return };
    let environment = [("GITLAB_CI", "true"), ("CI", "true")];
    let run = validate(&root, &environment, &["-o", "gl-code-quality.json"]);
    let log = text(&run.stdout);
    assert_eq!(run.status.code(), Some(1), "{log}");
    assert!(log.contains(&format!(" --> {RECORD}:3:8")), "{log}");
    let report = std::fs::read(root.join("réseau/gl-code-quality.json")).expect("a report");
    let report: Json = serde_json::from_slice(&report).expect("JSON");
    let paths: Vec<&str> = report
        .as_array()
        .expect("a list")
        .iter()
        .filter(|issue| issue["severity"] == "major")
        .filter_map(|issue| issue["location"]["path"].as_str())
        .collect();
    assert!(paths.contains(&RECORD) && paths.len() == 2, "{paths:?}");
    let run = validate(&root, &environment, &[]);
    assert!(
        serde_json::from_slice::<Json>(&run.stdout).is_ok(),
        "the report is the output"
    );
    assert!(
        text(&run.stderr).contains("unknown-word"),
        "and people read the log"
    );
}

#[test]
fn on_forgejo_the_log_is_for_people() {
    let Some(root) = repository() else { return };
    for variable in ["FORGEJO_ACTIONS", "GITEA_ACTIONS"] {
        let environment = [(variable, "true"), ("GITHUB_ACTIONS", "true")];
        let run = validate(&root, &environment, &["--since", "main"]);
        let log = text(&run.stdout);
        assert_eq!(run.status.code(), Some(1), "{log}");
        assert!(log.contains(&format!(" --> {RECORD}:3:8")), "{log}");
        assert!(
            !log.contains("::error") && !log.contains("ancien.toml"),
            "{log}"
        );
    }
}

#[test]
fn a_format_that_is_asked_for_is_kept_in_every_forge() {
    let Some(root) = repository() else { return };
    for variable in ["GITHUB_ACTIONS", "GITLAB_CI", "FORGEJO_ACTIONS"] {
        let run = validate(&root, &[(variable, "true")], &["--format", "short"]);
        let lines = text(&run.stdout);
        assert!(
            lines
                .lines()
                .all(|line| line.starts_with("réseau/territories/")),
            "{lines}"
        );
    }
    let off = validate(&root, &[("GITHUB_ACTIONS", "false")], &[]);
    assert!(!text(&off.stdout).contains("::error"));
}

#[test]
fn what_was_there_before_is_known_again_wherever_it_moved() {
    let Some(root) = repository() else { return };
    let lens = root.join("réseau/territories/lens");
    let actors = lens.join("actors");
    std::fs::remove_file(actors.join("mine.toml")).expect("a record");
    let fails = |words: &[&str]| validate(&root, &[], words).status.code() == Some(1);
    assert!(fails(&[]), "the old fault is still one");
    assert!(!fails(&["--since", "main"]), "but not a new one");
    let old = std::fs::read_to_string(actors.join("ancien.toml")).expect("a record");
    std::fs::write(actors.join("ancien.toml"), format!("# un mot\n\n{old}")).expect("a record");
    assert!(!fails(&["--since", "main"]), "on another line");
    std::fs::rename(actors.join("ancien.toml"), actors.join("vieux.toml")).expect("renamed");
    assert!(!fails(&["--since", "main"]), "under another id");
    std::fs::write(actors.join("autre.toml"), &old).expect("a record");
    assert!(
        fails(&["--since", "main"]),
        "a second one of the same kind is new"
    );
    std::fs::remove_file(actors.join("autre.toml")).expect("a record");
    std::fs::rename(&lens, root.join("réseau/territories/liévin")).expect("moved");
    assert!(
        !fails(&["--since", "main", "--only", "unknown-word"]),
        "in another territory"
    );
    let json = validate(&root, &[], &["--since", "main", "--format", "json"]);
    let json: Json = serde_json::from_slice(&json.stdout).expect("JSON");
    let rows = json["findings"].as_array().expect("findings");
    assert!(rows.iter().all(|row| row["new"].is_boolean()), "{json}");
}

#[test]
fn a_revision_that_is_not_there_is_told_and_how_to_get_it() {
    let Some(root) = repository() else { return };
    let run = validate(&root, &[], &["--since", "nowhere"]);
    assert_eq!(run.status.code(), Some(2));
    assert!(
        text(&run.stderr).contains("`nowhere`"),
        "{}",
        text(&run.stderr)
    );
    let shallow = folder();
    let address = format!("file://{}", root.display());
    let Some(()) = git(&shallow, &["clone", "-q", "--depth", "1", &address, "."]) else {
        return;
    };
    let run = validate(&shallow, &[], &["--since", "HEAD~1"]);
    assert_eq!(run.status.code(), Some(2));
    assert!(
        text(&run.stderr).contains("fetch-depth: 0"),
        "{}",
        text(&run.stderr)
    );
    let bare = folder();
    let Some(()) = git(&bare, &["clone", "-q", "--bare", &address, "."]) else {
        return;
    };
    let tree = folder().join("tree");
    let words = [
        "worktree",
        "add",
        "-q",
        tree.to_str().expect("a path"),
        "fork",
    ];
    let Some(()) = git(&bare, &words) else { return };
    let run = validate(&tree, &[], &["--since", "main"]);
    assert_eq!(run.status.code(), Some(1), "{}", text(&run.stderr));
    let alone = folder();
    write(&alone, "réseau/apes.toml", b"format = 1\nname = \"R\"\n");
    let run = validate(&alone, &[], &["--since", "main"]);
    // The folder of tests is inside a repository, which does not have this one.
    assert_eq!(run.status.code(), Some(2), "{}", text(&run.stderr));
}
