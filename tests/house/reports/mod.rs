//! Every report: what is kept of its outputs, whether its formats agree, and whether it has no holes where little is known.

mod digests;
mod formats;
mod samples;

use std::path::{Path, PathBuf};

use apes::calendar::DateRange;
use apes::language::Language;
use apes::records::TerritoryId;
use apes::renderers::mark::Marks;
use apes::renderers::page::{Markup, Page};
use apes::renderers::{pictures, text};
use apes::sources::Folder;
use apes::views::VIEWS;
use apes::views::view::{Facts, Figure, Picture, Question, View};
use apes::workspace::{self, Workspace};

use crate::golden::at_root;
use crate::workspace::{TODAY, with};

const LANGUAGES: [Language; 2] = [Language::French, Language::English];

/// The year of the expectations.
const YEAR: u16 = 2024;

fn workspace(root: &Path, language: Language) -> Workspace {
    workspace::load(&Folder::at(root), Some(language), language)
}

fn gathered(view: &View, workspace: &Workspace, year: u16) -> Facts {
    (view.gather)(&Question {
        asked: DateRange::years(year, year),
        dated: true,
        territory: sheet_of(view, workspace),
        ..Question::on(&workspace.network, workspace.language, TODAY)
    })
}

/// The territory of a sheet: one that shows much, else the first.
fn sheet_of(view: &View, workspace: &Workspace) -> Option<TerritoryId> {
    let territories = &workspace.network.territories;
    let chosen = workspace
        .network
        .territory("dunkerque")
        .or(territories.first());
    chosen
        .filter(|_| view.name == "territory")
        .map(|record| record.id.clone())
}

fn page(facts: &Facts, markup: Markup, language: Language) -> String {
    Page {
        reports: &[],
        markup,
        language,
        own: None,
    }
    .render(Some(facts), &[])
    .expect("a template of ours")
}

fn lines(facts: &Facts, language: Language) -> String {
    text::render(
        facts,
        text::Screen {
            columns: 100,
            ascii: false,
            quiet: false,
        },
        language,
    )
}

fn json(facts: &Facts) -> String {
    serde_json::to_string_pretty(facts).expect("facts are JSON") + "\n"
}

/// Nobody, one territory alone, and the whole example region.
fn workspaces() -> [(&'static str, PathBuf); 3] {
    let one = [
        ("apes.toml", "format = 1\nname = \"R\"\n"),
        (
            "territories/lens/territory.toml",
            "name = \"Lens <&> | *Liévin*\"\nkind = \"commune\"\ncode = \"62498\"\n",
        ),
    ];
    [
        (
            "empty",
            with(&[("apes.toml", "format = 1\nname = \"R\"\n")]),
        ),
        ("one record", with(&one)),
        ("the region", at_root("examples/hauts-de-demain")),
    ]
}

#[test]
fn little_or_nothing_known_gives_a_sensible_report() {
    for (name, root) in workspaces() {
        for language in LANGUAGES {
            let workspace = workspace(&root, language);
            for view in VIEWS {
                let told = format!("{} of {name} in {}", view.name, language.code());
                let facts = gathered(view, &workspace, YEAR);
                assert_eq!(facts.report, view.name, "{told}");
                assert!(!facts.title.is_empty() && !facts.scope.is_empty(), "{told}");
                holds_together(&facts, &told);
                for text in [
                    lines(&facts, language),
                    page(&facts, Markup::Markdown, language),
                    json(&facts),
                ] {
                    let odd = ["NaN", "inf ", "undefined", "{{", "{%"]
                        .into_iter()
                        .find(|odd| text.contains(odd));
                    assert_eq!(odd, None, "{told}:\n{text}");
                }
            }
        }
    }
}

/// Rows fit their headings, names inside a report are its own, figures have words and numbers that can be drawn.
fn holds_together(facts: &Facts, told: &str) {
    for table in facts.all_tables() {
        assert!(!table.caption.is_empty(), "{told}");
        for row in table.rows.iter().chain(&table.total) {
            assert_eq!(row.len(), table.columns.len(), "{told}: {}", table.caption);
        }
    }
    let mut ids: Vec<&str> = facts.sections.iter().map(|section| &*section.id).collect();
    let plain = |id: &str| {
        id.bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    assert!(
        ids.iter().all(|id| !id.is_empty() && plain(id)),
        "{told}: {ids:?}"
    );
    ids.sort_unstable();
    assert!(
        ids.windows(2).all(|pair| pair[0] != pair[1]),
        "{told}: {ids:?}"
    );
    for section in &facts.sections {
        assert!(
            (2..=4).contains(&section.level) && !section.heading.is_empty(),
            "{told}: {}",
            section.id
        );
    }
    for picture in facts.pictures() {
        assert!(
            !picture.title.is_empty() && !picture.alternative.is_empty(),
            "{told}"
        );
        assert!(can_be_drawn(picture), "{told}: {}", picture.title);
    }
}

fn can_be_drawn(picture: &Picture) -> bool {
    match &picture.figure {
        Figure::Map(_) | Figure::Atlas(_) | Figure::Locator(_) => true,
        Figure::Bars(figure) => {
            let series = figure.series.len().max(1);
            let sound = |value: &f64| value.is_finite() && *value >= 0.0;
            figure
                .bars
                .iter()
                .all(|bar| bar.values.len() == series && bar.values.iter().all(sound))
        }
        Figure::Timeline(figure) => {
            let spans = figure.rows.iter().flat_map(|row| &row.spans);
            let marks = figure.rows.iter().flat_map(|row| &row.marks);
            figure.first <= figure.last
                && spans.into_iter().all(|span| span.from <= span.to)
                && marks
                    .into_iter()
                    .all(|mark| (1..=figure.marks.len()).contains(&mark.number))
        }
        Figure::Graph(figure) => {
            let nodes = figure.nodes.len();
            figure
                .edges
                .iter()
                .all(|edge| edge.from < nodes && edge.to < nodes)
                && figure
                    .nodes
                    .iter()
                    .all(|node| node.family < figure.families.len())
        }
        Figure::Ternary(figure) => figure
            .points
            .iter()
            .flat_map(|point| point.parts)
            .all(f64::is_finite),
    }
}

#[test]
fn every_form_says_that_the_example_is_invented_and_html_asks_for_nothing() {
    for language in LANGUAGES {
        let workspace = workspace(&at_root("examples/hauts-de-demain"), language);
        for view in VIEWS {
            let facts = gathered(view, &workspace, YEAR);
            let sentence = facts.invented.clone().expect("the example is invented");
            let html = page(&facts, Markup::Html, language);
            for text in [
                lines(&facts, language),
                page(&facts, Markup::Markdown, language),
                json(&facts),
            ] {
                assert!(text.contains(&sentence), "{}", view.name);
            }
            assert!(
                html.contains("class=\"invented\"")
                    && html.contains(&format!("<html lang=\"{}\"", language.code()))
            );
            let asks = ["<script", "<link", "<img", " src=", "url(http", "@import"];
            assert_eq!(
                asks.into_iter().find(|part| html.contains(part)),
                None,
                "{}",
                view.name
            );
        }
    }
}

#[test]
fn pictures_stand_alone_and_carry_their_words() {
    let workspace = workspace(&at_root("examples/hauts-de-demain"), Language::French);
    for view in VIEWS {
        for picture in gathered(view, &workspace, YEAR).pictures() {
            let svg = pictures::render(picture, "apes", &Marks::default(), Language::French);
            assert!(
                svg.starts_with("<svg xmlns=") && svg.trim_end().ends_with("</svg>"),
                "{}",
                picture.title
            );
            for part in ["role=\"img\"", "<title id=", "<desc id="] {
                assert!(svg.contains(part), "{}: {part}", picture.title);
            }
            assert_eq!(
                svg.matches("<g").count(),
                svg.matches("</g>").count(),
                "{}",
                picture.title
            );
            assert_eq!(
                svg,
                pictures::render(picture, "apes", &Marks::default(), Language::French),
                "{}",
                picture.title
            );
        }
    }
}
