//! Prose of the text document: paragraphs, lists and quotations that people wrote.

use crate::renderers::drawing::xml::{XmlWriter, tag};
use crate::renderers::prose::{Block, Run};

/// Writes a block, its paragraphs in a style.
pub(super) fn write_block(xml: &mut XmlWriter, block: &Block, style: &str) {
    match block {
        Block::Paragraph { runs } => write_paragraph(xml, runs, style),
        Block::Heading { runs } => write_paragraph(xml, runs, "Caption"),
        Block::Quote { blocks } => {
            for block in blocks {
                write_block(xml, block, "Quotations");
            }
        }
        Block::Code { text } => {
            for line in text.lines() {
                xml.text(&tag("text:p").set("text:style-name", style), line);
            }
        }
        Block::List { start, items } => write_list(xml, *start, items, style),
    }
}

fn write_list(xml: &mut XmlWriter, start: Option<u64>, items: &[Vec<Block>], style: &str) {
    let name = if start.is_some() {
        "Numbers"
    } else {
        "Bullets"
    };
    let list = tag("text:list").set("text:style-name", name);
    xml.group(&list, |xml| {
        for (index, blocks) in items.iter().enumerate() {
            let mut item = tag("text:list-item");
            if let Some(start) = start.filter(|start| index == 0 && *start != 1) {
                item = item.set("text:start-value", &start.to_string());
            }
            xml.group(&item, |xml| {
                for block in blocks {
                    write_block(xml, block, style);
                }
            });
        }
    });
}

fn write_paragraph(xml: &mut XmlWriter, runs: &[Run], style: &str) {
    let paragraph = tag("text:p").set("text:style-name", style);
    xml.group(&paragraph, |xml| {
        for run in runs {
            write_run(xml, run);
        }
    });
}

fn write_run(xml: &mut XmlWriter, run: &Run) {
    match &run.link {
        Some(link) => {
            let anchor = tag("text:a")
                .set("xlink:type", "simple")
                .set("xlink:href", link);
            xml.group(&anchor, |xml| write_styled(xml, run));
        }
        None => write_styled(xml, run),
    }
}

fn write_styled(xml: &mut XmlWriter, run: &Run) {
    let style = match (run.strong, run.emphasis) {
        (true, _) => "Strong",
        (_, true) => "Emphasis",
        _ => return write_lines(xml, &run.text),
    };
    let span = tag("text:span").set("text:style-name", style);
    xml.group(&span, |xml| write_lines(xml, &run.text));
}

/// Writes a text, whose line breaks are elements of their own.
fn write_lines(xml: &mut XmlWriter, text: &str) {
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            xml.leaf(&tag("text:line-break"));
        }
        xml.words(line);
    }
}
