//! Same input, same bytes: whatever the locale, the time zone, the threads, and the order in which files were made.

use std::path::{Path, PathBuf};
use std::process::Command;

use apes::demo::{Plan, Workspace, Written};

use crate::workspace::{folder, write};

/// Machines that differ.
const MACHINES: [&[(&str, &str)]; 5] = [
    &[("LANG", "C"), ("RAYON_NUM_THREADS", "1")],
    &[("LANG", "C"), ("RAYON_NUM_THREADS", "8")],
    &[("LANG", "fr_FR.UTF-8"), ("LC_ALL", "fr_FR.UTF-8"), ("TZ", "Pacific/Kiritimati")],
    &[("LC_ALL", "tr_TR.UTF-8"), ("LC_COLLATE", "cs_CZ.UTF-8"), ("TZ", "America/Los_Angeles")],
    &[("LANG", "en_US.UTF-8"), ("LC_NUMERIC", "de_DE.UTF-8"), ("HOME", "/nonexistent"), ("USER", "nobody")],
];

/// Everything that a workspace can be asked, in every form.
fn questions(id: &str) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    let mut ask = |words: &str| all.push(words.split(' ').map(str::to_owned).collect::<Vec<_>>());
    for format in ["human", "short", "json"] {
        ask(&format!("validate --format {format}"));
    }
    ask("validate --format human --color always");
    for format in ["text", "md", "json", "csv"] {
        for kind in ["territories", "actors", "dynamics", "published"] {
            ask(&format!("list {kind} --format {format}"));
        }
        ask(&format!("list dynamics --year 2020 --format {format}"));
        ask(&format!("show {id} --format {format}"));
        ask(&format!("report map --format {format}"));
    }
    for form in ["text --ascii", "svg"] {
        ask(&format!("report map --year 2020 --format {form}"));
    }
    all
}

fn answer(root: &Path, words: &[String], language: &str, machine: &[(&str, &str)]) -> Vec<u8> {
    let run = Command::new(env!("CARGO_BIN_EXE_apes"))
        .args(words)
        .args(["--lang", language, "--root"])
        .arg(root)
        .env_clear()
        .env("SOURCE_DATE_EPOCH", "1795305600")
        .envs(machine.iter().copied())
        .output()
        .expect("apes runs");
    assert!(
        run.status.code().is_some_and(|code| code < 2),
        "{words:?}: {}",
        String::from_utf8_lossy(&run.stderr)
    );
    [run.stdout, run.stderr].concat()
}

/// The same files made in three orders: as they come, the other way round, and by a mixture of both.
fn three_times() -> [PathBuf; 3] {
    let plan = Plan { records: 150, seed: 11, written: Written::Both, defects: 14 };
    let files: Vec<_> = Workspace::invent(plan).expect("room").files().collect();
    let (even, odd): (Vec<_>, Vec<_>) = files.iter().enumerate().partition(|(place, _)| place % 2 == 0);
    let mixed = odd.into_iter().rev().chain(even).map(|(_, file)| file);
    let orders: [Vec<_>; 3] = [files.iter().collect(), files.iter().rev().collect(), mixed.collect()];
    orders.map(|order| {
        let root = folder();
        order.into_iter().for_each(|file| write(&root, &file.path, file.text.as_bytes()));
        root
    })
}

#[test]
fn the_same_records_give_the_same_bytes_everywhere() {
    let roots = three_times();
    let a_dynamic = std::fs::read_dir(&roots[0].join("territories")).expect("territories");
    let dynamics = a_dynamic.filter_map(|home| std::fs::read_dir(home.ok()?.path().join("dynamics")).ok());
    let mut ids: Vec<String> = dynamics.flatten().flatten().map(|file| stem(&file.path())).collect();
    ids.sort();
    for words in questions(&ids[0]) {
        for language in ["fr", "en"] {
            let expected = answer(&roots[0], &words, language, MACHINES[0]);
            assert!(!expected.is_empty(), "{words:?}");
            for (machine, root) in MACHINES.iter().zip([0, 0, 1, 2, 1]) {
                let given = answer(&roots[root], &words, language, machine);
                assert!(
                    given == expected,
                    "{words:?} in {language} on {machine:?}:\n{}",
                    difference(&expected, &given)
                );
            }
        }
    }
}

fn stem(path: &Path) -> String {
    path.file_stem().expect("a name").to_string_lossy().into_owned()
}

/// The first line that differs.
fn difference(one: &[u8], other: &[u8]) -> String {
    let (one, other) = (String::from_utf8_lossy(one), String::from_utf8_lossy(other));
    let differing = one.lines().zip(other.lines()).find(|(one, other)| one != other);
    differing.map_or("one ends before the other".to_owned(), |(one, other)| format!("{one}\n{other}"))
}
