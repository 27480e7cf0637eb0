//! Page of a chart: title, description for screen readers, patterns, and the drawing.

use crate::language::Language;
use crate::renderers::drawing::colour::INK;
use crate::renderers::drawing::rectangle::as_f64;
use crate::renderers::drawing::text::{FONTS, Face};
use crate::renderers::drawing::xml::{SVG_NAMESPACES, Tag, XmlWriter, number, tag};
use crate::renderers::mark::Marks;
use crate::views::view::{Figure, Picture};

use crate::renderers::charts::chart::{Drawing, SERIES, SMALL, TITLE, WIDTH, write};
use crate::renderers::charts::{bars, graph, locator, ternary, timeline};

/// Top of the drawing, and what a page is higher than its drawing, in pixels.
const TOP: f64 = 52.0;
const MARGINS: f64 = 60.0;

/// Baseline of the last line from the bottom, and what the page is higher for it, in pixels.
const FOOT: f64 = 10.0;
const FOOT_HEIGHT: f64 = 22.0;

/// Colour of the lines that say that records are invented, or incomplete.
const WARNING: &str = "#9a3412";

/// Draws a chart as an SVG document. `id` distinguishes the names inside it from those of other
/// charts on a page. Returns `None` for a map, which has a page of its own.
#[must_use]
pub(in crate::renderers) fn render(
    picture: &Picture,
    id: &str,
    marks: &Marks,
    language: Language,
) -> Option<String> {
    let drawing = draw(&picture.figure, id, language)?;
    let (title, size) = TITLE.fit(&picture.title, WIDTH - 40.0);
    let foot = as_f64(marks.sentences().count()) * FOOT_HEIGHT;
    let height = drawing.height + MARGINS + foot;
    let mut svg = XmlWriter::with_lines();
    svg.group(&root(id, language, height), |svg| {
        svg.text(
            &tag("title").set("id", &format!("{id}-title")),
            &marks.titled(&picture.title, language),
        );
        svg.text(
            &tag("desc").set("id", &format!("{id}-description")),
            &marks.described(&picture.alternative),
        );
        svg.group(&tag("defs"), |svg| write_patterns(svg, id));
        let paper = tag("rect").number("width", WIDTH).number("height", height);
        svg.leaf(&paper.set("fill", "#fff"));
        write(svg, Face { size, ..TITLE }, &title, 20.0, 34.0);
        let below = format!("translate(0 {})", number(TOP));
        svg.group(&tag("g").set("transform", &below), |svg| {
            svg.append(&drawing.svg);
        });
        for (line, sentence) in marks.sentences().enumerate() {
            let top = height - foot + FOOT_HEIGHT - FOOT;
            write_foot(svg, sentence, top + as_f64(line) * FOOT_HEIGHT);
        }
    });
    Some(svg.finish())
}

/// Writes a line at the end, which says that the records are invented or incomplete.
fn write_foot(svg: &mut XmlWriter, sentence: &str, y: f64) {
    let (text, size) = SMALL.fit(sentence, WIDTH - 40.0);
    let line = tag("text")
        .number("x", 20.0)
        .number("y", y)
        .number("font-size", size)
        .set("fill", WARNING)
        .set("font-style", "italic");
    svg.text(&line, &text);
}

fn draw(figure: &Figure, id: &str, language: Language) -> Option<Drawing> {
    match figure {
        Figure::Map(_) | Figure::Atlas(_) => None,
        Figure::Locator(figure) => Some(locator::draw(figure, id)),
        Figure::Bars(figure) => Some(bars::draw(figure, id, language)),
        Figure::Timeline(figure) => Some(timeline::draw(figure)),
        Figure::Graph(figure) => Some(graph::draw(figure, id)),
        Figure::Ternary(figure) => Some(ternary::draw(figure, language)),
    }
}

fn root(id: &str, language: Language, height: f64) -> Tag {
    let view_box = format!("0 0 {} {}", number(WIDTH), number(height));
    tag("svg")
        .with(&SVG_NAMESPACES)
        .set("viewBox", &view_box)
        .number("width", WIDTH)
        .number("height", height)
        .set("role", "img")
        .set("aria-labelledby", &format!("{id}-title {id}-description"))
        .set("lang", language.code())
        .set("xml:lang", language.code())
        .set("font-family", FONTS)
}

/// Writes the pattern of each series: its colour with lines on it.
fn write_patterns(svg: &mut XmlWriter, id: &str) {
    for (index, (colour, lines)) in SERIES.iter().enumerate() {
        let pattern = tag("pattern")
            .set("id", &format!("{id}-{index}"))
            .set("patternUnits", "userSpaceOnUse")
            .number("width", 8.0)
            .number("height", 8.0);
        svg.group(&pattern, |svg| {
            let square = tag("rect").number("width", 8.0).number("height", 8.0);
            svg.leaf(&square.set("fill", colour));
            if !lines.is_empty() {
                let path = tag("path").set("d", lines).set("stroke", INK);
                svg.leaf(&path.number("stroke-width", 1.0));
            }
        });
    }
}
