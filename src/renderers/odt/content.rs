//! What the text document says: contents, chapters, tables, pictures.

use crate::renderers::odt::xml::Xml;
use crate::renderers::odt::{document, picture_name};
use crate::renderers::paper::{Chapter, Column, Grid, Paper, Part};
use crate::renderers::prose::{Block, Run};

/// Room between the margins of the page, in centimetres.
const ROOM: (f64, f64) = (16.6, 23.0);

/// Width of a letter in a table, of what stands around the words of a cell, and the letters of a
/// word kept whole.
const LETTER: f64 = 0.17;
const PADDING: f64 = 0.3;
const LONGEST_WORD: usize = 20;

/// Height of a picture on a sheet, in centimetres.
const ON_SHEET: f64 = 5.2;

/// The document.
pub fn content(paper: &Paper) -> String {
    let mut xml = Xml::new();
    document(&mut xml, "office:document-content", |xml| {
        xml.inside("office:automatic-styles", &[], |xml| looks(xml, paper));
        xml.inside("office:body", &[], |xml| {
            xml.inside("office:text", &[], |xml| body(xml, paper));
        });
    });
    xml.finish()
}

/// Styles of single tables and of what stands inside them.
fn looks(xml: &mut Xml, paper: &Paper) {
    let style = |xml: &mut Xml,
                 name: &str,
                 family: &str,
                 parent: &str,
                 properties: &str,
                 look: &[(&str, &str)]| {
        let mut head = vec![("style:name", name), ("style:family", family)];
        head.extend((!parent.is_empty()).then_some(("style:parent-style-name", parent)));
        xml.inside("style:style", &head, |xml| xml.leaf(properties, look));
    };
    let width = format!("{:.2}cm", ROOM.0);
    style(
        xml,
        "grid",
        "table",
        "",
        "style:table-properties",
        &[
            ("style:width", &width),
            ("table:align", "margins"),
            ("fo:margin-bottom", "0.35cm"),
        ],
    );
    let cell = [
        ("fo:padding", "0.08cm"),
        ("fo:border-bottom", "0.5pt solid #999999"),
    ];
    style(
        xml,
        "cell",
        "table-cell",
        "",
        "style:table-cell-properties",
        &cell,
    );
    let head = [
        ("fo:padding", "0.08cm"),
        ("fo:border-bottom", "1pt solid #000000"),
    ];
    style(
        xml,
        "head",
        "table-cell",
        "",
        "style:table-cell-properties",
        &head,
    );
    let right = [("fo:text-align", "end")];
    style(
        xml,
        "number",
        "paragraph",
        "Table_20_Contents",
        "style:paragraph-properties",
        &right,
    );
    style(
        xml,
        "sum",
        "paragraph",
        "Table_20_Heading",
        "style:paragraph-properties",
        &right,
    );
    style(
        xml,
        "picture",
        "graphic",
        "",
        "style:graphic-properties",
        &[("style:vertical-pos", "top")],
    );
    for (place, grid) in grids(paper).enumerate() {
        for (column, width) in widths(&grid.columns).into_iter().enumerate() {
            let name = format!("grid{place}-{column}");
            let width = format!("{width:.2}cm");
            style(
                xml,
                &name,
                "table-column",
                "",
                "style:table-column-properties",
                &[("style:column-width", &width)],
            );
        }
    }
}

fn grids(paper: &Paper) -> impl Iterator<Item = &Grid> {
    paper
        .sections
        .iter()
        .flat_map(|section| &section.parts)
        .filter_map(|part| match part {
            Part::Table(grid) => Some(grid),
            _ => None,
        })
}

/// The room of each column: its longest word is not broken while there is room, the rest goes by
/// what it holds.
fn widths(columns: &[Column]) -> Vec<f64> {
    let real = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let words: Vec<f64> = columns
        .iter()
        .map(|column| real(column.word.min(LONGEST_WORD)) * LETTER + PADDING)
        .collect();
    let needed: f64 = words.iter().sum();
    if needed >= ROOM.0 {
        return words
            .into_iter()
            .map(|word| word / needed * ROOM.0)
            .collect();
    }
    let more = |column: &Column| {
        real(
            column
                .weight
                .saturating_sub(column.word.min(LONGEST_WORD))
                .max(1),
        )
    };
    let all: f64 = columns.iter().map(more).sum();
    let left = ROOM.0 - needed;
    columns
        .iter()
        .zip(words)
        .map(|(column, word)| word + left * more(column) / all)
        .collect()
}

fn body(xml: &mut Xml, paper: &Paper) {
    paragraph(xml, "Title", &paper.title);
    if let Some(invented) = &paper.invented {
        xml.inside("text:p", &[("text:style-name", "Quotations")], |xml| {
            xml.words("text:span", &[("text:style-name", "Strong")], invented);
        });
    }
    if paper.sections.len() > 1 && !paper.sheet {
        contents(xml, paper);
    }
    let (mut grids, mut pictures) = (0, 0);
    for chapter in &paper.sections {
        heading(xml, chapter);
        for part in &chapter.parts {
            match part {
                Part::Text { text } => paragraph(xml, "Text_20_body", text),
                Part::Note { text } => paragraph(xml, "Note", text),
                Part::List { lines } => points(xml, lines),
                Part::Prose { blocks } => blocks
                    .iter()
                    .for_each(|inner| block(xml, inner, "Text_20_body")),
                Part::Table(grid) => {
                    table(xml, grid, grids);
                    grids += 1;
                }
                Part::Picture {
                    title,
                    alternative,
                    size,
                    ..
                } => {
                    let tallest = if paper.sheet { ON_SHEET } else { ROOM.1 };
                    picture(xml, (title, alternative), *size, tallest, pictures);
                    pictures += 1;
                }
            }
        }
    }
    paper
        .scope
        .iter()
        .for_each(|line| paragraph(xml, "Note", line));
}

fn paragraph(xml: &mut Xml, style: &str, text: &str) {
    xml.words("text:p", &[("text:style-name", style)], text);
}

fn heading(xml: &mut Xml, chapter: &Chapter) {
    if chapter.heading.is_empty() {
        return;
    }
    let level = chapter.level.to_string();
    let style = format!("Heading_20_{level}");
    xml.inside(
        "text:h",
        &[("text:style-name", &*style), ("text:outline-level", &level)],
        |xml| {
            xml.leaf("text:bookmark", &[("text:name", &chapter.id)]);
            xml.text(&chapter.heading);
        },
    );
}

/// The table of contents, whose entries lead to their headings; an office suite adds page numbers
/// when it is refreshed.
fn contents(xml: &mut Xml, paper: &Paper) {
    xml.inside(
        "text:table-of-content",
        &[("text:name", "contents")],
        |xml| {
            xml.inside(
                "text:table-of-content-source",
                &[("text:outline-level", "2")],
                |xml| {
                    xml.words(
                        "text:index-title-template",
                        &[("text:style-name", "Caption")],
                        &paper.contents,
                    );
                    for level in ["1", "2"] {
                        let template = [
                            ("text:outline-level", level),
                            ("text:style-name", "Text_20_body"),
                        ];
                        xml.inside("text:table-of-content-entry-template", &template, |xml| {
                            xml.leaf("text:index-entry-link-start", &[]);
                            xml.leaf("text:index-entry-text", &[]);
                            xml.leaf(
                                "text:index-entry-tab-stop",
                                &[("style:type", "right"), ("style:leader-char", ".")],
                            );
                            xml.leaf("text:index-entry-page-number", &[]);
                            xml.leaf("text:index-entry-link-end", &[]);
                        });
                    }
                },
            );
            xml.inside("text:index-body", &[], |xml| {
                paragraph(xml, "Caption", &paper.contents);
                for chapter in paper
                    .sections
                    .iter()
                    .filter(|chapter| chapter.listed && !chapter.heading.is_empty())
                {
                    let target = format!("#{}", chapter.id);
                    xml.inside(
                        "text:p",
                        &[("text:style-name", "Table_20_Contents")],
                        |xml| {
                            if chapter.level > 1 {
                                xml.text("\u{2003}");
                            }
                            let link = [("xlink:type", "simple"), ("xlink:href", &*target)];
                            xml.words("text:a", &link, &chapter.heading);
                        },
                    );
                }
            });
        },
    );
}

fn points(xml: &mut Xml, lines: &[String]) {
    xml.inside("text:list", &[("text:style-name", "Bullets")], |xml| {
        for line in lines {
            xml.inside("text:list-item", &[], |xml| {
                paragraph(xml, "Text_20_body", line);
            });
        }
    });
}

fn block(xml: &mut Xml, block: &Block, style: &str) {
    match block {
        Block::Paragraph { runs } => words(xml, runs, style),
        Block::Heading { runs } => words(xml, runs, "Caption"),
        Block::Quote { blocks } => blocks
            .iter()
            .for_each(|inner| self::block(xml, inner, "Quotations")),
        Block::Code { text } => text.lines().for_each(|line| paragraph(xml, style, line)),
        Block::List { start, items } => {
            let name = if start.is_some() {
                "Numbers"
            } else {
                "Bullets"
            };
            xml.inside("text:list", &[("text:style-name", name)], |xml| {
                for (place, item) in items.iter().enumerate() {
                    let first = start
                        .filter(|start| place == 0 && *start != 1)
                        .map(|start| start.to_string());
                    let begins: Vec<(&str, &str)> = first
                        .iter()
                        .map(|start| ("text:start-value", &**start))
                        .collect();
                    xml.inside("text:list-item", &begins, |xml| {
                        for inner in item {
                            self::block(xml, inner, style);
                        }
                    });
                }
            });
        }
    }
}

fn words(xml: &mut Xml, runs: &[Run], style: &str) {
    xml.inside("text:p", &[("text:style-name", style)], |xml| {
        runs.iter().for_each(|part| run(xml, part));
    });
}

fn run(xml: &mut Xml, run: &Run) {
    let lines = |xml: &mut Xml| {
        for (place, line) in run.text.split('\n').enumerate() {
            if place > 0 {
                xml.leaf("text:line-break", &[]);
            }
            xml.text(line);
        }
    };
    let styled = |xml: &mut Xml| match (run.strong, run.emphasis) {
        (true, _) => xml.inside("text:span", &[("text:style-name", "Strong")], lines),
        (_, true) => xml.inside("text:span", &[("text:style-name", "Emphasis")], lines),
        _ => lines(xml),
    };
    match &run.link {
        Some(link) => xml.inside(
            "text:a",
            &[("xlink:type", "simple"), ("xlink:href", link)],
            styled,
        ),
        None => styled(xml),
    }
}

fn table(xml: &mut Xml, grid: &Grid, place: usize) {
    paragraph(xml, "Caption", &grid.caption);
    let name = format!("table{}", place + 1);
    xml.inside(
        "table:table",
        &[("table:name", &*name), ("table:style-name", "grid")],
        |xml| {
            for column in 0..grid.columns.len() {
                xml.leaf(
                    "table:table-column",
                    &[("table:style-name", &format!("grid{place}-{column}"))],
                );
            }
            let headings: Vec<String> = grid
                .columns
                .iter()
                .map(|column| column.heading.clone())
                .collect();
            xml.inside("table:table-header-rows", &[], |xml| {
                row(xml, &headings, grid, "head");
            });
            grid.rows
                .iter()
                .for_each(|cells| row(xml, cells, grid, "cell"));
            grid.total
                .iter()
                .for_each(|cells| row(xml, cells, grid, "total"));
        },
    );
}

fn row(xml: &mut Xml, cells: &[String], grid: &Grid, kind: &str) {
    let frame = if kind == "cell" { "cell" } else { "head" };
    xml.inside("table:table-row", &[], |xml| {
        for (cell, column) in cells.iter().zip(&grid.columns) {
            let style = match (kind, column.numbers) {
                ("cell", true) => "number",
                ("cell", false) => "Table_20_Contents",
                (_, true) => "sum",
                (_, false) => "Table_20_Heading",
            };
            let look = [("table:style-name", frame), ("office:value-type", "string")];
            xml.inside("table:table-cell", &look, |xml| paragraph(xml, style, cell));
        }
    });
}

fn picture(
    xml: &mut Xml,
    (title, alternative): (&str, &str),
    size: [f64; 2],
    tallest: f64,
    place: usize,
) {
    let scale = (ROOM.0 / size[0]).min(tallest / size[1]);
    let [width, height] = size.map(|side| format!("{:.2}cm", side * scale));
    let name = format!("picture{}", place + 1);
    paragraph(xml, "Caption", title);
    xml.inside("text:p", &[("text:style-name", "Text_20_body")], |xml| {
        let frame = [
            ("draw:name", &*name),
            ("draw:style-name", "picture"),
            ("text:anchor-type", "as-char"),
            ("svg:width", &width),
            ("svg:height", &height),
        ];
        xml.inside("draw:frame", &frame, |xml| {
            let file = picture_name(place);
            let link = [
                ("xlink:type", "simple"),
                ("xlink:show", "embed"),
                ("xlink:href", &*file),
            ];
            xml.leaf("draw:image", &link);
            xml.words("svg:title", &[], title);
            xml.words("svg:desc", &[], alternative);
        });
    });
}
