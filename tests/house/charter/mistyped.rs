//! A name, word, stage, theme, principle or list that is mistyped is underlined in the charter, the
//! nearest suggested.

use apes::diagnostic::{At, Writing};

use super::said_of;

/// A charter with one criterion that asks this.
fn asking(requires: &str) -> String {
    format!(
        "[principles.utilite-sociale]\nfr = 'Utilité sociale'\nen = 'Social usefulness'\n\n\
         [criteria.something-missing]\napplies_to = \"dynamic\"\nlevel = \"note\"\nrequires = \"{requires}\"\n\
         finding = {{ fr = 'x', en = 'x' }}\nbecause = {{ fr = 'x', en = 'x' }}\n"
    )
}

#[test]
fn what_was_mistyped_is_underlined_and_the_nearest_offered() {
    for (requires, underlined, near) in [
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
    ] {
        let text = asking(requires);
        let said = said_of(&text);
        let told = said
            .findings
            .iter()
            .filter(|one| one.name == "unknown-name-in-criterion");
        let spot = |at: &At| match at {
            At::Span(span) => &text[span.start..span.end],
            other => panic!("{requires}: {other:?}"),
        };
        let told: Vec<_> = told
            .filter(|one| spot(&one.primary.place.at) == underlined)
            .collect();
        assert_eq!(told.len(), 1, "{requires}\n{}", said.human());
        let edits = &told[0].help.as_ref().expect("a help").edits;
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
fn what_a_criterion_may_not_use_is_told_where_it_stands() {
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
        let text = asking(requires);
        let said = said_of(&text);
        let told = said
            .findings
            .iter()
            .filter(|one| one.name == "unreadable-criterion");
        let told: Vec<&str> = told
            .map(|one| match one.primary.place.at {
                At::Span(span) => &text[span.start..span.end],
                _ => "",
            })
            .collect();
        assert_eq!(told, [underlined], "{requires}\n{}", said.human());
    }
}

#[test]
fn what_says_nothing_or_compares_badly_is_told() {
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
        let said = said_of(&asking(requires));
        let told = said
            .names()
            .iter()
            .filter(|name| **name == "unknown-name-in-criterion")
            .count();
        assert_eq!(told, 1, "{requires}\n{}", said.human());
    }
}

/// A charter with one criterion that judges several kinds of record, or several lists.
fn reaching(applies_to: &str, each: &str, requires: &str) -> String {
    format!(
        "[criteria.something-missing]\napplies_to = {applies_to}\neach = {each}\nlevel = \"note\"\nrequires = \"{requires}\"\n\
         finding = {{ fr = 'x', en = 'x' }}\nbecause = {{ fr = 'x', en = 'x' }}\n"
    )
}

#[test]
fn what_reaches_several_lists_and_kinds_is_judged_for_each_of_them() {
    let both = "[\"territory\", \"dynamic\"]";
    let lists = "[\"levers\", \"obstacles\"]";
    for (applies_to, each, requires, underlined, near) in [
        (
            both,
            "[\"levers\", \"obstacls\"]",
            "row.told_by",
            "\"obstacls\"",
            Some("obstacles"),
        ),
        (
            both,
            "[\"levers\", \"agreements\"]",
            "row.note",
            "\"agreements\"",
            None,
        ),
        (both, lists, "row.toldby", "toldby", Some("told_by")),
        (
            both,
            lists,
            "row.told_by or dynamic.summary",
            "dynamic",
            None,
        ),
        (
            both,
            lists,
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
    ] {
        let text = reaching(applies_to, each, requires);
        let said = said_of(&text);
        let told = said
            .findings
            .iter()
            .filter(|one| one.name == "unknown-name-in-criterion");
        let told: Vec<_> = told.collect();
        assert_eq!(told.len(), 1, "{requires}\n{}", said.human());
        let At::Span(span) = told[0].primary.place.at else {
            panic!("{}", said.human())
        };
        assert_eq!(&text[span.start..span.end], underlined, "{}", said.human());
        if let Some(near) = near {
            let edits = &told[0].help.as_ref().expect("a help").edits;
            let (Writing::Raw(writing) | Writing::Text(writing)) = &edits[0].writing;
            assert_eq!(writing.trim_matches('"'), near);
        }
    }
    let fine = said_of(&reaching(both, lists, "row.told_by or record.summary"));
    assert_eq!(
        fine.names(),
        ["criterion-without-example"],
        "{}",
        fine.human()
    );
}

#[test]
fn lists_beyond_the_limit_and_lists_named_twice_are_told() {
    for each in [
        "[\"levers\", \"levers\"]".to_owned(),
        format!("[{}]", "\"levers\", ".repeat(9)),
    ] {
        let said = said_of(&reaching("\"dynamic\"", &each, "row.told_by"));
        let told = said
            .names()
            .iter()
            .filter(|name| **name == "unknown-name-in-criterion")
            .count();
        assert_eq!(told, 1, "{}", said.human());
    }
    let twice = said_of(&reaching(
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
fn an_example_of_a_kind_that_is_not_judged_is_no_example() {
    let example = "[[criteria.something-missing.right]]\nrecord = { name = 'x' }\nas = \"actor\"\n";
    let text = reaching("[\"territory\", \"dynamic\"]", "\"levers\"", "row.told_by") + example;
    let said = said_of(&text);
    let told = said
        .findings
        .iter()
        .find(|one| one.name == "unknown-name-in-criterion")
        .expect("a finding");
    assert!(told.sentence.contains("`actor`"), "{}", said.human());
}

#[test]
fn what_a_finding_points_at_is_written_in_the_record() {
    for (each, looks_at) in [
        ("\"levers\"", "kin"),
        ("\"levers\"", "kind."),
        ("\"levers\"", "tiers-lieu"),
        ("\"partners\"", "role.porteur"),
        ("\"families\"", "id"),
        ("\"stages\"", "reached.first"),
    ] {
        let looks_at = format!("looks_at = \"{looks_at}\"\nlevel");
        let text = reaching("\"dynamic\"", each, "row.note").replace("level", &looks_at);
        let said = said_of(&text);
        let told = said
            .names()
            .iter()
            .filter(|name| **name == "unknown-name-in-criterion")
            .count();
        assert!(told >= 1, "{each} {looks_at}\n{}", said.human());
    }
    let stages = reaching("\"dynamic\"", "\"levers\"", "row.note")
        .replace("each = \"levers\"\n", "looks_at = \"stages.ouverture\"\n");
    let fine = said_of(&stages.replace("row.note", "dynamic.summary"));
    assert_eq!(
        fine.names(),
        ["criterion-without-example"],
        "{}",
        fine.human()
    );
}

#[test]
fn a_brace_that_stands_alone_is_no_value() {
    for shown in [
        "depuis { dynamic.from }",
        "{{ dynamic.from }}}",
        "{{ dynamic.from }",
        "} depuis",
    ] {
        let text = format!("shown = {{ fr = \"{shown}\", en = \"{shown}\" }}\nfinding");
        let said = said_of(&asking("dynamic.summary").replace("finding", &text));
        assert!(
            said.names().contains(&"unreadable-criterion"),
            "{shown}\n{}",
            said.human()
        );
    }
}
