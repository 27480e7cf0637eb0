//! What every chart has: a page with its title, its description for those who do not see it, and
//! its patterns.

use crate::language::Language;
use crate::renderers::drawing::colour::INK;
use crate::renderers::drawing::svg::{Svg, Tag, number, tag};
use crate::renderers::drawing::text::{FONTS, Face, bold, regular};
use crate::renderers::map;
use crate::views::view::{Figure, Picture};

use crate::renderers::charts::{bars, graph, locator, ternary, timeline};

/// Width of every chart, in pixels.
pub(super) const WIDTH: f64 = 1000.0;

/// Faces of titles, labels and small print.
pub(super) const TITLE: Face = bold(20.0);
pub(super) const LABEL: Face = regular(15.0);
pub(super) const SMALL: Face = regular(13.0);

/// Colours of series, of even lightness steps so that grey tells them apart, and the pattern drawn
/// over each.
const SERIES: [(&str, &str); 8] = [
    ("#1d4e6b", ""),
    ("#9fd0c2", "M0,8 L8,0"),
    ("#d9822b", "M0,4 L8,4"),
    ("#f4e3b1", "M4,0 L4,8"),
    ("#7a5195", "M0,8 L8,0 M0,0 L8,8"),
    ("#ffffff", "M3,4 L5,4"),
    ("#c9545d", "M4,0 L4,8 M0,4 L8,4"),
    ("#b8bec2", "M0,0 L8,8"),
];

/// A drawing below its title, and how high it is.
pub(super) struct Drawing {
    pub svg: Svg,
    pub height: f64,
}

/// Draws a picture as an SVG document; `id` keeps the names inside it apart from those of other
/// pictures on a page.
#[must_use]
pub fn render(picture: &Picture, id: &str, language: Language) -> String {
    let drawing = match &picture.figure {
        Figure::Map(figure) => return map::render(figure),
        Figure::Atlas(atlas) => {
            let spoken = usize::from(language == Language::English);
            let period = atlas.periods.get(atlas.shown);
            return period.map_or_else(String::new, |period| map::render(&period.figures[spoken]));
        }
        Figure::Locator(figure) => locator::draw(figure, id),
        Figure::Bars(figure) => bars::draw(figure, id, language),
        Figure::Timeline(figure) => timeline::draw(figure),
        Figure::Graph(figure) => graph::draw(figure, id),
        Figure::Ternary(figure) => ternary::draw(figure, language),
    };
    let (title, size) = TITLE.fit(&picture.title, WIDTH - 40.0);
    let height = drawing.height + 60.0;
    let root = tag("svg")
        .set("xmlns", "http://www.w3.org/2000/svg")
        .set(
            "viewBox",
            &format!("0 0 {} {}", number(WIDTH), number(height)),
        )
        .at("width", WIDTH)
        .at("height", height)
        .set("role", "img")
        .set("aria-labelledby", &format!("{id}-title {id}-description"))
        .set("lang", language.code())
        .set("xml:lang", language.code())
        .set("font-family", FONTS);
    let mut svg = Svg::default();
    svg.group(&root, |svg| {
        svg.text(
            &tag("title").set("id", &format!("{id}-title")),
            &picture.title,
        );
        svg.text(
            &tag("desc").set("id", &format!("{id}-description")),
            &picture.alternative,
        );
        svg.group(&tag("defs"), |svg| patterns(svg, id));
        svg.leaf(
            &tag("rect")
                .at("width", WIDTH)
                .at("height", height)
                .set("fill", "#fff"),
        );
        write(svg, Face { size, ..TITLE }, &title, 20.0, 34.0);
        svg.group(&tag("g").set("transform", "translate(0 52)"), |svg| {
            svg.append(&drawing.svg);
        });
    });
    svg.finish()
}

fn patterns(svg: &mut Svg, id: &str) {
    for (place, (colour, lines)) in SERIES.iter().enumerate() {
        let pattern = tag("pattern")
            .set("id", &format!("{id}-{place}"))
            .set("patternUnits", "userSpaceOnUse")
            .at("width", 8.0)
            .at("height", 8.0);
        svg.group(&pattern, |svg| {
            svg.leaf(
                &tag("rect")
                    .at("width", 8.0)
                    .at("height", 8.0)
                    .set("fill", colour),
            );
            if !lines.is_empty() {
                svg.leaf(
                    &tag("path")
                        .set("d", lines)
                        .set("stroke", INK)
                        .at("stroke-width", 1.0),
                );
            }
        });
    }
}

/// What fills the shapes of a series.
pub(super) fn fill(id: &str, series: usize) -> String {
    format!("url(#{id}-{})", series % SERIES.len())
}

/// The plain colour of a series, with whether light words stand out on it.
pub(super) fn colour(series: usize) -> &'static str {
    SERIES[series % SERIES.len()].0
}

/// Writes one line of text that begins at a place.
pub(super) fn write(svg: &mut Svg, face: Face, text: &str, x: f64, y: f64) {
    svg.text(&words(face, x, y), text);
}

/// An open text element; its anchor may still be set.
pub(super) fn words(face: Face, x: f64, y: f64) -> Tag {
    let line = tag("text")
        .at("x", x)
        .at("y", y)
        .at("font-size", face.size)
        .set("fill", INK);
    if face.bold {
        line.set("font-weight", "bold")
    } else {
        line
    }
}

/// A straight line.
pub(super) fn line(from: (f64, f64), to: (f64, f64), colour: &str, width: f64) -> Tag {
    tag("line")
        .at("x1", from.0)
        .at("y1", from.1)
        .at("x2", to.0)
        .at("y2", to.1)
        .set("stroke", colour)
        .at("stroke-width", width)
}

/// A count as a measure.
pub(super) fn measure(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// The width of a column of labels: as wide as the widest, within bounds.
pub(super) fn column<'l>(labels: impl Iterator<Item = &'l str>, widest: f64) -> f64 {
    labels
        .map(|label| LABEL.width(label))
        .fold(60.0, f64::max)
        .min(widest)
        + 16.0
}

/// A label in at most two lines, its middle at a height, its end at a place.
pub(super) fn label(svg: &mut Svg, text: &str, right: f64, middle: f64) {
    let lines = LABEL.label(text, right - 24.0, right - 24.0);
    let above = measure(lines.len() - 1) * LABEL.size * 0.6;
    for (place, text) in lines.iter().enumerate() {
        let y = middle - above + measure(place) * LABEL.size * 1.2 + LABEL.size * 0.35;
        svg.text(
            &words(LABEL, right - 12.0, y).set("text-anchor", "end"),
            text,
        );
    }
}
