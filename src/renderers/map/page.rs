//! SVG page of the map: heading, frame and legend, written from bottom to top.

use crate::views::view::{MapFigure, MapTheme};

use crate::renderers::drawing::colour::INK;
use crate::renderers::drawing::path::Path;
use crate::renderers::drawing::rectangle::Point;
use crate::renderers::drawing::text::{FONTS, bold, halo, language, regular};
use crate::renderers::drawing::xml::{SVG_NAMESPACES, Tag, XmlWriter, number, tag};
use crate::renderers::map::background;
use crate::renderers::map::placement::block::{Block, Leader};
use crate::renderers::map::placement::cells::{Cell, Cells, NUMBER_SIZE};
use crate::renderers::map::placement::layout::Layout;
use crate::renderers::map::placement::names;
use crate::renderers::map::placement::panel::Panel;
use crate::renderers::map::sheet::Sheet;
use crate::renderers::map::symbols;
use crate::renderers::mark::Marks;

/// Left margin, and both margins together, in pixels.
const LEFT: f64 = 44.0;
const MARGINS: f64 = 88.0;

/// Line of frames and boxes.
const EDGE: &str = "#c4c0b8";

/// Draws a figure as an SVG document: A4 portrait, the same bytes for the same figure.
///
/// The document needs nothing else (no script, font or request), has a title and a description for
/// screen readers, and names each symbol's theme, dynamic and territory in `data-` attributes.
/// Symbols whose theme does not exist are left out.
#[must_use]
pub fn render(figure: &MapFigure) -> String {
    render_on(figure, Sheet::default())
}

/// Draws a figure as an SVG document for a sheet of paper.
#[must_use]
pub fn render_on(figure: &MapFigure, sheet: Sheet) -> String {
    let layout = Layout::for_sheet(figure, sheet);
    let (width, height) = (layout.page.width, layout.page.height);
    let mut svg = XmlWriter::with_lines();
    svg.group(&root(figure, sheet, width, height), |svg| {
        let language = language(&figure.words);
        // That files could not be read is among the lines of the legend.
        let marks = Marks {
            invented: figure.invented.clone(),
            incomplete: None,
        };
        svg.text(
            &tag("title").set("id", "apes-title"),
            &marks.titled(&figure.title, language),
        );
        svg.text(
            &tag("desc").set("id", "apes-description"),
            &marks.described(&figure.words.description),
        );
        svg.group(&tag("defs"), |svg| {
            symbols::define(svg, &figure.themes);
            if !figure.outside.is_empty() {
                background::define_outside(svg);
            }
            svg.group(&tag("clipPath").set("id", "apes-frame"), |svg| {
                svg.leaf(&background::area(layout.site.frame));
            });
        });
        let paper = tag("rect").number("width", width).number("height", height);
        svg.leaf(&paper.set("fill", "#fff"));
        draw_heading(svg, figure, width - MARGINS);
        draw_frame(svg, figure, &layout);
        layout.legend.draw(svg, figure, layout.site.frame);
    });
    svg.finish()
}

fn root(figure: &MapFigure, sheet: Sheet, width: f64, height: f64) -> Tag {
    let language = language(&figure.words).code();
    let millimetres = sheet.millimetres();
    let [paper_width, paper_height] = [millimetres, millimetres * height / width].map(number);
    tag("svg")
        .with(&SVG_NAMESPACES)
        .set(
            "viewBox",
            &format!("0 0 {} {}", number(width), number(height)),
        )
        .set("width", &format!("{paper_width}mm"))
        .set("height", &format!("{paper_height}mm"))
        .set("role", "img")
        .set("aria-labelledby", "apes-title apes-description")
        .set("lang", language)
        .set("xml:lang", language)
        .set("font-family", FONTS)
}

/// Writes title, subtitle, and the line that says that records are invented.
fn draw_heading(svg: &mut XmlWriter, figure: &MapFigure, width: f64) {
    let invented = figure.invented.as_deref().unwrap_or_default();
    let lines = [
        (&*figure.title, bold(38.0), 63.0, INK, None),
        (&*figure.subtitle, regular(20.0), 98.0, "#44403c", None),
        (invented, regular(15.0), 126.0, "#9a3412", Some("italic")),
    ];
    for (text, face, y, colour, style) in lines {
        if text.is_empty() {
            continue;
        }
        let (text, size) = face.fit(text, width);
        let mut line = tag("text")
            .number("x", LEFT)
            .number("y", y)
            .number("font-size", size)
            .set("fill", colour);
        if face.bold {
            line = line.set("font-weight", "bold");
        }
        if let Some(style) = style {
            line = line.set("font-style", style);
        }
        svg.text(&line, &text);
    }
}

fn draw_frame(svg: &mut XmlWriter, figure: &MapFigure, layout: &Layout) {
    let frame = layout.site.frame;
    svg.group(&tag("g").set("clip-path", "url(#apes-frame)"), |svg| {
        background::draw(svg, &layout.site.basemap, figure, frame);
        names::draw(svg, &layout.names);
        for leader in layout.blocks.iter().filter_map(Block::leader) {
            draw_leader(svg, leader);
        }
        layout.scale.draw(svg);
    });
    let edge = background::area(frame).set("fill", "none");
    svg.leaf(&edge.set("stroke", EDGE).number("stroke-width", 1.5));
    for panel in layout.region_wide.iter().chain(&layout.tray) {
        draw_panel(svg, panel, &figure.themes);
    }
    for block in &layout.blocks {
        draw_block(svg, block, &figure.themes);
    }
}

/// Draws a line from a territory to its block, with a dot where the territory is.
fn draw_leader(svg: &mut XmlWriter, Leader { from, to, dot }: Leader) {
    let mut path = Path::default();
    path.points([from, to]);
    for (colour, width) in [("#fff", 3.4), (INK, 1.1)] {
        svg.leaf(&background::stroke(colour, width, "none").set("d", path.data()));
    }
    if dot {
        let circle = tag("circle").number("cx", from.x).number("cy", from.y);
        svg.leaf(
            &circle
                .number("r", 3.2)
                .set("fill", INK)
                .set("stroke", "#fff")
                .number("stroke-width", 1.2),
        );
    }
}

fn draw_block(svg: &mut XmlWriter, block: &Block, themes: &[MapTheme]) {
    let Point { x, y } = block.position;
    svg.group(&tag("g").set("data-territory", &block.territory), |svg| {
        draw_cells(svg, &block.cells.clone().moved(x, y), themes, block.scale);
        let group = tag("g")
            .set("text-anchor", "middle")
            .number("font-size", block.name_size())
            .set("font-weight", "bold")
            .set("fill", INK);
        svg.group(&group, |svg| {
            svg.group(&halo(3.6 * block.scale), |svg| write_name(svg, block));
            write_name(svg, block);
        });
    });
}

fn write_name(svg: &mut XmlWriter, block: &Block) {
    let Point { x, y } = block.position;
    for (text, baseline) in &block.name {
        let line = tag("text")
            .number("x", x + baseline.x)
            .number("y", y + baseline.y);
        svg.text(&line, text);
    }
}

fn draw_panel(svg: &mut XmlWriter, panel: &Panel, themes: &[MapTheme]) {
    let edge = background::area(panel.covers)
        .set("fill", "#fff")
        .set("stroke", EDGE)
        .number("stroke-width", 1.2);
    svg.leaf(&edge);
    for (text, face, start) in &panel.lines {
        let line = tag("text")
            .number("x", start.x)
            .number("y", start.y)
            .number("font-size", face.size);
        let line = if face.bold {
            line.set("font-weight", "bold").set("fill", INK)
        } else {
            line.set("fill", "#57534e")
        };
        svg.text(&line, text);
    }
    for cells in &panel.cells {
        draw_cells(svg, cells, themes, 1.0);
    }
}

fn draw_cells(svg: &mut XmlWriter, cells: &Cells, themes: &[MapTheme], scale: f64) {
    for cell in &cells.cells {
        let Some(theme) = themes.get(cell.theme) else {
            continue;
        };
        let mut group = tag("g").set("data-theme", &theme.id);
        if !cell.dynamic.is_empty() {
            group = group.set("data-dynamic", &cell.dynamic);
        }
        svg.group(&group, |svg| draw_cell(svg, cell, theme, scale));
    }
}

fn draw_cell(svg: &mut XmlWriter, cell: &Cell, theme: &MapTheme, scale: f64) {
    let name = if cell.name.is_empty() {
        &theme.label
    } else {
        &cell.name
    };
    let number = cell.number();
    let title = [name, number.as_deref().unwrap_or_default()].join(" ");
    svg.text(&tag("title"), title.trim());
    symbols::place(svg, cell.theme, cell.style, cell.centre, scale * cell.size);
    if let Some(number) = number {
        let start = cell
            .centre
            .moved(15.8 * scale * cell.size, NUMBER_SIZE * 0.36 * scale);
        let text = tag("text").number("x", start.x).number("y", start.y);
        let group = tag("g")
            .number("font-size", NUMBER_SIZE * scale)
            .set("font-weight", "bold")
            .set("fill", INK);
        svg.group(&group, |svg| {
            svg.group(&halo(3.0 * scale), |svg| svg.text(&text, &number));
            svg.text(&text, &number);
        });
    }
}
