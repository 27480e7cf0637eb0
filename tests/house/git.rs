//! The commit that a report names: reported if it contains the records, and nothing of a hostile
//! repository.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use apes::records::{FileKind, classify_path};
use apes::sources::Folder;
use apes::sources::git::{Commit, commit_of};

use crate::workspace::with;

const FILES: [(&str, &str); 3] = [
    ("apes.toml", "format = 1\nname = \"R\"\nlanguage = \"en\"\n"),
    (
        "territories/lens/territory.toml",
        "name = \"Lens\"\nkind = \"commune\"\ncode = \"62498\"\n",
    ),
    (
        "territories/lens/actors/a.toml",
        "name = \"A\"\nkind = \"association\"\n",
    ),
];

/// Whether there is a git to make repositories with; in CI there must be.
fn has_git() -> bool {
    let there = Command::new("git")
        .arg("--version")
        .output()
        .is_ok_and(|output| output.status.success());
    assert!(
        there || std::env::var_os("CI").is_none(),
        "git is missing, in CI"
    );
    if !there {
        writeln!(
            std::io::stderr(),
            "skipped: no `git` to make repositories with"
        )
        .expect("standard error");
    }
    there
}

fn git(at: &Path, words: &[&str]) -> String {
    let output = Command::new("git")
        .args([
            "-c",
            "init.defaultBranch=main",
            "-c",
            "core.autocrlf=false",
            "-c",
            "protocol.file.allow=always",
        ])
        .args(words)
        .current_dir(at)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", at)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .envs([
            ("GIT_AUTHOR_NAME", "a"),
            ("GIT_AUTHOR_EMAIL", "a@example.org"),
        ])
        .envs([
            ("GIT_COMMITTER_NAME", "a"),
            ("GIT_COMMITTER_EMAIL", "a@example.org"),
        ])
        // Still the 20th in UTC, the 21st where it was made.
        .envs([
            ("GIT_AUTHOR_DATE", "2026-11-21T00:30:00+0100"),
            ("GIT_COMMITTER_DATE", "2026-11-21T00:30:00+0100"),
        ])
        .output()
        .expect("git runs");
    assert!(
        output.status.success(),
        "git {words:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

fn committed(root: &Path) -> String {
    git(root, &["init", "-q"]);
    git(root, &["add", "."]);
    git(root, &["commit", "-q", "-m", "all"]);
    git(root, &["rev-parse", "HEAD"])
}

fn is_read(path: &str) -> bool {
    path == "apes.toml"
        || path.starts_with("territories/") && !matches!(classify_path(path), Ok(FileKind::Litter))
}

fn reported(root: &Path) -> Option<Commit> {
    commit_of(&Folder::at(root), 1 << 20, is_read)
}

fn modified(root: &Path) -> Option<bool> {
    reported(root).map(|commit| commit.modified)
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

#[test]
fn a_commit_is_reported_if_it_contains_what_is_read() {
    if !has_git() {
        return;
    }
    let root = with(&FILES);
    assert_eq!(reported(&root), None, "no repository");
    git(&root, &["init", "-q"]);
    assert_eq!(reported(&root), None, "no commit yet");
    let id = committed(&root);
    // 20,778 days after 1970-01-01 is 2026-11-21.
    let clean = Commit {
        id: id[..10].to_owned(),
        day: 20_778,
        modified: false,
    };
    assert_eq!(reported(&root), Some(clean.clone()));
    git(&root, &["gc", "-q"]);
    assert_eq!(reported(&root), Some(clean.clone()), "in packs");
    write(&root, "territories/README.md", "a word of the house");
    write(&root, "notes.txt", "not a record");
    assert_eq!(reported(&root), Some(clean.clone()), "what is not read");
    for (path, text) in FILES {
        write(&root, path, &text.replace('\n', "\r\n"));
    }
    assert_eq!(
        reported(&root),
        Some(clean.clone()),
        "ends of lines as on Windows"
    );
    for (path, text) in FILES {
        write(&root, path, text);
    }
    let other = root.join("../beside");
    git(&root, &["worktree", "add", "-q", &other.to_string_lossy()]);
    assert!(other.join(".git").is_file());
    assert_eq!(reported(&other), Some(clean), "a second working tree");
    fs::remove_dir_all(other).expect("its folder");
}

#[test]
fn files_that_differ_are_missing_or_were_never_committed_are_reported() {
    if !has_git() {
        return;
    }
    let root = with(&FILES);
    committed(&root);
    for (path, text) in FILES {
        let changed = format!("{text}# more\n");
        write(&root, path, &changed);
        assert_eq!(modified(&root), Some(true), "{path} changed");
        git(&root, &["add", "."]);
        assert_eq!(modified(&root), Some(true), "{path} changed and staged");
        fs::remove_file(root.join(path)).expect("a file");
        assert_eq!(modified(&root), Some(true), "{path} missing");
        write(&root, path, text);
        git(&root, &["add", "."]);
        assert_eq!(modified(&root), Some(false), "{path} as it was");
    }
    write(&root, ".gitignore", "b.toml\n");
    write(
        &root,
        "territories/lens/actors/b.toml",
        "name = \"B\"\nkind = \"association\"\n",
    );
    assert_eq!(
        modified(&root),
        Some(true),
        "a record that git ignores is read all the same"
    );
}

#[test]
fn a_workspace_may_be_anywhere_in_a_repository_that_contains_it() {
    if !has_git() {
        return;
    }
    let inside: Vec<(String, &str)> = FILES
        .iter()
        .map(|(path, text)| (format!("réseaux/un/{path}"), *text))
        .collect();
    let inside: Vec<(&str, &str)> = inside
        .iter()
        .map(|(path, text)| (path.as_str(), *text))
        .collect();
    let top = with(&inside);
    committed(&top);
    assert_eq!(modified(&top.join("réseaux/un")), Some(false));
    write(
        &top,
        "réseaux/deux/territories/lens/territory.toml",
        FILES[1].1,
    );
    assert_eq!(reported(&top.join("réseaux/deux")), None);
    git(&top, &["add", "réseaux/deux"]);
    git(&top, &["commit", "-q", "-m", "two"]);
    assert_eq!(modified(&top.join("réseaux/deux")), Some(false));
    write(&top, "réseaux/deux/apes.toml", FILES[0].1);
    assert_eq!(
        modified(&top.join("réseaux/deux")),
        Some(true),
        "settings that were never committed"
    );
}

/// A workspace that was committed, then spoiled.
fn spoiled(spoil: impl FnOnce(&Path)) -> PathBuf {
    let root = with(&FILES);
    committed(&root);
    spoil(&root);
    root
}

fn only_object(root: &Path, of: &str) -> PathBuf {
    let id = git(root, &["rev-parse", of]);
    root.join(".git/objects").join(&id[..2]).join(&id[2..])
}

fn put(root: &Path, path: &str, text: &str) {
    fs::write(root.join(path), text).expect("a file");
}

fn gone(path: &Path) {
    fs::remove_file(path).expect("an object");
}

fn pipe(path: &Path) {
    let _ = fs::remove_file(path);
    let made = Command::new("mkfifo").arg(path).status();
    assert!(made.is_ok_and(|status| status.success()), "mkfifo");
}

fn without_folder(root: &Path) {
    fs::remove_dir_all(root.join(".git")).expect("a folder");
}

fn record_refs() -> Vec<(&'static str, PathBuf)> {
    let head = |text: &'static str| spoiled(|root| put(root, ".git/HEAD", text));
    vec![
        (
            "a branch that leads to itself",
            spoiled(|root| put(root, ".git/refs/heads/main", "ref: refs/heads/main\n")),
        ),
        ("a head that is no name", head("\u{0}\u{1}garbage")),
        ("an empty head", head("")),
        (
            "a head that climbs out",
            head("ref: ../../../../etc/passwd\n"),
        ),
        (
            "a pipe for a head",
            spoiled(|root| pipe(&root.join(".git/HEAD"))),
        ),
    ]
}

fn objects() -> Vec<(&'static str, PathBuf)> {
    let lost = |name: &'static str| spoiled(|root| gone(&only_object(root, name)));
    let not_an_object = spoiled(|root| {
        let path = only_object(root, "HEAD^{tree}");
        gone(&path);
        fs::write(path, vec![0_u8; 100_000]).expect("a file");
    });
    vec![
        ("no commit", lost("HEAD")),
        ("no tree", lost("HEAD^{tree}")),
        ("no tree below", lost("HEAD:territories/lens")),
        ("a tree that is no object", not_an_object),
    ]
}

fn folders() -> Vec<(&'static str, PathBuf)> {
    let a_file = |text: &'static str| {
        spoiled(|root| {
            without_folder(root);
            put(root, ".git", text);
        })
    };
    let a_pipe = spoiled(|root| {
        without_folder(root);
        pipe(&root.join(".git"));
    });
    let an_empty_one = spoiled(|root| {
        without_folder(root);
        fs::create_dir(root.join(".git")).expect("a folder");
    });
    vec![
        ("a file that leads to itself", a_file("gitdir: .git\n")),
        (
            "a file that leads nowhere",
            a_file("gitdir: /nowhere/at/all\n"),
        ),
        ("a pipe for a repository", a_pipe),
        ("an empty folder", an_empty_one),
    ]
}

fn settings() -> Vec<(&'static str, PathBuf)> {
    vec![
        (
            "a pipe for settings",
            spoiled(|root| pipe(&root.join(".git/config"))),
        ),
        (
            "settings that cannot be read",
            spoiled(|root| put(root, ".git/config", "[core\n\u{0}")),
        ),
        (
            "settings that say it is bare",
            spoiled(|root| put(root, ".git/config", "[core]\nbare = true\n")),
        ),
    ]
}

#[test]
fn a_broken_or_hostile_repository_reports_nothing_soon() {
    if !has_git() {
        return;
    }
    for (name, root) in [record_refs(), objects(), folders(), settings()].concat() {
        assert_eq!(reported(&root), None, "{name}");
    }
    let alternates = spoiled(|root| {
        put(
            root,
            ".git/objects/info/alternates",
            "../objects\n../../.git/objects\n/nowhere\n",
        );
    });
    assert!(
        reported(&alternates).is_none_or(|commit| !commit.modified),
        "stores that lead to themselves"
    );
}

#[test]
fn a_tree_that_contains_itself_many_times_over_is_not_walked_to_its_end() {
    if !has_git() {
        return;
    }
    let root = with(&FILES);
    git(&root, &["init", "-q"]);
    let mut tree = git(&root, &["hash-object", "-w", "apes.toml"]);
    let mut kind = "100644 blob";
    for _ in 0..12 {
        let lines: String = (0..10)
            .map(|at| format!("{kind} {tree}\t{at}.toml\n"))
            .collect();
        write(&root, "lines", &lines);
        tree = git(&root, &["-c", "alias.make=!git mktree <lines", "make"]);
        kind = "040000 tree";
    }
    write(
        &root,
        "lines",
        &format!("040000 tree {tree}\tterritories\n"),
    );
    tree = git(&root, &["-c", "alias.make=!git mktree <lines", "make"]);
    let commit = git(&root, &["commit-tree", &tree, "-m", "ten to the twelfth"]);
    git(&root, &["update-ref", "HEAD", &commit]);
    assert_eq!(reported(&root), None);
}

#[test]
fn nothing_of_a_repository_is_run() {
    if !has_git() {
        return;
    }
    let root = spoiled(|root| {
        let run = "touch pwned; cat";
        let config = format!(
            "[core]\nrepositoryformatversion = 0\nfsmonitor = \"{run}\"\nsshCommand = \
                \"{run}\"\npager = \"{run}\"\nhooksPath = hooks\n[filter \"evil\"]\nclean = \
                \"{run}\"\nsmudge = \"{run}\"\nrequired = true\n[include]\npath = \
                \"more\"\n[diff]\nexternal = \"{run}\"\n"
        );
        fs::write(root.join(".git/config"), config).expect("a file");
        fs::write(root.join(".gitattributes"), "*.toml filter=evil\n").expect("a file");
    });
    assert_eq!(modified(&root), Some(false));
    assert!(!root.join("pwned").exists() && !root.join(".git/pwned").exists());
}

#[test]
fn a_report_names_the_commit_and_validating_does_not_look_for_it() {
    if !has_git() {
        return;
    }
    let root = with(&FILES);
    let id = committed(&root);
    let said = |words: &[&str], git: Option<&str>| {
        let mut apes = Command::new(env!("CARGO_BIN_EXE_apes"));
        apes.args(words)
            .args(["--root"])
            .arg(&root)
            .env_clear()
            .env("SOURCE_DATE_EPOCH", "1795305600");
        let output = apes
            .envs(git.map(|git| ("GIT_DIR", git)))
            .output()
            .expect("the program runs");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let short = &id[..10];
    let clean = format!("Records as of commit {short} of 21 November 2026");
    assert!(said(&["report", "process", "--format", "md"], None).contains(&clean));
    assert!(said(&["report", "map", "--format", "svg"], None).contains(short));
    assert!(
        !said(&["report", "process"], Some("x")).contains(short),
        "another repository is meant"
    );
    write(
        &root,
        "territories/lens/actors/b.toml",
        "name = \"B\"\nkind = \"association\"\n",
    );
    let changed = format!("Fiches modifiées depuis le commit {short} du 21 novembre 2026");
    assert!(said(&["report", "process", "--lang", "fr"], None).contains(&changed));
    assert!(!said(&["validate"], None).contains(short));
}
