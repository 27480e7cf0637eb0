//! Mistyped names in a charter are underlined, and the nearest known name is suggested.

use apes::diagnostic::{At, Writing};

use super::validate_charter;

/// A charter with one criterion and this requirement.
fn with_requirement(requires: &str) -> String {
    format!(
        "[principles.utilite-sociale]\nfr = 'Utilité sociale'\nen = 'Social usefulness'\n\n\
         [criteria.something-missing]\napplies_to = \"dynamic\"\nlevel = \"note\"\n\
         requires = \"{requires}\"\n\
         finding = {{ fr = 'x', en = 'x' }}\nbecause = {{ fr = 'x', en = 'x' }}\nsource = 'network'\n"
    )
}

/// Requirements, each with the bytes that are underlined and the nearest name.
const MISTYPED: [(&str, &str, &str); 15] = [
    ("dynamic.purpose.neds", "neds", "needs"),
    ("dynamic.purpos.needs", "purpos", "purpose"),
    ("dynamc.purpose.needs", "dynamc", "dynamic"),
    (
        "dynamic.partners.role or dynamic.familis",
        "familis",
        "families",
    ),
    ("dynamic.reachd('ouverture')", "reachd", "reached"),
    ("dynamic.reached('ouvertur')", "'ouvertur'", "'ouverture'"),
    ("cont(dynamic.families) > 2", "cont", "count"),
    (
        "dynamic.theme == 'production-local'",
        "'production-local'",
        "'production-locale'",
    ),
    (
        "dynamic.theme in ['production-locale', 'mise-en-récit']",
        "'mise-en-récit'",
        "'mise-en-recit'",
    ),
    (
        "any_of(dynamic.families, 'ess', 'colectivite')",
        "'colectivite'",
        "'collectivite'",
    ),
    ("dynamic.form == 'ptc'", "'ptc'", "'ptce'"),
    (
        "'porteurs' in dynamic.partners.role",
        "'porteurs'",
        "'porteur'",
    ),
    (
        "'markets' in dynamic.resource_categories",
        "'markets'",
        "'market'",
    ),
    (
        "dynamic.reached(\\\"ouvertur\\\")",
        "\\\"ouvertur\\\"",
        "'ouverture'",
    ),
    ("families(dynamic.parners)", "parners", "partners"),
];

#[test]
fn mistyped_names_are_underlined_with_the_nearest_one() {
    for (requires, underlined, near) in MISTYPED {
        let text = with_requirement(requires);
        let output = validate_charter(&text);
        let findings = output
            .findings
            .iter()
            .filter(|finding| finding.name == "unknown-name-in-criterion");
        let spot = |at: &At| match at {
            At::Span(span) => &text[span.start..span.end],
            other => panic!("{requires}: {other:?}"),
        };
        let findings: Vec<_> = findings
            .filter(|finding| spot(&finding.primary.place.at) == underlined)
            .collect();
        assert_eq!(findings.len(), 1, "{requires}\n{}", output.human());
        let edits = &findings[0].help.as_ref().expect("a help").edits;
        assert_eq!(edits.len(), 1, "{requires}");
        assert_eq!(
            edits[0].writing,
            Writing::Raw(near.to_owned()),
            "{requires}"
        );
        assert_eq!(spot(&edits[0].place.at), underlined, "{requires}");
    }
}

#[test]
fn unsupported_syntax_is_underlined() {
    for (requires, underlined) in [
        (
            "dynamic.purpose.needs | length",
            "dynamic.purpose.needs | length",
        ),
        ("dynamic.seen[0] == 2020", "dynamic.seen[0]"),
        ("dynamic.from + 2 > 2020", "dynamic.from + 2"),
        ("dynamic.purpose is defined", "dynamic.purpose is defined"),
        (
            "dynamic.from if dynamic.to else dynamic.seen",
            "dynamic.from if dynamic.to else dynamic.seen",
        ),
        ("2000 < dynamic.from < 2020", "2000 < dynamic.from < 2020"),
        ("dynamic.theme = 'ess'", "="),
        ("dynamic.partners.rôle", "rôle"),
        ("dynamic.partners and {'a': 1}", "{'a': 1}"),
    ] {
        let text = with_requirement(requires);
        let output = validate_charter(&text);
        let findings = output
            .findings
            .iter()
            .filter(|finding| finding.name == "unreadable-criterion");
        let findings: Vec<&str> = findings
            .map(|finding| match finding.primary.place.at {
                At::Span(span) => &text[span.start..span.end],
                _ => "",
            })
            .collect();
        assert_eq!(findings, [underlined], "{requires}\n{}", output.human());
    }
}

#[test]
fn meaningless_expressions_and_comparisons_are_reported() {
    for requires in [
        "'a' == 'b'",
        "true",
        "dynamic.purpose and dynamic.purpose",
        "dynamic.from == dynamic.from",
        "dynamic.partners == 'tilt'",
        "dynamic.partners.role == 'porteur'",
        "dynamic.theme > 'a'",
        "dynamic.from == 'hier'",
        "dynamic.purpose == 2020",
        "dynamic.theme in dynamic.form",
        "count(dynamic.from) > 1",
        "dynamic.reached()",
        "dynamic.reached('ouverture', 'eclosion')",
        "dynamic.reached(dynamic.theme)",
        "reached('ouverture')",
        "dynamic.families()",
        "dynamic.reached",
        "families",
        "actor.charter",
        "row.kind",
        "principle",
        "dynamic.shows('utilite-sociale')",
        "dynamic.purpose.reached('ouverture')",
    ] {
        let output = validate_charter(&with_requirement(requires));
        let findings = output
            .names()
            .iter()
            .filter(|name| **name == "unknown-name-in-criterion")
            .count();
        assert_eq!(findings, 1, "{requires}\n{}", output.human());
    }
}

/// A charter with one criterion for these kinds of record and these lists.
fn with_targets(applies_to: &str, each: &str, requires: &str) -> String {
    format!(
        "[criteria.something-missing]\napplies_to = {applies_to}\neach = {each}\n\
         level = \"note\"\nrequires = \"{requires}\"\n\
         finding = {{ fr = 'x', en = 'x' }}\nbecause = {{ fr = 'x', en = 'x' }}\nsource = 'network'\n"
    )
}

const BOTH: &str = "[\"territory\", \"dynamic\"]";
const LISTS: &str = "[\"levers\", \"obstacles\"]";

/// Kinds of record, lists and requirements, each with the bytes that are underlined and the nearest
/// name, if there is one.
const MISTYPED_FOR_TARGETS: [(&str, &str, &str, &str, Option<&str>); 6] = [
    (
        BOTH,
        "[\"levers\", \"obstacls\"]",
        "row.told_by",
        "\"obstacls\"",
        Some("obstacles"),
    ),
    (
        BOTH,
        "[\"levers\", \"agreements\"]",
        "row.note",
        "\"agreements\"",
        None,
    ),
    (BOTH, LISTS, "row.toldby", "toldby", Some("told_by")),
    (
        BOTH,
        LISTS,
        "row.told_by or dynamic.summary",
        "dynamic",
        None,
    ),
    (
        BOTH,
        LISTS,
        "row.told_by or record.partners",
        "partners",
        None,
    ),
    (
        "\"dynamic\"",
        "\"levers\"",
        "row.told_by or record.summary",
        "record",
        None,
    ),
];

#[test]
fn expressions_are_checked_for_every_kind_and_list() {
    for (applies_to, each, requires, underlined, near) in MISTYPED_FOR_TARGETS {
        let text = with_targets(applies_to, each, requires);
        let output = validate_charter(&text);
        let findings = output
            .findings
            .iter()
            .filter(|finding| finding.name == "unknown-name-in-criterion");
        let findings: Vec<_> = findings.collect();
        assert_eq!(findings.len(), 1, "{requires}\n{}", output.human());
        let At::Span(span) = findings[0].primary.place.at else {
            panic!("{}", output.human())
        };
        assert_eq!(
            &text[span.start..span.end],
            underlined,
            "{}",
            output.human()
        );
        if let Some(near) = near {
            let edits = &findings[0].help.as_ref().expect("a help").edits;
            let (Writing::Raw(writing) | Writing::Text(writing)) = &edits[0].writing;
            assert_eq!(writing.trim_matches('"'), near);
        }
    }
    let fine = validate_charter(&with_targets(BOTH, LISTS, "row.told_by or record.summary"));
    assert_eq!(
        fine.names(),
        ["criterion-without-example"],
        "{}",
        fine.human()
    );
}

#[test]
fn too_many_and_repeated_lists_are_reported() {
    for each in [
        "[\"levers\", \"levers\"]".to_owned(),
        format!("[{}]", "\"levers\", ".repeat(9)),
    ] {
        let output = validate_charter(&with_targets("\"dynamic\"", &each, "row.told_by"));
        let findings = output
            .names()
            .iter()
            .filter(|name| **name == "unknown-name-in-criterion")
            .count();
        assert_eq!(findings, 1, "{}", output.human());
    }
    let twice = validate_charter(&with_targets(
        "[\"dynamic\", \"dynamic\"]",
        "\"levers\"",
        "row.told_by",
    ));
    assert!(
        twice.names().contains(&"unknown-name-in-criterion"),
        "{}",
        twice.human()
    );
}

#[test]
fn examples_of_another_kind_are_reported() {
    let example = "[[criteria.something-missing.right]]\nrecord = { name = 'x' }\nas = \"actor\"\n";
    let text = with_targets("[\"territory\", \"dynamic\"]", "\"levers\"", "row.told_by") + example;
    let output = validate_charter(&text);
    let findings = output
        .findings
        .iter()
        .find(|finding| finding.name == "unknown-name-in-criterion")
        .expect("a finding");
    assert!(findings.sentence.contains("`actor`"), "{}", output.human());
}

#[test]
fn looks_at_must_name_written_keys() {
    for (each, looks_at) in [
        ("\"levers\"", "kin"),
        ("\"levers\"", "kind."),
        ("\"levers\"", "tiers-lieu"),
        ("\"partners\"", "role.porteur"),
        ("\"families\"", "id"),
        ("\"stages\"", "reached.first"),
    ] {
        let looks_at = format!("looks_at = \"{looks_at}\"\nlevel");
        let text = with_targets("\"dynamic\"", each, "row.note").replace("level", &looks_at);
        let output = validate_charter(&text);
        let findings = output
            .names()
            .iter()
            .filter(|name| **name == "unknown-name-in-criterion")
            .count();
        assert!(findings >= 1, "{each} {looks_at}\n{}", output.human());
    }
    let stages = with_targets("\"dynamic\"", "\"levers\"", "row.note")
        .replace("each = \"levers\"\n", "looks_at = \"stages.ouverture\"\n");
    let fine = validate_charter(&stages.replace("row.note", "dynamic.summary"));
    assert_eq!(
        fine.names(),
        ["criterion-without-example"],
        "{}",
        fine.human()
    );
}

#[test]
fn unpaired_braces_are_reported() {
    for shown in [
        "depuis { dynamic.from }",
        "{{ dynamic.from }}}",
        "{{ dynamic.from }",
        "} depuis",
    ] {
        let text = format!("shown = {{ fr = \"{shown}\", en = \"{shown}\" }}\nfinding");
        let output =
            validate_charter(&with_requirement("dynamic.summary").replace("finding", &text));
        assert!(
            output.names().contains(&"unreadable-criterion"),
            "{shown}\n{}",
            output.human()
        );
    }
}
