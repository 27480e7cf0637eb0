//! Many records: as many as asked for, the same from one seed, and every known defect found where
//! it was planted.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use apes::checks::rules;
use apes::demo::{InventedWorkspace, Plan, SyntaxChoice};
use apes::language::Language;
use serde_json::Value as Json;

use crate::workspace::{Said, folder, write};

/// A defect, or what was found: name, file, line.
type Place = (String, String, u64);

pub fn invented(plan: Plan) -> std::path::PathBuf {
    let root = folder();
    for file in InventedWorkspace::invent(plan)
        .expect("room for the defects")
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
        let shown = root.to_str().expect("a path");
        let words = [
            "--records",
            "1000",
            "--defects",
            "40",
            "--seed",
            seed,
            "--syntax",
            syntax,
            "--output",
            shown,
        ];
        let written = apes(&[&["demo"], &words[..]].concat());
        assert!(
            written.status.success(),
            "{}",
            String::from_utf8_lossy(&written.stderr)
        );
        let list =
            std::fs::read(root.with_file_name("demo.defects.json")).expect("the list of defects");
        let planted = places(
            &serde_json::from_slice(&list).expect("JSON"),
            "check",
            Json::clone,
        );
        let said = apes(&["validate", "--root", shown, "--format", "json"]).stdout;
        let mut said: Json = serde_json::from_slice(&said).expect("JSON");
        // Defects are of checks; what the charter asks of invented records is another matter.
        let checks: Vec<&str> = rules().map(|rule| rule.name).collect();
        let of_check = |row: &Json| {
            row["name"]
                .as_str()
                .is_some_and(|name| checks.contains(&name))
        };
        said["findings"]
            .as_array_mut()
            .expect("findings")
            .retain(of_check);
        let found = places(&said["findings"], "name", |row| row["place"].clone());
        assert_eq!(planted.len(), 40);
        assert_eq!(said["records"], 1000);
        let (missing, extra) = (planted.difference(&found), found.difference(&planted));
        let (missing, extra): (Vec<_>, Vec<_>) = (missing.collect(), extra.collect());
        assert!(
            missing.is_empty() && extra.is_empty(),
            "not found: {missing:#?}\nnot planted: {extra:#?}"
        );
        assert_eq!(
            said["findings"].as_array().map(Vec::len),
            Some(40),
            "each once"
        );
    }
}

#[test]
fn without_defects_nothing_is_found_and_nothing_held_back() {
    for (records, written) in [
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
            written,
            defects: 0,
        });
        let said = Said::of(&root, Language::English);
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
    let files = |seed, written| {
        let plan = Plan {
            records: 200,
            seed,
            written,
            defects: 5,
        };
        InventedWorkspace::invent(plan)
            .expect("room")
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
        written: SyntaxChoice::Toml,
        defects: 0,
    };
    let text: String = InventedWorkspace::invent(plan)
        .expect("room")
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
    let written = |key: &String| {
        [" = ", "]\n", "."]
            .iter()
            .any(|sign| text.contains(&format!("{key}{sign}")))
    };
    unused.retain(|key| !written(key));
    // A source that stands in `sources.toml` may say more of itself than the demo's do.
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

/// Almost 1 MiB of one thing after another.
fn much(head: &str, each: impl Fn(usize) -> String, tail: &str) -> String {
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

/// Files that were slow once: what is done for a fault must not grow with the file that holds it.
fn slow_once() -> Vec<(&'static str, String)> {
    let toml = "name = \"x\"\nkind = \"epci\"\n";
    let yaml = "name: x\nkind: epci\n";
    vec![
        (
            "toml",
            much(&format!("{toml}aliases = ["), |_| "1,".to_owned(), "]\n"),
        ),
        (
            "yaml",
            much(&format!("{yaml}aliases: ["), |_| "{},".to_owned(), "]\n"),
        ),
        (
            "yaml",
            much(&format!("{yaml}aliases: ["), |_| "a,".to_owned(), "]\n"),
        ),
        (
            "yaml",
            much(
                &format!("{yaml}aliases:\n"),
                |_| " - Aé #b\n".to_owned(),
                "",
            ),
        ),
        ("yaml", much(yaml, |_| "\ta: 1\n".to_owned(), "")),
        (
            "toml",
            much(
                &format!("{toml}made_of = [\n"),
                |number| format!("\"{}\",\n", 10_000 + number),
                "]\n",
            ),
        ),
        (
            "toml",
            much(
                &format!("{toml}[collective]\nmembers = [\n"),
                |number| format!("\"a-{number}\",\n"),
                "]\n",
            ),
        ),
        (
            "toml",
            much(
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
        ("toml", much("", |number| format!("é{number} = x\n"), "")),
    ]
}

#[test]
fn a_file_full_of_faults_takes_no_longer_than_its_size_asks() {
    for (ending, text) in slow_once() {
        let root = folder();
        write(&root, "apes.toml", b"format = 1\nname = \"x\"\n");
        write(
            &root,
            &format!("territories/t/territory.{ending}"),
            text.as_bytes(),
        );
        let begun = Instant::now();
        let said = Said::of(Path::new(&root), Language::French);
        let lengths = (
            said.human().len(),
            said.text(apes::renderers::findings::Format::Short).len(),
        );
        let beginning: String = text.chars().take(60).collect();
        // Some forty times what an idle machine takes without optimisation would still be found
        // out.
        assert!(
            begun.elapsed() < Duration::from_mins(1),
            "{beginning}: {:?} {lengths:?}",
            begun.elapsed()
        );
        std::fs::remove_dir_all(root).expect("a folder that can go");
    }
}
