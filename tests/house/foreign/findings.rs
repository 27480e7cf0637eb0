//! Findings about texts that show nothing or hide something, names of nothing, and numbers beyond
//! what is counted exactly.

use apes::language::Language;

use crate::workspace::{ValidatedFolder, with};

/// Kinds of characters that are not seen, as both syntaxes let them be written.
const HIDDEN: [&str; 18] = [
    "\\u0000",
    "\\u0007",
    "\\u001b[2J",
    "\\u007f",
    "\\u0085",
    "\\u009b",
    "\\u00ad",
    "\\u061c",
    "\\u180e",
    "\\u200b",
    "\\u200d",
    "\\u200e",
    "\\u202e",
    "\\u2066",
    "\\u2060",
    "\\ufeff",
    "\\ufff9",
    "\\U000e0041",
];

/// A line of a dynamic with something in place of `X`, in TOML and in YAML.
const PLACES: [(&str, &str); 7] = [
    ("name = \"DaXb\"", "name: \"DaXb\""),
    ("summary = \"Un motX caché\"", "summary: \"Un motX caché\""),
    (
        "sources = [{ title = \"CarXnet\" }]",
        "sources: [{ title: \"CarXnet\" }]",
    ),
    (
        "purpose = { needs = [\"seXmer\"] }",
        "purpose: { needs: [\"seXmer\"] }",
    ),
    (
        "extra = { a = [\"b\", { c = \"dX\" }] }",
        "extra: { a: [\"b\", { c: \"dX\" }] }",
    ),
    ("extra = { \"aXb\" = 1 }", "extra: { \"aXb\": 1 }"),
    (
        "years.2024.note = \"UnX\"",
        "years: { 2024: { note: \"UnX\" } }",
    ),
];

/// The findings about a dynamic with a line of its own: those that a plain one has not.
fn findings(line: &str, syntax: &str) -> Vec<(String, String)> {
    let rest = match syntax {
        "toml" => {
            "name = \"D\"\ntheme = \"production-locale\"\nfrom = 2024\n\
            sources = [{ title = \"Carnet\" }]\n"
        }
        _ => "name: D\ntheme: production-locale\nfrom: 2024\nsources: [{ title: Carnet }]\n",
    };
    let own = line.split(['=', ':', ' ', '.']).next().unwrap_or_default();
    let kept: String = rest
        .split_inclusive('\n')
        .filter(|other| !other.starts_with(own))
        .collect();
    let dynamic = format!("territories/lens/dynamics/d.{syntax}");
    let text = format!("{line}\n{kept}");
    let root = with(&[
        ("apes.toml", "format = 1\nname = \"R\"\n"),
        (
            "territories/lens/territory.toml",
            "name = \"Lens\"\nkind = \"commune\"\ncode = \"62498\"\nsources = [{ title = \"C\" }]\n",
        ),
        (&dynamic, &text),
    ]);
    let said = ValidatedFolder::of(&root, Language::English);
    let text = said.text(apes::renderers::findings::Format::Short);
    said.names()
        .iter()
        .zip(text.lines())
        .map(|(name, line)| ((*name).to_owned(), line.to_owned()))
        .collect()
}

#[test]
fn what_is_hidden_is_found_on_its_line_in_every_text_and_key() {
    for (place, (toml, yaml)) in PLACES.into_iter().enumerate() {
        for (turn, character) in HIDDEN.into_iter().enumerate() {
            // Each character in one syntax of each place, in turn.
            let (line, syntax) = if (turn + place) % 2 == 0 {
                (toml, "toml")
            } else {
                (yaml, "yaml")
            };
            let line = line.replace('X', character);
            let found = findings(&line, syntax);
            assert_eq!(found.len(), 1, "{line}: {found:?}");
            // One control stands for a letter of another encoding, more often than for itself.
            let is_letter = character == "\\u0085" && found[0].0 == "broken-accents";
            let is_hidden = found[0].0 == "hidden-character";
            assert!(is_letter || is_hidden, "{line}: {found:?}");
            assert!(found[0].1.contains(":1:"), "{line}: {found:?}");
        }
    }
    for text in ["می\\u200cخواهم", "👨\\u200d👩\\u200d👧", "क्\\u200dष"] {
        assert_eq!(
            findings(&format!("name = \"{text}\""), "toml"),
            [],
            "{text}"
        );
    }
}

#[test]
fn names_that_show_or_name_nothing_are_errors() {
    for (line, syntax) in [
        ("name = \"\\u00a0\\u200b\\u2007\"", "toml"),
        ("name = \"\\u2800\"", "toml"),
        ("name: \"\\u3164\"", "yaml"),
        ("part_of = \"\"", "toml"),
        ("part_of: ''", "yaml"),
        ("succeeds = [\"\"]", "toml"),
        ("other_themes = [\"\"]", "toml"),
        ("other_themes: ['']", "yaml"),
        ("theme = \"\"", "toml"),
        ("place = \"\"", "toml"),
        ("form = \"\"", "toml"),
        ("network_role = \"\"", "toml"),
        ("also_in = [\"\"]", "toml"),
        ("partners = { \"\" = \"porteur\" }", "toml"),
        ("stages = { \"\" = 2024 }", "toml"),
        ("years.2024.figures = { \"\" = 3 }", "toml"),
        (
            "contacts = [{ role = \"animation\", person = \"\" }]",
            "toml",
        ),
    ] {
        let found = findings(line, syntax);
        let empty = found
            .iter()
            .filter(|(name, _)| name == "empty-value")
            .count();
        assert_eq!(empty, 1, "{line}: {found:?}");
    }
}

#[test]
fn numbers_that_are_not_counted_exactly_are_errors() {
    for (line, syntax) in [
        ("years.2024.resources.ventes = { actual = 1e308 }", "toml"),
        (
            "years.2024.resources.ventes = { actual = 9007199254740993 }",
            "toml",
        ),
        (
            "years.2024.resources.benevolat = { hours = 99999999999999999999 }",
            "toml",
        ),
        (
            "years: { 2024: { resources: { ventes: { planned: 1.0e+16 } } } }",
            "yaml",
        ),
        (
            "years: { 2024: { figures: { salaries: 9223372036854775808 } } }",
            "yaml",
        ),
        ("years.2024.results.emplois = { value = -1e16 }", "toml"),
        ("years.2024.figures.salaries = 9223372036854775807", "toml"),
        ("extra = { a = inf }", "toml"),
        ("extra = { a = [nan, 1e300] }", "toml"),
        ("extra: { a: 1e300 }", "yaml"),
    ] {
        let found = findings(line, syntax);
        assert!(
            found.iter().any(|(name, _)| name == "beyond-limit"),
            "{line}: {found:?}"
        );
    }
    let most = "years.2024.figures.salaries = 9007199254740991";
    assert!(
        findings(most, "toml")
            .iter()
            .all(|(name, _)| name != "beyond-limit")
    );
}
