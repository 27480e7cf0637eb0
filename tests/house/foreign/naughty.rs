//! Strings that break programs, in every text of an invented network, read back from every output.

use std::path::{Path, PathBuf};

use apes::demo::{InventedWorkspace, Plan, SyntaxChoice};
use apes::sources::hidden::{hidden, is_blank};
use pulldown_cmark::Options;
use toml_edit::{DocumentMut, Item, Value};

use crate::commands::apes;
use crate::foreign::foreign;
use crate::foreign::page::{Page, words_of_markdown};
use crate::papers::entry;
use crate::workspace::{folder, write};

/// Elements that no text of a record may bring.
const FOREIGN: [&str; 16] = [
    "script",
    "img",
    "iframe",
    "object",
    "embed",
    "link",
    "meta",
    "base",
    "form",
    "input",
    "style",
    "video",
    "audio",
    "image",
    "foreignobject",
    "marquee",
];

/// Strings in turn.
struct Strings {
    all: Vec<String>,
    next: usize,
}

impl Strings {
    fn take(&mut self) -> String {
        self.next += 1;
        self.all[self.next % self.all.len()].clone()
    }

    /// Replaces every text that has words, which no id, code or date has.
    fn replace(&mut self, item: &mut Item) {
        match item {
            Item::Value(value) => self.replace_value(value),
            Item::Table(table) => table.iter_mut().for_each(|(_, item)| self.replace(item)),
            Item::ArrayOfTables(tables) => tables
                .iter_mut()
                .flat_map(|table| table.iter_mut())
                .for_each(|(_, item)| self.replace(item)),
            Item::None => {}
        }
    }

    fn replace_value(&mut self, value: &mut Value) {
        match value {
            Value::String(text) if text.value().contains(' ') => *value = self.take().into(),
            Value::Array(items) => items.iter_mut().for_each(|item| self.replace_value(item)),
            Value::InlineTable(table) => {
                table
                    .iter_mut()
                    .for_each(|(_, item)| self.replace_value(item));
            }
            _ => {}
        }
    }
}

/// An invented network, and the same with strings in place of its words.
fn networks() -> (PathBuf, PathBuf) {
    let plan = Plan {
        records: 220,
        seed: 3,
        syntax: SyntaxChoice::Toml,
        defects: 0,
    };
    let mut all = ["blns.json", "owasp.txt"].map(foreign).concat();
    all.retain(|text| !is_blank(text) && text.chars().count() < 300);
    let paragraphs = all.join("\n\n");
    let mut strings = Strings { all, next: 0 };
    let (ordinary, naughty) = (folder(), folder());
    let files = InventedWorkspace::invent(plan);
    for file in files.iter().flat_map(InventedWorkspace::files) {
        write(&ordinary, &file.path, file.text.as_bytes());
        let mut text = file.text.clone();
        if Path::new(&file.path).extension() == Some("toml".as_ref()) {
            let mut tree: DocumentMut = text.parse().expect("TOML");
            strings.replace(tree.as_item_mut());
            text = tree.to_string();
        }
        write(&naughty, &file.path, text.as_bytes());
    }
    assert!(strings.next > 1_000, "{} places", strings.next);
    let territory = std::fs::read_dir(naughty.join("territories")).expect("territories");
    for folder in territory.flatten().filter(|one| one.path().is_dir()) {
        let path = format!("{}/texts/2024/bilan.fr.md", folder.path().display());
        write(Path::new("/"), &path, paragraphs.as_bytes());
    }
    (ordinary, naughty)
}

/// What a verb prints, which has nothing hidden in it.
fn output(root: &Path, words: &[&str], format: &str) -> Vec<u8> {
    let file = folder().join("out");
    let (root, path) = (root.to_string_lossy(), file.to_string_lossy());
    let more = [
        "--root",
        &root,
        "--lang",
        "fr",
        "--incomplete",
        "--format",
        format,
        "-o",
        &path,
    ];
    let run = apes(&[words, &more].concat());
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(
        matches!(run.status.code(), Some(0 | 1)),
        "{words:?} {format}: {said}"
    );
    assert_clean(&run.stderr, &format!("{words:?} {format}"));
    std::fs::read(file).expect("an output")
}

fn assert_clean(bytes: &[u8], of: &str) {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let found = hidden(text).next();
    assert_eq!(found, None, "{of}");
    assert!(!text.replace("\r\n", "\n").contains('\r'), "{of}");
}

fn text(root: &Path, words: &[&str], format: &str) -> String {
    let bytes = output(root, words, format);
    assert_clean(&bytes, &format!("{words:?} {format}"));
    String::from_utf8(bytes).expect("UTF-8")
}

const YEARS: [&str; 2] = ["--years", "2022..2024"];

#[test]
fn strings_that_break_programs_break_no_output() {
    let (ordinary, naughty) = networks();
    let of = |words: &[&'static str]| [words, &YEARS].concat();
    for words in [
        of(&["report", "annual"]),
        of(&["report", "map"]),
        of(&["list", "dynamics"]),
    ] {
        let [page, other] =
            [&naughty, &ordinary].map(|root| Page::read(&text(root, &words, "html")));
        assert_eq!(page.count(&FOREIGN), other.count(&FOREIGN), "{words:?}");
        let markdown = text(&naughty, &words, "md");
        assert!(words_of_markdown(&markdown, Options::empty()).len() > 1_000);
    }
    for words in [
        of(&["list", "dynamics"]),
        of(&["list", "actors"]),
        of(&["report", "funder"]),
    ] {
        let json: serde_json::Value =
            serde_json::from_str(&text(&naughty, &words, "json")).expect("JSON");
        assert!(json.is_object());
        assert_table(&text(&naughty, &words, "csv"));
        assert!(!text(&naughty, &words, "text").is_empty());
    }
    assert_xml(&naughty);
    let odt = output(&naughty, &of(&["report", "annual"]), "odt");
    for part in ["content.xml", "meta.xml", "styles.xml"] {
        let xml = entry(&odt, part);
        assert_clean(xml.as_bytes(), part);
        roxmltree::Document::parse(&xml).expect("XML");
    }
    let ics = text(
        &naughty,
        &["report", "freshness", "--at", "2024-06-01"],
        "ics",
    );
    ics.parse::<icalendar::Calendar>().expect("a calendar");
    assert!(ics.lines().all(|line| line.len() <= 75));
    let dot = text(&naughty, &of(&["report", "network"]), "dot");
    let quotes = dot
        .replace("\\\\", "")
        .replace("\\\"", "")
        .matches('"')
        .count();
    assert_eq!(quotes % 2, 0);
}

/// Drawings and graphs in which no text has become an element or an attribute.
fn assert_xml(naughty: &Path) {
    let of = |words: &[&'static str]| [words, &YEARS].concat();
    for (report, format) in [("map", "svg"), ("network", "graphml"), ("network", "svg")] {
        let xml = text(naughty, &of(&["report", report]), format);
        let tree = roxmltree::Document::parse(&xml).expect("XML");
        for element in tree.descendants().filter(roxmltree::Node::is_element) {
            assert!(!FOREIGN.contains(&element.tag_name().name()) || element.has_tag_name("style"));
            assert!(
                element
                    .attributes()
                    .all(|one| !one.name().starts_with("on"))
            );
        }
    }
}

/// A table whose rows have as many cells as its headings, none of which begins a formula.
fn assert_table(table: &str) {
    let mut reader = csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    for row in reader.records() {
        let row = row.expect("a row like the others");
        for cell in &row {
            let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
            assert!(!formula || cell.parse::<f64>().is_ok(), "{cell}");
        }
    }
}
