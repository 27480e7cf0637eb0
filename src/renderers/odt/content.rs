//! Content of the text document: table of contents, chapters and their parts.

use crate::renderers::drawing::xml::{XmlWriter, tag};
use crate::renderers::odt::namespaces::document;
use crate::renderers::odt::picture;
use crate::renderers::odt::prose::write_block;
use crate::renderers::odt::table::{write_column_styles, write_table, write_table_styles};
use crate::renderers::paper::{Chapter, Paper, Part};

/// Depth to which the table of contents lists chapters.
const LISTED_LEVELS: [&str; 2] = ["1", "2"];

/// Shown for the number of a page until a program has laid out the pages.
const UNKNOWN_PAGE: &str = "…";

/// The file `content.xml`.
pub fn content(paper: &Paper) -> String {
    document("office:document-content", |xml| {
        xml.group(&tag("office:automatic-styles"), |xml| {
            write_table_styles(xml);
            picture::write_style(xml);
            write_column_styles(xml, paper);
        });
        xml.group(&tag("office:body"), |xml| {
            xml.group(&tag("office:text"), |xml| write_body(xml, paper));
        });
    })
}

fn write_body(xml: &mut XmlWriter, paper: &Paper) {
    write_paragraph(xml, "Title", &paper.title);
    if let Some(invented) = &paper.invented {
        let paragraph = tag("text:p").set("text:style-name", "Quotations");
        xml.group(&paragraph, |xml| {
            xml.text(&tag("text:span").set("text:style-name", "Strong"), invented);
        });
    }
    if paper.has_contents {
        write_contents(xml, paper);
    }
    let (mut tables, mut pictures) = (0, 0);
    for chapter in &paper.sections {
        write_heading(xml, chapter);
        for part in &chapter.parts {
            match part {
                Part::Text { text, lead } => {
                    let style = if *lead { "Lead" } else { "Text_20_body" };
                    write_paragraph(xml, style, text);
                }
                Part::Note { text, lead } => {
                    let style = if *lead { "Lead_20_note" } else { "Note" };
                    write_paragraph(xml, style, text);
                }
                Part::List { lines } => write_points(xml, lines),
                Part::Prose { blocks } => {
                    for block in blocks {
                        write_block(xml, block, "Text_20_body");
                    }
                }
                Part::Table(grid) => {
                    write_table(xml, grid, paper.sheet, tables);
                    tables += 1;
                }
                Part::Picture {
                    title,
                    alternative,
                    size,
                    ..
                } => {
                    let words = (title.as_str(), alternative.as_str());
                    picture::write(xml, words, *size, paper.sheet, pictures);
                    pictures += 1;
                }
            }
        }
    }
    for line in &paper.scope {
        write_paragraph(xml, "Note", line);
    }
}

/// Writes a paragraph in a style.
pub(super) fn write_paragraph(xml: &mut XmlWriter, style: &str, text: &str) {
    xml.text(&tag("text:p").set("text:style-name", style), text);
}

fn write_heading(xml: &mut XmlWriter, chapter: &Chapter) {
    if chapter.heading.is_empty() {
        return;
    }
    let level = chapter.level.to_string();
    let heading = tag("text:h")
        .set("text:style-name", &format!("Heading_20_{level}"))
        .set("text:outline-level", &level);
    xml.group(&heading, |xml| {
        xml.leaf(&tag("text:bookmark").set("text:name", &chapter.id));
        xml.words(&chapter.heading);
    });
}

/// Writes the table of contents, with links to the headings and their pages, which an office suite
/// fills in when it opens the document.
fn write_contents(xml: &mut XmlWriter, paper: &Paper) {
    let contents = tag("text:table-of-content").set("text:name", "contents");
    xml.group(&contents, |xml| {
        write_contents_source(xml, paper);
        xml.group(&tag("text:index-body"), |xml| {
            write_paragraph(xml, "Caption", &paper.contents);
            for chapter in &paper.sections {
                if chapter.listed && !chapter.heading.is_empty() {
                    write_contents_entry(xml, chapter);
                }
            }
        });
    });
}

/// Writes the rules by which an office suite makes the table of contents again.
fn write_contents_source(xml: &mut XmlWriter, paper: &Paper) {
    let source = tag("text:table-of-content-source").set("text:outline-level", "2");
    xml.group(&source, |xml| {
        let title = tag("text:index-title-template").set("text:style-name", "Caption");
        xml.text(&title, &paper.contents);
        for level in LISTED_LEVELS {
            let template = tag("text:table-of-content-entry-template")
                .set("text:outline-level", level)
                .set("text:style-name", &contents_style(level));
            xml.group(&template, |xml| {
                xml.leaf(&tag("text:index-entry-link-start"));
                xml.leaf(&tag("text:index-entry-text"));
                xml.leaf(
                    &tag("text:index-entry-tab-stop")
                        .set("style:type", "right")
                        .set("style:leader-char", "."),
                );
                xml.leaf(&tag("text:index-entry-page-number"));
                xml.leaf(&tag("text:index-entry-link-end"));
            });
        }
    });
}

fn write_contents_entry(xml: &mut XmlWriter, chapter: &Chapter) {
    let [first, second] = LISTED_LEVELS;
    let level = if chapter.level > 1 { second } else { first };
    let paragraph = tag("text:p").set("text:style-name", &contents_style(level));
    xml.group(&paragraph, |xml| {
        let link = tag("text:a")
            .set("xlink:type", "simple")
            .set("xlink:href", &format!("#{}", chapter.id))
            .set("text:style-name", "Index_20_Link")
            .set("text:visited-style-name", "Index_20_Link");
        xml.group(&link, |xml| {
            xml.words(&chapter.heading);
            xml.leaf(&tag("text:tab"));
            let page = tag("text:bookmark-ref")
                .set("text:reference-format", "page")
                .set("text:ref-name", &chapter.id);
            xml.text(&page, UNKNOWN_PAGE);
        });
    });
}

/// Name of the style of the entries of a level.
fn contents_style(level: &str) -> String {
    format!("Contents_20_{level}")
}

fn write_points(xml: &mut XmlWriter, lines: &[String]) {
    let list = tag("text:list").set("text:style-name", "Bullets");
    xml.group(&list, |xml| {
        for line in lines {
            xml.group(&tag("text:list-item"), |xml| {
                write_paragraph(xml, "Text_20_body", line);
            });
        }
    });
}
