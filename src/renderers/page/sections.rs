//! Facts as templates see them: values by name, and each section with its markup.

use std::collections::BTreeMap;

use minijinja::value::{Serde, Value};

use crate::language::Language;
use crate::renderers::mark::Marks;
use crate::renderers::page::markup::Markup;
use crate::renderers::page::table::grid;
use crate::renderers::pictures;
use crate::views::view::{Facts, Picture, Piece, Section, Table};

/// Name under which templates see the sections.
const SECTIONS: &str = "sections";

/// Names of everything that templates see of a report: its sections, and fields of facts as they
/// are.
pub(super) const FACT_NAMES: [&str; 8] = [
    "report", "title", "invented", "facts", "tables", "notes", "scope", SECTIONS,
];

/// Writer of the sections of a report.
struct SectionWriter<'f> {
    report: &'f str,
    marks: Marks,
    markup: Markup,
    language: Language,
    /// Number of pictures so far, which distinguishes the names inside them.
    pictures: usize,
}

/// The facts of a view by name.
pub(super) fn facts(facts: &Facts, markup: Markup, language: Language) -> BTreeMap<String, Value> {
    let values = Value::from(Serde(facts));
    let mut names: BTreeMap<String, Value> = FACT_NAMES
        .into_iter()
        .filter(|name| *name != SECTIONS)
        .map(|name| (name.to_owned(), values.get_attr(name).unwrap_or_default()))
        .collect();
    let mut writer = SectionWriter {
        report: facts.report,
        marks: Marks::of(facts, language),
        markup,
        language,
        pictures: 0,
    };
    let sections: Vec<Value> = facts
        .sections
        .iter()
        .map(|section| writer.section(section, facts.lists(section)))
        .collect();
    names.insert(SECTIONS.to_owned(), Value::from(sections));
    names
}

impl SectionWriter<'_> {
    fn section(&mut self, section: &Section, listed: bool) -> Value {
        // Level 1 is the title of the page, and 6 is left for headings inside prose.
        let level = section.level.clamp(2, 5);
        let heading = self.markup.escaped(&section.heading);
        let heading = match self.markup {
            Markup::Markdown => format!("{} {heading}\n\n", "#".repeat(level.into())),
            Markup::Html => {
                let id = self.markup.escaped(&section.id);
                format!("<h{level} id=\"{id}\">{heading}</h{level}>\n")
            }
        };
        let pieces: Vec<String> = section
            .pieces
            .iter()
            .map(|piece| self.piece(piece, level))
            .collect();
        let shown = Value::from_safe_string(heading + &pieces.concat());
        let pieces: Vec<Value> = pieces.into_iter().map(Value::from_safe_string).collect();
        Value::from_pairs([
            ("id", Value::from(&*section.id)),
            ("heading", Value::from(&*section.heading)),
            ("level", Value::from(level)),
            ("listed", Value::from(listed)),
            ("shown", shown),
            ("pieces", Value::from(pieces)),
        ])
    }

    fn piece(&mut self, piece: &Piece, level: u8) -> String {
        let markup = self.markup;
        match piece {
            Piece::Text(text) => {
                let text = markup.escaped(text);
                self.either(format!("{text}\n\n"), format!("<p>{text}</p>\n"))
            }
            Piece::Note(text) => {
                let text = markup.escaped(text);
                self.either(
                    format!("*{text}*\n\n"),
                    format!("<p class=\"note\">{text}</p>\n"),
                )
            }
            Piece::Prose(text) => {
                let prose = markup.prose(text, level + 1);
                self.either(
                    format!("{prose}\n"),
                    format!("<div class=\"prose\">\n{prose}</div>\n"),
                )
            }
            Piece::List(lines) => self.list(lines),
            Piece::Table(table) => self.table(table),
            Piece::Picture(picture) => self.picture(picture),
        }
    }

    fn either(&self, markdown: String, html: String) -> String {
        match self.markup {
            Markup::Markdown => markdown,
            Markup::Html => html,
        }
    }

    fn list(&self, lines: &[String]) -> String {
        let items: String = lines
            .iter()
            .map(|line| self.markup.escaped(line))
            .map(|line| self.either(format!("- {line}\n"), format!("<li>{line}</li>\n")))
            .collect();
        self.either(format!("{items}\n"), format!("<ul>\n{items}</ul>\n"))
    }

    fn table(&self, table: &Table) -> String {
        if table.rows.is_empty() {
            return String::new();
        }
        let value = Value::from(Serde(table));
        let grid = grid(&value, self.markup, self.language).unwrap_or_default();
        let caption = self.markup.escaped(&table.caption);
        self.either(format!("**{caption}**\n\n{grid}\n"), grid.clone())
    }

    /// A picture: a drawing in HTML, its description in Markdown, in both with its table.
    fn picture(&mut self, picture: &Picture) -> String {
        self.pictures += 1;
        let title = self.markup.escaped(&picture.title);
        let alternative = self.markup.escaped(&picture.alternative);
        let table = picture
            .table
            .as_ref()
            .map(|table| self.table(table))
            .unwrap_or_default();
        match self.markup {
            Markup::Markdown => format!("**{title}.** {alternative}\n\n{table}"),
            Markup::Html => {
                let id = format!("{}-{}", self.report, self.pictures);
                let drawing = pictures::render(picture, &id, &self.marks, self.language);
                let caption = format!("<figcaption>{title}. {alternative}</figcaption>");
                format!("<figure>\n{drawing}{caption}\n</figure>\n{table}")
            }
        }
    }
}
