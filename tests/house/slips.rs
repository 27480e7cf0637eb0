//! Slips of writing, one a line: the finding of each, and the text that its edits make.

use std::time::{Duration, Instant};

use apes::diagnostic::Finding;
use apes::documents::{self, Reading, Syntax};
use apes::language::Language;
use apes::sources::Source;
use proptest::prelude::*;

use crate::documents::assert_spans_inside;

/// In TOML: the hint, the text that was written, and the text with its edits.
const TOML: &[(&str, &str, &str)] = &[
    (
        "unquoted-month",
        "x = [{ to = 2024-11 }, 2009]",
        "x = [{ to = \"2024-11\" }, 2009]",
    ),
    (
        "unquoted-month",
        "x = [\n  2009,\n  2024-11,\n]",
        "x = [\n  2009,\n  \"2024-11\",\n]",
    ),
    (
        "unquoted-code",
        "x = [\"59\", 02361]",
        "x = [\"59\", \"02361\"]",
    ),
    ("unquoted-code", "code = 2A004", "code = \"2A004\""),
    (
        "unquoted-code",
        "siret = 246 200 364 00017",
        "siret = \"24620036400017\"",
    ),
    (
        "unquoted-code",
        "phone = 03 20 12 34 56",
        "phone = \"03 20 12 34 56\"",
    ),
    (
        "unquoted-code",
        "phone = +33 3 20 12 34 56 # accueil",
        "phone = \"+33 3 20 12 34 56\" # accueil",
    ),
    ("french-date", "x = 12-03-2024", "x = 2024-03-12"),
    ("french-date", "x = 12.03.2024", "x = 2024-03-12"),
    ("french-date", "x = 2024/3/12", "x = 2024-03-12"),
    ("french-date", "x = 1er février 2024", "x = 2024-02-01"),
    (
        "french-date",
        "x = [{ from = déc. 2024 }]",
        "x = [{ from = \"2024-12\" }]",
    ),
    ("french-date", "x = 03/2024", "x = \"2024-03\""),
    (
        "decimal-comma",
        "x = { value = 3,5, is = \"about\" }",
        "x = { value = 3.5, is = \"about\" }",
    ),
    ("decimal-comma", "x = -12 000,50", "x = -12000.50"),
    ("decimal-comma", "x = 0,5", "x = 0.5"),
    (
        "spaced-number",
        "x = { value = 1 250 000 }",
        "x = { value = 1250000 }",
    ),
    ("spaced-number", "x = 12\u{202f}000", "x = 12000"),
    (
        "number-with-unit",
        "x = 3,5 jours # par an",
        "x = 3.5 # par an",
    ),
    ("number-with-unit", "x = 20\u{a0}%", "x = 20"),
    ("boolean-misspelt", "x = True", "x = true"),
    ("boolean-misspelt", "x = { a = Non }", "x = { a = false }"),
    (
        "missing-quotes",
        "x = Maison de l'ESS, à Lens # note",
        "x = \"Maison de l'ESS, à Lens\" # note",
    ),
    (
        "missing-quotes",
        "x = Forêt = commun",
        "x = \"Forêt = commun\"",
    ),
    ("missing-quotes", "x = Maillage\"", "x = \"Maillage\""),
    (
        "missing-quotes",
        "x = [habitants, \"b\"]",
        "x = [\"habitants\", \"b\"]",
    ),
    (
        "missing-quotes",
        "x = https://example.org",
        "x = \"https://example.org\"",
    ),
    (
        "apostrophe-in-single-quotes",
        "x = ['L'atelier', 'b']",
        "x = [\"L'atelier\", 'b']",
    ),
    (
        "apostrophe-in-single-quotes",
        "x = { a = 'L'été, l'eau' }",
        "x = { a = \"L'été, l'eau\" }",
    ),
    (
        "quotes-in-quotes",
        "x = \"\"Maillage\"\"",
        "x = \"Maillage\"",
    ),
    (
        "quotes-in-quotes",
        "x = \"l'\"eau\" ici\"",
        "x = \"l'\\\"eau\\\" ici\"",
    ),
    (
        "quotes-in-quotes",
        "x = \"Maillage\" à Lens",
        "x = '\"Maillage\" à Lens'",
    ),
    (
        "typographic-quotes",
        "x = « l'eau, la terre »",
        "x = \"l'eau, la terre\"",
    ),
    ("typographic-quotes", "x = ‘l’eau’", "x = \"l’eau\""),
    ("typographic-quotes", "x = \"Maillage”", "x = \"Maillage\""),
    ("typographic-quotes", "x = [“a”, “b”]", "x = [\"a\", \"b\"]"),
    ("no-break-space", "x =\u{a0}\"a\"", "x = \"a\""),
    ("no-break-space", "[a]\n\u{200b}x = 1", "[a]\nx = 1"),
    (
        "no-break-space",
        "x = [\n\u{a0}\"a\",\n]",
        "x = [\n \"a\",\n]",
    ),
    ("unclosed-quote", "x = \"a # note", "x = \"a\" # note"),
    ("unclosed-quote", "x = { a = \"b }", "x = { a = \"b\" }"),
    (
        "text-over-lines",
        "x = \"un\ndeux\ntrois\"",
        "x = \"\"\"un\ndeux\ntrois\"\"\"",
    ),
    ("unclosed-bracket", "[partners\na = 1", "[partners]\na = 1"),
    ("unclosed-bracket", "[[right]\na = 1", "[[right]]\na = 1"),
    (
        "unclosed-bracket",
        "x = [\n  1,\n  2\ny = 1",
        "x = [\n  1,\n  2]\ny = 1",
    ),
    (
        "unclosed-bracket",
        "x = { a = 1\n\n[b]\nc = 2",
        "x = { a = 1 }\n\n[b]\nc = 2",
    ),
    (
        "unclosed-bracket",
        "x = [1, 2,\ny = 1",
        "x = [1, 2,]\ny = 1",
    ),
    (
        "missing-comma",
        "x = [2021 2022 2023]",
        "x = [2021, 2022, 2023]",
    ),
    (
        "missing-comma",
        "x = { a = \"1\" b = 2 }",
        "x = { a = \"1\", b = 2 }",
    ),
    (
        "missing-comma",
        "x = [\n  \"a\" # un\n  \"b\"\n]",
        "x = [\n  \"a\", # un\n  \"b\"\n]",
    ),
    ("trailing-comma", "x = 2; # fin", "x = 2 # fin"),
    (
        "missing-brackets",
        "x = \"a\", \"b\" # deux",
        "x = [\"a\", \"b\"] # deux",
    ),
    ("unquoted-key", "mise en réseau = 1", "mise-en-reseau = 1"),
    ("unquoted-key", "x = { œuvre = 1 }", "x = { oeuvre = 1 }"),
    ("unquoted-key", "[years.été]\na = 1", "[years.ete]\na = 1"),
    ("unquoted-key", "prix/jour = 1", "\"prix/jour\" = 1"),
    (
        "missing-equals",
        "x = { a: \"b\", c: 2 }",
        "x = { a = \"b\", c = 2 }",
    ),
    (
        "missing-equals",
        "form: boutique apprenante",
        "form = \"boutique apprenante\"",
    ),
    ("foreign-comment", "// un mot\nx = 1", "# un mot\nx = 1"),
    (
        "table-twice",
        "[[r]]\na = 1\n[r]\nb = 2",
        "[[r]]\na = 1\n[[r]]\nb = 2",
    ),
    (
        "table-twice",
        "[r]\na = 1\n[[r]]\nb = 2",
        "[[r]]\na = 1\n[[r]]\nb = 2",
    ),
    ("duplicate-key", "a.b = 1\n\"a\".\"b\" = 2", ""),
    ("duplicate-key", "x = { a = 1, a = 2 }", ""),
    ("duplicate-key", "a = 1\na.b = 2", ""),
    ("impossible-date", "x = 2024-02-30", ""),
    ("impossible-date", "x = 31/02/2024", ""),
    ("unreadable-syntax", "Un texte libre, écrit ici.", ""),
];

/// In YAML.
const YAML: &[(&str, &str, &str)] = &[
    (
        "unquoted-colon",
        "a: Forêt: un commun # note",
        "a: \"Forêt: un commun\" # note",
    ),
    (
        "unquoted-colon",
        "a: La forêt,\n  un commun : le nôtre",
        "a: \"La forêt, un commun : le nôtre\"",
    ),
    ("unquoted-colon", "a:\n  - b: c: d", "a:\n  - b: \"c: d\""),
    (
        "apostrophe-in-single-quotes",
        "a:\n  - 'L'atelier'",
        "a:\n  - \"L'atelier\"",
    ),
    (
        "quotes-in-quotes",
        "a: \"Maillage\" à Lens",
        "a: '\"Maillage\" à Lens'",
    ),
    ("typographic-quotes", "a: “Maillage”", "a: \"Maillage\""),
    (
        "tab-in-indentation",
        "a:\n\tb: 1\n\tc: 2",
        "a:\n  b: 1\n  c: 2",
    ),
    ("tab-in-indentation", "a: x\n\tb: 1", "a: x\nb: 1"),
    (
        "uneven-indentation",
        "a:\n  b: 1\n c: 2",
        "a:\n  b: 1\n  c: 2",
    ),
    ("uneven-indentation", "a: x\n  b: 1", "a: x\nb: 1"),
    ("uneven-indentation", "a:\n  - b\n - c", "a:\n  - b\n  - c"),
    ("missing-colon", "a:Maillage\nb: 1", "a: Maillage\nb: 1"),
    ("missing-colon", "b: 1\na:Maillage", "b: 1\na: Maillage"),
    ("missing-colon", "b: 1\na = \"x\"", "b: 1\na: \"x\""),
    ("no-break-space", "a:\u{a0}x\nb: 1", "a: x\nb: 1"),
    (
        "unclosed-quote",
        "a: 'Maillage\nb: 1",
        "a: 'Maillage'\nb: 1",
    ),
    ("unclosed-bracket", "a: {b: 1", "a: {b: 1}"),
    ("unclosed-bracket", "a: [1, 2\nb: 1", "a: [1, 2]\nb: 1"),
    ("unquoted-sign", "a: *important*", "a: \"*important*\""),
    ("unquoted-sign", "a: % de réussite", "a: \"% de réussite\""),
    ("yaml-beyond-plain", "a: !important", "a: \"!important\""),
    ("yaml-beyond-plain", "a: &b c\nd: *b", ""),
    ("yaml-beyond-plain", "a: 1\n---\nb: 2", ""),
    ("cut-by-comment", "a: Le Lieu #ESS", "a: \"Le Lieu #ESS\""),
    ("trailing-comma", "a: \"x\",\nb: 1", "a: \"x\"\nb: 1"),
    ("lone-backslash", "a: \"l'eau\\d\"", "a: \"l'eau\\\\d\""),
    ("empty-value", "a: ~", ""),
];

/// Texts that resemble a slip and are right.
const FINE: &[(Syntax, &str)] = &[
    (Syntax::Toml, "x = [3,5]\ny = 1_000\nz = { a = 1, }"),
    (
        Syntax::Toml,
        "x = \"« Faire »\"\ny = 'dit “oui”'\nz = \"\"\"a\nb\"\"\"",
    ),
    (Syntax::Toml, "\"clé à part\" = 1\n\tx = 2"),
    (
        Syntax::Yaml,
        "a: 2024 #à vérifier\nb: lille # note\nc: la « forêt »\nd: 10:30\ne: https://example.org",
    ),
    (
        Syntax::Yaml,
        "a: 'L''atelier'\nb: C#\nc: |\n  <<<<<<< : un\n  deux #trois",
    ),
];

fn read(syntax: Syntax, text: &str) -> (Source, Vec<Finding>) {
    let source = Source::new("a", text.to_owned());
    let reading = Reading {
        source: &source,
        syntax,
        language: Language::French,
    };
    let (_, findings) = documents::read(&reading);
    (source, findings)
}

#[test]
fn each_slip_is_reported_once_and_fixed() {
    let toml = TOML.iter().map(|slip| (Syntax::Toml, slip));
    let yaml = YAML.iter().map(|slip| (Syntax::Yaml, slip));
    for (syntax, (name, written, fixed)) in toml.chain(yaml) {
        let (_, findings) = read(syntax, written);
        let names: Vec<&str> = findings.iter().map(|finding| &*finding.name).collect();
        assert_eq!(names, [*name], "{written}");
        let edits = findings[0]
            .help
            .as_ref()
            .map_or(&[][..], |help| &help.edits);
        assert_eq!(edits.is_empty(), fixed.is_empty(), "{written}");
        if !fixed.is_empty() {
            assert_eq!(
                documents::apply(written, syntax, edits).as_deref(),
                Some(*fixed)
            );
        }
    }
}

#[test]
fn what_only_resembles_a_slip_has_no_finding() {
    for (syntax, text) in FINE {
        assert_eq!(read(*syntax, text).1, [], "{text}");
    }
}

/// A record with something of everything, in both syntaxes.
const VALID: [(Syntax, &str); 2] = [
    (
        Syntax::Toml,
        "name = \"L'été\" # é\nseen = [2021, 2023]\nx = { a = 'b', c = 3.5 }\n[t]\nd = \
            2024-11-30\ne = [\n  \"f\",\n]\n",
    ),
    (
        Syntax::Yaml,
        "name: L'été # é\nseen: [2021, 2023]\nx: {a: 'b', c: 3.5}\nt:\n  d: \"2024\"\n  e:\n    - \
            f\n",
    ),
];

/// Characters that slip in: signs of both syntaxes, quotes, blanks seen and unseen, letters.
const STRAY: &[char] = &[
    '"', '\'', '“', '«', '=', ':', ',', '[', ']', '{', '}', '#', '-', '\n', '\t', ' ', '\u{a0}',
    '\u{200b}', '\\', '0', 'é', '<', '!', '&', '\r', '.', '/',
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_quickly(text in ".{0,400}|[\\[\\]{}=,:\"'#\\n 0-9a-é-]{0,400}") {
        let begun = Instant::now();
        for syntax in [Syntax::Toml, Syntax::Yaml] {
            let (source, findings) = read(syntax, &text);
            assert_spans_inside(&source, &findings);
        }
        prop_assert!(begun.elapsed() < Duration::from_secs(15));
    }

    #[test]
    fn any_slip_in_a_record_is_reported_at_a_place_of_the_text(
        slips in prop::collection::vec((any::<prop::sample::Index>(), 0..3, prop::sample::select(STRAY)), 1..4)
    ) {
        for (syntax, text) in VALID {
            let mut signs: Vec<char> = text.chars().collect();
            for (place, how, skip_reason) in &slips {
                let place = place.index(signs.len());
                match how {
                    0 => drop(signs.remove(place)),
                    1 => signs.insert(place, *skip_reason),
                    _ => signs[place] = *skip_reason,
                }
            }
            let (source, findings) = read(syntax, &signs.into_iter().collect::<String>());
            assert_spans_inside(&source, &findings);
            for finding in &findings {
                let edits = finding.help.as_ref().map_or(&[][..], |help| &help.edits);
                prop_assert!(documents::apply(&source.text, syntax, edits).is_some(), "{finding:?}");
            }
        }
    }
}

#[test]
fn a_long_text_of_brackets_is_read_quickly() {
    for unit in [
        "[",
        "{ a = ",
        "x = 02361\n",
        "\"",
        "a: - [",
        "[a]\n",
        "- ",
        "a = 'b'c\n",
        "\t",
        "a.",
        "é=",
        ": ",
    ] {
        let text = unit.repeat(200_000 / unit.len());
        for syntax in [Syntax::Toml, Syntax::Yaml] {
            let begun = Instant::now();
            let (source, findings) = read(syntax, &text);
            assert_spans_inside(&source, &findings);
            assert!(
                begun.elapsed() < Duration::from_secs(15),
                "{unit}: {:?}",
                begun.elapsed()
            );
        }
    }
}
