//! The manual in both languages: made from the schemas, the rules, the command line and the
//! vocabulary, and held fresh.

mod charter;
mod checks;
mod commands;
mod kinds;
mod records;
mod region;
mod shapes;
mod templates;
mod vocabulary;

use apes::language::Language;

use crate::golden::assert_golden;

const LANGUAGES: [Language; 2] = [Language::French, Language::English];

#[test]
fn the_pages_are_fresh() {
    let mut stale = Vec::new();
    for language in LANGUAGES {
        for (name, write) in PAGES {
            let path = format!("docs/{}/{name}.md", language.code());
            if let Err(panic) = std::panic::catch_unwind(|| assert_golden(&path, &write(language)))
            {
                stale.push((path, panic));
            }
        }
    }
    let paths: Vec<&String> = stale.iter().map(|(path, _)| path).collect();
    assert!(stale.is_empty(), "not fresh: {paths:?}");
}

type Page = fn(Language) -> String;

const PAGES: [(&str, Page); 6] = [
    ("records", records::page),
    ("vocabulary", vocabulary::page),
    ("checks", checks::page),
    ("charter", charter::page),
    ("commands", commands::page),
    ("templates", templates::page),
];

/// The line under every title: where the page comes from.
fn origin(language: Language) -> String {
    let mark = "<!-- APES_BLESS=1 cargo test -->";
    apes::say!(language,
        fr: "{mark}\n*Page produite par le programme lui-même ; un test la garde à jour.*\n",
        en: "{mark}\n*This page is written by the program itself; a test keeps it fresh.*\n")
}

/// A text as one cell of a Markdown table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

/// A sentence with its capital and its full stop.
fn sentence(text: &str) -> String {
    let mut characters = text.chars();
    let first: String = characters
        .next()
        .map(|first| first.to_uppercase().collect())
        .unwrap_or_default();
    let end = if text.ends_with(['.', '!', '?', '…']) {
        ""
    } else {
        "."
    };
    format!("{first}{}{end}", characters.as_str())
}
