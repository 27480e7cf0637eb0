//! The pages of all reports are for everybody: `axe-core` finds nothing against them, and nothing
//! scrolls sideways.

use std::path::PathBuf;

use apes::views::VIEWS;

use super::accessible::{axe, judge};
use super::chromium::Browser;
use super::written;
use crate::golden::at_root;

/// Every report but the map, which has its own tests, and the figures reconciled; of both
/// workspaces, in a language each.
fn pages() -> Vec<(&'static str, PathBuf)> {
    let mut pages = Vec::new();
    for (root, language, territory) in [
        ("examples/hauts-de-demain", "fr", "dunkerque"),
        ("", "en", "metropole-europeenne-de-lille"),
    ] {
        let root = at_root(root);
        for name in VIEWS
            .iter()
            .map(|view| view.name)
            .filter(|name| *name != "map")
        {
            let mut words = vec!["report", name, "--year", "2024", "--lang", language];
            words.extend(
                ["--territory", territory]
                    .into_iter()
                    .filter(|_| name == "territory"),
            );
            pages.push((name, written(&root, &words)));
        }
        pages.push((
            "reconcile",
            written(&root, &["reconcile", "2020", "--lang", language]),
        ));
    }
    pages
}

#[test]
fn axe_finds_nothing_in_any_report() {
    let Some(axe) = axe() else { return };
    let Some(mut browser) = Browser::open() else {
        return;
    };
    for (_, page) in pages() {
        for scheme in ["light", "dark"] {
            browser.scheme(scheme);
            judge(&mut browser, &page, "", &axe, scheme);
        }
    }
}

#[test]
fn no_report_scrolls_sideways_on_a_telephone() {
    let Some(mut browser) = Browser::open() else {
        return;
    };
    browser.size(320, 800);
    for (name, page) in pages() {
        browser.load(&page, "");
        let wide = browser.count("document.documentElement.scrollWidth");
        assert!(wide <= 320, "{name}: {wide}");
    }
}
