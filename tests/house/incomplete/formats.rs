//! Every format says that records are missing, in both languages.

use std::path::Path;

use apes::language::Language;
use apes::renderers::format::{FORMATS, Format};
use apes::renderers::mark::Marks;
use apes::renderers::paper::{Paper, Part};
use apes::sources::Folder;
use apes::views::VIEWS;
use apes::views::view::{Facts, Question};
use apes::workspace;

use crate::incomplete::{ACTOR, BROKEN, DYNAMIC, SETTINGS, TERRITORY, apes_in, code, text};
use crate::papers::entry;
use crate::workspace::{TODAY, with, write};

/// A dynamic with all that reports draw and list: a theme, stages, money, a second partner.
const RICH: (&str, &str) = (
    "territories/t/dynamics/r.toml",
    "name = \"R\"\nfrom = 2024\ntheme = \"production-locale\"\nsources = [{ title = \"S\" }]\n\n\
        [partners]\ntilt = \"appui\"\nzest = \"porteur\"\n\n[stages]\nemergence = 2024\n",
);
const SECOND: (&str, &str) = (
    "territories/t/actors/zest.toml",
    "name = \"Zest\"\nkind = \"cooperative\"\nsources = [{ title = \"S\" }]\n",
);
const FOLLOWED: &str = "followed = { from = 2024 }\n\n[agreements.a]\nfrom = 2024\nto = 2027-01-31\n\
    sources = [{ title = \"S\" }]\n";

fn rich() -> std::path::PathBuf {
    let territory = format!("{}{FOLLOWED}", TERRITORY.1);
    with(&[
        SETTINGS,
        (TERRITORY.0, &territory),
        ACTOR,
        SECOND,
        DYNAMIC,
        RICH,
    ])
}

fn broken() -> std::path::PathBuf {
    let root = rich();
    write(&root, BROKEN.0, BROKEN.1.as_bytes());
    root
}

/// What a file says to those who read it, in lower case.
fn shown(format: &str, bytes: &[u8]) -> String {
    let text = match format {
        "odt" => entry(bytes, "content.xml") + &entry(bytes, "styles.xml"),
        // Lines of a calendar are folded anywhere.
        "ics" => text(bytes).replace("\r\n ", ""),
        _ => text(bytes),
    };
    text.to_lowercase()
}

fn written(root: &Path, words: &[&str], format: &Format, language: &str) -> Option<String> {
    let file = format!("out.{}", format.name);
    let words = [words, &["--format", format.name, "--output", &file]].concat();
    let output = apes_in(language, root, &words);
    let said = text(&output.stderr);
    // A format of which this build or this report has nothing to write.
    if code(&output) == 2 {
        return None;
    }
    let is_partial = root.join(BROKEN.0).exists();
    assert_eq!(code(&output), i32::from(is_partial), "{words:?}: {said}");
    assert_eq!(said.contains(BROKEN.0), is_partial, "{words:?}: {said}");
    let bytes = std::fs::read(root.join(&file)).expect("an output");
    Some(shown(format.name, &bytes))
}

#[test]
fn every_format_says_so_in_both_languages() {
    let (sound, broken) = (rich(), broken());
    // Each format in the answers that have what it shows.
    let asked: [(&[&str], &[&str]); 4] = [
        (&["report", "map"], &["html", "svg", "json"]),
        (
            &["report", "network", "--year", "2024"],
            &["svg", "dot", "graphml"],
        ),
        (&["report", "freshness"], &["ics", "md"]),
        (
            &["list", "dynamics"],
            &["text", "md", "html", "odt", "json", "jsonl", "csv"],
        ),
    ];
    for (language, word) in [("fr", "incomplet"), ("en", "incomplete")] {
        for format in FORMATS {
            let mut is_written = false;
            for (words, _) in asked.iter().filter(|(_, all)| all.contains(&format.name)) {
                let Some(whole) = written(&sound, words, format, language) else {
                    continue;
                };
                is_written = true;
                let partial = written(&broken, words, format, language).expect("an output");
                // Pixels are drawn from the picture that `svg` writes.
                if format.name == "png" || format.name == "pdf" {
                    continue;
                }
                // Answers for programs have the field in any case.
                let [whole, partial] = [whole, partial].map(|text| {
                    text.replace("\"incomplete\": null", "")
                        .replace("\"incomplete\":false", "")
                });
                assert!(!whole.contains(word), "{words:?}, {}: {whole}", format.name);
                assert!(
                    partial.contains(word),
                    "{words:?}, {}: {partial}",
                    format.name
                );
            }
            let is_optional = ["png", "pdf"].contains(&format.name);
            assert!(is_written || is_optional, "{}", format.name);
        }
    }
}

#[test]
fn every_table_of_every_report_says_so_in_both_dialects() {
    let (sound, broken) = (rich(), broken());
    for view in VIEWS {
        for (language, dialect, word) in [
            ("fr", "excel-fr", "incomplet"),
            ("en", "open", "incomplete"),
        ] {
            let folder = format!("{}-{dialect}/", view.name);
            let words = [
                "report",
                view.name,
                "--territory",
                "t",
                "--dialect",
                dialect,
            ];
            let words = [&words[..], &["-o", &folder]].concat();
            if code(&apes_in(language, &sound, &words)) == 2 {
                continue;
            }
            assert_eq!(code(&apes_in(language, &broken, &words)), 1, "{words:?}");
            let tables: Vec<_> = std::fs::read_dir(broken.join(&folder))
                .expect("tables")
                .collect();
            assert!(!tables.is_empty(), "{words:?}");
            for table in tables {
                let path = table.expect("a table").path();
                let name = path.file_name().expect("a name").to_owned();
                let partial = std::fs::read_to_string(&path).expect("CSV");
                let heading = partial.lines().next().expect("headings");
                assert!(heading.contains(word), "{}: {heading}", path.display());
                let whole = std::fs::read_to_string(sound.join(&folder).join(name)).expect("CSV");
                assert!(!whole.contains(word), "{}", path.display());
            }
        }
    }
}

fn gathered(root: &Path, report: &str, language: Language) -> Facts {
    let workspace = workspace::load(&Folder::at(root), Some(language), language);
    let view = VIEWS.iter().find(|view| view.name == report).expect(report);
    (view.gather)(&Question {
        territory: (report == "territory").then(|| "t".into()),
        ..Question::on(&workspace.network, language, TODAY)
    })
}

/// Paper is what pages of PDF and of text documents are made from.
#[test]
fn every_page_and_every_picture_on_paper_says_so() {
    let (sound, broken) = (rich(), broken());
    for (language, word) in [
        (Language::French, "incomplet"),
        (Language::English, "incomplete"),
    ] {
        let mut pictures = 0;
        for view in VIEWS {
            for (root, is_partial) in [(&sound, false), (&broken, true)] {
                let facts = gathered(root, view.name, language);
                let marks = Marks::of(&facts, language);
                assert_eq!(marks.short(language).is_some(), is_partial, "{}", view.name);
                let paper = Paper::new(&facts, TODAY, language);
                let ends = paper.scope.join("\n").to_lowercase();
                let foot = paper.mark.unwrap_or_default();
                assert_eq!(ends.contains(word), is_partial, "{}: {ends}", view.name);
                assert_eq!(foot == word, is_partial, "{}: {foot}", view.name);
                assert_eq!(
                    paper.marked_title.contains(word),
                    is_partial,
                    "{}",
                    view.name
                );
                for part in paper.sections.iter().flat_map(|chapter| &chapter.parts) {
                    let Part::Picture { svg, title, .. } = part else {
                        continue;
                    };
                    pictures += 1;
                    assert_eq!(svg.to_lowercase().contains(word), is_partial, "{title}");
                }
            }
        }
        assert!(pictures > 0);
    }
}
