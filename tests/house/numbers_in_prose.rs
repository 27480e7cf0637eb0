//! `reconcile --prose --fix`: digits of anchored numbers change, and nothing else ever does.

use std::sync::{Arc, LazyLock};

use apes::checks;
use apes::diagnostic::{Edit, Finding};
use apes::documents::{self, Syntax};
use apes::language::Language;
use apes::network::Network;
use apes::sources::Folder;
use apes::workspace;
use proptest::prelude::*;

use crate::commands::apes;
use crate::golden::at_root;
use crate::workspace::folder;

/// The example, where 48 dynamics count in 2024.
static NETWORK: LazyLock<Network> = LazyLock::new(|| {
    let example = Folder::at(&at_root("examples/hauts-de-demain"));
    workspace::load(&example, None, Language::French).network
});

const ANCHOR: &str = "<!-- apes: dynamics year=2024 -->";

fn findings(text: &str) -> Vec<Finding> {
    checks::check_prose(&NETWORK, Language::French, &Arc::from("p.md"), text).0
}

fn edits(findings: &[Finding]) -> Vec<Edit> {
    let helps = findings.iter().filter_map(|finding| finding.help.as_ref());
    helps.flat_map(|help| help.edits.clone()).collect()
}

fn fixed(text: &str) -> String {
    let edits = edits(&findings(text));
    documents::apply(text, Syntax::Toml, &edits).unwrap_or_else(|| text.to_owned())
}

/// The numbers of a text, each with what surrounds it removed: a naive reading of our own.
fn runs(text: &str) -> Vec<&str> {
    text.split(|character: char| !character.is_ascii_digit())
        .filter(|run| !run.is_empty())
        .collect()
}

/// A text without its digits.
fn without_digits(text: &str) -> String {
    text.chars().filter(|it| !it.is_ascii_digit()).collect()
}

#[test]
fn a_number_inside_marks_is_replaced_where_it_is() {
    for (written, right) in [
        ("[47](x.md) dynamiques", "[48](x.md) dynamiques"),
        ("[47][liste 3] dynamiques", "[48][liste 3] dynamiques"),
        ("«\u{a0}47\u{a0}»", "«\u{a0}48\u{a0}»"),
        ("«\u{202f}47\u{202f}»", "«\u{202f}48\u{202f}»"),
        ("“47”", "“48”"),
        ("(47)", "(48)"),
        ("~47", "~48"),
        ("`47`", "`48`"),
        ("<strong>47</strong>", "<strong>48</strong>"),
        ("**47** dynamiques", "**48** dynamiques"),
        ("_[47](x.md)_", "_[48](x.md)_"),
        ("\u{a0}47\u{a0}dynamiques", "\u{a0}48\u{a0}dynamiques"),
        ("\r\n47 dynamiques", "\r\n48 dynamiques"),
        ("47 | 12 |", "48 | 12 |"),
        ("1\u{202f}047 dynamiques", "48 dynamiques"),
        (" pour la transition", "48 pour la transition"),
    ] {
        let text = format!("- Il y a {ANCHOR}{written}\n");
        let expected = format!("- Il y a {ANCHOR}{right}\n");
        assert_eq!(fixed(&text), expected);
        assert!(findings(&expected).is_empty(), "{expected}");
    }
}

#[test]
fn what_is_no_count_is_said_and_left() {
    for written in [
        "47,5",
        "48,5",
        "48.5 dynamiques",
        "48,7 %",
        "48 %",
        "48\u{202f}%",
        "48e",
        "-48",
        "47-50",
        "47e",
        "1.048",
        "48&nbsp;000",
        "**48**0",
        "48 milliers",
        "quarante-sept",
        "près de 47",
        "environ quarante-sept dynamiques",
        "| 47 |",
        "\n\n47 dynamiques",
        "\n1. Un point",
        "48,00 €",
        "48/50",
        "<!-- une note -->47",
    ] {
        let text = format!("{ANCHOR}{written}\n");
        let found = findings(&text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert!(edits(&found).is_empty(), "{text}: {found:?}");
    }
    let two = format!("{ANCHOR}{ANCHOR}47\n");
    assert_eq!(fixed(&two), format!("{ANCHOR}{ANCHOR}48\n"));
}

#[test]
fn byte_order_mark_line_ends_and_all_else_stay_as_they_are() {
    let root = folder();
    let path = root.join("lettre.md");
    let file = path.to_str().expect("a path");
    let example = at_root("examples/hauts-de-demain");
    let example = example.to_str().expect("a path");
    let text = format!("\u{feff}Bonjour,\r\n\r\nici {ANCHOR}47\u{a0}dynamiques, {ANCHOR}47,5.\r\n");
    std::fs::write(&path, &text).expect("a text");
    let arguments = ["--root", example, "reconcile", "--prose", file, "--fix"];
    let first = apes(&arguments);
    assert_eq!(first.status.code(), Some(1), "47,5 is left");
    let said = String::from_utf8_lossy(&first.stdout).into_owned();
    assert!(
        said.contains("1 mis à jour") && said.contains("à la main"),
        "{said}"
    );
    let written = std::fs::read_to_string(&path).expect("a text");
    assert_eq!(written, text.replace("47\u{a0}dyn", "48\u{a0}dyn"));
    apes(&arguments);
    assert_eq!(std::fs::read_to_string(&path).expect("a text"), written);
}

/// Pieces of a text around its numbers.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just(ANCHOR.to_owned()),
        1 => Just("<!-- une note de 1987 -->".to_owned()),
        3 => "[0-9]{1,5}",
        1 => "[0-9]{1,3}[ ,.\u{a0}\u{202f}][0-9]{3}",
        1 => "[0-9]{1,2}[,.][0-9]{1,2}",
        4 => prop::sample::select(vec![
            " ", "\n", "\n\n", "\r\n", "\u{a0}", "\u{202f}", "« ", " »", "**", "_", "`", "[", "]",
            "(", ")", "](x1.md)", "~", "-", " – ", "|", "| ", "\n- ", "\n1. ", "%", " %", "e", "°",
            "<em>", "</em>", "&nbsp;", "&#160;", "\\", "/", "quarante", " dynamiques", " près de ",
            ".", ",", ":", "€", "#", "!", "\"", "’", "x", "é", "<a href='7'>", "</a>", "²",
        ]).prop_map(str::to_owned),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_but_digits_of_anchored_numbers_changes(
        pieces in prop::collection::vec(piece(), 1..14)
    ) {
        let text = pieces.concat();
        let edits = edits(&findings(&text));
        let new = fixed(&text);
        // Marks between groups of three go with the digits, when a number gets shorter.
        let bare = |text: &str| -> String {
            without_digits(text)
                .chars()
                .filter(|it| !matches!(it, ' ' | ',' | '\u{a0}' | '\u{202f}'))
                .collect()
        };
        prop_assert_eq!(bare(&text), bare(&new));
        // A number is replaced, or inserted where there was none: it is 48, behind an anchor.
        if edits.is_empty() {
            prop_assert_eq!(&text, &new);
        }
        for (before, after) in pairs(&text, &new) {
            let changed = runs(before) != runs(after);
            prop_assert!(!changed || starts_with_48(after), "{:?} {:?}", before, after);
            let (old, new) = (runs(before).len(), runs(after).len());
            let is_gap = runs(first_paragraph(before)).is_empty();
            prop_assert!(new <= old + usize::from(is_gap), "{:?} {:?}", before, after);
        }
        prop_assert_eq!(&fixed(&new), &new, "a second run writes nothing");
        let still: Vec<_> = findings(&new);
        prop_assert!(still.iter().all(|it| it.help.as_ref().is_none_or(|it| it.edits.is_empty())));
    }
}

/// The parts of two texts behind each anchor, up to the next one.
fn pairs<'t>(one: &'t str, other: &'t str) -> Vec<(&'t str, &'t str)> {
    one.split(ANCHOR).zip(other.split(ANCHOR)).collect()
}

fn first_paragraph(text: &str) -> &str {
    let ends = ["\n\n", "\r\n\r\n"].iter().filter_map(|end| text.find(end));
    &text[..ends.min().unwrap_or(text.len())]
}

fn starts_with_48(text: &str) -> bool {
    let runs = runs(text);
    // Digits within a tag or a character reference may come before it.
    runs.iter().take(3).any(|run| *run == "48")
}
