//! Facts as templates see them: values by name, each section with how it shows.

use std::collections::BTreeMap;

use minijinja::Error;
use minijinja::value::{Serde, Value};

use super::words::in_markup;
use super::{Markup, Page};
use crate::language::Language;
use crate::renderers::charts;
use crate::views::view::{Facts, Picture, Piece, Section};

/// The facts of a view by name.
pub(super) fn facts(facts: &Facts, page: Page) -> BTreeMap<String, Value> {
    let plain = Value::from(Serde(facts));
    let names = ["report", "title", "invented", "facts", "tables", "notes", "scope"];
    let mut known: BTreeMap<String, Value> =
        names.into_iter().map(|name| (name.to_owned(), plain.get_attr(name).unwrap_or_default())).collect();
    let mut pictures = 0;
    let sections: Vec<Value> =
        facts.sections.iter().map(|part| section(part, facts.report, &mut pictures, page)).collect();
    known.insert("sections".to_owned(), Value::from(sections));
    known
}

fn section(section: &Section, report: &str, pictures: &mut usize, page: Page) -> Value {
    let markup = page.markup;
    let level = section.level.clamp(2, 5);
    let heading = match markup {
        Markup::Markdown => format!("{} {}\n\n", "#".repeat(level.into()), markup.escaped(&section.heading)),
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
        ("shown", Value::from_safe_string(body)),
        ("pieces", pieces.into_iter().map(Value::from_safe_string).collect::<Vec<_>>().into()),
    ])
}

fn piece(piece: &Piece, level: u8, id: &str, page: Page) -> String {
    let Page { markup, language, .. } = page;
    match (piece, markup) {
        (Piece::Text(text), Markup::Markdown) => format!("{}\n\n", markup.escaped(text)),
        (Piece::Text(text), Markup::Html) => format!("<p>{}</p>\n", markup.escaped(text)),
        (Piece::Note(text), Markup::Markdown) => format!("*{}*\n\n", markup.escaped(text)),
        (Piece::Note(text), Markup::Html) => format!("<p class=\"note\">{}</p>\n", markup.escaped(text)),
        (Piece::Prose(text), Markup::Markdown) => in_markup(text, level + 1, markup) + "\n",
        (Piece::Prose(text), Markup::Html) => {
            format!("<div class=\"prose\">\n{}</div>\n", in_markup(text, level + 1, markup))
        }
        (Piece::List(lines), Markup::Markdown) => {
            let lines: String = lines.iter().map(|line| format!("- {}\n", markup.escaped(line))).collect();
            lines + "\n"
        }
        (Piece::List(lines), Markup::Html) => {
            let lines = lines.iter().map(|line| format!("<li>{}</li>\n", markup.escaped(line)));
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
    let Page { markup, language, .. } = page;
    let (title, alternative) = (markup.escaped(&picture.title), markup.escaped(&picture.alternative));
    let table = picture.table.clone().map(|table| piece(&Piece::Table(table), level, id, page));
    let table = table.unwrap_or_default();
    match markup {
        Markup::Markdown => format!("**{title}.** {alternative}\n\n{table}"),
        Markup::Html => {
            let drawing = charts::render(picture, id, language);
            format!("<figure>\n{drawing}<figcaption>{title}. {alternative}</figcaption>\n</figure>\n{table}")
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
    let cells = |row: &Value| -> Result<Vec<(String, bool)>, Error> {
        Ok(row.try_iter()?.map(|cell| (cell_text(&cell, markup, language), is_number(&cell))).collect())
    };
    let headings = cells(&table.get_attr("columns")?)?;
    let rows = table.get_attr("rows")?.try_iter()?.map(|row| cells(&row)).collect::<Result<Vec<_>, _>>()?;
    let total = table.get_attr("total")?;
    let total = if total.is_none() || total.is_undefined() { None } else { Some(cells(&total)?) };
    match markup {
        Markup::Markdown => {
            let line = |cells: &[(String, bool)]| {
                let cells: Vec<&str> = cells.iter().map(|(text, _)| &**text).collect();
                format!("| {} |\n", cells.join(" | "))
            };
            let rule = format!("|{}\n", "---|".repeat(headings.len()));
            let rows: String = rows.iter().chain(&total).map(|row| line(row)).collect();
            Ok(line(&headings) + &rule + &rows)
        }
        Markup::Html => {
            let caption = markup.escaped(&table.get_attr("caption")?.to_string());
            Ok(html_table(&caption, &headings, &rows, total.as_deref()))
        }
    }
}

type Cells = [(String, bool)];

fn html_table(
    caption: &str,
    headings: &Cells,
    rows: &[Vec<(String, bool)>],
    total: Option<&Cells>,
) -> String {
    let head: String =
        headings
            .iter()
            .map(|(text, _)| {
                if text.is_empty() {
                    "<td></td>".to_owned()
                } else {
                    format!("<th scope=\"col\">{text}</th>")
                }
            })
            .collect();
    let line = |row: &Cells| {
        let named = row.iter().position(|(text, number)| !number && !text.is_empty());
        let cells =
            row.iter().enumerate().map(|(place, (text, number))| match (Some(place) == named, number) {
                (true, _) => format!("<th scope=\"row\">{text}</th>"),
                (_, true) => format!("<td class=\"number\">{text}</td>"),
                _ => format!("<td>{text}</td>"),
            });
        format!("<tr>{}</tr>\n", cells.collect::<String>())
    };
    let body: String = rows.iter().map(|row| line(row)).collect();
    let foot = total.map(|row| format!("<tfoot>{}</tfoot>\n", line(row))).unwrap_or_default();
    format!(
        "<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"{caption}\">\n<table>\n<caption>{caption}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n{foot}</table>\n</div>\n"
    )
}

fn is_number(cell: &Value) -> bool {
    cell.kind() == minijinja::value::ValueKind::Number
}

fn cell_text(cell: &Value, markup: Markup, language: Language) -> String {
    if cell.is_none() {
        return String::new();
    }
    if is_number(cell) {
        return match u64::try_from(cell.clone()) {
            Ok(number) if markup == Markup::Html => language.number(number),
            _ => cell.to_string(),
        };
    }
    if let Some(digit) = cell.get_attr("digit").ok().filter(|digit| !digit.is_undefined()) {
        return digit.to_string();
    }
    match cell.get_attr("full").ok().filter(|full| !full.is_undefined()) {
        Some(full) => {
            let times = |value: Option<Value>| {
                value.and_then(|value| usize::try_from(value).ok()).unwrap_or(0).min(60)
            };
            let hollow = cell.get_attr("hollow").ok();
            "█".repeat(times(Some(full))) + &"░".repeat(times(hollow))
        }
        None => markup.escaped(&cell.to_string()),
    }
}
