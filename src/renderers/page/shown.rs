//! Facts as templates see them: values by name, each section with how it shows.

use std::collections::BTreeMap;

use minijinja::Error;
use minijinja::value::{Serde, Value};

use crate::language::Language;
use crate::renderers::page::words::in_markup;
use crate::renderers::page::{Markup, Page};
use crate::renderers::pictures;
use crate::views::view::{Facts, Picture, Piece, Section};

/// The facts of a view by name.
pub(super) fn facts(facts: &Facts, page: Page) -> BTreeMap<String, Value> {
    let plain = Value::from(Serde(facts));
    let names = [
        "report", "title", "invented", "facts", "tables", "notes", "scope",
    ];
    let mut known: BTreeMap<String, Value> = names
        .into_iter()
        .map(|name| (name.to_owned(), plain.get_attr(name).unwrap_or_default()))
        .collect();
    let mut pictures = 0;
    let sections: Vec<Value> = facts
        .sections
        .iter()
        .map(|part| section(part, facts.lists(part), facts.report, &mut pictures, page))
        .collect();
    known.insert("sections".to_owned(), Value::from(sections));
    known
}

fn section(
    section: &Section,
    listed: bool,
    report: &str,
    pictures: &mut usize,
    page: Page,
) -> Value {
    let markup = page.markup;
    let level = section.level.clamp(2, 5);
    let heading = match markup {
        Markup::Markdown => format!(
            "{} {}\n\n",
            "#".repeat(level.into()),
            markup.escaped(&section.heading)
        ),
        Markup::Html => {
            let (id, heading) = (html(&section.id), html(&section.heading));
            format!("<h{level} id=\"{id}\">{heading}</h{level}>\n")
        }
    };
    let pieces: Vec<String> = section
        .pieces
        .iter()
        .map(|part| {
            *pictures += usize::from(matches!(part, Piece::Picture(_)));
            piece(part, level, &format!("{report}-{pictures}"), page)
        })
        .collect();
    let body = heading + &pieces.concat();
    Value::from_pairs([
        ("id", Value::from(&*section.id)),
        ("heading", Value::from(&*section.heading)),
        ("level", Value::from(level)),
        ("listed", Value::from(listed)),
        ("shown", Value::from_safe_string(body)),
        (
            "pieces",
            pieces
                .into_iter()
                .map(Value::from_safe_string)
                .collect::<Vec<_>>()
                .into(),
        ),
    ])
}

fn piece(piece: &Piece, level: u8, id: &str, page: Page) -> String {
    let Page {
        markup, language, ..
    } = page;
    match (piece, markup) {
        (Piece::Text(text), Markup::Markdown) => format!("{}\n\n", markup.escaped(text)),
        (Piece::Text(text), Markup::Html) => format!("<p>{}</p>\n", markup.escaped(text)),
        (Piece::Note(text), Markup::Markdown) => format!("*{}*\n\n", markup.escaped(text)),
        (Piece::Note(text), Markup::Html) => {
            format!("<p class=\"note\">{}</p>\n", markup.escaped(text))
        }
        (Piece::Prose(text), Markup::Markdown) => in_markup(text, level + 1, markup) + "\n",
        (Piece::Prose(text), Markup::Html) => {
            format!(
                "<div class=\"prose\">\n{}</div>\n",
                in_markup(text, level + 1, markup)
            )
        }
        (Piece::List(lines), Markup::Markdown) => {
            let lines: String = lines
                .iter()
                .map(|line| format!("- {}\n", markup.escaped(line)))
                .collect();
            lines + "\n"
        }
        (Piece::List(lines), Markup::Html) => {
            let lines = lines
                .iter()
                .map(|line| format!("<li>{}</li>\n", markup.escaped(line)));
            format!("<ul>\n{}</ul>\n", lines.collect::<String>())
        }
        (Piece::Table(table), _) if table.rows.is_empty() => String::new(),
        (Piece::Table(table), Markup::Markdown) => {
            let caption = markup.escaped(&table.caption);
            format!(
                "**{caption}**\n\n{}\n",
                grid_of(&Value::from(Serde(table)), markup, language).unwrap_or_default()
            )
        }
        (Piece::Table(table), Markup::Html) => {
            grid_of(&Value::from(Serde(table)), markup, language).unwrap_or_default()
        }
        (Piece::Picture(drawn), _) => picture(drawn, level, id, page),
    }
}

/// A figure: drawn in HTML, told in Markdown; in both its numbers follow.
fn picture(picture: &Picture, level: u8, id: &str, page: Page) -> String {
    let Page {
        markup, language, ..
    } = page;
    let (title, alternative) = (
        markup.escaped(&picture.title),
        markup.escaped(&picture.alternative),
    );
    let table = picture
        .table
        .clone()
        .map(|table| piece(&Piece::Table(table), level, id, page));
    let table = table.unwrap_or_default();
    match markup {
        Markup::Markdown => format!("**{title}.** {alternative}\n\n{table}"),
        Markup::Html => {
            let drawing = pictures::render(picture, id, language);
            format!(
                "<figure>\n{drawing}<figcaption>{title}. \
                    {alternative}</figcaption>\n</figure>\n{table}"
            )
        }
    }
}

/// A text as HTML shows it.
pub(super) fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// Markdown of people as the page shows it.
pub(super) fn prose(markdown: &str, level: u8, markup: Markup) -> Value {
    Value::from_safe_string(in_markup(markdown, level, markup))
}

/// A table as the page shows it: `{{ table | grid }}`.
pub(super) fn grid(table: &Value, markup: Markup, language: Language) -> Result<Value, Error> {
    grid_of(table, markup, language).map(Value::from_safe_string)
}

fn grid_of(table: &Value, markup: Markup, language: Language) -> Result<String, Error> {
    let cells = |row: &Value| -> Result<Vec<String>, Error> {
        Ok(row
            .try_iter()?
            .map(|cell| cell_text(&cell, markup, language))
            .collect())
    };
    let headings = cells(&table.get_attr("columns")?)?;
    let numeric = numeric(&table.get_attr("rows")?, headings.len())?;
    let rows = table
        .get_attr("rows")?
        .try_iter()?
        .map(|row| cells(&row))
        .collect::<Result<Vec<_>, _>>()?;
    let total = table.get_attr("total")?;
    let total = if total.is_none() || total.is_undefined() {
        None
    } else {
        Some(cells(&total)?)
    };
    match markup {
        Markup::Markdown => {
            let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
            let rule: String = numeric
                .iter()
                .map(|right| if *right { "---:|" } else { "---|" })
                .collect();
            let rows: String = rows.iter().chain(&total).map(|row| line(row)).collect();
            Ok(format!("{}|{rule}\n{rows}", line(&headings)))
        }
        Markup::Html => {
            let caption = markup.escaped(&table.get_attr("caption")?.to_string());
            let grid = Grid {
                caption,
                headings,
                numeric,
                rows,
                total,
            };
            Ok(grid.html())
        }
    }
}

/// Which columns hold numbers and nothing else: these are set at the right, headings as well.
fn numeric(rows: &Value, columns: usize) -> Result<Vec<bool>, Error> {
    let (mut any, mut all) = (vec![false; columns], vec![true; columns]);
    for row in rows.try_iter()? {
        for (place, cell) in row.try_iter()?.enumerate().take(columns) {
            let number = is_number(&cell);
            any[place] |= number;
            all[place] &= number || cell.is_none() || cell.as_str().is_some_and(str::is_empty);
        }
    }
    Ok(any
        .into_iter()
        .zip(all)
        .map(|(any, all)| any && all)
        .collect())
}

/// A table ready to be written as HTML.
struct Grid {
    caption: String,
    headings: Vec<String>,
    numeric: Vec<bool>,
    rows: Vec<Vec<String>>,
    total: Option<Vec<String>>,
}

impl Grid {
    fn html(&self) -> String {
        let caption = &self.caption;
        let head: String = self
            .headings
            .iter()
            .zip(&self.numeric)
            .map(|(text, numeric)| match (text.is_empty(), numeric) {
                (true, _) => "<td></td>".to_owned(),
                (false, true) => format!("<th scope=\"col\" class=\"number\">{text}</th>"),
                (false, false) => format!("<th scope=\"col\">{text}</th>"),
            })
            .collect();
        let body: String = self.rows.iter().map(|row| self.line(row)).collect();
        let foot = self
            .total
            .as_ref()
            .map(|row| format!("<tfoot>{}</tfoot>\n", self.line(row)));
        let foot = foot.unwrap_or_default();
        format!(
            "<div class=\"table\" tabindex=\"0\" role=\"group\" \
                aria-label=\"{caption}\">\n<table>\n<caption>{caption}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n{foot}</table>\n</div>\n"
        )
    }

    /// A row, named by its first words.
    fn line(&self, row: &[String]) -> String {
        let places = || row.iter().zip(&self.numeric).enumerate();
        let named = places().find(|(_, (text, numeric))| !**numeric && !text.is_empty());
        let named = named.map(|(place, _)| place);
        let cells =
            places().map(
                |(place, (text, numeric))| match (Some(place) == named, numeric) {
                    (true, _) => format!("<th scope=\"row\">{text}</th>"),
                    (false, true) => format!("<td class=\"number\">{text}</td>"),
                    (false, false) => format!("<td>{text}</td>"),
                },
            );
        format!("<tr>{}</tr>\n", cells.collect::<String>())
    }
}

fn is_number(cell: &Value) -> bool {
    cell.kind() == minijinja::value::ValueKind::Number || told(cell).is_some()
}

/// The words of a measure.
pub(super) fn told(cell: &Value) -> Option<String> {
    cell.get_attr("told")
        .ok()
        .filter(|told| !told.is_undefined())
        .map(|told| told.to_string())
}

fn cell_text(cell: &Value, markup: Markup, language: Language) -> String {
    if cell.is_none() {
        return String::new();
    }
    if let Some(told) = told(cell) {
        return markup.escaped(&told);
    }
    if is_number(cell) {
        return match u64::try_from(cell.clone()) {
            Ok(number) if markup == Markup::Html => language.number(number),
            _ => cell.to_string(),
        };
    }
    if let Some(digit) = cell
        .get_attr("digit")
        .ok()
        .filter(|digit| !digit.is_undefined())
    {
        return digit.to_string();
    }
    match cell
        .get_attr("full")
        .ok()
        .filter(|full| !full.is_undefined())
    {
        Some(full) => {
            let times = |value: Option<Value>| {
                value
                    .and_then(|value| usize::try_from(value).ok())
                    .unwrap_or(0)
                    .min(60)
            };
            let hollow = cell.get_attr("hollow").ok();
            "█".repeat(times(Some(full))) + &"░".repeat(times(hollow))
        }
        None => markup.escaped(&cell.to_string()),
    }
}
