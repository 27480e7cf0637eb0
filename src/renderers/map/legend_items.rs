//! Items of the legend: tints, lines, sizes and hollow symbols, each with its explanation.

use crate::sources::Cut;
use crate::views::view::MapFigure;

use crate::renderers::drawing::colour::INK;
use crate::renderers::drawing::rectangle::Point;
use crate::renderers::drawing::text::{Face, bold, regular};
use crate::renderers::drawing::xml::{Tag, XmlWriter, number, tag};
use crate::renderers::map::background::{LINES, OUTSIDE, stroke, tints};
use crate::renderers::map::basemap::has_epci;
use crate::renderers::map::placement::cells::SIZES;

/// Face of explanations.
pub(super) const ITEM: Face = regular(14.0);

/// Width of a legend, in pixels, below which each item has a line of its own.
const NARROW: f64 = 500.0;

/// Pixels by which a long title may be wider than a narrow legend.
// There is nothing to the right of such a legend but the margin of the page.
const INTO_MARGIN: f64 = 30.0;

/// Space between a sign and its words, and between two items, in pixels.
const BEFORE_WORDS: f64 = 7.0;
const BETWEEN_ITEMS: f64 = 18.0;

/// Something that is drawn on the map and needs an explanation.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Sign {
    /// Fill of an area.
    Swatch(&'static str),
    /// Line: its colour, its width, its dashes.
    Line((&'static str, f64, &'static str)),
    /// Hollow symbol.
    Hollow,
    /// Symbol of a relative size.
    Size(f64),
    /// Words alone, above the items that follow.
    Title,
}

/// A sign with its explanation, placed relative to the origin of the legend.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    sign: Sign,
    text: String,
    /// Left end of the middle line.
    pub(super) start: Point,
}

/// Places all items in rows of a width, from a height on. A title stays on one row with its items
/// where the row is wide enough.
pub(super) fn items(figure: &MapFigure, top: f64, width: f64) -> Vec<Item> {
    let widest_text = if width < NARROW {
        width + INTO_MARGIN
    } else {
        width / 2.0
    };
    let items: Vec<Item> = explained(figure)
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(sign, text)| Item {
            sign,
            text: sign.face().shorten(&text, widest_text),
            start: Point::default(),
        })
        .collect();
    let row_height = if figure.sizes.is_some() { 34.0 } else { 24.0 };
    let mut start = Point::new(0.0, top);
    let mut placed = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let group = item.group_width(items.behind(index + 1));
        let needed = if group > width { item.width() } else { group };
        if start.x > 0.0 && (start.x + needed > width || width < NARROW) {
            start = Point::new(0.0, start.y + row_height);
        }
        placed.push(Item {
            start,
            ..item.clone()
        });
        start.x += item.width() + BETWEEN_ITEMS;
    }
    placed
}

/// Every sign of a map with its explanation; signs that the map does not have are left out.
fn explained(figure: &MapFigure) -> Vec<(Sign, String)> {
    let (words, classes) = (&figure.words, &figure.classes);
    let has_epci = has_epci(figure);
    let mut signs = Vec::new();
    if has_epci || classes.departments {
        signs.push((Sign::Title, classes.title.clone()));
        signs.push((Sign::Swatch("#ffffff"), classes.none.clone()));
        let swatches = tints(figure).iter().copied().map(Sign::Swatch);
        signs.extend(swatches.zip(classes.labels.iter().cloned()));
    }
    if has_epci && !figure.outside.is_empty() {
        signs.push((Sign::Swatch(OUTSIDE), words.outside.clone()));
    }
    let lines = LINES.into_iter().map(Sign::Line);
    let lines = lines.zip(words.lines.iter().cloned());
    signs.extend(lines.skip(usize::from(!has_epci)));
    if let Some(sizes) = &figure.sizes {
        signs.push((Sign::Title, sizes.title.clone()));
        let labels = sizes.labels.iter().cloned();
        signs.extend(SIZES.into_iter().map(Sign::Size).zip(labels));
    }
    let has_hollow = figure
        .clusters
        .iter()
        .flat_map(|cluster| &cluster.symbols)
        .any(|symbol| !symbol.full);
    if has_hollow {
        signs.push((Sign::Hollow, words.also_here.clone()));
    }
    signs
}

impl Sign {
    fn face(self) -> Face {
        if self == Self::Title {
            bold(ITEM.size)
        } else {
            ITEM
        }
    }

    /// Whether the item belongs under the title before it.
    fn has_title(self) -> bool {
        matches!(self, Self::Swatch(_) | Self::Size(_))
    }

    /// Width of the sign alone, in pixels.
    fn width(self) -> f64 {
        match self {
            Self::Swatch(_) => 24.0,
            Self::Line(_) => 28.0,
            Self::Hollow => 18.0,
            Self::Size(size) => 24.0 * size,
            Self::Title => 0.0,
        }
    }

    /// Draws the sign from the left end of its middle line.
    fn draw(self, svg: &mut XmlWriter, x: f64, y: f64) {
        match self {
            Self::Title => {}
            Self::Swatch(colour) => {
                let swatch = tag("rect")
                    .number("x", x)
                    .number("y", y - 7.0)
                    .number("width", 24.0)
                    .number("height", 14.0)
                    .set("fill", colour)
                    .set("stroke", LINES[0].0);
                svg.leaf(&swatch.number("stroke-width", 1.0));
            }
            Self::Line((colour, width, dashes)) => {
                let data = format!("M{} {}h28", number(x), number(y));
                svg.leaf(&stroke(colour, width.max(1.2), dashes).set("d", &data));
            }
            Self::Size(size) => {
                svg.leaf(&ring((x + 12.0 * size, y), 12.0 * size, "#fff", (INK, 1.1)));
            }
            Self::Hollow => {
                svg.leaf(&ring((x + 9.0, y), 7.5, "#fff", (INK, 1.1)));
                svg.leaf(&ring((x + 9.0, y), 5.7, "none", ("#8b8f96", 2.6)));
            }
        }
    }
}

/// A circle with its fill, and the colour and width of its line.
fn ring((x, y): (f64, f64), radius: f64, fill: &str, (colour, width): (&str, f64)) -> Tag {
    tag("circle")
        .number("cx", x)
        .number("cy", y)
        .number("r", radius)
        .set("fill", fill)
        .set("stroke", colour)
        .number("stroke-width", width)
}

impl Item {
    /// Width of sign and words, in pixels.
    fn width(&self) -> f64 {
        self.sign.width() + BEFORE_WORDS + self.sign.face().width(&self.text)
    }

    /// Width of the item with those under it, if it is a title.
    fn group_width(&self, following: &[Self]) -> f64 {
        let under = following
            .iter()
            .take_while(|next| self.sign == Sign::Title && next.sign.has_title());
        self.width() + under.map(|next| next.width() + BETWEEN_ITEMS).sum::<f64>()
    }

    /// Draws the item for a legend with its origin at a point.
    pub(super) fn draw(&self, svg: &mut XmlWriter, origin: Point) {
        let (x, y) = (origin.x + self.start.x, origin.y + self.start.y);
        self.sign.draw(svg, x, y);
        let text = if self.sign == Sign::Title {
            let text = tag("text").number("x", x).number("y", y + 5.0);
            text.set("font-weight", "bold")
        } else {
            let left = x + self.sign.width() + BEFORE_WORDS;
            tag("text").number("x", left).number("y", y + 5.0)
        };
        svg.text(&text, &self.text);
    }
}
