//! Inference in print, options that a report heeds, charters in both languages.

use apes::calendar::Day;
use apes::language::Language;
use apes::records::TerritoryId;
use apes::views::view::Question;

use super::{LENS, assert_says, gather, of_year, workspace_of};
use crate::commands::apes;
use crate::golden::at_root;
use crate::workspace::{copy, write};

#[test]
fn an_inferred_agreement_is_called_inferred_wherever_it_is_printed() {
    let row = "[agreements.essai]\nfrom = 2024\nto = 2026\n";
    let by_row = format!("{LENS}{row}inferred = true\n");
    let by_name = format!("inferred = [\"agreements.essai\"]\n{LENS}{row}");
    for record in [by_row, by_name] {
        let workspace = workspace_of(&[("territories/lens/territory.toml", &record)]);
        for (language, said) in [
            (
                Language::French,
                [
                    "Convention déduite par qui a écrit la fiche",
                    "Convention (déduit)",
                    "convention (déduit)",
                ],
            ),
            (
                Language::English,
                [
                    "Agreement inferred by the writer of the record",
                    "Agreement (inferred)",
                    "agreement (inferred)",
                ],
            ),
        ] {
            for (report, said) in ["annual", "funder", "freshness"].into_iter().zip(said) {
                assert_says(&of_year(&workspace, report, language, 2026), &[said]);
            }
            let question = Question {
                territory: Some(TerritoryId::from("lens")),
                ..Question::on(&workspace.network, language, Day::last_of(2025))
            };
            let sheet = gather("territory", &question);
            assert_eq!(sheet.facts["agreements"][0]["inferred"], true);
            let heading = if language == Language::French {
                "déduite"
            } else {
                "inferred"
            };
            assert_says(&sheet, &[heading]);
        }
    }
}

#[test]
fn a_count_that_rests_on_inference_is_known_as_such() {
    let dynamic = "name = \"D\"\ntheme = \"production-locale\"\nnetwork_role = \"appui\"\nseen = \
        [2020]\ninferred = [\"theme\"]\n";
    let workspace = workspace_of(&[
        ("territories/lens/territory.toml", LENS),
        ("territories/lens/dynamics/d.toml", dynamic),
    ]);
    let facts = of_year(&workspace, "annual", Language::French, 2020);
    assert_eq!(facts.facts["figures"][0]["now"]["recorded_inferred"], 1);
    assert_says(
        &facts,
        &[
            "(1 sur 1)",
            "Production locale utile, solidaire et soutenable (déduit)",
        ],
    );
}

#[test]
fn an_option_that_a_report_does_not_heed_is_refused() {
    for (option, report) in [("--within=2", "freshness"), ("--with-us", "network")] {
        let ended_with = |report: &str| {
            let root = at_root("examples/hauts-de-demain");
            let root = root.to_str().expect("a path");
            let output = apes(&["report", report, option, "--root", root]);
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            (output.status.code(), told)
        };
        assert_eq!(ended_with(report).0, Some(0), "{option}");
        let (code, told) = ended_with("process");
        assert_eq!(code, Some(2), "{option}: {told}");
        assert!(told.contains(report), "{told}");
    }
}

#[test]
fn charters_that_differ_in_one_language_alone_differ_for_readers_of_both() {
    let sister = at_root("tests/law/sister");
    for (was, is, key) in [
        (
            "wanted four families",
            "asked for four families",
            "because.en",
        ),
        ("a voulu que quatre", "a demandé que quatre", "because.fr"),
    ] {
        let root = copy(&sister);
        let charter = std::fs::read_to_string(root.join("schemas/charter.toml"));
        let charter = charter.expect("a charter").replace(was, is);
        write(&root, "schemas/charter.toml", charter.as_bytes());
        let (first, second) = (
            sister.to_str().expect("a path"),
            root.to_str().expect("a path"),
        );
        for language in ["fr", "en"] {
            let words = [
                "charter", "compare", first, second, "--lang", language, "--format", "md",
            ];
            let printed = String::from_utf8_lossy(&apes(&words).stdout).into_owned();
            let own = key.ends_with(language);
            let named = if own { "because" } else { key };
            assert!(printed.contains(named), "{key} in {language}: {printed}");
            assert!(printed.contains(is), "{key} in {language}: {printed}");
        }
    }
}
