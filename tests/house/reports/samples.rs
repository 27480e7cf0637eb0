//! Questions put to the example region, and their answers in each format, byte for byte as the program prints them.

use std::sync::LazyLock;

use apes::calendar::DateRange;
use apes::language::Language;
use apes::records::TerritoryId;
use apes::renderers::page::Markup;
use apes::renderers::{csv, map, safe};
use apes::sources::Folder;
use apes::views::VIEWS;
use apes::views::view::{Facts, Figure, Question, View};
use apes::workspace::{self, Workspace};

use super::{LANGUAGES, YEAR, lines, page};
use crate::golden::at_root;
use crate::workspace::TODAY;

/// The workspace that is asked.
pub const EXAMPLE: &str = "examples/hauts-de-demain";

/// A report, what it is asked about, and which of its formats are kept whole, in files.
pub struct Sample {
    pub report: &'static str,
    /// How the names of its outputs begin; `expected` for the one that stands for its report.
    pub name: &'static str,
    pub about: About,
    /// Formats with a file of their own; the others have a line in the list of digests.
    pub files: &'static [Format],
}

pub enum About {
    Region,
    Territory(&'static str),
    Grant(&'static str, &'static str),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Markdown,
    Text,
    Html,
    Json,
    Csv,
}

/// All that is kept. Markdown is what people read in a diff: where a report on the whole region would be too long for
/// that, its file is about one territory or one call, and the whole has digests alone.
pub const SAMPLES: [Sample; 17] = [
    sample("map", "expected", About::Region, &[Format::Markdown]),
    sample(
        "annual",
        "expected",
        About::Territory("metropole-lilloise"),
        &[Format::Markdown],
    ),
    sample("annual", "region", About::Region, &[]),
    sample("territory", "expected", DUNKERQUE, &[Format::Markdown]),
    sample("theme", "expected", About::Region, &[Format::Markdown]),
    sample("process", "expected", About::Region, &[Format::Markdown]),
    sample("process", "dunkerque", DUNKERQUE, &Format::ALL),
    sample("economy", "expected", About::Region, &[Format::Markdown]),
    sample("network", "expected", About::Region, &[Format::Markdown]),
    sample("charter", "expected", DUNKERQUE, &[Format::Markdown]),
    sample("charter", "region", About::Region, &[]),
    sample("levers", "expected", About::Region, &[Format::Markdown]),
    sample("funder", "expected", DUNKERQUE, &[Format::Markdown]),
    sample("funder", "region", About::Region, &[]),
    sample(
        "funder",
        "call",
        About::Grant("effets-utiles", "petit-caillou-2023"),
        &[Format::Markdown],
    ),
    sample(
        "funder",
        "agreement",
        About::Grant("dunkerque", "quais-2022"),
        &[],
    ),
    sample("freshness", "expected", About::Region, &[Format::Markdown]),
];

const DUNKERQUE: About = About::Territory("dunkerque");

const fn sample(
    report: &'static str,
    name: &'static str,
    about: About,
    files: &'static [Format],
) -> Sample {
    Sample {
        report,
        name,
        about,
        files,
    }
}

impl Sample {
    /// The facts that answer it.
    pub fn facts(&self, workspace: &Workspace) -> Facts {
        (view(self.report).gather)(&self.question(workspace))
    }

    fn question<'n>(&self, workspace: &'n Workspace) -> Question<'n> {
        let plain = Question::on(&workspace.network, workspace.language, TODAY);
        let dated = Question {
            asked: DateRange::years(YEAR, YEAR),
            dated: true,
            ..plain.clone()
        };
        match self.about {
            About::Region => dated,
            About::Territory(id) => Question {
                territory: Some(TerritoryId::from(id)),
                ..dated
            },
            About::Grant(record, key) => Question {
                grant: Some((record.to_owned(), key.to_owned())),
                ..plain
            },
        }
    }

    /// What the program prints of it.
    pub fn printed(&self, workspace: &Workspace, format: Format) -> String {
        let every_year = format == Format::Html;
        let facts = (view(self.report).gather)(&Question {
            every_year,
            ..self.question(workspace)
        });
        match (format, facts.figures.first()) {
            (Format::Markdown, _) => page(&facts, Markup::Markdown, workspace.language),
            (Format::Text, _) => lines(&facts, workspace.language),
            (Format::Html, Some(Figure::Atlas(atlas))) => {
                map::interactive(atlas).expect("a page of ours")
            }
            (Format::Html, _) => page(&facts, Markup::Html, workspace.language),
            (Format::Json, _) => {
                safe::json(&serde_json::to_string_pretty(&facts).expect("facts are JSON")) + "\n"
            }
            (Format::Csv, _) => {
                let table = facts.data.first().expect("a table for other programs");
                csv::render(table, csv::Dialect::Open, workspace.language)
            }
        }
    }

    /// The words after `apes` that print it.
    pub fn command(&self, format: Format, language: Language) -> Vec<String> {
        let year = YEAR.to_string();
        let about = match self.about {
            About::Region => format!("--year {year}"),
            About::Territory(id) => format!("--year {year} --territory {id}"),
            About::Grant(record, key) => format!("--agreement {record}/{key}"),
        };
        let (report, language, format) = (self.report, language.code(), format.word());
        let words =
            format!("report {report} --root {EXAMPLE} {about} --lang {language} --format {format}");
        words.split(' ').map(str::to_owned).collect()
    }
}

impl Format {
    pub const ALL: [Self; 5] = [
        Self::Markdown,
        Self::Text,
        Self::Html,
        Self::Json,
        Self::Csv,
    ];

    /// How its files end.
    fn ending(self) -> &'static str {
        if self == Self::Text {
            "txt"
        } else {
            self.word()
        }
    }

    /// What `--format` calls it.
    fn word(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Text => "text",
            Self::Html => "html",
            Self::Json => "json",
            Self::Csv => "csv",
        }
    }
}

fn view(name: &str) -> &'static View {
    VIEWS
        .iter()
        .find(|view| view.name == name)
        .expect("a report of ours")
}

/// The example region, read.
pub fn example(language: Language) -> Workspace {
    workspace::load(&Folder::at(&at_root(EXAMPLE)), Some(language), language)
}

/// One sample in one language and format.
pub struct Output {
    /// Where it lies below `tests/reports`, or would.
    pub path: String,
    /// What the program prints.
    pub text: String,
    /// Whether it is kept in a file.
    pub in_file: bool,
    /// What prints it.
    pub command: Vec<String>,
}

/// Every sample in every language and format, made once for all tests.
pub static OUTPUTS: LazyLock<Vec<Output>> = LazyLock::new(outputs);

fn outputs() -> Vec<Output> {
    let trips = LANGUAGES.map(example);
    let mut outputs = Vec::new();
    for sample in &SAMPLES {
        for workspace in &trips {
            outputs.extend(Format::ALL.map(|format| Output {
                path: format!(
                    "{}/{}.{}.{}",
                    sample.report,
                    sample.name,
                    workspace.language.code(),
                    format.ending()
                ),
                text: sample.printed(workspace, format),
                in_file: sample.files.contains(&format),
                command: sample.command(format, workspace.language),
            }));
        }
    }
    outputs
}
