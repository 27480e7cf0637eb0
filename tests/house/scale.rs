//! Invented workspaces: their size, the same bytes from the same seed, their defects at their lines.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use apes::checks::rules;
use apes::demo::{InventedWorkspace, Plan, SyntaxChoice};
use apes::language::Language;
use serde_json::Value as Json;

use crate::workspace::{ValidatedFolder, folder, write};

/// The place of a defect or of a finding: name, file, line.
type Place = (String, String, u64);

pub fn invented(plan: Plan) -> std::path::PathBuf {
    let root = folder();
    for file in InventedWorkspace::invent(plan)
        .expect("enough records for the defects")
        .files()
    {
        write(&root, &file.path, file.text.as_bytes());
    }
    root
}

fn apes(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_apes"))
        .args(words)
        .output()
        .expect("apes runs")
}

fn places(rows: &Json, name: &str, of: impl Fn(&Json) -> Json) -> BTreeSet<Place> {
    let text = |value: &Json| value.as_str().expect("a text").to_owned();
    let rows = rows.as_array().expect("rows").iter();
    rows.map(|row| {
        (
            text(&row[name]),
            text(&of(row)["file"]),
            of(row)["line"].as_u64().expect("a line"),
        )
    })
    .collect()
}

#[test]
fn every_planted_defect_is_found_at_its_line_and_nothing_else() {
    for (seed, syntax) in [("1", "both"), ("2", "toml"), ("3", "yaml")] {
        let root = folder().join("demo");
        let planted = plant_forty(&root, seed, syntax);
        let report = validate(&root);
        let found = places(&report["findings"], "name", |row| row["place"].clone());
        assert_eq!(planted.len(), 40);
        assert_eq!(report["records"], 1000);
        let missing: Vec<&Place> = planted.difference(&found).collect();
        let extra: Vec<&Place> = found.difference(&planted).collect();
        assert!(
            missing.is_empty() && extra.is_empty(),
            "not found: {missing:#?}\nnot planted: {extra:#?}"
        );
        assert_eq!(
            report["findings"].as_array().map(Vec::len),
            Some(40),
            "each once"
        );
    }
}

/// Writes a demo of a thousand records with forty defects, and returns the places of the defects.
fn plant_forty(root: &Path, seed: &str, syntax: &str) -> BTreeSet<Place> {
    let output = root.to_str().expect("a path");
    let size = ["demo", "--records", "1000", "--defects", "40"];
    let other = ["--seed", seed, "--syntax", syntax, "--output", output];
    let demo = apes(&[&size[..], &other[..]].concat());
    assert!(
        demo.status.success(),
        "{}",
        String::from_utf8_lossy(&demo.stderr)
    );
    let list =
        std::fs::read(root.with_file_name("demo.defects.json")).expect("the list of defects");
    let rows = serde_json::from_slice(&list).expect("JSON");
    places(&rows, "check", Json::clone)
}

/// Validates a folder, and returns the report with the findings of checks only: defects are not
/// planted for the criteria of the charter.
fn validate(root: &Path) -> Json {
    let shown = root.to_str().expect("a path");
    let output = apes(&["validate", "--root", shown, "--format", "json"]).stdout;
    let mut report: Json = serde_json::from_slice(&output).expect("JSON");
    let checks: Vec<&str> = rules().map(|rule| rule.name).collect();
    report["findings"]
        .as_array_mut()
        .expect("findings")
        .retain(|row| {
            row["name"]
                .as_str()
                .is_some_and(|name| checks.contains(&name))
        });
    report
}

#[test]
fn without_defects_nothing_is_found_and_nothing_held_back() {
    for (records, syntax) in [
        (1, SyntaxChoice::Both),
        (2, SyntaxChoice::Yaml),
        (12, SyntaxChoice::Toml),
        (41, SyntaxChoice::Both),
        (1000, SyntaxChoice::Yaml),
        (1000, SyntaxChoice::Both),
    ] {
        let root = invented(Plan {
            records,
            seed: records as u64,
            syntax,
            defects: 0,
        });
        let said = ValidatedFolder::of(&root, Language::English);
        assert!(
            said.findings.is_empty() && said.held_back == 0,
            "{}",
            said.human()
        );
        let ended = apes(&[
            "validate",
            "--lang",
            "en",
            "--root",
            root.to_str().expect("a path"),
        ]);
        let summary = ended.stdout;
        assert!(
            ended.status.success(),
            "not even the charter finds an error: {}",
            String::from_utf8_lossy(&summary)
        );
        let count = Language::English.count(records, "record", "records");
        assert!(
            String::from_utf8_lossy(&summary)
                .lines()
                .any(|line| line.starts_with(&count)),
            "{}",
            String::from_utf8_lossy(&summary)
        );
    }
}

#[test]
fn one_seed_gives_the_same_bytes_and_another_does_not() {
    let files = |seed, syntax| {
        let plan = Plan {
            records: 200,
            seed,
            syntax,
            defects: 5,
        };
        InventedWorkspace::invent(plan)
            .expect("enough records")
            .files()
            .map(|file| (file.path, file.text))
            .collect::<Vec<_>>()
    };
    assert_eq!(files(7, SyntaxChoice::Both), files(7, SyntaxChoice::Both));
    assert_ne!(files(7, SyntaxChoice::Both), files(8, SyntaxChoice::Both));
    let all = files(7, SyntaxChoice::Both);
    let bytes: usize = all.iter().map(|(_, text)| text.len()).sum();
    assert!(
        (1_000..1_600).contains(&(bytes / 200)),
        "{} bytes a record",
        bytes / 200
    );
    let yaml = all
        .iter()
        .filter(|(path, _)| std::path::Path::new(path).extension() == Some("yaml".as_ref()))
        .count();
    assert!(
        (8..40).contains(&yaml),
        "about one in ten is YAML: {yaml} of 200"
    );
    assert!(
        all.iter()
            .any(|(path, text)| path == "apes.toml" && text.contains("invented = true"))
    );
}

#[test]
fn every_key_that_records_may_have_is_used() {
    let plan = Plan {
        records: 1000,
        seed: 1,
        syntax: SyntaxChoice::Toml,
        defects: 0,
    };
    let text: String = InventedWorkspace::invent(plan)
        .expect("enough records")
        .files()
        .map(|file| file.text)
        .collect();
    let mut unused = BTreeSet::new();
    for kind in [
        "common",
        "territory",
        "actor",
        "dynamic",
        "published",
        "sources",
    ] {
        let schema =
            std::fs::read_to_string(format!("schemas/{kind}.schema.json")).expect("a schema");
        collect_keys(&serde_json::from_str(&schema).expect("JSON"), &mut unused);
    }
    unused.retain(|key| {
        ![" = ", "]\n", "."]
            .iter()
            .any(|sign| text.contains(&format!("{key}{sign}")))
    });
    // Keys of sources that the demo does not use.
    for spare in ["author", "publisher"] {
        unused.remove(spare);
    }
    assert!(
        unused.is_empty(),
        "keys that no invented record has: {unused:?}"
    );
}

fn collect_keys(schema: &Json, keys: &mut BTreeSet<String>) {
    if let Some(properties) = schema.get("properties").and_then(Json::as_object) {
        keys.extend(properties.keys().cloned());
    }
    match schema {
        Json::Object(parts) => parts.values().for_each(|part| collect_keys(part, keys)),
        Json::Array(parts) => parts.iter().for_each(|part| collect_keys(part, keys)),
        _ => {}
    }
}

#[test]
fn no_folder_with_anything_in_it_is_written_to() {
    let root = folder();
    write(&root, "mine.txt", b"mine");
    let refused = apes(&["demo", "--output", root.to_str().expect("a path")]);
    assert_eq!(refused.status.code(), Some(2));
    let names: Vec<_> = std::fs::read_dir(&root)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    assert_eq!(names, ["mine.txt"]);
    let impossible = apes(&[
        "demo",
        "--records",
        "3",
        "--defects",
        "9",
        "--output",
        root.join("new").to_str().expect("a path"),
    ]);
    assert_eq!(impossible.status.code(), Some(2));
    assert!(!root.join("new").exists());
}

/// Returns almost 1 MiB of repetitions.
fn repeat(head: &str, each: impl Fn(usize) -> String, tail: &str) -> String {
    let mut text = head.to_owned();
    for number in 0.. {
        let next = each(number);
        if text.len() + next.len() + tail.len() > 1024 * 1024 {
            break;
        }
        text.push_str(&next);
    }
    text + tail
}

/// Returns files with as many errors as possible, which were slow in earlier versions: the work for
/// one error must not grow with the size of the file.
fn files_full_of_errors() -> Vec<(&'static str, String)> {
    let mut files = repeated_errors();
    files.extend(deep_and_broken_files());
    files
}

fn repeated_errors() -> Vec<(&'static str, String)> {
    let toml = "name = \"x\"\nkind = \"epci\"\n";
    let yaml = "name: x\nkind: epci\n";
    vec![
        (
            "toml",
            repeat(&format!("{toml}aliases = ["), |_| "1,".to_owned(), "]\n"),
        ),
        (
            "yaml",
            repeat(&format!("{yaml}aliases: ["), |_| "{},".to_owned(), "]\n"),
        ),
        (
            "yaml",
            repeat(&format!("{yaml}aliases: ["), |_| "a,".to_owned(), "]\n"),
        ),
        (
            "yaml",
            repeat(
                &format!("{yaml}aliases:\n"),
                |_| " - Aé #b\n".to_owned(),
                "",
            ),
        ),
        ("yaml", repeat(yaml, |_| "\ta: 1\n".to_owned(), "")),
        (
            "toml",
            repeat(
                &format!("{toml}made_of = [\n"),
                |number| format!("\"{}\",\n", 10_000 + number),
                "]\n",
            ),
        ),
        (
            "toml",
            repeat(
                &format!("{toml}[collective]\nmembers = [\n"),
                |number| format!("\"a-{number}\",\n"),
                "]\n",
            ),
        ),
    ]
}

fn deep_and_broken_files() -> Vec<(&'static str, String)> {
    let toml = "name = \"x\"\nkind = \"epci\"\n";
    let yaml = "name: x\nkind: epci\n";
    vec![
        (
            "toml",
            repeat(
                toml,
                |number| {
                    format!(
                        "[years.{}]\n{}",
                        1000 + number % 9000,
                        "zz = 1\n".repeat(120)
                    )
                },
                "",
            ),
        ),
        ("toml", format!("{toml}extra.a = {}", "[".repeat(1_000_000))),
        ("toml", format!("{toml}extra{} = 1\n", ".a".repeat(500_000))),
        ("yaml", format!("{yaml}extra: {}", "{a: ".repeat(250_000))),
        ("yaml", "? ".repeat(500_000)),
        ("toml", "\"".repeat(1024 * 1024)),
        ("toml", repeat("", |number| format!("é{number} = x\n"), "")),
    ]
}

#[test]
fn a_file_full_of_errors_is_validated_in_bounded_time() {
    for (ending, text) in files_full_of_errors() {
        let root = folder();
        write(&root, "apes.toml", b"format = 1\nname = \"x\"\n");
        write(
            &root,
            &format!("territories/t/territory.{ending}"),
            text.as_bytes(),
        );
        let start = Instant::now();
        let said = ValidatedFolder::of(Path::new(&root), Language::French);
        let lengths = (
            said.human().len(),
            said.text(apes::renderers::findings::Format::Short).len(),
        );
        let beginning: String = text.chars().take(60).collect();
        // The bound is some forty times the duration on an idle machine without optimisation, so
        // that only a quadratic algorithm exceeds it.
        assert!(
            start.elapsed() < Duration::from_mins(1),
            "{beginning}: {:?} {lengths:?}",
            start.elapsed()
        );
        std::fs::remove_dir_all(root).expect("a folder that can be removed");
    }
}
