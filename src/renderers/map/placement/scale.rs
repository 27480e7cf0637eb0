//! Scale bar of the map: the length of a round number of kilometres, with an arrow to the north.

use crate::renderers::drawing::colour::INK;
use crate::renderers::drawing::rectangle::{Point, Rectangle};
use crate::renderers::drawing::text::{Face, bold, regular};
use crate::renderers::drawing::xml::number;
use crate::renderers::drawing::xml::{Tag, XmlWriter, tag};
use crate::renderers::map::basemap::Projection;
use crate::renderers::map::placement::free_space::FreeSpace;

/// Longest bar, in pixels.
const LONGEST: f64 = 260.0;

/// Lengths that a bar may have, in kilometres.
const LENGTHS: [u32; 10] = [1, 2, 4, 10, 20, 50, 100, 200, 500, 1000];

/// Face of the numbers, and of the letter of the arrow.
const NUMBERS: Face = regular(14.0);
const LETTER: Face = bold(14.0);

/// Height of the bar itself, in pixels.
const BAR_HEIGHT: f64 = 5.0;

/// Width and height of the arrow to the north with its letter, in pixels.
const ARROW: (f64, f64) = (18.0, 34.0);

/// Space between arrow and bar, in pixels.
const APART: f64 = 14.0;

/// Scale bar with its arrow.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// Area on the page, numbers included.
    pub covers: Rectangle,
    /// Upper left corner of the bar.
    bar: Point,
    /// Length of the bar in pixels.
    length: f64,
    /// The length that it shows, in kilometres.
    kilometres: u32,
    /// Middle of the arrow.
    arrow: Point,
    /// Degrees by which the arrow is turned, clockwise.
    turn: f64,
}

impl Scale {
    /// A bar and an arrow for a projection, in free space near the lower right corner.
    pub(in crate::renderers::map) fn new(projection: &Projection, free_space: &FreeSpace) -> Self {
        let pixels = |kilometres: u32| f64::from(kilometres) * 1000.0 * projection.scale;
        let longest = LENGTHS
            .into_iter()
            .rev()
            .find(|&kilometres| pixels(kilometres) <= LONGEST);
        let kilometres = longest.unwrap_or(LENGTHS[0]);
        let before = NUMBERS.width("0") / 2.0 + 2.0;
        let after = NUMBERS.width(&end_text(kilometres)) / 2.0 + 2.0;
        let aside = ARROW.0 + APART;
        let size = (aside + before + pixels(kilometres) + after, ARROW.1);
        let (covers, _) = free_space.find(size, (1.0, 1.0));
        Self {
            covers,
            bar: Point::new(
                covers.x + aside + before,
                covers.bottom() - BAR_HEIGHT - 2.0,
            ),
            length: pixels(kilometres),
            kilometres,
            arrow: Point::new(covers.x + ARROW.0 / 2.0, covers.centre().y),
            turn: projection.north(),
        }
    }

    pub(in crate::renderers::map) fn draw(&self, svg: &mut XmlWriter) {
        self.draw_arrow(svg);
        svg.leaf(
            &self
                .bar_of(self.length)
                .set("fill", "#fff")
                .set("stroke", INK)
                .number("stroke-width", 1.0),
        );
        svg.leaf(&self.bar_of(self.length / 2.0).set("fill", INK));
        let marks = [
            (0.0, "0".to_owned()),
            (0.5, middle_text(self.kilometres)),
            (1.0, end_text(self.kilometres)),
        ];
        let group = tag("g")
            .set("text-anchor", "middle")
            .number("font-size", NUMBERS.size)
            .set("fill", INK);
        svg.group(&group, |svg| {
            for (share, text) in marks.iter().filter(|(_, text)| !text.is_empty()) {
                let mark = tag("text")
                    .number("x", self.bar.x + share * self.length)
                    .number("y", self.bar.y - 6.0);
                svg.text(&mark, text);
            }
        });
    }

    /// A bar from the left end, of a width.
    fn bar_of(&self, width: f64) -> Tag {
        tag("rect")
            .number("x", self.bar.x)
            .number("y", self.bar.y)
            .number("width", width)
            .number("height", BAR_HEIGHT)
    }

    /// Draws an arrow above an N, both turned with the meridian in the middle of the map.
    fn draw_arrow(&self, svg: &mut XmlWriter) {
        let [x, y, turn] = [self.arrow.x, self.arrow.y, self.turn].map(number);
        let transform = format!("translate({x} {y}) rotate({turn})");
        let group = tag("g").set("transform", &transform).set("fill", INK);
        svg.group(&group, |svg| {
            svg.leaf(&tag("path").set("d", "M0-16.5 5.5 2 0-2-5.5 2z"));
            let letter = tag("text")
                .set("text-anchor", "middle")
                .number("y", 16.0)
                .number("font-size", LETTER.size);
            svg.text(&letter.set("font-weight", "bold"), "N");
        });
    }
}

fn end_text(kilometres: u32) -> String {
    format!("{kilometres} km")
}

/// Half the length, or nothing where that is not a whole number.
fn middle_text(kilometres: u32) -> String {
    if kilometres.is_multiple_of(2) {
        (kilometres / 2).to_string()
    } else {
        String::new()
    }
}
