//! Manual pages: one for each verb in both languages, without an error that mandoc finds.

use std::process::Command;

use super::{said, tool};
use crate::golden::at_root;
use crate::workspace::{files, folder};

#[test]
fn every_verb_has_its_page_in_both_languages() {
    let out = folder();
    let path = out.to_string_lossy().into_owned();
    said(&at_root(""), &["man", "--output", &path]);
    let pages = files(&out);
    let english: Vec<&String> = pages
        .keys()
        .filter(|page| page.starts_with("man1/"))
        .collect();
    assert!(english.len() > 20, "{english:?}");
    for page in english {
        let french = &pages[&format!("fr/{page}")];
        let text = String::from_utf8_lossy(french);
        assert!(
            text.contains(".SH NOM\n") && text.contains(".SH OPTIONS\n"),
            "{page}"
        );
        for left in ["SUBCOMMANDS", ".SH NAME", "default", "Possible values"] {
            assert!(!text.contains(left), "{page}: {left}");
        }
    }
    assert!(pages.contains_key("man1/apes-charter-try.1"));
    assert!(
        !pages.contains_key("man1/apes-complete.1"),
        "nobody types it"
    );
    let again = folder();
    said(&at_root(""), &["man", "--output", &again.to_string_lossy()]);
    assert_eq!(files(&again), pages, "the same bytes twice");
    let Some(mandoc) = tool("mandoc", "APES_MANDOC", &["-Tlint", "/dev/null"]) else {
        return;
    };
    for page in pages.keys() {
        let judged = Command::new(&mandoc)
            .args(["-Tlint", "-Werror"])
            .arg(out.join(page))
            .output()
            .expect("mandoc");
        let told = String::from_utf8_lossy(&judged.stdout).into_owned();
        assert!(judged.status.success(), "{page}: {told}");
    }
}
