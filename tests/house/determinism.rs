//! Same input, same bytes: whatever the locale, the time zone, the number of threads or the order
//! of files, and wherever the workspace lies.

use std::path::Path;
use std::process::Command;

use crate::golden::at_root;
use crate::workspace::folder;

/// The output of each command in one environment.
fn outputs(root: &Path, environment: &[(&str, &str)]) -> Vec<Vec<u8>> {
    let commands: [&[&str]; 10] = [
        &["validate"],
        &["validate", "--format", "json", "--lang", "en"],
        &["list", "dynamics"],
        &["list", "actors", "--format", "csv"],
        &["show", "tilt", "--sources"],
        &["report", "map", "--years", "2016..2025"],
        &["report", "map", "--year", "2020", "--format", "svg"],
        &[
            "report", "map", "--year", "2020", "--format", "json", "--lang", "en",
        ],
        &["report", "map", "--year", "2020", "--format", "md"],
        &["report", "map", "--format", "html"],
    ];
    let run = |words: &&[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_apes"));
        command
            .args(*words)
            // Files are named from where the reader stands.
            .current_dir(root)
            .env_clear()
            .env("GIT_DIR", "none")
            .env("SOURCE_DATE_EPOCH", "1795305600");
        command.envs(environment.iter().copied());
        let output = command.output().expect("the program");
        assert!(
            !output.stdout.is_empty(),
            "{words:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        output.stdout
    };
    commands.iter().map(run).collect()
}

/// The shipped workspace in a folder, its files written in the order of their names or backwards.
fn copied(inside: &str, backwards: bool) -> std::path::PathBuf {
    let root = folder().join(inside);
    let mut files: Vec<_> = ["apes.toml", "schemas", "territories"]
        .iter()
        .flat_map(|part| walkdir::WalkDir::new(at_root(part)).sort_by_file_name())
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .collect();
    if backwards {
        files.reverse();
    }
    for file in files {
        let target = root.join(file.strip_prefix(at_root("")).expect("a file of ours"));
        std::fs::create_dir_all(target.parent().expect("a folder"))
            .expect("a folder that can be made");
        std::fs::copy(&file, &target).expect("a file that can be copied");
    }
    root
}

#[test]
fn the_same_bytes_come_out_everywhere() {
    let root = copied("", false);
    let first = outputs(&root, &[]);
    let environments: [&[(&str, &str)]; 5] = [
        &[],
        &[("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8")],
        &[("TZ", "Pacific/Kiritimati")],
        &[("RAYON_NUM_THREADS", "1")],
        &[("RAYON_NUM_THREADS", "8"), ("LC_ALL", "de_DE.UTF-8")],
    ];
    for environment in environments {
        assert!(outputs(&root, environment) == first, "{environment:?}");
    }
    assert!(
        outputs(&copied("", true), &[]) == first,
        "files written in another order"
    );
    assert!(
        outputs(&copied("un réseau/d'ailleurs", false), &[]) == first,
        "another folder"
    );
}
