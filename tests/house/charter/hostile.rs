//! A charter meant to hang or crash: every limit is named, and nothing takes longer than a breath.

use std::time::Instant;

use apes::language::Language;

use super::said_of;
use crate::workspace::{Said, TODAY, with};

fn criterion(name: &str, requires: &str) -> String {
    format!(
        "[criteria.{name}]\napplies_to = 'dynamic'\nlevel = 'note'\nrequires = \"{requires}\"\n\
         finding = {{ fr = 'x', en = 'x' }}\nbecause = {{ fr = 'x', en = 'x' }}\n"
    )
}

#[test]
fn an_expression_that_no_one_can_read_is_refused_by_its_length() {
    for hostile in [
        "not ".repeat(250_000) + "dynamic.seen",
        "(".repeat(400_000) + "dynamic.seen" + &")".repeat(400_000),
        vec!["dynamic.seen"; 60_000].join(" or "),
        "dynamic".to_owned() + &".seen".repeat(200_000),
        format!("'{}' == dynamic.name", "a".repeat(900_000)),
        "-".repeat(900_000) + "1",
        "[".repeat(900_000),
    ] {
        let said = said_of(&criterion("hostile", &hostile));
        let told = said
            .findings
            .iter()
            .find(|one| one.name == "unreadable-criterion")
            .expect("a finding");
        assert!(
            told.sentence.contains("500 characters"),
            "{}",
            told.sentence
        );
    }
}

#[test]
fn within_its_length_no_expression_is_too_deep() {
    for hostile in [
        "not ".repeat(120) + "dynamic.seen",
        "(".repeat(240) + "dynamic.seen" + &")".repeat(240),
        "-".repeat(490) + "1",
        "[".repeat(490),
        vec!["dynamic.seen"; 33].join(" or "),
        "dynamic".to_owned() + &".seen".repeat(90),
        "count(".repeat(80) + "dynamic.seen",
        "dynamic.seen if ".repeat(30) + "dynamic.seen",
    ] {
        let said = said_of(&criterion("hostile", &hostile));
        assert!(!said.findings.is_empty(), "{hostile}");
    }
}

#[test]
fn thousands_of_criteria_are_told_by_their_limit() {
    let start = Instant::now();
    let many: String = (0..950)
        .map(|at| criterion(&format!("c{at}"), "dynamic.purpose.needs"))
        .collect();
    let said = said_of(&many);
    let beyond = said
        .findings
        .iter()
        .filter(|one| one.sentence.contains("criteria at most"))
        .count();
    assert_eq!(beyond, 1, "{}", said.human());
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
}

#[test]
fn examples_as_large_as_a_file_allows_come_to_an_end() {
    let start = Instant::now();
    let needs = vec!["'need'"; 60_000].join(", ");
    let ors = vec!["'x' in dynamic.purpose.needs"; 15]
        .join(" or ")
        .replace("'x'", "'y'");
    let text = criterion("hostile", &ors).replacen("or 'y'", "or 'z'", 1)
        + &format!(
            "[[criteria.hostile.wrong]]\nrecord = {{ purpose = {{ needs = [{needs}] }} }}\n"
        );
    let said = said_of(&text);
    assert!(!said.findings.is_empty());
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
}

#[test]
fn a_base_never_leads_out_of_the_workspace() {
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
            let said = Said::whole(
                &with(&[(file, &format!("base = \"{base}\"\n"))]),
                Language::English,
                TODAY,
            );
            let told = said
                .findings
                .iter()
                .filter(|one| one.name == "unknown-base")
                .count();
            assert_eq!(told, 1, "{file} {base}\n{}", said.human());
        }
    }
}

#[test]
fn a_base_that_is_a_link_out_of_the_workspace_is_not_followed() {
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
fn chains_and_circles_of_bases_come_to_an_end() {
    let name = |at: usize| {
        if at == 0 {
            "schemas/charter.toml".to_owned()
        } else {
            format!("schemas/c{at}.toml")
        }
    };
    let chain: Vec<(String, String)> = (0..40)
        .map(|at| (name(at), format!("base = \"{}\"\n", name(at + 1))))
        .collect();
    let chain: Vec<(&str, &str)> = chain
        .iter()
        .map(|(path, text)| (&**path, &**text))
        .collect();
    let said = Said::whole(&with(&chain), Language::English, TODAY);
    assert!(
        said.findings.iter().any(|one| one.name == "unknown-base"),
        "{}",
        said.human()
    );
}

#[test]
fn thousands_of_words_that_follow_one_another_come_to_an_end() {
    let start = Instant::now();
    let word = |at: usize| {
        format!("[themes.w{at}]\nfr = 'X'\nen = 'X'\nfill = '#88CCEE'\nshape = 'circle'\n")
    };
    let all: String = (0..3000)
        .map(|at| word(at) + &format!("after = 'w{}'\n", (at + 1) % 3000))
        .collect();
    let said = Said::whole(
        &with(&[("schemas/vocabulary.toml", &all)]),
        Language::English,
        TODAY,
    );
    assert!(
        start.elapsed().as_secs() < 30,
        "{:?}\n{}",
        start.elapsed(),
        said.findings.len()
    );
}

#[test]
fn many_criteria_over_many_rows_come_to_an_end() {
    let start = Instant::now();
    let many: String = (0..300)
        .map(|at| {
            criterion(&format!("c{at}"), "row.told_by or sourced(row)")
                .replace("level", "each = ['levers', 'obstacles']\nlevel")
        })
        .collect();
    let rows = "  { kind = 'tiers-lieu', seen = [2024] },\n".repeat(1500);
    let names = (0..1500).map(|at| format!("'x{at}', ")).collect::<String>();
    let record = format!(
        "name = 'A'\ntheme = 'production-locale'\nseen = [2021]\nsources = ['a', 'b']\nlevers = \
            [\n{rows}]\n[sourced]\na = [{names}]\n"
    );
    let said = Said::whole(
        &with(&[
            ("schemas/charter.toml", &many),
            ("territories/a/dynamics/b.toml", &record),
        ]),
        Language::English,
        TODAY,
    );
    assert!(!said.findings.is_empty());
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

#[test]
fn what_a_charter_says_reaches_no_terminal_raw() {
    let text = criterion("c", "dynamic.summary")
        .replace("en = 'x'", "en = \"x\\u001b[31mred\\u202Eback\"")
        .replace("level", "source = 'nothing-there'\nlevel");
    let said = said_of(&text);
    let human = said.human();
    assert!(!human.contains(['\u{1b}', '\u{202e}']), "{human}");
}
