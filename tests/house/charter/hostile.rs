//! A charter meant to hang or crash: every limit is named, and nothing takes longer than a breath.

use std::time::Instant;

use super::said_of;

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
        let told = said.findings.iter().find(|one| one.name == "unreadable-criterion").expect("a finding");
        assert!(told.sentence.contains("500 characters"), "{}", told.sentence);
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
    let many: String = (0..950).map(|at| criterion(&format!("c{at}"), "dynamic.purpose.needs")).collect();
    let said = said_of(&many);
    let beyond = said.findings.iter().filter(|one| one.sentence.contains("criteria at most")).count();
    assert_eq!(beyond, 1, "{}", said.human());
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
}

#[test]
fn examples_as_large_as_a_file_allows_come_to_an_end() {
    let start = Instant::now();
    let needs = vec!["'need'"; 60_000].join(", ");
    let ors = vec!["'x' in dynamic.purpose.needs"; 15].join(" or ").replace("'x'", "'y'");
    let text = criterion("hostile", &ors).replacen("or 'y'", "or 'z'", 1)
        + &format!("[[criteria.hostile.wrong]]\nrecord = {{ purpose = {{ needs = [{needs}] }} }}\n");
    let said = said_of(&text);
    assert!(!said.findings.is_empty());
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
}
