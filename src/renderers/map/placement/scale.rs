//! The scale bar: how long a round number of kilometres is on this map, and where its north lies.

use crate::renderers::drawing::colour::INK;
use crate::renderers::drawing::rectangle::{Point, Rectangle};
use crate::renderers::drawing::svg::{Svg, number, tag};
use crate::renderers::drawing::text::{Face, bold, regular};
use crate::renderers::map::basemap::Fit;
use crate::renderers::map::placement::free_space::FreeSpace;

/// Longest bar, in pixels.
const LONGEST: f64 = 260.0;

/// Lengths that a bar may have, in kilometres.
const LENGTHS: [u32; 10] = [1, 2, 4, 10, 20, 50, 100, 200, 500, 1000];

const FACE: Face = regular(14.0);

const N: Face = bold(14.0);

/// Height of the bar itself.
const BAR: f64 = 5.0;

/// Width and height of the arrow that points north, with its letter.
const NORTH: (f64, f64) = (18.0, 34.0);

/// Space between arrow and bar.
const APART: f64 = 14.0;

/// The scale bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// What it covers on the page, numbers included.
    pub covers: Rectangle,
    /// Upper left corner of the bar, and its length in pixels.
    bar: (Point, f64),
    kilometres: u32,
    /// Middle of the arrow, and by how many degrees it is turned clockwise.
    north: (Point, f64),
}

impl Scale {
    /// A bar and an arrow for what is fitted to a page.
    pub(in crate::renderers::map) fn new(fit: &Fit, free_space: &FreeSpace) -> Self {
        let length = |kilometres: u32| f64::from(kilometres) * 1000.0 * fit.scale;
        let longest = LENGTHS
            .into_iter()
            .rev()
            .find(|&kilometres| length(kilometres) <= LONGEST);
        let kilometres = longest.unwrap_or(LENGTHS[0]);
        let (before, after) = (
            FACE.width("0") / 2.0 + 2.0,
            FACE.width(&end(kilometres)) / 2.0 + 2.0,
        );
        let aside = NORTH.0 + APART;
        let size = (aside + before + length(kilometres) + after, NORTH.1);
        let (covers, _) = free_space.find(size, (1.0, 1.0));
        let bar = Point::new(covers.x + aside + before, covers.bottom() - BAR - 2.0);
        let north = Point::new(covers.x + NORTH.0 / 2.0, covers.centre().y);
        Self {
            covers,
            bar: (bar, length(kilometres)),
            kilometres,
            north: (north, fit.north()),
        }
    }

    pub(in crate::renderers::map) fn draw(&self, svg: &mut Svg) {
        self.draw_north(svg);
        let (at, length) = self.bar;
        let bar = |width: f64| {
            tag("rect")
                .at("x", at.x)
                .at("y", at.y)
                .at("width", width)
                .at("height", BAR)
        };
        svg.leaf(
            &bar(length)
                .set("fill", "#fff")
                .set("stroke", INK)
                .at("stroke-width", 1.0),
        );
        svg.leaf(&bar(length / 2.0).set("fill", INK));
        let marks = [
            (0.0, "0".to_owned()),
            (0.5, half(self.kilometres)),
            (1.0, end(self.kilometres)),
        ];
        let text = tag("g")
            .set("text-anchor", "middle")
            .at("font-size", FACE.size)
            .set("fill", INK);
        svg.group(&text, |svg| {
            for (share, words) in marks.iter().filter(|(_, words)| !words.is_empty()) {
                svg.text(
                    &tag("text")
                        .at("x", at.x + share * length)
                        .at("y", at.y - 6.0),
                    words,
                );
            }
        });
    }

    /// An arrow above an N; both turn with the meridian in the middle of the map.
    fn draw_north(&self, svg: &mut Svg) {
        let (at, turn) = self.north;
        let turned = format!(
            "translate({} {}) rotate({})",
            number(at.x),
            number(at.y),
            number(turn)
        );
        svg.group(
            &tag("g").set("transform", &turned).set("fill", INK),
            |svg| {
                svg.leaf(&tag("path").set("d", "M0-16.5 5.5 2 0-2-5.5 2z"));
                let letter = tag("text")
                    .set("text-anchor", "middle")
                    .at("y", 16.0)
                    .at("font-size", N.size);
                svg.text(&letter.set("font-weight", "bold"), "N");
            },
        );
    }
}

fn end(kilometres: u32) -> String {
    format!("{kilometres} km")
}

/// Half the length where it is a whole number.
fn half(kilometres: u32) -> String {
    if kilometres.is_multiple_of(2) {
        (kilometres / 2).to_string()
    } else {
        String::new()
    }
}
