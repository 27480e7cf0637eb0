//! The page: its heading, the frame with everything in it, and the legend, from bottom to top.

use crate::views::view::{MapFigure, MapTheme};

use crate::renderers::drawing::colour::INK;
use crate::renderers::drawing::svg::{Path, Svg, number, tag};
use crate::renderers::drawing::text::{FONTS, bold, language, regular};
use crate::renderers::map::background;
use crate::renderers::map::placement::block::{Block, Leader};
use crate::renderers::map::placement::cells::{Cell, Cells, NUMBER_SIZE};
use crate::renderers::map::placement::layout::Layout;
use crate::renderers::map::placement::names::{self, halo};
use crate::renderers::map::placement::panel::Panel;
use crate::renderers::map::sheet::Sheet;
use crate::renderers::map::symbols;

/// Draws a figure as an SVG document: A4 portrait, the same bytes for the same figure.
///
/// It stands alone (no script, no font, no request), carries its title and description for screen
/// readers, and names
/// each symbol's theme, dynamic and territory in `data-` attributes. Themes that symbols point to
/// must exist.
#[must_use]
pub fn render(figure: &MapFigure) -> String {
    render_on(figure, Sheet::default())
}

/// Draws a figure for a sheet of paper, in the same way.
#[must_use]
pub fn render_on(figure: &MapFigure, sheet: Sheet) -> String {
    let layout = Layout::on(figure, sheet);
    let (width, height) = (layout.page.width, layout.page.height);
    let language = language(&figure.words).code();
    let mut svg = Svg::default();
    let root = tag("svg")
        .set("xmlns", "http://www.w3.org/2000/svg")
        .set(
            "viewBox",
            &format!("0 0 {} {}", number(width), number(height)),
        )
        .set("width", &format!("{}mm", number(sheet.millimetres())))
        .set(
            "height",
            &format!("{}mm", number(sheet.millimetres() * height / width)),
        )
        .set("role", "img")
        .set("aria-labelledby", "apes-title apes-description")
        .set("lang", language)
        .set("xml:lang", language)
        .set("font-family", FONTS);
    svg.group(&root, |svg| {
        svg.text(&tag("title").set("id", "apes-title"), &figure.title);
        svg.text(
            &tag("desc").set("id", "apes-description"),
            &figure.words.description,
        );
        svg.group(&tag("defs"), |svg| {
            symbols::define(svg, &figure.themes);
            svg.group(&tag("clipPath").set("id", "apes-frame"), |svg| {
                svg.leaf(&background::area(layout.site.frame));
            });
        });
        svg.leaf(
            &tag("rect")
                .at("width", width)
                .at("height", height)
                .set("fill", "#fff"),
        );
        heading(svg, figure, layout.page.width - 88.0);
        frame(svg, figure, &layout);
        layout.legend.draw(svg, figure, layout.site.frame);
    });
    svg.finish()
}

fn heading(svg: &mut Svg, figure: &MapFigure, width: f64) {
    let invented = figure.invented.as_deref().unwrap_or_default();
    let lines = [
        (&*figure.title, bold(38.0), 63.0, INK),
        (&*figure.subtitle, regular(20.0), 98.0, "#44403c"),
        (invented, regular(15.0), 126.0, "#9a3412"),
    ];
    for (text, face, y, colour) in lines.into_iter().filter(|line| !line.0.is_empty()) {
        let (text, size) = face.fit(text, width);
        let mut line = tag("text")
            .at("x", 44.0)
            .at("y", y)
            .at("font-size", size)
            .set("fill", colour);
        if face.bold {
            line = line.set("font-weight", "bold");
        } else if y > 120.0 {
            line = line.set("font-style", "italic");
        }
        svg.text(&line, &text);
    }
}

fn frame(svg: &mut Svg, figure: &MapFigure, layout: &Layout) {
    svg.group(&tag("g").set("clip-path", "url(#apes-frame)"), |svg| {
        background::draw(svg, &layout.site.basemap, figure, layout.site.frame);
        names::draw(svg, &layout.names);
        layout
            .blocks
            .iter()
            .filter_map(Block::leader)
            .for_each(|leader| draw_leader(svg, leader));
        layout.scale.draw(svg);
    });
    svg.leaf(
        &background::area(layout.site.frame)
            .set("fill", "none")
            .set("stroke", "#c4c0b8")
            .at("stroke-width", 1.5),
    );
    for panel in layout.region_wide.iter().chain(&layout.tray) {
        draw_panel(svg, panel, &figure.themes);
    }
    for block in &layout.blocks {
        draw_block(svg, block, &figure.themes);
    }
}

/// A line from a territory to its block, with a dot where the territory is.
fn draw_leader(svg: &mut Svg, Leader { from, to, dot }: Leader) {
    let mut path = Path::default();
    path.points([from, to]);
    for (colour, width) in [("#fff", 3.4), (INK, 1.1)] {
        svg.leaf(&background::stroke(colour, width, "none").set("d", path.data()));
    }
    if dot {
        let dot = tag("circle").at("cx", from.x).at("cy", from.y).at("r", 3.2);
        svg.leaf(
            &dot.set("fill", INK)
                .set("stroke", "#fff")
                .at("stroke-width", 1.2),
        );
    }
}

fn draw_block(svg: &mut Svg, block: &Block, themes: &[MapTheme]) {
    svg.group(&tag("g").set("data-territory", &block.territory), |svg| {
        draw_cells(
            svg,
            &block.cells.clone().moved(block.at.x, block.at.y),
            themes,
            block.scale,
        );
        let group = tag("g")
            .set("text-anchor", "middle")
            .at("font-size", block.name_size());
        svg.group(&group.set("font-weight", "bold").set("fill", INK), |svg| {
            let write = |svg: &mut Svg| {
                for (text, at) in &block.name {
                    svg.text(
                        &tag("text")
                            .at("x", block.at.x + at.x)
                            .at("y", block.at.y + at.y),
                        text,
                    );
                }
            };
            svg.group(&halo(3.6 * block.scale), write);
            write(svg);
        });
    });
}

fn draw_panel(svg: &mut Svg, panel: &Panel, themes: &[MapTheme]) {
    let edge = background::area(panel.covers)
        .set("fill", "#fff")
        .set("stroke", "#c4c0b8")
        .at("stroke-width", 1.2);
    svg.leaf(&edge);
    for (text, face, at) in &panel.lines {
        let line = tag("text")
            .at("x", at.x)
            .at("y", at.y)
            .at("font-size", face.size);
        let line = if face.bold {
            line.set("font-weight", "bold")
        } else {
            line
        };
        svg.text(
            &line.set("fill", if face.bold { INK } else { "#57534e" }),
            text,
        );
    }
    panel
        .cells
        .iter()
        .for_each(|cells| draw_cells(svg, cells, themes, 1.0));
}

fn draw_cells(svg: &mut Svg, cells: &Cells, themes: &[MapTheme], scale: f64) {
    for cell in &cells.cells {
        let Some(theme) = themes.get(cell.theme) else {
            continue;
        };
        let group = tag("g").set("data-theme", &theme.id);
        let group = if cell.dynamic.is_empty() {
            group
        } else {
            group.set("data-dynamic", &cell.dynamic)
        };
        svg.group(&group, |svg| draw_cell(svg, cell, theme, scale));
    }
}

fn draw_cell(svg: &mut Svg, cell: &Cell, theme: &MapTheme, scale: f64) {
    let name = if cell.name.is_empty() {
        &theme.label
    } else {
        &cell.name
    };
    let number = cell.number();
    svg.text(
        &tag("title"),
        [name, number.as_deref().unwrap_or_default()]
            .join(" ")
            .trim(),
    );
    symbols::place(svg, cell.theme, cell.style, cell.at, scale * cell.size);
    if let Some(number) = number {
        let at = cell
            .at
            .moved(15.8 * scale * cell.size, NUMBER_SIZE * 0.36 * scale);
        let group = tag("g")
            .at("font-size", NUMBER_SIZE * scale)
            .set("font-weight", "bold")
            .set("fill", INK);
        svg.group(&group, |svg| {
            let write = |svg: &mut Svg| svg.text(&tag("text").at("x", at.x).at("y", at.y), &number);
            svg.group(&halo(3.0 * scale), write);
            write(svg);
        });
    }
}
