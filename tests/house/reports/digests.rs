//! What reports of the example region say, to the byte: some outputs are kept whole, of the others a digest.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use apes::views::VIEWS;
use apes::views::view::{Facts, Figure, Piece};

use super::LANGUAGES;
use super::samples::{Format, OUTPUTS, Output, SAMPLES, Sample, example};
use crate::golden::{assert_golden, at_root, blessing, first_difference, text_of, write};
use crate::workspace::{files, folder};

const FOLDER: &str = "tests/reports";

const DIGESTS: &str = "tests/reports/digests.txt";

const HEADER: &str = "\
# Outputs of reports of the example region that are not kept whole beside this file: bytes, lines, digest (FNV-1a).
# Where a line changes, the test says what changed in the output; APES_BLESS=1 cargo test --test house reports
# writes this list anew.
";

/// What the program needs beside its words to print the same on every machine.
const SETTING: [(&str, &str); 3] = [
    ("COLUMNS", "100"),
    ("GIT_DIR", "none"),
    ("SOURCE_DATE_EPOCH", "1795305600"),
];

/// How many changed outputs are shown with what changed in them.
const SHOWN: usize = 12;

#[test]
fn every_report_has_markdown_that_is_kept_whole() {
    for view in VIEWS {
        let own = |sample: &&Sample| sample.report == view.name && sample.name == "expected";
        let sample = SAMPLES
            .iter()
            .find(own)
            .unwrap_or_else(|| panic!("no sample of {}", view.name));
        assert!(sample.files.contains(&Format::Markdown), "{}", view.name);
    }
}

#[test]
fn outputs_kept_whole_are_what_the_program_prints() {
    let kept: Vec<&Output> = OUTPUTS.iter().filter(|output| output.in_file).collect();
    for output in &kept {
        assert_golden(&format!("{FOLDER}/{}", output.path), &output.text);
    }
    let wanted: BTreeSet<&str> = kept.iter().map(|output| &*output.path).collect();
    let found = files(&at_root(FOLDER));
    let skip_reason = found
        .keys()
        .find(|path| *path != "digests.txt" && !wanted.contains(&***path));
    assert_eq!(
        skip_reason, None,
        "a file of {FOLDER} that no report writes"
    );
}

#[test]
fn other_outputs_have_the_digests_in_the_list() {
    let others: Vec<&Output> = OUTPUTS.iter().filter(|output| !output.in_file).collect();
    let wanted = HEADER.to_owned() + &others.iter().map(|output| line(output)).collect::<String>();
    let found = text_of(DIGESTS);
    assert!(
        found == wanted || blessing(),
        "{}",
        changes(&found, &others, &copies())
    );
    assert_golden(DIGESTS, &wanted);
    for output in &others {
        write(&copies().join("before").join(&output.path), &output.text);
    }
}

/// What kinds of things a report shows: its chapters, their parts, its tables and its pictures.
fn kinds(facts: &Facts) -> BTreeSet<String> {
    let parts = facts.sections.iter().map(|section| match section.level {
        2 => section
            .id
            .trim_end_matches(|character: char| character.is_ascii_digit())
            .to_owned(),
        _ => section.id.split('-').next().unwrap_or_default().to_owned(),
    });
    let pieces = facts
        .sections
        .iter()
        .flat_map(|section| &section.pieces)
        .map(|piece| match piece {
            Piece::Text(_) => "paragraph".to_owned(),
            Piece::Prose(_) => "text of a record".to_owned(),
            Piece::List(_) => "list".to_owned(),
            Piece::Note(_) => "note".to_owned(),
            Piece::Table(table) => format!("table « {} »", table.caption),
            Piece::Picture(picture) => match &picture.figure {
                Figure::Map(_) | Figure::Atlas(_) | Figure::Locator(_) => "map".to_owned(),
                Figure::Bars(_) => "bars".to_owned(),
                Figure::Timeline(_) => "timeline".to_owned(),
                Figure::Graph(_) | Figure::Ternary(_) => "graph".to_owned(),
            },
        });
    parts.chain(pieces).collect()
}

/// What the annual report says of the network as a whole, and leaves out of a part.
const OF_THE_WHOLE_ALONE: [&str; 4] = [
    "avant-propos",
    "missions",
    "table « Ressources du réseau »",
    "table « Resources of the network »",
];

#[test]
fn files_about_a_part_show_every_kind_of_thing_that_the_whole_report_has() {
    for workspace in LANGUAGES.map(example) {
        for whole in SAMPLES.iter().filter(|sample| sample.name == "region") {
            let kept = SAMPLES.iter().filter(|sample| {
                sample.report == whole.report && sample.files.contains(&Format::Markdown)
            });
            let kept: BTreeSet<String> = kept
                .flat_map(|sample| kinds(&sample.facts(&workspace)))
                .collect();
            let all = kinds(&whole.facts(&workspace));
            let missing: Vec<&String> = all
                .difference(&kept)
                .filter(|kind| !OF_THE_WHOLE_ALONE.contains(&kind.as_str()))
                .collect();
            assert!(
                missing.is_empty(),
                "{}: no Markdown file shows {missing:?}",
                whole.report
            );
        }
    }
}

/// The line of an output.
fn line(output: &Output) -> String {
    let (bytes, lines) = (output.text.len(), output.text.lines().count());
    format!(
        "{:<32} {bytes:>7} bytes {lines:>6} lines  {:016x}\n",
        output.path,
        fnv(output.text.as_bytes())
    )
}

/// FNV-1a in 64 bits: the same on every machine, and another one whenever a single byte changes.
fn fnv(bytes: &[u8]) -> u64 {
    let mixed = |digest: u64, byte: &u8| (digest ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, mixed)
}

/// Outputs of the last run that passed, in `before`, and of one that failed, in `now`: never committed.
fn copies() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("reports")
}

/// What changed: each output whose line differs, and where the text of the last run that passed is still there, the
/// first line that differs.
fn changes(found: &str, outputs: &[&Output], copies: &Path) -> String {
    let listed = found.lines().filter(|line| !line.starts_with('#'));
    let mut lines: BTreeMap<&str, &str> = listed
        .filter_map(|line| Some((line.split_once(' ')?.0, line)))
        .collect();
    let mut said = format!("{DIGESTS} is not what the program prints now:\n");
    let mut shown = 0;
    for output in outputs {
        let (was, is) = (lines.remove(&*output.path), line(output));
        if was == Some(is.trim_end()) {
            continue;
        }
        said.push_str(&format!(
            "\n- {}\n+ {is}",
            was.unwrap_or("(not in the list)")
        ));
        write(&copies.join("now").join(&output.path), &output.text);
        if shown < SHOWN {
            said.push_str(&what_changed(output, was, copies));
        }
        shown += 1;
    }
    said.extend(
        lines
            .values()
            .map(|gone| format!("\n- {gone}\n+ (no report prints it)\n")),
    );
    said + &format!(
        "\nOutputs whole: {0}/before and {0}/now\n\
         To accept: APES_BLESS=1 cargo test --test house reports\n",
        copies.display()
    )
}

/// What changed in one output, and the command that prints it.
fn what_changed(output: &Output, was: Option<&str>, copies: &Path) -> String {
    let text =
        std::fs::read_to_string(copies.join("before").join(&output.path)).unwrap_or_default();
    let before = Output {
        path: output.path.clone(),
        text,
        command: Vec::new(),
        in_file: false,
    };
    let difference = if was == Some(line(&before).trim_end()) {
        first_difference(&before.text, &output.text)
    } else {
        "no copy of the text before: run this test once on the commit before, then again here"
            .to_owned()
    };
    let setting = SETTING
        .map(|(name, value)| format!("{name}={value}"))
        .join(" ");
    format!(
        "{difference}\n{setting} cargo run -q -- {}\n",
        output.command.join(" ")
    )
}

#[test]
fn a_digest_changes_with_every_byte() {
    for (text, digest) in [
        ("", 0xcbf2_9ce4_8422_2325),
        ("a", 0xaf63_dc4c_8601_ec8c),
        ("foobar", 0x8594_4171_f739_67e8),
    ] {
        assert_eq!(
            fnv(text.as_bytes()),
            digest,
            "{text:?}: not the published digest"
        );
    }
    let text = "Période\u{a0}: 2024 · 339 fiches · établi le 22 novembre 2026\n"
        .repeat(9)
        .into_bytes();
    let mut seen = BTreeSet::from([fnv(&text), fnv(&text[1..])]);
    for place in 0..text.len() {
        let mut changed = text.clone();
        changed[place] ^= 1;
        assert!(seen.insert(fnv(&changed)), "byte {place} changes nothing");
    }
}

#[test]
fn a_failure_names_the_output_that_changed_and_what_prints_it() {
    let output = |path: &str, text: &str| Output {
        path: path.to_owned(),
        text: text.to_owned(),
        in_file: false,
        command: vec!["report".to_owned(), path.to_owned()],
    };
    let (same, was, is) = (
        output("test/same", "x\n"),
        output("test/moved", "one\ntwo\n"),
        "one\nzwo\n",
    );
    let found = format!(
        "{HEADER}{}{}{}",
        line(&same),
        line(&was),
        line(&output("test/gone", ""))
    );
    let copies = folder();
    write(&copies.join("before/test/moved"), &was.text);
    let said = changes(
        &found,
        &[&same, &output("test/moved", is), &output("test/new", "n")],
        &copies,
    );
    for part in [
        "line 2\n  was  two\n  is   zwo\n",
        "cargo run -q -- report test/moved\n",
        "(not in the list)\n+ test/new ",
        "- test/gone ",
        "APES_BLESS=1 cargo test",
    ] {
        assert!(said.contains(part), "{part:?} is missing:\n{said}");
    }
    assert!(!said.contains("test/same"), "{said}");
}

#[test]
fn the_command_of_an_output_prints_it() {
    // Each sample in one language and format: together all of them, and few runs.
    for (place, output) in OUTPUTS
        .iter()
        .enumerate()
        .filter(|(place, _)| place % 9 == 0)
    {
        let run = Command::new(env!("CARGO_BIN_EXE_apes"))
            .args(&output.command)
            .current_dir(at_root(""))
            .env_clear()
            .envs(SETTING)
            .output()
            .expect("the program runs");
        let printed = String::from_utf8_lossy(&run.stdout);
        assert!(
            printed == output.text,
            "{place}: {:?} prints something else than {}\n{}{}",
            output.command,
            output.path,
            first_difference(&printed, &output.text),
            String::from_utf8_lossy(&run.stderr)
        );
    }
}
