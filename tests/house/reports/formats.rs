//! The formats of a report say the same: what Markdown shows, text, HTML, JSON and CSV show too.

use apes::renderers::page::Markup;
use apes::renderers::{safe, text};
use apes::views::view::{Cell, Facts, Table, Value as Datum};
use apes::workspace::Workspace;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use super::samples::{Format, SAMPLES, Sample, example};
use super::{LANGUAGES, page};

/// A piece of Markdown as its reader sees it: a heading, a paragraph, a point of a list, or a row of a table with its
/// cells side by side.
struct Piece {
    words: String,
    is_row: bool,
}

/// Each sample in each language, with its name for messages.
fn each(test: impl Fn(&Sample, &Workspace, &str)) {
    for workspace in LANGUAGES.map(example) {
        for sample in &SAMPLES {
            test(
                sample,
                &workspace,
                &format!(
                    "{}/{} in {}",
                    sample.report,
                    sample.name,
                    workspace.language.code()
                ),
            );
        }
    }
}

/// The pieces of a Markdown text, by a reader of Markdown that is not ours.
fn pieces(markdown: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut words, mut is_row) = (String::new(), false);
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        let inside = |tag: &TagEnd| {
            matches!(
                tag,
                TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::TableCell
            )
        };
        match &event {
            Event::Text(part) | Event::Code(part) | Event::Html(part) | Event::InlineHtml(part) => {
                words.push_str(part);
                continue;
            }
            Event::SoftBreak => continue,
            Event::Start(tag) if inside(&tag.to_end()) => continue,
            Event::End(tag) if inside(tag) => continue,
            _ => {}
        }
        pieces.push(Piece {
            words: bare(&std::mem::take(&mut words)),
            is_row,
        });
        is_row = matches!(event, Event::Start(Tag::TableRow));
    }
    pieces.retain(|piece| !piece.words.is_empty());
    pieces
}

/// A text without white space, bars, symbols and commas: what is left whatever the width of the page, and whether digits
/// are grouped (Markdown does not group those of counts).
fn bare(text: &str) -> String {
    let drawn = "█▒░▓●■⬢▣⌂◗◆▲✹,";
    text.chars()
        .filter(|character| !character.is_whitespace() && !drawn.contains(*character))
        .collect()
}

/// The text of a page: without style, without tags, its entities read.
fn shown(html: &str) -> String {
    let pattern = |pattern| regex::Regex::new(pattern).expect("a pattern");
    let text = pattern(r"(?s)<style>.*?</style>|<[^>]*>").replace_all(html, "");
    let entity = pattern(r"&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));");
    let read = |found: &regex::Captures| {
        let number =
            |group: usize, base| u32::from_str_radix(found.get(group)?.as_str(), base).ok();
        let character = number(1, 10).or(number(2, 16)).and_then(char::from_u32);
        character.unwrap_or_else(|| match &found[3] {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            other => panic!("&{other}; is not known here"),
        })
    };
    entity
        .replace_all(&text, |found: &regex::Captures| read(found).to_string())
        .into_owned()
}

fn in_columns(facts: &Facts, workspace: &Workspace, columns: usize) -> String {
    text::render(
        facts,
        text::Screen {
            columns,
            ascii: false,
            quiet: false,
        },
        workspace.language,
    )
}

#[test]
fn text_and_html_show_each_sentence_and_row_of_the_markdown() {
    each(|sample, workspace, name| {
        let facts = sample.facts(workspace);
        let pieces = pieces(&page(&facts, Markup::Markdown, workspace.language));
        assert!(pieces.len() > 10, "{name}");
        let html = bare(&shown(&page(&facts, Markup::Html, workspace.language)));
        let wide = bare(&in_columns(&facts, workspace, 3_000));
        let missing = |text: &str| -> Vec<&str> {
            let words = pieces.iter().map(|piece| &*piece.words);
            words.filter(|words| !text.contains(words)).collect()
        };
        assert_eq!(
            missing(&html),
            Vec::<&str>::new(),
            "{name}: HTML does not show it"
        );
        let mut missing = missing(&wide);
        missing.retain(|words| !drawn_in_text(&facts, words));
        assert_eq!(missing, Vec::<&str>::new(), "{name}: text does not show it");
    });
}

/// Whether text shows something by other means: it draws bars and timelines instead of describing them, names no unit
/// and no sum of bars, and gives no caption to the only table below a heading.
fn drawn_in_text(facts: &Facts, words: &str) -> bool {
    let of_bars = |table: &Table| {
        let total = table.total.iter().flatten().map(|cell| match cell {
            Cell::Text(words) => bare(words),
            Cell::Number(number) => number.to_string(),
            Cell::Measure { told, .. } => bare(told),
            _ => String::new(),
        });
        table.columns.len() == 2
            && (bare(&table.columns.concat()) == words || total.collect::<String>() == words)
    };
    facts
        .all_tables()
        .any(|table| bare(&table.caption) == words)
        || facts
            .pictures()
            .any(|picture| words.starts_with(&bare(&picture.title)))
        || facts
            .pictures()
            .filter_map(|picture| picture.table.as_ref())
            .any(of_bars)
}

#[test]
fn text_is_never_wider_than_the_terminal() {
    each(|sample, workspace, name| {
        let facts = sample.facts(workspace);
        for columns in [80, 100, 140] {
            let text = in_columns(&facts, workspace, columns);
            // The terminal itself folds the title, the sentence on columns that found no room, and a single long word.
            let title = 1 + usize::from(facts.invented.is_some());
            let ours = |line: &&str| !line.starts_with('…') && line.split_whitespace().count() > 1;
            let lines = text.lines().skip(title).filter(ours);
            let wide: Vec<&str> = lines.filter(|line| line.width() > columns).collect();
            assert!(wide.is_empty(), "{name} in {columns} columns: {wide:#?}");
        }
    });
}

#[test]
fn json_holds_the_tables_of_the_markdown_row_by_row() {
    each(|sample, workspace, name| {
        let json: Value =
            serde_json::from_str(&sample.printed(workspace, Format::Json)).expect(name);
        let tables = tables(&json);
        let rows = tables.iter().flat_map(|table| rows(table));
        let rows: Vec<String> = rows.map(|row| row.iter().map(cell).collect()).collect();
        let pieces = pieces(&page(
            &sample.facts(workspace),
            Markup::Markdown,
            workspace.language,
        ));
        let shown: Vec<&str> = pieces
            .iter()
            .filter(|piece| piece.is_row)
            .map(|piece| &*piece.words)
            .collect();
        for (row, shown) in rows.iter().zip(&shown) {
            assert_eq!(row, shown, "{name}: the first row that differs");
        }
        assert_eq!(
            rows.len(),
            shown.len(),
            "{name}: rows in JSON and in Markdown"
        );
    });
}

/// The tables of a report as JSON, in reading order.
fn tables(report: &Value) -> Vec<&Value> {
    let whole = report["tables"].as_array().into_iter().flatten();
    let sections = report["sections"].as_array().into_iter().flatten();
    let pieces = sections.flat_map(|section| section["pieces"].as_array().into_iter().flatten());
    let inside = pieces.map(|piece| {
        if piece["table"].is_object() {
            &piece["table"]
        } else {
            &piece["picture"]["table"]
        }
    });
    whole
        .chain(inside)
        .filter(|table| table.is_object())
        .collect()
}

fn rows(table: &Value) -> impl Iterator<Item = &Vec<Value>> {
    let total = Some(&table["total"])
        .filter(|total| total.is_array() && !table["rows"].as_array().is_none_or(Vec::is_empty));
    table["rows"]
        .as_array()
        .into_iter()
        .flatten()
        .chain(total)
        .filter_map(Value::as_array)
}

/// What people read of a cell.
fn cell(value: &Value) -> String {
    match value {
        Value::String(words) => bare(words),
        Value::Number(number) => number.to_string(),
        Value::Object(parts) => parts
            .get("told")
            .or(parts.get("digit"))
            .map(cell)
            .unwrap_or_default(),
        _ => String::new(),
    }
}

#[test]
fn csv_holds_each_value_of_its_table_and_nothing_else() {
    each(|sample, workspace, name| {
        let facts = sample.facts(workspace);
        let records = records(&sample.printed(workspace, Format::Csv));
        let table = facts.data.first().expect(name);
        let headings: Vec<&str> = table.columns.iter().map(|it| it.heading.as_str()).collect();
        assert_eq!(records[0], headings, "{name}");
        assert_eq!(records.len(), table.rows.len() + 1, "{name}");
        for (record, row) in records[1..].iter().zip(&table.rows) {
            assert_eq!(record.len(), row.len(), "{name}: {record:?}");
            let same = record
                .iter()
                .zip(row)
                .all(|(read, value)| says(read, value));
            assert!(same, "{name}: {record:?} for {row:?}");
        }
    });
}

/// Whether a cell that was read from CSV says what a value does; what could be a formula has a quote before.
fn says(read: &str, value: &Datum) -> bool {
    match value {
        Datum::Text(words) => read.replace('\'', "") == safe::line(words).replace('\'', ""),
        Datum::Count(count) => read.parse() == Ok(*count),
        Datum::Number(number) => read
            .parse::<f64>()
            .is_ok_and(|read| (read - number).abs() < 0.000_001),
        Datum::Date(date) => read == date.to_string(),
        Datum::Flag(is_so) => {
            matches!((read, is_so), ("oui" | "yes", true) | ("non" | "no", false))
        }
        Datum::Nothing => read.is_empty(),
    }
}

/// The records of a CSV text, as RFC 4180 reads them.
fn records(csv: &str) -> Vec<Vec<String>> {
    let (mut records, mut record, mut field) = (Vec::new(), Vec::new(), String::new());
    let (mut quoted, mut characters) = (false, csv.chars().peekable());
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => field.extend(characters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => record.push(std::mem::take(&mut field)),
            '\r' if !quoted => {
                assert_eq!(characters.next(), Some('\n'), "a record ends with CR LF");
                record.push(std::mem::take(&mut field));
                records.push(std::mem::take(&mut record));
            }
            other => field.push(other),
        }
    }
    assert!(
        !quoted && field.is_empty() && record.is_empty(),
        "the text ends within a record"
    );
    records
}

/// Lists of facts and the table that shows them, a row for each: report, list, place of the table among all.
const LISTS: [(&str, &str, usize); 25] = [
    ("map", "themes", 0),
    ("annual", "figures", 0),
    ("territory", "figures", 0),
    ("territory", "stages", 1),
    ("territory", "dynamics", 2),
    ("territory", "families", 3),
    ("theme", "territories", 0),
    ("theme", "themes", 1),
    ("theme", "passages", 2),
    ("process", "territories", 0),
    ("process", "stages", 1),
    ("economy", "mixes", 0),
    ("network", "meetings", 0),
    ("network", "pairs", 1),
    ("network", "articulation_points", 2),
    ("network", "apart", 3),
    ("charter", "signatories", 0),
    ("levers", "obstacles", 0),
    ("levers", "levers", 2),
    ("levers", "tools", 4),
    ("levers", "territories", 6),
    ("funder", "grants", 0),
    ("freshness", "roles", 0),
    // At the end of 2024 no dynamic is without news, and has no table.
    ("freshness", "contacts", 3),
    ("freshness", "sources", 4),
];

#[test]
fn facts_hold_the_numbers_and_names_of_their_tables() {
    each(|sample, workspace, name| {
        let json: Value =
            serde_json::from_str(&sample.printed(workspace, Format::Json)).expect(name);
        for (_, list, place) in LISTS.iter().filter(|(report, ..)| *report == sample.report) {
            let facts = json["facts"][list].as_array().expect(list);
            let table = tables(&json)[*place];
            let rows = table["rows"].as_array().expect(list);
            assert_eq!(rows.len(), facts.len(), "{name}: {list}");
            for (rank, (row, fact)) in rows.iter().zip(facts).enumerate() {
                agree(rank, row, fact)
                    .unwrap_or_else(|cell| panic!("{name}: {cell} of {row} is not in {fact}"));
            }
        }
    });
}

/// Whether a fact holds the numbers of a row and the name that it begins with; a first column may count the rows.
fn agree(rank: usize, row: &Value, fact: &Value) -> Result<(), Value> {
    let cells = row.as_array().expect("cells");
    let counts = cells[0] == rank + 1;
    let own = &cells[usize::from(counts)..];
    let mut leaves = Vec::new();
    leaves_of(fact, &mut leaves);
    let numbers = own
        .iter()
        .filter_map(|cell| cell.as_f64().or(cell["number"].as_f64()));
    for number in numbers {
        let held = leaves
            .iter()
            .filter_map(Value::as_f64)
            .any(|held| (held.abs() - number.abs()).abs() < 1e-9);
        if !held {
            return Err(Value::from(number));
        }
    }
    let name = own.iter().find_map(Value::as_str);
    let held = |name: &str| {
        let words = leaves
            .iter()
            .filter_map(Value::as_str)
            .filter(|words| !words.is_empty());
        words
            .into_iter()
            .any(|held| name.contains(held) || held.contains(name))
    };
    if name.is_some_and(|name| !held(name) && !leaves.contains(&Value::Null)) {
        return Err(Value::from(name));
    }
    Ok(())
}

/// The plain values inside a value, and how long its lists are.
fn leaves_of(value: &Value, leaves: &mut Vec<Value>) {
    match value {
        Value::Object(parts) => parts.values().for_each(|part| leaves_of(part, leaves)),
        Value::Array(items) => {
            leaves.push(Value::from(items.len()));
            for item in items {
                leaves_of(item, leaves);
            }
        }
        plain => leaves.push(plain.clone()),
    }
}
