//! `apes help`: every command, every topic, in both languages and on narrow terminals.

use apes::commands::shared::naming::VERB_NAMES;
use apes::commands::shared::topics::TOPICS;
use apes::language::Language;
use apes::views::VIEWS;
use unicode_width::UnicodeWidthStr;

use super::{complaint, run, run_in, said};
use crate::golden::at_root;
use crate::workspace::{folder, with};

const LANGUAGES: [Language; 2] = [Language::French, Language::English];

#[test]
fn the_list_has_every_command_and_topic_and_fits() {
    for language in LANGUAGES {
        let option = format!("--lang={}", language.code());
        for columns in [40, 60, 100] {
            let output = run_in(&at_root(""), columns, &["help", &option]);
            let text = String::from_utf8(output.stdout).expect("UTF-8");
            for names in VERB_NAMES.iter().filter(|names| names.verb != "complete") {
                let name = format!("  {}", names.verb);
                let has_line = text
                    .lines()
                    .any(|line| line == name || line.starts_with(&format!("{name} ")));
                assert!(has_line, "{}\n{text}", names.verb);
            }
            for topic in TOPICS {
                assert!(text.contains(topic.name.get(language)), "{text}");
            }
            let wide: Vec<&str> = text.lines().filter(|line| line.width() > columns).collect();
            assert!(wide.is_empty(), "{columns}: {wide:#?}");
        }
    }
    assert!(
        !said(&at_root(""), &["help"]).contains("\n  complete "),
        "nobody types it"
    );
}

#[test]
fn every_command_and_topic_has_its_help() {
    for language in LANGUAGES {
        let option = format!("--lang={}", language.code());
        for names in VERB_NAMES {
            let mut words = vec!["help"];
            words.extend(names.verb.split(' '));
            let mut asked: Vec<&str> = names.verb.split(' ').collect();
            asked.push("--help");
            words.push(&option);
            asked.push(&option);
            let (help, own) = (said(&at_root(""), &words), said(&at_root(""), &asked));
            assert_eq!(help.trim(), own.trim(), "{}", names.verb);
        }
        for topic in TOPICS {
            let names = [topic.name.fr, topic.name.en];
            for name in names.iter().chain(topic.words) {
                let words: Vec<&str> = name.split(' ').collect();
                let text = said(&at_root(""), &[&["help"], &words[..], &[&option]].concat());
                assert!(text.lines().count() > 3, "{name}\n{text}");
            }
        }
    }
}

#[test]
fn help_needs_no_workspace_and_names_what_is_near() {
    let nowhere = std::path::Path::new("/");
    assert!(said(nowhere, &["help", "--lang=fr"]).contains("Rendre compte"));
    let told = complaint(nowhere, &["help", "charter", "tri", "--lang=en"]);
    assert!(told.contains("did you mean `charter try`?"), "{told}");
    let told = complaint(nowhere, &["help", "unknown-actor", "--lang=fr"]);
    assert!(told.contains("`apes explain` explique"), "{told}");
}

#[test]
fn report_without_a_name_lists_the_reports() {
    let empty = folder();
    for (language, option) in [
        (Language::French, "--lang=fr"),
        (Language::English, "--lang=en"),
    ] {
        let text = said(&empty, &["report", option]);
        for view in VIEWS {
            let line = text
                .lines()
                .find(|line| line.starts_with(&format!("  {} ", view.name)));
            let first = view.about.get(language).split(' ').next().expect("a word");
            assert!(line.is_some_and(|line| line.contains(first)), "{text}");
        }
    }
    let root = with(&[("apes.toml", "format = 1\nname = \"R\"\n")]);
    let output = run(&root, &["report", "-o", "map.svg", "--lang=en"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(!root.join("map.svg").exists());
}
