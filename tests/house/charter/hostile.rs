//! Charters made to hang or crash the program: limits are reported, and every run terminates.

use std::time::Instant;

use apes::language::Language;

use super::validate_charter;
use crate::workspace::{TODAY, ValidatedFolder, with};

fn criterion(name: &str, requires: &str) -> String {
    format!(
        "[criteria.{name}]\napplies_to = 'dynamic'\nlevel = 'note'\nrequires = \"{requires}\"\n\
         finding = {{ fr = 'x', en = 'x' }}\nbecause = {{ fr = 'x', en = 'x' }}\nsource = 'network'\n"
    )
}

#[test]
fn expressions_beyond_the_length_limit_are_rejected() {
    for text in [
        "not ".repeat(250_000) + "dynamic.seen",
        "(".repeat(400_000) + "dynamic.seen" + &")".repeat(400_000),
        vec!["dynamic.seen"; 60_000].join(" or "),
        "dynamic".to_owned() + &".seen".repeat(200_000),
        format!("'{}' == dynamic.name", "a".repeat(900_000)),
        "-".repeat(900_000) + "1",
        "[".repeat(900_000),
    ] {
        let output = validate_charter(&criterion("hostile", &text));
        let finding = output
            .findings
            .iter()
            .find(|finding| finding.name == "unreadable-criterion")
            .expect("a finding");
        assert!(
            finding.sentence.contains("500 characters"),
            "{}",
            finding.sentence
        );
    }
}

#[test]
fn nesting_within_the_length_limit_is_safe() {
    for text in [
        "not ".repeat(120) + "dynamic.seen",
        "(".repeat(240) + "dynamic.seen" + &")".repeat(240),
        "-".repeat(490) + "1",
        "[".repeat(490),
        vec!["dynamic.seen"; 33].join(" or "),
        "dynamic".to_owned() + &".seen".repeat(90),
        "count(".repeat(80) + "dynamic.seen",
        "dynamic.seen if ".repeat(30) + "dynamic.seen",
    ] {
        let output = validate_charter(&criterion("hostile", &text));
        assert!(!output.findings.is_empty(), "{text}");
    }
}

#[test]
fn criteria_beyond_the_limit_are_reported() {
    let start = Instant::now();
    let many: String = (0..950)
        .map(|index| criterion(&format!("c{index}"), "dynamic.purpose.needs"))
        .collect();
    let output = validate_charter(&many);
    let beyond = output
        .findings
        .iter()
        .filter(|finding| finding.sentence.contains("criteria at most"))
        .count();
    assert_eq!(beyond, 1, "{}", output.human());
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
}

#[test]
fn huge_examples_terminate() {
    let start = Instant::now();
    let needs = vec!["'need'"; 60_000].join(", ");
    let ors = vec!["'x' in dynamic.purpose.needs"; 15]
        .join(" or ")
        .replace("'x'", "'y'");
    let text = criterion("hostile", &ors).replacen("or 'y'", "or 'z'", 1)
        + &format!(
            "[[criteria.hostile.wrong]]\nrecord = {{ purpose = {{ needs = [{needs}] }} }}\n"
        );
    let output = validate_charter(&text);
    assert!(!output.findings.is_empty());
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
}

#[test]
fn a_base_outside_the_workspace_is_reported() {
    for base in [
        "../outside.toml",
        "/etc/passwd",
        "schemas/../../outside.toml",
        "schemas/./charter.toml",
        "schemas\\\\charter.toml",
        "file:outside.toml",
        "apes:charter.toml",
        "schemas",
        "apes.toml/",
        "",
    ] {
        for file in ["schemas/charter.toml", "schemas/vocabulary.toml"] {
            let output = ValidatedFolder::whole(
                &with(&[(file, &format!("base = \"{base}\"\n"))]),
                Language::English,
                TODAY,
            );
            let finding = output
                .findings
                .iter()
                .filter(|finding| finding.name == "unknown-base")
                .count();
            assert_eq!(finding, 1, "{file} {base}\n{}", output.human());
        }
    }
}

#[test]
fn a_link_out_of_the_workspace_is_not_followed() {
    let folder = with(&[
        ("schemas/charter.toml", "base = \"schemas/other.toml\"\n"),
        ("apes.toml", "format = 1\n"),
    ]);
    let outside = with(&[(
        "secret.toml",
        "[principles.secret]\nfr = 'Très secret'\nen = 'Top secret'\n",
    )]);
    #[cfg(unix)]
    std::os::unix::fs::symlink(
        outside.join("secret.toml"),
        folder.join("schemas/other.toml"),
    )
    .expect("a link");
    let network =
        apes::workspace::load(&apes::sources::Folder::at(&folder), None, Language::English).network;
    assert!(network.charter.principles.get("secret").is_none());
}

#[test]
fn long_chains_of_bases_terminate() {
    let chain: Vec<(String, String)> = (0..40)
        .map(|index| {
            let base = chained_charter(index + 1);
            (chained_charter(index), format!("base = \"{base}\"\n"))
        })
        .collect();
    let chain: Vec<(&str, &str)> = chain
        .iter()
        .map(|(path, text)| (&**path, &**text))
        .collect();
    let output = ValidatedFolder::whole(&with(&chain), Language::English, TODAY);
    assert!(
        output
            .findings
            .iter()
            .any(|finding| finding.name == "unknown-base"),
        "{}",
        output.human()
    );
}

/// The path of a charter in a chain of bases.
fn chained_charter(index: usize) -> String {
    if index == 0 {
        "schemas/charter.toml".to_owned()
    } else {
        format!("schemas/c{index}.toml")
    }
}

#[test]
fn circles_of_thousands_of_words_terminate() {
    let start = Instant::now();
    let words: String = (0..3000)
        .map(|index| {
            let after = (index + 1) % 3000;
            format!(
                "[themes.w{index}]\nfr = 'X'\nen = 'X'\nfill = '#88CCEE'\nshape = 'circle'\n\
                 after = 'w{after}'\n"
            )
        })
        .collect();
    let output = ValidatedFolder::whole(
        &with(&[("schemas/vocabulary.toml", &words)]),
        Language::English,
        TODAY,
    );
    assert!(
        start.elapsed().as_secs() < 30,
        "{:?}\n{}",
        start.elapsed(),
        output.findings.len()
    );
}

#[test]
fn many_criteria_over_many_rows_terminate() {
    let start = Instant::now();
    let many: String = (0..300)
        .map(|index| {
            criterion(&format!("c{index}"), "row.told_by or sourced(row)")
                .replace("level", "each = ['levers', 'obstacles']\nlevel")
        })
        .collect();
    let rows = "  { kind = 'tiers-lieu', seen = [2024] },\n".repeat(1500);
    let names = (0..1500)
        .map(|index| format!("'x{index}', "))
        .collect::<String>();
    let record = format!(
        "name = 'A'\ntheme = 'production-locale'\nseen = [2021]\nsources = ['a', 'b']\nlevers = \
            [\n{rows}]\n[sourced]\na = [{names}]\n"
    );
    let output = ValidatedFolder::whole(
        &with(&[
            ("schemas/charter.toml", &many),
            ("territories/a/dynamics/b.toml", &record),
        ]),
        Language::English,
        TODAY,
    );
    assert!(!output.findings.is_empty());
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

#[test]
fn control_characters_of_a_charter_never_reach_the_terminal() {
    let text = criterion("c", "dynamic.summary")
        .replace("en = 'x'", "en = \"x\\u001b[31mred\\u202Eback\"")
        .replace("level", "source = 'nothing-there'\nlevel");
    let output = validate_charter(&text);
    let human = output.human();
    assert!(!human.contains(['\u{1b}', '\u{202e}']), "{human}");
}
