//! Calendars: ids that tell networks apart and stay, the mark of an invented network.

use std::collections::BTreeSet;
use std::path::Path;

use icalendar::{Calendar, Component};

use crate::commands::apes;
use crate::golden::at_root;
use crate::workspace::{copy, write};

fn calendar(root: &Path, language: &str, day: &str) -> String {
    let root = root.to_str().expect("a path");
    let words = ["report", "freshness", "--root", root, "--within", "24"];
    let output = apes(
        &[
            &words[..],
            &["--format", "ics", "--lang", language, "--at", day],
        ]
        .concat(),
    );
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{said}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn ids(ics: &str) -> BTreeSet<String> {
    let calendar: Calendar = ics.parse().expect("a calendar");
    let events = calendar.components.iter().filter_map(|it| it.as_event());
    let all: Vec<String> = events
        .map(|it| it.get_uid().expect("an id").to_owned())
        .collect();
    let once: BTreeSet<String> = all.iter().cloned().collect();
    assert_eq!(all.len(), once.len(), "an id twice");
    once
}

/// The example with other settings.
fn with_settings(settings: &str) -> std::path::PathBuf {
    let root = copy(&at_root("examples/hauts-de-demain"));
    write(
        &root,
        "apes.toml",
        format!("format = 1\n{settings}").as_bytes(),
    );
    root
}

#[test]
fn no_two_networks_give_events_the_same_id() {
    let settings = [
        "name = \"Un\"\nterritory = \"hauts-de-demain\"\nactor = \"reseau-hauts-de-demain\"\n",
        "name = \"Un\"\nterritory = \"hauts-de-demain\"\nactor = \"reseau-hauts-de-demain\"\ninvented = true\n",
        "name = \"Un\"\nterritory = \"aisne\"\nactor = \"reseau-hauts-de-demain\"\n",
        "name = \"Un\"\nterritory = \"hauts-de-demain\"\nactor = \"seconde-manche\"\n",
        "name = \"Un\"\nterritory = \"hauts-de-demain\"\n",
        "name = \"Deux\"\nterritory = \"hauts-de-demain\"\n",
        "name = \"Deux\"\n",
        "name = \"Trois\"\n",
    ];
    let mut all = BTreeSet::new();
    for settings in settings {
        let own = ids(&calendar(&with_settings(settings), "fr", "2024-06-01"));
        assert!(own.len() > 3, "{own:?}");
        for id in own {
            assert!(all.insert(id.clone()), "{id} twice: {settings}");
        }
    }
}

#[test]
fn an_event_keeps_its_id_in_both_languages_under_a_new_name_and_as_days_go_by() {
    let settings = |name: &str| {
        with_settings(&format!(
            "name = \"{name}\"\nterritory = \"hauts-de-demain\"\nactor = \"reseau-hauts-de-demain\"\n"
        ))
    };
    let one = settings("Un réseau");
    let french = ids(&calendar(&one, "fr", "2024-06-01"));
    assert_eq!(french, ids(&calendar(&one, "en", "2024-06-01")));
    assert_eq!(
        french,
        ids(&calendar(&settings("Un autre nom"), "fr", "2024-06-01"))
    );
    let later = ids(&calendar(&one, "fr", "2025-03-01"));
    let kept = later.intersection(&french).count();
    assert!(kept > 3, "{kept} of {}", later.len());
}

#[test]
fn an_invented_event_says_so_wherever_it_goes() {
    let example = calendar(&at_root("examples/hauts-de-demain"), "fr", "2024-06-01");
    let parsed: Calendar = example.parse().expect("a calendar");
    for event in parsed.components.iter().filter_map(|it| it.as_event()) {
        assert_eq!(event.property_value("X-APES-INVENTED"), Some("TRUE"));
        let told = event.get_description().expect("a description");
        assert!(told.contains("Réseau inventé"), "{told}");
    }
    assert!(example.contains("X-WR-CALDESC:Réseau inventé"));
    let real = with_settings("name = \"Un\"\n");
    assert!(!calendar(&real, "fr", "2024-06-01").contains("INVENTED"));
}
